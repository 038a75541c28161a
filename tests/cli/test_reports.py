# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the commands about exchanges and providers say when something is in the way."""
import json

import harness

REPORT = {"name", "exchange", "environment", "verdict", "category", "code", "http_status", "message", "rights", "ip_allowlist",
          "expires_at", "account", "clock_skew_ms", "warnings", "checked_at"}
NOWHERE = ("--base-url", "https://127.0.0.1:1")


class Reports(harness.Case):
    def error(self, done):
        return json.loads(done.stderr)["error"]

    def test_check_all_tells_on_standard_error_too(self):
        h = self.vault()
        self.exits(0, h.run("exchange", "add", "bitget", "main", "--no-check", *NOWHERE, stdin=harness.KEYS))
        self.exits(0, h.run("exchange", "add", "bitget", "whole", "--no-check", *NOWHERE, stdin=harness.KEYS))
        done = h.run("--json", "exchange", "check", "--all")
        for row in self.document(7, done):
            self.assertEqual(REPORT, set(row) & REPORT, row)
            self.assertEqual(("unchecked", "network"), (row["verdict"], row["category"]))
        self.assertEqual("network_failure", self.error(done)["code"])
        self.assertIn("Bitget", self.error(done)["message"])
        self.assertNotIn("bitget/main", self.error(done)["message"])
        one = self.error(h.run("--json", "exchange", "check", "bitget/main"))
        self.assertTrue(one["message"].startswith("Bitget could not be reached"), one)

    def test_an_account_with_a_field_missing(self):
        h = self.vault()
        self.exits(0, h.run("secret", "set", "bitget_api_key", stdin={"value": harness.KEYS["api_key"]}))
        mark = h.path / "started"
        done = h.run("--json", "run", "--with", "bitget/main", "--", "touch", mark)
        self.assertEqual("missing_field", self.code(2, done))
        self.assertFalse(mark.exists())
        rows = self.document(7, h.run("--json", "exchange", "check", "--all"))
        self.assertEqual(REPORT, set(rows[0]) & REPORT, rows)
        self.assertIsNotNone(rows[0]["category"])

    def test_no_secret_is_asked_for_in_vain(self):
        h = self.home()
        t = harness.Terminal(h, "exchange", "add", "bitget", "main")
        self.assertEqual(4, t.end())
        self.assertNotIn(b"API", t.output.replace(b"API.", b""))
        self.exits(0, h.init())
        self.exits(0, h.run("exchange", "add", "bitget", "main", "--no-check", stdin=harness.KEYS))
        given = {"LATCHKEY_PASSPHRASE_FILE": str(h.passphrase)}
        t = harness.Terminal(h, "exchange", "add", "bitget", "Main", env=given)
        self.assertEqual(10, t.end())
        self.assertIn(b"exists already", t.output)
        self.assertNotIn(b": ", t.output.split(b"latchkey: ")[0])
        t = harness.Terminal(h, "exchange", "update", "bitget/none", env=given)
        self.assertEqual(4, t.end())
        t = harness.Terminal(h, "exchange", "add", "bitget", "second", "--no-check", env=given)
        for label, answer in (("API Key", harness.KEYS["api_key"]), ("Secret Key", harness.KEYS["api_secret"]),
                              ("Passphrase", harness.KEYS["passphrase"]), ("none)", "")):
            t.expect(label + ": ")
            t.type(answer + "\n")
        t.expect("Stored bitget/second")
        self.assertEqual(0, t.end())
        t = harness.Terminal(h, "exchange", "update", "bitget/second", "--no-check", env=given)
        for answer in ("", "", "Another123", ""):
            t.expect("none): ")
            t.type(answer + "\n")
        t.expect("Stored bitget/second")
        self.assertEqual(0, t.end())
        self.assertEqual("Another123", self.exits(0, h.run("get", "bitget/second#passphrase")).stdout)

    def test_held_back_is_always_told(self):
        h = self.vault()
        key = {**harness.KEYS, "rights": ["stor", "stow", "coor", "wwow"]}
        sim = harness.Simulator(h, "--key", json.dumps(key))
        self.addCleanup(sim.stop)
        there = ("--base-url", sim.url, "--ca-file", sim.ca)
        self.exits(5, h.run("exchange", "add", "bitget", "main", *there, stdin=harness.KEYS))
        done = h.run("exchange", "update", "bitget/main", "--no-check", stdin={"passphrase": harness.KEYS["passphrase"]})
        self.assertIn("latchkey exchange consent bitget/main", self.exits(5, done).stdout)
        self.exits(0, h.run("exchange", "consent", "bitget/main"))
        self.assertEqual("not_found", self.code(4, h.run("--json", "exchange", "consent", "bitget/main")))

    def test_unknown_provider_and_nonce_are_usage(self):
        h = self.vault()
        self.assertEqual("unknown_provider", self.code(2, h.run("--json", "llm", "set", "hal", stdin={"api_key": "k" * 20})))
        self.assertNotIn("anthropic", h.run("llm", "set", "--help").stdout)
        self.exits(2, h.run("llm", "set", "openai", "--base-url", "http://127.example.com", stdin={"api_key": "k" * 20}))
        self.exits(0, h.run("exchange", "add", "bitget", "main", "--no-check", stdin=harness.KEYS))
        done = h.run("--json", "sign", "bitget/main", "GET", "/api/x", "--nonce", "7")
        self.assertEqual("invalid_argument", self.code(2, done))
        self.assertIn("--nonce", self.error(done)["message"])


harness.main()
