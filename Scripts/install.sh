#!/usr/bin/env bash
# Installs the built program and what a shell needs to complete its commands.
#
#   Scripts/install.sh PROGRAM PREFIX     under DESTDIR, if that is set
set -euo pipefail

program=$1
root=${DESTDIR:-}$2

[ -x "$program" ] || { echo "$program chưa có: chạy make build trước. / Run make build first." >&2; exit 1; }

install -d "$root/bin"
install -m 755 -s "$program" "$root/bin/dondoc"

completion() {
  install -d "$root/share/$2"
  "$program" --generate-completion-script "$1" >"$root/share/$2/$3"
  chmod 644 "$root/share/$2/$3"
}
completion bash bash-completion/completions dondoc
completion zsh zsh/site-functions _dondoc
completion fish fish/vendor_completions.d dondoc.fish
echo "$root/bin/dondoc"
