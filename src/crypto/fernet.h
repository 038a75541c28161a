// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretbytes.h"

#include <string_view>

namespace crypto {

/// Reads what older tools encrypted with Fernet (AES-128-CBC and HMAC-SHA-256), for import only; Latchkey never writes it.
/// https://github.com/fernet/spec/blob/master/Spec.md
class FernetKey final {
public:
    /// The 44 characters of a key file, base64url of the signing and the encryption key; white space around them does not count.
    /// InvalidArgument for anything else.
    [[nodiscard]] static base::Result<FernetKey> parse(std::string_view text);

    /// What a token holds. Its age is not looked at: what is imported may be years old. InvalidArgument when it is no token,
    /// IntegrityFailure when this key did not make it, or it was changed; both before anything is decrypted.
    [[nodiscard]] base::Result<base::SecretBytes> open(std::string_view token) const;

private:
    explicit FernetKey(base::SecretBytes key) noexcept : m_key(std::move(key)) {}

    base::SecretBytes m_key; ///< 16 bytes for signing, 16 for encryption
};

/// Whether a text begins as every Fernet token does: version 0x80 and a time before the year 2106.
[[nodiscard]] bool looksLikeFernet(std::string_view text) noexcept;

} // namespace crypto
