// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretbytes.h"
#include "crypto/mac.h"

#include <cstddef>

namespace crypto {

/// HKDF with SHA-256 (RFC 5869), in its two steps.
inline constexpr std::size_t kHkdfMaxLength = std::size_t{255} * 32;

/// Step 1: a 32-byte pseudorandom key. An empty salt means 32 zero bytes (RFC 5869 section 2.2).
[[nodiscard]] base::Result<base::SecretBytes> hkdfExtract(base::ByteView salt, base::ByteView ikm);

/// Step 2: `length` bytes for one purpose, named by `info`. InvalidArgument for a length of 0 or above kHkdfMaxLength.
[[nodiscard]] base::Result<base::SecretBytes> hkdfExpand(const base::SecretBytes &prk, base::ByteView info,
                                                         std::size_t length);

/// The same under a key that is already prepared, into the caller's memory.
[[nodiscard]] base::Result<void> hkdfExpandInto(const HmacSha256 &prk, base::ByteView info, base::ByteSpan out);

} // namespace crypto
