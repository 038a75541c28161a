// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/hash.h"

#include "crypto/opensslptr.h"

namespace crypto {

base::Digest32 sha256(base::ByteView bytes)
{
    base::Digest32 digest{};
    detail::require(EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, detail::sha256Algorithm(), nullptr) == 1);
    return digest;
}

} // namespace crypto
