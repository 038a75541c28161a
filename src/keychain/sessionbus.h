// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "keychain/busaddress.h"

#include <QDBusConnection>
#include <QDeadlineTimer>
#include <QObject>
#include <QString>

#include <optional>

namespace keychain {

/// Where this process's session bus is, by the environment: DBUS_SESSION_BUS_ADDRESS, else $XDG_RUNTIME_DIR/bus when that is
/// this user's socket. The same order as GLib's, so that we ask the bus that libsecret will use. Never launches a bus.
[[nodiscard]] std::optional<BusAddress> sessionBusAddress();

/// A private connection to the session bus, opened when first needed and again after the bus went away. Private, because
/// nobody else's calls should queue behind ours and because it can be closed. Lives in one thread.
class SessionBus final : public QObject {
    Q_OBJECT
public:
    explicit SessionBus(QObject *parent = nullptr);
    ~SessionBus() override;
    Q_DISABLE_COPY_MOVE(SessionBus)

    /// KeychainUnavailable: no bus. KeychainTimeout: a bus that does not answer.
    [[nodiscard]] base::Async<bool> open(QDeadlineTimer until);
    /// Valid after open() succeeded.
    [[nodiscard]] const QDBusConnection &connection() const noexcept { return m_connection; }

private:
    [[nodiscard]] base::Result<bool> connectNow(const BusAddress &address);
    void close();

    QString m_name;
    QString m_address;
    QDBusConnection m_connection;
};

} // namespace keychain
