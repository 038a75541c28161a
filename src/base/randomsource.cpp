// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/randomsource.h"

#include <openssl/rand.h>

namespace base {

Result<void> SystemRandomSource::fill(ByteSpan out)
{
    if (RAND_priv_bytes(out.data(), static_cast<int>(out.size())) != 1)
        return fail(ErrorCode::CryptoFailure, QStringLiteral("random generator"));
    return {};
}

Result<QUuid> newUuid(RandomSource &random)
{
    std::array<unsigned char, 16> raw{};
    LATCHKEY_CHECK(random.fill(raw));
    raw[6] = static_cast<unsigned char>((raw[6] & 0x0f) | 0x40);
    raw[8] = static_cast<unsigned char>((raw[8] & 0x3f) | 0x80);
    return QUuid::fromRfc4122(QByteArrayView(raw.data(), 16));
}

Result<SecretBytes> newSecret(RandomSource &random, std::size_t length)
{
    LATCHKEY_TRY(SecretBytes secret, SecretBytes::allocate(length));
    LATCHKEY_CHECK(random.fill(secret.exposeForWriting()));
    return secret;
}

} // namespace base
