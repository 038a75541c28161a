// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/auditlog.h"

#include "crypto/hash.h"
#include "vault/credentialcodec.h"

#include <algorithm>

namespace vault {

namespace {

const QString kTime = QStringLiteral("t");
const QString kKind = QStringLiteral("k");
const QString kCredential = QStringLiteral("c");
const QString kName = QStringLiteral("n");
const QString kProgram = QStringLiteral("p");
const QString kOutcome = QStringLiteral("o");
const QString kDetailPrefix = QStringLiteral("x.");

std::unexpected<base::Error> damaged(std::uint64_t seq)
{
    return base::fail(base::ErrorCode::IntegrityFailure, QStringLiteral("audit entry %1").arg(seq));
}

QByteArray encode(const AuditEvent &event, std::int64_t nowMs)
{
    QMap<QString, QString> map{{kTime, QString::number(nowMs)}, {kKind, event.kind}, {kOutcome, event.outcome}};
    if (!event.credential.isNull())
        map.insert(kCredential, event.credential.toString(QUuid::WithoutBraces));
    if (!event.name.isEmpty())
        map.insert(kName, event.name);
    if (!event.program.isEmpty())
        map.insert(kProgram, event.program);
    for (auto it = event.details.begin(); it != event.details.end(); ++it)
        map.insert(kDetailPrefix + it.key(), it.value());
    return encodeMap(map);
}

base::Digest32 link(const crypto::HmacSha256 &key, const AuditPosition &before, const QByteArray &detail)
{
    base::CanonicalWriter out;
    out.fixed(before.mac).u64(before.seq + 1).fixed(crypto::sha256(base::view(detail)));
    return key.compute(out.view());
}

} // namespace

EnvelopeBinding AuditLog::binding(std::uint64_t seq)
{
    EnvelopeBinding out;
    out.role = Role::Audit;
    out.n = seq;
    return out;
}

QByteArray AuditLog::headRow(const AuditPosition &position) const
{
    base::CanonicalWriter out;
    out.uuid(m_parts.keys.vault()).u64(position.seq).fixed(position.mac);
    const base::Digest32 mac = m_parts.keys.auditHeadMac().compute(out.view());
    base::CanonicalWriter row;
    row.u64(position.seq).fixed(position.mac).fixed(mac);
    return row.bytes();
}

base::Result<AuditPosition> AuditLog::readHead()
{
    LATCHKEY_TRY(const QByteArray row, m_parts.file.audit().head());
    base::CanonicalReader in(base::view(row));
    AuditPosition position;
    position.seq = in.u64();
    std::ranges::copy(in.fixed(position.mac.size()), position.mac.begin());
    const base::ByteView mac = in.fixed(position.mac.size());
    if (!in.atEnd() || mac.empty() || !base::equalConstantTime(base::view(headRow(position)), base::view(row)))
        return base::fail(base::ErrorCode::IntegrityFailure, QStringLiteral("audit head"));
    return position;
}

base::Result<void> AuditLog::load(const RootState &root)
{
    LATCHKEY_TRY(const AuditPosition head, readHead());
    if (head.seq < root.pinned.seq || head.seq < m_committed.seq)
        return base::fail(base::ErrorCode::IntegrityFailure, QStringLiteral("audit log: shorter than it was"));
    m_start.reset();
    bool pruned = false;
    for (const AuditPosition &position : {root.pinned, m_committed, head}) {
        if (position.seq == 0)
            continue; // nothing seen so far
        LATCHKEY_TRY(const std::optional<ports::AuditRow> row, m_parts.file.audit().find(position.seq));
        if (!row && position == m_committed && position.seq < root.checkpoint.seq) {
            pruned = true; // by another process, as it seems
            continue;
        }
        if (!row || !base::equalConstantTime(base::view(row->mac), position.mac))
            return damaged(position.seq);
    }
    m_head = head;
    if (pruned)
        LATCHKEY_CHECK(requirePruned(m_committed, root));
    m_committed = head;
    return {};
}

base::Result<void> AuditLog::append(const AuditEvent &event)
{
    ports::AuditRow row;
    row.seq = m_head.seq + 1;
    const QByteArray plain = encode(event, m_parts.clock.nowMs());
    LATCHKEY_TRY(row.detail, m_parts.keys.seal(binding(row.seq), base::view(plain), m_parts.random));
    const AuditPosition next{row.seq, link(m_parts.keys.auditMac(), m_head, row.detail)};
    row.mac = base::toByteArray(next.mac);
    LATCHKEY_CHECK(m_parts.file.audit().append(row, headRow(next)));
    m_head = next;
    return {};
}

base::Result<void> AuditLog::follow(AuditPosition &at, const ports::AuditRow &row)
{
    const std::uint64_t seq = at.seq + 1;
    LATCHKEY_TRY(const AuditGeneration *past, m_parts.past.find(seq));
    const base::Digest32 mac = link(past != nullptr ? past->mac : m_parts.keys.auditMac(), at, row.detail);
    if (row.seq != seq || !base::equalConstantTime(mac, base::view(row.mac)))
        return damaged(seq);
    // Whoever holds a key of before may write such a chain anew, but not to the same end.
    if (past != nullptr && past->last.seq == seq && past->last.mac != mac)
        return damaged(seq);
    at = {seq, mac};
    return {};
}

base::Result<void> AuditLog::walk(const AuditPosition &from,
                                  const std::function<base::Result<void>(const ports::AuditRow &)> &visitor)
{
    AuditPosition at = from;
    if (from.seq == 0) {
        LATCHKEY_TRY(at, start());
    }
    // From the very first: numbers below 1 are met too, and refused.
    const std::uint64_t first = at.seq == 0 ? 0 : at.seq + 1;
    LATCHKEY_CHECK(m_parts.file.audit().visit(first, [&](const ports::AuditRow &row) -> base::Result<void> {
        LATCHKEY_CHECK(follow(at, row));
        return visitor(row);
    }));
    return at == m_head ? base::Result<void>() : damaged(at.seq + 1);
}

base::Result<void> AuditLog::verify(const AuditPosition &from, const AuditPosition &pinned)
{
    AuditPosition begin = from;
    if (from.seq == 0) {
        LATCHKEY_TRY(begin, start());
    }
    if (from.seq == 0 && pinned.seq != 0 && pinned.seq < begin.seq)
        return base::fail(base::ErrorCode::IntegrityFailure, QStringLiteral("audit entry %1: pruned").arg(pinned.seq));
    if (from.seq == 0 && pinned.seq == begin.seq && pinned != begin)
        return damaged(pinned.seq);
    bool pinnedSeen = pinned.seq <= begin.seq;
    LATCHKEY_CHECK(walk(from, [&](const ports::AuditRow &row) -> base::Result<void> {
        if (row.seq != pinned.seq)
            return {};
        pinnedSeen = true;
        return base::equalConstantTime(base::view(row.mac), pinned.mac) ? base::Result<void>() : damaged(row.seq);
    }));
    return pinnedSeen ? base::Result<void>() : damaged(pinned.seq);
}

base::Result<AuditEntry> AuditLog::decode(const ports::AuditRow &row)
{
    LATCHKEY_TRY(const AuditGeneration *past, m_parts.past.find(row.seq));
    LATCHKEY_TRY(const base::SecretBytes plain,
                 past == nullptr ? m_parts.keys.open(binding(row.seq), base::view(row.detail))
                                 : crypto::openEnvelope(past->detail, past->gen,
                                                        base::view(associatedData(m_parts.keys.vault(), binding(row.seq))),
                                                        base::view(row.detail)));
    LATCHKEY_TRY(const auto map, decodeMap(plain.exposeBytes()));
    AuditEntry entry;
    entry.seq = row.seq;
    entry.timeMs = map.value(kTime).toLongLong();
    entry.event.kind = map.value(kKind);
    entry.event.credential = QUuid::fromString(map.value(kCredential));
    entry.event.name = map.value(kName);
    entry.event.program = map.value(kProgram);
    entry.event.outcome = map.value(kOutcome);
    for (auto it = map.begin(); it != map.end(); ++it) {
        if (it.key().startsWith(kDetailPrefix))
            entry.event.details.insert(it.key().mid(kDetailPrefix.size()), it.value());
    }
    return entry;
}

base::Result<QList<AuditEntry>> AuditLog::list(std::int64_t sinceMs, std::size_t limit)
{
    QList<AuditEntry> entries;
    AuditPosition before;
    if (limit > 0 && sinceMs <= 0 && m_head.seq > limit) {
        before.seq = m_head.seq - limit;
        LATCHKEY_TRY(const std::optional<ports::AuditRow> row, m_parts.file.audit().find(before.seq));
        if (row)
            std::ranges::copy(base::view(row->mac), before.mac.begin());
        else // pruned, or missing: the walk from the beginning tells
            before = {};
    }
    LATCHKEY_CHECK(walk(before, [&](const ports::AuditRow &row) -> base::Result<void> {
        LATCHKEY_TRY(AuditEntry entry, decode(row));
        if (entry.timeMs >= sinceMs)
            entries << entry;
        return {};
    }));
    if (limit > 0 && static_cast<std::size_t>(entries.size()) > limit)
        entries = entries.last(static_cast<qsizetype>(limit));
    return entries;
}

base::Result<ports::AuditRow> AuditLog::mustFind(std::uint64_t seq)
{
    LATCHKEY_TRY(std::optional<ports::AuditRow> row, m_parts.file.audit().find(seq));
    return row ? base::Result<ports::AuditRow>(*std::move(row)) : damaged(seq);
}

base::Result<QList<AuditEntry>> AuditLog::page(std::uint64_t before, std::size_t limit)
{
    const std::uint64_t end = before == 0 || before > m_head.seq ? m_head.seq + 1 : before;
    std::uint64_t first = end > limit ? end - limit : 1;
    AuditPosition at{first - 1, {}};
    LATCHKEY_TRY(const std::optional<ports::AuditRow> previous, m_parts.file.audit().find(at.seq));
    if (previous && at.seq > 0) {
        std::ranges::copy(base::view(previous->mac), at.mac.begin());
    } else {
        LATCHKEY_TRY(at, start());
        if (at.seq + 1 < first)
            return damaged(first - 1);
        first = at.seq + 1;
    }
    QList<AuditEntry> entries;
    // One further than asked: the entry that follows has to take up the chain.
    for (std::uint64_t seq = first; seq <= std::min(end, m_head.seq); ++seq) {
        LATCHKEY_TRY(const ports::AuditRow row, mustFind(seq));
        LATCHKEY_CHECK(follow(at, row));
        if (seq < end) {
            LATCHKEY_TRY(AuditEntry entry, decode(row));
            entries << std::move(entry);
        }
    }
    return end <= m_head.seq || at == m_head ? base::Result<QList<AuditEntry>>(std::move(entries)) : damaged(at.seq);
}

} // namespace vault
