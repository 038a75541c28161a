// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/bech32m.h"

#include <algorithm>
#include <array>
#include <optional>

namespace crypto {

namespace {

constexpr std::string_view kAlphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
constexpr std::size_t kChecksumSize = 6;
constexpr std::size_t kMaxLength = 90;
constexpr std::uint32_t kBech32mConstant = 0x2bc830a3;

/// Remainder of the polynomial division of BIP-173, fed one group at a time.
class Polymod final {
public:
    explicit Polymod(std::string_view hrp) noexcept
    {
        for (const char c : hrp)
            feed(static_cast<unsigned char>(c) >> 5);
        feed(0);
        for (const char c : hrp)
            feed(static_cast<unsigned char>(c) & 31);
    }

    void feed(unsigned group) noexcept
    {
        constexpr std::array<std::uint32_t, 5> generator{0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
        const std::uint32_t top = m_state >> 25;
        m_state = ((m_state & 0x1ffffff) << 5) ^ group;
        for (unsigned bit = 0; bit < generator.size(); ++bit) {
            if ((top >> bit) & 1)
                m_state ^= generator[bit];
        }
    }

    [[nodiscard]] std::uint32_t state() const noexcept { return m_state; }

private:
    std::uint32_t m_state = 1;
};

std::unexpected<base::Error> invalid()
{
    return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("bech32m"));
}

bool isUpper(char c) noexcept
{
    return c >= 'A' && c <= 'Z';
}

bool isLower(char c) noexcept
{
    return c >= 'a' && c <= 'z';
}

/// US-ASCII 33 to 126; an upper-case human-readable part would give another checksum, so it is folded before it comes here.
bool goodHrp(std::string_view hrp) noexcept
{
    return !hrp.empty() && std::ranges::all_of(hrp, [](char c) { return c >= 33 && c <= 126 && !isUpper(c); });
}

std::optional<unsigned char> groupOf(char c) noexcept
{
    const std::size_t at = kAlphabet.find(c);
    if (at == std::string_view::npos)
        return std::nullopt;
    return static_cast<unsigned char>(at);
}

} // namespace

base::Result<base::SecretBytes> bech32mEncodeData(std::string_view hrp, base::ByteView groups)
{
    if (!goodHrp(hrp) || hrp.size() + 1 + groups.size() + kChecksumSize > kMaxLength
        || std::ranges::any_of(groups, [](unsigned char group) { return group > 31; }))
        return invalid();
    LATCHKEY_TRY(base::SecretBytes text, base::SecretBytes::allocate(groups.size() + kChecksumSize));
    const base::ByteSpan out = text.exposeForWriting();
    Polymod polymod(hrp);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        polymod.feed(groups[i]);
        out[i] = static_cast<unsigned char>(kAlphabet[groups[i]]);
    }
    for (std::size_t i = 0; i < kChecksumSize; ++i)
        polymod.feed(0);
    const std::uint32_t checksum = polymod.state() ^ kBech32mConstant;
    for (std::size_t i = 0; i < kChecksumSize; ++i)
        out[groups.size() + i] = static_cast<unsigned char>(kAlphabet[(checksum >> (5 * (kChecksumSize - 1 - i))) & 31]);
    return text;
}

base::Result<base::SecretBytes> bech32mDecodeData(std::string_view hrp, std::string_view text)
{
    if (!goodHrp(hrp) || text.size() < kChecksumSize || hrp.size() + 1 + text.size() > kMaxLength)
        return invalid();
    LATCHKEY_TRY(base::SecretBytes groups, base::SecretBytes::allocate(text.size()));
    const base::ByteSpan out = groups.exposeForWriting();
    Polymod polymod(hrp);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto group = groupOf(text[i]);
        if (!group)
            return invalid();
        out[i] = *group;
        polymod.feed(*group);
    }
    if (polymod.state() != kBech32mConstant)
        return invalid();
    groups.shrink(text.size() - kChecksumSize);
    return groups;
}

base::Result<base::SecretBytes> bech32mEncode(std::string_view hrp, base::ByteView groups)
{
    LATCHKEY_TRY(const base::SecretBytes data, bech32mEncodeData(hrp, groups));
    LATCHKEY_TRY(base::SecretBytes text, base::SecretBytes::allocate(hrp.size() + 1 + data.size()));
    auto at = std::ranges::copy(base::view(hrp), text.exposeForWriting().begin()).out;
    *at++ = '1';
    std::ranges::copy(data.exposeBytes(), at);
    return text;
}

base::Result<Bech32mText> bech32mDecode(std::string_view text)
{
    if (text.size() > kMaxLength || (std::ranges::any_of(text, isUpper) && std::ranges::any_of(text, isLower)))
        return invalid();
    const std::size_t separator = text.rfind('1');
    if (separator == std::string_view::npos)
        return invalid();
    LATCHKEY_TRY(base::SecretBytes folded, base::SecretBytes::copyOf(text));
    for (unsigned char &c : folded.exposeForWriting())
        c = isUpper(static_cast<char>(c)) ? static_cast<unsigned char>(c | 0x20) : c;
    Bech32mText out;
    out.hrp = std::string(folded.exposeText().substr(0, separator));
    LATCHKEY_TRY(out.groups, bech32mDecodeData(out.hrp, folded.exposeText().substr(separator + 1)));
    return out;
}

} // namespace crypto
