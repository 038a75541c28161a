# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Accounts without asking anybody: what is refused, signing, LLM providers."""
import base64
import hashlib
import hmac
import json

import harness


class Offline(harness.Case):
    @classmethod
    def setUpClass(cls):
        cls.h = harness.Home()
        cls.h.make_cheap_vault()
        cls.addClassCleanup(cls.h.close)

    def call(self, *words, stdin=None):
        return self.h.run("--json", "exchange", *words, stdin=stdin)

    def test_refused_before_anything_is_stored(self):
        keys = harness.KEYS
        for status, words, stdin in ((2, ("add", "nosuch", "x"), keys), (2, ("add", "bitget", "x"), {"api_key": "bg_1"}),
                                     (2, ("add", "bitget", "x"), {**keys, "passphrase": " \n"}),
                                     (2, ("add", "bitget", "x"), {**keys, "passphrase": "a\x1bb"}),
                                     (2, ("add", "bitget", "x"), {**keys, "api_secret": "a\0b"}),
                                     (2, ("add", "bitget", "x"), {**keys, "": "v"}), (2, ("add", "bitget", "x"), {**keys, "a b/c\n": "v"}),
                                     (2, ("add", "bitget", "x", "--base-url", "http://exchange.example"), keys),
                                     (2, ("add", "bitget", "a//b"), keys), (2, ("add", "bitget", "x", "--ca-file", "/nonexistent"), keys),
                                     (2, ("check",), None), (2, ("check", "a", "--all"), None), (4, ("show", "bitget/x"), None)):
            self.code(status, self.call(*words, stdin=stdin))
        self.assertNotIn("bitget/x", {r["name"] for r in self.document(0, self.call("list"))})

    def test_no_check_and_signing(self):
        saved = self.document(0, self.call("add", "bitget", "main", "--no-check", stdin=harness.KEYS))
        self.assertEqual((True, None, False), (saved["saved"], saved["check"], saved["consent_required"]))
        self.code(10, self.call("add", "bitget", "MAIN", "--no-check", stdin=harness.KEYS))
        shown = self.exits(0, self.call("show", "bitget/main")).stdout
        for value in harness.KEYS.values():
            self.assertNotIn(value, shown)
        self.assertIn("bg_0", shown)
        sign = lambda *more, stdin=None: self.document(0, self.h.run("sign", "bitget/main", "POST", "/api/v2/x", "--query", "a=1&b=2",
                                                                      "--timestamp", "1700000000000", *more, stdin=stdin))
        body = self.h.file("body.json", '{"size":"1"}')
        signed = sign("--body", body)
        self.assertEqual(signed, sign("--body", "-", stdin='{"size":"1"}'))
        self.assertEqual(("POST", "a=1&b=2", '{"size":"1"}'), (signed["method"], signed["query"], signed["body"]))
        text = '1700000000000POST/api/v2/x?a=1&b=2{"size":"1"}'
        expected = base64.b64encode(hmac.new(harness.KEYS["api_secret"].encode(), text.encode(), hashlib.sha256).digest()).decode()
        headers = {k.upper(): v for k, v in signed["headers"].items()}
        self.assertEqual(expected, headers["ACCESS-SIGN"])
        self.assertNotIn(harness.KEYS["api_secret"], json.dumps(signed))
        self.exits(2, self.h.run("sign", "bitget/main", "GET", "no-slash", "--timestamp", "1700000000000"))

    def test_llm(self):
        llm = lambda *words, stdin=None: self.h.run("--json", "llm", *words, stdin=stdin)
        self.exits(2, llm("set", "nosuch", stdin={}))
        self.exits(0, llm("set", "azure-openai", "--base-url", "https://x.openai.azure.com", "--deployment", "gpt", "--api-version",
                          "2024-06-01", stdin={"api_key": "azure-secret-1"}))
        self.exits(0, llm("set", "ollama", "--model", "llama3", stdin={}))
        rows = self.document(0, llm("list"))
        self.assertEqual({"azure/main", "ollama/main"}, {r["name"] for r in rows})
        shown = self.exits(0, llm("show")).stdout
        self.assertIn("ollama/main", shown)
        self.assertNotIn("azure-secret-1", self.exits(0, llm("show", "azure/main")).stdout)
        status = self.document(0, self.h.run("--json", "status", env={"LLM_PROVIDER": "openai"}))
        self.assertEqual(("ollama", "vault", True), (status["llm"]["provider"], status["llm"]["source"]["provider"], status["llm"]["azure_configured"]))
        self.exits(0, llm("remove", "azure/main", "--yes"))


harness.main()
