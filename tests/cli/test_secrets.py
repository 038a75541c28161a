# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Secrets of any kind: set, get, list, show, remove."""
import os
import time

import harness


class Secrets(harness.Case):
    @classmethod
    def setUpClass(cls):
        cls.h = harness.Home()
        cls.h.make_cheap_vault()
        cls.addClassCleanup(cls.h.close)

    def set(self, name, fields, *more):
        return self.h.run("--json", "secret", "set", name, *more, stdin=fields)

    def test_life_of_a_secret(self):
        odd = 'pä"ss\\\n\t中文 \U0001f511 '
        row = self.document(0, self.set("bot/Telegram", {"value": odd}, "--kind", "api-key", "--description", "posts"))
        self.assertEqual(("bot/Telegram", "api-key", "posts", ["value"], 1), tuple(row[k] for k in ("name", "kind", "description", "fields", "version")))
        self.assertEqual(odd, self.exits(0, self.h.run("get", "BOT/telegram")).stdout)
        self.assertEqual(2, self.document(0, self.set("bot/telegram", {"value": "second"}))["version"])
        with harness_agent(self) as agent:
            none = {"LATCHKEY_PASSPHRASE_FILE": ""}
            get = lambda ref: self.h.run("get", ref, env=none)
            self.assertEqual("second", get("bot/Telegram#value").stdout)
            self.assertEqual(odd, get("latchkey://bot/Telegram/value?version=1").stdout)
            self.exits(4, get("bot/telegram#nope"))
            self.exits(4, get("latchkey://bot/telegram/value?version=9"))
            self.exits(2, get("latchkey://bot/telegram/value?version=x"))
            times = []
            for _ in range(9):
                start = time.monotonic()
                self.exits(0, get("bot/telegram"))
                times.append(time.monotonic() - start)
            print(f"latchkey get through the agent: {sorted(times)[4] * 1000:.1f} ms (median of 9, whole process)")
        blob = b"".join(self.h.files().values())
        for secret in (odd.encode(), b"second", b"bot/telegram", b"bot/Telegram", b"posts"):
            self.assertNotIn(secret, blob)
        self.exits(2, self.h.run("secret", "remove", "bot/telegram"))
        self.exits(0, self.h.run("secret", "remove", "bot/telegram", "--yes"))
        self.exits(4, self.h.run("get", "bot/telegram"))
        self.no_wal(self.h)

    def test_bad_input_stores_nothing_and_is_not_repeated(self):
        for text in ('{"value":"half-planted', '["half-planted"]', '"half-planted"', '{"value":1}', '{"a":{"b":"half-planted"}}',
                     '{"value":"half-planted"} x', '{"value":"half-planted","value":"x"}', '', '{"value":"half-planted\x00"}'):
            done = self.h.run("--json", "secret", "set", "never", stdin=text)
            self.assertEqual("invalid_json", self.code(2, done), text)
            self.assertNotIn("half-planted", done.stdout + done.stderr)
        self.assertEqual("missing_field", self.code(2, self.set("never", {})))
        self.assertEqual("empty_field", self.code(2, self.set("never", {"value": ""})))
        self.assertEqual("invalid_name", self.code(2, self.set("no//good", {"value": "x"})))
        for kind in ("sort-of", "exchange", "llm"):
            self.exits(2, self.set("never", {"value": "x"}, "--kind", kind))
        self.assertEqual("empty_field", self.code(2, self.set("bitget_passphrase", {"value": " \u200b\n"})))
        self.exits(4, self.h.run("secret", "show", "never"))

    def test_several_fields_and_an_alias(self):
        self.exits(0, self.set("pair", {"user": "u-1", "password": "p-1"}))
        done = self.exits(2, self.h.run("get", "pair"))
        self.assertIn("user", done.stderr)
        self.assertIn("password", done.stderr)
        self.exits(0, self.set("bitget_api_key", {"value": " bg_" + "7" * 32 + "\u200b\n"}))
        self.assertEqual("bg_" + "7" * 32, self.h.run("get", "bitget_api_key").stdout)
        rows = {r["name"]: r for r in self.document(0, self.h.run("--json", "secret", "list"))}
        self.assertEqual("exchange", rows["bitget/main"]["kind"])
        text = self.exits(0, self.h.run("secret", "list")).stdout
        self.assertNotIn("p-1", text)
        header, *lines = text.splitlines()
        self.assertEqual({header.index("KIND")}, {line.index(rows[line.split("  ")[0]]["kind"]) for line in lines}, text)
        status = self.document(0, self.h.run("--json", "status"))
        self.assertIs(False, status["exchange"]["bitget"]["configured"])

    def test_standard_output_that_takes_nothing(self):
        self.exits(0, self.set("full", {"value": "v"}))
        import subprocess
        with open("/dev/full", "w") as full:
            done = subprocess.run([harness.EXE, "--no-keychain", "get", "full"], env=self.h.env, stdout=full, stderr=subprocess.PIPE,
                                  stdin=subprocess.DEVNULL, timeout=harness.PATIENCE)
        self.assertEqual(1, done.returncode)

    def test_asked_for_at_a_terminal(self):
        t = harness.Terminal(self.h, "secret", "set", "typed", env={"LATCHKEY_PASSPHRASE_FILE": str(self.h.passphrase)})
        t.expect("Value: ")
        t.type("typed-value-5\n")
        self.assertEqual(0, t.end(), t.output)
        self.assertNotIn(b"typed-value-5", t.output)
        t = harness.Terminal(self.h, "get", "typed", env={"LATCHKEY_PASSPHRASE_FILE": str(self.h.passphrase)})
        self.assertEqual(0, t.end())
        self.assertEqual(b"typed-value-5\r\n", t.output)
        t = harness.Terminal(self.h, "secret", "remove", "typed", env={"LATCHKEY_PASSPHRASE_FILE": str(self.h.passphrase)})
        t.expect("[y/N]")
        t.type("\n")
        self.assertNotEqual(0, t.end())


class harness_agent:
    def __init__(self, case):
        self.case = case

    def __enter__(self):
        self.agent = self.case.agent(self.case.h)
        return self.agent

    def __exit__(self, *_):
        self.case.assertEqual(0, self.agent.stop())


harness.main()
