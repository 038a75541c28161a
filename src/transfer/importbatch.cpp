// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/importbatch.h"

#include <algorithm>
#include <array>

namespace transfer {

namespace {

// In the order of the enumeration.
constexpr std::array kNames{
    QLatin1StringView("env"),       QLatin1StringView("fernet"),    QLatin1StringView("fernet-db"),
    QLatin1StringView("json"),      QLatin1StringView("csv"),       QLatin1StringView("freqtrade"),
    QLatin1StringView("ccxt"),      QLatin1StringView("octobot"),   QLatin1StringView("jesse"),
    QLatin1StringView("bitwarden"), QLatin1StringView("keepassxc"), QLatin1StringView("1password"),
};

} // namespace

QString formatName(ImportFormat format)
{
    return kNames.at(static_cast<std::size_t>(format));
}

std::optional<ImportFormat> formatFromName(const QString &name)
{
    const auto found = std::ranges::find(kNames, name);
    if (found == kNames.end())
        return std::nullopt;
    return static_cast<ImportFormat>(found - kNames.begin());
}

QStringList formatNames()
{
    return {kNames.begin(), kNames.end()};
}

} // namespace transfer
