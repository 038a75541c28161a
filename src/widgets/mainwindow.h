// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/vaultpresenter.h"

#include <QWidget>

#include <memory>

namespace Ui {
class MainWindow;
}

namespace widgets {

class ExchangesPage;
class ProtectionPage;
class RecoveryKeyPage;
class UnlockPage;

/// The one window, "Latchkey": first steps, unlock page or the settings, by the state of the vault. GUI thread.
class MainWindow final : public QWidget {
    Q_OBJECT

public:
    explicit MainWindow(presentation::VaultPresenter &presenter, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Shows, raises and gives the focus.
    void present();
    /// Locks at once and without asking; open dialogs are closed first.
    void lockNow();
    /// Whether closing may hide the window: only with a tray icon to bring it back.
    void setMayHide(bool mayHide) { m_mayHide = mayHide; }

Q_SIGNALS:
    /// The window was closed and nothing would bring it back.
    void quitRequested();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void buildPages();
    void stateChanged();
    void showFor(presentation::VaultPresenter::State state);
    void refreshFooter();
    void showRecoveryPage();

    std::unique_ptr<Ui::MainWindow> m_ui;
    presentation::VaultPresenter &m_presenter;
    UnlockPage *m_unlockPage = nullptr;
    ProtectionPage *m_protectionPage = nullptr;
    RecoveryKeyPage *m_recoveryPage = nullptr;
    ExchangesPage *m_exchangesPage = nullptr;
    bool m_mayHide = false;
};

} // namespace widgets
