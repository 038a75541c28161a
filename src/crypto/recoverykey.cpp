// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/recoverykey.h"

#include "crypto/bech32m.h"
#include "crypto/hash.h"

#include <algorithm>
#include <string_view>

namespace crypto {

namespace {

constexpr std::string_view kHrp = "latchkey";
constexpr unsigned kVersion = 0;
constexpr unsigned kVersionBits = 3;
constexpr std::size_t kIdSize = 4;
constexpr std::size_t kPayloadSize = kRecoverySecretSize + kIdSize;
constexpr std::size_t kDataGroups = (kVersionBits + 8 * kPayloadSize) / 5;
constexpr std::size_t kCharacters = kDataGroups + 6;
constexpr std::size_t kGroup = 5;
/// Longer text is not a recovery key with generous spacing but something else.
constexpr std::size_t kLongestInput = 1024;

static_assert((kVersionBits + 8 * kPayloadSize) % 5 == 0 && kCharacters == 45);
static_assert(kRecoveryTextSize == kCharacters + kCharacters / kGroup - 1);

std::array<unsigned char, kIdSize> idOf(const QUuid &recoveryId)
{
    const base::Digest32 digest = sha256(base::uuidBytes(recoveryId));
    std::array<unsigned char, kIdSize> id{};
    std::ranges::copy_n(digest.begin(), kIdSize, id.begin());
    return id;
}

std::unexpected<base::Error> mistyped()
{
    return base::fail(base::ErrorCode::WrongPassphrase, QStringLiteral("recovery_checksum"));
}

/// 3 bits of version and the payload as 39 groups of 5 bits, highest bit first.
base::Result<base::SecretBytes> toGroups(base::ByteView payload)
{
    LATCHKEY_TRY(base::SecretBytes groups, base::SecretBytes::allocate(kDataGroups));
    std::uint32_t pending = kVersion;
    unsigned bits = kVersionBits;
    auto out = groups.exposeForWriting().begin();
    for (const unsigned char byte : payload) {
        pending = ((pending & 0xff) << 8) | byte;
        for (bits += 8; bits >= 5; bits -= 5)
            *out++ = static_cast<unsigned char>((pending >> (bits - 5)) & 31);
    }
    return groups;
}

/// The payload of 39 groups, whose version has been looked at already.
base::Result<base::SecretBytes> fromGroups(base::ByteView groups)
{
    LATCHKEY_TRY(base::SecretBytes payload, base::SecretBytes::allocate(kPayloadSize));
    // What is left of the first group below the version.
    std::uint32_t pending = groups.front();
    unsigned bits = 5 - kVersionBits;
    auto out = payload.exposeForWriting().begin();
    for (const unsigned char group : groups.subspan(1)) {
        pending = ((pending & 0xff) << 5) | group;
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            *out++ = static_cast<unsigned char>((pending >> bits) & 0xff);
        }
    }
    return payload;
}

bool isSeparator(unsigned char c) noexcept
{
    return c == ' ' || c == '-' || c == '\t' || c == '\r' || c == '\n';
}

/// The characters alone, in lower case.
base::Result<base::SecretBytes> normalized(base::ByteView text)
{
    if (text.size() > kLongestInput)
        return mistyped();
    LATCHKEY_TRY(base::SecretBytes characters, base::SecretBytes::allocate(kCharacters));
    std::size_t used = 0;
    for (const unsigned char c : text) {
        if (isSeparator(c))
            continue;
        if (used == kCharacters)
            return mistyped();
        const bool upper = c >= 'A' && c <= 'Z';
        characters.exposeForWriting()[used++] = upper ? static_cast<unsigned char>(c | 0x20) : c;
    }
    if (used != kCharacters)
        return mistyped();
    return characters;
}

} // namespace

base::Result<base::SecretBytes> encodeRecoveryKey(const base::SecretBytes &secret, const QUuid &recoveryId)
{
    if (secret.size() != kRecoverySecretSize)
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("recovery secret length"));
    LATCHKEY_TRY(base::SecretBytes payload, base::SecretBytes::allocate(kPayloadSize));
    const auto rest = std::ranges::copy(secret.exposeBytes(), payload.exposeForWriting().begin()).out;
    std::ranges::copy(idOf(recoveryId), rest);
    LATCHKEY_TRY(const base::SecretBytes groups, toGroups(payload.exposeBytes()));
    LATCHKEY_TRY(const base::SecretBytes characters, bech32mEncodeData(kHrp, groups.exposeBytes()));

    LATCHKEY_TRY(base::SecretBytes text, base::SecretBytes::allocate(kRecoveryTextSize));
    auto out = text.exposeForWriting().begin();
    std::size_t count = 0;
    for (const unsigned char c : characters.exposeBytes()) {
        if (count != 0 && count % kGroup == 0)
            *out++ = ' ';
        *out++ = c >= 'a' && c <= 'z' ? static_cast<unsigned char>(c & ~0x20) : c;
        ++count;
    }
    return text;
}

base::Result<base::SecretBytes> decodeRecoveryKey(const base::SecretBytes &text, const QUuid &recoveryId)
{
    LATCHKEY_TRY(const base::SecretBytes characters, normalized(text.exposeBytes()));
    auto groups = bech32mDecodeData(kHrp, characters.exposeText());
    if (!groups)
        return groups.error().code == base::ErrorCode::InvalidArgument ? mistyped() : std::unexpected(groups.error());
    if ((groups->exposeBytes().front() >> (5 - kVersionBits)) != kVersion)
        return mistyped();
    LATCHKEY_TRY(base::SecretBytes payload, fromGroups(groups->exposeBytes()));
    if (!std::ranges::equal(payload.exposeBytes().last(kIdSize), idOf(recoveryId)))
        return base::fail(base::ErrorCode::WrongPassphrase, QStringLiteral("recovery_other_vault"));
    payload.shrink(kRecoverySecretSize);
    return payload;
}

} // namespace crypto
