// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/glibbus.h"

#include <QLibrary>

namespace keychain {

namespace {

// The three functions by hand, as in gio/giotypes.h and gio/gdbusconnection.h: GLib is libsecret's need, not ours to link.
using GetBus = void *(*)(int busType, void *cancellable, void **error);
using SetExitOnClose = void (*)(void *connection, int exitOnClose);
using Unref = void (*)(void *object);

constexpr int kSessionBus = 2; // G_BUS_TYPE_SESSION

} // namespace

void outliveSessionBus()
{
    QLibrary gio(QStringLiteral("gio-2.0"), 0);
    QLibrary gobject(QStringLiteral("gobject-2.0"), 0);
    // The casts are what dlsym() asks for; a missing function gives a null pointer.
    const auto getBus = reinterpret_cast<GetBus>(gio.resolve("g_bus_get_sync")); // NOLINT
    const auto setExitOnClose = reinterpret_cast<SetExitOnClose>(
        gio.resolve("g_dbus_connection_set_exit_on_close"));                       // NOLINT
    const auto unref = reinterpret_cast<Unref>(gobject.resolve("g_object_unref")); // NOLINT
    if (getBus == nullptr || setExitOnClose == nullptr || unref == nullptr)
        return;
    void *connection = getBus(kSessionBus, nullptr, nullptr);
    if (connection == nullptr)
        return;
    setExitOnClose(connection, 0);
    unref(connection);
}

} // namespace keychain
