# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Providers of language models against servers that can be played (tests/support/llmsimulator.h)."""
import json
import os
import subprocess

import harness

SIMULATOR = os.environ["LATCHKEY_LLM_SIMULATOR"]
KEY = "0123456789abcdef0123456789abcdef"
REPORT = {"name", "provider", "verdict", "category", "code", "http_status", "message", "base_url", "model", "deployment", "warnings",
          "checked_at"}
FAR = "http://192.0.2.1:11434"  # kept for documentation (RFC 5737): nobody is there


class Simulator(harness.Simulator):
    """In plain http, or under its own CA."""

    def __init__(self, home, tls):
        self.ca = home.path / "llm-ca.pem"
        self.process = subprocess.Popen([SIMULATOR, *(["--ca-out", str(self.ca)] if tls else [])], stdout=subprocess.PIPE,
                                        stdin=subprocess.DEVNULL)
        self.url = json.loads(self.process.stdout.readline())["url"]
        self.tls = tls

    def order(self, **what):
        if self.tls:
            return super().order(**what)
        import urllib.request
        request = urllib.request.Request(self.url + "/_simulator", json.dumps(what).encode(), {"Content-Type": "application/json"})
        return urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=harness.PATIENCE).read()


class Llm(harness.Case):
    @classmethod
    def setUpClass(cls):
        cls.h = harness.Home()
        cls.h.make_cheap_vault()
        cls.addClassCleanup(cls.h.close)
        cls.plain, cls.tls = Simulator(cls.h, False), Simulator(cls.h, True)
        cls.addClassCleanup(cls.plain.stop)
        cls.addClassCleanup(cls.tls.stop)

    def tearDown(self):
        self.plain.order(scenario="normal")
        self.tls.order(scenario="normal")

    def call(self, *words, stdin=None, env=None):
        return self.h.run("--json", "llm", *words, stdin=stdin, env=env)

    def set(self, provider, name, *more, key=None):
        return self.exits(0, self.call("set", provider, "--name", name, *more, stdin={"api_key": key} if key else None))

    def azure(self, name, *more, key=KEY):
        return self.set("azure", name, "--base-url", self.tls.url, "--ca-file", self.tls.ca, *more, key=key)


class Ollama(Llm):
    def test_check_says_what_is_there(self):
        self.set("ollama", "main", "--base-url", self.plain.url, "--model", "llama3.2")
        report = self.document(0, self.call("check", "ollama/main"))
        self.assertEqual(REPORT, set(report))
        self.assertEqual(("ollama/main", "ollama", "works", None, 200, "llama3.2"),
                         tuple(report[k] for k in ("name", "provider", "verdict", "category", "http_status", "model")))
        self.assertEqual(report, {**self.document(0, self.call("check")), "checked_at": report["checked_at"]}, "it is the one in use")
        row = {r["name"]: r for r in self.document(0, self.call("list"))}["ollama/main"]
        self.assertEqual("works", row["verdict"])
        self.assertTrue(row["checked_at"])
        people = self.exits(0, self.h.run("llm", "check"))
        self.assertIn("Ollama answers.", people.stdout)

    def test_model_that_is_not_installed(self):
        self.set("ollama", "none", "--base-url", self.plain.url, "--model", "mixtral")
        done = self.call("check", "ollama/none")
        self.assertEqual(("refused", "model"), tuple(self.document(6, done)[k] for k in ("verdict", "category")))
        self.assertEqual("credential_refused", self.code(6, done))
        models = self.document(0, self.call("models", "ollama/none"))
        self.assertEqual(["llama3.2:latest", "qwen2.5:7b", "gpt-4o"], [m["id"] for m in models])
        self.assertEqual({"id", "chat", "size"}, set(models[0]))
        self.assertIn("qwen2.5:7b", self.exits(0, self.h.run("llm", "models", "ollama/none")).stdout)

    def test_what_is_no_verdict(self):
        self.set("ollama", "far", "--base-url", self.plain.url)
        for scenario, category in (("html:200", "blocked"), ("redirect:https://127.0.0.1:1/", "blocked"), ("drop", "network"),
                                   ("huge", "maintenance"), ("garbage", "address"), ("status:500", "maintenance")):
            with self.subTest(scenario):
                self.plain.order(scenario=scenario)
                for what in ("check", "models"):
                    done = self.call(what, "ollama/far")
                    self.assertEqual("network_failure", self.code(7, done))
                    if what == "check":
                        self.assertEqual(("unchecked", category), tuple(json.loads(done.stdout)[k] for k in ("verdict", "category")))

    def test_nothing_stored_means_this_computer(self):
        home = self.vault()
        env = {"OLLAMA_HOST": self.plain.url, "LLM_MODEL": "qwen2.5:7b"}
        report = self.document(0, home.run("--json", "llm", "check", env=env))
        self.assertEqual((None, "works", "qwen2.5:7b"), (report["name"], report["verdict"], report["model"]))
        self.code(4, home.run("--json", "llm", "check", "ollama/main", env=env))
        self.code(4, self.home().run("--json", "llm", "check"))

    def test_not_encrypted_needs_a_yes(self):
        self.set("ollama", "lan", "--base-url", FAR)
        self.assertEqual("not_a_terminal", self.code(2, self.call("check", "ollama/lan")))
        self.assertEqual("not_a_terminal", self.code(2, self.call("models", "ollama/lan")))
        terminal = harness.Terminal(self.h, "--passphrase-file", self.h.passphrase, "llm", "check", "ollama/lan")
        terminal.expect("not encrypted")
        terminal.type("no\n")
        self.assertNotEqual(0, terminal.end())
        self.assertNotIn(b"could not be reached", terminal.output)
        self.assertEqual("insecure_transport", self.code(2, self.call("set", "ollama", "--name", "lan", stdin={"api_key": KEY})))


class Azure(Llm):
    def test_key_deployment_and_version(self):
        self.azure("good", "--deployment", "trading-chat")
        report = self.document(0, self.call("check", "azure-openai/good"))
        self.assertEqual(("azure/good", "works", "trading-chat"), (report["name"], report["verdict"], report["deployment"]))
        self.azure("lost", "--deployment", "gpt-4o")
        report = self.document(6, self.call("check", "azure/lost"))
        self.assertEqual(("refused", "deployment", "DeploymentNotFound"), (report["verdict"], report["category"], report["code"]))
        self.azure("stale", "--api-version", "2031-01-01")
        report = self.document(7, self.call("check", "azure/stale"))
        self.assertEqual(("unchecked", "address"), (report["verdict"], report["category"]))
        self.azure("wrong", "--deployment", "trading-chat", key="f" * 32)
        report = self.document(6, self.call("check", "azure/wrong"))
        self.assertEqual(("refused", "key"), (report["verdict"], report["category"]))
        self.assertEqual(3, len(self.document(0, self.call("models", "azure/good"))))
        self.assertEqual([], json.loads(self.exits(6, self.call("models", "azure/wrong")).stdout))

    def test_key_is_repeated_nowhere(self):
        self.azure("echo")
        for scenario in ("echo", "echolist"):
            self.tls.order(scenario=scenario)
            for words in (("check",), ("models",), ("--json", "check"), ("--json", "models")):
                done = self.h.run("llm", *words, "azure/echo")
                self.assertNotIn(KEY, done.stdout + done.stderr)
        self.assertFalse([path for path, content in self.h.files().items() if KEY.encode() in content])

    def test_certificate_that_nobody_knows(self):
        self.set("azure", "unknown", "--base-url", self.tls.url, key=KEY)
        done = self.call("check", "azure/unknown")
        self.assertEqual("tls", self.document(7, done)["category"])
        self.assertEqual("tls_failure", self.code(7, done))
        broken = self.h.file("broken.pem", "no certificate")
        self.assertEqual("invalid_argument", self.code(2, self.call("set", "azure", "--name", "broken", "--base-url", self.tls.url,
                                                                    "--ca-file", broken, stdin={"api_key": KEY})))

    def test_default_is_chosen(self):
        self.azure("first")
        self.set("ollama", "second", "--base-url", self.plain.url)
        self.assertEqual("ollama/second", self.document(0, self.call("check"))["name"])
        self.document(0, self.call("default", "azure/first"))
        self.assertEqual("azure/first", self.document(0, self.call("check"))["name"])
        self.assertEqual(["azure/first"], [r["name"] for r in self.document(0, self.call("list")) if r["default"]])
        self.assertEqual("not_found", self.code(4, self.call("default", "azure/nobody")))


harness.main()
