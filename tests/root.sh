# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# A Debian 12 made for one test; sourced, never run. Needs die(), root and mmdebstrap.
# shellcheck shell=bash

# The first Debian mirror that this machine uses; $1 tells the archive.
mirror() {
  cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | grep -v '^#' | grep -oE "https?://[^ ]+/$1/?( |$)" | head -1 | tr -d ' '
}

# make_root DIR [PACKAGE...]: a minimal system there, with the package sources and proxy of this machine.
make_root() {
  local dir=$1 main security file options=() include=()
  shift
  main=$(mirror debian)
  security=$(mirror debian-security)
  : "${main:=http://deb.debian.org/debian}" "${security:=http://deb.debian.org/debian-security}"
  for file in /etc/apt/apt.conf.d/*; do
    if grep -qE '^ *Acquire' "$file" 2>/dev/null; then options+=("--aptopt=$file"); fi
  done
  [ $# -eq 0 ] || include=("--include=$(IFS=,; printf '%s' "$*")")
  mmdebstrap --quiet --mode=root --variant=minbase ${include[@]+"${include[@]}"} ${options[@]+"${options[@]}"} bookworm "$dir" \
    "deb $main bookworm main" "deb $main bookworm-updates main" "deb $security bookworm-security main" \
    >"$dir.log" 2>&1 || { tail -5 "$dir.log" >&2; rm -f "$dir.log"; die "mmdebstrap failed"; }
  rm -f "$dir.log"
  cp /etc/resolv.conf "$dir/etc/resolv.conf"
}

# enter DIR COMMAND...: in namespaces of its own: mounts and left-over processes are gone with it, and nothing of it is seen outside.
enter() {
  # shellcheck disable=SC2016 # expanded inside
  unshare --mount --pid --fork --kill-child bash -c '
    root=$1
    shift
    mount -t proc proc "$root/proc" && mount -t sysfs -o ro sysfs "$root/sys" && mount --rbind /dev "$root/dev" &&
      mount -t tmpfs -o mode=1777 tmpfs "$root/tmp" && mount -t tmpfs -o mode=755 tmpfs "$root/run" || exit 125
    exec chroot "$root" "$@"' enter "$@" </dev/null
}
