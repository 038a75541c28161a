// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/audittable.h"

#include "storage/singlerow.h"

#include <limits>

namespace storage {

using vault::ports::AuditRow;

namespace {

constexpr qsizetype kMacSize = 32;
constexpr std::int64_t kMaxSeq = std::numeric_limits<std::int64_t>::max();

// SQLite knows signed numbers only; no log gets that long.
base::Result<qint64> toSql(std::uint64_t seq)
{
    if (seq > static_cast<std::uint64_t>(kMaxSeq))
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("audit sequence number"));
    return static_cast<qint64>(seq);
}

base::Result<AuditRow> readRow(const Statement &row)
{
    AuditRow out;
    LATCHKEY_TRY(const std::int64_t seq, row.integer(0, kMaxSeq));
    out.seq = static_cast<std::uint64_t>(seq);
    LATCHKEY_TRY(out.detail, row.blob(1));
    LATCHKEY_TRY(out.mac, row.blob(2));
    if (out.mac.size() != kMacSize)
        return damaged(QStringLiteral("audit entry %1: a MAC of %2 bytes").arg(seq).arg(out.mac.size()));
    return out;
}

} // namespace

AuditTable::AuditTable(const Connection &connection, WriteLog &writes)
    : m_connection(connection)
    , m_writes(writes)
    , m_insert(connection.database(), QStringLiteral("INSERT INTO audit(seq, detail, mac) VALUES(?, ?, ?)"))
    , m_putHead(connection.database(),
                QStringLiteral("INSERT INTO audit_head(id, body) VALUES(1, ?) "
                               "ON CONFLICT(id) DO UPDATE SET body = excluded.body"))
    , m_head(connection.database(), QStringLiteral("SELECT body FROM audit_head WHERE id = 1"))
    , m_find(connection.database(), QStringLiteral("SELECT seq, detail, mac FROM audit WHERE seq = ?"))
    , m_removeBefore(connection.database(), QStringLiteral("DELETE FROM audit WHERE seq < ?"))
{
}

base::Result<void> AuditTable::append(const AuditRow &row, const QByteArray &head)
{
    if (row.mac.size() != kMacSize)
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("audit MAC"));
    LATCHKEY_TRY(const qint64 seq, toSql(row.seq));
    LATCHKEY_CHECK(m_writes.run(m_insert, {seq, row.detail, row.mac}));
    return m_writes.run(m_putHead, {head});
}

base::Result<QByteArray> AuditTable::head()
{
    return singleBody(m_head, QStringLiteral("audit_head"));
}

base::Result<void> AuditTable::visit(std::uint64_t from, const std::function<base::Result<void>(const AuditRow &)> &visitor)
{
    LATCHKEY_TRY(const qint64 first, toSql(from));
    // From 0 means from the very first, so that rows with a negative number, which nobody of ours wrote, are met and refused.
    Statement rows(m_connection.database(),
                   first == 0 ? QStringLiteral("SELECT seq, detail, mac FROM audit ORDER BY seq")
                              : QStringLiteral("SELECT seq, detail, mac FROM audit WHERE seq >= ? ORDER BY seq"));
    LATCHKEY_CHECK(rows.execute(first == 0 ? QVariantList{} : QVariantList{first}));
    const Cursor cursor(rows);
    for (;;) {
        LATCHKEY_TRY(const bool more, rows.next());
        if (!more)
            return {};
        LATCHKEY_TRY(const AuditRow row, readRow(rows));
        LATCHKEY_CHECK(visitor(row));
    }
}

base::Result<std::optional<AuditRow>> AuditTable::find(std::uint64_t seq)
{
    LATCHKEY_TRY(const qint64 wanted, toSql(seq));
    LATCHKEY_CHECK(m_find.execute({wanted}));
    const Cursor cursor(m_find);
    LATCHKEY_TRY(const bool found, m_find.next());
    if (!found)
        return std::optional<AuditRow>();
    LATCHKEY_TRY(AuditRow row, readRow(m_find));
    return std::optional<AuditRow>(std::move(row));
}

base::Result<void> AuditTable::removeBefore(std::uint64_t seq)
{
    LATCHKEY_TRY(const qint64 first, toSql(seq));
    return m_writes.run(m_removeBefore, {first});
}

} // namespace storage
