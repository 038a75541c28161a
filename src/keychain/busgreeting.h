// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "keychain/busaddress.h"

#include <QDeadlineTimer>
#include <QObject>

namespace keychain {

/// Asks a message bus for a sign of life: connects to its socket without blocking and waits for the answer to the first line
/// of the authentication (D-Bus Specification, "Authentication Protocol"). QtDBus and libdbus connect with blocking calls of up
/// to 25 s, which is no time for the thread that paints; after a greeting they take milliseconds.
/// Ends with KeychainUnavailable when nobody listens, KeychainTimeout when nobody answered before `until`.
[[nodiscard]] base::Async<bool> greetBus(const BusAddress &address, QDeadlineTimer until, QObject *context);

} // namespace keychain
