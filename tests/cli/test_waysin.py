# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which way in is tried, and what a wrong one ends in."""
import harness


class WaysIn(harness.Case):
    @classmethod
    def setUpClass(cls):
        cls.h = harness.Home()
        cls.h.make_cheap_vault()
        cls.addClassCleanup(cls.h.close)
        cls.wrong = cls.h.file("wrong", "not it")

    def list(self, *args, env=None, stdin=None):
        return self.h.run("--json", "slot", "list", *args, env=env, stdin=stdin)

    def test_slots(self):
        rows = self.document(0, self.list())
        self.assertEqual({"passphrase", "recovery"}, {r["kind"] for r in rows})

    def test_option_beats_variable_beats_credentials_directory(self):
        credentials = self.h.path / "credentials"
        credentials.mkdir(exist_ok=True)
        (credentials / "latchkey-passphrase").write_text(harness.PASSPHRASE + "\r\n")
        right, wrong = str(self.h.passphrase), str(self.wrong)
        self.exits(0, self.list(env={"LATCHKEY_PASSPHRASE_FILE": "", "CREDENTIALS_DIRECTORY": str(credentials)}))
        self.exits(3, self.list(env={"LATCHKEY_PASSPHRASE_FILE": wrong, "CREDENTIALS_DIRECTORY": str(credentials)}))
        self.exits(0, self.list("--passphrase-file", right, env={"LATCHKEY_PASSPHRASE_FILE": wrong}))

    def test_standard_input_and_one_line_end(self):
        self.exits(0, self.list("--passphrase-file", "-", stdin=harness.PASSPHRASE + "\n"))
        self.assertEqual("wrong_passphrase", self.code(3, self.list("--passphrase-file", "-", stdin=harness.PASSPHRASE + "\n\n")))

    def test_recovery_key_is_the_only_way_tried(self):
        self.exits(0, self.list("--recovery-key-file", self.h.recovery, "--passphrase-file", self.wrong))
        self.assertEqual("wrong_passphrase", self.code(3, self.list("--recovery-key-file", self.wrong)))

    def test_nothing_given(self):
        for env in ({"LATCHKEY_PASSPHRASE_FILE": ""}, {"LATCHKEY_PASSPHRASE_FILE": "", "CREDENTIALS_DIRECTORY": "/nonexistent"}):
            done = self.list(env=env)
            self.assertEqual("no_way_in", self.code(3, done))
            self.assertIn("No way into the vault was given", done.stderr)
        self.exits(1, self.list("--passphrase-file", self.h.path / "absent"))

    def test_status_asks_nothing(self):
        locked = self.document(0, self.h.run("--json", "status", env={"LATCHKEY_PASSPHRASE_FILE": ""}))
        self.assertEqual((True, "locked", True, None), tuple(locked[k] for k in ("initialized", "state", "locked", "credential_count")))
        self.assertEqual("default", locked["llm"]["source"]["provider"])
        self.code(3, self.h.run("--json", "status", "--passphrase-file", self.wrong))
        for path in (self.h.path / "absent", self.h.file("empty", "")):
            self.assertEqual("no_way_in", self.code(3, self.h.run("--json", "status", "--passphrase-file", path)))

    def test_a_wrong_recovery_key_is_not_called_a_passphrase(self):
        key = self.h.recovery.read_text().strip()
        last = key[-1]
        mistyped = self.h.file("mistyped", key[:-1] + ("Q" if last.upper() != "Q" else "P"))
        for path in (self.wrong, mistyped):
            done = self.list("--recovery-key-file", path)
            self.assertEqual("wrong_passphrase", self.code(3, done))
            self.assertIn("recovery key", done.stderr)
            self.assertNotIn("That passphrase", done.stderr)

    def test_at_a_terminal(self):
        t = harness.Terminal(self.h, "slot", "list")
        t.expect("Passphrase: ")
        t.type("not it\n")
        self.assertEqual(3, t.end())
        self.assertNotIn(b"not it", t.output)


class Change(harness.Case):
    def test_passphrase_change(self):
        h = self.vault()
        new = h.file("new", "a completely other phrase 9")
        self.exits(2, h.run("passphrase", "change"))
        self.assertEqual("empty_field", self.code(2, h.run("--json", "passphrase", "change", "--new-passphrase-file", h.file("none", ""))))
        self.exits(0, h.run("passphrase", "change", "--new-passphrase-file", new, "--recovery-key-file", h.recovery))
        self.exits(3, h.run("slot", "list"))
        self.exits(0, h.run("slot", "list", "--passphrase-file", new))
        self.exits(0, h.run("slot", "list", "--recovery-key-file", h.recovery))
        self.no_wal(h)


harness.main()
