#!/bin/sh
# Feeds one reader with inputs made up by libFuzzer: Scripts/fuzz.sh TARGET [RUNS] [more of its options].
# What breaks is kept in Tests/AppTests/FuzzCases/TARGET-…, where a test runs it for ever after.
set -eu
cd "$(dirname "$0")/.."
target=${1:?"json, query, keys, add, date, composer, text or secret"}
runs=${2:-10000000}
[ $# -lt 2 ] || shift
shift
build=.build-fuzz
DONDOC_FUZZ=1 swift build --configuration release --sanitize fuzzer --product fuzz \
  --scratch-path $build --no-color-diagnostics >&2
mkdir -p "$build/corpus/$target" Tests/AppTests/FuzzCases
# The runtime's own report of a trap would keep libFuzzer from keeping the input.
exec env SWIFT_BACKTRACE=enable=no FUZZ_TARGET="$target" "$build/release/fuzz" "$build/corpus/$target" \
  -runs="$runs" \
  -max_len=256 -timeout=10 -rss_limit_mb=1024 -print_final_stats=1 -dict=Scripts/fuzz/words.dict \
  -artifact_prefix="Tests/AppTests/FuzzCases/$target-" "$@"
