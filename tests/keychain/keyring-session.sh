#!/bin/bash
# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# keyring-session.sh MODE -- PROGRAM [ARGUMENT...]
#
# Runs PROGRAM in a session of its own: own bus, own home, own gnome-keyring-daemon (or none), no display, all in a temporary
# folder. Nothing of the caller's session is touched, and every process started here is ended by its id, whatever happens.
#   unlocked      a keyring that is open
#   locked        the same; the test locks it. No prompter can be started, so a prompt can never be shown
#   nocollection  a daemon that the bus activates, without any keyring
#   hung          a keyring that is open; the test stops the daemon and lets it go on
#   pending       the same; the test leaves while a request is unanswered
#   buslost       a keyring that is open, on a bus that the test ends
#   hungbus       a bus that the test stops
#   noservice     a bus without a secret service
#   nobus         no bus
#   prompt        a keyring that is open, and a virtual display on which the real prompter can ask for its password
#   wallet        a fake KWallet daemon (fake-kwalletd.py) on a KDE session, beside an open keyring
# The program finds LATCHKEY_KEYRING_MODE, LATCHKEY_KEYRING_PID and LATCHKEY_BUS_PID in its environment.
set -u
here=$(cd "$(dirname "$0")" && pwd)

# call DESTINATION PATH METHOD [ARGUMENT...]: the reply, or nothing.
call() {
  local destination=$1 path=$2 method=$3
  shift 3
  dbus-send --session --print-reply --reply-timeout=2000 --dest="$destination" "$path" "$method" "$@" 2>/dev/null
}

bus() { call org.freedesktop.DBus /org/freedesktop/DBus "org.freedesktop.DBus.$1" "string:$2"; }

# Waits for `$@` to succeed, at most 20 s.
await() {
  local tries=400
  until "$@"; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || { echo "keyring-session: waited in vain for: $*" >&2; return 1; }
    sleep 0.05
  done
}

owned() { bus NameHasOwner "$1" | grep -q 'boolean true'; }
has_collection() {
  call org.freedesktop.secrets /org/freedesktop/secrets org.freedesktop.Secret.Service.ReadAlias string:default \
    | grep -q '/collection/'
}
pid_of() { bus GetConnectionUnixProcessID "$1" | sed -n 's/.*uint32 //p'; }

# Ends one process that this script started, stopped or not.
end() {
  [ -n "${1:-}" ] || return 0
  kill -KILL "$1" 2>/dev/null
  wait "$1" 2>/dev/null
}

# Sees the variables of inside(). The bus first: a bus that a test left stopped would never say who its daemon is.
clean_up() {
  [ -z "$bus_daemon" ] || kill -CONT "$bus_daemon" 2>/dev/null
  if [ -z "$keyring" ] && [ "$LATCHKEY_KEYRING_MODE" = nocollection ]; then
    keyring=$(pid_of org.freedesktop.secrets)
  fi
  end "$keyring"
  end "$wallet"
}

start_keyring() {
  # An empty password would make no keyring at all.
  printf 'testpw' | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 &
  keyring=$!
  await owned org.freedesktop.secrets && await has_collection
}

# Runs inside the session's bus.
inside() {
  local mode=$1
  shift 2
  local keyring='' wallet='' bus_daemon='' status
  trap clean_up EXIT
  trap 'exit 143' TERM INT HUP
  bus_daemon=$(pid_of org.freedesktop.DBus)
  case $mode in
    unlocked | locked | hung | pending | prompt | buslost) start_keyring || exit 1 ;;
    wallet)
      start_keyring || exit 1
      /usr/bin/python3 "$here/fake-kwalletd.py" >/dev/null &
      wallet=$!
      await owned org.kde.kwalletd5 || exit 1
      ;;
  esac
  LATCHKEY_KEYRING_PID=$keyring LATCHKEY_BUS_PID=$bus_daemon "$@"
  status=$?
  clean_up
  trap - EXIT
  exit "$status"
}

if [ "${1:-}" = --inside ]; then
  shift
  inside "$@"
fi

mode=$1
[ "${2:-}" = -- ] || { echo "usage: keyring-session.sh MODE -- PROGRAM [ARGUMENT...]" >&2; exit 2; }
for tool in dbus-run-session dbus-send gnome-keyring-daemon; do
  command -v "$tool" >/dev/null || { echo "keyring-session: SKIPPED, $tool is not installed" >&2; exit 77; }
done
if [ "$mode" = wallet ] && ! /usr/bin/python3 -c 'import dbus, gi' 2>/dev/null; then
  echo "keyring-session: SKIPPED, python3-dbus and python3-gi are not installed" >&2
  exit 77
fi
prompter=/usr/libexec/gcr-prompter
if [ "$mode" = prompt ]; then
  for tool in Xvfb openbox xdotool "$prompter"; do
    command -v "$tool" >/dev/null || { echo "keyring-session: SKIPPED, $tool is not installed" >&2; exit 77; }
  done
fi

folder=$(mktemp -d "${TMPDIR:-/tmp}/latchkey-keyring.XXXXXX") || exit 1
display='' manager=''
trap 'end "$manager"; end "$display"; rm -rf "$folder"' EXIT
trap 'exit 143' TERM INT HUP
mkdir -m 700 "$folder/home" "$folder/run" "$folder/data" "$folder/services"
export HOME=$folder/home XDG_RUNTIME_DIR=$folder/run XDG_DATA_HOME=$folder/data
export XDG_CONFIG_HOME=$folder/home/.config XDG_CACHE_HOME=$folder/home/.cache
export LATCHKEY_KEYRING_MODE=$mode
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS XDG_CURRENT_DESKTOP DESKTOP_SESSION GNOME_DESKTOP_SESSION_ID
unset KDE_FULL_SESSION KDE_SESSION_VERSION GNOME_KEYRING_CONTROL SECRET_BACKEND

if [ "$mode" = nobus ]; then
  shift 2
  "$@"
  exit $?
fi
if [ "$mode" = wallet ]; then
  export XDG_CURRENT_DESKTOP=KDE KDE_SESSION_VERSION=5
fi
if [ "$mode" = nocollection ]; then
  printf '[D-BUS Service]\nName=org.freedesktop.secrets\nExec=%s --start --foreground --components=secrets\n' \
    "$(command -v gnome-keyring-daemon)" >"$folder/services/org.freedesktop.secrets.service"
fi
if [ "$mode" = prompt ]; then
  # The server chooses a free display itself and writes its number; no TCP, no other user.
  Xvfb -displayfd 3 -nolisten tcp -screen 0 800x600x24 3>"$folder/display" >/dev/null 2>&1 &
  display=$!
  await test -s "$folder/display" || exit 1
  DISPLAY=:$(cat "$folder/display")
  export DISPLAY
  openbox >/dev/null 2>&1 &
  manager=$!
  printf '[D-BUS Service]\nName=org.gnome.keyring.SystemPrompter\nExec=%s\n' \
    "/usr/bin/env DISPLAY=$DISPLAY NO_AT_BRIDGE=1 GTK_A11Y=none GSETTINGS_BACKEND=memory $prompter" \
    >"$folder/services/org.gnome.keyring.SystemPrompter.service"
fi
cat >"$folder/session.conf" <<CONF
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=$folder/run/session-bus</listen>
  <servicedir>$folder/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
CONF
dbus-run-session --config-file="$folder/session.conf" -- "$0" --inside "$@" 2> >(grep -v 'Failed to set fd limit' >&2)
