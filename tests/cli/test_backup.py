# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""backup and restore: what comes back, what is refused, and what a kill or a full disk leaves."""
import json
import random
import resource
import signal
import subprocess
import time

import harness

OWN = "seven otters juggle marmalade at noon"


class Backups(harness.Case):
    def source(self):
        h = self.vault()
        self.exits(0, h.run("secret", "set", "s", stdin={"value": "first"}))
        self.exits(0, h.run("secret", "set", "s", stdin={"value": "keep-81"}))
        return h, h.path / "b.lkb"

    def empty(self):
        """Another computer: neither vault nor passphrase."""
        h = self.home()
        h.env["LATCHKEY_PASSPHRASE_FILE"] = ""
        return h

    def restore(self, h, copy, recovery, *more):
        return h.run("--json", "restore", str(copy), "--recovery-key-file", str(recovery), *more)

    def test_there_and_back(self):
        h, copy = self.source()
        made = self.document(0, h.run("--json", "backup", str(copy)))
        self.assertEqual([1, 2, False, True, True], [made[k] for k in ("credentials", "versions", "passphrase",
                                                                       "recovery_key_confirmed", "audited")])
        self.assertEqual(copy.stat().st_size, made["bytes"])
        self.assertEqual(0o600, copy.stat().st_mode & 0o777)
        self.assertNotIn(b"keep-81", copy.read_bytes())
        whole = copy.read_bytes()
        self.assertEqual("already_exists", self.code(10, h.run("--json", "backup", str(copy))))
        self.assertEqual(whole, copy.read_bytes())
        self.assertEqual("backup-made", self.document(0, h.run("--json", "audit"))[-1]["kind"])

        other = self.empty()
        listing = self.document(0, self.restore(other, copy, h.path / "recovery", "--dry-run"))
        self.assertEqual([{"name": "s", "kind": "generic", "versions": 2}], listing["credentials"])
        self.assertFalse(other.vault.exists())
        new = other.file("new", "an entirely new passphrase")
        done = self.document(0, self.restore(other, copy, h.path / "recovery", "--new-passphrase-file", str(new)))
        self.assertEqual([1, None, True], [done[k] for k in ("credentials", "kept_as", "passphrase")])
        for way in (("--recovery-key-file", str(h.path / "recovery")), ("--passphrase-file", str(new))):
            self.assertEqual("keep-81", self.exits(0, other.run("get", "s", *way)).stdout)
        self.exits(0, other.run("verify", "--passphrase-file", str(new)))
        self.no_wal(other)
        # Over what stands there now.
        refused = self.restore(other, copy, h.path / "recovery")
        self.assertEqual("already_exists", self.code(10, refused))
        self.assertIn("--replace", json.loads(refused.stderr)["error"]["hint"])
        old = other.vault.read_bytes()
        done = self.document(0, self.restore(other, copy, h.path / "recovery", "--replace"))
        self.assertEqual(old, (other.vault.parent / done["kept_as"]).read_bytes())
        self.assertEqual("keep-81", self.exits(0, other.run("get", "s", "--recovery-key-file", str(h.path / "recovery"))).stdout)

    def test_passphrase_of_its_own(self):
        h, copy = self.source()
        weak, strong = h.file("weak", "password1"), h.file("strong", OWN)
        self.assertEqual("weak_passphrase", self.code(2, h.run("--json", "backup", str(copy), "--new-passphrase-file", str(weak))))
        self.assertFalse(copy.exists())
        self.exits(0, h.run("backup", str(copy), "--new-passphrase-file", str(strong)))
        other = self.empty()
        key = other.path / "newkey"
        wrong = other.run("--json", "restore", str(copy), "--passphrase-file", str(weak), "--recovery-key-out", str(key))
        self.assertEqual("wrong_passphrase", self.code(3, wrong))
        self.exits(2, other.run("restore", str(copy), "--passphrase-file", str(strong)))  # nobody would get the new key
        self.assertFalse(key.exists() or other.vault.exists())
        done = self.document(0, other.run("--json", "restore", str(copy), "--passphrase-file", str(strong),
                                          "--recovery-key-out", str(key)))
        self.assertEqual(str(key), done["recovery_key_file"])
        self.assertEqual("keep-81", self.exits(0, other.run("get", "s", "--recovery-key-file", str(key))).stdout)
        self.exits(3, other.run("get", "s", "--recovery-key-file", str(h.path / "recovery")))

    def test_refused(self):
        h, copy = self.source()
        self.exits(0, h.run("backup", str(copy)))
        good, other = copy.read_bytes(), self.empty()
        bad = other.path / "bad"
        for position in (0, 5, 9, 20, 200, len(good) // 2, len(good) - 40, len(good) - 1):
            broken = bytearray(good)
            broken[position] ^= 1
            bad.write_bytes(broken)
            self.assertIn(self.code(8, self.restore(other, bad, h.path / "recovery")), ("integrity_failure", "not_a_vault"))
        for content in (good[:-1], good[:100], good + b"x", b""):
            bad.write_bytes(content)
            self.exits(8, self.restore(other, bad, h.path / "recovery"))
        self.assertEqual("no_way_in", self.code(3, other.run("--json", "restore", str(copy), "--passphrase-file",
                                                             str(h.file("p", OWN)), "--recovery-key-out", str(h.path / "k"))))
        foreign = self.vault()
        self.assertEqual("wrong_passphrase", self.code(3, self.restore(other, copy, foreign.path / "recovery")))
        self.exits(4, self.restore(other, other.path / "absent", h.path / "recovery"))
        self.exits(2, other.run("restore"))
        self.exits(2, other.run("restore", str(copy), "--accept-older"))
        self.assertFalse(other.vault.exists())
        self.exits(2, h.run("backup"))
        self.exits(2, h.run("backup", str(h.path / "x"), "--schedule", "daily"))

    def test_a_rotated_vault_has_another_paper(self):
        h, old = self.source()
        new, key = h.path / "after.lkb", h.path / "recovery2"
        self.exits(0, h.run("backup", str(old)))
        self.exits(0, h.run("rotate-key", "--recovery-key-out", str(key)))
        self.exits(0, h.run("backup", str(new)))
        for copy, right, wrong in ((old, h.path / "recovery", key), (new, key, h.path / "recovery")):
            other = self.empty()
            self.assertEqual("wrong_passphrase", self.code(3, self.restore(other, copy, wrong)))
            self.exits(0, self.restore(other, copy, right))
            self.assertEqual("keep-81", self.exits(0, other.run("get", "s", "--recovery-key-file", str(right))).stdout)
            self.exits(0, other.run("verify", "--recovery-key-file", str(right)))

    def test_an_open_vault_is_not_replaced(self):
        h, copy = self.source()
        self.exits(0, h.run("backup", str(copy)))
        self.agent(h)
        self.exits(0, h.run("unlock"))
        self.assertEqual("busy", self.code(1, self.restore(h, copy, h.path / "recovery", "--replace")))
        self.assertEqual("keep-81", self.exits(0, h.run("get", "s")).stdout)
        self.exits(0, h.run("lock"))
        self.exits(0, self.restore(h, copy, h.path / "recovery", "--replace"))

    def test_schedule_is_stored(self):
        h = self.vault()
        folder = h.path / "copies"
        self.exits(2, h.run("backup", "--schedule", "daily", "--to", str(folder), "--keep", "3"))
        folder.mkdir()
        self.exits(2, h.run("backup", "--schedule", "hourly", "--to", str(folder)))
        self.exits(2, h.run("backup", "--schedule", "daily", "--to", str(folder), "--keep", "0"))
        told = self.document(0, h.run("--json", "backup", "--schedule", "daily", "--to", str(folder), "--keep", "3"))
        self.assertEqual({"schedule": "daily", "to": str(folder), "keep": 3}, told)
        self.assertEqual([], list(folder.iterdir()))
        agent = self.agent(h)
        self.exits(0, h.run("unlock"))
        until = time.monotonic() + 30
        while not list(folder.glob("latchkey-*.lkb")) and time.monotonic() < until:
            time.sleep(0.05)
        made = list(folder.iterdir())
        self.assertEqual(1, len(made), made)
        agent.stop()
        other = self.empty()
        self.exits(0, self.restore(other, made[0], h.path / "recovery"))
        self.exits(0, h.run("backup", "--schedule", "off"))


class Interrupted(harness.Case):
    def popen(self, h, *words):
        return subprocess.Popen([harness.EXE, "--no-keychain", *words], env=h.env, stdin=subprocess.DEVNULL,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def kill_within(self, process, whole, dice):
        try:
            process.wait(whole * dice.uniform(0.3, 1.0))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        return process.wait() == 0

    def test_kill(self):
        h = self.vault()
        for i in range(3):
            self.exits(0, h.run("secret", "set", f"s{i}", stdin={"value": "v" * 200_000}))
        copy, key = h.path / "b.lkb", str(h.path / "recovery")
        start = time.monotonic()
        self.exits(0, h.run("backup", str(copy)))
        whole, seed = time.monotonic() - start, random.randrange(1 << 30)
        dice = random.Random(seed)
        print(f"seed {seed}, one backup takes {whole:.2f} s")
        for i in range(8):
            target = h.path / f"k{i}.lkb"
            finished = self.kill_within(self.popen(h, "backup", str(target)), whole, dice)
            if finished or target.exists():
                self.exits(0, h.run("restore", str(target), "--dry-run", "--recovery-key-file", key))
        self.exits(0, h.run("verify"))

        other = self.home()
        other.env["LATCHKEY_PASSPHRASE_FILE"] = ""
        self.exits(0, other.run("restore", str(copy), "--recovery-key-file", key))
        before = other.vault.read_bytes()
        for _ in range(8):
            words = ("restore", str(copy), "--recovery-key-file", key, "--replace")
            finished = self.kill_within(self.popen(other, *words), whole, dice)
            kept = [p.read_bytes() for p in other.vault.parent.glob("vault.db.before-restore-*")]
            now = other.vault.read_bytes()
            self.assertTrue(now == before or before in kept, f"seed {seed}: the old vault is gone")
            if finished:
                self.assertNotEqual(before, now)
            self.exits(0, other.run("verify", "--recovery-key-file", key))
            before = other.vault.read_bytes()

    def test_no_room(self):
        h = self.vault()
        self.exits(0, h.run("secret", "set", "s", stdin={"value": "v" * 900_000}))
        copy, key = h.path / "b.lkb", str(h.path / "recovery")
        self.exits(0, h.run("backup", str(copy)))
        names = sorted(p.name for p in h.path.iterdir())

        def small():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, 500_000))

        full = h.run("--json", "backup", str(h.path / "c.lkb"), preexec_fn=small)
        self.assertNotEqual(0, full.returncode)
        self.assertEqual(names, sorted(p.name for p in h.path.iterdir()))
        other = self.home()
        full = other.run("--json", "restore", str(copy), "--recovery-key-file", key, preexec_fn=small)
        self.assertNotEqual(0, full.returncode)
        self.assertFalse(other.vault.exists())
        self.assertEqual([], [p.name for p in other.vault.parent.glob("vault.db*")])


harness.main()
