// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/providerreport.h"

#include "base/clock.h"
#include "base/jsonreader.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>
#include <array>
#include <utility>

namespace llm {

namespace {

using base::JsonReader;

template<typename Enum, std::size_t Size>
using Names = std::array<std::pair<Enum, QLatin1StringView>, Size>;

constexpr Names<Verdict, 3> kVerdicts{{{Verdict::Works, QLatin1StringView("works")},
                                       {Verdict::Refused, QLatin1StringView("refused")},
                                       {Verdict::Unchecked, QLatin1StringView("unchecked")}}};
constexpr Names<Category, 12> kCategories{{{Category::Key, QLatin1StringView("key")},
                                           {Category::Permission, QLatin1StringView("permission")},
                                           {Category::Account, QLatin1StringView("account")},
                                           {Category::Model, QLatin1StringView("model")},
                                           {Category::Deployment, QLatin1StringView("deployment")},
                                           {Category::Address, QLatin1StringView("address")},
                                           {Category::Rate, QLatin1StringView("rate")},
                                           {Category::Maintenance, QLatin1StringView("maintenance")},
                                           {Category::Network, QLatin1StringView("network")},
                                           {Category::Tls, QLatin1StringView("tls")},
                                           {Category::Blocked, QLatin1StringView("blocked")},
                                           {Category::NotEncrypted, QLatin1StringView("not_encrypted")}}};
constexpr Names<Warning, 6> kWarnings{{{Warning::NoModel, QLatin1StringView("no_model")},
                                       {Warning::NoneThere, QLatin1StringView("none_there")},
                                       {Warning::KeyUnproven, QLatin1StringView("key_unproven")},
                                       {Warning::Plain, QLatin1StringView("plain")},
                                       {Warning::RegionBlocked, QLatin1StringView("region_blocked")},
                                       {Warning::Redirected, QLatin1StringView("redirected")}}};

template<typename Table>
QString nameIn(const Table &table, typename Table::value_type::first_type value)
{
    const auto found = std::ranges::find(table, value, &Table::value_type::first);
    return found == table.end() ? QString() : QString(found->second);
}

template<typename Table>
std::optional<typename Table::value_type::first_type> valueIn(const Table &table, QStringView name)
{
    const auto found = std::ranges::find_if(table, [name](const auto &entry) { return entry.second == name; });
    return found == table.end() ? std::nullopt : std::optional(found->first);
}

template<typename Table>
typename Table::value_type::first_type named(JsonReader &reader, const Table &table, QLatin1StringView member)
{
    const auto value = valueIn(table, reader.text(member));
    if (!value)
        reader.reject(member);
    return value.value_or(typename Table::value_type::first_type{});
}

QJsonValue orNull(bool there, const QJsonValue &value)
{
    return there ? value : QJsonValue(QJsonValue::Null);
}

} // namespace

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

QJsonObject toJson(const ProviderReport &report)
{
    QJsonArray warnings;
    for (const Warning warning : report.warnings)
        warnings << nameOf(warning);
    return {{QStringLiteral("provider"), report.provider},
            {QStringLiteral("verdict"), nameOf(report.verdict)},
            {QStringLiteral("category"), orNull(report.category != Category::None, nameOf(report.category))},
            {QStringLiteral("code"), orNull(report.code.has_value(), report.code.value_or(QString()))},
            {QStringLiteral("http_status"), orNull(report.httpStatus.has_value(), report.httpStatus.value_or(0))},
            {QStringLiteral("warnings"), warnings},
            {QStringLiteral("checked_at"), base::toRfc3339(report.checkedAtMs)}};
}

base::Result<ProviderReport> reportFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    ProviderReport report;
    report.provider = reader.text(QLatin1StringView("provider"));
    report.verdict = named(reader, kVerdicts, QLatin1StringView("verdict"));
    if (reader.has(QLatin1StringView("category")))
        report.category = named(reader, kCategories, QLatin1StringView("category"));
    if (reader.has(QLatin1StringView("code")))
        report.code = reader.text(QLatin1StringView("code"));
    if (reader.has(QLatin1StringView("http_status")))
        report.httpStatus = static_cast<int>(reader.integer(QLatin1StringView("http_status"), 0));
    for (const QString &name : reader.texts(QLatin1StringView("warnings"))) {
        if (const auto warning = valueIn(kWarnings, name))
            report.warnings << *warning;
    }
    const QDateTime time = QDateTime::fromString(reader.text(QLatin1StringView("checked_at")), Qt::ISODateWithMs);
    if (!time.isValid())
        reader.reject(QLatin1StringView("checked_at"));
    report.checkedAtMs = time.toMSecsSinceEpoch();
    LATCHKEY_CHECK(reader.state());
    return report;
}

} // namespace llm
