# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Other programs that read one secret, each with a store of its own that is made here and thrown away.

Each function returns {name: (arguments, environment)} of commands that print the secret, or nothing where the program is not
installed; `facts` gets what a reader has to know about them. All of them are as a user has them when nothing is asked any more:
the keyring open, GnuPG's agent running with a key that has no passphrase, KeePassXC's database with a key file.
"""
import base64
import contextlib
import os
import re
import shutil
import subprocess

import naive
from naivestore import NaiveStore

NUMBER = 7
SECRET = naive.account(NUMBER)["api_secret"]
PYTHON = "/usr/bin/python3"


def run(arguments, env=None, text=""):
    done = subprocess.run(arguments, env=env, input=text, capture_output=True, text=True, timeout=600)
    if done.returncode:
        raise SystemExit(f"processes.py: {arguments} ended with {done.returncode}: {done.stderr.strip()}")
    return done.stdout


def installed(say, *tools):
    missing = [tool for tool in tools if not shutil.which(tool)]
    if missing:
        say(f"{', '.join(missing)}: NOT INSTALLED, no comparison")
    return not missing


def keyring(say):
    """secret-tool and the gnome-keyring of the session around us (tests/keychain/keyring-session.sh)."""
    if os.environ.get("LATCHKEY_KEYRING_MODE") != "unlocked":
        say("gnome-keyring: NOT INSTALLED, no comparison")
        return {}
    if not installed(say, "secret-tool"):
        return {}
    tool = shutil.which("secret-tool")
    run([tool, "store", "--label=bench", "account", "bench"], text=SECRET)
    return {"secret_tool": ([tool, "lookup", "account", "bench"], dict(os.environ))}


def keepass_xml(count):
    def uuid():
        return base64.b64encode(os.urandom(16)).decode()

    def string(key, value):
        return f"<String><Key>{key}</Key><Value>{value}</Value></String>"

    yield f"<KeePassFile><Meta><Generator>bench</Generator></Meta><Root><Group><UUID>{uuid()}</UUID><Name>Root</Name>"
    for number in range(count):
        fields = naive.account(number)
        yield (f"<Entry><UUID>{uuid()}</UUID>" + string("Title", f"account-{number:06}") + string("UserName", fields["api_key"])
               + string("Password", fields["api_secret"]) + string("passphrase", fields["passphrase"]) + "</Entry>")
    yield "</Group></Root></KeePassFile>"


def keepassxc(folder, sizes, facts, say):
    """With the key derivation that keepassxc-cli gives a new database when nothing is said."""
    if not installed(say, "keepassxc-cli"):
        return {}
    tool, env, out = shutil.which("keepassxc-cli"), {**os.environ, "QT_QPA_PLATFORM": "offscreen"}, {}
    key = folder / "bench.key"
    key.write_bytes(os.urandom(32))
    for size in sizes:
        xml, database = folder / f"{size}.xml", folder / f"{size}.kdbx"
        xml.write_text("".join(keepass_xml(size)), encoding="utf-8")
        run([tool, "import", "--quiet", "--set-key-file", key, xml, database], env)
        xml.unlink()
        out[f"keepassxc_{size}"] = ([tool, "show", "--quiet", "--no-password", "--key-file", str(key), "--show-protected",
                                     "--attributes", "Password", str(database), f"account-{NUMBER:06}"], env)
    info = run([tool, "db-info", "--quiet", "--no-password", "--key-file", key, database], env)
    facts["keepassxc_kdf"] = re.search(r"^KDF: (.*)$", info, re.MULTILINE)[1]
    facts["keepassxc_version"] = run([tool, "--version"], env).strip()
    return out


@contextlib.contextmanager
def password_store(folder, facts, say):
    """pass, one file for each secret, so the number of them does not matter. GnuPG's sockets want a short path."""
    if not installed(say, "pass", "gpg", "gpgconf"):
        yield {}
        return
    home = folder / "gnupg"
    home.mkdir(mode=0o700)
    env = {**os.environ, "GNUPGHOME": str(home), "PASSWORD_STORE_DIR": str(folder / "store")}
    try:
        run(["gpg", "--batch", "--quiet", "--passphrase", "", "--quick-generate-key", "bench", "default", "default", "never"], env)
        run(["pass", "init", "bench"], env)
        run(["pass", "insert", "--echo", "bench/account"], env, SECRET + "\n")
        facts["gnupg"] = run(["gpg", "--version"], env).splitlines()[0]
        keys = run(["gpg", "--batch", "--with-colons", "--list-keys", "bench"], env)
        facts["gnupg_key"] = " ".join(line.split(":")[2] for line in keys.splitlines() if line.startswith("sub:")) + " bit"
        yield {"pass": ([shutil.which("pass"), "show", "bench/account"], env)}
    finally:
        run(["gpgconf", "--kill", "all"], env)


def naive_python(folder, sizes, say):
    """A whole Python that imports Fernet, reads the file and prints."""
    if subprocess.run([PYTHON, "-c", "import cryptography.fernet"], capture_output=True).returncode:
        say("python3-cryptography: NOT INSTALLED, no comparison")
        return {}
    script, out = str(naive.HERE / "naivestore.py"), {}
    for size in sizes:
        store = folder / f"naive-{size}"
        store.mkdir()
        NaiveStore.create(store, naive.accounts(size))
        out[f"naive_{size}"] = ([PYTHON, "-B", script, str(store), naive.name_of(NUMBER), "api_secret"], dict(os.environ))
    return out
