// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/accountlistmodel.h"

#include "presentation/stripmessage.h"
#include "service/words.h"

#include <algorithm>

namespace presentation {

namespace {

StripMessage::Level levelOf(const service::AccountSummary &account)
{
    if (account.consentRequired || !account.complete)
        return StripMessage::Level::Warn;
    if (!account.lastCheck || service::isRefusedOnlyHere(account.credential, account.lastCheck))
        return StripMessage::Level::Info;
    switch (account.lastCheck->verdict) {
    case exchange::Verdict::Works:
        return account.lastCheck->rights.withdraw.value_or(false) ? StripMessage::Level::Warn : StripMessage::Level::Ok;
    case exchange::Verdict::WorksRightsUnknown:
        return StripMessage::Level::Warn;
    case exchange::Verdict::Refused:
        return StripMessage::Level::Bad;
    case exchange::Verdict::Unchecked:
        break;
    }
    return StripMessage::Level::Info;
}

StripMessage problemOf(const base::Error &error)
{
    const service::words::Message words = service::words::forError(error);
    return {StripMessage::Level::Bad, words.text, words.hint, StripMessage::Action::None, error.detail};
}

} // namespace

AccountListModel::AccountListModel(service::Exchanges &exchanges, QObject *parent)
    : QAbstractListModel(parent)
    , m_exchanges(exchanges)
{
}

int AccountListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_accounts.size());
}

QString AccountListModel::title(const service::AccountSummary &account) const
{
    const QString id = account.credential.attributeValue(vault::attribute::kExchange);
    const exchange::ExchangeInfo *info = m_exchanges.catalogue().find(id);
    return (info != nullptr ? info->displayName : id) + QLatin1Char(' ')
        + account.credential.name.section(QLatin1Char('/'), 1);
}

QVariant AccountListModel::data(const QModelIndex &index, int role) const
{
    const service::AccountSummary *row = account(index.row());
    if (row == nullptr)
        return {};
    // A search asks for the title alone, of very many.
    const auto isDemo = [row] {
        return row->credential.attributeValue(vault::attribute::kEnvironment) == QLatin1StringView("demo");
    };
    const auto state = [this, row] {
        return m_checking.contains(row->credential.name) ? tr("Checking...") : service::words::accountState(*row);
    };
    switch (role) {
    case Qt::DisplayRole:
        return title(*row);
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3").arg(title(*row), isDemo() ? tr("demo") : tr("live"), state());
    case NameRole:
        return row->credential.name;
    case StateTextRole:
        return state();
    case DemoRole:
        return isDemo();
    case LevelRole:
        return static_cast<int>(levelOf(*row));
    default:
        return {};
    }
}

const service::AccountSummary *AccountListModel::account(int row) const
{
    return row >= 0 && row < m_accounts.size() ? &m_accounts.at(row) : nullptr;
}

int AccountListModel::rowOf(const QString &name) const
{
    const auto found = std::ranges::find_if(m_accounts, [&name](const service::AccountSummary &account) {
        return account.credential.name == name;
    });
    return found == m_accounts.end() ? -1 : static_cast<int>(found - m_accounts.begin());
}

int AccountListModel::rowOfId(const QUuid &id) const
{
    const auto found = std::ranges::find_if(m_accounts, [&id](const service::AccountSummary &account) {
        return account.credential.id == id;
    });
    return found == m_accounts.end() ? -1 : static_cast<int>(found - m_accounts.begin());
}

void AccountListModel::reload()
{
    if (!m_open)
        return;
    base::whenDone(m_exchanges.list(), this,
                   [this, asked = ++m_asked](base::Result<QList<service::AccountSummary>> accounts) {
                       // Read before the lock, or an answer that a later one has overtaken: errors come faster.
                       if (asked != m_asked)
                           return;
                       const bool readable = accounts || accounts.error().code == base::ErrorCode::Locked;
                       m_problem = readable ? StripMessage{} : problemOf(accounts.error());
                       replace(accounts ? *std::move(accounts) : QList<service::AccountSummary>());
                   });
}

void AccountListModel::replace(QList<service::AccountSummary> accounts)
{
    beginResetModel();
    m_accounts = std::move(accounts);
    endResetModel();
    Q_EMIT reloaded();
}

void AccountListModel::clear()
{
    ++m_asked;
    m_problem = {};
    m_checking.clear();
    replace({});
}

void AccountListModel::setChecking(const QString &name, bool checking)
{
    m_checking.removeAll(name);
    if (checking)
        m_checking << name;
    const int row = rowOf(name);
    if (row >= 0)
        Q_EMIT dataChanged(index(row), index(row));
}

} // namespace presentation
