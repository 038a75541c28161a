// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/randomsource.h"
#include "base/secretbytes.h"
#include "crypto/mac.h"

#include <cstddef>
#include <cstdint>

namespace crypto {

/// The envelope around every encrypted value of a vault:
///
///     suite(1) = 0x01 | gen(be32) | salt(16) | nonce(12) | commit(32) | ciphertext | tag(16)
///
/// Each encryption has its own key: HKDF-Expand(role key, "enc" || salt || SHA-256(aad), 64) gives the AES-256-GCM key and,
/// because GCM alone does not commit to a key, a commitment that is compared before anything is decrypted. GCM's associated
/// data is suite(1) | gen(be32) | aad. The plaintext is be32 length | value | zeros up to the next bucket (64, 128, 256,
/// 512, then multiples of 512), so that a file tells sizes only roughly.
inline constexpr std::uint8_t kEnvelopeSuite = 0x01;
inline constexpr std::size_t kEnvelopeSaltSize = 16;
inline constexpr std::size_t kEnvelopeCommitSize = 32;
/// Bytes around the ciphertext.
inline constexpr std::size_t kEnvelopeOverhead = 1 + 4 + kEnvelopeSaltSize + 12 + kEnvelopeCommitSize + 16;
/// Offset of `commit`; the tag is the last 16 bytes.
inline constexpr std::size_t kEnvelopeCommitOffset = 1 + 4 + kEnvelopeSaltSize + 12;
inline constexpr std::size_t kEnvelopeMaxPlaintext = std::size_t{1} << 20;

/// Size of the padded plaintext, and so of the ciphertext, of a value of `size` bytes.
[[nodiscard]] constexpr std::size_t paddedSize(std::size_t size) noexcept
{
    const std::size_t needed = size + 4;
    for (const std::size_t bucket : {std::size_t{64}, std::size_t{128}, std::size_t{256}}) {
        if (needed <= bucket)
            return bucket;
    }
    return (needed + 511) / 512 * 512;
}

/// Size of the whole envelope of a value of `size` bytes.
[[nodiscard]] constexpr std::size_t envelopeSize(std::size_t size) noexcept
{
    return kEnvelopeOverhead + paddedSize(size);
}

/// A 32-byte key for one role ("meta", "secret", ...), prepared once. Move-only, wiped at destruction; const use from several
/// threads is safe.
class RoleKey final {
public:
    /// InvalidArgument when `key` does not have 32 bytes. The key is consumed: only its prepared form is kept.
    [[nodiscard]] static base::Result<RoleKey> create(base::SecretBytes key);

    [[nodiscard]] const HmacSha256 &mac() const noexcept { return m_mac; }

private:
    explicit RoleKey(HmacSha256 mac) noexcept : m_mac(std::move(mac)) {}
    HmacSha256 m_mac;
};

/// Encrypts `plaintext` (at most kEnvelopeMaxPlaintext bytes, else InvalidArgument) under a fresh derived key.
[[nodiscard]] base::Result<QByteArray> sealEnvelope(const RoleKey &key, std::uint32_t gen, base::ByteView aad,
                                                    base::ByteView plaintext, base::RandomSource &random);

/// The value, or NewerFormat for an unknown suite, or IntegrityFailure for anything else that is not exactly what
/// sealEnvelope() made with this key, generation and associated data.
[[nodiscard]] base::Result<base::SecretBytes> openEnvelope(const RoleKey &key, std::uint32_t gen, base::ByteView aad,
                                                           base::ByteView envelope);

} // namespace crypto
