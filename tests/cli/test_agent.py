# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The agent: who answers, locked or not, and what a second one does."""
import signal
import stat
import subprocess

import harness

NONE = {"LATCHKEY_PASSPHRASE_FILE": ""}


class AgentFlows(harness.Case):
    @classmethod
    def setUpClass(cls):
        cls.h = harness.Home()
        cls.h.make_cheap_vault()
        assert cls.h.run("secret", "set", "s", stdin={"value": "value-of-s"}).returncode == 0
        cls.addClassCleanup(cls.h.close)

    def test_locked_is_the_answer(self):
        agent = self.agent(self.h, NONE)
        self.assertIn("locked", agent.greeting)
        socket = next((self.h.path / "run" / "latchkey").glob("*.ctl"))
        self.assertEqual((0o600, 0o700), (stat.S_IMODE(socket.stat().st_mode), stat.S_IMODE(socket.parent.stat().st_mode)))
        for words in (("get", "s"), ("secret", "list"), ("run", "--with", "s", "--", "true"), ("verify",), ("audit",), ("exchange", "list"),
                      ("llm", "show"), ("sign", "a/b", "GET", "/x"), ("passphrase", "change", "--new-passphrase-file", self.h.passphrase)):
            self.assertEqual("locked_by_agent", self.code(3, self.h.run("--json", *words)), words)
        status = self.document(0, self.h.run("--json", "status"))
        self.assertEqual((True, "locked", True), (status["agent"], status["state"], status["locked"]))
        self.assertEqual(str(socket), status["agent_socket"])
        self.assertEqual("value-of-s", self.exits(0, self.h.run("--no-agent", "get", "s")).stdout)
        kinds = [e["kind"] for e in self.document(0, self.h.run("--json", "--no-agent", "audit"))]
        self.assertIn("opened-past-agent", kinds)
        wrong = self.h.file("wrong", "not it")
        self.assertEqual("wrong_passphrase", self.code(3, self.h.run("--json", "unlock", "--passphrase-file", wrong)))
        self.assertEqual("no_way_in", self.code(3, self.h.run("--json", "unlock", env=NONE)))
        self.assertEqual("recovery", self.document(0, self.h.run("--json", "unlock", "--recovery-key-file", self.h.recovery))["opened_by"])
        self.assertEqual("value-of-s", self.exits(0, self.h.run("get", "s", env=NONE)).stdout)
        self.assertEqual(0, agent.stop(signal.SIGINT))
        self.assertFalse(socket.exists())
        self.no_wal(self.h)

    def test_open_before_it_answers(self):
        agent = self.agent(self.h)
        self.assertIn("open", agent.greeting)
        status = self.document(0, self.h.run("--json", "status", env={**NONE, "LLM_PROVIDER": "azure"}))
        self.assertEqual((True, "unlocked", 1), (status["agent"], status["state"], status["credential_count"]))
        self.assertEqual("environment", status["llm"]["source"]["provider"], "the caller's environment counts, not the agent's")
        other = self.code(10, self.h.run("--json", "serve"))
        self.assertEqual("already_exists", other)
        self.assertEqual("value-of-s", self.exits(0, self.h.run("get", "s", env=NONE)).stdout)
        self.assertEqual("not_found", self.code(4, self.h.run("--json", "get", "absent#x", env=NONE)))
        done = self.exits(0, self.h.run("run", "--with", "s", "--", "env", env=NONE))
        self.assertIn("S_VALUE=value-of-s\n", done.stdout)
        # Only a signature leaves, and the caller needs no way in of its own.
        account = {"api_key": "bg_" + "a" * 32, "api_secret": "b" * 64, "passphrase": "Signing123"}
        self.exits(0, self.h.run("exchange", "add", "bitget", "main", "--no-check", stdin=account))
        words = ("sign", "bitget/main", "POST", "/api/v2/spot/trade/place-order", "--timestamp", "1700000000000", "--body",
                 self.h.file("order", '{"size":"1"}'))
        through = self.exits(0, self.h.run(*words, env=NONE)).stdout
        self.assertEqual(self.exits(0, self.h.run("--no-agent", *words)).stdout, through)
        self.assertNotIn(account["api_secret"], through)
        signed = [e["program"] for e in self.document(0, self.h.run("--json", "audit")) if e["kind"] == "signed"]
        self.assertTrue(signed[0].startswith("agent: latchkey"), signed)
        self.assertEqual("invalid_argument", self.code(2, self.h.run("--json", "sign", "bitget/main", "GET", "no/slash", env=NONE)))
        # What another process changes is seen by the agent.
        self.exits(0, self.h.run("secret", "set", "s2", stdin={"value": "later"}))
        self.assertEqual("later", self.exits(0, self.h.run("get", "s2", env=NONE)).stdout)
        self.exits(0, self.h.run("secret", "remove", "s2", "--yes"))
        self.exits(0, self.h.run("lock"))
        self.exits(0, self.h.run("lock"))
        self.assertEqual("locked_by_agent", self.code(3, self.h.run("--json", "get", "s")))
        self.assertEqual(0, agent.stop())
        self.assertNotIn("value-of-s", agent.rest)
        self.no_wal(self.h)

    def test_wrong_way_in_does_not_start(self):
        self.assertEqual("wrong_passphrase", self.code(3, self.h.run("--json", "serve", "--passphrase-file", self.h.file("wrong", "not it"))))
        self.assertIs(False, self.document(0, self.h.run("--json", "status"))["agent"])

    def test_killed_agent_leaves_no_obstacle(self):
        agent = self.agent(self.h)
        self.assertEqual("value-of-s", self.exits(0, self.h.run("get", "s", env=NONE)).stdout)
        self.assertEqual(-signal.SIGKILL, agent.stop(signal.SIGKILL))
        again = self.agent(self.h)
        kinds = [e["kind"] for e in self.document(0, self.h.run("--json", "audit"))]
        self.assertIn("released", kinds, "a release survives kill -9")
        self.assertEqual(0, again.stop())
        self.no_wal(self.h)


harness.main()
