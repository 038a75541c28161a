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

} // namespace

AuditLog::AuditLog(ports::VaultFile &file, const Keyring &keys, const base::Clock &clock, base::RandomSource &random)
    : m_file(file)
    , m_keys(keys)
    , m_clock(clock)
    , m_random(random)
{
}

EnvelopeBinding AuditLog::binding(std::uint64_t seq)
{
    EnvelopeBinding out;
    out.role = Role::Audit;
    out.n = seq;
    return out;
}

base::Digest32 AuditLog::link(const base::Digest32 &previous, std::uint64_t seq, const QByteArray &detail) const
{
    base::CanonicalWriter out;
    out.fixed(previous).u64(seq).fixed(crypto::sha256(base::view(detail)));
    return m_keys.auditMac().compute(out.view());
}

QByteArray AuditLog::headRow(const AuditPosition &position) const
{
    base::CanonicalWriter out;
    out.uuid(m_keys.vault()).u64(position.seq).fixed(position.mac);
    const base::Digest32 mac = m_keys.auditHeadMac().compute(out.view());
    base::CanonicalWriter row;
    row.u64(position.seq).fixed(position.mac).fixed(mac);
    return row.bytes();
}

base::Result<AuditPosition> AuditLog::readHead()
{
    LATCHKEY_TRY(const QByteArray row, m_file.audit().head());
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
    for (const AuditPosition &position : {root.pinned, m_committed, head}) {
        if (position.seq == 0)
            continue; // nothing seen so far
        LATCHKEY_TRY(const std::optional<ports::AuditRow> row, m_file.audit().find(position.seq));
        if (!row || !base::equalConstantTime(base::view(row->mac), position.mac))
            return damaged(position.seq);
    }
    m_head = head;
    m_committed = head;
    return {};
}

base::Result<void> AuditLog::append(const AuditEvent &event)
{
    ports::AuditRow row;
    row.seq = m_head.seq + 1;
    const QByteArray plain = encode(event, m_clock.nowMs());
    LATCHKEY_TRY(row.detail, m_keys.seal(binding(row.seq), base::view(plain), m_random));
    const AuditPosition next{row.seq, link(m_head.mac, row.seq, row.detail)};
    row.mac = base::toByteArray(next.mac);
    LATCHKEY_CHECK(m_file.audit().append(row, headRow(next)));
    m_head = next;
    return {};
}

base::Result<void> AuditLog::walk(const AuditPosition &from,
                                  const std::function<base::Result<void>(const ports::AuditRow &)> &visitor)
{
    AuditPosition at = from;
    // From the very first: numbers below 1 are met too, and refused.
    const std::uint64_t first = from.seq == 0 ? 0 : from.seq + 1;
    LATCHKEY_CHECK(m_file.audit().visit(first, [&](const ports::AuditRow &row) -> base::Result<void> {
        const base::Digest32 mac = link(at.mac, at.seq + 1, row.detail);
        if (row.seq != at.seq + 1 || !base::equalConstantTime(mac, base::view(row.mac)))
            return damaged(at.seq + 1);
        at = {row.seq, mac};
        return visitor(row);
    }));
    return at == m_head ? base::Result<void>() : damaged(at.seq + 1);
}

base::Result<void> AuditLog::verify(const AuditPosition &from, const AuditPosition &pinned)
{
    bool pinnedSeen = pinned.seq <= from.seq;
    LATCHKEY_CHECK(walk(from, [&](const ports::AuditRow &row) -> base::Result<void> {
        if (row.seq != pinned.seq)
            return {};
        pinnedSeen = true;
        return base::equalConstantTime(base::view(row.mac), pinned.mac) ? base::Result<void>() : damaged(row.seq);
    }));
    return pinnedSeen ? base::Result<void>() : damaged(pinned.seq);
}

base::Result<AuditEntry> AuditLog::decode(const ports::AuditRow &row) const
{
    LATCHKEY_TRY(const base::SecretBytes plain, m_keys.open(binding(row.seq), base::view(row.detail)));
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
        LATCHKEY_TRY(const std::optional<ports::AuditRow> row, m_file.audit().find(before.seq));
        if (!row)
            return damaged(before.seq);
        std::ranges::copy(base::view(row->mac), before.mac.begin());
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
    LATCHKEY_TRY(std::optional<ports::AuditRow> row, m_file.audit().find(seq));
    return row ? base::Result<ports::AuditRow>(*std::move(row)) : damaged(seq);
}

base::Result<QList<AuditEntry>> AuditLog::page(std::uint64_t before, std::size_t limit)
{
    const std::uint64_t end = before == 0 || before > m_head.seq ? m_head.seq + 1 : before;
    const std::uint64_t first = end > limit ? end - limit : 1;
    AuditPosition at{first - 1, {}};
    if (at.seq > 0) {
        LATCHKEY_TRY(const ports::AuditRow row, mustFind(at.seq));
        std::ranges::copy(base::view(row.mac), at.mac.begin());
    }
    QList<AuditEntry> entries;
    // One further than asked: the entry that follows has to take up the chain.
    for (std::uint64_t seq = first; seq <= std::min(end, m_head.seq); ++seq) {
        LATCHKEY_TRY(const ports::AuditRow row, mustFind(seq));
        const base::Digest32 mac = link(at.mac, seq, row.detail);
        if (!base::equalConstantTime(mac, base::view(row.mac)))
            return damaged(seq);
        at = {seq, mac};
        if (seq < end) {
            LATCHKEY_TRY(AuditEntry entry, decode(row));
            entries << std::move(entry);
        }
    }
    return end <= m_head.seq || at == m_head ? base::Result<QList<AuditEntry>>(std::move(entries)) : damaged(at.seq);
}

} // namespace vault
