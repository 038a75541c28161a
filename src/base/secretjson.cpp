// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secretjson.h"

#include "base/parserstack.h"

#include <boost/json/basic_parser_impl.hpp>

#include <array>
#include <optional>
#include <string>

namespace base {

namespace {

namespace json = boost::json;

/// Takes the members of one flat object out of the parser's events, values straight into secure memory. A json::value would
/// leave short strings on the stack and merge names that stand twice.
class FieldCollector {
public:
    static constexpr std::size_t max_object_size = 1000;
    static constexpr std::size_t max_array_size = 0;
    static constexpr std::size_t max_key_size = 1000;
    static constexpr std::size_t max_string_size = 1u << 20;

    SecretFields fields;
    std::optional<Error> fault;

    // The names are Boost.JSON's handler interface. NOLINTBEGIN(readability-identifier-naming)
    bool on_document_begin(json::error_code &) { return true; }
    bool on_document_end(json::error_code &) { return true; }
    bool on_object_begin(json::error_code &error) { return ++m_depth == 1 || refuse(error, ErrorCode::InvalidJson); }
    bool on_object_end(std::size_t, json::error_code &) { return true; }
    bool on_array_begin(json::error_code &error) { return refuse(error, ErrorCode::InvalidJson); }
    bool on_array_end(std::size_t, json::error_code &error) { return refuse(error, ErrorCode::InvalidJson); }
    bool on_key_part(json::string_view text, std::size_t, json::error_code &) { return keyPart(text); }
    bool on_key(json::string_view text, std::size_t, json::error_code &) { return keyPart(text); }
    bool on_string_part(json::string_view text, std::size_t, json::error_code &error) { return valuePart(text, error); }
    bool on_string(json::string_view text, std::size_t, json::error_code &error)
    {
        return valuePart(text, error) && endField(error);
    }
    bool on_number_part(json::string_view, json::error_code &error) { return refuse(error, ErrorCode::InvalidJson); }
    bool on_int64(std::int64_t, json::string_view, json::error_code &error) { return refuse(error, ErrorCode::InvalidJson); }
    bool on_uint64(std::uint64_t, json::string_view, json::error_code &error)
    {
        return refuse(error, ErrorCode::InvalidJson);
    }
    bool on_double(double, json::string_view, json::error_code &error) { return refuse(error, ErrorCode::InvalidJson); }
    bool on_bool(bool, json::error_code &error) { return refuse(error, ErrorCode::InvalidJson); }
    bool on_null(json::error_code &error) { return refuse(error, ErrorCode::InvalidJson); }
    bool on_comment_part(json::string_view, json::error_code &) { return true; }
    bool on_comment(json::string_view, json::error_code &) { return true; }
    // NOLINTEND(readability-identifier-naming)

private:
    bool refuse(json::error_code &error, ErrorCode code,
                const QString &detail = QStringLiteral("an object of strings is expected"))
    {
        error = json::make_error_code(json::error::syntax);
        fault = Error{code, detail};
        return false;
    }

    bool keyPart(json::string_view text)
    {
        m_name.append(text.data(), text.size());
        return true;
    }

    bool valuePart(json::string_view text, json::error_code &error)
    {
        if (m_depth == 0)
            return refuse(error, ErrorCode::InvalidJson);
        return m_value.append(std::string_view(text.data(), text.size())) || refuse(error, ErrorCode::OutOfSecureMemory, {});
    }

    bool endField(json::error_code &error)
    {
        const bool added = fields.try_emplace(QString::fromStdString(m_name), m_value.take()).second;
        m_name.clear();
        return added || refuse(error, ErrorCode::InvalidJson, QStringLiteral("a name stands twice"));
    }

    int m_depth = 0;
    std::string m_name;
    SecretBuilder m_value;
};

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
    json::basic_parser<FieldCollector> parser{json::parse_options{}};
    json::error_code error;
    const std::string_view input = text.exposeText();
    const std::size_t used = parser.write_some(false, input.data(), input.size(), error);
    detail::wipeParserStack();
    FieldCollector &collector = parser.handler();
    if (collector.fault)
        return std::unexpected(*std::move(collector.fault));
    if (error || used != input.size())
        return fail(ErrorCode::InvalidJson);
    return std::move(collector.fields);
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
