#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""plot.py FOLDER FILE.svg [NOTE]: draws how times grow with the number of credentials, out of a run of tests/bench/run.

FOLDER/vault.json (bench_vault) and FOLDER/naive.json (naive.py). Both axes are logarithmic. Colours follow the viewer's choice of
light or dark; lines differ in marks and dashes too. Standard library only.
"""
import dataclasses
import json
import math
import pathlib
import sys
from xml.sax.saxutils import escape

import report

WIDTH, TOP, LEFT, PLOT_WIDTH, PLOT_HEIGHT, GAP = 980, 112, 78, 380, 360, 94
LEGEND_LINE, LEGEND_TOP = 23, 72
X = (10, 100_000)
Y_TICKS = {1: "1 µs", 10: "10 µs", 100: "100 µs", 1e3: "1 ms", 1e4: "10 ms", 1e5: "100 ms", 1e6: "1 s", 1e7: "10 s"}
Y = (1, 1e7)
# name of the class: colour on light, colour on dark, dashes
LOOKS = {
    "a": ("#0060b0", "#5cb3ff", ""),
    "b": ("#007a4d", "#3ecf8e", ""),
    "c": ("#8a3fb8", "#c792ea", ""),
    "bare": ("#666666", "#a8a8a8", "2 4"),
    "naive": ("#c04000", "#ff9a5c", "9 5"),
    "naive2": ("#a8006d", "#ff7ac1", "9 3 2 3"),
}
STYLE = """text { font: 14px 'DejaVu Sans', Verdana, sans-serif; fill: #222 }
.title { font-size: 20px; font-weight: bold } .panel { font-size: 16px; font-weight: bold } .note { font-size: 12px; fill: #555 }
.back { fill: #fff } .grid { stroke: #ddd } .frame { fill: none; stroke: #888 } .line { fill: none; stroke-width: 2.2 }"""
DARK = """text { fill: #e6e6e6 } .note { fill: #aaa } .back { fill: #16191d } .grid { stroke: #333 } .frame { stroke: #777 }"""


@dataclasses.dataclass
class Series:
    look: str
    mark: str
    text: str
    points: list  # (credentials, microseconds)


def style():
    light = [f".{name} {{ stroke: {look[0]}; fill: {look[0]} }}" for name, look in LOOKS.items()]
    dark = [f".{name} {{ stroke: {look[1]}; fill: {look[1]} }}" for name, look in LOOKS.items()]
    dashes = [f".line.{name} {{ stroke-dasharray: {look[2]} }}" for name, look in LOOKS.items() if look[2]]
    return "\n".join([STYLE, *light, ".line { fill: none }", *dashes,
                      "@media (prefers-color-scheme: dark) {", DARK, *dark, ".line { fill: none } }"])


def along(value, low, high, length):
    return (math.log10(value) - math.log10(low)) / (math.log10(high) - math.log10(low)) * length


def mark(kind, x, y, look):
    if kind == "circle":
        return f'<circle class="{look}" cx="{x:.1f}" cy="{y:.1f}" r="4"/>'
    shapes = {"square": ((-4, -4), (4, -4), (4, 4), (-4, 4)), "diamond": ((0, -6), (6, 0), (0, 6), (-6, 0)),
              "triangle": ((0, -5.5), (5.5, 4.5), (-5.5, 4.5)), "wedge": ((0, 5.5), (5.5, -4.5), (-5.5, -4.5))}
    points = " ".join(f"{x + dx:.1f},{y + dy:.1f}" for dx, dy in shapes[kind])
    return f'<polygon class="{look}" points="{points}"/>'


def text(x, y, words, anchor="start", kind="plain"):
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(words)}</text>'


def grid(left):
    bottom = TOP + PLOT_HEIGHT
    for value, words in Y_TICKS.items():
        y = bottom - along(value, *Y, PLOT_HEIGHT)
        yield f'<line class="grid" x1="{left}" x2="{left + PLOT_WIDTH}" y1="{y:.1f}" y2="{y:.1f}"/>'
        yield text(left - 9, y + 5, words, "end")
    for value in report.SIZES:
        x = left + along(value, *X, PLOT_WIDTH)
        yield f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="{TOP}" y2="{bottom}"/>'
        yield text(x, bottom + 23, report.counted(value), "middle")
    yield f'<rect class="frame" x="{left}" y="{TOP}" width="{PLOT_WIDTH}" height="{PLOT_HEIGHT}"/>'
    yield text(left + PLOT_WIDTH / 2, bottom + 45, "credentials in the store", "middle", "note")


def panel(left, title, series):
    bottom = TOP + PLOT_HEIGHT
    yield text(left, TOP - 12, title, kind="panel")
    yield from grid(left)
    for at, one in enumerate(series):
        places = [(left + along(count, *X, PLOT_WIDTH), bottom - along(time, *Y, PLOT_HEIGHT))
                  for count, time in one.points]
        y = bottom + LEGEND_TOP + at * LEGEND_LINE
        for line in (places, [(left, y), (left + 40, y)]):
            yield f'<polyline class="line {one.look}" points="{" ".join(f"{x:.1f},{v:.1f}" for x, v in line)}"/>'
        for x, v in (*places, (left + 20, y)):
            yield mark(one.mark, x, v, one.look)
        yield text(left + 52, y + 5, one.text)


def micro_points(found, name, counter="median_us"):
    return [(size, found[f"{name}/{size}"][counter]) for size in report.SIZES if f"{name}/{size}" in found]


def naive_points(found, name):
    return [(one["accounts"], one[name]["median_us"]) for one in found.get("sizes", [])]


def panels(found, naive):
    reading = [
        Series("naive", "square", "naive: decrypt the one Fernet file", naive_points(naive, "read")),
        Series("a", "circle", "Latchkey: audited release", micro_points(found, "release")),
        Series("c", "wedge", "Latchkey: the same one again and again", micro_points(found, "release-again")),
        Series("b", "triangle", "Latchkey: decrypt, verified, no log", micro_points(found, "decrypt")),
        Series("bare", "diamond", "bare: SQLite read + AES-GCM", micro_points(found, "bare-read")),
    ]
    writing = [
        Series("naive", "square", "naive: save one, waits for the disk", naive_points(naive, "save_durable")),
        Series("naive2", "square", "naive: save one, does not wait", naive_points(naive, "save")),
        Series("a", "circle", "Latchkey: unlock, every row verified", micro_points(found, "unlock")),
        Series("c", "wedge", "Latchkey: open for one command", micro_points(found, "unlock-touched")),
        Series("b", "triangle", "Latchkey: save one, waits for the disk", micro_points(found, "save")),
        Series("bare", "diamond", "bare: SQLite writes the same, waits", micro_points(found, "save", "bare_us")),
    ]
    return [("Read one secret from an open store", reading), ("Open the store, save one credential", writing)]


def told(parts):
    """The figures for who does not see the picture."""
    return ". ".join(f"{one.text}: " + ", ".join(f"{report.counted(count)}: {report.shown(time)}" for count, time in one.points)
                     for _, series in parts for one in series)


def drawing(found, naive, note):
    parts = [(title, [one for one in series if one.points]) for title, series in panels(found, naive)]
    height = TOP + PLOT_HEIGHT + LEGEND_TOP + LEGEND_LINE * max(len(series) for _, series in parts) + 4
    title = "Latchkey and the naive design, from 10 to 100 000 credentials"
    yield (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img" '
           'aria-labelledby="title about">')
    yield f'<title id="title">{escape(title)}</title>'
    yield f'<desc id="about">{escape(told(parts))}</desc>'
    yield f"<style>\n{style()}\n</style>"
    yield f'<rect class="back" width="{WIDTH}" height="{height}" rx="6"/>'
    yield text(LEFT - 62, 34, title, kind="title")
    yield text(LEFT - 62, 58, note, kind="note")
    for at, (words, series) in enumerate(parts):
        yield from panel(LEFT + at * (PLOT_WIDTH + GAP), words, series)
    yield "</svg>"


def main():
    folder, out = map(pathlib.Path, sys.argv[1:3])
    found, naive = report.micro(folder / "vault.json"), folder / "naive.json"
    if not found:
        sys.exit(f"plot.py: {folder / 'vault.json'} is not there: run tests/bench/run first")
    note = sys.argv[3] if len(sys.argv) > 3 else "medians; both axes logarithmic; key derivation not counted"
    known = json.loads(naive.read_text(encoding="utf-8")) if naive.exists() else {}
    out.write_text("\n".join(drawing(found, known, note)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
