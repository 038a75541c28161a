// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretbytes.h"

#include <cstddef>

namespace crypto {

/// AES-256-GCM (NIST SP 800-38D) with a 12-byte nonce and a 16-byte tag; any other length is refused with InvalidArgument
/// before OpenSSL sees it. GCM does not commit to its key: data that an attacker may choose goes through envelope.h.
/// A nonce must never be used twice under one key. All functions are thread-safe.
inline constexpr std::size_t kAesKeySize = 32;
inline constexpr std::size_t kGcmNonceSize = 12;
inline constexpr std::size_t kGcmTagSize = 16;
/// Longest message and longest associated data, far below the limit of GCM itself.
inline constexpr std::size_t kGcmMaxMessage = std::size_t{64} << 20;

/// ciphertext || tag.
[[nodiscard]] base::Result<QByteArray> aesGcmSeal(base::ByteView key, base::ByteView nonce, base::ByteView aad,
                                                  base::ByteView plaintext);

/// The same into the caller's memory; `out` must hold exactly plaintext.size() + kGcmTagSize bytes.
[[nodiscard]] base::Result<void> aesGcmSealInto(base::ByteView key, base::ByteView nonce, base::ByteView aad,
                                                base::ByteView plaintext, base::ByteSpan out);

/// The plaintext, or IntegrityFailure when key, nonce, associated data, ciphertext or tag do not belong together; nothing of
/// the plaintext is given out then.
[[nodiscard]] base::Result<base::SecretBytes> aesGcmOpen(base::ByteView key, base::ByteView nonce, base::ByteView aad,
                                                         base::ByteView ciphertextAndTag);

} // namespace crypto
