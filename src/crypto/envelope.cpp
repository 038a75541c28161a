// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/envelope.h"

#include "crypto/aesgcm.h"
#include "crypto/hash.h"
#include "crypto/hkdf.h"

#include <algorithm>
#include <string_view>

namespace crypto {

namespace {

constexpr std::size_t kLengthPrefix = 4;
constexpr std::size_t kHeaderSize = kEnvelopeCommitOffset + kEnvelopeCommitSize;
constexpr std::string_view kLabel = "enc";

static_assert(kEnvelopeOverhead == 81);

/// The parts of an envelope that is long enough; no copy.
struct Parts {
    explicit Parts(base::ByteView envelope)
        : salt(envelope.subspan(5, kEnvelopeSaltSize))
        , nonce(envelope.subspan(5 + kEnvelopeSaltSize, kGcmNonceSize))
        , commit(envelope.subspan(kEnvelopeCommitOffset, kEnvelopeCommitSize))
        , body(envelope.subspan(kHeaderSize))
    {
    }
    base::ByteView salt;
    base::ByteView nonce;
    base::ByteView commit;
    base::ByteView body; ///< ciphertext || tag
};

/// 32 bytes of AES key and 32 of commitment.
base::Result<base::SecretBytes> messageKeys(const RoleKey &key, base::ByteView salt, base::ByteView aad)
{
    base::CanonicalWriter info;
    info.fixed(base::view(kLabel)).fixed(salt).fixed(sha256(aad));
    LATCHKEY_TRY(base::SecretBytes keys, base::SecretBytes::allocate(kAesKeySize + kEnvelopeCommitSize));
    LATCHKEY_CHECK(hkdfExpandInto(key.mac(), info.view(), keys.exposeForWriting()));
    return keys;
}

QByteArray gcmAad(std::uint32_t gen, base::ByteView aad)
{
    base::CanonicalWriter writer;
    writer.u8(kEnvelopeSuite).u32(gen).fixed(aad);
    return writer.bytes();
}

base::Result<base::SecretBytes> pad(base::ByteView plaintext)
{
    LATCHKEY_TRY(base::SecretBytes padded, base::SecretBytes::allocate(paddedSize(plaintext.size())));
    base::CanonicalWriter length;
    length.u32(static_cast<std::uint32_t>(plaintext.size()));
    std::ranges::copy(length.view(), padded.exposeForWriting().begin());
    std::ranges::copy(plaintext, padded.exposeForWriting().begin() + kLengthPrefix);
    return padded;
}

std::unexpected<base::Error> damaged(const QString &what)
{
    return base::fail(base::ErrorCode::IntegrityFailure, what);
}

/// The value inside a padded plaintext, moved to its front. Only authenticated data come here, so a wrong padding is a fault
/// of the program that wrote it; it is refused all the same.
base::Result<base::SecretBytes> unpad(base::SecretBytes padded)
{
    const std::size_t size = base::CanonicalReader(padded.exposeBytes()).u32();
    if (size > kEnvelopeMaxPlaintext || paddedSize(size) != padded.size())
        return damaged(QStringLiteral("envelope padding"));
    const base::ByteSpan bytes = padded.exposeForWriting();
    if (std::ranges::any_of(bytes.subspan(kLengthPrefix + size), [](unsigned char byte) { return byte != 0; }))
        return damaged(QStringLiteral("envelope padding"));
    std::ranges::copy(bytes.subspan(kLengthPrefix, size), bytes.begin());
    padded.shrink(size);
    return padded;
}

/// Everything that can be judged without a key.
base::Result<void> checkShape(std::uint32_t gen, base::ByteView envelope)
{
    base::CanonicalReader reader(envelope);
    const std::uint8_t suite = reader.u8();
    if (!reader.ok())
        return damaged(QStringLiteral("envelope length"));
    if (suite != kEnvelopeSuite)
        return base::fail(base::ErrorCode::NewerFormat, QStringLiteral("envelope suite"));
    if (envelope.size() < envelopeSize(0) || envelope.size() > envelopeSize(kEnvelopeMaxPlaintext)
        || paddedSize(envelope.size() - kEnvelopeOverhead - kLengthPrefix) != envelope.size() - kEnvelopeOverhead)
        return damaged(QStringLiteral("envelope length"));
    if (reader.u32() != gen)
        return damaged(QStringLiteral("envelope generation"));
    return {};
}

} // namespace

base::Result<RoleKey> RoleKey::create(base::SecretBytes key)
{
    if (key.size() != kAesKeySize)
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("role key length"));
    LATCHKEY_TRY(HmacSha256 mac, HmacSha256::create(key.exposeBytes()));
    return RoleKey(std::move(mac));
}

base::Result<QByteArray> sealEnvelope(const RoleKey &key, std::uint32_t gen, base::ByteView aad, base::ByteView plaintext,
                                      base::RandomSource &random)
{
    if (plaintext.size() > kEnvelopeMaxPlaintext || aad.size() > kEnvelopeMaxPlaintext)
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("envelope plaintext length"));
    QByteArray envelope(static_cast<qsizetype>(envelopeSize(plaintext.size())), Qt::Uninitialized);
    const base::ByteSpan out(reinterpret_cast<unsigned char *>(envelope.data()), static_cast<std::size_t>(envelope.size()));
    base::CanonicalWriter start;
    start.u8(kEnvelopeSuite).u32(gen);
    std::ranges::copy(start.view(), out.begin());
    // Salt and nonce stand side by side: one call fills both.
    LATCHKEY_CHECK(random.fill(out.subspan(5, kEnvelopeSaltSize + kGcmNonceSize)));

    const Parts parts(out);
    LATCHKEY_TRY(const base::SecretBytes keys, messageKeys(key, parts.salt, aad));
    std::ranges::copy(keys.exposeBytes().last(kEnvelopeCommitSize), out.begin() + kEnvelopeCommitOffset);
    LATCHKEY_TRY(const base::SecretBytes padded, pad(plaintext));
    LATCHKEY_CHECK(aesGcmSealInto(keys.exposeBytes().first(kAesKeySize), parts.nonce, base::view(gcmAad(gen, aad)),
                                  padded.exposeBytes(), out.subspan(kHeaderSize)));
    return envelope;
}

base::Result<base::SecretBytes> openEnvelope(const RoleKey &key, std::uint32_t gen, base::ByteView aad,
                                             base::ByteView envelope)
{
    LATCHKEY_CHECK(checkShape(gen, envelope));
    const Parts parts(envelope);
    LATCHKEY_TRY(const base::SecretBytes keys, messageKeys(key, parts.salt, aad));
    if (!base::equalConstantTime(keys.exposeBytes().last(kEnvelopeCommitSize), parts.commit))
        return damaged(QStringLiteral("envelope commitment"));
    LATCHKEY_TRY(base::SecretBytes padded,
                 aesGcmOpen(keys.exposeBytes().first(kAesKeySize), parts.nonce, base::view(gcmAad(gen, aad)), parts.body));
    return unpad(std::move(padded));
}

} // namespace crypto
