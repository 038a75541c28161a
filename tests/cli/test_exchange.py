# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exchange accounts against a Bitget that can be played (tests/support/bitgetsimulator.h)."""
import json

import harness

READER = {**harness.KEYS, "rights": ["stor", "coor"]}
WITHDRAWER = {"api_key": "bg_" + "9" * 32, "api_secret": "c" * 64, "passphrase": "Withdraw1",
              "rights": ["stor", "stow", "coor", "wwow"]}
OTHER = {"api_key": "bg_" + "5" * 32, "api_secret": "d" * 64, "passphrase": "Other123", "uid": "1111111111"}
FIELDS = ("api_key", "api_secret", "passphrase")
REPORT = {"name", "exchange", "environment", "verdict", "category", "code", "http_status", "message", "rights", "ip_allowlist",
          "expires_at", "account", "clock_skew_ms", "warnings", "checked_at"}


def fields(key):
    return {name: key[name] for name in FIELDS}


class Exchange(harness.Case):
    @classmethod
    def setUpClass(cls):
        cls.h = harness.Home()
        cls.h.make_cheap_vault()
        cls.addClassCleanup(cls.h.close)
        keys = [a for key in (READER, WITHDRAWER, OTHER) for a in ("--key", json.dumps(key))]
        cls.sim = harness.Simulator(cls.h, *keys)
        cls.addClassCleanup(cls.sim.stop)

    def tearDown(self):
        self.sim.order(scenario="normal")

    def call(self, *words, stdin=None):
        return self.h.run("--json", "exchange", *words, stdin=stdin)

    def add(self, account, key, *more):
        return self.call("add", "bitget", account, "--base-url", self.sim.url, "--ca-file", self.sim.ca, *more, stdin=fields(key))

    def held_back(self, name):
        self.assertEqual("consent_required", self.code(5, self.h.run("--json", "get", f"{name}#api_key")))

    def test_works_then_refused_then_unreachable(self):
        saved = self.document(0, self.add("works", READER))
        self.assertEqual(("bitget/works", True, False), (saved["name"], saved["saved"], saved["consent_required"]))
        report = saved["check"]
        self.assertLessEqual(REPORT, set(report))
        self.assertEqual(("works", None, False), (report["verdict"], report["category"], report["rights"]["withdraw"]))
        self.assertEqual(harness.KEYS["api_key"], self.h.run("get", "bitget/works#api_key").stdout)
        self.sim.order(scenario="code:40012")
        report = self.document(6, self.call("check", "bitget/works"))
        self.assertEqual("refused", report["verdict"])
        self.sim.order(scenario="maintenance")
        self.assertEqual("unchecked", self.document(7, self.call("check", "bitget/works"))["verdict"])
        people = self.h.run("exchange", "check", "bitget/works")
        self.exits(7, people)
        self.assertIn("bitget/works", people.stdout)

    def test_withdraw_needs_consent(self):
        saved = self.document(5, self.add("risky", WITHDRAWER))
        self.assertEqual((True, True), (saved["saved"], saved["consent_required"]))
        self.assertIs(True, saved["check"]["rights"]["withdraw"])
        self.held_back("bitget/risky")
        row = {r["name"]: r for r in self.document(0, self.call("list"))}["bitget/risky"]
        self.assertIs(True, row["consent_required"])
        self.exits(0, self.call("consent", "bitget/risky"))
        self.assertEqual(WITHDRAWER["api_key"], self.h.run("get", "bitget/risky#api_key").stdout)
        self.exits(4, self.call("consent", "bitget/risky"))
        self.exits(0, self.call("check", "bitget/risky"))


class Update(harness.Case):
    @classmethod
    def setUpClass(cls):
        Exchange.setUpClass.__func__(cls)

    tearDown, call, add = Exchange.tearDown, Exchange.call, Exchange.add

    def test_update_waits_until_it_works(self):
        self.exits(0, self.add("main", READER))
        wrong = {"passphrase": "not-the-one"}
        self.document(6, self.call("update", "bitget/main", stdin=wrong))
        get = lambda field: self.h.run("get", f"bitget/main#{field}").stdout
        self.assertEqual(harness.KEYS["passphrase"], get("passphrase"), "the old one stays in use")
        self.document(6, self.call("update", "bitget/main", stdin=fields(OTHER)))
        self.assertEqual(harness.KEYS["api_key"], get("api_key"), "a key of another account does not replace it")
        same = {**OTHER, "api_key": "bg_" + "6" * 32, "uid": "9876543210"}
        self.sim.order(key=same)
        self.document(0, self.call("update", "bitget/main", stdin=fields(same)))
        self.assertEqual(same["api_key"], get("api_key"))
        self.document(0, self.call("update", "bitget/main", "--no-check", stdin=wrong))
        self.assertEqual("not-the-one", get("passphrase"))

    def test_unreachable_update_is_unchecked(self):
        self.exits(0, self.add("far", READER))
        self.sim.order(scenario="drop@all")
        self.document(7, self.call("update", "bitget/far", stdin={"passphrase": "whatever-1"}))
        self.assertEqual(harness.KEYS["passphrase"], self.h.run("get", "bitget/far#passphrase").stdout)

    def test_consent_and_address_belong_to_the_key(self):
        self.exits(0, self.add("whose", READER))
        call = lambda *more, stdin=None: self.call("update", "bitget/whose", *more, stdin=stdin)
        get = lambda: self.exits(0, self.h.run("get", "bitget/whose#api_key")).stdout
        url = lambda: self.document(0, self.h.run("sign", "bitget/whose", "GET", "/api/v2/x"))["url"]
        same = {**WITHDRAWER, "uid": "9876543210"}
        self.sim.order(key=same)
        junk = {f"f{i}": "x" for i in range(300)}
        self.code(2, call("--accept-withdraw", stdin={**fields(READER), **junk}))
        self.document(5, call(stdin=fields(WITHDRAWER)))
        self.assertEqual(READER["api_key"], get(), "nobody agreed to this key")
        self.document(5, call("--no-check", stdin=fields(WITHDRAWER)))
        self.assertEqual(READER["api_key"], get(), "saved again it is the same key")
        self.document(7, call("--base-url", "http://127.0.0.1:9", stdin=fields(OTHER)))
        self.assertEqual(self.sim.url + "/api/v2/x", url())
        self.document(0, call("--no-check", stdin=fields(OTHER)))
        row = {r["name"]: r for r in self.document(0, self.call("list"))}["bitget/whose"]
        self.assertEqual((None, None), (row["verdict"], row["checked_at"]), "the report was about another key")
        self.code(4, self.call("consent", "bitget/whose"))

    def test_rows_of_all_are_whole(self):
        self.exits(0, self.h.run("secret", "set", "bitget_api_key", stdin={"value": "bg_" + "1" * 32}))
        done = self.call("check", "--all")
        rows = {r["name"]: r for r in json.loads(done.stdout)}
        self.assertLessEqual(REPORT, set(rows["bitget/main"]))
        self.assertEqual(("bitget", "unchecked", None),
                         (rows["bitget/main"]["exchange"], rows["bitget/main"]["verdict"], rows["bitget/main"]["rights"]["withdraw"]))
        self.exits(0, self.h.run("secret", "remove", "bitget/main", "--yes"))


harness.main()
