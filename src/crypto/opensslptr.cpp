// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/opensslptr.h"

namespace crypto::detail {

const EVP_MD *sha256Algorithm() noexcept
{
    static const EVP_MD *const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return algorithm;
}

const EVP_CIPHER *aes256GcmAlgorithm() noexcept
{
    static const EVP_CIPHER *const algorithm = EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr);
    return algorithm;
}

} // namespace crypto::detail
