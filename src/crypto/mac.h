// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/error.h"

#include <array>
#include <initializer_list>
#include <memory>

namespace crypto {

using Digest64 = std::array<unsigned char, 64>;

/// HMAC-SHA-256 (RFC 2104) under one key that is used many times: the key is prepared once and the prepared state, which is
/// as good as the key, is wiped at destruction. compute() is const and may run on several threads at once; it ends the
/// process when OpenSSL fails (out of memory), because a MAC that is not a MAC must never reach a comparison.
class HmacSha256 final {
public:
    /// Any key length, also none (RFC 5869 needs that). CryptoFailure or OutOfSecureMemory only.
    [[nodiscard]] static base::Result<HmacSha256> create(base::ByteView key);
    HmacSha256(HmacSha256 &&other) noexcept;
    HmacSha256 &operator=(HmacSha256 &&other) noexcept;
    HmacSha256(const HmacSha256 &) = delete;
    HmacSha256 &operator=(const HmacSha256 &) = delete;
    ~HmacSha256();

    [[nodiscard]] base::Digest32 compute(base::ByteView message) const { return compute({message}); }
    /// The MAC of the parts one after the other. Nothing separates them: lengths must be fixed or written by CanonicalWriter.
    [[nodiscard]] base::Digest32 compute(std::initializer_list<base::ByteView> parts) const;
    /// The same into the caller's memory, for a result that is itself a key.
    void computeInto(std::initializer_list<base::ByteView> parts, std::span<unsigned char, 32> out) const;

private:
    struct State;
    explicit HmacSha256(std::unique_ptr<State> state) noexcept;
    std::unique_ptr<State> m_state;
};

/// One-shot forms for request signing.
[[nodiscard]] base::Result<base::Digest32> hmacSha256(base::ByteView key, base::ByteView message);
[[nodiscard]] base::Result<Digest64> hmacSha512(base::ByteView key, base::ByteView message);

} // namespace crypto
