// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/accountlistmodel.h"

namespace presentation {

/// Checks of accounts asked for from outside the page: the tray's menu. GUI thread.
class AccountChecks final : public QObject {
    Q_OBJECT

public:
    AccountChecks(service::Exchanges &exchanges, AccountListModel &accounts, QObject *parent = nullptr);

    /// One account ("bitget/main") at its exchange.
    void check(const QString &name);
    void checkAll();

Q_SIGNALS:
    /// `text`: a line for each account that was checked, "Bitget main (live): Works", or why nothing was.
    void finished(const QString &text);

private:
    /// Says how these ended as soon as the list has read it.
    void report(const QStringList &names);

    service::Exchanges &m_exchanges;
    AccountListModel &m_accounts;
};

} // namespace presentation
