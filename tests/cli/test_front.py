# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The front that starts as `latchkey`: nobody can tell its answers from the whole program's, and it loads little."""
import os
import pathlib
import shutil
import subprocess

import harness

NONE = {"LATCHKEY_PASSPHRASE_FILE": ""}
FRONT = pathlib.Path(harness.EXE)
WHOLE = pathlib.Path(os.environ["LATCHKEY_WHOLE_PROGRAM"])
HEAVY = ("Qt6Network", "Qt6DBus", "Qt6Sql", "qt6keychain", "zxcvbn", "argon2")


def needed(program):
    """Names of the libraries that the file itself asks for (readelf is binutils', which every compiler needs)."""
    lines = subprocess.run(["readelf", "-d", program], check=True, capture_output=True, text=True).stdout.splitlines()
    return [line.split("[")[1].rstrip("]") for line in lines if "(NEEDED)" in line]


class Front(harness.Case):
    @classmethod
    def setUpClass(cls):
        cls.h = harness.Home()
        assert cls.h.init().returncode == 0
        cls.addClassCleanup(cls.h.close)
        assert cls.h.run("secret", "set", "one", stdin={"value": "value-of-one"}).returncode == 0
        assert cls.h.run("secret", "set", "two", stdin={"a": "1", "b": "2"}).returncode == 0
        assert cls.h.run("exchange", "add", "bitget", "main", "--no-check", stdin=harness.KEYS).returncode == 0

    def by(self, program, words, stdin=None, env=None):
        done = subprocess.run([program, *map(str, words)], input=(stdin or "").encode(), capture_output=True,
                              env={**self.h.env, **NONE, **(env or {})}, timeout=harness.PATIENCE, start_new_session=True)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def both(self, *words, stdin=None, env=None):
        """What the front answers, which must be what the whole program answers."""
        front = self.by(FRONT, words, stdin, env)
        self.assertEqual(self.by(WHOLE, words, stdin, env), front, words)
        return front

    def test_it_asks_for_few_libraries(self):
        heavy = [name for name in needed(FRONT) if any(part in name for part in HEAVY)]
        self.assertEqual([], heavy)
        # The list above would say nothing if these names were spelled differently.
        self.assertTrue(all(any(part in name for name in needed(WHOLE)) for part in HEAVY), needed(WHOLE))

    def test_answers_through_an_agent(self):
        self.agent(self.h)
        self.assertEqual((0, "value-of-one", ""), self.both("--no-keychain", "get", "one"))
        self.assertEqual((0, '{"value":"value-of-one"}\n', ""), self.both("get", "one#value", "--json"))
        self.assertEqual((0, "value-of-one", ""), self.both("--home", self.h.path / "home", "get", "latchkey://one/value",
                                                            env={"LATCHKEY_HOME": ""}))
        sign = ("sign", "bitget/main", "POST", "/api/v2/x", "--timestamp", "1700000000000", "--body")
        signed = self.both(*sign, self.h.file("body", '{"size":"1"}'))
        self.assertEqual(0, signed[0])
        self.assertEqual(signed, self.both(*sign, "-", stdin='{"size":"1"}'))
        for code, words in ((4, ("get", "absent")), (2, ("get", "two")), (2, ("get", "a b#c#d")), (2, ("get",)), (2, ("get", "one", "more")),
                            (4, ("--json", "get", "one#none")), (2, ("get", "one", "--nonsense")), (2, ("--json", "sign", "bitget/main")),
                            (2, (*sign[:-1], "--nonce", "1")), (4, ("sign", "bitget/none", "GET", "/x")), (0, ("get", "--help")),
                            (4, ("get", "--json", "get"))):
            self.assertEqual(code, self.both(*words)[0], words)

    def test_locked_absent_and_passed_by(self):
        way = {"LATCHKEY_PASSPHRASE_FILE": str(self.h.passphrase)}
        self.assertEqual((0, "value-of-one", ""), self.both("--no-keychain", "get", "one", env=way))
        self.assertEqual(3, self.both("--no-keychain", "get", "one")[0])
        self.assertEqual((0, "value-of-one", ""), self.both("--no-keychain", "--passphrase-file", "-", "get", "one",
                                                            stdin=harness.PASSPHRASE + "\n"))
        self.agent(self.h, NONE)
        self.assertEqual(3, self.both("--json", "get", "one")[0])
        self.assertEqual((0, "value-of-one", ""), self.both("--no-keychain", "--no-agent", "get", "one", env=way))
        twice = self.both("sign", "bitget/main", "POST", "/x", "--body", "-", "--passphrase-file", "-", stdin="x")
        self.assertEqual(2, twice[0])

    def test_the_whole_program_finds_what_the_caller_had_set(self):
        """Words of the front's own commands among the arguments make it harden itself first."""
        self.agent(self.h)
        script = "umask; ulimit -Sc; exec 3<&0 2>/dev/null; echo open"
        run = ["--no-keychain", "run", "--with", "one", "--", "sh", "-c", script, "get"]
        caller = ["sh", "-c", 'umask 027; ulimit -Sc 1024 || ulimit -Sc 0; exec "$@"', "sh"]
        outputs = [subprocess.run([*caller, program, *run], env={**self.h.env, **NONE}, capture_output=True, text=True,
                                  stdin=subprocess.DEVNULL, timeout=harness.PATIENCE) for program in (FRONT, WHOLE)]
        self.assertEqual([0, 0], [done.returncode for done in outputs], outputs)
        self.assertEqual(outputs[1].stdout, outputs[0].stdout)
        self.assertTrue(outputs[0].stdout.startswith("0027\n"), outputs[0].stdout)

    def test_alone_it_says_so(self):
        alone = self.h.path / "bin" / "latchkey"
        alone.parent.mkdir()
        shutil.copy(FRONT, alone)
        code, out, err = self.by(alone, ("--version",))
        self.assertEqual((1, ""), (code, out))
        self.assertIn("not complete", err)
        self.assertNotIn("\n", err.rstrip("\n"))

    def test_any_name_and_link_leads_to_it(self):
        link = self.h.path / "linked"
        link.symlink_to(FRONT)
        self.assertEqual(self.by(WHOLE, ("--version",)), self.by(link, ("--version",)))


harness.main()
