#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# lint_pages.sh PAGE...: both readers of manual pages must have nothing to say.
set -uo pipefail
export LC_ALL=C.UTF-8 MANWIDTH=80
# Which other pages this computer has says nothing about ours.
said=$(for page in "$@"; do
  mandoc -Tlint "$page" 2>&1
  man -l --warnings=w "$page" 2>&1 >/dev/null
done | grep -vE 'referenced manual not found|outdated mandoc.db')
[ -z "$said" ] || printf '%s\n' "$said"
[ $# -gt 0 ] && [ -z "$said" ]
