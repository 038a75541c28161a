// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/vaultpresenter.h"

#include <QIcon>
#include <QObject>

#include <memory>

class QMenu;
class QSystemTrayIcon;

namespace widgets {

/// The tray icon: lock state at a glance, Lock now, Unlock, Open, Quit. Made only when show() is called, which the owner does
/// once a tray exists: Qt remembers "no tray" for the whole process. GUI thread.
class TrayIcon final : public QObject {
    Q_OBJECT

public:
    explicit TrayIcon(presentation::VaultPresenter &presenter, QObject *parent = nullptr);
    ~TrayIcon() override;

    void show();
    [[nodiscard]] bool isShown() const noexcept { return m_icon != nullptr; }
    /// For tests: the texts of the menu now, separators as "-".
    [[nodiscard]] QStringList menuTexts() const;

Q_SIGNALS:
    void openRequested();
    void lockRequested();
    void quitRequested();

private:
    void refresh();

    presentation::VaultPresenter &m_presenter;
    std::unique_ptr<QMenu> m_menu;
    std::unique_ptr<QSystemTrayIcon> m_icon;
};

} // namespace widgets
