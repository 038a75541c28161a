#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens a Latchkey vault by docs/FORMAT.md alone, verifies every MAC and prints everything as JSON.

It shares no code with the program, so that page and program can be held against each other. It is a test tool: it keeps secrets
in ordinary memory and prints them. Needs python3-cryptography (AES-GCM) and libargon2.so.1.
"""

import argparse
import hashlib
import json
import sqlite3
import sys
import unicodedata
import uuid
from pathlib import Path

from format_primitives import SCHEMA, Reader, Refused, argon2id, be, cbor, expand, fold, gcm_open, mac, need, recovery_secret, sized

KINDS = ["generic", "exchange", "llm", "database", "api-key", "oauth", "tls-certificate", "encryption-key", "service-account"]
STATES = ["pending", "current", "previous", "retired", "rejected", "compromised"]


class Vault:
    def __init__(self, path):
        self.db = sqlite3.connect(f"{Path(path).resolve().as_uri()}?mode=ro&immutable=1", uri=True)
        self.check_database()
        self.read_header()
        self.slots = [self.read_slot(*row) for row in self.rows("SELECT uuid, body FROM slot ORDER BY uuid")]
        need(1 <= len(self.slots) <= 32, "number of slots")

    def rows(self, sql):
        return self.db.execute(sql).fetchall()

    def body(self, table):
        rows = self.rows(f"SELECT id, body FROM {table}")
        need(len(rows) == 1 and rows[0][0] == 1 and isinstance(rows[0][1], bytes), f"{table}: row")
        return rows[0][1]

    def check_database(self):
        for pragma, value in (("application_id", 0x4C4B5631), ("user_version", 1), ("page_size", 4096), ("encoding", "UTF-8")):
            need(self.rows(f"PRAGMA {pragma}")[0][0] == value, pragma)
        need(dict(self.rows("SELECT name, sql FROM sqlite_schema")) == SCHEMA, "schema")

    def read_header(self):
        body = self.body("header")
        self.header_body, self.header_mac = body[:-32], body[-32:]
        r = Reader(self.header_body, "header")
        need(r.take(4) == b"LKH1" and r.u(2) == 1, "header: format")
        self.minor, self.id, self.gen, self.commitment = r.u(2), r.take(16), r.u(4), r.take(32)
        self.recovery_id, self.created = r.take(16), r.time()
        r.end()

    @staticmethod
    def read_slot(slot_id, body):
        r = Reader(body, "slot")
        need(r.take(4) == b"LKS1", "slot: magic")
        slot = {"id": slot_id, "body": body, "kind": r.u(1), "gen": r.u(4), "created": r.time(), "kdf": (r.u(4), r.u(4), r.u(4)),
                "kdf_salt": r.take(16), "check": r.take(16), "backend": r.sized().decode(), "salt": r.take(32)}
        slot["parameters"] = body[: r.at]
        slot["nonce"], slot["commitment"], slot["wrapped"] = r.take(12), r.take(32), r.take(48)
        r.end()
        need(1 <= slot["kind"] <= 4, "slot: kind")
        memory, passes, lanes = slot["kdf"]
        if slot["kind"] <= 2:
            need(memory <= 4 << 20 and 1 <= passes <= 100 and 1 <= lanes <= 16 and memory >= 8 * lanes, "slot: KDF parameters")
        else:
            need(slot["kdf"] == (0, 0, 0), "slot: KDF parameters")
        return slot

    def key_material(self, slot, passphrase, keychain, recovery):
        kind = slot["kind"]
        if kind in (2, 3):
            need(mac(keychain, slot["id"])[:16] == slot["check"], "keychain entry changed")
        if kind == 3:
            return keychain
        if kind == 4:
            return recovery_secret(recovery, self.recovery_id)
        password = unicodedata.normalize("NFC", passphrase).encode()
        return argon2id(password, slot["kdf_salt"], keychain if kind == 2 else b"", *slot["kdf"])

    def unlock(self, passphrase=None, keychain=None, recovery=None):
        given = {1: passphrase, 2: passphrase and keychain, 3: keychain, 4: recovery}
        for slot in self.slots:
            if not given[slot["kind"]] or (recovery and slot["kind"] != 4):
                continue
            material = self.key_material(slot, passphrase, keychain, recovery)
            info = b"latchkey/v1/slot-wrap\0" + self.id + slot["id"] + be(slot["kind"], 1)
            keys = expand(mac(slot["salt"], material), info, 64)
            need(keys[32:] == slot["commitment"], "wrong passphrase")
            aad = self.id + slot["id"] + sized(slot["parameters"])
            self.derive(gcm_open(keys[:32], slot["nonce"], aad, slot["wrapped"], "slot: wrapped key"))
            self.opened_by = slot["kind"]
            self.verify()
            return
        raise Refused("nothing given fits a slot")

    def derive(self, vault_key):
        prk = mac(self.id + be(self.gen, 4), vault_key)
        self.key = lambda label: expand(prk, b"latchkey/v1/" + label + b"\0", 32)
        need(self.key(b"commit") == self.commitment, "header: commitment")

    # Everything that has a MAC, in the order of the page.
    def verify(self):
        covered = sized(self.header_body) + be(len(self.slots), 4) + b"".join(s["id"] + sized(s["body"]) for s in self.slots)
        need(mac(self.key(b"header-mac"), covered) == self.header_mac, "header MAC")
        self.verify_records()
        self.verify_audit()

    def verify_records(self):
        self.records = {}
        buckets = [[] for _ in range(256)]
        leaf_key, bucket_key = self.key(b"manifest-leaf"), self.key(b"manifest-bucket")
        for owner, kind, n, name, meta, secret in self.rows(
                "SELECT owner, kind, n, name_idx, meta, secret FROM record ORDER BY owner, kind, n"):
            for column in (name, meta, secret):
                need(column is None or (isinstance(column, bytes) and column), "record: column")
            parts = [c or b"" for c in (name, meta, secret)]
            place = owner + be(kind, 2) + be(n, 4)
            leaf = mac(leaf_key, place, *(be(len(p), 4) for p in parts), *parts)
            buckets[owner[0]].append(place + leaf)
            self.records[owner, kind, n] = (name, meta, secret)
        stored = self.rows("SELECT i, mac FROM bucket ORDER BY i")
        need([i for i, _ in stored] == list(range(256)), "buckets")
        for i, value in stored:
            need(mac(bucket_key, be(i, 1), be(len(buckets[i]), 4), *buckets[i]) == value, f"bucket {i}")
        root = self.body("root")
        r = Reader(root[:-32], "root")
        need(r.take(4) == b"LKR1" and r.take(16) == self.id and r.u(4) == self.gen, "root: header")
        self.counter, total = r.u(8), r.u(8)
        self.pinned, self.checkpoint = (r.u(8), r.take(32)), (r.u(8), r.take(32))
        need(r.take(32) == self.header_mac, "root: header MAC")
        r.end()
        need(total == len(self.records), "root: number of records")
        need(mac(self.key(b"manifest-root"), root[:-32], *(m for _, m in stored)) == root[-32:], "root MAC")
        self.root_mac = root[-32:]

    def read_generations(self):
        """Audit keys of the generations before this one, as (last entry, its MAC, gen, key of the chain, key of the details)."""
        self.generations = []
        for gen in range(1, self.gen):
            row = self.records.get((bytes(16), 13, gen))
            if row is None:
                continue
            need(row[0] is None and row[1] is None, "audit keys: columns")
            r = Reader(self.open_envelope(2, row[2], kind=13, n=gen), "audit keys")
            self.generations.append((r.u(8), r.take(32), gen, r.take(32), r.take(32)))
            r.end()

    def generation_of(self, seq):
        for generation in self.generations:
            if seq <= generation[0]:
                return generation
        return None, None, self.gen, self.key(b"audit-mac"), self.key(b"audit-detail")

    def audit_start(self, rows):
        """What the log begins after: nothing, or the end of what the latest pruning dropped."""
        if not rows or rows[0][0] <= 1:
            return 0, bytes(32)
        dropped = None
        for seq, detail, _ in rows:
            _, _, gen, _, key = self.generation_of(seq)
            entry = cbor(self.open_envelope(3, detail, n=seq, gen=gen, key=key))
            if entry["k"] == "checkpoint" and "x.dropped_last" in entry:
                dropped = int(entry["x.dropped_last"]), bytes.fromhex(entry["x.dropped_mac"])
        need(dropped and dropped[0] == rows[0][0] - 1, "audit: beginning")
        return dropped

    def verify_audit(self):
        self.audit = []
        self.read_generations()
        rows = self.rows("SELECT seq, detail, mac FROM audit ORDER BY seq")
        start, previous = self.audit_start(rows)
        macs = {start: previous}
        for seq, detail, value in rows:
            need(seq == start + len(macs), "audit: gap")
            last, end, gen, key, detail_key = self.generation_of(seq)
            need(mac(key, previous, be(seq, 8), hashlib.sha256(detail).digest()) == value, f"audit entry {seq}")
            need(seq != last or value == end, f"audit entry {seq}: end of generation {gen}")
            previous = macs[seq] = value
            self.audit.append(dict(cbor(self.open_envelope(3, detail, n=seq, gen=gen, key=detail_key)), seq=seq))
        for last, end, gen, _, _ in self.generations:
            if last < start:
                continue  # pruned
            first = next((e for e in self.audit if e["seq"] == last + 1), {})
            named = tuple(first.get(k) for k in ("k", "x.gen", "x.seq", "x.mac"))
            need(named == ("checkpoint", str(gen), str(last), end.hex()), f"audit entry {last + 1}: checkpoint")
        head = Reader(self.body("audit_head"), "audit head")
        self.head_seq, head_mac, value = head.u(8), head.take(32), head.take(32)
        head.end()
        need(mac(self.key(b"audit-head"), self.id, be(self.head_seq, 8), head_mac) == value, "audit head MAC")
        need(self.head_seq == max(macs) and macs[self.head_seq] == head_mac, "audit head")
        need(self.pinned[0] <= self.head_seq and macs.get(self.pinned[0]) == self.pinned[1], "audit: pinned")
        need(self.checkpoint[0] == 0 or macs.get(self.checkpoint[0]) == self.checkpoint[1], "audit: checkpoint")

    def open_envelope(self, role, data, owner=bytes(16), kind=0, n=0, field="", destination=bytes(32), gen=None, key=None):
        gen = gen or self.gen
        label = {1: b"record-meta", 2: b"record-secret", 3: b"audit-detail", 4: b"slot-label"}[role]
        r = Reader(data, "envelope")
        need(r.u(1) == 1, "envelope: suite")
        need(r.u(4) == gen, "envelope: gen")
        salt, nonce, commitment = r.take(16), r.take(12), r.take(32)
        aad = (sized(b"latchkey/envelope/1") + self.id + be(role, 1) + owner + be(kind, 2) + be(n, 8) + sized(field.encode())
               + be(1, 2) + destination)
        keys = expand(key or self.key(label), b"enc" + salt + hashlib.sha256(aad).digest(), 64)
        need(keys[32:] == commitment, "envelope: commitment")
        padded = gcm_open(keys[:32], nonce, b"\x01" + be(gen, 4) + aad, data[r.at :], "envelope: tag")
        length = int.from_bytes(padded[:4], "big")
        fits = next(b for b in (64, 128, 256, (length + 4 + 511) // 512 * 512) if length + 4 <= b)
        need(len(padded) == fits and not any(padded[4 + length :]), "envelope: padding")
        return padded[4 : 4 + length]

    def credential(self, owner):
        name_index, meta, _ = self.records[owner, 1, 0]
        content = cbor(self.open_envelope(1, meta, owner, 1))
        need(set(range(1, 11)) <= set(content), "credential: keys")
        name = content[1]
        need(mac(self.key(b"index-name"), fold(name).encode())[:16] == name_index, "name index")
        attributes = content[5]

        def destination(version):
            effective = {**attributes, **version.get(8, {})}
            return hashlib.sha256(be(content[2], 1) + b"".join(
                sized(effective.get(a, "").encode())
                for a in ("exchange", "environment", "region", "base_url", "ca_pem", "provider", "allowed_operations"))).digest()

        versions = []
        for v in content[6]:
            r = Reader(self.records[owner, 2, v[1]][2], "version")
            need(r.u(2) == len(v[5]), "version: number of fields")
            fields = {f: self.open_envelope(2, r.sized(), owner, 2, v[1], f, destination(v)).decode() for f in v[5]}
            r.end()
            versions.append({"number": v[1], "state": STATES[v[2]], "created": v[3], "note": v[4], "hint": v[6], "fields": fields})
        report = self.records.get((owner, 3, 0))
        return {"id": str(uuid.UUID(bytes=owner)), "name": name, "kind": KINDS[content[2]], "description": content[3],
                "tags": content[4], "attributes": attributes, "versions": versions, "keep": content[7], "created": content[8],
                "updated": content[9], "revision": content[10],
                "report": self.open_envelope(1, report[1], owner, 3).decode() if report else None}

    def everything(self):
        null = bytes(16)
        settings = self.records.get((null, 10, 0))
        pending = self.records.get((null, 11, 0))
        cleanup = self.records.get((null, 12, 0))
        owners = [owner for owner, kind, _ in self.records if kind == 1]
        credentials = sorted((self.credential(o) for o in owners), key=lambda c: fold(c["name"]))
        known = {(uuid.UUID(c["id"]).bytes, 2, v["number"]) for c in credentials for v in c["versions"]}
        for owner, kind, n in self.records:
            need(kind in (1, 3, 10, 11, 12, 13) or (owner, kind, n) in known, f"a row nobody names: kind {kind}")
        return {"vault": str(uuid.UUID(bytes=self.id)), "opened_by": self.opened_by, "gen": self.gen, "counter": self.counter,
                "created": self.created, "credentials": credentials,
                "settings": cbor(self.open_envelope(1, settings[1], kind=10)) if settings else {},
                "pending_recovery": self.open_envelope(2, pending[2], kind=11).decode() if pending else None,
                "cleanup": sorted(cbor(self.open_envelope(1, cleanup[1], kind=12))) if cleanup else [],
                "slots": sorted(s["kind"] for s in self.slots), "audit": self.audit}

    def check_anchor(self, path):
        """The newest of the two slots; it must tell of exactly this state."""
        data = Path(path).read_bytes()
        seen = []
        for start in (0, 4096):
            length = int.from_bytes(data[start : start + 2], "big")
            whole, total = data[start : start + 2 + length], data[start + 2 + length : start + 10 + length]
            if length and hashlib.sha256(whole).digest()[:8] == total:
                r = Reader(whole[2:], "anchor")
                need(r.take(4) == b"LKA1" and r.take(16) == self.id, "anchor: header")
                order, tag = (r.u(4), r.u(8), r.u(8)), r.take(16)
                value = mac(self.key(b"anchor-mac"), whole[2 : 2 + r.at])
                need(r.take(32) == value or order[0] < self.gen, "anchor MAC")  # that of an earlier key cannot be checked
                r.end()
                seen.append((order, tag))
        need(seen, "anchor: empty")
        need(max(seen) == ((self.gen, self.counter, self.head_seq), self.root_mac[:16]), "anchor: another state")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("vault")
    parser.add_argument("--passphrase-file")
    parser.add_argument("--recovery-key-file")
    parser.add_argument("--keychain-secret-file")
    parser.add_argument("--anchor")
    options = parser.parse_args()
    read = lambda name: Path(name).read_bytes() if name else None
    text = lambda name: read(name).decode().removesuffix("\n") if name else None
    try:
        vault = Vault(options.vault)
        vault.unlock(text(options.passphrase_file), read(options.keychain_secret_file), text(options.recovery_key_file))
        if options.anchor:
            vault.check_anchor(options.anchor)
        json.dump(vault.everything(), sys.stdout, ensure_ascii=False, indent=1, sort_keys=True)
    except (Refused, sqlite3.Error, UnicodeDecodeError, KeyError, ValueError) as error:
        print(f"refused: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
