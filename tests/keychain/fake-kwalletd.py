# SPDX-FileCopyrightText: 2026 Latchkey contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A stand-in for kwalletd5 with the methods that QtKeychain and Latchkey call, as org.kde.KWallet.xml declares them.

It keeps entries in memory. The wallet is closed at first; setOpen (our own method) opens and closes it for the tests. A closed
wallet is opened by open() as if the user had typed the password.
"""
import dbus
import dbus.mainloop.glib
import dbus.service
from gi.repository import GLib

INTERFACE = "org.kde.KWallet"
NAME = "kdewallet"


class Wallet(dbus.service.Object):
    def __init__(self, bus):
        super().__init__(bus, "/modules/kwalletd5")
        self.is_open = False
        self.entries = {}

    @dbus.service.method(INTERFACE, in_signature="", out_signature="b")
    def isEnabled(self):
        return True

    @dbus.service.method(INTERFACE, in_signature="", out_signature="s")
    def networkWallet(self):
        return NAME

    @dbus.service.method(INTERFACE, in_signature="", out_signature="as")
    def wallets(self):
        return dbus.Array([NAME], signature="s")

    @dbus.service.method(INTERFACE, in_signature="s", out_signature="b")
    def isOpen(self, wallet):
        return self.is_open and wallet == NAME

    @dbus.service.method(INTERFACE, in_signature="b", out_signature="")
    def setOpen(self, value):
        self.is_open = bool(value)

    @dbus.service.method(INTERFACE, in_signature="sxs", out_signature="i")
    def open(self, wallet, window, application):
        self.is_open = True
        return 1

    @dbus.service.method(INTERFACE, in_signature="isss", out_signature="i")
    def entryType(self, handle, folder, key, application):
        return 2 if (folder, key) in self.entries else 0

    @dbus.service.method(INTERFACE, in_signature="isss", out_signature="ay", byte_arrays=True)
    def readEntry(self, handle, folder, key, application):
        return dbus.ByteArray(self.entries.get((folder, key), b""))

    @dbus.service.method(INTERFACE, in_signature="issays", out_signature="i", byte_arrays=True)
    def writeEntry(self, handle, folder, key, value, application):
        self.entries[(folder, key)] = bytes(value)
        return 0

    @dbus.service.method(INTERFACE, in_signature="issayis", out_signature="i", byte_arrays=True)
    def writeEntryTyped(self, handle, folder, key, value, kind, application):
        self.entries[(folder, key)] = bytes(value)
        return 0

    @dbus.service.method(INTERFACE, in_signature="isss", out_signature="i")
    def removeEntry(self, handle, folder, key, application):
        self.entries.pop((folder, key), None)
        return 0


dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
session = dbus.SessionBus()
wallet = Wallet(session)
name = dbus.service.BusName("org.kde.kwalletd5", session)
GLib.MainLoop().run()
