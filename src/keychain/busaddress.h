// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>

#include <optional>

namespace keychain {

/// A message bus on a Unix socket.
struct BusAddress {
    QString text;    ///< the one address as D-Bus writes it, for the library that connects
    QByteArray path; ///< the socket's path or abstract name
    bool abstract = false;

    friend bool operator==(const BusAddress &, const BusAddress &) = default;
};

/// The first Unix socket in an address list as of the D-Bus Specification, "Server Addresses". Nothing for other transports,
/// "autolaunch:" among them: a session bus started for our own sake has no keychain that anybody else could open.
[[nodiscard]] std::optional<BusAddress> unixBusAddress(QStringView list);

/// The same for a socket at `path`.
[[nodiscard]] BusAddress busAddressOfPath(const QByteArray &path);

} // namespace keychain
