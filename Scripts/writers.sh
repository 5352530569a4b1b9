#!/usr/bin/env bash
# Eight people at one register: each writes notes as fast as it can, by commands of its own, and in the
# end every note that was reported as saved has to be there.
#
#   Scripts/writers.sh [NOTES]    so many each, 500 if not said; with the program built for release
set -euo pipefail
cd "$(dirname "$0")/.."
notes=${1:-500}
program=.build/release/dondoc
[ -x "$program" ] || { echo "make build" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r Data "$work/register"
export HOME=/dev/null/home DONDOC_DATA="$work/register" DONDOC_LANG=en
mapfile -t codes < <("$program" list --limit 40 | cut -f1)

write() {
  for note in $(seq "$notes"); do
    code=${codes[$(( ($1 * 31 + note * 7) % ${#codes[@]} ))]}
    said=saved
    DONDOC_AUTHOR="w$1" "$program" note "$code" "w$1-$note." >/dev/null 2>>"$work/complaints" \
      || said=refused
    echo "w$1-$note. $said"
  done > "$work/said.$1"
}

for writer in 1 2 3 4 5 6 7 8; do write "$writer" & done
wait

for code in "${codes[@]}"; do "$program" show "$code" --json; done \
  | grep -o 'w[1-8]-[0-9]*\.' | sort -u > "$work/there"
cat "$work"/said.* | awk '$2 == "saved" { print $1 }' | sort -u > "$work/saved"
cat "$work"/said.* | awk '$2 != "saved" { print $1 }' | sort -u > "$work/refused"
missing=$(comm -23 "$work/saved" "$work/there" | wc -l)
surplus=$(comm -12 "$work/refused" "$work/there" | wc -l)
echo "saved $(wc -l < "$work/saved"), refused $(wc -l < "$work/refused")," \
  "saved and missing $missing, refused and there $surplus"
"$program" check >&2
[ "$missing" = 0 ] && [ "$surplus" = 0 ]
