// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/accountfacts.h"

#include "service/words.h"

#include <QDateTime>
#include <QLocale>

#include <cmath>

namespace presentation {

namespace {

RightRow rightRow(const QString &label, std::optional<bool> value, bool warnWhenYes)
{
    if (!value)
        return {label, AccountFacts::tr("Unknown"), true};
    return {label, *value ? AccountFacts::tr("Yes") : AccountFacts::tr("No"), *value && warnWhenYes};
}

} // namespace

QStringList AccountFacts::howTo() const
{
    QStringList steps;
    if (m_exchange != nullptr) {
        for (const QString &code : m_exchange->howTo)
            steps << service::words::howToStep(code);
    }
    return steps;
}

bool AccountFacts::isDemo() const
{
    return m_account != nullptr
        && m_account->credential.attributeValue(vault::attribute::kEnvironment) == QLatin1StringView("demo");
}

QString AccountFacts::storedText() const
{
    if (!m_account || m_account->credential.versions.isEmpty())
        return {};
    const auto stored = QDateTime::fromMSecsSinceEpoch(m_account->credential.versions.last().createdAtMs);
    return tr("Stored on %1").arg(QLocale().toString(stored.date(), QLocale::ShortFormat));
}

QList<RightRow> AccountFacts::rights() const
{
    if (!m_account || !m_account->lastCheck)
        return {};
    const exchange::CheckReport &report = *m_account->lastCheck;
    // Of a key that was not let in nothing is known, and a table that says so eight times says less than the strip.
    if (report.verdict != exchange::Verdict::Works && report.verdict != exchange::Verdict::WorksRightsUnknown)
        return {};
    QList<RightRow> rows{rightRow(tr("Read balances"), report.rights.read, false),
                         rightRow(tr("Trade"), report.rights.trade, false),
                         rightRow(tr("Transfer between accounts"), report.rights.transfer, false),
                         rightRow(tr("Withdraw"), report.rights.withdraw, true)};
    if (!report.rights.unknown.isEmpty())
        rows << RightRow{tr("Rights Latchkey does not know"), report.rights.unknown.join(QStringLiteral(", ")), true};
    if (!report.ipAllowlist)
        rows << RightRow{tr("Allowed IP addresses"), tr("Unknown"), true};
    else
        rows << RightRow{tr("Allowed IP addresses"),
                         report.ipAllowlist->isEmpty() ? tr("Any address") : report.ipAllowlist->join(QStringLiteral(", ")),
                         report.ipAllowlist->isEmpty()};
    rows << RightRow{tr("Expires"),
                     report.expiresAtMs ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(*report.expiresAtMs).date(),
                                                             QLocale::ShortFormat)
                                        : tr("Not told by the exchange"),
                     false};
    rows << RightRow{tr("Account ID"), report.account.uid.value_or(tr("Unknown")), false};
    return rows;
}

QString AccountFacts::checkedText() const
{
    if (!m_account || !m_account->lastCheck)
        return {};
    const exchange::CheckReport &report = *m_account->lastCheck;
    const QString when = QLocale().toString(QDateTime::fromMSecsSinceEpoch(report.checkedAtMs), QLocale::ShortFormat);
    if (!report.skewMs)
        return tr("Checked %1.").arg(when);
    const double seconds = std::abs(static_cast<double>(*report.skewMs)) / 1000.0;
    const QString amount = QLocale().toString(seconds, 'f', 2);
    if (seconds <= 1.0)
        return tr("Checked %1. Your clock is right to %2 s.").arg(when, amount);
    return *report.skewMs > 0 ? tr("Checked %1. Your clock is %2 s ahead.").arg(when, amount)
                              : tr("Checked %1. Your clock is %2 s behind.").arg(when, amount);
}

} // namespace presentation
