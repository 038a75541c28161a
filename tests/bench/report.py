#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""report.py FOLDER [HEADING]: tables out of what tests/bench/run left in FOLDER.

vault.json (bench_vault), search.json (bench_search), naive.json (naive.py), processes.json (processes.py). What is not there is
"not measured". Medians; the ratio is measured : budget, above 1 the budget is missed. Goes to FOLDER/results.md too.
"""
import json
import pathlib
import sys

SIZES = (10, 100, 1000, 10_000, 100_000)
NOT_MEASURED = "not measured"


def micro(path):
    """{name: counters} of Google Benchmark's JSON; "release/1000/iterations:10/manual_time" is "release/1000"."""
    if not path.exists():
        return {}
    runs = json.loads(path.read_text(encoding="utf-8"))["benchmarks"]
    return {"/".join(run["name"].split("/")[:2]): run for run in runs}


def whole(path):
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def shown(microseconds):
    if microseconds < 1000:
        return f"{microseconds:.1f} µs"
    return f"{microseconds / 1000:.2f} ms" if microseconds < 1e6 else f"{microseconds / 1e6:.2f} s"


def counted(number):
    return f"{number:,}".replace(",", " ")


def table(head, rows):
    rows = list(rows)
    return ["| " + " | ".join(head) + " |", "|" + "---|" * len(head), *("| " + " | ".join(row) + " |" for row in rows)]


# ---- budgets -----------------------------------------------------------------------------------------------------------------
def judged(what, measured, budget, ratio):
    if ratio is None:
        return what, measured, budget, ""
    return what, measured, budget, f"met ({ratio:.2f})" if ratio <= 1 else f"**missed** ({ratio:.2f})"


# name, size, text, budget in microseconds
TIMED = (
    ("decrypt", 10, "decrypt one secret in an open vault", 60),
    ("decrypt", 100_000, "decrypt one secret in an open vault", 60),
    ("release", 10, "audited release, uncached, vault thread", 100),
    ("release", 100_000, "audited release, uncached, vault thread", 100),
    ("release-again", 10, "audited release of the same one again, vault thread", 40),
    ("release-again", 100_000, "audited release of the same one again, vault thread", 40),
    ("unlock", 100, "unlock, every row verified", 20_000),
    ("unlock", 100_000, "unlock, every row verified", 1_000_000),
    ("unlock-long-log", 100, "unlock, every row and 10 000 log entries verified", 20_000),
    ("unlock-long-log", 100_000, "unlock, every row and 10 000 log entries verified", 1_000_000),
    ("import", 10_000, "import at once", 2_000_000),
    ("rotate", 100_000, "rotate the master key", 4_000_000),
    ("search", 100_000, "search as you type, a key stroke until it is painted", 16_000),
)


def timed_rows(found):
    for name, size, text, budget in TIMED:
        counters, what = found.get(f"{name}/{size}"), f"{text}: {counted(size)}"
        if counters is None:
            yield judged(what, NOT_MEASURED, shown(budget), None)
        else:
            median = counters["median_us"]
            yield judged(what, f"{shown(median)} (p99 {shown(counters['median_p99_us'])})", shown(budget), median / budget)


def save_rows(found):
    for size in (10, 100_000):
        save, what = found.get(f"save/{size}"), f"save one credential, durable: {counted(size)}"
        if save is None:
            yield judged(what, NOT_MEASURED, "3 x bare", None)
            continue
        factor = save["median_us"] / save["bare_us"]
        yield judged(what, f"{shown(save['median_us'])} = {factor:.2f} x bare", "3 x bare", factor / 3)


def process_rows(found):
    fast = found.get("fast", {})
    agent, alone, tool = (fast.get(name, {}).get("median") for name in ("get_agent", "get_alone", "secret_tool"))
    count = counted(found.get("accounts", SIZES[-1]))
    what, stated = f"`latchkey get`, agent running: {count}", "15 ms where `secret-tool` takes 18"
    if agent and tool:
        yield judged(what, f"{agent:.1f} ms beside {tool:.1f} ms", f"{15 / 18 * tool:.1f} ms ({stated})", agent / tool * 18 / 15)
    else:
        yield judged(what, f"{agent:.1f} ms" if agent else NOT_MEASURED, stated, None)
    what = f"`latchkey get` without agent, cheapest key derivation: {count}"
    yield judged(what, f"{alone:.1f} ms" if alone else NOT_MEASURED, "60 ms", alone / 60 if alone else None)
    for key, text, unit in (("start", "desktop: start to first painted window", "ms"), ("pss", "desktop: PSS", "MiB")):
        own, other = found.get("desktop_" + key), found.get("keepassxc_" + key)
        if own and other:
            yield judged(text, f"{own:.0f} {unit} = {own / other:.2f} x KeePassXC's {other:.0f} {unit}", "0.7 x", own / other / 0.7)
        else:
            yield judged(text, f"{own:.0f} {unit}" if own else NOT_MEASURED, "0.7 x KeePassXC", None)


def budgets(micros, processes):
    rows = [*timed_rows(micros), *save_rows(micros), *process_rows(processes),
            judged("local REST read of one secret, audited", NOT_MEASURED, "20 x FastAPI+SQLAlchemy, p99 5 ms", None)]
    return ["## Budgets", "", *table(("what: credentials in the vault", "measured (median)", "budget", "measured : budget"), rows)]


# ---- comparisons -------------------------------------------------------------------------------------------------------------
PROGRAMS = (
    ("get_agent", "`latchkey get`, agent running"),
    ("secret_tool", "`secret-tool lookup`, gnome-keyring open"),
    ("get_alone", "`latchkey get` without agent, cheapest key derivation"),
    ("pass", "`pass show`, GnuPG's agent running, key without passphrase"),
    ("keepassxc", "`keepassxc-cli show`"),
    ("naive", "Python with python3-cryptography, naive design"),
    ("version", "(`latchkey --version`: the whole program that does nothing)"),
)


def program_rows(processes, rounds):
    taken = processes[rounds]
    for name, text in PROGRAMS:
        for key, time in taken.items():
            stem, _, size = key.rpartition("_")
            if key != name and stem != name:
                continue
            stored = size if stem == name else str(processes["accounts"]) if name.startswith("get_") else "1"
            yield (text, "" if name == "version" else counted(int(stored)), f"{time['median']:.1f} ms",
                   f"{time['p10']:.1f} .. {time['p90']:.1f} ms", f"{time['median'] / taken['get_agent']['median']:.1f} x")


def programs(processes):
    head = ("whole process", "secrets stored", "median", "p10 .. p90", "to `latchkey get` with agent")
    if "fast" not in processes:
        return ["## Whole processes", "", NOT_MEASURED]
    return ["## Whole processes", "",
            f"{processes['fast']['get_agent']['runs']} rounds, one process of each kind in every round.", "",
            *table(head, program_rows(processes, "fast")), "",
            f"{processes['slow']['get_agent']['runs']} rounds with what takes longer.", "",
            *table(head, program_rows(processes, "slow")), "",
            "Besides: " + ", ".join(f"{name} {value}" for name, value in processes["facts"].items()) + "."]


GROWTH = (
    ("vault", "decrypt", "median_us", "decrypt one secret, verified, no log"),
    ("vault", "bare-read", "median_us", "(bare: two rows from SQLite, AES-256-GCM)"),
    ("vault", "release", "median_us", "audited release, vault thread"),
    ("vault", "release-again", "median_us", "audited release of the same one again"),
    ("vault", "release-by-name", "median_us", "find by name and release"),
    ("vault", "service-get", "median_us", "`Secrets::get`: the same with the way to the vault thread and back"),
    ("naive", "read", "median_us", "naive: read one (decrypts the file)"),
    ("vault", "unlock-touched", "median_us", "open for one command (rows verified when touched)"),
    ("vault", "unlock", "median_us", "unlock, every row verified"),
    ("vault", "unlock-long-log", "median_us", "unlock, every row and 10 000 log entries verified"),
    ("vault", "save", "median_us", "save one credential, durable"),
    ("vault", "save", "bare_us", "(bare: SQLite writes the same bytes into the same tables, durable)"),
    ("vault", "save", "first_us", "(the first save after an unlock, once)"),
    ("vault", "rotate", "median_us", "rotate the master key"),
    ("naive", "save_durable", "median_us", "naive: save one and wait for the disk"),
    ("naive", "save", "median_us", "naive: save one and do not wait"),
)


def growth(micros, naive):
    known = {(one["accounts"], name): one[name] for one in naive.get("sizes", []) for name in ("read", "save", "save_durable")}
    rows = []
    for where, name, counter, text in GROWTH:
        of = [micros.get(f"{name}/{size}") if where == "vault" else known.get((size, name)) for size in SIZES]
        rows.append((text, *(shown(one[counter]) if one else NOT_MEASURED for one in of)))
    out = ["## Growth", "", *table(("credentials", *map(counted, SIZES)), rows)]
    bare = micros.get(f"bare-read/{SIZES[-1]}")
    if bare:
        out += ["", f"The bare read gets {bare['read_bytes']:.0f} bytes from SQLite and decrypts {bare['decrypted_bytes']:.0f} of them; "
                f"the bare save writes {micros[f'save/{SIZES[-1]}']['payload_bytes']:.0f} bytes."]
    if naive.get("stopped"):
        out += ["", f"The naive design was stopped {naive['stopped']}."]
    return out


def main():
    folder = pathlib.Path(sys.argv[1])
    micros = micro(folder / "vault.json") | micro(folder / "search.json")
    processes, naive = whole(folder / "processes.json"), whole(folder / "naive.json")
    lines = [*sys.argv[2:3], "", *budgets(micros, processes), "", *programs(processes), "", *growth(micros, naive)]
    text = "\n".join(lines).lstrip("\n") + "\n"
    (folder / "results.md").write_text(text, encoding="utf-8")
    print(text, end="")


if __name__ == "__main__":
    main()
