#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Cuts the glyphs of glyphs.txt out of Tabler's icon font. Run by hand after changing the list; needs npm and fonttools.
#   resources/icons/subset.sh [VERSION]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
version=${1:-3.49.0}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && npm pack --silent "@tabler/icons-webfont@$version" >/dev/null && tar xzf ./*.tgz)
points=$(awk '!/^#/ && NF == 2 { printf "%sU+%s", sep, $2; sep = "," }' "$here/glyphs.txt")
pyftsubset "$work/package/dist/fonts/tabler-icons.ttf" --unicodes="$points" --no-hinting --drop-tables+=GSUB,GPOS \
  --output-file="$here/tabler-subset.ttf"
cp "$work/package/LICENSE" "$here/LICENSE.tabler"
