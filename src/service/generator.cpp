// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/generator.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace service {

namespace {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::SecretBytes;

constexpr std::size_t kAesBytes = 32;
constexpr std::size_t kPasswordLength = 24;
constexpr std::size_t kShortestPassword = 8;
constexpr std::size_t kTokenLength = 43;
constexpr std::size_t kShortestToken = 22; // 128 bits
constexpr std::size_t kLongest = 1024;

struct CharacterClass {
    QLatin1StringView name;
    std::string_view characters;
};

// Without quotes, backslash, backtick and space: a value is pasted into shells and configuration files.
constexpr std::array kClasses{
    CharacterClass{QLatin1StringView("lower"), "abcdefghijklmnopqrstuvwxyz"},
    CharacterClass{QLatin1StringView("upper"), "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
    CharacterClass{QLatin1StringView("digits"), "0123456789"},
    CharacterClass{QLatin1StringView("symbols"), "!#$%&()*+,-./:;<=>?@[]^_{|}~"},
};
constexpr std::string_view kBase64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view kBase64Url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Random characters of an alphabet. A byte that would make some of them likelier than others is thrown away.
class Chooser final {
public:
    Chooser(std::string_view alphabet, base::RandomSource &random) : m_alphabet(alphabet), m_random(random) {}

    Result<void> fill(base::ByteSpan out)
    {
        for (unsigned char &character : out) {
            LATCHKEY_TRY(const std::size_t at, next());
            character = static_cast<unsigned char>(m_alphabet[at]);
        }
        return {};
    }

private:
    Result<std::size_t> next()
    {
        const std::size_t usable = 256 - 256 % m_alphabet.size();
        for (;;) {
            if (m_used == m_bytes.size()) {
                LATCHKEY_TRY(m_bytes, base::newSecret(m_random, kBlock));
                m_used = 0;
            }
            const std::size_t byte = m_bytes.exposeBytes()[m_used++];
            if (byte < usable)
                return byte % m_alphabet.size();
        }
    }

    static constexpr std::size_t kBlock = 64;
    std::string_view m_alphabet;
    base::RandomSource &m_random;
    SecretBytes m_bytes;
    std::size_t m_used = 0;
};

Result<SecretBytes> base64Of(const SecretBytes &bytes)
{
    const base::ByteView in = bytes.exposeBytes();
    LATCHKEY_TRY(SecretBytes out, SecretBytes::allocate((in.size() + 2) / 3 * 4));
    const base::ByteSpan text = out.exposeForWriting();
    std::ranges::fill(text, static_cast<unsigned char>('='));
    for (std::size_t i = 0, at = 0; i < in.size(); i += 3, at += 4) {
        const std::size_t count = std::min<std::size_t>(3, in.size() - i);
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k)
            group = group << 8 | (k < count ? in[i + k] : 0U);
        for (std::size_t k = 0; k <= count; ++k)
            text[at + k] = static_cast<unsigned char>(kBase64[group >> (18 - 6 * k) & 63]);
    }
    return out;
}

Result<QList<CharacterClass>> classesOf(const QStringList &names)
{
    QList<CharacterClass> out;
    for (const CharacterClass &each : kClasses) {
        if (names.isEmpty() || names.contains(each.name))
            out << each;
    }
    const bool known = std::ranges::all_of(names, [](const QString &name) {
        return std::ranges::any_of(kClasses, [&name](const CharacterClass &each) { return name == each.name; });
    });
    if (!known)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("--classes"));
    return out;
}

Result<std::size_t> lengthOf(const GeneratorPolicy &policy, std::size_t usual, std::size_t least)
{
    if (policy.length == 0)
        return usual;
    if (policy.length < least || policy.length > kLongest)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("--length"));
    return policy.length;
}

Result<SecretBytes> password(const GeneratorPolicy &policy, base::RandomSource &random)
{
    LATCHKEY_TRY(const QList<CharacterClass> classes, classesOf(policy.classes));
    LATCHKEY_TRY(const std::size_t length, lengthOf(policy, kPasswordLength, kShortestPassword));
    std::string alphabet;
    for (const CharacterClass &each : classes)
        alphabet += each.characters;
    LATCHKEY_TRY(SecretBytes out, SecretBytes::allocate(length));
    Chooser chooser(alphabet, random);
    const auto has = [&out](const CharacterClass &each) {
        return out.exposeText().find_first_of(each.characters) != std::string_view::npos;
    };
    // Thrown away as a whole where a class is missing: to put one in afterwards would make some places and characters likelier.
    do {
        LATCHKEY_CHECK(chooser.fill(out.exposeForWriting()));
    } while (!std::ranges::all_of(classes, has));
    return out;
}

Result<SecretBytes> token(const GeneratorPolicy &policy, base::RandomSource &random)
{
    LATCHKEY_TRY(const std::size_t length, lengthOf(policy, kTokenLength, kShortestToken));
    LATCHKEY_TRY(SecretBytes out, SecretBytes::allocate(length));
    LATCHKEY_CHECK(Chooser(kBase64Url, random).fill(out.exposeForWriting()));
    return out;
}

} // namespace

std::optional<GeneratedForm> generatedForm(const QString &name)
{
    if (name == QLatin1StringView("aes256"))
        return GeneratedForm::Aes256;
    if (name == QLatin1StringView("password"))
        return GeneratedForm::Password;
    return name == QLatin1StringView("token") ? std::optional(GeneratedForm::Token) : std::nullopt;
}

base::Result<base::SecretBytes> generateSecret(const GeneratorPolicy &policy, base::RandomSource &random)
{
    if (policy.form != GeneratedForm::Password && !policy.classes.isEmpty())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("--classes"));
    if (policy.form == GeneratedForm::Aes256 && policy.length != 0)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("--length"));
    switch (policy.form) {
    case GeneratedForm::Password:
        return password(policy, random);
    case GeneratedForm::Token:
        return token(policy, random);
    case GeneratedForm::Aes256:
        break;
    }
    LATCHKEY_TRY(const SecretBytes key, base::newSecret(random, kAesBytes));
    return base64Of(key);
}

} // namespace service
