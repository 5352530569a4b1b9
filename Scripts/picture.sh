#!/usr/bin/env bash
# Draws the README's pictures: the main screen on Data/, as the program draws it, in both languages.
set -euo pipefail
cd "$(dirname "$0")/.."

swift build --product devtool >&2
devtool=.build/debug/devtool
"$devtool" picture Data docs/pictures/main.svg --lang vi
"$devtool" picture Data docs/pictures/main.en.svg --lang en
