// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "vault/integrity.h"

#include <QMap>

namespace vault {

/// What happened, for the audit log. Codes, not words; never a secret.
struct AuditEvent {
    QString kind;     ///< "vault-created", "credential-added", "released", "run", "signed", ...
    QUuid credential; ///< null when no credential is concerned
    QString name;     ///< of the credential at that time
    QString program;  ///< who asked, as far as known
    QString outcome = QStringLiteral("ok");
    QMap<QString, QString> details; ///< for example version, fields
};

struct AuditEntry {
    std::uint64_t seq = 0;
    std::int64_t timeMs = 0;
    AuditEvent event;
};

/// The audit log: an HMAC chain over encrypted entries, with its own MACed head row. Vault thread, inside a transaction or
/// snapshot.
class AuditLog final {
public:
    AuditLog(ports::VaultFile &file, const Keyring &keys, const base::Clock &clock, base::RandomSource &random);
    Q_DISABLE_COPY_MOVE(AuditLog)

    /// Reads and verifies the head row and the entry it names; it must extend the pinned prefix and, after a first load, what
    /// was seen before.
    [[nodiscard]] base::Result<void> load(const RootState &root);
    /// Appends one entry and moves the head.
    [[nodiscard]] base::Result<void> append(const AuditEvent &event);
    /// Takes back what was appended since the last committed().
    void discard() { m_head = m_committed; }
    void committed() { m_committed = m_head; }

    /// Verifies the chain from the entry after `from` (all: a zero position) up to the head, and that the pinned entry is in
    /// it. IntegrityFailure names the first entry that does not fit.
    [[nodiscard]] base::Result<void> verify(const AuditPosition &from, const AuditPosition &pinned);
    /// Entries not older than `sinceMs`, ascending; the last `limit` of them when limit > 0. The chain is verified over all that
    /// is read.
    [[nodiscard]] base::Result<QList<AuditEntry>> list(std::int64_t sinceMs, std::size_t limit);

    /// The last `limit` entries with a number below `before` (0: of the whole log), ascending, for lists that are read piece by
    /// piece. Each must fit between its neighbours (IntegrityFailure names it); whether the rest of the chain is whole is for
    /// verify() to say.
    [[nodiscard]] base::Result<QList<AuditEntry>> page(std::uint64_t before, std::size_t limit);

    [[nodiscard]] const AuditPosition &head() const noexcept { return m_head; }

private:
    [[nodiscard]] base::Digest32 link(const base::Digest32 &previous, std::uint64_t seq, const QByteArray &detail) const;
    [[nodiscard]] QByteArray headRow(const AuditPosition &position) const;
    [[nodiscard]] base::Result<AuditPosition> readHead();
    /// The row of this number with its MAC; IntegrityFailure when it is not there.
    [[nodiscard]] base::Result<ports::AuditRow> mustFind(std::uint64_t seq);
    [[nodiscard]] base::Result<void> walk(const AuditPosition &from,
                                          const std::function<base::Result<void>(const ports::AuditRow &)> &visitor);
    [[nodiscard]] base::Result<AuditEntry> decode(const ports::AuditRow &row) const;
    [[nodiscard]] static EnvelopeBinding binding(std::uint64_t seq);

    ports::VaultFile &m_file;
    const Keyring &m_keys;
    const base::Clock &m_clock;
    base::RandomSource &m_random;
    AuditPosition m_head;
    AuditPosition m_committed;
};

} // namespace vault
