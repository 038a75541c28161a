// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <openssl/bio.h>
#include <openssl/evp.h>

#include <memory>

namespace crypto::detail {

struct OpenSslDeleter {
    void operator()(BIO *bio) const noexcept { BIO_free(bio); }
    void operator()(EVP_CIPHER_CTX *context) const noexcept { EVP_CIPHER_CTX_free(context); }
    void operator()(EVP_MD_CTX *context) const noexcept { EVP_MD_CTX_free(context); }
    void operator()(EVP_PKEY *key) const noexcept { EVP_PKEY_free(key); }
};

/// Owner of an OpenSSL object. Freeing a digest or cipher context wipes the state inside it.
template<typename T>
using OpenSslPtr = std::unique_ptr<T, OpenSslDeleter>;

/// Fetched once: a fetch by name costs more than hashing 64 bytes. Null only when OpenSSL lacks the algorithm.
[[nodiscard]] const EVP_MD *sha256Algorithm() noexcept;
[[nodiscard]] const EVP_CIPHER *aes256GcmAlgorithm() noexcept;

/// For hash steps whose only way to fail is memory or a broken OpenSSL: a digest that is none must never be compared with.
inline void require(bool done)
{
    if (!done)
        qFatal("OpenSSL failed in a hash function");
}

} // namespace crypto::detail
