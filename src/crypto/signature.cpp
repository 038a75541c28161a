// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/signature.h"

#include "crypto/opensslptr.h"

#include <openssl/err.h>
#include <openssl/pem.h>

#include <string_view>

namespace crypto {

namespace {

/// The largest RSA key in use has about 13 kB of PEM.
constexpr std::size_t kLongestPem = std::size_t{64} << 10;

/// OpenSSL's default would prompt on the terminal for the passphrase of an encrypted key.
int refusePassphrase(char *, int, int, void *)
{
    return -1;
}

bool looksLikePrivateKey(std::string_view text) noexcept
{
    const std::size_t begin = text.find("-----BEGIN ");
    return begin != std::string_view::npos && text.find("PRIVATE KEY-----", begin) != std::string_view::npos;
}

/// OpenSSL's PEM reader frees its decoded copy without wiping it; the interposed free() of release builds does that.
detail::OpenSslPtr<EVP_PKEY> readPrivateKey(const base::SecretBytes &pem)
{
    if (pem.size() > kLongestPem || !looksLikePrivateKey(pem.exposeText()))
        return nullptr;
    const detail::OpenSslPtr<BIO> bio(BIO_new_mem_buf(pem.exposeBytes().data(), static_cast<int>(pem.size())));
    if (!bio)
        return nullptr;
    detail::OpenSslPtr<EVP_PKEY> key(PEM_read_bio_PrivateKey(bio.get(), nullptr, &refusePassphrase, nullptr));
    ERR_clear_error();
    return key;
}

PrivateKeyKind kindOf(const EVP_PKEY *key) noexcept
{
    switch (EVP_PKEY_get_base_id(key)) {
    case EVP_PKEY_RSA:
        return PrivateKeyKind::Rsa;
    case EVP_PKEY_ED25519:
        return PrivateKeyKind::Ed25519;
    case EVP_PKEY_EC:
        return PrivateKeyKind::Ec;
    default:
        return PrivateKeyKind::Unreadable;
    }
}

base::Result<QByteArray> sign(const base::SecretBytes &pem, PrivateKeyKind wanted, const EVP_MD *digest,
                              base::ByteView message)
{
    const auto key = readPrivateKey(pem);
    if (!key || kindOf(key.get()) != wanted)
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("private_key"));
    const detail::OpenSslPtr<EVP_MD_CTX> context(EVP_MD_CTX_new());
    auto size = static_cast<std::size_t>(EVP_PKEY_get_size(key.get()));
    QByteArray signature(static_cast<qsizetype>(size), '\0');
    auto *out = reinterpret_cast<unsigned char *>(signature.data());
    if (!context || EVP_DigestSignInit(context.get(), nullptr, digest, nullptr, key.get()) != 1
        || EVP_DigestSign(context.get(), out, &size, message.data(), message.size()) != 1) {
        ERR_clear_error();
        return base::fail(base::ErrorCode::CryptoFailure, QStringLiteral("sign"));
    }
    signature.truncate(static_cast<qsizetype>(size));
    return signature;
}

} // namespace

PrivateKeyKind privateKeyKind(const base::SecretBytes &pem)
{
    if (!looksLikePrivateKey(pem.exposeText()))
        return PrivateKeyKind::None;
    const auto key = readPrivateKey(pem);
    return key ? kindOf(key.get()) : PrivateKeyKind::Unreadable;
}

base::Result<QByteArray> rsaSha256Sign(const base::SecretBytes &pem, base::ByteView message)
{
    return sign(pem, PrivateKeyKind::Rsa, detail::sha256Algorithm(), message);
}

base::Result<QByteArray> ed25519Sign(const base::SecretBytes &pem, base::ByteView message)
{
    return sign(pem, PrivateKeyKind::Ed25519, nullptr, message);
}

} // namespace crypto
