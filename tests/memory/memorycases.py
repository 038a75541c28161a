# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What memorytable.py does with the program."""
import base64
import json
import subprocess

import format_primitives
import harness
import independent_reader
import memorytable
from memorytable import Watch, word

NONE = {"LATCHKEY_PASSPHRASE_FILE": ""}


def keys_of(h, bench):
    return {"passphrase": h.word.encode(), "master key": bench.key_of(h)}


def paper_of(h):
    reader = independent_reader.Vault(h.vault)
    return {"recovery key": h.paper.encode(), "recovery key, no hyphens": h.paper.replace("-", "").encode(),
            "recovery key, bytes": format_primitives.recovery_secret(h.paper, reader.recovery_id)}


def account():
    return {"api_key": "bg_" + word(32, "0123456789abcdef"), "api_secret": word(64, "0123456789abcdef"), "passphrase": word(20)}


def as_needles(fields):
    names = {"api_key": "API key", "api_secret": "API secret", "passphrase": "API passphrase"}
    return {names[name]: value.encode() for name, value in fields.items()}


def ways_in(bench):
    h = bench.made()
    bench.case("unlock by passphrase", h, keys_of(h, bench), {"passphrase", "master key"}, "secret", "list")
    bench.case("unlock by recovery key", h, {**paper_of(h), **keys_of(h, bench)}, {"recovery key", "master key"},
               "secret", "list", "--recovery-key-file", h.recovery, env=NONE)
    wrong = word(28)
    bench.case("wrong passphrase", h, {"passphrase typed": wrong.encode(), **keys_of(h, bench)}, {"passphrase typed"},
               "secret", "list", "--passphrase-file", h.file("wrong", wrong), status=3)
    other = bench.made()
    bench.case("recovery key of another vault", h, {"key typed": other.paper.encode(), **keys_of(h, bench)}, set(),
               "secret", "list", "--recovery-key-file", other.recovery, env=NONE, status=3)


def creation(bench):
    h = bench.home()
    bench.case("create a vault", h, {"passphrase": h.word.encode()}, {"passphrase"}, "init", "--method", "passphrase",
               "--recovery-key-out", h.recovery)


def values(bench):
    h = bench.made()
    value, later = word(40), word(40)
    needles = {"value": value.encode(), **keys_of(h, bench)}
    bench.case("store a secret", h, needles, {"value"}, "secret", "set", "s", stdin={"value": value})
    bench.case("give out a secret", h, needles, {"value"}, "get", "s")
    bench.case("change a secret", h, {"new value": later.encode(), "old value": value.encode(), **keys_of(h, bench)}, {"new value"},
               "secret", "set", "s", stdin={"value": later})
    bench.case("run a program with it", h, {"value": later.encode(), **keys_of(h, bench)}, {"value"},
               "run", "--with", "s", "--", "true")
    taken = {f"value {i}": word(40) for i in (1, 2)}
    source = h.file("keys.env", f"FIRST_TOKEN={taken['value 1']}\nSECOND_TOKEN=\"{taken['value 2']}\"\n")
    bench.case("import of .env", h, {name: v.encode() for name, v in taken.items()}, set(taken), "import", source)
    listed = {f"value {i}": word(40) for i in (1, 2)}
    source = h.file("keys.json", json.dumps({"third_token": listed["value 1"], "fourth_token": listed["value 2"]}))
    bench.case("import of JSON", h, {name: v.encode() for name, v in listed.items()}, set(listed), "import", "--format", "json", source)
    bench.case("export", h, {"value": later.encode(), **keys_of(h, bench)}, {"value"},
               "export", "--format", "json", "--output", h.path / "plain")


def exchange(bench):
    h = bench.made()
    fields = account()
    sim = harness.Simulator(h, "--key", json.dumps({**fields, "rights": ["stor", "coor"]}))
    try:
        needles = {**as_needles(fields), **keys_of(h, bench)}
        three = set(as_needles(fields))
        bench.case("add an account, live check", h, needles, three, "exchange", "add", "bitget", "main", "--base-url", sim.url,
                   "--ca-file", sim.ca, stdin=fields)
        bench.case("live check at Bitget", h, needles, three, "exchange", "check", "bitget/main")
        sim.order(scenario="code:40012")
        bench.case("live check, refused", h, needles, three, "exchange", "check", "bitget/main", status=6)
        bench.case("sign a request", h, needles, {"API secret"}, "sign", "bitget/main", "GET", "/api/v2/spot/account/info")
    finally:
        sim.stop()


def llm(bench):
    h = bench.made()
    sim = harness.Simulator.__new__(harness.Simulator)
    sim.ca = h.path / "llm-ca.pem"
    sim.process = subprocess.Popen([memorytable.LLM_SIMULATOR, "--ca-out", str(sim.ca)], stdout=subprocess.PIPE,
                                   stdin=subprocess.DEVNULL)
    sim.url = json.loads(sim.process.stdout.readline())["url"]
    key = word(32)
    try:
        bench.plain(h, "llm", "set", "azure", "--name", "main", "--base-url", sim.url, "--ca-file", sim.ca, stdin={"api_key": key}, status=0)
        # The simulator knows another key: refused, after ours was sent.
        bench.case("live check of an LLM provider", h, {"API key": key.encode(), **keys_of(h, bench)}, {"API key"},
                   "llm", "check", "azure/main", status=6)
    finally:
        sim.stop()


def copies(bench):
    h = bench.made()
    value = word(40)
    bench.plain(h, "secret", "set", "s", stdin={"value": value}, status=0)
    backup = h.path / "copy.lkb"
    bench.case("backup", h, {"value": value.encode(), **keys_of(h, bench)}, {"passphrase"}, "backup", backup)
    other = bench.home()
    new = word(28)
    bench.case("restore", other, {"value": value.encode(), "new passphrase": new.encode(), **paper_of(h), **keys_of(h, bench)},
               {"value", "new passphrase", "recovery key"}, "restore", backup, "--recovery-key-file", h.recovery,
               "--new-passphrase-file", other.file("new", new), env=NONE)
    bench.case("rotation of the master key", h, {"value": value.encode(), **keys_of(h, bench)}, {"value", "passphrase", "master key"},
               "rotate-key", "--recovery-key-out", h.path / "paper2")
    bench.case("use after rotation", h, {"value": value.encode(), **keys_of(h, bench)}, {"value", "master key"}, "get", "s")
    changed = word(28)
    bench.case("change of the passphrase", h, {"new passphrase": changed.encode(), **keys_of(h, bench)}, {"new passphrase", "passphrase"},
               "passphrase", "change", "--new-passphrase-file", h.file("changed", changed))


def agent(bench):
    h = bench.made()
    value = word(40)
    fields = account()
    bench.plain(h, "secret", "set", "s", stdin={"value": value}, status=0)
    bench.plain(h, "exchange", "add", "bitget", "main", "--no-check", stdin=fields, status=0)
    needles = {"value": value.encode(), **as_needles(fields), **keys_of(h, bench)}
    watch = Watch(h, needles, control=h.path / "scan-control")
    served = harness.Agent(h, {**watch.env, **NONE})
    try:
        bench.plain(h, "unlock", status=0)
        watch.now("open")
        bench.case("read through the agent: the reader", h, {"value": value.encode()}, {"value"}, "get", "s", env=NONE)
        for words in (("sign", "bitget/main", "GET", "/api/v2/spot/account/info"), ("run", "--with", "s", "--", "true")):
            bench.plain(h, *words, env=NONE, status=0)
        watch.now("used")
        bench.plain(h, "lock", status=0)
        watch.now("locked")
        open_, used, work = (watch.most(when) for when in ("open", "used", "work"))
        for name, left in watch.most("locked").items():
            bench.table.add("agent: get, sign, run, then locked", name, max(work[name], open_[name], used[name]), left,
                            name not in ("API key", "API passphrase"))
        if served.stop() != 0:
            raise AssertionError("the agent did not end well")
        for name, count in watch.most("end").items():
            bench.table.add("agent, ended", name, work[name], count, False)
    finally:
        if served.process.poll() is None:
            served.process.kill()
        served.process.communicate()


def stored_in_keychain():
    """What the keychain of this session holds, all of it: it belongs to this test."""
    import dbus
    bus = dbus.SessionBus()
    service = dbus.Interface(bus.get_object("org.freedesktop.secrets", "/org/freedesktop/secrets"), "org.freedesktop.Secret.Service")
    _, session = service.OpenSession("plain", dbus.String("", variant_level=1))
    unlocked, _ = service.SearchItems({})
    return [bytes(secret[2]) for secret in service.GetSecrets(unlocked, session).values()]


def keychain(bench):
    env = {"DBUS_SESSION_BUS_ADDRESS": memorytable.BUS}
    known = set()
    for method, title in (("keychain", "unlock by keychain"), ("passphrase+keychain", "unlock by passphrase and keychain")):
        h = bench.made("--method", method, env=env, keychain=True)
        stored = [s for s in stored_in_keychain() if s not in known]
        known.update(stored)
        if len(stored) != 1 or len(stored[0]) < 32:
            raise AssertionError("the vault's half is not in the keychain")
        raw = stored[0] if len(stored[0]) == 32 else base64.b64decode(stored[0])
        needles = {"keychain secret": raw, "master key": bench.key_of(h, raw)}
        if method != "keychain":
            needles["passphrase"] = h.word.encode()
        bench.case(title, h, needles, {"keychain secret", "master key"}, "secret", "list", env={} if method != "keychain" else NONE)


CASES = [ways_in, creation, values, exchange, llm, copies, agent]
