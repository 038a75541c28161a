// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/accountchecks.h"
#include "presentation/lockingcontroller.h"
#include "presentation/vaultpresenter.h"

#include <QIcon>
#include <QObject>

#include <memory>

class QMenu;
class QSystemTrayIcon;

namespace widgets {

/// The tray icon: the state of the lock by its shape (closed; open; open with "!"), and a menu by that state. Names of accounts
/// stand in the menu only while the vault is open, since any program of the session can read it. Made only when show() is
/// called, which the owner does once a tray exists: Qt remembers "no tray" for the whole process. GUI thread.
class TrayIcon final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        presentation::VaultPresenter &presenter;
        presentation::LockingController &locking;
        presentation::AccountChecks &checks;
    };
    enum class Shape { Closed, Open, OpenAlert };

    explicit TrayIcon(Parts parts, QObject *parent = nullptr);
    ~TrayIcon() override;

    void show();
    [[nodiscard]] bool isShown() const noexcept { return m_icon != nullptr; }
    [[nodiscard]] Shape shape() const;
    [[nodiscard]] QString toolTip() const;
    [[nodiscard]] static QIcon iconOf(Shape shape);
    /// For tests: the texts of the menu now, separators as "-".
    [[nodiscard]] QStringList menuTexts() const;
    /// The same of the menu under "Check"; empty when there is none.
    [[nodiscard]] QStringList checkTexts() const;

Q_SIGNALS:
    void openRequested();
    void lockRequested();
    void lockWindowRequested();
    void quitRequested();

private:
    void refresh();
    void fillMenu();
    void fillCheckMenu();
    [[nodiscard]] bool needsAttention() const;
    /// Everything that the menus depend on: an open menu is not taken from under the pointer without need.
    [[nodiscard]] QString menuState() const;

    Parts m_parts;
    std::unique_ptr<QMenu> m_menu;
    std::unique_ptr<QMenu> m_checkMenu;
    std::unique_ptr<QSystemTrayIcon> m_icon;
    QString m_shown; ///< menuState() that the menu was filled for
};

} // namespace widgets
