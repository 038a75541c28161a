#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""check_independent_reader.py MAKEVAULT: vaults made by the program, read by independent_reader.py; both must agree.

Exit 77 (skipped) when a tool is missing.
"""

import ctypes
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent


def read(folder, *ways, vault="vault.db", anchor=True):
    command = [sys.executable, str(HERE / "independent_reader.py"), str(folder / vault)]
    for way in ways:
        name = {"passphrase": "--passphrase-file", "keychain": "--keychain-secret-file", "recovery": "--recovery-key-file"}[way]
        command += [name, str(folder / way)]
    if anchor:
        command += ["--anchor", str(next((folder / "state/latchkey").glob("*.anchor")))]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def agree(folder, *ways, kind):
    result = read(folder, *ways)
    assert result.returncode == 0, f"{ways}: {result.stderr}"
    found = json.loads(result.stdout)
    wanted = json.loads((folder / "expected.json").read_text())
    assert found["opened_by"] == kind, (found["opened_by"], kind)
    for key in ("vault", "gen", "counter"):
        assert found[key] == wanted[key], key
    assert [[e["seq"], e["k"], e.get("n", ""), int(e["t"])] for e in found["audit"]] == wanted["audit"], "audit"
    assert found["settings"] == {"auto_lock": "600", "ключ": "да"}, found["settings"]
    assert found["pending_recovery"] == (folder / "recovery").read_text(), "pending recovery key"
    assert len(found["credentials"]) == len(wanted["credentials"]) == 2
    for one, other in zip(found["credentials"], wanted["credentials"]):
        assert one == other, f"\n{one}\n{other}"
    assert found["credentials"][1]["versions"][0]["fields"] == {"api_key": "K1", "api_secret": "S1", "passphrase": ""}


def refuses(folder, why, *ways, **options):
    result = read(folder, *ways, **options)
    assert result.returncode == 1 and why in result.stderr, f"{why}: {result.returncode} {result.stderr}"


def wrong_ways_in(folder):
    (folder / "wrong").mkdir()
    for name in ("vault.db", "passphrase", "keychain", "recovery"):
        shutil.copy(folder / name, folder / "wrong" / name)
    wrong = folder / "wrong"
    (wrong / "passphrase").write_text("cafe au lait")
    refuses(wrong, "wrong passphrase", "passphrase", "keychain", anchor=False)
    (wrong / "keychain").write_bytes(bytes(32))
    refuses(wrong, "keychain entry changed", "passphrase", "keychain", anchor=False)
    text = (wrong / "recovery").read_text()
    (wrong / "recovery").write_text(text[:-1] + ("q" if text[-1] != "Q" else "p"))
    refuses(wrong, "checksum", "recovery", anchor=False)


def refuses_damage(folder):
    """The reader is a judge only if it can say no: one changed bit in any column of any table."""
    copy = folder / "damaged.db"
    rng = random.Random(5)
    for table, columns in (("header", ["body"]), ("slot", ["body"]), ("record", ["name_idx", "meta", "secret"]), ("bucket", ["mac"]),
                           ("root", ["body"]), ("audit", ["detail", "mac"]), ("audit_head", ["body"])):
        for column in columns:
            shutil.copy(folder / "vault.db", copy)
            with sqlite3.connect(copy) as db:
                values = [v for (v,) in db.execute(f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL")]
                old = bytearray(rng.choice(values))
                new = bytearray(old)
                new[rng.randrange(len(new))] ^= 1 << rng.randrange(8)
                assert db.execute(f"UPDATE {table} SET {column} = ? WHERE {column} = ?", (bytes(new), bytes(old))).rowcount == 1
            db.close()
            refuses(folder, "", "recovery", vault="damaged.db", anchor=False)


def rotated(makevault, folder, method, ways, kind):
    """Three vault keys in one log. What opened the vault before does so no more."""
    folder.mkdir(mode=0o700)
    subprocess.run([makevault, str(folder), method, "2"], check=True)
    agree(folder, *ways, kind=kind)
    agree(folder, "recovery", kind=4)
    found = json.loads(read(folder, "recovery").stdout)
    assert found["gen"] == 3 and [e["k"] for e in found["audit"]].count("checkpoint") == 2
    assert len(found["cleanup"]) == (2 if kind > 1 else 0), found["cleanup"]
    copy = folder / "damaged.db"
    for statement in ("UPDATE audit SET detail = (SELECT detail FROM audit WHERE seq = 3) WHERE seq = 2",
                      "DELETE FROM audit WHERE seq = 1", "DELETE FROM record WHERE kind = 13 AND n = 1",
                      "UPDATE record SET secret = (SELECT secret FROM record WHERE kind = 13 AND n = 1) WHERE kind = 13 AND n = 2"):
        shutil.copy(folder / "vault.db", copy)
        with sqlite3.connect(copy) as db:
            assert db.execute(statement).rowcount == 1
        db.close()
        refuses(folder, "", "recovery", vault="damaged.db", anchor=False)
    print(f"{method}, rotated twice: program and page agree")


def pruned(makevault, home):
    """A log without its beginning, under one vault key and under several."""
    for rotations, when in ((0, "after"), (1, "before"), (1, "after")):
        folder = home / f"pruned-{rotations}-{when}"
        folder.mkdir(mode=0o700)
        subprocess.run([makevault, str(folder), "passphrase", str(rotations), when], check=True)
        agree(folder, "passphrase", kind=1)
        audit = json.loads(read(folder, "recovery").stdout)["audit"]
        assert audit[0]["seq"] > 5 and any("x.dropped_last" in e for e in audit), audit[0]
        copy = folder / "damaged.db"
        first = audit[0]["seq"]
        for statement in (f"DELETE FROM audit WHERE seq = {first}",
                          f"INSERT INTO audit SELECT {first - 1}, detail, mac FROM audit WHERE seq = {first}"):
            shutil.copy(folder / "vault.db", copy)
            with sqlite3.connect(copy) as db:
                assert db.execute(statement).rowcount == 1
            db.close()
            refuses(folder, "", "recovery", vault="damaged.db", anchor=False)
    print("a pruned log: program and page agree")


def main(makevault):
    with tempfile.TemporaryDirectory() as home:
        for method, ways, kind in (("passphrase", ["passphrase"], 1), ("passphrase+keychain", ["passphrase", "keychain"], 2),
                                   ("keychain", ["keychain"], 3)):
            folder = Path(home) / method
            folder.mkdir(mode=0o700)
            subprocess.run([makevault, str(folder), method], check=True)
            left = sorted(p.name for p in folder.iterdir())
            assert "vault.db-wal" not in left and "vault.db-shm" not in left, left
            agree(folder, *ways, kind=kind)
            agree(folder, "recovery", kind=4)
            print(f"{method}: program and page agree, {os.path.getsize(folder / 'vault.db')} bytes")
            rotated(makevault, Path(home) / f"{method}-rotated", method, ways, kind)
        pruned(makevault, Path(home))
        wrong_ways_in(Path(home) / "passphrase+keychain")
        refuses_damage(Path(home) / "passphrase")
        print("damage is refused")
    return 0


if __name__ == "__main__":
    try:
        import cryptography  # noqa: F401
        ctypes.CDLL("libargon2.so.1")
    except (ImportError, OSError) as missing:
        print(f"skipped: {missing}")
        sys.exit(77)
    sys.exit(main(sys.argv[1]))
