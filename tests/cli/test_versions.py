# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Versions, generators, aliases, names, rules and the pruned log, by the real program."""
import base64
import datetime
import json
import re
import signal
import subprocess
import time

import harness


class Versions(harness.Case):
    def store(self, h, name, **fields):
        return self.exits(0, h.run("secret", "set", name, stdin=fields))

    def history(self, h, name):
        return [(r["version"], r["state"]) for r in self.document(0, h.run("--json", "secret", "history", name))]

    def value(self, h, reference):
        return self.exits(0, h.run("get", reference)).stdout

    def test_history_and_rollback(self):
        h = self.vault()
        for value in ("planted-1", "planted-2", "planted-3"):
            self.store(h, "a", value=value)
        done = h.run("--json", "secret", "history", "a")
        rows = self.document(0, done)
        self.assertEqual({"version", "state", "created_at", "note"}, set(rows[0]))
        self.assertEqual([(1, "previous"), (2, "previous"), (3, "current")], [(r["version"], r["state"]) for r in rows])
        self.assertNotIn("planted", done.stdout + self.exits(0, h.run("secret", "history", "a")).stdout)
        self.assertEqual("planted-1", self.value(h, "latchkey://a/value?version=1"))
        self.assertEqual(1, self.document(0, h.run("--json", "secret", "rollback", "a", "--to", "1"))["version"])
        self.assertEqual("planted-1", self.value(h, "a"))
        self.assertEqual([(1, "current"), (2, "previous"), (3, "previous")], self.history(h, "a"))
        for args, status in ((("--to", "1"), 4), (("--to", "9"), 4), (("--to", "0"), 2), (("--to", "+2"), 2), ((), 2)):
            self.exits(status, h.run("secret", "rollback", "a", *args))
        self.exits(4, h.run("secret", "rollback", "b", "--to", "1"))
        self.exits(4, h.run("secret", "history", "b"))
        self.exits(0, h.run("verify"))
        self.no_wal(h)

    def test_ended_versions(self):
        h = self.vault()
        for value in ("1", "2", "3"):
            self.store(h, "a", value=value)
        mark = ("secret", "mark", "a", "--version", "1", "--as", "retired")
        self.exits(2, h.run(*mark))  # cannot be undone, and there is nobody to ask
        self.exits(0, h.run(*mark, "--yes"))
        self.exits(0, h.run("secret", "mark", "a", "--version", "2", "--as", "compromised", "--yes"))
        self.assertEqual([(1, "retired"), (2, "compromised"), (3, "current")], self.history(h, "a"))
        for number in (1, 2):
            self.assertEqual("version_not_found", self.code(4, h.run("--json", "get", f"latchkey://a/value?version={number}")))
            self.exits(4, h.run("secret", "rollback", "a", "--to", number))
        self.exits(4, h.run("secret", "mark", "a", "--version", "3", "--as", "retired", "--yes"))
        self.exits(2, h.run("secret", "mark", "a", "--version", "3", "--as", "lost", "--yes"))
        self.exits(0, h.run("secret", "mark", "a", "--version", "3", "--as", "compromised", "--yes"))
        self.exits(4, h.run("get", "a"))
        self.assertIsNone(self.document(0, h.run("--json", "secret", "show", "a"))["version"])

    def test_policy(self):
        h = self.vault()
        for value in "12345":
            self.store(h, "a", value=value)
        row = self.document(0, h.run("--json", "policy", "set", "a", "--keep", "2", "--rotate-every", "90d"))
        created = datetime.datetime.fromisoformat(row["rotation_due_at"].replace("Z", "+00:00")) - datetime.timedelta(days=90)
        self.assertLess(abs((datetime.datetime.now(datetime.timezone.utc) - created).total_seconds()), 600)
        self.assertEqual([(4, "previous"), (5, "current")], self.history(h, "a"))
        self.store(h, "a", value="6")
        self.assertEqual([(5, "previous"), (6, "current")], self.history(h, "a"))
        self.assertIn("Replace by", self.exits(0, h.run("secret", "show", "a")).stdout)
        for args in ((), ("--keep", "0"), ("--keep", "two"), ("--rotate-every", "soon")):
            self.exits(2, h.run("policy", "set", "a", *args))
        self.assertIsNone(self.document(0, h.run("--json", "policy", "set", "a", "--rotate-every", "never"))["rotation_due_at"])

    def test_generate_and_verify(self):
        h = self.vault()
        done = h.run("--json", "secret", "generate", "bot/key", "--as", "aes256")
        self.assertEqual(("encryption-key", 1), tuple(self.document(0, done)[k] for k in ("kind", "version")))
        key = self.value(h, "bot/key")
        self.assertEqual(32, len(base64.b64decode(key, validate=True)))
        self.assertNotIn(key, done.stdout + done.stderr)
        text = self.exits(0, h.run("secret", "generate", "bot/key", "--as", "aes256"))
        self.assertNotEqual(key, self.value(h, "bot/key"))
        self.assertNotIn(self.value(h, "bot/key"), text.stdout)
        self.assertEqual(key, self.value(h, "latchkey://bot/key/value?version=1"))
        self.exits(0, h.run("secret", "generate", "pw", "--as", "password", "--length", "12", "--classes", "lower,digits"))
        self.assertRegex(self.value(h, "pw"), r"^[a-z0-9]{12}$")
        self.exits(0, h.run("secret", "generate", "tok", "--as", "token", "--kind", "api-key"))
        self.assertRegex(self.value(h, "tok"), r"^[A-Za-z0-9_-]{43}$")
        for args in ((), ("--as", "rot13"), ("--as", "password", "--length", "3"), ("--as", "aes256", "--length", "64"),
                     ("--as", "password", "--classes", "runes"), ("--as", "token", "--length", "many")):
            self.exits(2, h.run("secret", "generate", "never", *args))
        self.exits(2, h.run("secret", "generate", "bitget_api_key", "--as", "token"))
        self.exits(4, h.run("secret", "show", "never"))
        verify = lambda value, name="pw": h.run("--json", "secret", "verify", name, stdin=value)
        self.assertEqual({"match": True}, self.document(0, verify(self.value(h, "pw"))))
        self.exits(0, verify(self.value(h, "pw") + "\n"))
        self.exits(5, verify(self.value(h, "pw") + "\n\n"))
        self.assertEqual("no_match", self.code(5, verify("wrong-guess")))
        self.exits(5, verify(""))
        self.exits(4, verify("x", "nobody"))
        log = self.exits(0, h.run("--json", "audit", "--kind", "verified")).stdout
        self.assertEqual(["ok", "ok", "no-match", "no-match", "no-match"], [r["outcome"] for r in json.loads(log)])
        self.assertNotIn("wrong-guess", log)
        # A passphrase and a value cannot both come from there.
        self.exits(2, h.run("secret", "verify", "pw", "--passphrase-file", "-", stdin="x"))

    def test_rotate_a_secret(self):
        h = self.vault()
        self.store(h, "a", user="u", password="p1")
        row = self.document(0, h.run("--json", "rotate", "a", stdin={"password": "p2"}))
        self.assertEqual(1, row["version"])
        self.assertEqual("p1", self.value(h, "a#password"))
        self.assertEqual("consent_required", self.code(5, h.run("--json", "get", "latchkey://a/password?version=2")))
        self.exits(0, h.run("rotate", "a", "--commit"))
        self.assertEqual(("u", "p2"), (self.value(h, "a#user"), self.value(h, "a#password")))
        self.exits(0, h.run("rotate", "a", "--rollback"))
        self.assertEqual("p1", self.value(h, "a#password"))
        self.exits(0, h.run("rotate", "a", stdin={"password": "p3"}))
        self.exits(0, h.run("rotate", "a", "--rollback"))
        self.exits(0, h.run("rotate", "a", "--retire"))
        self.assertEqual([(1, "current"), (2, "retired"), (3, "rejected")], self.history(h, "a"))
        self.exits(4, h.run("rotate", "a", "--retire"))
        self.exits(4, h.run("rotate", "a", "--commit"))
        self.exits(2, h.run("rotate", "a", "--commit", "--retire"))
        self.exits(4, h.run("rotate", "b", stdin={"password": "p"}))

    def test_rotate_an_account(self):
        h = self.vault()
        simulator = harness.Simulator(h)
        self.addCleanup(simulator.stop)
        place = ("--base-url", simulator.url, "--ca-file", simulator.ca)
        self.exits(0, h.run("exchange", "add", "bitget", "main", "--no-check", *place, stdin=harness.KEYS))
        # Nobody there knows these keys: the new one waits, the old one stays in use until somebody says otherwise.
        new = dict(harness.KEYS, api_key="bg_" + "7" * 32)
        done = h.run("--json", "rotate", "bitget/main", stdin=new)
        self.exits(6, done)
        self.assertEqual("refused", json.loads(done.stdout)["check"]["verdict"])
        self.assertEqual([(1, "current"), (2, "pending")], self.history(h, "bitget/main"))
        self.assertEqual(harness.KEYS["api_key"], self.value(h, "bitget_api_key"))
        self.exits(0, h.run("rotate", "bitget/main", "--commit"))
        self.assertEqual(new["api_key"], self.value(h, "bitget_api_key"))
        self.exits(0, h.run("rotate", "bitget/main", "--rollback"))
        self.assertEqual(harness.KEYS["api_key"], self.value(h, "bitget_api_key"))
        self.exits(0, h.run("rotate", "bitget/main", "--retire"))
        self.assertEqual([(1, "current"), (2, "retired")], self.history(h, "bitget/main"))
        self.exits(0, h.run("verify"))

    def test_names_and_aliases(self):
        h = self.vault()
        self.store(h, "db/main", user="u", password="p")
        self.exits(0, h.run("alias", "add", "pw", "db/main#password"))
        self.assertEqual("p", self.value(h, "PW"))
        self.assertEqual([{"alias": "pw", "reference": "db/main#password"}], self.document(0, h.run("--json", "alias", "list")))
        done = self.exits(0, h.run("run", "--env", "X=pw", "--", "sh", "-c", "printf %s $X"))
        self.assertEqual("p", done.stdout)
        self.store(h, "pw", value="p2")
        self.assertEqual("p2", self.value(h, "db/main#password"))
        self.assertEqual("already_exists", self.code(10, h.run("--json", "alias", "add", "pw", "db/main#user")))
        self.exits(10, h.run("alias", "add", "bitget_api_key", "db/main#user"))
        self.exits(2, h.run("alias", "add", "a/b", "db/main#user"))
        self.exits(4, h.run("alias", "add", "x", "nobody"))
        self.exits(10, h.run("rename", "db/main", "pw"))
        self.exits(0, h.run("rename", "db/main", "db/other"))
        self.assertEqual("p2", self.value(h, "pw"))
        self.exits(4, h.run("get", "db/main#user"))
        self.exits(0, h.run("alias", "remove", "pw"))
        self.exits(4, h.run("get", "pw"))
        self.exits(4, h.run("alias", "remove", "pw"))

    def test_once(self):
        h = self.vault()
        self.store(h, "a", value="v")
        self.assertEqual("v", self.exits(0, h.run("get", "--once", "a")).stdout)
        agent = self.agent(h)
        none = {"LATCHKEY_PASSPHRASE_FILE": ""}
        self.assertEqual("v", self.exits(0, h.run("get", "a", "--once", env=none)).stdout)
        self.assertEqual("v", self.exits(0, h.run("get", "a", env=none)).stdout)
        self.assertEqual(0, agent.stop())
        self.assertEqual(3, len(self.document(0, h.run("--json", "audit", "--kind", "released"))))


    def test_clear(self):
        h = self.vault()
        self.store(h, "a", value="v")
        self.exits(0, h.run("exchange", "add", "bitget", "main", "--no-check", stdin=harness.KEYS))
        copy = h.path / "all.lkb"
        self.exits(2, h.run("secret", "clear", "--yes"))
        self.exits(2, h.run("secret", "clear", "--backup", copy))  # nobody to ask
        self.exits(10, h.run("secret", "clear", "--backup", h.file("there", "x"), "--yes"))
        self.assertFalse(copy.exists())
        self.assertEqual("v", self.value(h, "a"))
        self.assertEqual(2, self.document(0, h.run("--json", "secret", "clear", "--backup", copy, "--yes"))["removed"])
        self.assertEqual([], self.document(0, h.run("--json", "secret", "list")))
        self.exits(0, h.run("verify"))
        self.assertEqual(0o600, copy.stat().st_mode & 0o777)
        self.assertEqual(b"LKB1", copy.read_bytes()[:4])


class Log(harness.Case):
    def test_filters(self):
        h = self.vault()
        for name in ("a", "b"):
            self.exits(0, h.run("secret", "set", name, stdin={"value": "v"}))
            self.exits(0, h.run("get", name))
        kinds = lambda *args: [(r["kind"], r["name"]) for r in self.document(0, h.run("--json", "audit", *args))]
        self.assertEqual([("credential-added", "a"), ("released", "a")], kinds("--name", "A"))
        self.assertEqual([("released", "b")], kinds("--kind", "released", "--name", "b"))
        self.assertEqual([("released", "b")], kinds("--kind", "released", "--limit", "1"))
        self.assertEqual(4, len(kinds("--kind", "released", "--kind", "credential-added")))
        self.assertEqual([], kinds("--until", "1h"))
        self.assertEqual(5, len(kinds("--since", "1h")))
        self.exits(0, h.run("rename", "a", "c"))
        self.assertEqual([("credential-added", "a"), ("released", "a"), ("credential-renamed", "c")], kinds("--name", "c")[:3])
        out = h.path / "log.jsonl"
        self.assertEqual(1, self.document(0, h.run("--json", "audit", "export", "--out", out, "--kind", "released", "--name", "b"))["exported"])
        self.exits(2, h.run("audit", "--until", "later"))

    def test_prune(self):
        h = self.vault()
        self.exits(0, h.run("secret", "set", "a", stdin={"value": "v"}))
        early = self.exits(0, h.run("audit", "verify")).stdout.strip()
        self.exits(0, h.run("get", "a"))
        self.assertEqual(0, self.document(0, h.run("--json", "audit", "prune", "--before", "1h", "--yes"))["pruned"])
        last = self.document(0, h.run("--json", "audit"))[-1]
        self.assertEqual(3, last["seq"])
        self.exits(2, h.run("audit", "prune", "--before", last["time"]))  # nobody to ask
        self.exits(2, h.run("audit", "prune", "--yes"))
        self.assertEqual({"pruned": 2, "last": 2}, self.document(0, h.run("--json", "audit", "prune", "--before", last["time"], "--yes")))
        rows = self.document(0, h.run("--json", "audit"))
        self.assertEqual([(3, "released"), (4, "checkpoint")], [(r["seq"], r["kind"]) for r in rows])
        self.exits(0, h.run("audit", "verify"))
        self.exits(0, h.run("verify"))
        self.exits(0, h.run("audit", "verify", "--expect-head", early))  # what was dropped ended with it
        self.assertEqual("integrity_failure", self.code(8, h.run("--json", "audit", "verify", "--expect-head", "1:" + "0" * 64)))
        self.exits(2, h.run("audit", "verify", "--expect-head", "0:" + "0" * 64))
        out = h.path / "log.jsonl"
        self.assertEqual(2, self.document(0, h.run("--json", "audit", "export", "--out", out))["exported"])
        self.assertEqual("v", self.exits(0, h.run("get", "a")).stdout)
        self.no_wal(h)


class Killed(harness.Case):
    """Killed anywhere, a step was done or was not."""
    ROUNDS = 12

    def test_rollback(self):
        h = self.vault()
        for value in ("1", "2"):
            self.exits(0, h.run("secret", "set", "a", stdin={"value": value}))
        times = time.monotonic()
        self.exits(0, h.run("secret", "rollback", "a", "--to", "1"))
        whole = time.monotonic() - times
        current, done = 1, 0
        for i in range(self.ROUNDS):
            wanted = 3 - current
            child = subprocess.Popen([harness.EXE, "--no-keychain", "secret", "rollback", "a", "--to", str(wanted)], env=h.env,
                                     stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                child.wait(whole * (0.5 + i / self.ROUNDS))  # opening the vault is the first half
            except subprocess.TimeoutExpired:
                child.send_signal(signal.SIGKILL)
                child.wait()
            rows = {r["version"]: r["state"] for r in self.document(0, h.run("--json", "secret", "history", "a"))}
            self.assertIn(rows, ({1: "current", 2: "previous"}, {1: "previous", 2: "current"}))
            now = next(v for v, state in rows.items() if state == "current")
            self.assertEqual(str(now), self.exits(0, h.run("get", "a")).stdout)
            done += now == wanted
            current = now
        self.exits(0, h.run("verify"))
        print(f"rollback killed {self.ROUNDS} times: {done} done, {self.ROUNDS - done} not, none in between")


harness.main()
