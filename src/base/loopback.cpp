// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/loopback.h"

#include <QStringList>

#include <algorithm>

namespace base {

namespace {

bool isByte(const QString &text)
{
    constexpr qsizetype kMostDigits = 3;
    constexpr int kMostByte = 255;
    const bool digits = std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
    return digits && !text.isEmpty() && text.size() <= kMostDigits && text.toInt() <= kMostByte;
}

} // namespace

bool isLoopback(const QUrl &url)
{
    // QUrl has brought every spelling of an address into the usual one. (QHostAddress would draw Qt Network into every layer.)
    QString host = url.host();
    if (host == QLatin1StringView("localhost") || host == QLatin1StringView("::1"))
        return true;
    constexpr QLatin1StringView kMapped("::ffff:"); // IPv4 inside IPv6
    if (host.startsWith(kMapped))
        host.remove(0, kMapped.size());
    const QStringList bytes = host.split(u'.');
    return bytes.size() == 4 && bytes.first() == QLatin1StringView("127") && std::ranges::all_of(bytes, isByte);
}

} // namespace base
