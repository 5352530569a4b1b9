#!/usr/bin/env bash
# Sees to it that this machine has what dondoc needs; what is there already is left alone.
#
#   Scripts/setup.sh build    to build and run
#   Scripts/setup.sh test     and for the tests
#
# On Debian and Ubuntu it offers to install what is missing. It asks first, unless YES=1 or CI=true,
# or nobody is there to ask and no password is needed. Elsewhere it says what is missing.
# All it says goes to standard error, so that standard output stays the program's.
set -euo pipefail
cd "$(dirname "$0")/.."

uses="build"
[ "${1:-build}" = test ] && uses="build test"
oldest_swift=6.3

say() { printf '%s\n' "$*" >&2; }
has() { command -v "$1" >/dev/null 2>&1; }
is_yes() { [ "${YES:-}" = 1 ] || [ "${CI:-}" = true ]; }
is_debian() { has apt-get && has dpkg-query; }

# One column of packages.txt, for the needs of the uses asked for: 2 Debian, 3 Fedora, 4 Arch, 5 probe.
column() {
  awk -F'|' -v uses=" $uses " -v column="$1" '
    /^#/ || NF < 6 { next }
    { gsub(/[ \t]/, "", $1); gsub(/^[ \t]+|[ \t]+$/, "", $column) }
    index(uses, " " $1 " ") { print $column }' Scripts/packages.txt
}

swift_is_new_enough() {
  has swift || return 1
  local version
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1)
  [ "$(printf '%s\n%s\n' "$oldest_swift" "$version" | sort -V | head -n 1)" = "$oldest_swift" ]
}

check_swift() {
  swift_is_new_enough && return
  if has swift; then
    say "Swift trên máy này cũ hơn $oldest_swift. / The Swift on this machine is older than $oldest_swift."
  else
    say "Máy này chưa có Swift. / There is no Swift on this machine."
  fi
  say "
  dondoc cần Swift $oldest_swift trở lên. Vào swift.org, mục Install, chọn Linux và bản phát hành
  đang dùng; làm theo hướng dẫn ở đó, rồi mở cửa sổ lệnh mới và chạy lại.

  dondoc needs Swift $oldest_swift or newer. Go to swift.org, page Install, choose Linux and your
  release; follow the steps there, then open a new terminal and run this again.
"
  exit 1
}

# A need is met if the compiler finds the header, or the shell the command.
probe_is_met() {
  local kind=${1%%:*} rest=${1#*:}
  case $kind in
    command) has "$rest" ;;
    header)
      printf '#include <%s>\n' "${rest#*:}" |
        clang -x "${rest%%:*}" -std="$([ "${rest%%:*}" = c ] && echo c11 || echo c++17)" \
          -fsyntax-only - 2>/dev/null
      ;;
  esac
}

missing_on_debian() {
  local package
  column 2 | while read -r package; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)" = installed ] ||
      echo "$package"
  done
}

missing_elsewhere() {
  local probe
  column 5 | while read -r probe; do
    probe_is_met "$probe" || echo "${probe##*:}"
  done
}

may_install() {
  is_yes && return
  if [ -t 0 ]; then
    local answer
    read -r -p "Cài đặt bây giờ? / Install now? [y/N] " answer >&2 || answer=
    case $answer in [yY]*) return 0 ;; *) return 1 ;; esac
  fi
  [ "$(id -u)" = 0 ]
}

install_on_debian() {
  local missing=("$@") as_root=()
  [ "$(id -u)" = 0 ] || as_root=(sudo)
  say "Còn thiếu / Missing: ${missing[*]}"
  say "  ${as_root[*]:+sudo }apt-get install ${missing[*]}"
  if ! may_install || { [ "$(id -u)" != 0 ] && ! has sudo; }; then
    say "Chưa cài gì. Hãy chạy lệnh trên (với quyền quản trị), hoặc chạy lại với YES=1."
    say "Nothing was installed. Run the line above (as administrator), or run this again with YES=1."
    exit 1
  fi
  "${as_root[@]}" apt-get update -q >&2
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q "${missing[@]}" >&2
}

tell_elsewhere() {
  say "Còn thiếu / Missing: $*"
  say "
  Máy này không dùng apt. Hãy cài các gói sau rồi chạy lại:
  This machine has no apt. Install these packages, then run this again:

    Fedora:  $(column 3 | sort -u | tr '\n' ' ')
    Arch:    $(column 4 | sort -u | tr '\n' ' ')
    Debian:  $(column 2 | tr '\n' ' ')
"
  exit 1
}

if [ "$(uname -s)" != Linux ]; then
  say "dondoc chạy trên Linux; trên máy này hãy dùng máy ảo hoặc container Linux (Debian, Ubuntu)."
  say "dondoc runs on Linux; on this machine use a Linux virtual machine or container (Debian, Ubuntu)."
  exit 1
fi
if is_debian; then
  mapfile -t missing < <(missing_on_debian)
  [ ${#missing[@]} -eq 0 ] || install_on_debian "${missing[@]}"
  check_swift
else
  check_swift
  mapfile -t missing < <(missing_elsewhere)
  [ ${#missing[@]} -eq 0 ] || tell_elsewhere "${missing[@]}"
fi
