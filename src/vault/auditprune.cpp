// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/auditprune.h"

#include <algorithm>

namespace vault {

namespace {

// What stands in for pruned entries: docs/FORMAT.md 8.1.
const QString kCheckpoint = QStringLiteral("checkpoint");
const QString kDroppedFirst = QStringLiteral("dropped_first");
const QString kDroppedLast = QStringLiteral("dropped_last");
const QString kDroppedMac = QStringLiteral("dropped_mac");

std::unexpected<base::Error> damaged(std::uint64_t seq)
{
    return base::fail(base::ErrorCode::IntegrityFailure, QStringLiteral("audit entry %1").arg(seq));
}

/// What the entry says was dropped before it; nullopt for any other entry.
std::optional<AuditPosition> droppedBy(const AuditEvent &event)
{
    if (event.kind != kCheckpoint || !event.details.contains(kDroppedLast))
        return std::nullopt;
    AuditPosition out;
    out.seq = event.details.value(kDroppedLast).toULongLong();
    const QByteArray mac = QByteArray::fromHex(event.details.value(kDroppedMac).toLatin1());
    if (out.seq == 0 || static_cast<std::size_t>(mac.size()) != out.mac.size())
        return std::nullopt;
    std::ranges::copy(base::view(mac), out.mac.begin());
    return out;
}

} // namespace

base::Result<std::uint64_t> AuditLog::firstNumber()
{
    std::optional<std::uint64_t> first;
    const auto stopped = m_parts.file.audit().visit(0, [&first](const ports::AuditRow &row) -> base::Result<void> {
        first = row.seq;
        return base::fail(base::ErrorCode::Cancelled); // one is enough
    });
    if (!stopped && !first)
        return std::unexpected(stopped.error());
    return first.value_or(0);
}

base::Result<AuditPosition> AuditLog::start()
{
    if (m_start)
        return *m_start;
    LATCHKEY_TRY(const std::uint64_t first, firstNumber());
    AuditPosition found;
    if (first > 1) {
        // The latest one counts. That it belongs to the chain shows when that is followed from here on.
        LATCHKEY_CHECK(m_parts.file.audit().visit(first, [&](const ports::AuditRow &row) -> base::Result<void> {
            const auto entry = decode(row);
            // A suite that nobody knows is damage, too: this row was not verified yet.
            const bool isDamage = !entry
                && (entry.error().code == base::ErrorCode::IntegrityFailure
                    || entry.error().code == base::ErrorCode::NewerFormat);
            if (isDamage)
                return damaged(row.seq);
            if (!entry)
                return std::unexpected(entry.error());
            found = droppedBy(entry->event).value_or(found);
            return {};
        }));
        if (found.seq != first - 1)
            return damaged(found.seq + 1);
    }
    m_start = found;
    return found;
}

base::Result<void> AuditLog::requirePruned(const AuditPosition &seen, const RootState &root)
{
    LATCHKEY_TRY(const AuditPosition begin, start());
    if (begin.seq < seen.seq || (begin.seq == seen.seq && begin != seen))
        return damaged(seen.seq);
    return verify({}, root.pinned);
}

base::Result<AuditPosition> AuditLog::lastBefore(std::int64_t beforeMs)
{
    AuditPosition last;
    bool older = true;
    LATCHKEY_CHECK(walk({}, [&](const ports::AuditRow &row) -> base::Result<void> {
        LATCHKEY_TRY(const AuditEntry entry, decode(row));
        older = older && entry.timeMs < beforeMs;
        if (older) {
            last.seq = row.seq;
            std::ranges::copy(base::view(row.mac), last.mac.begin());
        }
        return {};
    }));
    return last;
}

base::Result<void> AuditLog::dropThrough(const AuditPosition &last)
{
    LATCHKEY_CHECK(m_parts.file.audit().removeBefore(last.seq + 1));
    m_start = last;
    m_dropped = true;
    return {};
}

AuditEvent AuditLog::droppedEvent(const AuditPosition &start, const AuditPosition &last)
{
    AuditEvent out;
    out.kind = kCheckpoint;
    out.details.insert(kDroppedFirst, QString::number(start.seq + 1));
    out.details.insert(kDroppedLast, QString::number(last.seq));
    out.details.insert(kDroppedMac, QString::fromLatin1(base::toByteArray(last.mac).toHex()));
    return out;
}

base::Result<PrunedRange> pruneAudit(Session &session, std::int64_t beforeMs, const QString &program)
{
    AuditPosition last;
    LATCHKEY_CHECK(session.read([&]() -> base::Result<void> {
        LATCHKEY_TRY(last, session.audit().lastBefore(beforeMs));
        return {};
    }));
    if (last.seq == 0)
        return PrunedRange{};
    PrunedRange out;
    AuditEvent event;
    LATCHKEY_CHECK(session.change(event, [&]() -> base::Result<void> {
        AuditLog &log = session.audit();
        LATCHKEY_TRY(const AuditPosition start, log.start());
        LATCHKEY_TRY(last, log.lastBefore(beforeMs)); // as it is now
        if (last.seq == 0)
            return base::fail(base::ErrorCode::Conflict);
        event = AuditLog::droppedEvent(start, last);
        event.program = program;
        out = {start.seq + 1, last.seq};
        return log.dropThrough(last);
    }));
    session.scrub(); // so that they are nowhere in the file either
    return out;
}

} // namespace vault
