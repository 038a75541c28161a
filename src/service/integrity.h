// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/vaulthost.h"

namespace service {

/// Audit log and whole-vault verification. Main thread.
class Integrity final : public QObject {
    Q_OBJECT

public:
    explicit Integrity(VaultHost &host, QObject *parent = nullptr);

    struct Head {
        std::uint64_t seq = 0;
        QString macHex; ///< 64 hex digits
        [[nodiscard]] QString text() const { return QString::number(seq) + QLatin1Char(':') + macHex; }
    };
    /// Ascending; `sinceMs` 0 and `limit` 0: all.
    [[nodiscard]] base::Async<QList<vault::AuditEntry>> entries(std::int64_t sinceMs, std::size_t limit);
    /// The whole chain; `expected` ("SEQ:HEX", empty: none) must be in it. IntegrityFailure names what does not fit;
    /// InvalidArgument for a malformed `expected`.
    [[nodiscard]] base::Async<Head> verifyAudit(const QString &expected);
    /// Everything; IntegrityFailure whose detail names all that is damaged, in words for people.
    [[nodiscard]] base::Async<Head> verify();
    /// Whether the vault was opened although it is older than last seen (WaysIn::acceptOlder).
    [[nodiscard]] base::Async<bool> acceptedOlder();

private:
    VaultHost &m_host;
};

/// "24h", "7d", "30m" before `nowMs`, or RFC 3339. InvalidArgument otherwise.
[[nodiscard]] base::Result<std::int64_t> parseSince(const QString &text, std::int64_t nowMs);

} // namespace service
