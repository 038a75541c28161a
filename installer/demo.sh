#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# The main job in a terminal: demo.sh PATH/TO/latchkey. Everything happens in a throw-away folder with a made-up key; your own
# vault and keychain are not touched, and no exchange is asked.
set -uo pipefail
latchkey=$1
program=installer/demo.sh

folder=$(mktemp -d "${TMPDIR:-/tmp}/latchkey-demo-XXXXXX") || { echo "$program: cannot make a temporary folder" >&2; exit 1; }
trap 'rm -rf "$folder"' EXIT
mkdir -m 700 "$folder/run"
umask 077
random() { od -An -tx1 -N"$1" /dev/urandom | tr -d ' \n'; }
printf 'demo passphrase %s\n' "$(random 8)" >"$folder/passphrase"

export LATCHKEY_HOME=$folder/home LATCHKEY_PASSPHRASE_FILE=$folder/passphrase XDG_RUNTIME_DIR=$folder/run XDG_STATE_HOME=$folder/state
secret=$(random 32)
call() { "$latchkey" --no-keychain "$@"; }
step() { printf '\n%s\n' "$1"; }
must() {
  "$@" && return
  echo "$program: this step failed: latchkey ${*:2}" >&2
  exit 1
}

step "1. A vault in $folder, opened by a passphrase:"
must call init --method passphrase --recovery-key-out "$folder/recovery-key" >/dev/null
echo "   $(stat -c '%n, mode %a, %s bytes' "$LATCHKEY_HOME/vault.db")"

step "2. A made-up Bitget key goes in, on standard input and never as an argument:"
printf '{"api_key":"bg_%s","api_secret":"%s","passphrase":"Demo%s"}' "$(random 16)" "$secret" "$(random 4)" |
  must call exchange add bitget demo --no-check >/dev/null
echo "   stored and not checked: the key is made up, so no exchange was asked whether it works."

step "3. What is in the vault:"
must call exchange list | sed 's/^/   /'
[ "${PIPESTATUS[0]}" -eq 0 ] || exit 1
if grep -rqaF "$secret" "$folder/home"; then
  echo "$program: the secret stands readable in the vault" >&2
  exit 1
fi
echo "   the secret was looked for in the file and is not readable there."

step "4. A program is started with the key in its environment, under the names that ccxt reads:"
# shellcheck disable=SC2016 # the child expands these
must call run --with bitget/demo --as ccxt -- sh -c '
  for name in BITGET_APIKEY BITGET_SECRET BITGET_PASSWORD; do
    eval "value=\$$name"
    [ -n "$value" ] || exit 1
    printf "   the child sees %-16s %s characters\n" "$name" "${#value}"
  done'

step "5. The log of what was released, its verification, and that of the whole vault:"
must call audit --limit 5 | sed 's/^/   /'
[ "${PIPESTATUS[0]}" -eq 0 ] || exit 1
must call audit verify >"$folder/audit" || exit 1
sed 's/^/   /' "$folder/audit"
must call verify >"$folder/verify" || exit 1
sed 's/^/   /' "$folder/verify"

step "Done: vault made, key stored and listed, program run with it, log verified. The folder is removed now; no exchange and"
echo "no keychain was contacted. For your own keys: latchkey-desktop, or $latchkey --help"
