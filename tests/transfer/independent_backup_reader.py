#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens a backup by docs/FORMAT.md alone and prints what tests/transfer/makebackup printed of the vault it was made of.

Shares no code with the program. Called with a backup, NAME.lkb.recovery and NAME.lkb.txt lie beside it. A test tool: it keeps
secrets in ordinary memory. Needs python3-cryptography; 77 without it.
"""
import hashlib
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "vault"))
try:
    from format_primitives import Reader, be, cbor, expand, gcm_open, mac, need, recovery_secret, sized
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(77)

ATTRIBUTES = ("exchange", "environment", "region", "base_url", "ca_pem", "provider", "allowed_operations")


class Backup:
    def __init__(self, data, recovery):
        length = int.from_bytes(data[4:8], "big")
        header, self.sum, self.sealed = data[: length - 32], data[length - 32: length], data[length:]
        need(data[:4] == b"LKB1" and hashlib.sha256(header).digest() == self.sum, "header: sum")
        r = Reader(header[8:], "header")
        need(r.u(2) == 1, "version")
        v = Reader(r.sized(), "header of the vault")
        need(v.take(4) == b"LKH1" and v.u(2) == 1, "vault: format")
        self.minor, self.vault, self.gen, self.vault_commitment = v.u(2), v.take(16), v.u(4), v.take(32)
        recovery_id = v.take(16)
        v.time()
        v.end()
        r.time()
        nonce, commitment = r.take(16), r.take(32)
        slots = [(r.take(16), r.sized()) for _ in range(r.u(1))]
        r.end()
        keys = [self.unwrap(*slot, recovery_secret(recovery, recovery_id)) for slot in slots if slot[1][4] == 4]
        need(len(keys) == 1, "one recovery slot")
        self.prk = mac(self.vault + be(self.gen, 4), keys[0])
        need(self.key(b"commit") == self.vault_commitment, "vault: commitment")
        both = expand(self.prk, b"latchkey/v1/backup\0" + nonce, 64)
        need(both[32:] == commitment, "file key: commitment")
        self.file_key = both[:32]

    def key(self, label):
        return expand(self.prk, b"latchkey/v1/" + label + b"\0", 32)

    def unwrap(self, slot_id, body, secret):
        parameters, tail = body[:-92], body[-92:]
        keys = expand(mac(parameters[-32:], secret), b"latchkey/v1/slot-wrap\0" + self.vault + slot_id + be(4, 1), 64)
        need(keys[32:] == tail[12:44], "recovery slot: commitment")
        return gcm_open(keys[:32], tail[:12], self.vault + slot_id + sized(parameters), tail[44:], "recovery slot")

    def content(self):
        out, step = b"", 65536 + 16
        chunks = [self.sealed[i: i + step] for i in range(0, len(self.sealed), step)]
        for i, chunk in enumerate(chunks):
            nonce = bytes(3) + be(i, 8) + be(int(i == len(chunks) - 1), 1)
            out += gcm_open(self.file_key, nonce, self.sum, chunk, f"chunk {i}")
        return out

    def rows(self):
        r, digest, rows, totals = Reader(self.content(), "content"), bytes(32), {}, None
        while totals is None:
            kind, payload = r.u(1), r.sized()
            before, digest = digest, hashlib.sha256(digest + be(kind, 1) + sized(payload)).digest()
            item = Reader(payload, "item")
            if kind == 3:
                totals = item.u(8), item.u(8), item.u(8), item.take(32)
                kinds = [k for _, k, _ in rows]
                need(totals == (len(rows), kinds.count(1), kinds.count(2), before), "totals")
            elif kind == 2:
                place = item.take(16), item.u(2), item.u(4)
                need(not rows or max(rows) < place, "order of the records")
                rows[place] = item.sized(), item.sized()
            else:
                need(kind == 1 and not rows and len(payload) == 48, "origin")
                continue
            item.end()
        r.end()
        return rows

    def open(self, label, role, place, field, destination, envelope):
        owner, kind, n = place
        aad = (sized(b"latchkey/envelope/1") + self.vault + be(role, 1) + owner + be(kind, 2) + be(n, 8) + sized(field.encode())
               + be(1, 2) + destination)
        r = Reader(envelope, "envelope")
        head, salt, nonce, commitment = r.take(5), r.take(16), r.take(12), r.take(32)
        keys = expand(self.key(label), b"enc" + salt + hashlib.sha256(aad).digest(), 64)
        need(head == be(1, 1) + be(self.gen, 4) and keys[32:] == commitment, "envelope: commitment")
        padded = gcm_open(keys[:32], nonce, head + aad, envelope[65:], "envelope")
        return padded[4: 4 + int.from_bytes(padded[:4], "big")]

    def values(self, rows):
        """{(name, version): {field: value}} of all that was not removed."""
        out = {}
        for (owner, kind, n), (meta, _) in rows.items():
            if kind != 1:
                continue
            credential = cbor(self.open(b"record-meta", 1, (owner, kind, n), "", bytes(32), meta))
            if "removed_at" in credential[5]:
                continue
            for version in credential[6]:
                place = owner, 2, version[1]
                attributes = {**credential[5], **(version.get(8, {}) if version[2] == 0 else {})}
                destination = hashlib.sha256(
                    be(credential[2], 1) + b"".join(sized(attributes.get(name, "").encode()) for name in ATTRIBUTES)).digest()
                r = Reader(rows[place][1], "version")
                need(r.u(2) == len(version[5]), "number of fields")
                out[credential[1], version[1]] = {
                    field: self.open(b"record-secret", 2, place, field, destination, r.sized()).decode() for field in version[5]}
                r.end()
        return out


def main(path):
    backup = Backup(path.read_bytes(), pathlib.Path(f"{path}.recovery").read_text())
    values = backup.values(backup.rows())
    told = pathlib.Path(f"{path}.txt").read_text().splitlines()
    wanted = sorted(line for line in told if line.startswith("  "))
    found = sorted(f"  {number} " + ";".join(f"{k}={v}" for k, v in sorted(fields.items()))
                   for (_, number), fields in values.items())
    need(found == wanted and len(found) == 4, "the values")
    print(f"{len(found)} versions, as the page says")


main(pathlib.Path(sys.argv[1]))
