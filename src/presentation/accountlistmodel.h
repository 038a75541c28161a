// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/stripmessage.h"
#include "service/exchanges.h"

#include <QAbstractListModel>

namespace presentation {

/// The exchange accounts as a list shows them. Holds no secret. GUI thread.
class AccountListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        NameRole = Qt::UserRole + 1, ///< "bitget/main"
        StateTextRole,               ///< "Works", "May withdraw", ...
        DemoRole,                    ///< bool
        LevelRole,                   ///< StripMessage::Level as int
    };

    explicit AccountListModel(service::Exchanges &exchanges, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    [[nodiscard]] const service::AccountSummary *account(int row) const;
    [[nodiscard]] int rowOf(const QString &name) const;
    [[nodiscard]] int rowOfId(const QUuid &id) const;
    /// "Bitget main": the exchange's own name and the account's.
    [[nodiscard]] QString title(const service::AccountSummary &account) const;

    /// Reads the accounts anew; the last call counts.
    void reload();
    /// Nothing is read while the window is closed to people, also when the vault is open for programs.
    void setOpen(bool open) noexcept { m_open = open; }
    /// Empties the list; at lock. What was asked for before and comes later is dropped.
    void clear();
    /// Why the accounts cannot be shown; level None when they can.
    [[nodiscard]] const StripMessage &problem() const noexcept { return m_problem; }
    /// "Checking..." in the row of this account, also after a reload.
    void setChecking(const QString &name, bool checking);

Q_SIGNALS:
    void reloaded();

private:
    void replace(QList<service::AccountSummary> accounts);

    service::Exchanges &m_exchanges;
    QList<service::AccountSummary> m_accounts;
    QStringList m_checking;
    bool m_open = true;
    quint64 m_asked = 0; ///< grows with each reload() and clear(): only the last answer counts
    StripMessage m_problem;
};

} // namespace presentation
