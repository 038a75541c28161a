// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/recordtable.h"

#include "storage/sqliteerror.h"

#include <limits>

namespace storage {

using vault::ports::RecordKey;
using vault::ports::RecordRow;

namespace {

constexpr qsizetype kOwnerSize = 16;
constexpr int kNameIndexSize = 16;

QVariantList keyValues(const RecordKey &key)
{
    return {key.owner.toRfc4122(), static_cast<qint64>(key.kind), static_cast<qint64>(key.n)};
}

base::Result<RecordRow> readRow(const Statement &row)
{
    RecordRow out;
    LATCHKEY_TRY(const QByteArray owner, row.blob(0));
    if (owner.size() != kOwnerSize)
        return damaged(QStringLiteral("record: an owner of %1 bytes").arg(owner.size()));
    out.key.owner = QUuid::fromRfc4122(owner);
    LATCHKEY_TRY(const std::int64_t kind, row.integer(1, std::numeric_limits<std::uint16_t>::max()));
    out.key.kind = static_cast<std::uint16_t>(kind);
    LATCHKEY_TRY(const std::int64_t n, row.integer(2, std::numeric_limits<std::uint32_t>::max()));
    out.key.n = static_cast<std::uint32_t>(n);
    LATCHKEY_TRY(out.nameIndex, row.blobOrNull(3));
    if (!out.nameIndex.isEmpty() && out.nameIndex.size() != kNameIndexSize)
        return damaged(
            QStringLiteral("record %1: a name index of %2 bytes").arg(out.key.owner.toString()).arg(out.nameIndex.size()));
    LATCHKEY_TRY(out.meta, row.blobOrNull(4));
    LATCHKEY_TRY(out.secret, row.blobOrNull(5));
    return out;
}

base::Result<std::optional<RecordRow>> one(Statement &statement, const QVariantList &values)
{
    LATCHKEY_CHECK(statement.execute(values));
    const Cursor cursor(statement);
    LATCHKEY_TRY(const bool found, statement.next());
    if (!found)
        return std::optional<RecordRow>();
    LATCHKEY_TRY(RecordRow row, readRow(statement));
    return std::optional<RecordRow>(std::move(row));
}

QString select(const QString &condition)
{
    return QStringLiteral("SELECT owner, kind, n, name_idx, meta, secret FROM record") + condition;
}

// The first and the last bucket are open at their outer end: a row whose owner is no blob or an empty one sorts there, and
// must be met by whoever visits all buckets.
QString bucketCondition(std::optional<std::uint8_t> bucket)
{
    if (!bucket)
        return {};
    if (*bucket == 0)
        return QStringLiteral(" WHERE owner < ?");
    return *bucket == 0xff ? QStringLiteral(" WHERE owner >= ?") : QStringLiteral(" WHERE owner >= ? AND owner < ?");
}

QVariantList bucketValues(std::optional<std::uint8_t> bucket)
{
    QVariantList values;
    if (bucket && *bucket > 0)
        values << QByteArray(1, static_cast<char>(*bucket));
    if (bucket && *bucket < 0xff)
        values << QByteArray(1, static_cast<char>(*bucket + 1));
    return values;
}

} // namespace

// An update in place and not REPLACE: that would delete whatever row holds the same name index.
RecordTable::RecordTable(const Connection &connection, WriteLog &writes)
    : m_connection(connection)
    , m_writes(writes)
    , m_find(connection.database(), select(QStringLiteral(" WHERE owner = ? AND kind = ? AND n = ?")))
    , m_findByName(connection.database(), select(QStringLiteral(" WHERE name_idx = ?")))
    , m_put(connection.database(),
            QStringLiteral("INSERT INTO record(owner, kind, n, name_idx, meta, secret) VALUES(?, ?, ?, ?, ?, ?) "
                           "ON CONFLICT(owner, kind, n) DO UPDATE SET name_idx = excluded.name_idx, meta = excluded.meta, "
                           "secret = excluded.secret"))
    , m_remove(connection.database(), QStringLiteral("DELETE FROM record WHERE owner = ? AND kind = ? AND n = ?"))
{
}

base::Result<std::optional<RecordRow>> RecordTable::find(const RecordKey &key)
{
    return one(m_find, keyValues(key));
}

base::Result<std::optional<RecordRow>> RecordTable::findByNameIndex(const QByteArray &nameIndex)
{
    return one(m_findByName, {nameIndex});
}

base::Result<void> RecordTable::visit(std::optional<std::uint8_t> bucket,
                                      const std::function<base::Result<void>(const RecordRow &)> &visitor)
{
    // A statement of its own, so that a visitor may start another visit.
    Statement rows(m_connection.database(), select(bucketCondition(bucket) + QStringLiteral(" ORDER BY owner, kind, n")));
    LATCHKEY_CHECK(rows.execute(bucketValues(bucket)));
    const Cursor cursor(rows);
    for (;;) {
        LATCHKEY_TRY(const bool more, rows.next());
        if (!more)
            return {};
        LATCHKEY_TRY(const RecordRow row, readRow(rows));
        LATCHKEY_CHECK(visitor(row));
    }
}

base::Result<void> RecordTable::put(const RecordRow &row)
{
    if (!row.nameIndex.isEmpty() && row.nameIndex.size() != kNameIndexSize)
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("name index"));
    QVariantList values = keyValues(row.key);
    values << row.nameIndex << row.meta << row.secret;
    return m_writes.run(m_put, std::move(values));
}

base::Result<void> RecordTable::remove(const RecordKey &key)
{
    return m_writes.run(m_remove, keyValues(key));
}

} // namespace storage
