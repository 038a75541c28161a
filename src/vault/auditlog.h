// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "vault/pastauditkeys.h"

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

/// The audit log: an HMAC chain over encrypted entries, with its own MACed head row. Entries from before a key rotation are read
/// with the keys that they were written under. Vault thread, inside a transaction or snapshot.
class AuditLog final {
public:
    struct Parts {
        ports::VaultFile &file;
        const Keyring &keys;
        PastAuditKeys &past;
        const base::Clock &clock;
        base::RandomSource &random;
    };
    explicit AuditLog(const Parts &parts) : m_parts(parts) {}
    Q_DISABLE_COPY_MOVE(AuditLog)

    /// Reads and verifies the head row and the entry it names; it must extend the pinned prefix and, after a first load, what
    /// was seen before.
    [[nodiscard]] base::Result<void> load(const RootState &root);
    /// Appends one entry and moves the head.
    [[nodiscard]] base::Result<void> append(const AuditEvent &event);
    /// The next entry follows this one, which was written under another key; inside a change.
    void startAfter(const AuditPosition &head) { m_head = head; }
    /// Takes back what was appended since the last committed().
    void discard()
    {
        m_head = m_committed;
        m_start.reset();
        m_dropped = false;
    }
    void committed()
    {
        m_committed = m_head;
        m_dropped = false;
    }

    /// Verifies the chain from the entry after `from` (all: a zero position) up to the head, and that the pinned entry is in
    /// it. IntegrityFailure names the first entry that does not fit.
    [[nodiscard]] base::Result<void> verify(const AuditPosition &from, const AuditPosition &pinned);
    /// Entries not older than `sinceMs`, ascending; the last `limit` of them when limit > 0. The chain is verified over all that
    /// is read.
    [[nodiscard]] base::Result<QList<AuditEntry>> list(std::int64_t sinceMs, std::size_t limit);

    /// Where the log begins: the position of the last entry that was pruned, a zero one when none was. IntegrityFailure unless a
    /// checkpoint entry tells it. (docs/FORMAT.md 8.1; auditprune.cpp)
    [[nodiscard]] base::Result<AuditPosition> start();
    /// The last entry of those at the beginning that are all older than `beforeMs`; a zero position when there is none. The
    /// whole log is verified.
    [[nodiscard]] base::Result<AuditPosition> lastBefore(std::int64_t beforeMs);
    /// Drops all entries up to this one; inside a change whose own entry is droppedEvent() of it.
    [[nodiscard]] base::Result<void> dropThrough(const AuditPosition &last);
    /// The checkpoint entry that stands for what is dropped.
    [[nodiscard]] static AuditEvent droppedEvent(const AuditPosition &start, const AuditPosition &last);
    /// Entries are dropped by the change that is running.
    [[nodiscard]] bool isDropping() const noexcept { return m_dropped; }

    /// The last `limit` entries with a number below `before` (0: of the whole log), ascending, for lists that are read piece by
    /// piece. Each must fit between its neighbours (IntegrityFailure names it); whether the rest of the chain is whole is for
    /// verify() to say.
    [[nodiscard]] base::Result<QList<AuditEntry>> page(std::uint64_t before, std::size_t limit);

    [[nodiscard]] const AuditPosition &head() const noexcept { return m_head; }

private:
    [[nodiscard]] QByteArray headRow(const AuditPosition &position) const;
    [[nodiscard]] base::Result<AuditPosition> readHead();
    /// Moves `at` on to the entry that follows it; IntegrityFailure unless `row` is that one.
    [[nodiscard]] base::Result<void> follow(AuditPosition &at, const ports::AuditRow &row);
    /// The row of this number with its MAC; IntegrityFailure when it is not there.
    [[nodiscard]] base::Result<ports::AuditRow> mustFind(std::uint64_t seq);
    [[nodiscard]] base::Result<void> walk(const AuditPosition &from,
                                          const std::function<base::Result<void>(const ports::AuditRow &)> &visitor);
    [[nodiscard]] base::Result<AuditEntry> decode(const ports::AuditRow &row);
    [[nodiscard]] static EnvelopeBinding binding(std::uint64_t seq);
    [[nodiscard]] base::Result<std::uint64_t> firstNumber();
    /// What was the head here before must have been pruned since, and the log be whole.
    [[nodiscard]] base::Result<void> requirePruned(const AuditPosition &seen, const RootState &root);

    Parts m_parts;
    AuditPosition m_head;
    AuditPosition m_committed;
    std::optional<AuditPosition> m_start; ///< none: not looked for yet
    bool m_dropped = false;
};

} // namespace vault
