// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/checkreport.h"

#include <algorithm>
#include <array>

namespace exchange {

namespace {

template<typename Enum>
struct Named {
    Enum value;
    QLatin1StringView name;
};

constexpr std::array kEnvironments{
    Named{Environment::Live, QLatin1StringView("live")},
    Named{Environment::Demo, QLatin1StringView("demo")},
};

constexpr std::array kVerdicts{
    Named{Verdict::Works, QLatin1StringView("works")},
    Named{Verdict::WorksRightsUnknown, QLatin1StringView("works-rights-unknown")},
    Named{Verdict::Refused, QLatin1StringView("refused")},
    Named{Verdict::Unchecked, QLatin1StringView("unchecked")},
};

constexpr std::array kCategories{
    Named{Category::Key, QLatin1StringView("key")},
    Named{Category::Secret, QLatin1StringView("secret")},
    Named{Category::Passphrase, QLatin1StringView("passphrase")},
    Named{Category::Clock, QLatin1StringView("clock")},
    Named{Category::Ip, QLatin1StringView("ip")},
    Named{Category::Expired, QLatin1StringView("expired")},
    Named{Category::Permission, QLatin1StringView("permission")},
    Named{Category::Rate, QLatin1StringView("rate")},
    Named{Category::Maintenance, QLatin1StringView("maintenance")},
    Named{Category::Environment, QLatin1StringView("environment")},
    Named{Category::Account, QLatin1StringView("account")},
    Named{Category::Network, QLatin1StringView("network")},
    Named{Category::Tls, QLatin1StringView("tls")},
    Named{Category::Blocked, QLatin1StringView("blocked")},
};

constexpr std::array kWarnings{
    Named{Warning::WithdrawEnabled, QLatin1StringView("withdraw_enabled")},
    Named{Warning::NoIpAllowlist, QLatin1StringView("no_ip_allowlist")},
    Named{Warning::UnknownRight, QLatin1StringView("unknown_right")},
    Named{Warning::ClockSkew, QLatin1StringView("clock_skew")},
    Named{Warning::DemoLiveMixup, QLatin1StringView("demo_live_mixup")},
    Named{Warning::RegionBlocked, QLatin1StringView("region_blocked")},
    Named{Warning::Redirected, QLatin1StringView("redirected")},
    Named{Warning::UnknownCode, QLatin1StringView("unknown_code")},
};

template<typename Table, typename Enum>
QString nameIn(const Table &table, Enum value)
{
    const auto found = std::ranges::find_if(table, [&](const auto &entry) { return entry.value == value; });
    return found == table.end() ? QString() : QString(found->name);
}

template<typename Enum, std::size_t N>
std::optional<Enum> valueIn(const std::array<Named<Enum>, N> &table, QStringView name)
{
    const auto found = std::ranges::find_if(table, [&](const auto &entry) { return name == entry.name; });
    return found == table.end() ? std::nullopt : std::optional(found->value);
}

} // namespace

QString nameOf(Environment environment)
{
    return nameIn(kEnvironments, environment);
}

QString nameOf(Verdict verdict)
{
    return nameIn(kVerdicts, verdict);
}

QString nameOf(Category category)
{
    return nameIn(kCategories, category);
}

QString nameOf(Warning warning)
{
    return nameIn(kWarnings, warning);
}

std::optional<Environment> environmentFromName(QStringView name)
{
    return valueIn(kEnvironments, name);
}

std::optional<Verdict> verdictFromName(QStringView name)
{
    return valueIn(kVerdicts, name);
}

std::optional<Category> categoryFromName(QStringView name)
{
    return valueIn(kCategories, name);
}

std::optional<Warning> warningFromName(QStringView name)
{
    return valueIn(kWarnings, name);
}

} // namespace exchange
