# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the start of a window program to its first painted window, and what memory it takes then.

The programs run on a virtual display without a window manager, whose picture is a file in memory (Xvfb -fbdir). A window is
painted when at least a hundred lines of the screen have changed: a window that is only mapped leaves the screen as it is, since
Qt gives its windows no background, and nothing but the program paints. The same eye looks at both programs. Memory is the
proportional set size (PSS) once nothing large has changed in the picture for two seconds.
"""
import mmap
import os
import pathlib
import shutil
import signal
import statistics
import struct
import subprocess
import time

WIDTH, HEIGHT = 1600, 1000
PAINTED_LINES = 100
PATIENCE = 60
STILL = 2
LOOK = 0.002


class Screen:
    """A virtual display whose picture can be read."""

    def __init__(self, folder):
        folder.mkdir(mode=0o700)
        read, write = os.pipe()
        self._server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-nolisten", "tcp", "-nocursor", "-fbdir", folder,
                                         "-screen", "0", f"{WIDTH}x{HEIGHT}x24"], pass_fds=[write], stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as answer:
            self.name = ":" + answer.readline().strip()
        with open(folder / "Xvfb_screen0", "rb") as file:
            self._picture = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        # The picture is an XWD file: big-endian words; header size, bytes per line and number of colours tell where it begins.
        words = struct.unpack(">25I", self._picture[:100])
        self._begin, self._line = words[0] + words[19] * 12, words[12]

    def picture(self):
        return self._picture[self._begin:self._begin + self._line * HEIGHT]

    def changed_lines(self, before):
        now = self.picture()
        if now == before:
            return 0
        return sum(now[at:at + self._line] != before[at:at + self._line] for at in range(0, len(now), self._line))

    def close(self):
        self._picture.close()
        self._server.terminate()
        self._server.wait(timeout=30)


def wait_until(condition, what):
    end = time.perf_counter() + PATIENCE
    while not condition():
        if time.perf_counter() > end:
            raise TimeoutError(f"waited in vain: {what}")
        time.sleep(LOOK)


def wait_still(screen):
    """Until nothing large has changed for a while; a cursor may blink."""
    last, since = screen.picture(), time.perf_counter()
    while time.perf_counter() - since < STILL:
        time.sleep(0.05)
        if screen.changed_lines(last) >= PAINTED_LINES:
            last, since = screen.picture(), time.perf_counter()


def pss_mib(pid):
    """None where the process may not be looked into."""
    try:
        text = pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    except PermissionError:
        return None
    return next(int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")) / 1024


def start(screen, arguments, env):
    """Milliseconds until something is painted, and MiB once all is."""
    wait_still(screen)
    empty = screen.picture()
    begin = time.perf_counter()
    process = subprocess.Popen(arguments, env={**env, "DISPLAY": screen.name}, stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        wait_until(lambda: screen.changed_lines(empty) >= PAINTED_LINES, f"a window of {arguments[0]}")
        painted = (time.perf_counter() - begin) * 1000
        wait_still(screen)
        return painted, pss_mib(process.pid)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        wait_until(lambda: screen.picture() == empty, "the screen to be empty again")


def keepassxc(scratch, say):
    """The command that opens KeePassXC before a database, as Latchkey starts before its vault; None where there is none."""
    if not shutil.which("keepassxc") or not shutil.which("keepassxc-cli"):
        say("KeePassXC is NOT INSTALLED: the desktop's start has nothing to be compared with")
        return None
    database = scratch / "bench.kdbx"
    subprocess.run(["keepassxc-cli", "db-create", "--set-password", database], input="bench password\n" * 2, text=True, check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return ["keepassxc", str(database)]


def measure(desktop, vault_env, scratch, runs, say):
    """{"desktop_start": ms, "desktop_pss": MiB, "keepassxc_start": ms, "keepassxc_pss": MiB}, of what can be had."""
    if not shutil.which("Xvfb"):
        say("Xvfb is NOT INSTALLED: the desktop's start is not measured")
        return {}
    plain = {**vault_env, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}
    commands = {"desktop": [str(desktop), "--no-keychain"], "keepassxc": keepassxc(scratch, say)}
    seen = {name: [] for name, command in commands.items() if command}
    screen = Screen(scratch / "screen")
    try:
        for _ in range(runs + 1):
            for name, of in seen.items():
                of.append(start(screen, commands[name], plain))
    finally:
        screen.close()
    out = {}
    for name, of in seen.items():
        out[name + "_start"] = statistics.median(painted for painted, _ in of[1:])
        sizes = [size for _, size in of[1:] if size is not None]
        if sizes:
            out[name + "_pss"] = statistics.median(sizes)
        else:
            say(f"{name}: its memory may only be looked at by root")
    return out
