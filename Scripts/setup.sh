#!/usr/bin/env bash
# Sees to it that this machine has what dondoc needs; what is there already is left alone.
#
#   Scripts/setup.sh build    to build and run
#   Scripts/setup.sh test     and for the tests
#
# On Debian and Ubuntu it offers to install what is missing. It asks first, unless YES=1 or CI=true,
# or nobody is there to ask and no password is needed. Elsewhere it says what is missing.
# Without what is needed to build it stops. What only some tests need stops nobody: it says which
# tests will be skipped.
# All it says goes to standard error, so that standard output stays the program's.
set -euo pipefail
cd "$(dirname "$0")/.."

use=${1:-build}
oldest_swift=6.3

say() { printf '%s\n' "$*" >&2; }
has() { command -v "$1" >/dev/null 2>&1; }
is_yes() { [ "${YES:-}" = 1 ] || [ "${CI:-}" = true ]; }
is_debian() { has apt-get && has dpkg-query; }

# One column of the lines of packages.txt for a use: 2 Debian, 3 Fedora, 4 Arch, 5 probe, 6 what for.
column() {
  awk -F'|' -v use="$1" -v column="$2" '
    /^#/ || NF < 6 { next }
    { gsub(/[ \t]/, "", $1); gsub(/^[ \t]+|[ \t]+$/, "", $column) }
    $1 == use { print $column }' Scripts/packages.txt
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

# The places of the lines for a use whose need is not met. Debian's packages stand for headers there:
# no compiler need be found to ask for them.
missing() {
  local use=$1 place=0 probe package
  while IFS='|' read -r probe package; do
    place=$((place + 1))
    if is_debian && [ "${probe%%:*}" = header ]; then
      [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)" = installed ] ||
        echo "$place"
    else
      probe_is_met "$probe" || echo "$place"
    fi
  done < <(paste -d '|' <(column "$use" 5) <(column "$use" 2))
}

# What stands in a column at the places given.
named() {
  local use=$1 column=$2 place
  shift 2
  for place in "$@"; do column "$use" "$column" | sed -n "${place}p"; done
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

# With nobody there to type a password, sudo is not to wait for one.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif [ -t 0 ]; then
    sudo "$@"
  else
    sudo -n "$@"
  fi
}

# Whether the packages named are to be installed, and can be.
offer() {
  local prefix=
  [ "$(id -u)" = 0 ] || prefix="sudo "
  say "Còn thiếu / Missing: $*"
  say "  ${prefix}apt-get install $*"
  [ "$(id -u)" = 0 ] || has sudo || return 1
  may_install || return 1
  as_root apt-get update -q >&2 || true
}

install_on_debian() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q "$@" >&2
}

tell_elsewhere() {
  say "Còn thiếu / Missing: $*"
  say "
  Máy này không dùng apt. Hãy cài các gói sau rồi chạy lại:
  This machine has no apt. Install these packages, then run this again:

    Fedora:  $(column build 3 | sort -u | tr '\n' ' ')
    Arch:    $(column build 4 | sort -u | tr '\n' ' ')
    Debian:  $(column build 2 | tr '\n' ' ')
"
  exit 1
}

see_to_building() {
  local places packages probes
  mapfile -t places < <(missing build)
  [ ${#places[@]} -eq 0 ] && return
  mapfile -t packages < <(named build 2 "${places[@]}")
  mapfile -t probes < <(named build 5 "${places[@]}")
  is_debian || tell_elsewhere "${probes[@]##*:}"
  if offer "${packages[@]}"; then install_on_debian "${packages[@]}" && return; fi
  say "Chưa cài được. Hãy chạy lệnh trên (với quyền quản trị), hoặc chạy lại với YES=1."
  say "Not installed. Run the line above (as administrator), or run this again with YES=1."
  exit 1
}

see_to_testing() {
  local places packages package place
  mapfile -t places < <(missing test)
  [ ${#places[@]} -eq 0 ] && return
  mapfile -t packages < <(named test 2 "${places[@]}")
  # Each by itself: where one cannot be had, the others still can.
  if is_debian && offer "${packages[@]}"; then
    for package in "${packages[@]}"; do install_on_debian "$package" || true; done
    mapfile -t places < <(missing test)
  fi
  for place in "${places[@]}"; do
    say "Không có $(named test 2 "$place"), nên bỏ qua các phép thử: $(named test 6 "$place")"
    say "Without $(named test 2 "$place") these tests are skipped: $(named test 6 "$place")"
  done
}

if [ "$(uname -s)" != Linux ]; then
  say "dondoc chạy trên Linux; trên máy này hãy dùng máy ảo hoặc container Linux (Debian, Ubuntu)."
  say "dondoc runs on Linux; on this machine use a Linux virtual machine or container (Debian, Ubuntu)."
  exit 1
fi
# Elsewhere than on Debian the headers are looked for with Swift's own compiler.
is_debian || check_swift
see_to_building
check_swift
[ "$use" != test ] || see_to_testing
