// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/busaddress.h"

#include <QLatin1StringView>
#include <QList>

namespace keychain {

namespace {

// Bytes that stand for themselves in an address value; every other one is written as %xx.
bool isPlain(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
        || QByteArrayView("-_/.\\*").contains(c);
}

std::optional<QByteArray> unescape(QStringView value)
{
    const QByteArray raw = value.toUtf8();
    QByteArray out;
    for (qsizetype i = 0; i < raw.size(); ++i) {
        if (raw.at(i) != '%') {
            out.append(raw.at(i));
            continue;
        }
        bool ok = false;
        const int byte = raw.mid(i + 1, 2).toInt(&ok, 16);
        if (!ok || i + 2 >= raw.size() || byte == 0)
            return std::nullopt;
        out.append(static_cast<char>(byte));
        i += 2;
    }
    return out;
}

std::optional<BusAddress> parseOne(QStringView address)
{
    constexpr QLatin1StringView kScheme("unix:");
    if (!address.startsWith(kScheme))
        return std::nullopt;
    for (const QStringView pair : address.sliced(kScheme.size()).split(u',')) {
        const qsizetype equals = pair.indexOf(u'=');
        const QStringView key = pair.first(qMax<qsizetype>(equals, 0));
        const bool abstract = key == QLatin1StringView("abstract");
        if (!abstract && key != QLatin1StringView("path"))
            continue;
        const auto path = unescape(pair.sliced(equals + 1));
        if (path && !path->isEmpty())
            return BusAddress{address.toString(), *path, abstract};
    }
    return std::nullopt;
}

} // namespace

std::optional<BusAddress> unixBusAddress(QStringView list)
{
    for (const QStringView address : list.split(u';')) {
        if (auto parsed = parseOne(address))
            return parsed;
    }
    return std::nullopt;
}

BusAddress busAddressOfPath(const QByteArray &path)
{
    QByteArray text("unix:path=");
    for (const char c : path) {
        if (isPlain(c))
            text.append(c);
        else
            text.append('%').append(QByteArray(1, c).toHex());
    }
    return {QString::fromLatin1(text), path, false};
}

} // namespace keychain
