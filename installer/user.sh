#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# user.sh install BUILD_TREE | user.sh uninstall: the programs under ~/.local for one user. A list of what was installed stands
# beside the program, and only what is in it is ever replaced or removed; the vault is in another folder and is not touched.
set -uo pipefail
program=installer/run
say() { printf '%s\n' "$*"; }
die() { printf '%s: %s\n' "$program" "$*" >&2; exit 1; }

[ -n "${HOME:-}" ] && [ "${HOME#/}" != "$HOME" ] || die "HOME does not name a folder"
prefix=${HOME%/}/.local
list=libexec/latchkey/installed-files

# The list has a line for each file ("f bin/latchkey") and for each folder that was made ("d bin"), all below the prefix; "d ." is
# the prefix.
listed() { [ ! -e "$prefix/$list" ] || sed -n "s/^$1 //p" "$prefix/$list"; }
check_list() {
  [ -e "$prefix/$list" ] || return 0
  # Nothing but relative paths that stay below: no empty, "." or ".." part.
  if ! grep -q '^f ' "$prefix/$list" ||
    grep -vxF 'd .' "$prefix/$list" | grep -qvE '^[df] [^/]' || grep -vxF 'd .' "$prefix/$list" | grep -qE '[ /]\.\.?(/|$)|//'; then
    die "$prefix/$list is damaged: nothing was changed"
  fi
}

write_list() {
  printf '%s\n' "$@" >"$prefix/$list.new" && mv -f "$prefix/$list.new" "$prefix/$list" || die "cannot write $prefix/$list"
}

# Text as one word of an Exec line: quoted, and the quotes' own escapes escaped once more as every string of such a file.
exec_word() {
  local text=$1
  text=${text//'\'/'\\\\'}
  text=${text//'"'/'\\"'}
  text=${text//'$'/'\\$'}
  text=${text//'`'/'\\`'}
  printf '"%s"' "${text//'%'/'%%'}"
}

# What is to be installed, under $stage as it will be under the prefix. A menu may not know ~/.local/bin: it gets whole paths.
make_stage() {
  local component desktop=$stage/share/applications/latchkey-desktop.desktop line rest
  for component in cli desktop; do
    cmake --install "$tree" --prefix "$stage" --component $component --strip >"$log" 2>&1 || { cat "$log" >&2; die "cannot install from $tree"; }
  done
  [ -e "$desktop" ] || return 0
  while IFS= read -r line; do
    if [[ $line =~ ^Exec=([^ ]+)(.*)$ ]]; then
      rest=${BASH_REMATCH[2]}
      line="Exec=$(exec_word "$prefix/bin/${BASH_REMATCH[1]}")$rest"
    fi
    printf '%s\n' "$line"
  done <"$desktop" >"$log" && cat "$log" >"$desktop" || die "cannot write $desktop"
}

# Prints the folders that must be made for $1, a path below the prefix.
missing_folders() {
  local folder=./$1
  while [ "$folder" != "${folder%/*}" ]; do
    folder=${folder%/*}
    [ -d "$prefix/$folder" ] || printf '%s\n' "${folder#./}"
  done
}

install_files() {
  local file files=() had=() folders=() all=()
  local -A ours=() stays=()
  mapfile -t had < <(listed f)
  mapfile -t folders < <(listed d)
  make_stage
  mapfile -t files < <(cd "$stage" && find . \( -type f -o -type l \) -printf '%P\n' | sort)
  [ ${#files[@]} -gt 0 ] || die "$tree has nothing to install"
  for file in ${had[@]+"${had[@]}"}; do ours[$file]=1; done
  for file in "${files[@]}"; do
    stays[$file]=1
    if [ -z "${ours[$file]:-}" ] && { [ -e "$prefix/$file" ] || [ -L "$prefix/$file" ]; }; then
      die "$prefix/$file exists and is not from here: nothing was changed"
    fi
  done
  mapfile -t folders < <({ printf '%s\n' ${folders[@]+"${folders[@]}"}
    for file in "${files[@]}" "$list"; do missing_folders "$file"; done; } | sed '/^$/d' | sort -u)
  mapfile -t all < <(printf '%s\n' "${files[@]}" ${had[@]+"${had[@]}"} | sort -u)

  # First the list, then the files: whatever interrupts this, --uninstall finds all.
  mkdir -p "$prefix/${list%/*}" || die "cannot make $prefix/${list%/*}"
  write_list ${folders[@]+"${folders[@]/#/d }"} "${all[@]/#/f }"
  for file in "${files[@]}"; do
    # Beside its place and then over it: a program that runs goes on with the old file.
    mkdir -p "$prefix/$(dirname "$file")" && cp -P --preserve=mode "$stage/$file" "$prefix/$file.latchkey-new" &&
      mv -f "$prefix/$file.latchkey-new" "$prefix/$file" || die "cannot write $prefix/$file"
  done
  for file in ${had[@]+"${had[@]}"}; do
    [ -n "${stays[$file]:-}" ] || rm -f "$prefix/$file"
  done
  write_list ${folders[@]+"${folders[@]/#/d }"} "${files[@]/#/f }"
  # A cache of icons that is older than its folder is not believed.
  [ ! -e "$prefix/share/icons/hicolor/icon-theme.cache" ] || touch "$prefix/share/icons/hicolor"
  say "Installed ${#files[@]} files under $prefix: latchkey${desktop_note}. Remove them with ./installer/run --uninstall"
  case :${PATH:-}: in
    *":$prefix/bin:"*) ;;
    *) say "Your PATH does not name $prefix/bin yet; on Debian it does after the next login." ;;
  esac
}

uninstall_files() {
  local files=() folders=() file
  if [ ! -e "$prefix/$list" ]; then
    say "Nothing of Latchkey is installed under $prefix"
    return 0
  fi
  mapfile -t files < <(listed f)
  mapfile -t folders < <(listed d | sort -r)
  for file in "${files[@]}"; do
    rm -f "$prefix/$file" "$prefix/$file.latchkey-new" || die "cannot remove $prefix/$file"
  done
  rm -f "$prefix/$list" || die "cannot remove $prefix/$list"
  for file in ${folders[@]+"${folders[@]}"}; do rmdir "$(realpath -m "$prefix/$file")" 2>/dev/null; done
  say "Removed ${#files[@]} files from $prefix; vaults and settings were left alone"
}

check_list
case ${1:-} in
  install)
    tree=${2:?}
    desktop_note=
    stage=$(mktemp -d) && log=$(mktemp) || die "cannot make a temporary folder"
    trap 'rm -rf "$stage" "$log"' EXIT
    [ -z "$(find "$tree/src/desktop" -maxdepth 1 -name latchkey-desktop 2>/dev/null)" ] || desktop_note=" and latchkey-desktop"
    install_files
    ;;
  uninstall) uninstall_files ;;
  *) die "user.sh install BUILD_TREE | user.sh uninstall" ;;
esac
