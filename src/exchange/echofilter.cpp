// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/echofilter.h"

#include <QRegularExpression>

#include <algorithm>

namespace exchange {

namespace {

/// Shorter values are not searched for: they would be found in ordinary words.
constexpr std::size_t kShortest = 4;
/// Nothing behind this is looked at; a report keeps far less.
constexpr qsizetype kLongestLookedAt = 4096;

QString cut(QString text, qsizetype longest)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = u' ';
    }
    text = text.simplified();
    if (text.size() > longest)
        text.truncate(text.at(longest - 1).isHighSurrogate() ? longest - 1 : longest);
    return text;
}

QString withoutAddresses(QString text)
{
    static const QRegularExpression v4(QStringLiteral(R"((?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]*\d))"));
    // Three groups at least, so that a time of day stays what it is; "::" makes up for groups left out.
    static const QRegularExpression v6(
        QStringLiteral(R"((?<![\w:])(?=[\dA-Fa-f:.]*(?:::|(?:[\dA-Fa-f]{1,4}:){3}))[\dA-Fa-f:]*:[\dA-Fa-f:.]*(?![\w:]))"));
    return text.replace(v4, QStringLiteral("***")).replace(v6, QStringLiteral("***"));
}

std::optional<QString> orNothing(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

} // namespace

base::Result<EchoFilter> EchoFilter::create(const base::SecretFields &fields)
{
    EchoFilter filter;
    for (const auto &[name, value] : fields) {
        if (value.size() < kShortest)
            continue;
        LATCHKEY_TRY(base::SecretBytes copy, value.clone());
        filter.m_sent.push_back(std::move(copy));
    }
    // The longest first: a value that contains another must not leave its rest behind.
    std::ranges::sort(filter.m_sent, std::ranges::greater{}, &base::SecretBytes::size);
    return filter;
}

QString EchoFilter::withoutSecrets(const QString &raw) const
{
    QByteArray bytes = raw.left(kLongestLookedAt).toUtf8();
    for (const base::SecretBytes &sent : m_sent)
        bytes.replace(QByteArrayView(sent.exposeText()), QByteArrayView("***"));
    return QString::fromUtf8(bytes);
}

std::optional<QString> EchoFilter::text(const QString &raw, qsizetype longest) const
{
    return orNothing(cut(withoutAddresses(withoutSecrets(raw)), longest));
}

std::optional<QString> EchoFilter::value(const QString &raw, qsizetype longest) const
{
    return orNothing(cut(withoutSecrets(raw), longest));
}

} // namespace exchange
