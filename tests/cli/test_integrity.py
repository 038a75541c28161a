# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The audit log, damaged and older vaults, disks that take nothing."""
import csv
import json
import os
import subprocess
import sys

import harness


class Audit(harness.Case):
    def test_log_and_head(self):
        h = self.vault()
        self.exits(0, h.run("secret", "set", "s", stdin={"value": "hidden-77"}))
        self.exits(0, h.run("get", "s"))
        done = h.run("--json", "audit", "--since", "1h")
        rows = self.document(0, done)
        self.assertEqual(["vault-created", "credential-added", "released"], [r["kind"] for r in rows])
        self.assertEqual({"seq", "time", "kind", "name", "program", "outcome"}, set(rows[0]) & {"seq", "time", "kind", "name", "program", "outcome"})
        self.assertNotIn("hidden-77", done.stdout)
        self.assertEqual(1, len(self.document(0, h.run("--json", "audit", "--limit", "1"))))
        self.exits(2, h.run("audit", "--since", "soon"))
        head = self.exits(0, h.run("audit", "verify")).stdout.strip()
        self.assertRegex(head, r"^\d+:[0-9a-f]{64}$")
        self.exits(0, h.run("get", "s"))
        self.exits(0, h.run("audit", "verify", "--expect-head", head))
        forged = head[:-1] + ("0" if head[-1] != "0" else "1")
        self.assertEqual("integrity_failure", self.code(8, h.run("--json", "audit", "verify", "--expect-head", forged)))
        self.exits(2, h.run("audit", "verify", "--expect-head", "nonsense"))
        self.no_wal(h)


    def test_export(self):
        h = self.vault()
        self.exits(0, h.run("secret", "set", "s", stdin={"value": "hidden-77"}))
        lines, table = h.path / "log.jsonl", h.path / "log.csv"
        self.assertEqual({"exported": 2, "file": str(lines)},
                         self.document(0, h.run("--json", "audit", "export", "--out", str(lines))))
        self.assertEqual(["vault-created", "credential-added"],
                         [json.loads(line)["kind"] for line in lines.read_text().splitlines()])
        self.assertEqual(0o600, lines.stat().st_mode & 0o777)
        self.assertIn(f"2 entries were written to {table}.",
                      self.exits(0, h.run("audit", "export", "--out", str(table), "--format", "csv")).stdout)
        one = h.path / "one.jsonl"
        self.assertIn(f"1 entry was written to {one}.",
                      self.exits(0, h.run("audit", "export", "--out", str(one), "--kind", "vault-created")).stdout)
        rows = list(csv.DictReader(table.read_text().splitlines()))
        self.assertEqual(["vault-created", "credential-added"], [row["kind"] for row in rows])
        self.assertNotIn("hidden-77", lines.read_text() + table.read_text())
        self.assertEqual("already_exists", self.code(10, h.run("--json", "audit", "export", "--out", str(lines))))
        self.exits(2, h.run("audit", "export"))
        self.exits(2, h.run("audit", "export", "--out", str(h.path / "x"), "--format", "xml"))
        self.assertFalse((h.path / "x").exists())


class Damage(harness.Case):
    def test_not_a_vault_and_damaged(self):
        h = self.vault()
        self.exits(0, h.run("secret", "set", "s", stdin={"value": "v"}))
        self.exits(0, h.run("verify"))
        good = h.vault.read_bytes()
        for content, code in ((b"this is no vault " * 300, "not_a_vault"), (b"", "not_a_vault"), (good[:5000], None)):
            h.vault.write_bytes(content)
            for words in (("secret", "list"), ("get", "s"), ("status",)):
                got = self.code(8, h.run("--json", *words))
                self.assertIn(got, (code, "not_a_vault", "integrity_failure") if code is None else (code,))
            self.assertEqual(content, h.vault.read_bytes(), "a file that cannot be read is not touched")
        # A changed byte anywhere ends in 8, or 3 when it hits the slot, or changes nothing.
        for position in range(4096, len(good) - 64, max(1, len(good) // 6)):
            bad = bytearray(good)
            bad[position] ^= 0x40
            h.vault.write_bytes(bad)
            self.assertIn(h.run("verify").returncode, (0, 3, 8), position)
        h.vault.write_bytes(good)

    def test_older_vault_put_back(self):
        h = self.vault()
        older = h.vault.read_bytes()
        self.exits(0, h.run("secret", "set", "s", stdin={"value": "v"}))
        h.vault.write_bytes(older)
        self.assertEqual("older_than_last_seen", self.code(8, h.run("--json", "secret", "list")))
        # The way out: known to be meant, it goes on from there, and that stands in the log.
        self.assertEqual("invalid_argument", self.code(2, h.run("--json", "restore")))
        self.assertEqual(older, h.vault.read_bytes())
        self.assertEqual({"accepted": True}, self.document(0, h.run("--json", "restore", "--accept-older")))
        self.assertEqual([], self.document(0, h.run("--json", "secret", "list")))
        self.assertIn("rollback-accepted", [row["kind"] for row in self.document(0, h.run("--json", "audit"))])
        self.exits(0, h.run("verify"))
        self.assertEqual({"accepted": False}, self.document(0, h.run("--json", "restore", "--accept-older")))


class Disk(harness.Case):
    def test_no_log_no_secret(self):
        h = self.vault()
        self.exits(0, h.run("secret", "set", "s", stdin={"value": "unlogged-1"}))
        as_user = {}
        if os.geteuid() == 0:
            # root may write everywhere; nobody may not.
            for path in [h.path, *h.path.rglob("*")]:
                os.chown(path, 65534, 65534)
            as_user = {"user": 65534, "group": 65534, "extra_groups": []}
        h.vault.chmod(0o400)
        h.vault.parent.chmod(0o500)
        try:
            done = h.run("get", "s", **as_user)
            self.assertNotEqual(0, done.returncode)
            self.assertNotIn("unlogged-1", done.stdout + done.stderr)
            self.assertNotEqual(0, h.run("secret", "set", "s", stdin={"value": "x"}, **as_user).returncode)
        finally:
            h.vault.parent.chmod(0o700)
            h.vault.chmod(0o600)
        self.assertEqual("unlogged-1", self.exits(0, h.run("get", "s", **as_user)).stdout)

    def test_file_size_limit_stands_for_a_full_disk(self):
        import resource
        import signal
        h = self.vault()
        self.exits(0, h.run("secret", "set", "s", stdin={"value": "old"}))

        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        done = h.run("secret", "set", "s", stdin={"value": "n" * 9000}, preexec_fn=limit)
        self.assertNotEqual(0, done.returncode)
        self.assertEqual("old", self.exits(0, h.run("get", "s")).stdout)
        self.exits(0, h.run("verify"))

    def test_a_disk_that_is_really_full(self):
        # Whoever may not mount gets a mount namespace of his own.
        enter = ["unshare", "--map-root-user", "--mount"]
        if subprocess.run([*enter, "true"], capture_output=True).returncode != 0:
            self.skipTest("no user namespace can be made here")
        done = subprocess.run([*enter, sys.executable, "-B", __file__, "FullDisk.inside"], capture_output=True, text=True)
        self.assertEqual(0, done.returncode, done.stderr)

    def test_a_home_that_cannot_be_looked_into_is_not_an_absent_vault(self):
        h = self.vault()
        as_user = {}
        if os.geteuid() == 0:
            for path in [h.path, *h.path.rglob("*")]:
                os.chown(path, 65534, 65534)
            as_user = {"user": 65534, "group": 65534, "extra_groups": []}
        h.vault.parent.chmod(0o000)
        try:
            for words in (("status",), ("get", "s"), ("secret", "list")):
                self.assertEqual("io_failure", self.code(1, h.run("--json", *words, **as_user)), words)
            again = ("init", "--method", "passphrase", "--recovery-key-out", h.path / "second")
            self.assertEqual("already_exists", self.code(10, h.run("--json", *again, **as_user)))
        finally:
            h.vault.parent.chmod(0o700)
        self.exits(0, h.run("secret", "list", **as_user))


class FullDisk(harness.Case):
    def inside(self):
        h = self.home()
        h.vault.parent.mkdir(mode=0o700)
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m,mode=0700", "none", h.vault.parent], check=True)
        self.exits(0, h.init())
        self.exits(0, h.run("secret", "set", "s", stdin={"value": "bots go on"}))
        ballast = h.vault.with_name("ballast")
        with open(ballast, "wb", buffering=0) as file, self.assertRaises(OSError):
            while True:
                file.write(b"x" * 4096)
        for _ in range(4):
            done = h.run("get", "s")
            self.assertEqual("bots go on", self.exits(0, done).stdout)
            self.assertNotIn("PRAGMA", done.stderr)
        self.exits(0, h.run("secret", "list"))
        self.exits(0, h.run("verify"))
        # Whatever else took the space of the reserve: a vault that cannot be locked against others is not opened.
        with open(h.vault.with_name("more ballast"), "wb", buffering=0) as file:
            h.vault.with_name("vault.db.reserve").unlink(missing_ok=True)
            with self.assertRaises(OSError):
                while True:
                    file.write(b"x" * 4096)
        for words in (("secret", "list"), ("verify",), ("get", "s"), ("secret", "set", "s")):
            done = h.run("--json", *words, stdin={"value": "x"})
            self.assertEqual("disk_full", self.json_code(1, done), words)
            self.assertIn("Make room", done.stderr)
        # Room again while an agent runs that found none at its start: it works, and sees what others change.
        agent = self.agent(h, env={"LATCHKEY_PASSPHRASE_FILE": ""})
        self.assertNotEqual(0, h.run("unlock").returncode)
        ballast.unlink()
        self.exits(0, h.run("unlock"))
        self.assertEqual("bots go on", self.exits(0, h.run("get", "s")).stdout)
        self.exits(0, h.run("--no-agent", "secret", "set", "s", stdin={"value": "by others"}))
        self.assertEqual("by others", self.exits(0, h.run("get", "s")).stdout)
        self.assertEqual(0, agent.stop())
        self.exits(0, h.run("secret", "set", "s", stdin={"value": "bots go on"}))
        self.assertEqual("bots go on", self.exits(0, h.run("get", "s")).stdout)
        self.exits(0, h.run("secret", "set", "s", stdin={"value": "and on"}))
        self.exits(0, h.run("verify"))

    def json_code(self, status, done):
        """Warnings of the log may stand before the document."""
        done.stderr = done.stderr.splitlines()[-1]
        return self.code(status, done)


harness.main()
