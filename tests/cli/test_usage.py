# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Help, version, and everything that is refused before a vault is touched."""
import json
import re

import harness

GROUPS = {
    "exchange": ("add", "update", "check", "consent", "list", "show", "remove", "catalogue"),
    "llm": ("set", "list", "show", "remove"),
    "secret": ("set", "list", "show", "remove"),
    "passphrase": ("change",),
    "slot": ("list", "add", "remove"),
    "recovery-key": ("new",),
    "audit": ("verify", "export"),
}
SINGLE = ("init", "status", "get", "run", "sign", "audit", "verify", "doctor", "lock", "unlock", "serve", "rotate-key")


class Usage(harness.Case):
    def setUp(self):
        self.h = self.home()

    def test_help_names_every_command(self):
        text = self.exits(0, self.h.run("--help")).stdout
        for word in (*GROUPS, *SINGLE):
            self.assertRegex(text, rf"(?m)^\s+{word}\b")
        self.assertIn("Exit status", text)

    def test_each_command_explains_itself(self):
        for words in [(s,) for s in SINGLE] + [(g, c) for g, all in GROUPS.items() for c in all]:
            done = self.exits(0, self.h.run(*words, "--help"))
            self.assertIn("Usage", done.stdout, words)
            self.assertEqual("", done.stderr, words)

    def test_version(self):
        self.assertRegex(self.exits(0, self.h.run("--version")).stdout, r"^latchkey \d+\.\d+\.\d+\n$")

    def test_unknown_words(self):
        self.assertIn("no command \"frobnicate\"", self.h.run("frobnicate").stderr)
        for words in (("frobnicate",), ("secret", "frobnicate"), ("exchange",), ("passphrase",), (), ("get",), ("get", "a", "b"),
                      ("status", "--nope"), ("llm", "check2")):
            self.assertEqual("invalid_argument", self.code(2, self.h.run("--json", *words)), words)
            done = self.exits(2, self.h.run(*words))
            self.assertEqual("", done.stdout, words)
            self.assertTrue(done.stderr.startswith("latchkey: "), done.stderr)

    def test_a_secret_in_the_wrong_place_is_not_repeated(self):
        for words in (("secret", "set", "x", "planted-9911"), ("get", "a", "planted-9911"), ("exchange", "add", "bitget", "main", "planted-9911"),
                      ("audit", "--limit", "planted-9911"), ("sign", "a", "GET", "/", "--timestamp", "planted-9911"),
                      ("secret", "set", "x", "--value", "planted-9911"), ("init", "--method", "planted-9911")):
            for mode in ((), ("--json",)):
                done = self.exits(2, self.h.run(*mode, *words, stdin="{}"))
                self.assertNotIn("planted-9911", done.stdout + done.stderr, words)

    def test_without_a_vault(self):
        self.assertEqual("not_initialized", self.code(4, self.h.run("--json", "secret", "list")))
        self.assertEqual("not_initialized", self.code(4, self.h.run("--json", "get", "a#b")))
        self.assertEqual("not_initialized", self.code(4, self.h.run("--json", "serve")))
        self.assertEqual("invalid_reference", self.code(2, self.h.run("--json", "get", "latchkey://a")))
        self.assertEqual("invalid_name", self.code(2, self.h.run("--json", "get", "/#x")))
        status = self.document(0, self.h.run("--json", "status"))
        self.assertIs(False, status["initialized"])
        self.assertIsNone(status["state"])
        self.assertFalse((self.h.path / "home").exists(), "looking made something")

    def test_lock_and_unlock_without_an_agent(self):
        self.assertIn("Nothing was open", self.exits(0, self.h.run("lock")).stdout)
        self.assertEqual("no_agent", self.code(2, self.h.run("--json", "unlock")))
        self.assertIn("serve", self.exits(2, self.h.run("unlock")).stderr)

    def test_standard_input_is_one_thing(self):
        for words in (("secret", "set", "x"), ("exchange", "add", "bitget", "x"), ("llm", "set", "ollama"),
                      ("sign", "a", "GET", "/", "--body", "-"), ("passphrase", "change", "--new-passphrase-file", "-")):
            self.exits(2, self.h.run(*words, "--passphrase-file", "-", stdin="anything"))
            self.exits(2, self.h.run(*words, stdin="anything", env={"LATCHKEY_PASSPHRASE_FILE": "-"}))

    def test_run_needs_a_command(self):
        for words in (("run",), ("run", "--"), ("run", "env")):
            self.exits(2, self.h.run(*words))

    def test_removal_needs_an_answer(self):
        for group in ("secret", "exchange", "llm"):
            self.assertEqual("not_a_terminal", self.code(2, self.h.run("--json", group, "remove", "x")))

    def test_catalogue_needs_no_vault(self):
        rows = self.document(0, self.h.run("--json", "exchange", "catalogue"))
        self.assertIn("bitget", json.dumps(rows))
        text = self.exits(0, self.h.run("exchange", "catalogue")).stdout
        self.assertRegex(text, re.compile(r"^EXCHANGE +NAME", re.M))

    def test_doctor(self):
        report = self.document(0, self.h.run("--json", "doctor"))
        self.assertIs(False, report["protection"]["dumpable"])
        self.assertEqual(0, report["protection"]["core_limit"])
        self.assertIn(report["protection"]["secure_heap"], ("locked", "not-locked"))
        self.assertEqual(str(self.h.vault), report["vault"]["path"])
        self.assertRegex(report["vault"]["file_system"], r"^[a-z0-9.]+$")
        for name in ("latchkey", "qt", "openssl", "sqlite"):
            self.assertRegex(report["versions"][name], r"^\d+\.\d+")
        self.assertIn("sqlite", self.exits(0, self.h.run("doctor")).stdout)

    def test_a_plain_locale_says_nothing(self):
        done = self.exits(0, self.h.run("--json", "status", env={"LC_ALL": "C", "LANG": "C"}))
        self.assertEqual("", done.stderr)


harness.main()
