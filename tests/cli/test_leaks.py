# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole runs of the program under LeakSanitizer, which the other tests leave out; without sanitizers it is the main job once more.

With whole call stacks, by which what OpenSSL keeps until the end is told from what is lost: tests/lsan.supp.
"""
import pathlib

import harness

SUPPRESSIONS = pathlib.Path(__file__).resolve().parent.parent / "lsan.supp"
FIELDS = {"api_key": "bg_" + "5" * 32, "api_secret": "6" * 64, "passphrase": "Leaking123"}


class Leaks(harness.Case):
    def test_main_job_loses_nothing(self):
        h = self.home()
        env = {"ASAN_OPTIONS": "exitcode=99:detect_leaks=1:fast_unwind_on_malloc=0:malloc_context_size=40",
               "LSAN_OPTIONS": f"suppressions={SUPPRESSIONS}:print_suppressions=0"}
        self.exits(0, h.run("init", "--method", "passphrase", "--recovery-key-out", h.recovery, env=env))
        self.exits(0, h.run("exchange", "add", "bitget", "main", "--no-check", stdin=FIELDS, env=env))
        self.exits(0, h.run("secret", "set", "s", stdin={"value": "v"}, env=env))
        self.exits(0, h.run("exchange", "list", env=env))
        self.exits(0, h.run("get", "s", env=env))
        self.exits(3, h.run("--passphrase-file", h.file("wrong", "wrong"), "get", "s", env=env))
        self.exits(0, h.run("run", "--with", "bitget/main", "--", "true", env=env))
        self.exits(0, h.run("sign", "bitget/main", "GET", "/api/v2/spot/account/info", env=env))
        self.exits(0, h.run("verify", env=env))


harness.main()
