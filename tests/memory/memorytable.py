# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Secrets in the memory of the real program: how often they stand there while it works, and that none is left at its end.

The scanner (scanner_linux.cpp) is loaded into the program and looks through everything that it may write to. Each value is looked
for as it is, with its bytes 2, 4, 8 and 16 apart (UTF-16, UTF-32, structures), in base64 at each of the three places where it may
begin, and in hexadecimal. Prints one table; tests/memory/run builds what it needs. Keychain ways in need keyring-session.sh.
"""
import base64
import json
import os
import pathlib
import secrets
import string
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "cli"), str(HERE.parent / "vault")]
import format_primitives  # noqa: E402
import harness  # noqa: E402
import independent_reader  # noqa: E402

SCANNER = os.environ["LATCHKEY_MEMORY_SCANNER"]
LLM_SIMULATOR = os.environ["LATCHKEY_LLM_SIMULATOR"]
BUS = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "") if os.environ.get("LATCHKEY_KEYRING_MODE") == "unlocked" else ""


def word(length, letters=string.ascii_letters + string.digits):
    return "".join(secrets.choice(letters) for _ in range(length))


def forms(value):
    out = [value, value.hex().encode(), value.hex().upper().encode()]
    for before in range(3):
        # What stands before and after shares a letter with its neighbours: only the letters between are the value's own.
        text = base64.b64encode(bytes(before) + value)
        own = text[(0, 2, 3)[before]:(before + len(value)) * 8 // 6]
        out += [own, own.replace(b"+", b"-").replace(b"/", b"_")]
    return list(dict.fromkeys(out))


class Key(independent_reader.Vault):
    """The vault's key, by docs/FORMAT.md alone."""

    def derive(self, vault_key):
        self.vault_key = vault_key
        super().derive(vault_key)


class Watch:
    """One run of the program under the scanner."""

    def __init__(self, home, needles, control=None):
        self.names = list(needles)
        self.report = home.path / ("scan-report" if control is None else "scan-report-agent")
        self.report.unlink(missing_ok=True)
        self.control = control
        lines = [f"{name.replace(' ', '_')} {bytes(b ^ 0xA5 for b in form).hex()}\n" for name, value in needles.items() for form in forms(value)]
        self.env = {"LD_PRELOAD": SCANNER, "LATCHKEY_SCAN_REPORT": str(self.report),
                    "LATCHKEY_SCAN_NEEDLES": str(home.file(self.report.name + "-needles", "".join(lines)))}
        if control:
            os.mkfifo(control, 0o600)
            self.env["LATCHKEY_SCAN_CONTROL"] = str(control)

    def scans(self):
        text = self.report.read_text() if self.report.exists() else ""
        for line in text.splitlines():
            pid, when, *counts = line.split(" ")
            yield pid, when, {name.replace("_", " "): int(count) for name, count in (pair.split("=") for pair in counts)}

    def most(self, when):
        """Most copies at once in one scan of that name; None where there was no such scan."""
        found = [counts for _, name, counts in self.scans() if name == when]
        return {name: max(counts[name] for counts in found) for name in self.names} if found else None

    def now(self, when):
        with open(self.control, "w", encoding="ascii") as fifo:
            fifo.write(when + "\n")
        for _ in range(harness.PATIENCE * 20):
            if self.most(when):
                return
            subprocess.run(["sleep", "0.05"], check=True)
        raise AssertionError(f"the scan {when} did not come")


class Table:
    def __init__(self):
        self.rows, self.faults = [], []

    def add(self, case, name, seen, left, must):
        self.rows.append((case, name, seen, left))
        if left is None or left != 0:
            self.faults.append(f"{case}: {name}: {left} copies left")
        if must and not seen:
            self.faults.append(f"{case}: {name} was not seen while it was in use: the scan is blind there")

    def show(self):
        print("| operation | looked for | copies while it worked | copies after |")
        print("|---|---|---|---|")
        for case, name, seen, left in self.rows:
            print(f"| {case} | {name} | {seen} | {left} |")
        for fault in self.faults:
            print("FAULT " + fault)
        print(f"{len(self.rows)} pairs of operation and secret, {len(self.faults)} faults")


class Bench:
    def __init__(self):
        self.table = Table()
        self.homes = []

    def home(self, passphrase=None):
        h = harness.Home()
        self.homes.append(h)
        h.word = passphrase or word(28)
        h.passphrase = h.file("passphrase", h.word + "\n")
        return h

    def made(self, *method, env=None, keychain=False):
        h = self.home()
        h.ways = [] if keychain else ["--no-keychain"]
        h.env.update(env or {})
        self.must(0, self.plain(h, "init", *(method or ("--method", "passphrase")), "--recovery-key-out", h.recovery))
        h.paper = h.recovery.read_text().strip()
        return h

    def plain(self, h, *args, stdin=None, env=None, status=None):
        given = json.dumps(stdin) if isinstance(stdin, dict) else stdin
        more = {"stdin": subprocess.DEVNULL} if given is None else {"input": given.encode()}
        done = subprocess.run([harness.EXE, *getattr(h, "ways", ["--no-keychain"]), *map(str, args)], capture_output=True,
                              env={**h.env, **(env or {})}, timeout=harness.PATIENCE, start_new_session=True, check=False, **more)
        if status is not None:
            self.must(status, done)
        return done

    @staticmethod
    def must(status, done):
        if done.returncode != status:
            # Standard output may hold values; what a person is told does not.
            raise AssertionError(f"{done.args[1:]} ended with {done.returncode} instead of {status}: {done.stderr.decode()}")

    def key_of(self, h, keychain=None):
        reader = Key(h.vault)
        reader.unlock(passphrase=h.word, keychain=keychain)
        return reader.vault_key

    def case(self, title, h, needles, must, *args, status=0, **more):
        """A command of its own process: most copies at any of its calls, and what is left after its exit()."""
        watch = Watch(h, needles)
        self.plain(h, *args, env={**watch.env, **more.pop("env", {})}, status=status, **more)
        seen, left = watch.most("work") or {}, watch.most("end") or {}
        for name in needles:
            self.table.add(title, name, seen.get(name, 0), left.get(name), name in must)

    def close(self):
        for h in self.homes:
            h.close()


def windows(bench):
    """Rows of tst_windowmemory, when tests/memory/run names it; ctest runs it by itself."""
    h = bench.home()
    rows = h.path / "rows"
    done = subprocess.run([os.environ["LATCHKEY_WINDOW_MEMORY"]], capture_output=True, check=False, timeout=600,
                          env={**h.env, "QT_QPA_PLATFORM": "offscreen", "LATCHKEY_MEMORY_ROWS": str(rows)})
    for row in rows.read_text().splitlines() if rows.exists() else []:
        case, name, seen, left = row.split("|")
        bench.table.add(case, name, int(seen), int(left), True)
    if done.returncode != 0:
        bench.table.faults.append("tst_windowmemory failed")


def main():
    import memorycases
    bench = Bench()
    try:
        for case in memorycases.CASES:
            case(bench)
        if BUS:
            memorycases.keychain(bench)
        else:
            print("the ways in through a keychain are left out: not in keyring-session.sh")
        if "LATCHKEY_WINDOW_MEMORY" in os.environ:
            windows(bench)
        bench.table.show()
    finally:
        bench.close()
    sys.exit(1 if bench.table.faults else 0)


if __name__ == "__main__":
    sys.modules["memorytable"] = sys.modules["__main__"]
    main()
