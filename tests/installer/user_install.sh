#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# user_install.sh BUILD_TREE VERSION: `installer/run --user` and --uninstall as the part that does them, in a home of its own.
set -uo pipefail
tree=$1 version=$2
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P) || exit 1
folder=$(mktemp -d "${TMPDIR:-/tmp}/latchkey-user-XXXXXX") || exit 1
trap 'rm -rf "$folder"' EXIT
export ASAN_OPTIONS=detect_leaks=0 LC_ALL=C.UTF-8
faults=0
fault() { printf 'FAULT: %s\n' "$1"; faults=$((faults + 1)); }
check() { # check WHAT COMMAND...
  "${@:2}" >"$folder/log" 2>&1 || { fault "$1"; cat "$folder/log"; }
}
user() { HOME=$home PATH=/usr/bin:/bin bash "$root/installer/user.sh" "$@" >"$folder/said" 2>&1; }
# Everything below the home: kind, mode, name, content or target.
picture() { (cd "$1" && find . -printf '%y %m %p %l\n' | sort && find . -type f -exec sha256sum {} + | sort -k2); }

# Spaces and what a shell, a menu entry or an expression would take for its own.
# shellcheck disable=SC2016
home=$folder/'a "home" of $1 100% \ `x`'
mkdir -p "$home/.local/bin" "$home/.local/share/latchkey" "$home/.local/state/latchkey" "$home/.local/share/icons"
echo 'a vault' >"$home/.local/share/latchkey/vault.db"
chmod 600 "$home/.local/share/latchkey/vault.db"
echo 'seen' >"$home/.local/state/latchkey/x.anchor"
echo 'mine' >"$home/.local/bin/other"
picture "$home" >"$folder/before"

check "installs" user install "$tree"
installed="$home/.local/bin/latchkey"
check "the front starts the whole program where it was put" test "$("$installed" --version)" = "latchkey $version"
check "the desktop program starts" env QT_QPA_PLATFORM=offscreen "$home/.local/bin/latchkey-desktop" --version
entry=$home/.local/share/applications/latchkey-desktop.desktop
check "the menu entry is valid" desktop-file-validate "$entry"
# Read as GNOME and GTK read it; that %% stands for % is the last step of a launcher.
check "the menu entry names the installed programs" /usr/bin/python3 -c '
import sys
from gi.repository import GLib
entry, bin = sys.argv[1:]
keys = GLib.KeyFile()
keys.load_from_file(entry, GLib.KeyFileFlags.NONE)
lines = [keys.get_string(group, "Exec") for group in keys.get_groups()[0]]
words = [[word.replace("%%", "%") for word in GLib.shell_parse_argv(line)[1]] for line in lines]
assert words == [[bin + "/latchkey-desktop"], [bin + "/latchkey-desktop"], [bin + "/latchkey", "lock"]], words' "$entry" "$home/.local/bin"
check "the icon is there" test -s "$home/.local/share/icons/hicolor/48x48/apps/latchkey.png"
check "the manual page is there" test -s "$home/.local/share/man/man1/latchkey.1.gz"
check "what a Debian package has alone is not" test ! -e "$home/.local/share/doc"

picture "$home" >"$folder/once"
check "installs over itself" user install "$tree"
picture "$home" >"$folder/twice"
check "the second time changes nothing" diff "$folder/once" "$folder/twice"

# A file of an older version that is no longer among those installed.
echo 'f bin/latchkey-gone' >>"$home/.local/libexec/latchkey/installed-files"
echo old >"$home/.local/bin/latchkey-gone"
check "brings itself up to date" user install "$tree"
picture "$home" >"$folder/twice"
check "what is no longer installed is gone" diff "$folder/once" "$folder/twice"

cp "$home/.local/libexec/latchkey/installed-files" "$folder/list"
for line in 'f /etc/passwd' 'f ../../x' 'd share/../..' 'x bin' 'f bin//x'; do
  { cat "$folder/list"; echo "$line"; } >"$home/.local/libexec/latchkey/installed-files"
  picture "$home" >"$folder/once"
  if user uninstall; then fault "took a list with the line $line"; fi
  picture "$home" >"$folder/twice"
  check "a list with the line $line changes nothing" diff "$folder/once" "$folder/twice"
  check "and is told in one line" test "$(wc -l <"$folder/said")" -eq 1
done
cp "$folder/list" "$home/.local/libexec/latchkey/installed-files"

check "uninstalls" user uninstall
picture "$home" >"$folder/after"
check "only what was installed is gone" diff "$folder/before" "$folder/after"
check "uninstalls again" user uninstall
check "and says that nothing was there" grep -q 'Nothing of Latchkey' "$folder/said"

echo 'somebody else' >"$home/.local/bin/latchkey"
picture "$home" >"$folder/before"
if user install "$tree"; then fault "replaced a file that is not from here"; fi
check "names the file in one line" test "$(grep -cF "$installed exists" "$folder/said")/$(wc -l <"$folder/said")" = 1/1
picture "$home" >"$folder/after"
check "a refused installation changes nothing" diff "$folder/before" "$folder/after"

home=$folder/empty
mkdir "$home"
check "installs where nothing is" user install "$tree"
check "uninstalls there" user uninstall
check "and leaves nothing" rmdir "$home"

echo "$faults faults"
[ "$faults" -eq 0 ]
