// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/formatcheck.h"

#include "crypto/signature.h"

#include <algorithm>
#include <array>

namespace exchange {

namespace {

using base::SecretBytes;
using base::SecretFields;
using crypto::PrivateKeyKind;

bool fitsCharset(const SecretBytes &value, const FieldInfo &field)
{
    std::string_view text = value.exposeText();
    const std::string_view prefix(field.prefix.constData(), static_cast<std::size_t>(field.prefix.size()));
    if (!text.starts_with(prefix))
        return false;
    text.remove_prefix(prefix.size());
    return field.charset.isEmpty() || std::ranges::all_of(text, [&](char c) { return field.charset.contains(c); });
}

/// In characters, not in bytes.
bool fitsLength(const SecretBytes &value, const FieldInfo &field)
{
    const qsizetype length = std::ranges::count_if(value.exposeText(),
                                                   [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; });
    return length >= field.minLength && (field.maxLength == 0 || length <= field.maxLength);
}

/// Whether the value can only belong to `field`: its prefix says so, or a fixed length of a small alphabet does. A field that
/// takes any word proves nothing.
bool isUnmistakably(const SecretBytes &value, const FieldInfo &field)
{
    if (!field.prefix.isEmpty())
        return value.exposeText().starts_with(std::string_view(field.prefix.constData()));
    return field.maxLength != 0 && field.minLength == field.maxLength && fitsLength(value, field)
        && fitsCharset(value, field);
}

bool isGiven(const SecretFields &fields, const QString &id)
{
    const auto found = fields.find(id);
    return found != fields.end() && !found->second.isEmpty();
}

class Checker {
public:
    Checker(const ExchangeInfo &info, const SecretFields &fields) : m_info(info), m_fields(fields) {}

    QList<FormatFinding> run()
    {
        for (const FieldInfo &field : m_info.fields)
            checkField(field);
        for (const auto &[id, value] : m_fields) {
            if (m_info.field(id) == nullptr)
                add(FormatIssue::UnknownField, id);
        }
        return m_findings;
    }

private:
    void add(FormatIssue issue, const QString &field) { m_findings.append({issue, field}); }

    void checkField(const FieldInfo &field)
    {
        const auto found = m_fields.find(field.id);
        if (found == m_fields.end()) {
            if (field.required && !hasStandIn(field))
                add(FormatIssue::Missing, field.id);
            return;
        }
        if (found->second.isEmpty()) {
            if (!hasStandIn(field))
                add(FormatIssue::Empty, field.id);
            return;
        }
        if (field.id == QLatin1StringView("private_key"))
            checkPrivateKey(field, found->second);
        else
            checkText(field, found->second);
    }

    [[nodiscard]] bool hasStandIn(const FieldInfo &field) const
    {
        return std::ranges::any_of(m_info.fields, [&](const FieldInfo &other) {
            return other.insteadOf == field.id && isGiven(m_fields, other.id);
        });
    }

    void checkPrivateKey(const FieldInfo &field, const SecretBytes &value)
    {
        const PrivateKeyKind kind = crypto::privateKeyKind(value);
        if (kind == PrivateKeyKind::Unreadable && value.exposeText().contains("ENCRYPTED"))
            add(FormatIssue::PemEncrypted, field.id);
        else if (kind != PrivateKeyKind::Rsa)
            add(FormatIssue::PemUnreadable, field.id);
        if (isGiven(m_fields, field.insteadOf))
            add(FormatIssue::BothKeyKinds, field.id);
    }

    void checkText(const FieldInfo &field, const SecretBytes &value)
    {
        if (crypto::privateKeyKind(value) != PrivateKeyKind::None) {
            add(FormatIssue::PemInSecret, field.id);
            return;
        }
        const bool lengthFits = fitsLength(value, field);
        const bool charsetFits = fitsCharset(value, field);
        if (!(lengthFits && charsetFits) && isAnother(field, value)) {
            add(FormatIssue::LooksSwapped, field.id);
            return;
        }
        if (!lengthFits)
            add(FormatIssue::Length, field.id);
        if (!charsetFits)
            add(FormatIssue::UnusualCharacters, field.id);
    }

    [[nodiscard]] bool isAnother(const FieldInfo &field, const SecretBytes &value) const
    {
        return std::ranges::any_of(m_info.fields, [&](const FieldInfo &other) {
            return other.id != field.id && isUnmistakably(value, other);
        });
    }

    const ExchangeInfo &m_info;
    const SecretFields &m_fields;
    QList<FormatFinding> m_findings;
};

} // namespace

QString nameOf(FormatIssue issue)
{
    // In the order of the enumeration.
    static constexpr std::array kNames{
        QLatin1StringView("missing"),
        QLatin1StringView("empty"),
        QLatin1StringView("unknown_field"),
        QLatin1StringView("spaces_trimmed"),
        QLatin1StringView("line_breaks_removed"),
        QLatin1StringView("invisible_removed"),
        QLatin1StringView("looks_swapped"),
        QLatin1StringView("length"),
        QLatin1StringView("unusual_characters"),
        QLatin1StringView("pem_unreadable"),
        QLatin1StringView("pem_encrypted"),
        QLatin1StringView("pem_in_secret"),
        QLatin1StringView("both_key_kinds"),
    };
    return kNames.at(static_cast<std::size_t>(issue));
}

QList<FormatFinding> checkFormat(const ExchangeInfo &info, const SecretFields &fields)
{
    return Checker(info, fields).run();
}

base::Result<void> requireComplete(const ExchangeInfo &info, const base::SecretFields &fields)
{
    for (const FormatFinding &finding : checkFormat(info, fields)) {
        if (finding.refuses())
            return base::fail(finding.issue == FormatIssue::Missing ? base::ErrorCode::MissingField
                                                                    : base::ErrorCode::EmptyField,
                              finding.field);
    }
    return {};
}

} // namespace exchange
