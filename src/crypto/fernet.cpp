// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/fernet.h"

#include "crypto/mac.h"
#include "crypto/opensslptr.h"

#include <openssl/err.h>

#include <array>
#include <cstdint>

namespace crypto {

namespace {

using base::ErrorCode;
using base::fail;

constexpr std::size_t kHalf = 16; ///< of the key
constexpr std::size_t kKey = 2 * kHalf;
constexpr std::size_t kBlock = 16;
constexpr std::size_t kIvAt = 9; ///< after the version and eight bytes of time
constexpr std::size_t kHeader = kIvAt + kBlock;
constexpr std::size_t kMac = 32;
constexpr unsigned char kVersion = 0x80;
/// Of a token's text; far more than any store of keys holds.
constexpr std::size_t kLongestToken = std::size_t{4} << 20;
constexpr std::string_view kBlank(" \t\r\n");

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(kBlank);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

/// Six bits of a character of RFC 4648, section 5; -1 for any other. A key goes through here, so no table is looked into.
int sextet(unsigned char c)
{
    const auto within = [c](unsigned char from, unsigned char to) { return c >= from && c <= to; };
    if (within('A', 'Z'))
        return c - 'A';
    if (within('a', 'z'))
        return c - 'a' + 26;
    if (within('0', '9'))
        return c - '0' + 52;
    if (c == '-')
        return 62;
    return c == '_' ? 63 : -1;
}

/// The text without padding, when it has none or exactly what belongs to its length.
std::optional<std::string_view> withoutPadding(std::string_view text)
{
    const std::size_t end = text.find_last_not_of('=');
    const std::size_t length = end == std::string_view::npos ? 0 : end + 1;
    const std::size_t padding = text.size() - length;
    if (length % 4 == 1 || (padding != 0 && (text.size() % 4 != 0 || padding > 2)))
        return std::nullopt;
    return text.substr(0, length);
}

std::size_t decodedSize(std::string_view bare)
{
    return bare.size() * 3 / 4;
}

/// Strict: no other characters, and the bits that no byte takes are zero, so that each value has one text only.
bool decode(std::string_view bare, base::ByteSpan out)
{
    std::uint32_t bits = 0;
    int count = 0;
    std::size_t at = 0;
    for (const char c : bare) {
        const int value = sextet(static_cast<unsigned char>(c));
        if (value < 0)
            return false;
        bits = (bits << 6U) | static_cast<std::uint32_t>(value);
        count += 6;
        if (count >= 8) {
            count -= 8;
            out[at++] = static_cast<unsigned char>(bits >> static_cast<unsigned>(count));
            bits &= (1U << static_cast<unsigned>(count)) - 1;
        }
    }
    return bits == 0;
}

std::unexpected<base::Error> notMade()
{
    ERR_clear_error();
    return fail(ErrorCode::IntegrityFailure, QStringLiteral("fernet token"));
}

/// The MAC was right. Padding that is not comes from whoever made the token, and tells nobody anything.
base::Result<base::SecretBytes> decrypt(base::ByteView key, base::ByteView iv, base::ByteView ciphertext)
{
    LATCHKEY_TRY(base::SecretBytes plaintext, base::SecretBytes::allocate(ciphertext.size() + kBlock));
    const detail::OpenSslPtr<EVP_CIPHER_CTX> context(EVP_CIPHER_CTX_new());
    int written = 0;
    int last = 0;
    unsigned char *out = plaintext.exposeForWriting().data();
    if (!context || EVP_DecryptInit_ex2(context.get(), EVP_aes_128_cbc(), key.data(), iv.data(), nullptr) != 1)
        return fail(ErrorCode::CryptoFailure, QStringLiteral("aes-cbc"));
    if (EVP_DecryptUpdate(context.get(), out, &written, ciphertext.data(), static_cast<int>(ciphertext.size())) != 1
        || EVP_DecryptFinal_ex(context.get(), out + written, &last) != 1)
        return notMade();
    plaintext.shrink(static_cast<std::size_t>(written) + static_cast<std::size_t>(last));
    return plaintext;
}

} // namespace

base::Result<FernetKey> FernetKey::parse(std::string_view text)
{
    const auto bare = withoutPadding(trimmed(text));
    if (!bare || decodedSize(*bare) != kKey)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("fernet key"));
    LATCHKEY_TRY(base::SecretBytes key, base::SecretBytes::allocate(kKey));
    if (!decode(*bare, key.exposeForWriting()))
        return fail(ErrorCode::InvalidArgument, QStringLiteral("fernet key"));
    return FernetKey(std::move(key));
}

base::Result<base::SecretBytes> FernetKey::open(std::string_view token) const
{
    const auto bare = withoutPadding(trimmed(token));
    const std::size_t size = bare ? decodedSize(*bare) : 0;
    if (!bare || bare->size() > kLongestToken || size < kHeader + kBlock + kMac)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("fernet token"));
    QByteArray bytes(static_cast<qsizetype>(size), Qt::Uninitialized); // nothing secret: it is encrypted
    const base::ByteSpan whole(reinterpret_cast<unsigned char *>(bytes.data()), size);
    if (!decode(*bare, whole) || whole[0] != kVersion || (size - kHeader - kMac) % kBlock != 0)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("fernet token"));

    const base::ByteView key = m_key.exposeBytes();
    const base::ByteView body = base::ByteView(whole).first(size - kMac);
    LATCHKEY_TRY(const base::Digest32 mac, hmacSha256(key.first(kHalf), body));
    if (!base::equalConstantTime(mac, base::ByteView(whole).last(kMac)))
        return notMade();
    return decrypt(key.last(kHalf), body.subspan(kIvAt, kBlock), body.subspan(kHeader));
}

bool looksLikeFernet(std::string_view text) noexcept
{
    // 0x80 and four zero bytes, the upper half of the time in seconds.
    return trimmed(text).starts_with("gAAAA");
}

} // namespace crypto
