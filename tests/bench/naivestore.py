# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""naivestore.py FOLDER NAME FIELD: the design to compare with, as small Python key stores have it.

All credentials are one JSON object in one Fernet token (AES-128-CBC and HMAC-SHA-256), its key in a file beside it. Each read
decrypts the whole file; each save decrypts it, changes one entry and writes the whole file again, in place. Nothing is logged and
nothing waits for the disk unless `durable` is asked for. A reference for tests/bench, never a part of Latchkey.
"""
import json
import os
import sys

from cryptography.fernet import Fernet


class NaiveStore:
    def __init__(self, folder):
        self._file = os.path.join(folder, ".secrets.enc")
        with open(os.path.join(folder, ".key"), "rb") as file:
            self._fernet = Fernet(file.read())

    @classmethod
    def create(cls, folder, credentials):
        with open(os.path.join(folder, ".key"), "wb") as file:
            file.write(Fernet.generate_key())
        store = cls(folder)
        store.write(credentials, durable=True)
        return store

    def read(self):
        with open(self._file, "rb") as file:
            return json.loads(self._fernet.decrypt(file.read()))

    def write(self, credentials, durable):
        token = self._fernet.encrypt(json.dumps(credentials).encode())
        with open(self._file, "wb") as file:
            file.write(token)
            if durable:
                file.flush()
                os.fsync(file.fileno())

    def get(self, name, field):
        return self.read()[name][field]

    def save(self, name, credential, durable=False):
        credentials = self.read()
        credentials[name] = credential
        self.write(credentials, durable)

    def size(self):
        return os.path.getsize(self._file)


if __name__ == "__main__":
    sys.stdout.write(NaiveStore(sys.argv[1]).get(*sys.argv[2:4]))
