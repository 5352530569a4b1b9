#!/usr/bin/env bash
# Makes a private working copy of Data/ to try things out on, and prints its folder.
#
# A copy that is there already is kept, with all that was done in it. With FRESH=1 a new one takes
# its place, and the one before is kept beside it, once.
set -euo pipefail
cd "$(dirname "$0")/.."
umask 077

home=${XDG_DATA_HOME:-${HOME:?}/.local/share}/dondoc
trial=$home/trial

if [ -e "$trial" ] && [ "${FRESH:-}" = 1 ]; then
  rm -rf -- "$trial.before"
  mv -- "$trial" "$trial.before"
fi
if [ ! -e "$trial" ]; then
  mkdir -p -- "$home"
  # Whole or not at all: an interrupted copy is never taken for a register.
  part=$(mktemp -d "$home/trial.XXXXXX")
  cp -R -- Data/. "$part"
  mv -- "$part" "$trial"
fi
printf '%s\n' "$trial"
