// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/runplanner.h"

#include "service/references.h"

#include <algorithm>

namespace service {

namespace {

using base::ErrorCode;
using base::fail;
using base::Result;

bool isVariableName(QStringView name)
{
    const auto letter = [](QChar c) { return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || c == u'_'; };
    return !name.isEmpty() && letter(name.front())
        && std::ranges::all_of(name, [&](QChar c) { return letter(c) || (c >= u'0' && c <= u'9'); });
}

/// After the value only a comment may stand.
bool isRest(QStringView rest)
{
    const QStringView trimmed = rest.trimmed();
    return trimmed.isEmpty() || trimmed.startsWith(u'#');
}

QChar unescaped(QChar c)
{
    switch (c.toLatin1()) {
    case 'n':
        return u'\n';
    case 'r':
        return u'\r';
    case 't':
        return u'\t';
    default:
        return c;
    }
}

/// The text between quotes; nullopt when they are not closed or something follows.
std::optional<QString> quoted(QStringView text)
{
    const QChar quote = text.front();
    QString value;
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i] == quote)
            return isRest(text.sliced(i + 1)) ? std::optional(value) : std::nullopt;
        const bool escape = quote == u'"' && text[i] == u'\\' && i + 1 < text.size();
        value += escape ? unescaped(text[++i]) : text[i];
    }
    return std::nullopt;
}

std::optional<QString> valueOf(QStringView text)
{
    if (text.startsWith(u'"') || text.startsWith(u'\''))
        return quoted(text);
    // A # inside a word belongs to it (NAME#FIELD); after a space it begins a comment.
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'#' && (i == 0 || text[i - 1].isSpace()))
            return text.first(i).trimmed().toString();
    }
    return text.toString();
}

/// A bare NAME may be plain text just as well; only the planner, who sees the vault, can tell.
bool isSurelyReference(const QString &text)
{
    const bool hasField = text.contains(QLatin1Char('#')) && vault::Reference::parse(text).has_value();
    return hasField || text.startsWith(QLatin1StringView("latchkey://")) || wellKnownAlias(text).has_value();
}

Result<std::optional<ExtraVariable>> parseLine(QStringView line)
{
    QStringView rest = line.trimmed();
    if (rest.isEmpty() || rest.startsWith(u'#'))
        return std::optional<ExtraVariable>();
    if (rest.startsWith(QLatin1StringView("export ")))
        rest = rest.sliced(7).trimmed();
    const qsizetype equals = rest.indexOf(u'=');
    if (equals < 0 || !isVariableName(rest.first(equals).trimmed()))
        return fail(ErrorCode::InvalidArgument);
    const std::optional<QString> value = valueOf(rest.sliced(equals + 1).trimmed());
    if (!value)
        return fail(ErrorCode::InvalidArgument);
    ExtraVariable variable{rest.first(equals).trimmed().toString(), *value, false};
    variable.plain = !isSurelyReference(variable.text);
    if (!variable.plain)
        LATCHKEY_CHECK(resolveReference(variable.text));
    return std::optional(variable);
}

} // namespace

Result<QList<ExtraVariable>> parseEnvFile(const base::SecretBytes &text)
{
    const QString all = QString::fromUtf8(text.exposeText().data(), static_cast<qsizetype>(text.size()));
    QList<ExtraVariable> variables;
    int number = 0;
    for (const QStringView line : QStringView(all).split(u'\n')) {
        ++number;
        const auto variable = parseLine(line);
        if (!variable)
            return fail(variable.error().code, QStringLiteral("line %1").arg(number));
        if (*variable)
            variables << **variable;
    }
    return variables;
}

} // namespace service
