#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What independent_reader.py stands on: the primitives and encodings of docs/FORMAT.md, from Python's own libraries."""
import ctypes
import hashlib
import hmac
import struct
import unicodedata

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

SCHEMA = {
    "header": "CREATE TABLE header(id INTEGER PRIMARY KEY CHECK(id=1), body BLOB NOT NULL)",
    "slot": "CREATE TABLE slot(uuid BLOB PRIMARY KEY NOT NULL, body BLOB NOT NULL) WITHOUT ROWID",
    "record": "CREATE TABLE record(owner BLOB NOT NULL, kind INTEGER NOT NULL, n INTEGER NOT NULL, name_idx BLOB, meta BLOB, "
              "secret BLOB, PRIMARY KEY(owner,kind,n)) WITHOUT ROWID",
    "record_name_idx": "CREATE UNIQUE INDEX record_name_idx ON record(name_idx) WHERE name_idx IS NOT NULL",
    "bucket": "CREATE TABLE bucket(i INTEGER PRIMARY KEY, mac BLOB NOT NULL)",
    "root": "CREATE TABLE root(id INTEGER PRIMARY KEY CHECK(id=1), body BLOB NOT NULL)",
    "audit": "CREATE TABLE audit(seq INTEGER PRIMARY KEY, detail BLOB NOT NULL, mac BLOB NOT NULL)",
    "audit_head": "CREATE TABLE audit_head(id INTEGER PRIMARY KEY CHECK(id=1), body BLOB NOT NULL)",
}


class Refused(Exception):
    """The file is not what the format says, or nothing given opens it."""


def need(condition, what):
    if not condition:
        raise Refused(what)


# -- building blocks -------------------------------------------------------------------------------------------------------


def mac(key, *parts):
    return hmac.new(key, b"".join(parts), hashlib.sha256).digest()


def expand(prk, info, length):
    out, block = b"", b""
    for i in range((length + 31) // 32):
        block = mac(prk, block, info, bytes([i + 1]))
        out += block
    return out[:length]


def be(value, size):
    return value.to_bytes(size, "big")


def sized(data):
    return be(len(data), 4) + data


class Reader:
    def __init__(self, data, what):
        self.data, self.at, self.what = data, 0, what

    def take(self, size):
        need(self.at + size <= len(self.data), f"{self.what}: too short")
        self.at += size
        return self.data[self.at - size : self.at]

    def u(self, size):
        return int.from_bytes(self.take(size), "big")

    def time(self):
        return struct.unpack(">q", self.take(8))[0]

    def sized(self):
        return self.take(self.u(4))

    def end(self):
        need(self.at == len(self.data), f"{self.what}: too long")


def argon2id(password, salt, secret, memory, passes, lanes):
    class Context(ctypes.Structure):
        _fields_ = [
            ("out", ctypes.c_char_p), ("outlen", ctypes.c_uint32), ("pwd", ctypes.c_char_p), ("pwdlen", ctypes.c_uint32),
            ("salt", ctypes.c_char_p), ("saltlen", ctypes.c_uint32), ("secret", ctypes.c_char_p), ("secretlen", ctypes.c_uint32),
            ("ad", ctypes.c_char_p), ("adlen", ctypes.c_uint32), ("t_cost", ctypes.c_uint32), ("m_cost", ctypes.c_uint32),
            ("lanes", ctypes.c_uint32), ("threads", ctypes.c_uint32), ("version", ctypes.c_uint32),
            ("allocate", ctypes.c_void_p), ("free", ctypes.c_void_p), ("flags", ctypes.c_uint32),
        ]

    tag = ctypes.create_string_buffer(32)
    context = Context(
        ctypes.cast(tag, ctypes.c_char_p), 32, password, len(password), salt, len(salt), secret or None, len(secret), None, 0,
        passes, memory, lanes, lanes, 0x13, None, None, 0)
    result = ctypes.CDLL("libargon2.so.1").argon2id_ctx(ctypes.byref(context))
    need(result == 0, f"Argon2: error {result}")
    return tag.raw


def gcm_open(key, nonce, aad, data, what):
    try:
        return AESGCM(key).decrypt(nonce, data, aad)
    except InvalidTag:
        raise Refused(what) from None


def cbor(data):
    """The part of RFC 8949 that the format uses: definite lengths, integers, text, arrays, maps."""
    reader = Reader(data, "CBOR")

    def item():
        first = reader.u(1)
        major, low = first >> 5, first & 31
        need(low < 28, "CBOR: form")
        value = low if low < 24 else reader.u(1 << (low - 24))
        if major == 0:
            return value
        if major == 1:
            return -1 - value
        if major == 3:
            return reader.take(value).decode("utf-8")
        if major == 4:
            return [item() for _ in range(value)]
        if major == 5:
            pairs = [(item(), item()) for _ in range(value)]
            need(len(dict(pairs)) == len(pairs), "CBOR: key twice")
            return dict(pairs)
        raise Refused("CBOR: type")

    out = item()
    reader.end()
    return out


def fold(name):
    """NFC, simple case folding (Python itself knows only the full one), NFC again."""
    def one(c):
        for form in (c.casefold(), c.lower(), c):
            if len(form) == 1:
                return form
    return unicodedata.normalize("NFC", "".join(one(c) for c in unicodedata.normalize("NFC", name)))


def recovery_secret(text, recovery_id):
    charset = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
    text = "".join(c for c in text.lower() if c not in " -\t\r\n")
    need(len(text) == 45 and all(c in charset for c in text), "recovery key: characters")
    groups = [charset.index(c) for c in text]
    check = 1
    hrp = "latchkey"
    for value in [ord(c) >> 5 for c in hrp] + [0] + [ord(c) & 31 for c in hrp] + groups:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for i, generator in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            check ^= generator if (top >> i) & 1 else 0
    need(check == 0x2BC830A3, "recovery key: checksum")
    number = 0
    for group in groups[:39]:
        number = number << 5 | group
    data = number.to_bytes(25, "big")
    need(data[0] == 0, "recovery key: version")
    need(data[21:] == hashlib.sha256(recovery_id).digest()[:4], "recovery key: of another vault")
    return data[1:21]


# -- the vault ---------------------------------------------------------------------------------------------------------------
