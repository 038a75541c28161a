// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/backupstream.h"

#include "crypto/hash.h"
#include "vault/credentialstore.h"

#include <algorithm>
#include <tuple>

namespace transfer {

namespace {

using base::ErrorCode;
using vault::ports::RecordKey;
using vault::ports::RecordRow;

enum ItemType : std::uint8_t { kOrigin = 1, kRecord = 2, kTotals = 3 };

constexpr std::size_t kItemHeadBytes = 5;
/// A version has at most 256 fields of 1 MiB.
constexpr std::uint32_t kMaxItemBytes = std::uint32_t{288} << 20;

std::unexpected<base::Error> damaged()
{
    return base::fail(ErrorCode::IntegrityFailure, QStringLiteral("backup"));
}

bool isBefore(const RecordKey &a, const RecordKey &b)
{
    return std::tuple(base::uuidBytes(a.owner), a.kind, a.n) < std::tuple(base::uuidBytes(b.owner), b.kind, b.n);
}

QByteArray headOf(std::uint8_t type, std::size_t size)
{
    base::CanonicalWriter out;
    out.u8(type).u32(static_cast<std::uint32_t>(size));
    return out.bytes();
}

base::Digest32 linked(const base::Digest32 &before, base::ByteView head, base::ByteView payload)
{
    base::CanonicalWriter all;
    all.fixed(before).fixed(head).fixed(payload);
    return crypto::sha256(all.view());
}

void count(BackupTotals &totals, const RecordKey &key)
{
    ++totals.records;
    totals.credentials += key.kind == static_cast<std::uint16_t>(vault::RecordKind::Credential) ? 1 : 0;
    totals.versions += key.kind == static_cast<std::uint16_t>(vault::RecordKind::Version) ? 1 : 0;
}

} // namespace

base::Result<void> ItemWriter::item(std::uint8_t type, base::ByteView payload)
{
    if (payload.size() > kMaxItemBytes)
        return base::fail(ErrorCode::InvalidArgument, QStringLiteral("size of a record"));
    const QByteArray head = headOf(type, payload.size());
    LATCHKEY_CHECK(m_chunks.append(base::view(head)));
    LATCHKEY_CHECK(m_chunks.append(payload));
    m_totals.digest = linked(m_totals.digest, base::view(head), payload);
    return {};
}

base::Result<void> ItemWriter::origin(const BackupOrigin &origin)
{
    base::CanonicalWriter out;
    out.u64(origin.auditHead.seq).fixed(origin.auditHead.mac).u64(origin.counter);
    return item(kOrigin, out.view());
}

base::Result<void> ItemWriter::record(const RecordRow &row)
{
    base::CanonicalWriter out;
    out.uuid(row.key.owner).u16(row.key.kind).u32(row.key.n).sized(base::view(row.meta)).sized(base::view(row.secret));
    count(m_totals, row.key);
    return item(kRecord, out.view());
}

base::Result<BackupTotals> ItemWriter::finish()
{
    const BackupTotals totals = m_totals;
    base::CanonicalWriter out;
    out.u64(totals.records).u64(totals.credentials).u64(totals.versions).fixed(totals.digest);
    LATCHKEY_CHECK(item(kTotals, out.view()));
    LATCHKEY_CHECK(m_chunks.finish());
    return totals;
}

base::Result<ItemReader::Item> ItemReader::item()
{
    QByteArray head;
    LATCHKEY_CHECK(m_chunks.read(kItemHeadBytes, head));
    base::CanonicalReader in(base::view(head));
    Item out;
    out.type = in.u8();
    const std::uint32_t size = in.u32();
    if (size > kMaxItemBytes)
        return damaged();
    LATCHKEY_CHECK(m_chunks.read(size, out.payload));
    m_totals.digest = linked(m_totals.digest, base::view(head), base::view(out.payload));
    return out;
}

base::Result<BackupOrigin> ItemReader::origin()
{
    LATCHKEY_TRY(const Item first, item());
    base::CanonicalReader in(base::view(first.payload));
    BackupOrigin out;
    out.auditHead.seq = in.u64();
    std::ranges::copy(in.fixed(out.auditHead.mac.size()), out.auditHead.mac.begin());
    out.counter = in.u64();
    if (first.type != kOrigin || !in.atEnd())
        return damaged();
    return out;
}

base::Result<RecordRow> ItemReader::recordOf(const Item &item)
{
    base::CanonicalReader in(base::view(item.payload));
    RecordRow row;
    row.key.owner = in.uuid();
    row.key.kind = in.u16();
    row.key.n = in.u32();
    row.meta = base::toByteArray(in.sized());
    row.secret = base::toByteArray(in.sized());
    if (!in.atEnd() || (m_last && !isBefore(*m_last, row.key)))
        return damaged();
    m_last = row.key;
    count(m_totals, row.key);
    return row;
}

base::Result<BackupTotals> ItemReader::totalsOf(const Item &item, const BackupTotals &before) const
{
    base::CanonicalReader in(base::view(item.payload));
    BackupTotals stated;
    stated.records = in.u64();
    stated.credentials = in.u64();
    stated.versions = in.u64();
    std::ranges::copy(in.fixed(stated.digest.size()), stated.digest.begin());
    if (!in.atEnd() || !m_chunks.atEnd() || stated != before)
        return damaged();
    return stated;
}

base::Result<std::variant<RecordRow, BackupTotals>> ItemReader::next()
{
    using Next = std::variant<RecordRow, BackupTotals>;
    const BackupTotals before = m_totals;
    LATCHKEY_TRY(const Item read, item());
    if (read.type == kRecord) {
        LATCHKEY_TRY(RecordRow row, recordOf(read));
        return Next(std::move(row));
    }
    if (read.type != kTotals)
        return damaged();
    LATCHKEY_TRY(const BackupTotals totals, totalsOf(read, before));
    return Next(totals);
}

} // namespace transfer
