# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""No planted secret comes out anywhere but where it was asked for."""
import base64
import json

import harness

SECRETS = {
    "passphrase": "planted-passphrase 11 heron",
    "api_key": "bg_planted0key0planted0key0planted0k",
    "api_secret": "planted1secret1planted1secret1planted1secret1planted1secret1pla1",
    "exchange_passphrase": "planted2phrase",
    "value": "planted3value",
    "llm": "planted4llmkey",
    "wrong": "planted5wrong",
    "new": "planted6new passphrase 3 boats",
}
FIELDS = {"api_key": SECRETS["api_key"], "api_secret": SECRETS["api_secret"], "passphrase": SECRETS["exchange_passphrase"]}


def forms(text):
    raw = text.encode()
    yield raw
    yield raw.hex().encode()
    yield base64.b64encode(raw)[:-4]
    yield text.encode("utf-16-le")


class Redaction(harness.Case):
    def clean(self, blob, where, allowed=()):
        for name, text in SECRETS.items():
            for form in forms(text):
                if name not in allowed:
                    self.assertNotIn(form, blob, f"{name} in {where}")

    def setUp(self):
        self.h = self.home()
        self.h.passphrase.unlink()
        self.inputs = self.h.path.with_name(self.h.path.name + "-inputs")
        self.inputs.mkdir(mode=0o700)
        import shutil
        self.addCleanup(shutil.rmtree, self.inputs)
        self.given = {name: self.inputs / name for name in SECRETS}
        for name, path in self.given.items():
            path.write_text(SECRETS[name])
        self.h.env["LATCHKEY_PASSPHRASE_FILE"] = str(self.given["passphrase"])

    def quiet(self, status, *words, allowed=(), **more):
        done = self.h.run(*words, **more)
        self.assertIn(done.returncode, status if isinstance(status, tuple) else (status,), f"{words}\n{done.stderr}")
        self.clean(done.stderr.encode(), f"standard error of {words}")
        self.clean(done.stdout.encode(), f"standard output of {words}", allowed)
        return done

    def test_everywhere(self):
        q = self.quiet
        q(0, "init", "--method", "passphrase", "--recovery-key-out", self.inputs / "recovery")
        q(0, "exchange", "add", "bitget", "main", "--no-check", stdin=FIELDS)
        q(10, "exchange", "add", "bitget", "main", "--no-check", stdin=FIELDS)
        q(0, "secret", "set", "s", "--description", "d", stdin={"value": SECRETS["value"]})
        q(2, "secret", "set", "s", stdin='{"value": "' + SECRETS["value"])
        q(2, "secret", "set", "s", stdin=json.dumps({"value": [SECRETS["value"]]}))
        q(0, "llm", "set", "openai", stdin={"api_key": SECRETS["llm"]})
        # A network that is not there; the name of the host says nothing.
        q((0, 7), "exchange", "add", "bitget", "away", "--base-url", "https://127.0.0.1:1", stdin=FIELDS)
        q(3, "secret", "list", "--passphrase-file", self.given["wrong"])
        q(3, "secret", "list", "--recovery-key-file", self.given["wrong"])
        agent = self.agent(self.h)
        for words in (("status",), ("secret", "list"), ("exchange", "show", "bitget/main"), ("llm", "list"), ("audit",), ("doctor",)):
            q(0, "--json", *words)
        q(0, "get", "s", allowed=("value",))
        q(4, "get", "s#none")
        q(0, "run", "--as", "ccxt", "--with", "bitget/main", "--", "true")
        q(127, "run", "--as", "ccxt", "--with", "bitget/main", "--", "no-such-command")
        q(0, "run", "--as", "ccxt", "--with", "bitget/main", "--", "env", allowed=("api_key", "api_secret", "exchange_passphrase"))
        q(0, "sign", "bitget/main", "GET", "/api/x", "--timestamp", "1700000000000", allowed=("api_key", "exchange_passphrase"))
        q(3, "unlock", "--passphrase-file", self.given["wrong"])
        self.assertEqual(0, agent.stop())
        self.clean(agent.rest.encode(), "output of the agent")
        q(0, "passphrase", "change", "--new-passphrase-file", self.given["new"])
        for path, content in self.h.files().items():
            self.clean(content, path)
        for name in ("core", "core.*"):
            self.assertFalse(list(self.h.path.glob(name)))

    def test_messages_stay_whole(self):
        # What looks like a secret by its name is not one, and masking it would spoil a document or our own words.
        h = self.h
        h.env["LATCHKEY_PASSPHRASE_FILE"] = str(h.file("passphrase", "wrong_passphrase\n"))
        self.exits(0, h.init())
        self.assertEqual("command_not_found", self.code(127, h.run("--json", "run", "--", "./secret=foo")))
        told = json.loads(h.run("--json", "run", "--", "./secret=foo").stderr)["error"]["message"]
        self.assertIn('"secret=foo"' if "./secret" not in told else '"./secret=foo"', told)
        self.code(2, h.run("--json", "secret", "set", "x", stdin="{"))
        hint = json.loads(h.run("--json", "secret", "set", "x", stdin="{").stderr)["error"]["hint"]
        self.assertIn('{"api_key":"..."}', hint)
        self.assertNotIn("***", self.exits(126, h.run("run", "--", "/etc/passwd")).stderr)
        away = h.path / "token=1"
        away.mkdir(mode=0o700)
        (away / "vault.db").write_text("x" * 5000)
        (away / "vault.db").chmod(0o644)
        self.code(8, h.run("--json", "status", "--home", away))
        # The passphrase is a word of ours: the code stays what scripts match.
        other = self.vault()
        self.assertEqual("wrong_passphrase", self.code(3, h.run("--json", "secret", "list", "--home", other.vault.parent)))
        self.assertNotIn("hunter2hunter2", h.run("hunter2hunter2").stderr)

    def test_a_secret_typed_as_an_argument_is_not_repeated(self):
        h = self.vault()
        self.exits(0, h.run("secret", "set", "s", stdin={"value": "v"}))
        typed = "SUPERSECRET99"
        for words in (("get", "api_key=" + typed), ("get", "s#api_key=" + typed), ("get", "latchkey://password: " + typed),
                      ("secret", "show", "token=" + typed),
                      ("run", "--env", "X=api_secret=" + typed, "--", "true"), ("audit", "--since", "password=" + typed),
                      ("audit", "verify", "--expect-head", "secret=" + typed),
                      ("run", "--as", "passphrase=" + typed, "--", "true"),
                      ("llm", "set", "api_key=" + typed), ("exchange", "add", "api_key=" + typed, "x")):
            for mode in ((), ("--json",)):
                done = h.run(*mode, *words, stdin={"api_key": "k"})
                self.assertIn(done.returncode, (2, 4), f"{words}\n{done.stderr}")
                self.assertNotIn(typed, done.stderr + done.stdout, words)
                if mode:
                    json.loads(done.stderr)
        self.assertIn('"api_key=***" is not a valid name', h.run("get", "api_key=" + typed).stderr)
        # A path is told as it is.
        away = h.path / "token=1"
        away.mkdir(mode=0o755)
        away.chmod(0o777)
        (away / "vault.db").write_text("x" * 5000)
        (away / "vault.db").chmod(0o600)
        self.assertIn("token=1", self.exits(1, h.run("status", "--home", away)).stderr)
        self.assertIn('"./secret=foo"', self.exits(127, h.run("run", "--", "./secret=foo")).stderr)


harness.main()
