// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/backupheader.h"

#include "crypto/hash.h"
#include "crypto/hkdf.h"
#include "vault/labels.h"

#include <algorithm>

namespace transfer {

namespace {

constexpr std::string_view kMagic = "LKB1";
constexpr std::size_t kNonceBytes = 16;
constexpr std::size_t kSumBytes = 32;
constexpr std::size_t kMaxHeaderBytes = std::size_t{64} * 1024;
constexpr qsizetype kMaxSlots = 33;

std::unexpected<base::Error> refuse(base::ErrorCode code)
{
    return base::fail(code, QStringLiteral("backup"));
}

base::Result<QList<vault::KeySlot>> readSlots(base::CanonicalReader &in)
{
    QList<vault::KeySlot> out;
    const std::uint8_t count = in.u8();
    if (count == 0 || count > kMaxSlots)
        return refuse(base::ErrorCode::IntegrityFailure);
    for (std::uint8_t i = 0; i < count; ++i) {
        vault::ports::SlotRow row;
        row.uuid = in.uuid();
        row.body = base::toByteArray(in.sized());
        const auto slot = vault::KeySlot::parse(row);
        // Nothing of a keychain belongs into a file that is for other computers.
        if (!in.ok() || !slot || vault::needsKeychain(slot->info().kind))
            return refuse(base::ErrorCode::IntegrityFailure);
        out << *slot;
    }
    return out;
}

} // namespace

base::Result<std::size_t> backupHeaderLength(base::ByteView preamble)
{
    base::CanonicalReader in(preamble);
    const base::ByteView magic = in.fixed(kMagic.size());
    const std::uint32_t length = in.u32();
    if (!std::ranges::equal(magic, base::view(kMagic)))
        return refuse(base::ErrorCode::NotAVault);
    if (!in.ok() || length <= kBackupPreambleBytes + kSumBytes || length > kMaxHeaderBytes)
        return refuse(base::ErrorCode::IntegrityFailure);
    return length;
}

bool BackupHeader::hasPassphrase() const
{
    return std::ranges::any_of(keySlots, [](const auto &slot) { return vault::needsPassphrase(slot.info().kind); });
}

QByteArray BackupHeader::encode()
{
    base::CanonicalWriter body;
    body.u16(kBackupVersion)
        .sized(base::view(vault.body()))
        .u64(static_cast<std::uint64_t>(madeAtMs))
        .fixed(base::view(nonce))
        .fixed(commitment)
        .u8(static_cast<std::uint8_t>(keySlots.size()));
    for (const vault::KeySlot &slot : std::as_const(keySlots)) {
        const vault::ports::SlotRow row = slot.row();
        body.uuid(row.uuid).sized(base::view(row.body));
    }
    base::CanonicalWriter out;
    out.fixed(base::view(kMagic))
        .u32(static_cast<std::uint32_t>(kBackupPreambleBytes + body.view().size() + kSumBytes))
        .fixed(body.view());
    sum = crypto::sha256(out.view());
    out.fixed(sum);
    return out.bytes();
}

base::Result<BackupHeader> BackupHeader::parse(base::ByteView bytes)
{
    LATCHKEY_TRY(const std::size_t length, backupHeaderLength(bytes));
    if (length != bytes.size())
        return refuse(base::ErrorCode::IntegrityFailure);
    BackupHeader out;
    out.sum = crypto::sha256(bytes.first(length - kSumBytes));
    // Before the version: a damaged one must not read as "made by a newer Latchkey".
    if (!std::ranges::equal(out.sum, bytes.last(kSumBytes)))
        return refuse(base::ErrorCode::IntegrityFailure);
    base::CanonicalReader in(bytes.first(length - kSumBytes).subspan(kBackupPreambleBytes));
    const std::uint16_t version = in.u16();
    if (in.ok() && version > kBackupVersion)
        return refuse(base::ErrorCode::NewerFormat);
    const auto header = vault::Header::parse(in.sized());
    out.madeAtMs = static_cast<std::int64_t>(in.u64());
    out.nonce = base::toByteArray(in.fixed(kNonceBytes));
    const base::ByteView commitment = in.fixed(out.commitment.size());
    if (!header)
        return refuse(header.error().code == base::ErrorCode::NewerFormat ? base::ErrorCode::NewerFormat
                                                                          : base::ErrorCode::IntegrityFailure);
    out.vault = *header;
    LATCHKEY_TRY(out.keySlots, readSlots(in));
    if (!in.atEnd() || version == 0)
        return refuse(base::ErrorCode::IntegrityFailure);
    std::ranges::copy(commitment, out.commitment.begin());
    return out;
}

base::Result<BackupKeys> deriveBackupKeys(const base::SecretBytes &vaultKey, const vault::Header &vault,
                                          base::ByteView nonce)
{
    constexpr std::size_t kHalf = 32;
    base::CanonicalWriter salt;
    salt.uuid(vault.vault).u32(vault.gen);
    LATCHKEY_TRY(const base::SecretBytes prk, crypto::hkdfExtract(salt.view(), vaultKey.exposeBytes()));
    base::CanonicalWriter info;
    info.fixed(base::view(vault::labels::kPrefix)).fixed(base::view(vault::labels::kBackup)).u8(0).fixed(nonce);
    LATCHKEY_TRY(const base::SecretBytes both, crypto::hkdfExpand(prk, info.view(), 2 * kHalf));
    BackupKeys out;
    LATCHKEY_TRY(out.fileKey, base::SecretBytes::copyOf(both.exposeBytes().first(kHalf)));
    std::ranges::copy(both.exposeBytes().last(kHalf), out.commitment.begin());
    return out;
}

} // namespace transfer
