#!/bin/sh
# Measures how pasted minutes are split: recall and precision against records made by people.
#
#   Scripts/measure-minutes.sh FOLDER EXTRACTION.json [--overlap 0.5] [--verbose]
#
# FOLDER holds the texts; EXTRACTION.json the records, each with `source.seed` (the text's name),
# `source.paragraphs`, `tier` and `title_vi`. What counts as a match: `devtool help measure-minutes`.
set -eu
cd "$(dirname "$0")/.."
swift build --product devtool --no-color-diagnostics >&2
exec .build/debug/devtool measure-minutes "$@"
