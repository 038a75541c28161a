// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/hkdf.h"

#include <algorithm>

namespace crypto {

namespace {

constexpr std::size_t kHashSize = 32;

} // namespace

base::Result<base::SecretBytes> hkdfExtract(base::ByteView salt, base::ByteView ikm)
{
    LATCHKEY_TRY(base::SecretBytes prk, base::SecretBytes::allocate(kHashSize));
    LATCHKEY_TRY(const HmacSha256 mac, HmacSha256::create(salt));
    mac.computeInto({ikm}, prk.exposeForWriting().first<kHashSize>());
    return prk;
}

base::Result<void> hkdfExpandInto(const HmacSha256 &prk, base::ByteView info, base::ByteSpan out)
{
    if (out.empty() || out.size() > kHkdfMaxLength)
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("hkdf length"));
    // Whole blocks are written straight into `out`, where the next block also reads the last one from.
    base::ByteView previous;
    unsigned char counter = 1;
    for (std::size_t at = 0; at < out.size(); at += kHashSize, ++counter) {
        const base::ByteView count(&counter, 1);
        if (out.size() - at >= kHashSize) {
            const auto block = out.subspan(at).first<kHashSize>();
            prk.computeInto({previous, info, count}, block);
            previous = block;
        } else {
            base::Digest32 last = prk.compute({previous, info, count});
            std::ranges::copy(base::ByteView(last).first(out.size() - at), out.begin() + static_cast<std::ptrdiff_t>(at));
            base::wipe(last);
        }
    }
    return {};
}

base::Result<base::SecretBytes> hkdfExpand(const base::SecretBytes &prk, base::ByteView info, std::size_t length)
{
    if (length > kHkdfMaxLength)
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("hkdf length"));
    LATCHKEY_TRY(const HmacSha256 mac, HmacSha256::create(prk.exposeBytes()));
    LATCHKEY_TRY(base::SecretBytes okm, base::SecretBytes::allocate(length));
    LATCHKEY_CHECK(hkdfExpandInto(mac, info, okm.exposeForWriting()));
    return okm;
}

} // namespace crypto
