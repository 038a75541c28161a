# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several programs at one vault at the same time: nothing acknowledged is lost, all see it, and a new vault key locks the others."""
import concurrent.futures
import json
import threading
import time

import harness

WRITERS = 5
WRITES = 5
NONE = {"LATCHKEY_PASSPHRASE_FILE": ""}


class Concurrency(harness.Case):
    def setUp(self):
        self.h = self.vault()
        # No key derivation: all may really be at it at once.
        self.paper = ("--recovery-key-file", self.h.recovery)

    def write(self, name, value):
        """Exit status; busy is an honest answer, anything else but success is not."""
        done = self.h.run("--json", "secret", "set", name, *self.paper, stdin={"value": value})
        if done.returncode != 0:
            self.assertEqual("busy", json.loads(done.stderr)["error"]["code"], done.stderr)
        return done.returncode == 0

    def writer(self, number):
        """Writes of its own, and into the one that all write; what was acknowledged."""
        own, shared = [], []
        for i in range(WRITES):
            value = f"value {number}.{i}"
            if self.write(f"own/{number}-{i}", value):
                own.append((f"own/{number}-{i}", value))
            if i == WRITES // 2 and self.write("shared", value):
                shared.append(value)
        return own, shared

    def reader(self, until):
        """The agent releases all the while, which writes too: into the audit log."""
        reads = 0
        while not until.is_set():
            self.assertEqual("stays", self.exits(0, self.h.run("get", "before", env=NONE)).stdout)
            reads += 1
        return reads

    def test_all_write_at_once(self):
        self.assertTrue(self.write("before", "stays"))
        self.assertTrue(self.write("shared", "value of nobody"))
        self.agent(self.h)
        until = threading.Event()
        with concurrent.futures.ThreadPoolExecutor(WRITERS + 1) as pool:
            reading = pool.submit(self.reader, until)
            writing = [pool.submit(self.writer, number) for number in range(WRITERS)]
            try:
                acknowledged = [one.result() for one in writing]
            finally:
                until.set()
            reads = reading.result()
        own = [item for mine, _ in acknowledged for item in mine]
        shared = ["value of nobody"] + [value for _, values in acknowledged for value in values]
        self.assertEqual(WRITERS * WRITES, len(own), "nobody has to wait longer than others take")
        for name, value in own:
            self.assertEqual(value, self.exits(0, self.h.run("get", name, env=NONE)).stdout)
        versions = self.document(0, self.h.run("--json", "secret", "history", "shared", *self.paper))
        numbers = sorted(version["version"] for version in versions)
        self.assertEqual(list(range(1, len(shared) + 1)), numbers)
        held = {self.exits(0, self.h.run("get", f"latchkey://shared/value?version={number}", *self.paper, "--no-agent")).stdout for number in numbers}
        self.assertEqual(set(shared), held)
        self.exits(0, self.h.run("verify", *self.paper, "--no-agent"))
        self.exits(0, self.h.run("audit", "verify", *self.paper, "--no-agent"))
        kinds = [e["kind"] for e in self.document(0, self.h.run("--json", "audit", "--limit", "10000", *self.paper))]
        self.assertGreaterEqual(kinds.count("released"), reads)

    def test_all_create_the_same(self):
        def create(number):
            return self.exits(0, self.h.run("secret", "set", "same", *self.paper, stdin={"value": f"value {number}"}))

        with concurrent.futures.ThreadPoolExecutor(WRITERS) as pool:
            list(pool.map(create, range(WRITERS)))
        versions = self.document(0, self.h.run("--json", "secret", "history", "same", *self.paper))
        self.assertEqual(WRITERS, len(versions), "who comes second adds a version")
        held = {self.exits(0, self.h.run("get", f"latchkey://same/value?version={v['version']}", *self.paper)).stdout for v in versions}
        self.assertEqual({f"value {number}" for number in range(WRITERS)}, held)

    def test_a_change_is_seen_at_once(self):
        self.assertTrue(self.write("s", "first"))
        self.agent(self.h)
        begun = time.monotonic()
        self.assertEqual("first", self.exits(0, self.h.run("get", "s", env=NONE)).stdout)
        usual = time.monotonic() - begun  # a process's start, above all
        for value in ("second", "third"):
            self.assertTrue(self.write("s", value))
            acknowledged = time.monotonic()
            got = self.exits(0, self.h.run("get", "s", env=NONE)).stdout
            self.assertEqual(value, got, "the first answer after the acknowledgement")
            self.assertLess(time.monotonic() - acknowledged, usual + 2)

    def test_a_new_vault_key_locks_the_others(self):
        self.assertTrue(self.write("s", "kept"))
        agent = self.agent(self.h)
        self.assertEqual("kept", self.exits(0, self.h.run("get", "s", env=NONE)).stdout)
        paper = self.h.path / "paper2"
        self.exits(0, self.h.run("rotate-key", "--recovery-key-out", paper))
        # Their next use finds it, and they ask for a way in as after any lock.
        for _ in range(2):  # at once, and afterwards
            refused = self.h.run("--json", "get", "s", env=NONE)
            self.assertEqual("locked_by_agent", self.code(3, refused))
            self.assertIn("replaced the vault or its master key", json.loads(refused.stderr)["error"]["message"])
        self.assertIs(True, self.document(0, self.h.run("--json", "status", env=NONE))["locked"])
        refused = self.h.run("--json", "unlock", *self.paper, env=NONE)
        self.assertEqual("wrong_passphrase", self.code(3, refused))
        self.exits(0, self.h.run("unlock", "--recovery-key-file", paper, env=NONE))
        self.exits(0, self.h.run("lock", env=NONE))
        refused = self.h.run("--json", "get", "s", env=NONE)
        self.assertNotIn("replaced", json.loads(refused.stderr)["error"]["message"])
        self.exits(0, self.h.run("unlock", "--recovery-key-file", paper, env=NONE))
        self.assertEqual("kept", self.exits(0, self.h.run("get", "s", env=NONE)).stdout)
        # Asked for the state first, it tells it: that is no failure.
        self.exits(0, self.h.run("rotate-key", "--recovery-key-out", self.h.path / "paper3"))
        self.assertIs(True, self.document(0, self.h.run("--json", "status", env=NONE))["locked"])
        self.assertEqual(0, agent.stop())
        self.no_wal(self.h)


harness.main()
