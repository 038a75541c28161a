// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exchangetext.h"

#include "service/words.h"

namespace cli {

namespace {

constexpr int kConsent = 5;
constexpr int kUnchecked = 7;

const QString &serverOf(const service::SaveOutcome &outcome)
{
    return outcome.exchangeName.isEmpty() ? outcome.credential.name : outcome.exchangeName;
}

const exchange::ExchangeInfo *infoOf(const service::SaveOutcome &outcome, const exchange::ExchangeCatalogue &catalogue)
{
    return catalogue.find(outcome.credential.attributeValue(vault::attribute::kExchange));
}

QString notChecked(const service::SaveOutcome &outcome)
{
    const QString why = outcome.problem ? service::words::forError(*outcome.problem).text : QStringLiteral("Not checked.");
    return QStringLiteral("%1: %2").arg(outcome.credential.name, why);
}

QString addresses(const exchange::CheckReport &report)
{
    if (!report.ipAllowlist)
        return QStringLiteral("unknown");
    return report.ipAllowlist->isEmpty() ? QStringLiteral("any") : report.ipAllowlist->join(QStringLiteral(", "));
}

void printAnswer(Output &out, const service::SaveOutcome &outcome, const exchange::ExchangeCatalogue &catalogue)
{
    const exchange::CheckReport &report = *outcome.check;
    const exchange::ExchangeInfo *info = infoOf(outcome, catalogue);
    const service::words::Message message = service::words::forReport(report,
                                                                      info != nullptr ? info->displayName : report.exchange);
    out.line(QStringLiteral("%1 (%2): %3").arg(outcome.credential.name, exchange::nameOf(report.environment), message.text));
    if (!message.hint.isEmpty())
        out.line(QStringLiteral("  ") + message.hint);
    const bool works = report.verdict == exchange::Verdict::Works || report.verdict == exchange::Verdict::WorksRightsUnknown;
    if (works) {
        out.line(QStringLiteral("  Rights: read %1, trade %2, transfer %3, withdraw %4. Addresses: %5.")
                     .arg(yesNo(report.rights.read), yesNo(report.rights.trade), yesNo(report.rights.transfer),
                          yesNo(report.rights.withdraw), addresses(report)));
    }
    for (const exchange::Warning warning : report.warnings)
        out.line(QStringLiteral("  ! ") + service::words::forWarning(warning));
    if (outcome.otherAccount)
        out.line(QStringLiteral("  ! The new key works, but for another account; the old one stays in use."));
}

} // namespace

base::Error failureOf(int status, const service::SaveOutcome &outcome)
{
    const QString &name = outcome.credential.name;
    if (outcome.problem)
        return *outcome.problem;
    switch (status) {
    case kConsent:
        return {base::ErrorCode::ConsentRequired, name};
    case kUnchecked:
        if (outcome.check && outcome.check->category == exchange::Category::Tls)
            return {base::ErrorCode::TlsFailure, serverOf(outcome)};
        return {base::ErrorCode::NetworkFailure, serverOf(outcome)};
    default:
        return {base::ErrorCode::CredentialRefused, name};
    }
}

void printReport(Output &out, const service::SaveOutcome &outcome, const exchange::ExchangeCatalogue &catalogue)
{
    if (outcome.check && !outcome.problem)
        printAnswer(out, outcome, catalogue);
    else
        out.line(notChecked(outcome));
    if (outcome.consentRequired)
        out.line(QStringLiteral("  Held back until you consent: latchkey exchange consent %1").arg(outcome.credential.name));
}

void printNotices(Output &out, const service::SaveOutcome &outcome, const exchange::ExchangeCatalogue &catalogue)
{
    const exchange::ExchangeInfo *info = infoOf(outcome, catalogue);
    for (const exchange::FormatFinding &finding : outcome.notices) {
        const exchange::FieldInfo *field = info != nullptr ? info->field(finding.field) : nullptr;
        out.line(QStringLiteral("  ! ")
                 + service::words::forFinding(finding, field != nullptr ? field->label : finding.field));
    }
}

} // namespace cli
