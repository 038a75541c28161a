// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace keychain {

/// GLib's shared connection to the session bus, which libsecret uses, raises SIGTERM when the bus goes away (GDBusConnection,
/// property exit-on-close, on by default for g_bus_get()). A vault that bots sign with must not end with the desktop session
/// because it once asked the keychain, so this switches the property off. To be called before each job that may make libsecret
/// connect: it opens that same connection if there is none, which takes milliseconds on a bus that has just answered.
/// Does nothing where GLib is not installed.
void outliveSessionBus();

} // namespace keychain
