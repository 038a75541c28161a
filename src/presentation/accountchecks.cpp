// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/accountchecks.h"

#include "service/words.h"

namespace presentation {

AccountChecks::AccountChecks(service::Exchanges &exchanges, AccountListModel &accounts, QObject *parent)
    : QObject(parent)
    , m_exchanges(exchanges)
    , m_accounts(accounts)
{
}

void AccountChecks::check(const QString &name)
{
    m_accounts.setChecking(name, true);
    base::whenDone(m_exchanges.check(name), this, [this, name](const base::Result<service::SaveOutcome> &outcome) {
        m_accounts.setChecking(name, false);
        if (outcome)
            report({name});
        else if (outcome.error().code != base::ErrorCode::Locked)
            Q_EMIT finished(service::words::forError(outcome.error()).text);
    });
}

void AccountChecks::checkAll()
{
    QStringList names;
    for (int row = 0; row < m_accounts.rowCount(); ++row)
        names << m_accounts.index(row).data(AccountListModel::NameRole).toString();
    for (const QString &name : std::as_const(names))
        m_accounts.setChecking(name, true);
    base::whenDone(m_exchanges.checkAll(), this, [this, names](const base::Result<QList<service::SaveOutcome>> &outcomes) {
        for (const QString &name : names)
            m_accounts.setChecking(name, false);
        if (outcomes)
            report(names);
        else if (outcomes.error().code != base::ErrorCode::Locked)
            Q_EMIT finished(service::words::forError(outcomes.error()).text);
    });
}

void AccountChecks::report(const QStringList &names)
{
    const auto say = [this, names] {
        QStringList lines;
        for (const QString &name : names) {
            // Locked meanwhile, or removed: there is nothing to say, and no name to be shown.
            const QModelIndex row = m_accounts.index(m_accounts.rowOf(name));
            if (!row.isValid())
                continue;
            const bool demo = row.data(AccountListModel::DemoRole).toBool();
            lines << tr("%1 (%2): %3")
                         .arg(row.data().toString(), demo ? tr("demo") : tr("live"),
                              row.data(AccountListModel::StateTextRole).toString());
        }
        if (!lines.isEmpty())
            Q_EMIT finished(lines.join(QLatin1Char('\n')));
    };
    connect(&m_accounts, &AccountListModel::reloaded, this, say, Qt::SingleShotConnection);
    m_accounts.reload();
}

} // namespace presentation
