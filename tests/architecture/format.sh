#!/bin/sh
# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# format.sh CLANG-FORMAT ROOT: fails when a source is not laid out as .clang-format says.
# format.sh CLANG-FORMAT --self-test: fails when a badly laid out file would pass.
set -eu
style=$(cd "$(dirname "$0")/../.." && pwd)/.clang-format
check() {
  find "$@" -name '*.cpp' -print0 -o -name '*.h' -print0 | xargs -0r -n 40 -P 2 "$tool" "--style=file:$style" --dry-run -Werror
}
tool=$1
if [ "$2" = --self-test ]; then
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
  printf 'int   f( ){return 1 ;}\n' >"$folder/bad.cpp"
  if check "$folder" 2>/dev/null; then
    echo "a badly laid out file passed"
    exit 1
  fi
  exit 0
fi
check "$2/src" "$2/tests"
