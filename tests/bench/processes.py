#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times whole programs: processes.py PROGRAM_DIR [--accounts N] [--runs N] [--out FILE]

PROGRAM_DIR is a build tree (build/bench) with latchkey, latchkey-desktop and makebenchvault somewhere in it. Measures
`latchkey get` with and without an agent in turns with what else reads a secret (otherstores.py), and what latchkey-desktop needs
until its window is painted, beside KeePassXC. What is not installed is said and left out. Nothing fails for being slow. All of
it runs in a session of its own (tests/keychain/keyring-session.sh). Wants /usr/bin/python3 with Debian's python3-cryptography.
"""
import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import desktopstart
import otherstores

HERE = pathlib.Path(__file__).resolve().parent
SESSION = HERE.parent / "keychain" / "keyring-session.sh"
REFERENCE = "desk-07/account-000007#api_secret"
# Of the stores whose cost grows with what is in them; the last takes seconds.
SIZES = (10, 1000, 10_000, 100_000)
# Whatever the developer's own session would answer with.
FOREIGN = ("LATCHKEY_HOME", "LATCHKEY_PASSPHRASE", "XDG_STATE_HOME")


def say(text):
    print(text, file=sys.stderr, flush=True)


def program(folder, *places):
    for place in places:
        if os.access(folder / place, os.X_OK):
            return folder / place
    sys.exit(f"processes.py: {places[0]} is not in {folder}: build it first")


def spawn(arguments, env):
    """Milliseconds from start to end of a process with its output thrown away."""
    null = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_RDWR, 0) for fd in (0, 1)]
    begin = time.perf_counter()
    pid = os.posix_spawn(arguments[0], arguments, env, file_actions=null)
    _, status = os.waitpid(pid, 0)
    taken = (time.perf_counter() - begin) * 1000
    if status:
        sys.exit(f"processes.py: {arguments} ended with {os.waitstatus_to_exitcode(status)}")
    return taken


def in_turns(commands, runs):
    """{name: {"median", "p10", "p90", "runs"}} in ms; one after another in each round, so that a slow moment meets all of them.
    The first round is not counted."""
    times = {name: [] for name in commands}
    for _ in range(runs + 1):
        for name, (arguments, env) in commands.items():
            times[name].append(spawn(arguments, env))
    return {name: summary(of[1:]) for name, of in times.items()}


def summary(times):
    ordered, last = sorted(times), len(times) - 1
    return {"median": statistics.median(ordered), "p10": ordered[round(0.1 * last)], "p90": ordered[round(0.9 * last)],
            "runs": len(times)}


def expect(arguments, env, wanted):
    """A program that answers wrongly is not worth timing."""
    got = subprocess.run(arguments, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120)
    if got.stdout.strip() != wanted:
        sys.exit(f"processes.py: {arguments} gave {got.returncode}: {got.stderr.strip()}")


class Vault:
    """A vault in a folder of its own, and how the programs find it."""

    def __init__(self, folder):
        self.folder = folder
        (folder / "run").mkdir(mode=0o700)
        (folder / "passphrase").chmod(0o600)
        self.env = {k: v for k, v in os.environ.items() if not k.startswith(FOREIGN)}
        self.env.update(LATCHKEY_HOME=str(folder / "home"), LATCHKEY_PASSPHRASE_FILE=str(folder / "passphrase"),
                        XDG_RUNTIME_DIR=str(folder / "run"), XDG_STATE_HOME=str(folder / "state"))

    @classmethod
    def make(cls, folder, maker, accounts):
        folder.mkdir(mode=0o700)
        begin = time.perf_counter()
        subprocess.run([maker, folder, str(accounts)], check=True)
        say(f"made a vault of {accounts} accounts in {time.perf_counter() - begin:.1f} s")
        return cls(folder)

    def copy(self, folder):
        """For a second program that must not see the first one's agent or changes."""
        shutil.copytree(self.folder, folder, ignore=shutil.ignore_patterns("run"))
        return Vault(folder)


class Agent:
    def __init__(self, latchkey, env):
        self.process = subprocess.Popen([latchkey, "--no-keychain", "serve"], env=env, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        self.greeting = self.process.stderr.readline()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.communicate(timeout=60)


def get(latchkey, vault, scratch, options):
    """Two sets of rounds: what takes milliseconds, and what takes seconds in fewer rounds. Latchkey is in both."""
    facts, out = {}, {}
    read = [str(latchkey), "--no-keychain", "get", REFERENCE]
    alone = vault.copy(scratch / "alone")
    own = {"get_agent": (read, vault.env), "get_alone": (read, alone.env)}
    sizes = [size for size in SIZES if size <= options.accounts]
    with tempfile.TemporaryDirectory(prefix="lk-") as short, otherstores.password_store(pathlib.Path(short), facts, say) as store:
        others = {**otherstores.keyring(say), **store, **otherstores.keepassxc(scratch, sizes, facts, say),
                  **otherstores.naive_python(scratch, sizes, say)}
        slow = {name: command for name, command in others.items() if name.endswith(f"_{SIZES[-1]}")}
        fast = {name: command for name, command in others.items() if name not in slow}
        os.sync()  # else somebody pays for what was written until now
        with Agent(latchkey, vault.env):
            for arguments, env in (*own.values(), *others.values()):
                expect(arguments, env, otherstores.SECRET)
            out["fast"] = in_turns({**own, "version": ([str(latchkey), "--version"], vault.env), **fast}, options.runs)
            out["slow"] = in_turns({**own, **slow}, max(options.runs // 6, 3))
    return {"facts": facts, **out}


def measure(options):
    folder = options.folder
    latchkey = program(folder, "src/cli/latchkey", "latchkey")
    maker = program(folder, "tests/bench/makebenchvault", "makebenchvault")
    desktop = program(folder, "src/desktop/latchkey-desktop", "latchkey-desktop")
    out = {"accounts": options.accounts}
    # Beside the build, which stands on a real disk.
    with tempfile.TemporaryDirectory(prefix="processes-", dir=folder) as scratch:
        vault = Vault.make(pathlib.Path(scratch) / "vault", maker, options.accounts)
        out.update(get(latchkey, vault, pathlib.Path(scratch), options))
        out.update(desktopstart.measure(desktop, vault.env, pathlib.Path(scratch), max(options.runs // 4, 3), say))
    text = json.dumps(out, indent=1)
    if options.out:
        options.out.write_text(text + "\n", encoding="utf-8")
    print(text)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=lambda text: pathlib.Path(text).resolve())
    parser.add_argument("--accounts", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=42)
    parser.add_argument("--out", type=lambda text: pathlib.Path(text).resolve())
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        return measure(options)
    again = [sys.executable, str(HERE / "processes.py"), *sys.argv[1:], "--inside"]
    done = subprocess.run([SESSION, "unlocked", "--", *again])
    if done.returncode == 77:  # no bus or no keyring here
        return measure(options)
    return sys.exit(done.returncode)


if __name__ == "__main__":
    main()
