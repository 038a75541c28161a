# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Another vault key, another recovery key, other ways in: by the real program."""
import pathlib
import resource
import signal

import harness


class Rotation(harness.Case):
    def setUp(self):
        self.h = self.vault()
        self.exits(0, self.h.run("secret", "set", "s", stdin={"value": "keep"}))
        self.paper = self.h.path / "recovery2"

    def opens(self, status, *way):
        return self.exits(status, self.h.run("secret", "list", *way, env={"LATCHKEY_PASSPHRASE_FILE": ""}))

    def kinds(self):
        return sorted(row["kind"] for row in self.document(0, self.h.run("--json", "slot", "list")))

    def test_everything_is_kept_and_the_old_paper_opens_nothing(self):
        old_file = self.h.vault.read_bytes()
        done = self.document(0, self.h.run("--json", "rotate-key", "--recovery-key-out", self.paper))
        self.assertEqual({"generation": 2, "recovery_key_file": str(self.paper), "dropped": [], "keychain_entries_left": 0}, done)
        self.assertEqual(0o600, self.paper.stat().st_mode & 0o777)
        self.assertEqual("keep", self.exits(0, self.h.run("get", "s")).stdout)
        refused = self.opens(3, "--recovery-key-file", self.h.recovery)
        self.assertIn("a newer one was made", refused.stderr)
        self.opens(0, "--recovery-key-file", self.paper)
        self.exits(0, self.h.run("verify"))
        self.exits(0, self.h.run("audit", "verify"))
        kinds = [row["kind"] for row in self.document(0, self.h.run("--json", "audit"))]
        self.assertEqual("vault-created", kinds[0])
        self.assertEqual(1, kinds.count("checkpoint"))
        self.assertEqual(1, kinds.count("key-rotated"))
        self.no_wal(self.h)
        # The old file is seen for what it is, here; elsewhere it still opens by the old ways in.
        elsewhere = self.home()
        elsewhere.vault.parent.mkdir(mode=0o700)
        elsewhere.vault.write_bytes(old_file)
        elsewhere.vault.chmod(0o600)
        self.assertEqual("keep", self.exits(0, elsewhere.run("get", "s", "--recovery-key-file", self.h.recovery)).stdout)
        new_file = self.h.vault.read_bytes()
        self.h.vault.write_bytes(old_file)
        self.assertEqual("older_than_last_seen", self.code(8, self.h.run("--json", "get", "s")))
        self.h.vault.write_bytes(new_file)
        self.assertEqual("keep", self.exits(0, self.h.run("get", "s")).stdout)

    def test_twice(self):
        expected = self.exits(0, self.h.run("audit", "verify")).stdout.strip()
        self.exits(0, self.h.run("rotate-key", "--recovery-key-out", self.paper))
        done = self.exits(0, self.h.run("rotate-key", "--recovery-key-out", self.h.path / "recovery3"))
        self.assertIn("old recovery key", done.stdout)
        self.exits(0, self.h.run("audit", "verify", "--expect-head", expected))
        self.opens(3, "--recovery-key-file", self.paper)
        self.opens(0, "--recovery-key-file", self.h.path / "recovery3")
        self.assertEqual("keep", self.exits(0, self.h.run("get", "s")).stdout)

    def test_nobody_to_take_the_paper(self):
        before = self.h.vault.read_bytes()
        self.assertEqual("not_a_terminal", self.code(2, self.h.run("--json", "rotate-key")))
        self.assertEqual("not_a_terminal", self.code(2, self.h.run("--json", "recovery-key", "new")))
        self.paper.write_text("mine")
        for command in (("rotate-key",), ("recovery-key", "new")):
            self.assertEqual("already_exists", self.code(10, self.h.run("--json", *command, "--recovery-key-out", self.paper)))
        self.assertEqual("mine", self.paper.read_text())
        self.assertEqual(before, self.h.vault.read_bytes())

    def test_each_passphrase_is_needed(self):
        second = self.h.file("second", "ten loud geese 77\n")
        added = self.document(0, self.h.run("--json", "slot", "add", "--new-passphrase-file", second))
        self.assertEqual("passphrase", added["kind"])
        out = ("--recovery-key-out", self.paper)
        before = self.h.vault.read_bytes()
        self.assertEqual("missing_field", self.code(2, self.h.run("--json", "rotate-key", *out)))
        self.assertEqual("wrong_passphrase", self.code(3, self.h.run("--json", "rotate-key", *out, "--slot-passphrase-file", self.h.file("wrong", "no"))))
        # Opened by paper, with no passphrase at all.
        by_paper = ("--recovery-key-file", self.h.recovery)
        self.assertEqual("missing_field", self.code(2, self.h.run("--json", "rotate-key", *out, *by_paper)))
        self.assertFalse(self.paper.exists())
        self.assertEqual(before, self.h.vault.read_bytes())
        self.exits(0, self.h.run("rotate-key", *out, "--slot-passphrase-file", second))
        self.assertEqual(["passphrase", "passphrase", "recovery"], self.kinds())
        self.opens(0, "--passphrase-file", second)
        # One ends with the old key.
        third = ("--recovery-key-out", self.h.path / "recovery3")
        done = self.document(0, self.h.run("--json", "rotate-key", *third, "--drop", added["id"]))
        self.assertEqual([added["id"]], [row["id"] for row in done["dropped"]])
        self.opens(3, "--passphrase-file", second)
        self.assertEqual(["passphrase", "recovery"], self.kinds())

    def test_what_cannot_be_dropped(self):
        rows = {row["kind"]: row["id"] for row in self.document(0, self.h.run("--json", "slot", "list"))}
        out = ("--recovery-key-out", self.paper)
        for id, status, code in ((rows["passphrase"], 5, "denied"), (rows["recovery"], 5, "denied"),
                                 ("00000000-0000-4000-8000-000000000001", 4, "not_found"), ("what", 2, "invalid_argument")):
            self.assertEqual(code, self.code(status, self.h.run("--json", "rotate-key", *out, "--drop", id)))
        self.assertFalse(self.paper.exists())

    def test_typed_back_at_a_terminal(self):
        self.exits(0, self.h.run("slot", "add", "--new-passphrase-file", self.h.file("second", "ten loud geese 77")))
        t = harness.Terminal(self.h, "rotate-key")
        t.expect("Passphrase: ")
        t.type(harness.PASSPHRASE + "\n")
        t.expect("Passphrase of another way in: ")
        t.type("ten loud geese 77\n")
        t.expect("lost.\r\n\r\n    ")
        groups = t.expect("\r\n").split()
        self.assertEqual(9, len(groups))
        for _ in range(2):
            t.expect("Group ")
            number = int(t.expect(":").rstrip(":"))
            t.type(groups[number - 1] + "\n")
        t.expect("new key")
        self.assertEqual(0, t.end())
        self.opens(0, "--recovery-key-file", self.h.file("typed", "-".join(groups)))
        self.opens(3, "--recovery-key-file", self.h.recovery)

    def test_mistyped_changes_nothing(self):
        before = self.h.vault.read_bytes()
        for command in (("recovery-key", "new"), ("rotate-key",)):
            t = harness.Terminal(self.h, *command)
            t.expect("Passphrase: ")
            t.type(harness.PASSPHRASE + "\n")
            for _ in range(3):
                t.expect("Group ")
                t.expect(": ")
                t.type("nnnnn\n")
            self.assertEqual(2, t.end())
        self.assertEqual(before, self.h.vault.read_bytes())
        self.opens(0, "--recovery-key-file", self.h.recovery)

    def test_recovery_key_new(self):
        done = self.document(0, self.h.run("--json", "recovery-key", "new", "--recovery-key-out", self.paper))
        self.assertEqual({"recovery_key_file": str(self.paper)}, done)
        self.opens(3, "--recovery-key-file", self.h.recovery)
        self.opens(0, "--recovery-key-file", self.paper)
        self.assertEqual(["passphrase", "recovery"], self.kinds())
        self.exits(0, self.h.run("verify"))

    def test_a_failure_takes_the_paper_away(self):
        def narrow():
            # Room for SQLite's -shm file and for the paper, and for no transaction of this size.
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (33000, 33000))
        done = self.h.run("--json", "rotate-key", "--recovery-key-out", self.paper, preexec_fn=narrow, restore_signals=False)
        self.assertIn(self.code(1, done), ("io_failure", "disk_full"))
        self.assertFalse(self.paper.exists())
        self.opens(0, "--recovery-key-file", self.h.recovery)
        self.exits(0, self.h.run("verify"))
        self.assertEqual("keep", self.exits(0, self.h.run("get", "s")).stdout)

    def test_agent_locks(self):
        agent = self.agent(self.h)
        self.assertEqual("keep", self.exits(0, self.h.run("get", "s")).stdout)
        self.exits(0, self.h.run("rotate-key", "--recovery-key-out", self.paper))
        self.exits(3, self.h.run("get", "s"))
        self.assertEqual("locked_by_agent", self.code(3, self.h.run("--json", "rotate-key", "--recovery-key-out", self.h.path / "third")))
        self.exits(0, self.h.run("unlock"))
        self.assertEqual("keep", self.exits(0, self.h.run("get", "s")).stdout)
        self.assertEqual(0, agent.stop())

    def test_slots(self):
        self.assertEqual("not_a_terminal", self.code(2, self.h.run("--json", "slot", "add")))
        self.assertEqual("invalid_argument", self.code(2, self.h.run("--json", "slot", "add", "--method", "recovery")))
        self.assertEqual("keychain_unavailable", self.code(9, self.h.run("--json", "slot", "add", "--method", "keychain")))
        empty = self.h.file("empty", "")
        self.assertEqual("empty_field", self.code(2, self.h.run("--json", "slot", "add", "--new-passphrase-file", empty)))
        weak = self.h.file("weak", "1234")
        added = self.document(0, self.h.run("--json", "slot", "add", "--new-passphrase-file", weak))
        self.assertEqual(1, len(added["warnings"]))
        self.opens(0, "--passphrase-file", weak)
        rows = {row["id"]: row["kind"] for row in self.document(0, self.h.run("--json", "slot", "list"))}
        self.assertEqual(3, len(rows))
        recovery = next(id for id, kind in rows.items() if kind == "recovery")
        self.assertEqual("not_a_terminal", self.code(2, self.h.run("--json", "slot", "remove", added["id"])))
        self.assertEqual("denied", self.code(5, self.h.run("--json", "--yes", "slot", "remove", recovery)))
        self.assertEqual("invalid_argument", self.code(2, self.h.run("--json", "--yes", "slot", "remove", "first")))
        removed = self.document(0, self.h.run("--json", "--yes", "slot", "remove", added["id"]))
        self.assertEqual({"removed": added["id"], "keychain_entries_left": 0}, removed)
        self.assertEqual("not_found", self.code(4, self.h.run("--json", "--yes", "slot", "remove", added["id"])))
        self.opens(3, "--passphrase-file", weak)
        last = next(id for id, kind in rows.items() if kind == "passphrase" and id != added["id"])
        done = self.h.run("--json", "--yes", "slot", "remove", last)
        self.assertEqual("denied", self.code(5, done))
        self.assertIn("last way in", done.stderr)
        self.exits(0, self.h.run("verify"))

    def test_nothing_secret_is_told_or_left(self):
        told = [self.exits(0, self.h.run("rotate-key", "--recovery-key-out", self.paper)),
                self.exits(0, self.h.run("recovery-key", "new", "--recovery-key-out", self.h.path / "recovery3"))]
        texts = [self.paper.read_text().strip(), (self.h.path / "recovery3").read_text().strip(), harness.PASSPHRASE]
        mine = {self.paper, self.h.path / "recovery3", self.h.passphrase}
        for text in texts:
            for done in told:
                self.assertNotIn(text, done.stdout + done.stderr)
            for path, content in self.h.files().items():
                if pathlib.Path(path) not in mine:
                    self.assertNotIn(text.encode(), content, path)


harness.main()
