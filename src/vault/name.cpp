// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/name.h"

#include "base/bytes.h"
#include "vault/credential.h"

#include <QStringList>
#include <QUrl>

#include <algorithm>

namespace vault {

namespace {

constexpr qsizetype kMaxNameBytes = 255;
constexpr qsizetype kMaxFieldBytes = 64;
const QLatin1StringView kScheme("latchkey://");

bool isSegmentCharacter(char32_t c)
{
    return QChar::isLetterOrNumber(c) || QChar::isMark(c) || c == U'.' || c == U'_' || c == U'-' || c == U' ';
}

bool isSegment(const QString &segment)
{
    if (segment.isEmpty() || segment == QLatin1StringView(".") || segment == QLatin1StringView(".."))
        return false;
    if (segment.startsWith(QLatin1Char(' ')) || segment.endsWith(QLatin1Char(' ')))
        return false;
    return std::ranges::all_of(segment.toUcs4(), [](uint c) { return isSegmentCharacter(static_cast<char32_t>(c)); });
}

base::Result<std::uint32_t> parseVersion(const QString &query)
{
    const QString prefix = QStringLiteral("version=");
    const QString digits = query.startsWith(prefix) ? query.mid(prefix.size()) : QString();
    bool ok = false;
    const uint number = digits.toUInt(&ok); // takes signs and spaces too, which do not belong here
    if (!ok || number == 0 || !std::ranges::all_of(digits, [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return base::fail(base::ErrorCode::InvalidReference, query);
    return number;
}

QString decoded(const QString &part)
{
    return base::textOf(QByteArray::fromPercentEncoding(part.toUtf8()).toStdString());
}

base::Result<Reference> parseUri(QString rest)
{
    Reference reference;
    if (const qsizetype question = rest.indexOf(QLatin1Char('?')); question >= 0) {
        LATCHKEY_TRY(reference.version, parseVersion(rest.mid(question + 1)));
        rest.truncate(question);
    }
    const qsizetype slash = rest.lastIndexOf(QLatin1Char('/'));
    if (slash < 0)
        return base::fail(base::ErrorCode::InvalidReference, rest);
    const QString name = rest.left(slash);
    const auto plain = parseName(decoded(name));
    LATCHKEY_TRY(reference.name, plain ? plain : parseStoredName(name));
    LATCHKEY_TRY(reference.field, parseFieldName(decoded(rest.mid(slash + 1))));
    return reference;
}

} // namespace

base::Result<QString> parseName(const QString &text)
{
    QString name = text.normalized(QString::NormalizationForm_C);
    const QStringList segments = name.split(QLatin1Char('/'));
    if (name.toUtf8().size() > kMaxNameBytes || !std::ranges::all_of(segments, isSegment))
        return base::fail(base::ErrorCode::InvalidName, text.left(80));
    return name;
}

base::Result<QString> parseImportedName(const QString &text)
{
    QString name = keptText(text.normalized(QString::NormalizationForm_C));
    const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control; };
    if (name.isEmpty() || name.toUtf8().size() > kMaxNameBytes || !name.isValidUtf16()
        || std::ranges::any_of(name, isControl))
        return base::fail(base::ErrorCode::InvalidName, text.left(80));
    return name;
}

QString encodedName(const QString &name)
{
    if (parseName(name))
        return name;
    // '~' is left alone there, and so are the dots of "." and "..": what needs encoding must show that it is encoded.
    const QByteArray encoded = QUrl::toPercentEncoding(name, {}, "~");
    return QString::fromLatin1(encoded.contains('%') ? encoded : QUrl::toPercentEncoding(name, {}, "."));
}

base::Result<QString> parseStoredName(const QString &text)
{
    auto name = parseName(text);
    if (name || !text.contains(QLatin1Char('%')))
        return name;
    // One way of writing each: what is encoded without need names nothing.
    auto kept = parseImportedName(decoded(text));
    if (!kept || encodedName(*kept) != text)
        return name;
    return kept;
}

QString foldName(const QString &name)
{
    // Folding can leave a letter and a mark that compose (U+03AB U+0342 and U+1FE7 are one name), so it is composed once more.
    return name.normalized(QString::NormalizationForm_C).toCaseFolded().normalized(QString::NormalizationForm_C);
}

base::Result<QString> parseFieldName(const QString &text)
{
    const bool plain = std::ranges::all_of(text, [](QChar c) {
        return c.isLetterOrNumber() || QStringLiteral("_-.").contains(c);
    });
    if (text.isEmpty() || text.toUtf8().size() > kMaxFieldBytes || !plain)
        return base::fail(base::ErrorCode::InvalidName, text.left(80));
    return text;
}

base::Result<Reference> Reference::parse(const QString &text)
{
    if (text.startsWith(kScheme))
        return parseUri(text.mid(kScheme.size()));
    Reference reference;
    const qsizetype hash = text.indexOf(QLatin1Char('#'));
    LATCHKEY_TRY(reference.name, parseStoredName(hash < 0 ? text : text.left(hash)));
    if (hash >= 0) {
        LATCHKEY_TRY(reference.field, parseFieldName(text.mid(hash + 1)));
    }
    return reference;
}

QString Reference::toText() const
{
    if (!version)
        return field.isEmpty() ? encodedName(name) : encodedName(name) + QLatin1Char('#') + field;
    const auto encoded = [](const QString &part) { return QString::fromLatin1(QUrl::toPercentEncoding(part, "/")); };
    return QString(kScheme) + (parseName(name) ? encoded(name) : encodedName(name)) + QLatin1Char('/') + encoded(field)
        + QStringLiteral("?version=%1").arg(*version);
}

} // namespace vault
