# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`run`: what the program gets, what it does not get, and how it ends."""
import json
import os
import signal
import subprocess
import time

import harness

NONE = {"LATCHKEY_PASSPHRASE_FILE": ""}


class Run(harness.Case):
    @classmethod
    def setUpClass(cls):
        cls.h = harness.Home()
        cls.h.make_cheap_vault()
        cls.addClassCleanup(cls.h.close)
        assert cls.h.run("exchange", "add", "bitget", "main", "--no-check", stdin=harness.KEYS).returncode == 0
        assert cls.h.run("secret", "set", "bot/two words", stdin={"value": "w-1", "user.name": "u-1"}).returncode == 0
        cls.agent_ = harness.Agent(cls.h)
        cls.addClassCleanup(cls.agent_.process.communicate)
        cls.addClassCleanup(cls.agent_.process.kill)

    def child(self, *args, env=None):
        done = self.exits(0, self.h.run("run", *args, "--", "env", "-0", env={**NONE, **(env or {})}))
        return dict(entry.split("=", 1) for entry in done.stdout.split("\0") if entry)

    def test_profiles(self):
        got = self.child("--as", "ccxt")
        self.assertEqual(list(harness.KEYS.values()), [got[k] for k in ("BITGET_APIKEY", "BITGET_SECRET", "BITGET_PASSWORD")])
        got = self.child("--as", "bitget", "--with", "bitget/main")
        self.assertEqual(list(harness.KEYS.values()), [got[k] for k in ("BITGET_API_KEY", "BITGET_SECRET_KEY", "BITGET_PASSPHRASE")])
        got = self.child("--as", "freqtrade")
        self.assertEqual(harness.KEYS["api_secret"], got["FREQTRADE__EXCHANGE__SECRET"])
        got = self.child("--with", "bot/two words")
        self.assertEqual(("w-1", "u-1"), (got["BOT_TWO_WORDS_VALUE"], got["BOT_TWO_WORDS_USER_NAME"]))

    def test_inherited_names_are_taken_away(self):
        inherited = {"BITGET_SECRET_KEY": "stale", "BITGET_PASSPHRASE": "stale", "LATCHKEY_ANYTHING": "x",
                     "CREDENTIALS_DIRECTORY": "/nonexistent", "KEPT": "k"}
        got = self.child("--as", "ccxt", env=inherited)
        self.assertEqual("k", got["KEPT"])
        for name in ("BITGET_SECRET_KEY", "BITGET_PASSPHRASE", "LATCHKEY_ANYTHING", "LATCHKEY_HOME", "CREDENTIALS_DIRECTORY"):
            self.assertNotIn(name, got)

    def test_extra_variables(self):
        text = self.h.file("env", "# note\nexport A=bitget/main#api_key\nB='plain text'\nC=\"x y\"\n")
        got = self.child("--env-file", text, "--env", "D=bitget_passphrase", "--only-env", env={"STRANGE": "1"})
        self.assertEqual((harness.KEYS["api_key"], "plain text", "x y", harness.KEYS["passphrase"]), tuple(got[k] for k in "ABCD"))
        self.assertLessEqual(set(got), {"A", "B", "C", "D", "PATH", "HOME", "USER", "LANG", "TERM"})

    def test_descriptor(self):
        done = self.exits(0, self.h.run("run", "--with", "bitget/main", "--fd", "--", "sh", "-c", "cat /proc/self/fd/$LATCHKEY_FD; env >&2", env=NONE))
        self.assertEqual(harness.KEYS["api_secret"], json.loads(done.stdout)["BITGET_MAIN_API_SECRET"])
        self.assertNotIn(harness.KEYS["api_secret"], done.stderr)

    def test_incomplete_starts_nothing(self):
        mark = self.h.path / "started"
        for status, args in ((4, ("--with", "absent")), (4, ("--env", "A=absent#x")), (2, ("--env", "A=/#x")), (2, ("--env", "A")),
                             (2, ("--as", "nosuch")), (2, ("--as", "openai", "--with", "bitget/main")), (2, ("--as", "hummingbot-x")),
                             (2, ("--with", "bot/two words", "--env", "BOT_TWO_WORDS_VALUE=bitget/main#api_key"))):
            done = self.exits(status, self.h.run("run", *args, "--", "touch", mark, env=NONE))
            self.assertRegex(done.stderr, r"^latchkey: not started: [a-z_]+: ", args)
            self.code(status, self.h.run("--json", "run", *args, "--", "touch", mark, env=NONE))
        self.assertFalse(mark.exists())

    def test_exit_statuses(self):
        run = lambda *command: self.h.run("run", "--as", "ccxt", "--", *command, env=NONE)
        self.exits(7, run("sh", "-c", "exit 7"))
        self.exits(128 + signal.SIGTERM, run("sh", "-c", "kill -TERM $$"))
        self.assertIn("not started: command_not_found: ", self.exits(127, run("no-such-command-here")).stderr)
        self.exits(126, run(self.h.file("plain", "x")))
        # With --json the child's output is its own.
        self.assertEqual("mine\n", self.exits(0, self.h.run("--json", "run", "--as", "ccxt", "--", "echo", "mine", env=NONE)).stdout)

    def test_caller_state_comes_back(self):
        done = subprocess.run(["sh", "-c", 'umask 027; trap "" USR1; exec "$0" --no-keychain run --as ccxt -- sh -c '
                               '"umask; ulimit -c; grep -E \\"^Sig(Blk|Ign)\\" /proc/self/status; ls /proc/self/fd | wc -l"', harness.EXE],
                              env=self.h.env, capture_output=True, text=True, timeout=harness.PATIENCE)
        umask, core, blocked, ignored, open_files = done.stdout.split("\n")[:5]
        self.assertEqual("0027", umask)
        self.assertEqual(subprocess.run(["sh", "-c", "ulimit -c"], capture_output=True, text=True).stdout.strip(), core)
        self.assertEqual(0, int(blocked.split()[1], 16))
        self.assertEqual(1 << (signal.SIGUSR1 - 1), int(ignored.split()[1], 16) & (1 << (signal.SIGUSR1 - 1)))
        self.assertEqual("4", open_files.strip(), "0, 1, 2 and the one that ls opens")

    def test_signals_and_input_reach_the_program(self):
        p = subprocess.Popen([harness.EXE, "--no-keychain", "run", "--as", "ccxt", "--", "sh", "-c",
                              'trap "echo caught; exit 3" USR1; echo ready; while :; do read -r line || sleep 0.05; done'],
                             env={**self.h.env, **NONE}, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
        self.assertEqual("ready\n", p.stdout.readline())
        p.send_signal(signal.SIGUSR1)
        self.assertEqual("caught\n", p.stdout.readline())
        self.assertEqual(3, p.wait(harness.PATIENCE))
        p.stdout.close()
        self.assertEqual("through", self.exits(0, self.h.run("run", "--as", "ccxt", "--", "cat", stdin="through", env=NONE)).stdout)

    def test_arguments_behind_the_dashes_are_the_programs(self):
        done = self.exits(0, self.h.run("run", "--as", "ccxt", "--", "printf", "%s\\n", "--json", "--", "get", "--help", env=NONE))
        self.assertEqual("--json\n--\nget\n--help\n", done.stdout)

    def test_the_vault_is_closed_while_the_program_runs(self):
        # Through no agent: the program itself opened the file.
        done = self.h.run("--no-agent", "run", "--as", "ccxt", "--", "sh", "-c", f"ls /proc/$PPID/fd -l; ls {self.h.vault.parent}")
        self.exits(0, done)
        self.assertNotIn("vault.db-journal", done.stdout)


harness.main()
