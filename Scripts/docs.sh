#!/usr/bin/env bash
# Makes the generated pages and pictures of docs/ anew: keys, queries, and the README's pictures.
set -euo pipefail
cd "$(dirname "$0")/.."

swift build --no-color-diagnostics >&2
dondoc=.build/debug/dondoc
DONDOC_LANG=vi "$dondoc" keys --keys=all >docs/keys.md.new && mv docs/keys.md.new docs/keys.md
DONDOC_LANG=en "$dondoc" keys --keys=all >docs/keys.en.md.new && mv docs/keys.en.md.new docs/keys.en.md
DONDOC_LANG=vi "$dondoc" fields >docs/query.md.new && mv docs/query.md.new docs/query.md
DONDOC_LANG=en "$dondoc" fields >docs/query.en.md.new && mv docs/query.en.md.new docs/query.en.md
Scripts/picture.sh
