#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times the naive design (naivestore.py): naive.py FOLDER [--quick] [--out FILE]

Reads and saves one credential in stores of 10 to 100 000, made below FOLDER, which should stand on a real disk, with the accounts
that bench_vault has. A size at which a single read takes longer than --limit seconds ends the run: what is larger is not measured,
and the result says so. Needs Debian's python3-cryptography (run it with /usr/bin/python3). Nothing fails for being slow.
"""
import argparse
import json
import pathlib
import statistics
import sys
import tempfile
import time

from naivestore import NaiveStore

HERE = pathlib.Path(__file__).resolve().parent
SIZES = (10, 100, 1000, 10_000, 100_000)
# Of one kind of operation at one size.
SECONDS = 4
MOST, LEAST = 400, 5
STEP = 7919  # all over the store, as bench_vault does it


def name_of(number):
    return f"desk-{number % 100:02}/account-{number:06}"


def account(number):
    key = str(number).rjust(32, "0")
    return {"api_key": "bg_" + key, "api_secret": key + key, "passphrase": "Passphrase123", "exchange": "bitget",
            "environment": "live"}


def accounts(count):
    return {name_of(number): account(number) for number in range(count)}


def timed(operation):
    begin = time.perf_counter()
    operation()
    return time.perf_counter() - begin


def sampled(operation, seconds):
    """{"median_us", "p99_us", "runs"} of operation(i), called for that long."""
    taken, end = [], time.perf_counter() + seconds
    while len(taken) < LEAST or (len(taken) < MOST and time.perf_counter() < end):
        at = len(taken)
        taken.append(timed(lambda: operation(at)))
    ordered = sorted(taken)
    return {"median_us": statistics.median(ordered) * 1e6, "p99_us": ordered[int(0.99 * (len(ordered) - 1))] * 1e6,
            "runs": len(taken)}


def expect(store, number):
    """A store that answers wrongly is not worth timing."""
    if store.get(name_of(number), "api_secret") != account(number)["api_secret"]:
        sys.exit(f"naive.py: {name_of(number)} was read wrongly")


def measure(folder, size, seconds):
    store = NaiveStore.create(folder, accounts(size))
    expect(store, size - 1)
    out = {"accounts": size, "file_bytes": store.size(),
           "read": sampled(lambda at: store.get(name_of(at * STEP % size), "api_secret"), seconds)}
    for key, durable in (("save", False), ("save_durable", True)):
        first = size if not durable else size + MOST
        out[key] = sampled(lambda at, first=first, durable=durable: store.save(name_of(first + at), account(first + at), durable),
                           seconds)
        expect(store, first)
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--limit", type=float, default=10, help="seconds that a single read may take (default 10)")
    parser.add_argument("--out", type=pathlib.Path)
    options = parser.parse_args()
    sizes, seconds = ((10, 1000), 0.3) if options.quick else (SIZES, SECONDS)
    out = {"sizes": [], "stopped": None}
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="naive-", dir=options.folder) as scratch:
            out["sizes"].append(measure(scratch, size, seconds))
        slowest = out["sizes"][-1]["read"]["median_us"] / 1e6
        if slowest > options.limit:
            out["stopped"] = f"at {size}: one read took {slowest:.1f} s, {options.limit:g} s are allowed"
            break
    text = json.dumps(out, indent=1)
    if options.out:
        options.out.write_text(text + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
