// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secretjsontree.h"

#include "base/bytes.h"
#include "base/parserstack.h"

#include <QSet>

#include <boost/json/basic_parser_impl.hpp>

#include <algorithm>
#include <optional>
#include <string>

namespace base {

namespace {

namespace json = boost::json;

constexpr std::size_t kDeepest = 32;
constexpr std::size_t kMostValues = 200'000;
constexpr std::string_view kByteOrderMark("\xef\xbb\xbf");

/// Builds the tree out of the parser's events; values go straight into secure memory.
class TreeBuilder {
public:
    static constexpr std::size_t max_object_size = kMostValues;
    static constexpr std::size_t max_array_size = kMostValues;
    static constexpr std::size_t max_key_size = 1000;
    static constexpr std::size_t max_string_size = 1u << 20;

    SecretJson root;
    std::optional<Error> fault;

    // The names are Boost.JSON's handler interface. NOLINTBEGIN(readability-identifier-naming)
    bool on_document_begin(json::error_code &) { return true; }
    bool on_document_end(json::error_code &) { return true; }
    bool on_object_begin(json::error_code &error) { return open(SecretJson::Type::Object, error); }
    bool on_object_end(std::size_t, json::error_code &) { return close(); }
    bool on_array_begin(json::error_code &error) { return open(SecretJson::Type::Array, error); }
    bool on_array_end(std::size_t, json::error_code &) { return close(); }
    bool on_key_part(json::string_view text, std::size_t, json::error_code &) { return keyPart(text); }
    bool on_key(json::string_view text, std::size_t, json::error_code &) { return keyPart(text); }
    bool on_string_part(json::string_view text, std::size_t, json::error_code &error) { return part(text, error); }
    bool on_string(json::string_view text, std::size_t, json::error_code &error)
    {
        return part(text, error) && scalar(SecretJson::Type::Text, error);
    }
    bool on_number_part(json::string_view text, json::error_code &error) { return part(text, error); }
    bool on_int64(std::int64_t, json::string_view text, json::error_code &error) { return number(text, error); }
    bool on_uint64(std::uint64_t, json::string_view text, json::error_code &error) { return number(text, error); }
    bool on_double(double, json::string_view text, json::error_code &error) { return number(text, error); }
    bool on_bool(bool value, json::error_code &error)
    {
        return part(value ? "true" : "false", error) && scalar(SecretJson::Type::Boolean, error);
    }
    bool on_null(json::error_code &error) { return scalar(SecretJson::Type::Null, error); }
    bool on_comment_part(json::string_view, json::error_code &) { return true; }
    bool on_comment(json::string_view, json::error_code &) { return true; }
    // NOLINTEND(readability-identifier-naming)

private:
    bool refuse(json::error_code &error, ErrorCode code, const QString &detail)
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

    bool part(json::string_view text, json::error_code &error)
    {
        return m_arena.append(std::string_view(text.data(), text.size())) || refuse(error, ErrorCode::OutOfSecureMemory, {});
    }

    bool number(json::string_view text, json::error_code &error)
    {
        return part(text, error) && scalar(SecretJson::Type::Number, error);
    }

    bool scalar(SecretJson::Type type, json::error_code &error)
    {
        SecretJson value;
        value.type = type;
        value.text = m_arena.finish();
        return place(std::move(value), error) != nullptr;
    }

    bool open(SecretJson::Type type, json::error_code &error)
    {
        SecretJson value;
        value.type = type;
        SecretJson *placed = place(std::move(value), error);
        if (placed == nullptr)
            return false;
        m_open.push_back({placed, {}});
        return true;
    }

    bool close()
    {
        m_open.pop_back();
        return true;
    }

    /// Where the value stands in the tree; null when it may not. A parent does not grow while one of its children is open, so
    /// the addresses in m_open hold.
    SecretJson *place(SecretJson value, json::error_code &error)
    {
        if (++m_values > kMostValues) {
            refuse(error, ErrorCode::InvalidJson, QStringLiteral("too many values"));
            return nullptr;
        }
        if (m_open.empty()) {
            root = std::move(value);
            return &root;
        }
        Open &parent = m_open.back();
        if (parent.value->isArray())
            return &parent.value->items.emplace_back(std::move(value));
        const QString name = textOf(std::exchange(m_name, {}));
        if (parent.names.contains(name)) {
            refuse(error, ErrorCode::InvalidJson, QStringLiteral("a name stands twice"));
            return nullptr;
        }
        parent.names.insert(name);
        return &parent.value->members.emplace_back(name, std::move(value)).second;
    }

    struct Open {
        SecretJson *value;
        QSet<QString> names;
    };
    std::vector<Open> m_open;
    std::size_t m_values = 0;
    std::string m_name;
    SecretArena m_arena;
};

} // namespace

bool SecretJson::isScalar() const noexcept
{
    return type == Type::Text || type == Type::Number || type == Type::Boolean;
}

const SecretJson *SecretJson::find(QStringView name) const noexcept
{
    const auto found = std::ranges::find_if(members, [name](const auto &member) { return member.first == name; });
    return found == members.end() ? nullptr : &found->second;
}

Result<SecretJson> parseSecretJson(const SecretBytes &text, JsonDialect dialect)
{
    json::parse_options options;
    options.max_depth = kDeepest;
    options.allow_comments = dialect == JsonDialect::Relaxed;
    options.allow_trailing_commas = dialect == JsonDialect::Relaxed;
    json::basic_parser<TreeBuilder> parser{options};
    json::error_code error;
    std::string_view input = text.exposeText();
    if (input.starts_with(kByteOrderMark))
        input.remove_prefix(kByteOrderMark.size());
    const std::size_t used = parser.write_some(false, input.data(), input.size(), error);
    detail::wipeParserStack();
    TreeBuilder &builder = parser.handler();
    if (builder.fault)
        return std::unexpected(*std::move(builder.fault));
    if (error || used != input.size())
        return fail(ErrorCode::InvalidJson);
    return std::move(builder.root);
}

} // namespace base
