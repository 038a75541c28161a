// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/vaultpresenter.h"

#include <QWidget>

#include <memory>

namespace presentation {
class LockingController;
} // namespace presentation

namespace Ui {
class SetupWizard;
}

namespace widgets {

class ExchangesPage;
class ProtectionPage;
class ReadyPage;
class RecoveryKeyPage;
class SetupStep;

/// "Set up Latchkey": protection, recovery key, first exchange, ready. Until Next in the first step has made the vault, nothing is
/// written; after it, leaving loses nothing. The second step alone shows the recovery key of a vault that was made earlier.
/// GUI thread.
class SetupWizard final : public QWidget {
    Q_OBJECT

public:
    enum class Step { Protection, RecoveryKey, Exchange, Ready };

    explicit SetupWizard(presentation::VaultPresenter &presenter, QWidget *parent = nullptr);
    ~SetupWizard() override;

    /// The page that is shown as third step: borrowed while that step is shown, and given back by returnExchangesPage().
    void setExchangesPage(ExchangesPage &page) { m_exchanges = &page; }
    /// With it the last step has a switch for the start at login; it outlives the wizard.
    void setLocking(presentation::LockingController &locking);
    /// The first step has a link to a restore.
    void offerRestore();

    /// All steps, from the first.
    void begin();
    /// The recovery key alone.
    void beginWithRecoveryKey();
    /// All steps, not the recovery key alone.
    [[nodiscard]] bool isWhole() const noexcept { return m_whole; }
    [[nodiscard]] Step step() const noexcept { return m_step; }
    /// Empties all fields and closes what is open; at lock.
    void reset();

Q_SIGNALS:
    /// Left in the first step: there is no vault.
    void left();
    /// A vault out of a backup is wanted instead of a new one.
    void restoreRequested();
    /// The last step is done, or the rest was put off.
    void finished();
    /// The Exchanges page is the window's again.
    void exchangesPageReturned();

private:
    void go(Step step);
    void goOn();
    void goBack();
    void skip();
    void leave();
    void followController();
    void recoveryKeyDone();
    void end();
    void returnExchangesPage();
    void refresh();
    void refreshButtons();
    /// nullptr for the third: its page is no step.
    [[nodiscard]] SetupStep *current() const;
    [[nodiscard]] bool hasAccount() const;
    [[nodiscard]] bool isRecoveryKeyShown() const;

    std::unique_ptr<Ui::SetupWizard> m_ui;
    presentation::VaultPresenter &m_presenter;
    presentation::CreateVaultController &m_create;
    ProtectionPage *m_protection = nullptr;
    RecoveryKeyPage *m_recovery = nullptr;
    ReadyPage *m_ready = nullptr;
    ExchangesPage *m_exchanges = nullptr;
    Step m_step = Step::Protection;
    bool m_offersRestore = false;
    bool m_whole = true;
};

} // namespace widgets
