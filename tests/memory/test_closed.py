# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The process that holds an open vault is closed to other programs of the same user, and leaves no core file."""
import ctypes
import os
import pathlib
import resource
import signal
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "cli"))
import harness  # noqa: E402

PTRACE_ATTACH, PTRACE_DETACH = 16, 17


def attach(pid):
    """True when a debugger could."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.ptrace(PTRACE_ATTACH, pid, 0, 0) != 0:
        return False
    os.waitpid(pid, os.WUNTRACED)
    libc.ptrace(PTRACE_DETACH, pid, 0, 0)
    return True


def readable(pid):
    out = []
    for name in ("mem", "environ", "maps", "auxv"):
        try:
            with open(f"/proc/{pid}/{name}", "rb") as file:
                file.read(0 if name == "mem" else 1)
            out.append(name)
        except PermissionError:
            pass
    return out


class Closed(harness.Case):
    def setUp(self):
        self.h = self.home()
        self.exits(0, self.h.init())

    def test_to_other_programs(self):
        if os.geteuid() == 0:
            self.skipTest("nothing is closed to root")
        other = subprocess.Popen(["sleep", "60"])
        self.addCleanup(other.wait)
        self.addCleanup(other.kill)
        self.assertEqual(["mem", "environ", "maps", "auxv"], readable(other.pid), "it is not this computer that refuses")
        self.assertTrue(attach(other.pid))
        agent = self.agent(self.h)
        self.assertEqual([], readable(agent.process.pid))
        self.assertFalse(attach(agent.process.pid))
        self.assertEqual(0, agent.stop())

    def test_no_core_file(self):
        def unlimited():
            hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
            resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))

        for number in (signal.SIGABRT, signal.SIGQUIT):
            other = subprocess.Popen(["sleep", "60"], preexec_fn=unlimited, cwd=self.h.path)
            process = subprocess.Popen([harness.EXE, "--no-keychain", "serve"], env=self.h.env, stdin=subprocess.DEVNULL,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, preexec_fn=unlimited, cwd=self.h.path)
            self.assertIn(b"ready", process.stderr.readline())
            cores = []
            for each in (other, process):
                os.kill(each.pid, number)
                _, status = os.waitpid(each.pid, 0)
                each.returncode = os.waitstatus_to_exitcode(status)
                cores.append(os.WCOREDUMP(status))
            process.stderr.close()
            if not cores[0]:
                self.skipTest("this computer writes no core files at all")
            self.assertFalse(cores[1], signal.Signals(number).name)


harness.main()
