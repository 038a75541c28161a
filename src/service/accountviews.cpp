// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/accountstore.h"
#include "service/exchanges.h"
#include "service/words.h"

#include <algorithm>

// What is shown of accounts: lists, details, reports.

namespace service {

namespace {

using base::Async;
using base::Result;
using exchange::CheckReport;
using exchange::ExchangeInfo;
namespace attribute = vault::attribute;

const QString kTrue = QStringLiteral("true");

bool hasRequiredFields(const ExchangeInfo &info, const QStringList &fields)
{
    return std::ranges::all_of(info.fields, [&](const exchange::FieldInfo &field) {
        const bool stoodFor = std::ranges::any_of(info.fields, [&](const exchange::FieldInfo &other) {
            return other.insteadOf == field.id && fields.contains(other.id);
        });
        return !field.required || stoodFor || fields.contains(field.id);
    });
}

} // namespace

AccountSummary Exchanges::summaryOf(const vault::Credential &credential) const
{
    AccountSummary out;
    out.exchangeName = displayName(credential);
    out.consentRequired = isHeldBack(credential);
    const ExchangeInfo *info = m_parts.catalogue.find(credential.attributeValue(attribute::kExchange));
    const vault::VersionInfo *version = credential.current() != nullptr ? credential.current() : credential.pending();
    out.complete = info != nullptr && version != nullptr && hasRequiredFields(*info, version->fields);
    out.credential = credential;
    return out;
}

Async<QList<AccountSummary>> Exchanges::list()
{
    using Row = std::pair<vault::Credential, StoredReports>;
    auto rows = m_parts.host.withSession([caller = m_parts.caller](vault::Session &session) -> Result<QList<Row>> {
        AccountStore store(session, caller);
        LATCHKEY_TRY(const QList<vault::Credential> all, store.list());
        QList<Row> out;
        for (const vault::Credential &credential : all) {
            LATCHKEY_TRY(StoredReports reports, store.reports(credential));
            out << Row{credential, std::move(reports)};
        }
        return out;
    });
    return base::chain(rows, this, [this](const QList<Row> &all) {
        QList<AccountSummary> out;
        for (const auto &[credential, reports] : all) {
            out << summaryOf(credential);
            out.last().lastCheck = reports.last;
            out.last().pendingCheck = reports.pending;
        }
        return base::ready<QList<AccountSummary>>(std::move(out));
    });
}

Async<AccountSummary> Exchanges::show(const QString &name)
{
    using Row = std::pair<vault::Credential, StoredReports>;
    auto row = m_parts.host.withSession([name, caller = m_parts.caller](vault::Session &session) -> Result<Row> {
        AccountStore store(session, caller);
        LATCHKEY_TRY(const vault::Credential credential, store.find(name));
        LATCHKEY_TRY(StoredReports reports, store.reports(credential));
        return Row{credential, std::move(reports)};
    });
    return base::chain(row, this, [this](const Row &found) {
        AccountSummary out = summaryOf(found.first);
        out.lastCheck = found.second.last;
        out.pendingCheck = found.second.pending;
        return base::ready<AccountSummary>(std::move(out));
    });
}

bool isRefusedOnlyHere(const vault::Credential &credential, const std::optional<CheckReport> &report)
{
    return credential.attributeValue(attribute::kElsewhere) == kTrue && report
        && report->verdict == exchange::Verdict::Refused && report->category == exchange::Category::Ip;
}

QJsonObject reportObject(const QString &name, const CheckReport &report, const QString &exchangeName)
{
    QString shown = exchangeName.isEmpty() ? report.exchange : exchangeName;
    if (!shown.isEmpty())
        shown[0] = shown[0].toUpper();
    const words::Message message = words::forReport(report, shown);
    QJsonObject object = exchange::toJson(report);
    object.insert(QStringLiteral("name"), name);
    object.insert(QStringLiteral("message"),
                  message.hint.isEmpty() ? message.text : message.text + QLatin1Char(' ') + message.hint);
    return object;
}

} // namespace service
