// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secretjson.h"

#include "base/secretjsontree.h"

#include <algorithm>
#include <array>

namespace base {

namespace {

/// The escape of a character that must not stand in a JSON string as it is (RFC 8259, section 7); empty for all others.
std::string_view escapeOf(char character, std::array<char, 6> &room)
{
    constexpr std::string_view digits = "0123456789abcdef";
    switch (character) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\b':
        return "\\b";
    case '\f':
        return "\\f";
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    default:
        break;
    }
    const auto code = static_cast<unsigned char>(character);
    if (code >= 0x20)
        return {};
    room = {'\\', 'u', '0', '0', digits[code >> 4], digits[code & 15]};
    return {room.data(), room.size()};
}

} // namespace

Result<SecretFields> parseSecretObject(const SecretBytes &text)
{
    LATCHKEY_TRY(const SecretJson root, parseSecretJson(text));
    const auto isText = [](const SecretJsonMember &member) { return member.second.isText(); };
    if (!root.isObject() || !std::ranges::all_of(root.members, isText))
        return fail(ErrorCode::InvalidJson, QStringLiteral("an object of strings is expected"));
    SecretFields out;
    for (const SecretJsonMember &member : root.members) {
        LATCHKEY_TRY(SecretBytes value, member.second.text.copy());
        out.emplace(member.first, std::move(value));
    }
    return out;
}

Result<void> appendJsonText(SecretBuilder &out, std::string_view text)
{
    LATCHKEY_CHECK(out.append("\""));
    std::array<char, 6> room{};
    std::size_t done = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::string_view escape = escapeOf(text[at], room);
        if (escape.empty())
            continue;
        LATCHKEY_CHECK(out.append(text.substr(done, at - done)));
        LATCHKEY_CHECK(out.append(escape));
        done = at + 1;
    }
    LATCHKEY_CHECK(out.append(text.substr(done)));
    return out.append("\"");
}

Result<SecretBytes> writeSecretObject(const SecretFields &fields)
{
    SecretBuilder builder;
    LATCHKEY_CHECK(builder.append("{"));
    bool first = true;
    for (const auto &[name, value] : fields) {
        if (!std::exchange(first, false))
            LATCHKEY_CHECK(builder.append(","));
        LATCHKEY_CHECK(appendJsonText(builder, name.toStdString()));
        LATCHKEY_CHECK(builder.append(":"));
        LATCHKEY_CHECK(appendJsonText(builder, value.exposeText()));
    }
    LATCHKEY_CHECK(builder.append("}"));
    SecretBytes out = builder.take();
    // What we write must be readable: this is also the check of the values' UTF-8.
    LATCHKEY_CHECK(parseSecretObject(out));
    return out;
}

Result<SecretFields> cloneFields(const SecretFields &fields)
{
    SecretFields out;
    for (const auto &[name, value] : fields) {
        LATCHKEY_TRY(SecretBytes copy, value.clone());
        out.emplace(name, std::move(copy));
    }
    return out;
}

} // namespace base
