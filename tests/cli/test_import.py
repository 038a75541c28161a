# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Import of other programs' files and export, over the real program and real files of those programs' shapes."""
import hashlib
import json
import os
import pathlib
import random
import sqlite3
import subprocess
import time
import uuid

import harness

try:
    from cryptography.fernet import Fernet
except ImportError:
    Fernet = None

SAMPLES = pathlib.Path(__file__).resolve().parent.parent / "data" / "import"
KEY = "bg_0123456789abcdef0123456789abcdef"


def mark(path):
    state = os.stat(path)
    return hashlib.sha256(path.read_bytes()).hexdigest(), state.st_mtime_ns, state.st_mode, state.st_ino


class Import(harness.Case):
    def taken(self, h, path, *more, status=0):
        """Imports and checks that the source is as it was."""
        before = mark(path)
        document = self.document(status, h.run("--json", "import", path, *more))
        self.assertEqual(before, mark(path))
        return document

    def values(self, h, expected):
        for reference, value in expected.items():
            self.assertEqual(value, self.exits(0, h.run("get", reference)).stdout, reference)

    def test_every_format(self):
        cases = {
            "dot.env": ("env", 4, ["EMPTY"], {
                "bitget_api_key": KEY, "bitget/main#passphrase": "Passphrase123", "azure/main#api_key": "azure-sample-1",
                "TELEGRAM_TOKEN": 'with "quotes" and \\ and $HOME',
                "SIGNING_KEY": "-----BEGIN SAMPLE KEY-----\nc2FtcGxl\n-----END SAMPLE KEY-----"}),
            "freqtrade.json": ("freqtrade", 2, [], {"bitget/main#api_secret": "ft-secret-1", "freqtrade/telegram#chat_id": "12345"}),
            "keys.json": ("ccxt", 2, [], {"bitget/main#passphrase": "cc-pass-1", "okx/main#api_secret": "cc-secret-2"}),
            "octobot.json": ("octobot", 1, ["okx"], {"bitget/main#passphrase": "ob-pass-1"}),
            "jesse.csv": ("jesse", 2, [], {"bitget/swing#api_secret": "js-secret-1", "bitget/paper#passphrase": "js-pass-2"}),
            "bitwarden.json": ("bitwarden", 1, ["Bank card"], {"Bots/Bitget#password": "bw-pass-1", "Bots/Bitget#API_Key": "bw-key-1"}),
            "bitwarden.csv": ("bitwarden", 1, [], {"Bots/Bitget#notes": "two\nlines"}),
            "keepassxc.csv": ("keepassxc", 2, [], {"Root/Bots/Bitget#password": 'kp-"pass"-1', "Root/Bots/Bitget 2#password": "kp-pass-2"}),
            "1password.csv": ("1password", 1, [], {"Bitget#username": "op-user-1"}),
            "table.csv": ("csv", 2, [], {"feed/token": "csv, value", "bitget_passphrase": "csv-pass-1"}),
            "nested.json": ("json", 3, [], {"db#password": "nj-pass-1", "old%20key%20%282024%29": "nj-value-1",
                                            "latchkey://old%20key%20%282024%29/value": "nj-value-1", "groups/a#token": "nj-token-1"}),
        }
        self.assertEqual(set(cases) | {"README.md"}, {p.name for p in SAMPLES.iterdir()})
        for name, (format, imported, skipped, values) in cases.items():
            with self.subTest(name):
                h = self.vault()
                report = self.taken(h, SAMPLES / name)
                self.assertEqual((format, imported, 0, skipped, []),
                                 tuple(report[k] for k in ("format", "imported", "same", "skipped", "conflicts")))
                self.values(h, values)
                again = self.taken(h, SAMPLES / name)
                self.assertEqual((0, imported, skipped, []), tuple(again[k] for k in ("imported", "same", "skipped", "conflicts")))
                self.exits(0, h.run("verify"))
                self.no_wal(h)

    def test_dry_run_conflict_and_words(self):
        h = self.vault()
        sample = SAMPLES / "dot.env"
        log = self.document(0, h.run("--json", "audit"))
        report = self.taken(h, sample, "--dry-run")
        self.assertEqual((4, True), (report["imported"], report["dry_run"]))
        outcomes = {e["name"]: (e["outcome"], e["reason"]) for e in report["entries"]}
        self.assertEqual({"bitget/main": ("new", None), "azure/main": ("new", None), "TELEGRAM_TOKEN": ("new", None),
                          "SIGNING_KEY": ("new", None), "EMPTY": ("skipped", "empty")}, outcomes)
        self.exits(4, h.run("get", "TELEGRAM_TOKEN"))
        self.assertEqual(log, self.document(0, h.run("--json", "audit")))
        self.exits(0, h.run("secret", "set", "TELEGRAM_TOKEN", stdin={"value": "mine"}))
        report = self.taken(h, sample, status=10)
        self.assertEqual((3, ["TELEGRAM_TOKEN"]), (report["imported"], report["conflicts"]))
        self.values(h, {"TELEGRAM_TOKEN": "mine", "azure/main#api_key": "azure-sample-1"})
        done = self.exits(10, h.run("import", sample))
        self.assertIn("Taken for: env file", done.stdout)
        self.assertIn("rm -- ", done.stdout)
        self.assertIn("history of git", done.stdout)
        for value in (KEY, "Passphrase123", "azure-sample-1", "mine", "c2FtcGxl"):
            self.assertNotIn(value, done.stdout + done.stderr)
        kinds = {r["name"]: r["kind"] for r in self.document(0, h.run("--json", "secret", "list"))}
        self.assertEqual(("exchange", "llm"), (kinds["bitget/main"], kinds["azure/main"]))

    def test_refused(self):
        h = self.vault()
        bad = {"ambiguous": '{"exchange":{"name":"x","key":"half-planted"},"exchanges":{"x":{"api-key":"half-planted"}}}',
               "unknown": "half-planted words", "cut": '{"a":"half-planted', "quotes": 'A="half-planted\n', "nothing": ""}
        for name, text in bad.items():
            done = self.exits(2, h.run("--json", "import", h.file(name, text)))
            self.assertNotIn("half-planted", done.stdout + done.stderr)
        done = self.exits(2, h.run("import", h.path / "ambiguous"))
        self.assertIn("freqtrade or octobot", done.stderr)
        self.exits(0, h.run("import", h.path / "ambiguous", "--format", "freqtrade", "--dry-run"))
        self.exits(2, h.run("import", h.path / "ambiguous", "--format", "nonsense"))
        self.exits(2, h.run("import", h.path / "ambiguous", "--format", "env"))
        self.exits(1, h.run("import", h.path / "absent"))
        self.exits(1, h.run("import", h.path))
        self.exits(2, h.run("import", h.file("large", b"A=" + b"x" * (2 << 20))))
        self.assertEqual([], self.document(0, h.run("--json", "secret", "list")))

    def test_from_standard_input(self):
        h = self.vault()
        report = self.document(0, h.run("--json", "import", "-", stdin="A=1\n"))
        self.assertEqual(1, report["imported"])
        self.values(h, {"A": "1"})
        self.exits(2, h.run("import", "-", "--passphrase-file", "-", stdin="A=1\n"))

    def test_fernet_store(self):
        if Fernet is None:
            self.skipTest("python3-cryptography is not installed")
        h = self.vault()
        folder = h.path / "old"
        folder.mkdir()
        key = Fernet.generate_key()
        (folder / ".key").write_bytes(key)
        content = {"bitget_api_key": KEY, "bitget_secret_key": "fs-1", "note": 'q"\n', "empty": ""}
        store = folder / ".secrets.enc"
        store.write_bytes(Fernet(key).encrypt(json.dumps(content).encode()))
        report = self.taken(h, store)
        self.assertEqual(("fernet", 2, ["empty"]), tuple(report[k] for k in ("format", "imported", "skipped")))
        self.values(h, {"bitget_api_key": KEY, "bitget_secret_key": "fs-1", "note": 'q"\n'})
        wrong = h.file("wrong.key", Fernet.generate_key())
        self.exits(2, h.run("import", store, "--key-file", wrong))
        token = bytearray(store.read_bytes())
        token[60] ^= 1
        self.exits(2, h.run("import", h.file("changed", bytes(token)), "--key-file", folder / ".key"))
        lonely = h.path / "lonely"
        lonely.mkdir()
        (lonely / "s").write_bytes(store.read_bytes())
        self.exits(2, h.run("import", lonely / "s"))

    def test_fernet_database(self):
        if Fernet is None:
            self.skipTest("python3-cryptography is not installed")
        h = self.vault()
        folder = h.path / "old"
        folder.mkdir()
        key = Fernet.generate_key()
        (folder / "secret.key").write_bytes(key)
        path = folder / "secrets.db"
        database = sqlite3.connect(path)
        database.execute("CREATE TABLE secrets (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(255) NOT NULL, description TEXT, "
                         "encrypted_value TEXT NOT NULL, created_at DATETIME, updated_at DATETIME)")
        rows = {"bitget_api_key": KEY, "bitget_passphrase": "fd-1", "feed token": "fd-2"}
        for name, value in rows.items():
            database.execute("INSERT INTO secrets(name, description, encrypted_value) VALUES (?, ?, ?)",
                             (name, "from " + name, Fernet(key).encrypt(value.encode()).decode()))
        database.execute("INSERT INTO secrets(name, encrypted_value) VALUES ('broken', 'gAAAAAbroken')")
        database.commit()
        database.close()
        names = sorted(p.name for p in folder.iterdir())
        report = self.taken(h, path)
        self.assertEqual(("fernet-db", 2, ["broken"]), tuple(report[k] for k in ("format", "imported", "skipped")))
        self.values(h, {"bitget_passphrase": "fd-1", "feed token": "fd-2"})
        self.assertEqual(names, sorted(p.name for p in folder.iterdir()))
        self.assertEqual("from feed token", self.document(0, h.run("--json", "secret", "show", "feed token"))["description"])
        (folder / "secrets.db-wal").write_bytes(b"x")
        self.exits(1, h.run("import", path))

    def test_export_and_back(self):
        h = self.vault()
        odd = {"plain": "v", "Quotes": "a 'b' \"c\" \\ $HOME `x`", "lines": "one\ntwo\r\n\ttabs", "PEM": "-----BEGIN K-----\nab\n-----END K-----\n",
               "unicode": "ключ \U0001f511", "spaces": "  both  ", "hash": "#x #y"}
        for name, value in odd.items():
            self.exits(0, h.run("secret", "set", name, stdin={"value": value}))
        self.exits(0, h.run("secret", "set", "db/main", "--kind", "database", "--description", "d", stdin={"user": "u", "password": "p"}))
        self.exits(0, h.run("import", SAMPLES / "dot.env"))
        expected = self.document(0, h.run("export", "--format", "json"))
        self.assertEqual("ключ \U0001f511", expected["unicode"]["fields"]["value"])
        self.assertEqual({"user": "u", "password": "p"}, expected["db/main"]["fields"])
        self.assertEqual(KEY, expected["bitget/main"]["fields"]["api_key"])
        out = h.path / "out.json"
        report = self.document(0, h.run("--json", "export", "--format", "json", "--output", out))
        self.assertEqual((len(expected), []), (report["exported"], report["left"]))
        self.assertEqual(0o600, out.stat().st_mode & 0o777)
        self.assertEqual("already_exists", self.code(10, h.run("--json", "export", "--format", "env", "--output", out)))
        other = self.vault()
        self.taken(other, out)
        self.assertEqual(expected, self.document(0, other.run("export", "--format", "json")))
        env = self.exits(0, h.run("export", "--format", "env")).stdout
        third = self.vault()
        self.assertEqual([], self.document(0, third.run("--json", "import", "-", "--format", "env", stdin=env))["skipped"])
        self.values(third, {**odd, "bitget/main#passphrase": "Passphrase123", "azure/main#api_key": "azure-sample-1",
                            "DB_MAIN_PASSWORD": "p"})
        shell = subprocess.run(["/bin/sh", "-c", '. "$0"; printf %s "$Quotes|$PEM"', h.file("shell.env", env)], capture_output=True)
        self.assertEqual(odd["Quotes"] + "|" + odd["PEM"], shell.stdout.decode())
        kinds = [row["kind"] for row in self.document(0, h.run("--json", "audit"))]
        self.assertEqual(3 * len(expected), kinds.count("exported"))

    def test_export_of_a_damaged_vault(self):
        h = self.vault()
        names = [f"s{i}" for i in range(8)]
        for name in names:
            self.exits(0, h.run("secret", "set", name, stdin={"value": "v-" + name}))
        ids = {row["name"]: uuid.UUID(row["id"]).bytes for row in self.document(0, h.run("--json", "secret", "list"))}
        database = sqlite3.connect(h.vault)
        with database:
            database.execute("UPDATE record SET secret = randomblob(length(secret)) WHERE owner = ? AND kind = 2", (ids["s3"],))
        database.close()
        self.assertIn("s3", self.exits(8, h.run("verify")).stderr)
        self.exits(8, h.run("secret", "list"))
        # Its group of records is left out, and told; the status keeps a script from taking the rest for the whole.
        done = h.run("export", "--format", "json")
        intact = {name: "v-" + name for name in names if ids[name][0] != ids["s3"][0]}
        self.assertEqual(intact, {name: each["fields"]["value"] for name, each in self.document(8, done).items()})
        self.assertRegex(done.stderr, r"Left out: records of .*s3.* \(group \d+ of 256\) \(the vault is damaged there\)\.")
        out = h.path / "saved.json"
        report = self.document(8, h.run("--json", "export", "--format", "json", "--output", out))
        self.assertEqual((len(intact), ["damaged"]), (report["exported"], [each["reason"] for each in report["left"]]))
        self.assertEqual((done.stdout, 0o600), (out.read_text(), out.stat().st_mode & 0o777))
        self.assertEqual(len(intact), self.taken(self.vault(), out)["imported"])
        self.exits(8, h.run("secret", "set", "s3", stdin={"value": "x"}))

    def test_export_with_json_has_one_document(self):
        h = self.vault()
        self.exits(0, h.run("secret", "set", "s", stdin={"value": "exported-value"}))
        for format in ("json", "env"):
            done = h.run("--json", "export", "--format", format)
            self.assertEqual("invalid_argument", self.code(2, done))
            self.assertIn("--output", done.stderr)
            self.assertEqual("", done.stdout)
        self.assertNotIn("exported", [row["kind"] for row in self.document(0, h.run("--json", "audit"))])

    def test_database_under_another_format(self):
        h = self.vault()
        path = h.path / "secrets.db"
        database = sqlite3.connect(path)
        database.execute("CREATE TABLE secrets(name TEXT, value TEXT)")
        database.commit()
        database.close()
        for format in ("env", "json", "csv", "fernet"):
            self.assertIn("this is a database; use --format fernet-db",
                          self.exits(2, h.run("import", path, "--format", format)).stderr)

    def test_export_asks(self):
        h = self.vault()
        self.exits(0, h.run("secret", "set", "s", stdin={"value": "exported-value"}))
        self.exits(2, h.run("export"))
        self.exits(2, h.run("export", "--format", "csv"))
        wrong = h.file("wrong", "another passphrase\n")
        done = self.exits(3, h.run("export", "--format", "json", "--passphrase-file", wrong))
        self.assertNotIn("exported-value", done.stdout)
        done = self.exits(3, h.run("export", "--format", "json", env={"LATCHKEY_PASSPHRASE_FILE": ""}))
        self.assertNotIn("exported-value", done.stdout)
        self.assertIn("exported-value", self.exits(0, h.run("export", "--format", "json", "--recovery-key-file", h.recovery)).stdout)
        t = harness.Terminal(h, "export", "--format", "json")
        t.expect("Passphrase: ")
        t.type(harness.PASSPHRASE + "\n")
        self.assertEqual(0, t.end(), t.output)
        self.assertIn(b"exported-value", t.output)

    def test_many_and_killed(self):
        h = self.vault()
        count = 2_000
        source = h.file("many.json", json.dumps({f"desk/{i:05}": {"api_key": f"k-{i:032}", "api_secret": f"s-{i:040}", "passphrase": "p"}
                                                 for i in range(count)}))
        copy = self.vault()
        start = time.monotonic()
        self.exits(0, copy.run("import", source, "--dry-run"))
        dry = time.monotonic() - start
        start = time.monotonic()
        self.assertEqual(count, self.document(0, copy.run("--json", "import", source))["imported"])
        whole = time.monotonic() - start
        seed = random.randrange(1 << 30)
        dice = random.Random(seed)
        print(f"{count} credentials of three fields: {whole:.2f} s as a process, dry run {dry:.2f} s; seed {seed}")
        outcomes = set()
        for _ in range(4):
            p = subprocess.Popen([harness.EXE, "--no-keychain", "import", str(source)], env=h.env, stdin=subprocess.DEVNULL,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                p.wait(whole * dice.uniform(0.3, 1.0))
            except subprocess.TimeoutExpired:
                p.kill()
            finished = p.wait() == 0
            stored = self.document(0, h.run("--json", "status"))["credential_count"]
            self.assertIn(stored, (count,) if finished else (0, count), f"seed {seed}")
            outcomes.add(stored)
            self.exits(0, h.run("verify"))
            if stored == count:
                break
        print(f"credentials after kill -9: {sorted(outcomes)}")
        self.no_wal(h)


harness.main()
