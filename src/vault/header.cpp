// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/header.h"

#include <algorithm>

namespace vault {

namespace {

constexpr std::string_view kMagic = "LKH1";
constexpr std::size_t kMacBytes = 32;
constexpr qsizetype kMaxSlots = 32;

struct RawHeader {
    QByteArray body;
    base::Digest32 mac{};
};

base::Result<RawHeader> rawHeader(ports::SlotStore &store)
{
    LATCHKEY_TRY(const QByteArray bytes, store.header());
    if (bytes.size() <= static_cast<qsizetype>(kMacBytes))
        return base::fail(base::ErrorCode::IntegrityFailure, QStringLiteral("header"));
    RawHeader raw;
    raw.body = bytes.chopped(kMacBytes);
    std::ranges::copy(base::view(bytes).last(kMacBytes), raw.mac.begin());
    return raw;
}

} // namespace

QByteArray Header::body() const
{
    base::CanonicalWriter out;
    out.fixed(base::view(kMagic))
        .u16(major)
        .u16(minor)
        .uuid(vault)
        .u32(gen)
        .fixed(commitment)
        .uuid(recoveryId)
        .u64(static_cast<std::uint64_t>(createdAtMs));
    return out.bytes();
}

base::Result<Header> Header::parse(base::ByteView body)
{
    base::CanonicalReader in(body);
    if (!std::ranges::equal(in.fixed(kMagic.size()), base::view(kMagic)))
        return base::fail(base::ErrorCode::NotAVault, QStringLiteral("header"));
    Header header;
    header.major = in.u16();
    header.minor = in.u16();
    if (in.ok() && header.major > kFormatMajor)
        return base::fail(base::ErrorCode::NewerFormat, QString::number(header.major));
    header.vault = in.uuid();
    header.gen = in.u32();
    const base::ByteView commitment = in.fixed(header.commitment.size());
    header.recoveryId = in.uuid();
    header.createdAtMs = static_cast<std::int64_t>(in.u64());
    if (!in.atEnd() || header.major == 0 || header.gen == 0 || header.vault.isNull())
        return base::fail(base::ErrorCode::IntegrityFailure, QStringLiteral("header"));
    std::ranges::copy(commitment, header.commitment.begin());
    return header;
}

base::Result<HeaderBlock> readHeader(ports::SlotStore &store)
{
    LATCHKEY_TRY(const RawHeader raw, rawHeader(store));
    HeaderBlock block;
    LATCHKEY_TRY(block.header, Header::parse(base::view(raw.body)));
    block.mac = raw.mac;
    LATCHKEY_TRY(const QList<ports::SlotRow> rows, store.slotRows());
    if (rows.isEmpty() || rows.size() > kMaxSlots)
        return base::fail(base::ErrorCode::IntegrityFailure, QStringLiteral("key slots"));
    for (const ports::SlotRow &row : rows) {
        block.infos << KeySlot::describe(row);
        // One damaged slot must not shut the other ways in; the header MAC tells about it once the vault is open.
        if (auto slot = KeySlot::parse(row))
            block.keySlots << *std::move(slot);
    }
    if (block.keySlots.isEmpty())
        return base::fail(base::ErrorCode::IntegrityFailure, QStringLiteral("key slots"));
    return block;
}

base::Digest32 headerMac(const Keyring &keys, const Header &header, const QList<ports::SlotRow> &slotRows)
{
    base::CanonicalWriter out;
    out.sized(base::view(header.body())).u32(static_cast<std::uint32_t>(slotRows.size()));
    for (const ports::SlotRow &row : slotRows)
        out.uuid(row.uuid).sized(base::view(row.body));
    return keys.headerMac().compute(out.view());
}

base::Result<base::Digest32> writeHeader(ports::SlotStore &store, const Keyring &keys, const Header &header)
{
    LATCHKEY_TRY(const QList<ports::SlotRow> rows, store.slotRows());
    const base::Digest32 mac = headerMac(keys, header, rows);
    LATCHKEY_CHECK(store.putHeader(header.body() + base::toByteArray(mac)));
    return mac;
}

base::Result<base::Digest32> verifyHeader(ports::SlotStore &store, const Keyring &keys)
{
    LATCHKEY_TRY(const RawHeader raw, rawHeader(store));
    LATCHKEY_TRY(const Header header, Header::parse(base::view(raw.body)));
    if (!base::equalConstantTime(header.commitment, keys.commitment()) || header.vault != keys.vault()
        || header.gen != keys.gen()) {
        return base::fail(base::ErrorCode::IntegrityFailure, QStringLiteral("header"));
    }
    LATCHKEY_TRY(const QList<ports::SlotRow> rows, store.slotRows());
    const base::Digest32 mac = headerMac(keys, header, rows);
    if (!base::equalConstantTime(mac, raw.mac))
        return base::fail(base::ErrorCode::IntegrityFailure, QStringLiteral("header or key slots"));
    return mac;
}

} // namespace vault
