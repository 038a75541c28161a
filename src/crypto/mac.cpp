// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/mac.h"

#include "base/secretbytes.h"
#include "crypto/hash.h"
#include "crypto/opensslptr.h"

#include <openssl/err.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <limits>

namespace crypto {

namespace {

constexpr std::size_t kBlockSize = 64;
constexpr unsigned char kInnerPad = 0x36;
constexpr unsigned char kOuterPad = 0x5c;

/// A digest that has taken in the key, each byte combined with `pad`; null when OpenSSL has no memory.
detail::OpenSslPtr<EVP_MD_CTX> startWith(base::ByteView block, unsigned char pad)
{
    std::array<unsigned char, kBlockSize> padded{};
    std::ranges::transform(block, padded.begin(),
                           [pad](unsigned char byte) { return static_cast<unsigned char>(byte ^ pad); });
    detail::OpenSslPtr<EVP_MD_CTX> context(EVP_MD_CTX_new());
    const bool started = context && EVP_DigestInit_ex2(context.get(), detail::sha256Algorithm(), nullptr) == 1
        && EVP_DigestUpdate(context.get(), padded.data(), padded.size()) == 1;
    base::wipe(padded);
    if (!started)
        context.reset();
    return context;
}

} // namespace

/// The two digests of HMAC with the key already in. Copying them costs 0.2 us for a whole MAC, half of EVP_MAC_CTX_dup and a
/// third of giving the key again (OpenSSL 3.0), and reading a shared state is safe from several threads.
struct HmacSha256::State {
    detail::OpenSslPtr<EVP_MD_CTX> inner;
    detail::OpenSslPtr<EVP_MD_CTX> outer;
};

HmacSha256::HmacSha256(std::unique_ptr<State> state) noexcept : m_state(std::move(state))
{
}

HmacSha256::HmacSha256(HmacSha256 &&other) noexcept = default;
HmacSha256 &HmacSha256::operator=(HmacSha256 &&other) noexcept = default;
HmacSha256::~HmacSha256() = default;

base::Result<HmacSha256> HmacSha256::create(base::ByteView key)
{
    LATCHKEY_TRY(base::SecretBytes block, base::SecretBytes::allocate(kBlockSize));
    if (key.size() <= kBlockSize) {
        std::ranges::copy(key, block.exposeForWriting().begin());
    } else {
        base::Digest32 digest = sha256(key);
        std::ranges::copy(digest, block.exposeForWriting().begin());
        base::wipe(digest);
    }
    auto state = std::make_unique<State>();
    state->inner = startWith(block.exposeBytes(), kInnerPad);
    state->outer = startWith(block.exposeBytes(), kOuterPad);
    if (!state->inner || !state->outer)
        return base::fail(base::ErrorCode::CryptoFailure, QStringLiteral("hmac"));
    return HmacSha256(std::move(state));
}

void HmacSha256::computeInto(std::initializer_list<base::ByteView> parts, std::span<unsigned char, 32> out) const
{
    const detail::OpenSslPtr<EVP_MD_CTX> work(EVP_MD_CTX_new());
    bool done = work && EVP_MD_CTX_copy_ex(work.get(), m_state->inner.get()) == 1;
    for (const base::ByteView part : parts)
        done = done && EVP_DigestUpdate(work.get(), part.data(), part.size()) == 1;
    done = done && EVP_DigestFinal_ex(work.get(), out.data(), nullptr) == 1
        && EVP_MD_CTX_copy_ex(work.get(), m_state->outer.get()) == 1
        && EVP_DigestUpdate(work.get(), out.data(), out.size()) == 1
        && EVP_DigestFinal_ex(work.get(), out.data(), nullptr) == 1;
    detail::require(done);
}

base::Digest32 HmacSha256::compute(std::initializer_list<base::ByteView> parts) const
{
    base::Digest32 out{};
    computeInto(parts, out);
    return out;
}

base::Result<base::Digest32> hmacSha256(base::ByteView key, base::ByteView message)
{
    LATCHKEY_TRY(const HmacSha256 mac, HmacSha256::create(key));
    return mac.compute(message);
}

base::Result<Digest64> hmacSha512(base::ByteView key, base::ByteView message)
{
    Digest64 out{};
    // A null key would mean "the key of last time" to OpenSSL.
    const unsigned char none = 0;
    const void *keyData = key.empty() ? &none : key.data();
    if (key.size() > std::numeric_limits<int>::max()
        || HMAC(EVP_sha512(), keyData, static_cast<int>(key.size()), message.data(), message.size(), out.data(), nullptr)
            == nullptr) {
        ERR_clear_error();
        return base::fail(base::ErrorCode::CryptoFailure, QStringLiteral("hmac"));
    }
    return out;
}

} // namespace crypto
