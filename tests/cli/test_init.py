# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Creating a vault: from files, at a terminal, and not at all."""
import os
import re
import stat

import harness


class Init(harness.Case):
    def setUp(self):
        self.h = self.home()

    def nothing_made(self):
        self.assertFalse(self.h.vault.exists())
        home = self.h.vault.parent
        self.assertEqual([], [p.name for p in home.iterdir() if p.name != "run"] if home.exists() else [])

    def test_from_files(self):
        made = self.document(0, self.h.run("--json", "init", "--method", "passphrase", "--recovery-key-out", self.h.recovery))
        self.assertEqual("passphrase", made["method"])
        for path, mode in ((self.h.vault, 0o600), (self.h.vault.parent, 0o700), (self.h.recovery, 0o600)):
            self.assertEqual(mode, stat.S_IMODE(path.stat().st_mode), path)
        groups = self.h.recovery.read_text().split()
        self.assertEqual([5] * 9, [len(g) for g in groups])
        self.no_wal(self.h)
        before = self.h.vault.read_bytes()
        self.assertEqual("already_exists", self.code(10, self.h.run("--json", "init", "--recovery-key-out", self.h.path / "again")))
        self.assertEqual(before, self.h.vault.read_bytes())
        self.assertFalse((self.h.path / "again").exists())

    def test_refusals_make_nothing(self):
        out = ("--recovery-key-out", self.h.recovery)
        self.exits(2, self.h.run("init", "--method", "passphrase"))
        self.exits(2, self.h.run("init", "--method", "none", *out))
        self.exits(2, self.h.run("init", *out, env={"LATCHKEY_PASSPHRASE_FILE": ""}))
        empty = self.h.file("empty", "\n")
        self.assertEqual("empty_field", self.code(2, self.h.run("--json", "init", *out, "--passphrase-file", empty)))
        self.h.file("taken", "mine")
        self.exits(10, self.h.run("init", "--recovery-key-out", self.h.path / "taken"))
        self.assertEqual("mine", (self.h.path / "taken").read_text())
        self.assertEqual("keychain_unavailable", self.code(9, self.h.run("--json", "init", "--method", "keychain", *out)))
        self.exits(9, self.h.run("init", "--method", "passphrase+keychain", *out))
        self.assertFalse(self.h.recovery.exists())
        self.nothing_made()

    def test_over_something_else(self):
        self.h.vault.parent.mkdir(mode=0o700)
        self.h.vault.write_bytes(b"a file of somebody else")
        self.h.vault.chmod(0o000)
        self.exits(10, self.h.init())
        self.h.vault.chmod(0o600)
        self.assertEqual(b"a file of somebody else", self.h.vault.read_bytes())
        self.assertFalse(self.h.recovery.exists())
        self.h.vault.unlink()
        self.h.vault.symlink_to(self.h.path / "nowhere")
        self.exits(10, self.h.init())
        self.assertFalse((self.h.path / "nowhere").exists())

    def test_weak_passphrase_warns(self):
        weak = self.h.file("weak", "password1")
        self.assertIn("weak", self.exits(0, self.h.init("--passphrase-file", weak)).stderr)

    def test_without_a_keychain_the_answer_names_the_other_method(self):
        # --no-keychain is the harness's own; here the program looks for a keychain and finds no bus.
        import subprocess
        done = subprocess.run([harness.EXE, "init", "--recovery-key-out", self.h.recovery], env=self.h.env, capture_output=True,
                              text=True, stdin=subprocess.DEVNULL, start_new_session=True, timeout=harness.PATIENCE)
        self.assertEqual(9, done.returncode, done.stderr)
        self.assertIn("--method passphrase", done.stderr)
        self.nothing_made()

    def test_at_a_terminal(self):
        t = harness.Terminal(self.h, "init", "--method", "passphrase")
        t.expect("New passphrase: ")
        t.type("typed by a person 7\n")
        t.expect("Again: ")
        t.type("typed by a person 7\n")
        key = re.search(r"((?:[0-9A-Z]{5} ){8}[0-9A-Z]{5})", t.expect("two of its groups"))[1].split()
        for attempt in range(2):
            number = int(re.search(r"Group (\d)", t.expect(": "))[1])
            if attempt == 0:
                t.type("wrong\n")
                t.expect("not group")
                t.expect("Group ")
                t.expect(": ")
            t.type(key[number - 1].lower() + "\n")
        self.assertEqual(0, t.end(), t.output)
        self.assertNotIn(b"typed by a person", t.output)
        self.exits(0, self.h.run("secret", "list", "--recovery-key-file", self.h.file("paper", "-".join(key).lower())))

    def test_interrupted_at_any_question(self):
        for answers in ((), ("typed by a person 7\n",), ("typed by a person 7\n", "typed by a person 7\n")):
            t = harness.Terminal(self.h, "init", "--method", "passphrase")
            for prompt, answer in zip(("New passphrase: ", "Again: "), answers):
                t.expect(prompt)
                t.type(answer)
            t.expect("Group " if len(answers) == 2 else ("New passphrase: ", "Again: ")[len(answers)])
            t.type("\x03")
            self.assertNotEqual(0, t.end())
            self.nothing_made()

    def test_two_different_answers(self):
        t = harness.Terminal(self.h, "init", "--method", "passphrase")
        t.expect("New passphrase: ")
        t.type("one thing 1\n")
        t.expect("Again: ")
        t.type("another thing 2\n")
        self.assertEqual(2, t.end(), t.output)
        self.nothing_made()


harness.main()
