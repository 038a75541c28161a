// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "keychain/serviceprobe.h"

#include <QDBusConnection>
#include <QDeadlineTimer>
#include <QObject>

#include <optional>

namespace keychain {

/// A KWallet daemon on the session bus.
struct WalletService {
    QString service;
    QString path;
};

/// The KWallet that QtKeychain will try first, going by the desktop in the environment; nothing where it goes to the Secret
/// Service straight away.
[[nodiscard]] std::optional<WalletService> preferredWallet();

/// State of the user's network wallet. KeychainUnavailable when no KWallet answers the bus: QtKeychain then uses the Secret
/// Service. KWallet cannot say without a prompt what lies in a closed wallet, so the view is not searchable.
[[nodiscard]] base::Async<ServiceView> lookAtWallet(const QDBusConnection &bus, const WalletService &wallet,
                                                    QDeadlineTimer until, QObject *context);

} // namespace keychain
