// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "base/jsonreader.h"
#include "exchange/checkreport.h"

#include <QDateTime>
#include <QJsonArray>

namespace exchange {

namespace {

using base::JsonReader;
using base::Result;

QJsonValue orNull(const std::optional<bool> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonValue orNull(const std::optional<QString> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonValue timeOrNull(const std::optional<std::int64_t> &ms)
{
    return ms ? QJsonValue(base::toRfc3339(*ms)) : QJsonValue(QJsonValue::Null);
}

QJsonObject rightsJson(const Rights &rights)
{
    return {{QStringLiteral("read"), orNull(rights.read)},
            {QStringLiteral("trade"), orNull(rights.trade)},
            {QStringLiteral("transfer"), orNull(rights.transfer)},
            {QStringLiteral("withdraw"), orNull(rights.withdraw)},
            {QStringLiteral("unknown"), QJsonArray::fromStringList(rights.unknown)}};
}

QJsonObject accountJson(const Account &account)
{
    return {{QStringLiteral("uid"), orNull(account.uid)},
            {QStringLiteral("parent"), orNull(account.parent)},
            {QStringLiteral("label"), orNull(account.label)}};
}

std::optional<QString> textOrNull(JsonReader &reader, QLatin1StringView name)
{
    return reader.has(name) ? std::optional(reader.text(name)) : std::nullopt;
}

std::optional<bool> boolOrNull(JsonReader &reader, QLatin1StringView name)
{
    return reader.has(name) ? std::optional(reader.boolean(name, false)) : std::nullopt;
}

std::optional<std::int64_t> integerOrNull(JsonReader &reader, QLatin1StringView name)
{
    return reader.has(name) ? std::optional<std::int64_t>(reader.integer(name, 0)) : std::nullopt;
}

std::optional<std::int64_t> timeOrNull(JsonReader &reader, QLatin1StringView name)
{
    if (!reader.has(name))
        return std::nullopt;
    const QDateTime time = QDateTime::fromString(reader.text(name), Qt::ISODateWithMs);
    if (!time.isValid())
        reader.reject(name);
    return time.toMSecsSinceEpoch();
}

template<typename Enum>
Enum named(JsonReader &reader, QLatin1StringView name, std::optional<Enum> (*fromName)(QStringView))
{
    const std::optional<Enum> value = fromName(reader.text(name));
    if (!value)
        reader.reject(name);
    return value.value_or(Enum{});
}

Rights readRights(JsonReader reader)
{
    Rights rights;
    rights.read = boolOrNull(reader, QLatin1StringView("read"));
    rights.trade = boolOrNull(reader, QLatin1StringView("trade"));
    rights.transfer = boolOrNull(reader, QLatin1StringView("transfer"));
    rights.withdraw = boolOrNull(reader, QLatin1StringView("withdraw"));
    rights.unknown = reader.texts(QLatin1StringView("unknown"));
    return rights;
}

Account readAccount(JsonReader reader)
{
    Account account;
    account.uid = textOrNull(reader, QLatin1StringView("uid"));
    account.parent = textOrNull(reader, QLatin1StringView("parent"));
    account.label = textOrNull(reader, QLatin1StringView("label"));
    return account;
}

QList<Warning> readWarnings(JsonReader &reader)
{
    QList<Warning> warnings;
    const QStringList names = reader.texts(QLatin1StringView("warnings"));
    for (const QString &name : names) {
        if (const auto warning = warningFromName(name))
            warnings << *warning;
    }
    return warnings;
}

void readOutcome(JsonReader &reader, CheckReport &report)
{
    report.exchange = reader.text(QLatin1StringView("exchange"));
    report.environment = named(reader, QLatin1StringView("environment"), environmentFromName);
    report.verdict = named(reader, QLatin1StringView("verdict"), verdictFromName);
    if (reader.has(QLatin1StringView("category")))
        report.category = named(reader, QLatin1StringView("category"), categoryFromName);
    report.code = textOrNull(reader, QLatin1StringView("code"));
    if (const auto status = integerOrNull(reader, QLatin1StringView("http_status")))
        report.httpStatus = static_cast<int>(*status);
    report.exchangeText = textOrNull(reader, QLatin1StringView("exchange_text"));
}

} // namespace

QJsonObject toJson(const CheckReport &report)
{
    QJsonArray warnings;
    for (const Warning warning : report.warnings)
        warnings << nameOf(warning);
    const QString category = nameOf(report.category);
    const QJsonValue null(QJsonValue::Null);
    return {{QStringLiteral("exchange"), report.exchange},
            {QStringLiteral("environment"), nameOf(report.environment)},
            {QStringLiteral("verdict"), nameOf(report.verdict)},
            {QStringLiteral("category"), category.isEmpty() ? null : QJsonValue(category)},
            {QStringLiteral("code"), orNull(report.code)},
            {QStringLiteral("http_status"), report.httpStatus ? QJsonValue(*report.httpStatus) : null},
            {QStringLiteral("exchange_text"), orNull(report.exchangeText)},
            {QStringLiteral("rights"), rightsJson(report.rights)},
            {QStringLiteral("ip_allowlist"),
             report.ipAllowlist ? QJsonValue(QJsonArray::fromStringList(*report.ipAllowlist)) : null},
            {QStringLiteral("expires_at"), timeOrNull(report.expiresAtMs)},
            {QStringLiteral("account"), accountJson(report.account)},
            {QStringLiteral("clock_skew_ms"), report.skewMs ? QJsonValue(static_cast<qint64>(*report.skewMs)) : null},
            {QStringLiteral("warnings"), warnings},
            {QStringLiteral("checked_at"), base::toRfc3339(report.checkedAtMs)}};
}

Result<CheckReport> reportFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    CheckReport report;
    readOutcome(reader, report);
    report.rights = readRights(reader.object(QLatin1StringView("rights")));
    if (reader.has(QLatin1StringView("ip_allowlist")))
        report.ipAllowlist = reader.texts(QLatin1StringView("ip_allowlist"));
    report.expiresAtMs = timeOrNull(reader, QLatin1StringView("expires_at"));
    report.account = readAccount(reader.object(QLatin1StringView("account")));
    report.skewMs = integerOrNull(reader, QLatin1StringView("clock_skew_ms"));
    report.warnings = readWarnings(reader);
    if (!reader.has(QLatin1StringView("checked_at")))
        reader.reject(QLatin1StringView("checked_at"));
    report.checkedAtMs = timeOrNull(reader, QLatin1StringView("checked_at")).value_or(0);
    LATCHKEY_CHECK(reader.state());
    return report;
}

} // namespace exchange
