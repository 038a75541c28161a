// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/manifesttable.h"

#include "storage/singlerow.h"

#include <limits>

namespace storage {

namespace {

constexpr int kBuckets = 256;
constexpr qsizetype kMacSize = 32;

} // namespace

ManifestTable::ManifestTable(const Connection &connection, WriteLog &writes)
    : m_writes(writes)
    , m_root(connection.database(), QStringLiteral("SELECT body FROM root WHERE id = 1"))
    , m_putRoot(connection.database(),
                QStringLiteral("INSERT INTO root(id, body) VALUES(1, ?) ON CONFLICT(id) DO UPDATE SET body = excluded.body"))
    , m_buckets(connection.database(), QStringLiteral("SELECT i, mac FROM bucket ORDER BY i"))
    , m_putBucket(connection.database(),
                  QStringLiteral("INSERT INTO bucket(i, mac) VALUES(?, ?) ON CONFLICT(i) DO UPDATE SET mac = excluded.mac"))
{
}

base::Result<QByteArray> ManifestTable::root()
{
    return singleBody(m_root, QStringLiteral("root"));
}

base::Result<void> ManifestTable::putRoot(const QByteArray &root)
{
    return m_writes.run(m_putRoot, {root});
}

base::Result<QList<QByteArray>> ManifestTable::buckets()
{
    LATCHKEY_CHECK(m_buckets.execute());
    const Cursor cursor(m_buckets);
    QList<QByteArray> out;
    out.reserve(kBuckets);
    for (;;) {
        LATCHKEY_TRY(const bool more, m_buckets.next());
        if (!more)
            break;
        // Strictly ascending by the primary key, so 256 rows within 0..255 are all of them.
        LATCHKEY_TRY(const std::int64_t index, m_buckets.integer(0, kBuckets - 1));
        LATCHKEY_TRY(QByteArray mac, m_buckets.blob(1));
        if (mac.size() != kMacSize)
            return damaged(QStringLiteral("bucket %1: a MAC of %2 bytes").arg(index).arg(mac.size()));
        out.append(std::move(mac));
    }
    if (out.size() != kBuckets)
        return damaged(QStringLiteral("bucket: %1 rows").arg(out.size()));
    return out;
}

base::Result<void> ManifestTable::putBucket(std::uint8_t bucket, const QByteArray &mac)
{
    if (mac.size() != kMacSize)
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("bucket MAC"));
    return m_writes.run(m_putBucket, {static_cast<qint64>(bucket), mac});
}

} // namespace storage
