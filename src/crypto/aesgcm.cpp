// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/aesgcm.h"

#include "crypto/opensslptr.h"

#include <openssl/err.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace crypto {

namespace {

enum class Direction : std::uint8_t { Open = 0, Seal = 1 };

base::Result<void> checkLengths(base::ByteView key, base::ByteView nonce, base::ByteView aad, std::size_t message)
{
    if (key.size() != kAesKeySize || nonce.size() != kGcmNonceSize || aad.size() > kGcmMaxMessage
        || message > kGcmMaxMessage)
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("aes-gcm length"));
    return {};
}

std::unexpected<base::Error> opensslFailure()
{
    ERR_clear_error();
    return base::fail(base::ErrorCode::CryptoFailure, QStringLiteral("aes-gcm"));
}

/// A context that has taken in key, nonce and associated data. A new one each time: a kept context would hold the last
/// message's key schedule beyond the lock.
detail::OpenSslPtr<EVP_CIPHER_CTX> begin(Direction direction, base::ByteView key, base::ByteView nonce, base::ByteView aad)
{
    detail::OpenSslPtr<EVP_CIPHER_CTX> context(EVP_CIPHER_CTX_new());
    int ignored = 0;
    const bool started = context && detail::aes256GcmAlgorithm() != nullptr
        && EVP_CipherInit_ex2(context.get(), detail::aes256GcmAlgorithm(), key.data(), nonce.data(),
                              static_cast<int>(direction), nullptr)
            == 1
        && (aad.empty()
            || EVP_CipherUpdate(context.get(), nullptr, &ignored, aad.data(), static_cast<int>(aad.size())) == 1);
    if (!started)
        context.reset();
    return context;
}

bool process(EVP_CIPHER_CTX *context, base::ByteView in, unsigned char *out)
{
    int written = 0;
    return in.empty()
        || (EVP_CipherUpdate(context, out, &written, in.data(), static_cast<int>(in.size())) == 1
            && static_cast<std::size_t>(written) == in.size());
}

} // namespace

base::Result<void> aesGcmSealInto(base::ByteView key, base::ByteView nonce, base::ByteView aad, base::ByteView plaintext,
                                  base::ByteSpan out)
{
    LATCHKEY_CHECK(checkLengths(key, nonce, aad, plaintext.size()));
    if (out.size() != plaintext.size() + kGcmTagSize)
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("aes-gcm length"));
    const auto context = begin(Direction::Seal, key, nonce, aad);
    unsigned char *tag = out.data() + plaintext.size();
    int ignored = 0;
    if (!context || !process(context.get(), plaintext, out.data()) || EVP_CipherFinal_ex(context.get(), tag, &ignored) != 1
        || EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, static_cast<int>(kGcmTagSize), tag) != 1)
        return opensslFailure();
    return {};
}

base::Result<QByteArray> aesGcmSeal(base::ByteView key, base::ByteView nonce, base::ByteView aad, base::ByteView plaintext)
{
    LATCHKEY_CHECK(checkLengths(key, nonce, aad, plaintext.size()));
    QByteArray out(static_cast<qsizetype>(plaintext.size() + kGcmTagSize), Qt::Uninitialized);
    const base::ByteSpan span(reinterpret_cast<unsigned char *>(out.data()), static_cast<std::size_t>(out.size()));
    LATCHKEY_CHECK(aesGcmSealInto(key, nonce, aad, plaintext, span));
    return out;
}

base::Result<base::SecretBytes> aesGcmOpen(base::ByteView key, base::ByteView nonce, base::ByteView aad,
                                           base::ByteView ciphertextAndTag)
{
    LATCHKEY_CHECK(checkLengths(key, nonce, aad, ciphertextAndTag.size()));
    if (ciphertextAndTag.size() < kGcmTagSize)
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("aes-gcm length"));
    const base::ByteView ciphertext = ciphertextAndTag.first(ciphertextAndTag.size() - kGcmTagSize);
    std::array<unsigned char, kGcmTagSize> tag{}; // the call that sets the tag wants it writable
    std::ranges::copy(ciphertextAndTag.last(kGcmTagSize), tag.begin());

    LATCHKEY_TRY(base::SecretBytes plaintext, base::SecretBytes::allocate(ciphertext.size()));
    const auto context = begin(Direction::Open, key, nonce, aad);
    if (!context || !process(context.get(), ciphertext, plaintext.exposeForWriting().data())
        || EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, static_cast<int>(kGcmTagSize), tag.data()) != 1)
        return opensslFailure();
    // Until the tag is found right the bytes are only ours; on failure they are wiped with `plaintext`.
    std::array<unsigned char, kGcmTagSize> none{};
    int ignored = 0;
    if (EVP_CipherFinal_ex(context.get(), none.data(), &ignored) != 1) {
        ERR_clear_error();
        return base::fail(base::ErrorCode::IntegrityFailure, QStringLiteral("aes-gcm tag"));
    }
    return plaintext;
}

} // namespace crypto
