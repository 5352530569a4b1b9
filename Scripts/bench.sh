#!/bin/sh
# Measures dondoc as it is in this checkout, against its budgets and its peers.
#
#   Scripts/bench.sh [--record] [OPTION OF benchmark…]
#
# Builds for release, makes registers of 10 000 and 100 000 records next to the build (once for each
# state of the sources they are made from), and prints one table. --record also writes it into
# docs/performance.md. All of it takes two to three minutes.
set -eu
cd "$(dirname "$0")/.."
root=$PWD

if [ "${1:-}" = --record ]; then
  shift
  set -- --record "$root/docs/performance.md" "$@"
fi

build() { swift build -c release --static-swift-stdlib -Xlinker -no-pie --no-color-diagnostics "$@"; }
for product in dondoc devtool benchmark; do build --product "$product" >&2; done
programs=$(build --show-bin-path)

folder=$root/.build/bench
mkdir -p "$folder"
sources=$(cat Scripts/DataConverter/Sample/*.swift Scripts/source/*.json Scripts/source/*/*.json | cksum)
if [ "$sources" != "$(cat "$folder/sources" 2>/dev/null)" ]; then
  for records in 10000 100000; do
    rm -rf "$folder/$records"
    "$programs/devtool" make-register "$folder/$records" --records "$records" >&2
  done
  echo "$sources" > "$folder/sources"
fi

exec "$programs/benchmark" --program "$programs/dondoc" --folder "$folder" \
  --register "185=$root/Data" --register "10000=$folder/10000" \
  --register "100000=$folder/100000" "$@"
