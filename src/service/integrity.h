// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/auditfilter.h"
#include "service/vaulthost.h"
#include "vault/auditprune.h"

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
    /// The last `limit` (0: all) of those that pass, ascending. The chain is verified over the whole log.
    [[nodiscard]] base::Async<QList<vault::AuditEntry>> entries(const AuditFilter &filter, std::size_t limit);
    /// Drops what is older than `beforeMs` from the beginning of the log, with an entry that stands for it; vault::pruneAudit().
    [[nodiscard]] base::Async<vault::PrunedRange> pruneAudit(std::int64_t beforeMs, const Caller &caller);
    /// One page of a list that is read from the newest entry on.
    struct Page {
        QList<vault::AuditEntry> entries; ///< newest first
        std::uint64_t before = 0;         ///< where to go on; 0: this was the beginning of the log
    };
    /// At most `limit` entries that pass, with numbers below `before` (0: from the newest). Looks through a bounded part of the
    /// log, so that programs need not wait for a search: a page may be short, or empty, although more will come.
    [[nodiscard]] base::Async<Page> page(const AuditFilter &filter, std::uint64_t before, std::size_t limit);
    /// Writes what passes, oldest first, into a new file with mode 0600, whole or not at all (AlreadyExists when anything stands
    /// there), and tells how many entries those are. The whole log is verified first: IntegrityFailure.
    [[nodiscard]] base::Async<qsizetype> exportAudit(const AuditFilter &filter, const QString &path, AuditFormat format);
    /// The whole chain; `expected` ("SEQ:HEX", empty: none) must be in it, or be what a pruned log begins after. IntegrityFailure
    /// names what does not fit; InvalidArgument for a malformed `expected`.
    [[nodiscard]] base::Async<Head> verifyAudit(const QString &expected);
    /// Everything; IntegrityFailure whose detail names all that is damaged, in words for people.
    [[nodiscard]] base::Async<Head> verify();
    /// Whether the vault was opened although it is older than last seen (WaysIn::acceptOlder).
    [[nodiscard]] base::Async<bool> acceptedOlder();

private:
    struct Export;
    [[nodiscard]] base::Async<qsizetype> exportOn(const std::shared_ptr<Export> &work);

    VaultHost &m_host;
};

/// What the vault calls damaged, in words for people: the names that stood there, as far as the log tells them. Vault thread.
[[nodiscard]] QStringList damageInWords(vault::Session &session, const QStringList &damage);

/// "24h", "7d", "30m" before `nowMs`, or RFC 3339. InvalidArgument otherwise.
[[nodiscard]] base::Result<std::int64_t> parseSince(const QString &text, std::int64_t nowMs);

} // namespace service
