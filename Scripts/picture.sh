#!/usr/bin/env bash
# Draws the README's pictures: the main screen on Data/, as the program draws it, in both languages.
set -euo pipefail
cd "$(dirname "$0")/.."

swift build --product devtool --no-color-diagnostics >&2
devtool=.build/debug/devtool
"$devtool" picture Data docs/pictures/main.svg --lang vi
"$devtool" picture Data docs/pictures/main.en.svg --lang en

# The same screen as text, between the marks in the README.
as_text() {
  local page=$1 lang=$2 text
  text=$(mktemp)
  "$devtool" picture Data "$text" --lang "$lang"
  awk -v text="$text" '
    /<!-- screen -->/ { print; print "```"; while ((getline line < text) > 0) print line
      print "```"; skip = 1; next }
    /<!-- \/screen -->/ { skip = 0 }
    !skip { print }' "$page" >"$page.new"
  mv -- "$page.new" "$page"
  rm -f -- "$text"
}
as_text README.md vi
as_text README.en.md en
