#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""report.py FOLDER [HEADING]: one table out of FOLDER/vault.json (bench_vault) and FOLDER/processes.json (processes.py).

The ratio is measured : budget; above 1 the budget is missed. Rows without a budget explain their neighbours.
"""
import json
import pathlib
import sys

SIZES = (10, 100, 1000, 10_000, 100_000)
MISSED = " **missed**"


def micro(path):
    """{name: counters} of Google Benchmark's JSON; "release/1000/iterations:10/manual_time" is "release/1000"."""
    if not path.exists():
        return {}
    runs = json.loads(path.read_text(encoding="utf-8"))["benchmarks"]
    return {"/".join(run["name"].split("/")[:2]): run for run in runs}


def shown(microseconds):
    if microseconds < 1000:
        return f"{microseconds:.1f} µs"
    return f"{microseconds / 1000:.2f} ms" if microseconds < 1e6 else f"{microseconds / 1e6:.2f} s"


def counted(number):
    return f"{number:,}".replace(",", " ")


def row(what, measured, budget="", ratio=None):
    judged = "" if ratio is None else f"{ratio:.2f}" + (MISSED if ratio > 1 else "")
    return f"| {what} | {measured} | {budget} | {judged} |"


# name, text, budget in microseconds for each size (0: none)
TIMED = (
    ("decrypt", "decrypt one secret (read, verify, decrypt; no log)", lambda size: 60),
    ("release", "audited release, uncached, vault thread", lambda size: 100),
    ("release-again", "audited release of the same one again (there is no cache)", lambda size: 40),
    ("release-by-name", "find by name and release (what `Secrets::get` does), vault thread", lambda size: 0),
    ("service-get", "`Secrets::get`, with the way to the vault thread and back", lambda size: 0),
    ("kdf", "(key derivation inside the unlocks below: 32 KiB)", lambda size: 0),
    ("unlock", "unlock, every row verified, log short", lambda size: 20_000 if size <= 100 else 1_000_000),
    ("unlock-long-log", "unlock, every row verified, 10 000 log entries since the checkpoint",
     lambda size: 20_000 if size <= 100 else 1_000_000),
    ("unlock-touched", "open for one command (rows verified when touched)", lambda size: 0),
    ("add-many", "import at once (`addMany`)", lambda size: 200 * size),
)


def timed_rows(found):
    for name, text, budget_of in TIMED:
        for size in (0, *SIZES):
            counters = found.get(f"{name}/{size}")
            if counters is None:
                continue
            median, budget = counters["median_us"], budget_of(size)
            what = f"{text}: {counted(size)}" if size else text
            measured = f"{shown(median)} (p99 {shown(counters['median_p99_us'])})"
            yield row(what, measured, shown(budget) if budget else "", median / budget if budget else None)


def save_rows(found):
    for size in SIZES:
        save = found.get(f"save/{size}")
        if save is None:
            continue
        count = counted(size)
        factor = save["median_us"] / save["bare_us"]
        payload = f"{save['payload_bytes']:.0f} bytes"
        yield row(f"save one credential, durable: {count}", f"{shown(save['median_us'])} = {factor:.2f} x bare", "3 x bare", factor / 3)
        yield row(f"(bare SQLite, the same {payload} in the same tables: {count})",
                  f"{shown(save['bare_us'])}; log {save['bare_log_bytes']:.0f} bytes, a save's {save['log_bytes']:.0f}")
        yield row(f"(bare SQLite, {payload} in one row: {count})",
                  f"{shown(save['onerow_us'])}; a save is {save['median_us'] / save['onerow_us']:.2f} x that")
        yield row(f"(the first save after an unlock: {count})", shown(save["first_us"]))


def process_rows(found):
    if not found:
        return
    count = counted(found["accounts"])
    agent, tool = found["get_agent"], found.get("secret_tool")
    budget = 15 / 18 * tool if tool else 15
    yield row(f"`latchkey get`, agent running: {count}", f"{agent:.1f} ms", f"{budget:.1f} ms (15 where `secret-tool` takes 18)",
              agent / budget)
    yield row("(`secret-tool lookup`, gnome-keyring)", f"{tool:.1f} ms" if tool else "not installed")
    yield row(f"`latchkey get` without agent, cheapest KDF: {count}", f"{found['get_alone']:.1f} ms", "60 ms", found["get_alone"] / 60)
    yield row("(`latchkey --version`)", f"{found['version']:.1f} ms")
    for key, text, unit in (("start", "desktop: start to first painted window", "ms"), ("pss", "desktop: PSS", "MiB")):
        own, other = found.get("desktop_" + key), found.get("keepassxc_" + key)
        if own is None:
            continue
        if other is None:
            yield row(text, f"{own:.0f} {unit}", "0.7 x KeePassXC, which is not installed")
        else:
            yield row(text, f"{own:.0f} {unit} = {own / other:.2f} x KeePassXC's {other:.0f} {unit}", f"{0.7 * other:.0f} {unit} (0.7 x)",
                      own / other / 0.7)


def main():
    folder = pathlib.Path(sys.argv[1])
    found = micro(folder / "vault.json")
    processes = folder / "processes.json"
    whole = json.loads(processes.read_text(encoding="utf-8")) if processes.exists() else {}
    lines = ["| what | measured median | budget | ratio |", "|---|---|---|---|",
             *timed_rows(found), *save_rows(found), *process_rows(whole)]
    text = "\n".join(lines) + "\n"
    if len(sys.argv) > 2:
        text = sys.argv[2] + "\n\n" + text
    (folder / "results.md").write_text(text, encoding="utf-8")
    print(text, end="")


if __name__ == "__main__":
    main()
