// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/error.h"
#include "base/secretbytes.h"

namespace base {

/// Source of cryptographic randomness; injected so that known-answer tests are possible. Thread-safe.
class RandomSource {
public:
    virtual ~RandomSource() = default;
    /// Fills `out` completely or fails; a failure is never papered over.
    [[nodiscard]] virtual Result<void> fill(ByteSpan out) = 0;
};

/// OpenSSL's generator, seeded by the operating system.
class SystemRandomSource final : public RandomSource {
public:
    [[nodiscard]] Result<void> fill(ByteSpan out) override;
};

/// A random version 4 UUID (RFC 4122).
[[nodiscard]] Result<QUuid> newUuid(RandomSource &random);

/// `length` random bytes in secure memory.
[[nodiscard]] Result<SecretBytes> newSecret(RandomSource &random, std::size_t length);

} // namespace base
