// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/keyblock.h"

#include <algorithm>
#include <array>

namespace exchange {

namespace {

struct OtherName {
    std::string_view field;
    std::string_view name; ///< lower case, letters and digits only
};

// What exchanges, ccxt, Freqtrade and older tools call them.
constexpr std::array kOtherNames{
    OtherName{"api_key", "apikey"},
    OtherName{"api_key", "key"},
    OtherName{"api_key", "accesskey"},
    OtherName{"api_key", "apikeyid"},
    OtherName{"api_key", "keyid"},
    OtherName{"api_secret", "secret"},
    OtherName{"api_secret", "secretkey"},
    OtherName{"api_secret", "apisecret"},
    OtherName{"api_secret", "apisecretkey"},
    OtherName{"api_secret", "secretaccesskey"},
    OtherName{"passphrase", "passphrase"},
    OtherName{"passphrase", "apipassphrase"},
    OtherName{"passphrase", "password"},
    OtherName{"passphrase", "apipassword"},
    OtherName{"passphrase", "apikeypassword"},
};

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && (isSpace(text.back()) || text.back() == ',' || text.back() == ';'))
        text.remove_suffix(1);
    return text;
}

std::string_view unquoted(std::string_view text)
{
    constexpr std::string_view kQuotes = "\"'`";
    const bool quoted = text.size() >= 2 && text.front() == text.back()
        && kQuotes.find(text.front()) != std::string_view::npos;
    return quoted ? text.substr(1, text.size() - 2) : text;
}

/// A label as it is compared: "API-Key" and "apiKey" are "apikey". Labels are not secret, but what stands in their place may be:
/// nothing longer than any label is copied.
std::string folded(std::string_view label)
{
    constexpr std::size_t kLongestLabel = 40;
    std::string out;
    if (label.size() > kLongestLabel)
        return out;
    for (const char c : label) {
        if (c >= 'A' && c <= 'Z')
            out += static_cast<char>(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            out += c;
    }
    return out;
}

std::string folded(const QString &label)
{
    return folded(label.toStdString());
}

class BlockReader {
public:
    explicit BlockReader(const ExchangeInfo &info) : m_info(info), m_exchange(folded(info.id)) {}

    base::Result<void> readLine(std::string_view line)
    {
        line = trimmed(line);
        if (line.empty())
            return {};
        if (const FieldInfo *waiting = std::exchange(m_waiting, nullptr))
            return add(*waiting, line);
        if (const std::size_t split = line.find_first_of(":=\t"); split != std::string_view::npos) {
            const FieldInfo *field = fieldOf(line.substr(0, split));
            const std::string_view value = trimmed(line.substr(split + 1));
            if (field != nullptr && !value.empty())
                return add(*field, value);
            m_waiting = field; // "API Key:" with the key below it
            return {};
        }
        m_waiting = fieldOf(line);
        return {};
    }

    [[nodiscard]] base::SecretFields take() { return m_fields.size() < 2 ? base::SecretFields() : std::move(m_fields); }

private:
    [[nodiscard]] const FieldInfo *fieldOf(std::string_view label) const
    {
        label = trimmed(label);
        constexpr std::string_view kExport = "export ";
        if (label.starts_with(kExport))
            label.remove_prefix(kExport.size());
        std::string name = folded(unquoted(trimmed(label)));
        if (name.starts_with(m_exchange))
            name.erase(0, m_exchange.size());
        if (name.empty())
            return nullptr;
        const auto found = std::ranges::find_if(m_info.fields, [&name](const FieldInfo &field) {
            return name == folded(field.label) || name == folded(field.id) || isOtherName(field.id.toStdString(), name);
        });
        return found == m_info.fields.end() ? nullptr : &*found;
    }

    [[nodiscard]] static bool isOtherName(std::string_view field, std::string_view name)
    {
        return std::ranges::any_of(kOtherNames,
                                   [&](const OtherName &other) { return other.field == field && other.name == name; });
    }

    base::Result<void> add(const FieldInfo &field, std::string_view value)
    {
        value = unquoted(trimmed(value));
        if (value.empty() || m_fields.contains(field.id))
            return {};
        LATCHKEY_TRY(base::SecretBytes copy, base::SecretBytes::copyOf(base::view(value)));
        copy.maskInLogs();
        m_fields.emplace(field.id, std::move(copy));
        return {};
    }

    const ExchangeInfo &m_info;
    std::string m_exchange;
    const FieldInfo *m_waiting = nullptr;
    base::SecretFields m_fields;
};

} // namespace

base::Result<base::SecretFields> parseKeyBlock(const ExchangeInfo &info, const base::SecretBytes &text)
{
    std::string_view rest = text.exposeText();
    const std::size_t first = rest.find_first_not_of(" \t\r\n");
    const bool isJson = first != std::string_view::npos && rest[first] == '{';
    const std::string_view ends = isJson ? "\n,{}" : "\n";
    BlockReader reader(info);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find_first_of(ends), rest.size());
        LATCHKEY_CHECK(reader.readLine(rest.substr(0, end)));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return reader.take();
}

} // namespace exchange
