// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setupwizard.h"

#include "ui_setupwizard.h"
#include "widgets/exchangespage.h"
#include "widgets/headings.h"
#include "widgets/protectionpage.h"
#include "widgets/readypage.h"
#include "widgets/recoverykeypage.h"

#include <QEvent>

namespace widgets {

using presentation::CreateVaultController;

SetupWizard::SetupWizard(presentation::VaultPresenter &presenter, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::SetupWizard>())
    , m_presenter(presenter)
    , m_create(presenter.create())
{
    m_ui->setupUi(this);
    makeMuted(*m_ui->stepLabel);
    makeHeading(*m_ui->exchangeHeading, 1);
    for (QPushButton *link : {m_ui->skipButton, m_ui->restoreButton})
        makeLink(*link);
    m_protection = new ProtectionPage(m_create, this);
    m_recovery = new RecoveryKeyPage(m_create, this);
    m_ready = new ReadyPage(presenter, this);
    m_ui->stepStack->insertWidget(0, m_protection);
    m_ui->stepStack->insertWidget(1, m_recovery);
    m_ui->stepStack->addWidget(m_ready);
    connect(m_ui->nextButton, &QPushButton::clicked, this, &SetupWizard::goOn);
    connect(m_ui->backButton, &QPushButton::clicked, this, &SetupWizard::goBack);
    connect(m_ui->skipButton, &QPushButton::clicked, this, &SetupWizard::skip);
    connect(m_ui->restoreButton, &QPushButton::clicked, this, &SetupWizard::restoreRequested);
    connect(m_ui->notNowButton, &QPushButton::clicked, this, &SetupWizard::leave);
    connect(&m_create, &CreateVaultController::changed, this, &SetupWizard::followController);
    connect(&m_create, &CreateVaultController::finished, this, &SetupWizard::recoveryKeyDone);
    connect(&presenter.accounts(), &presentation::AccountListModel::reloaded, this, &SetupWizard::refreshButtons);
    connect(&presenter, &presentation::VaultPresenter::statusChanged, this, &SetupWizard::refreshButtons);
    connect(&presenter.editor(), &presentation::AccountEditor::changed, this, &SetupWizard::refreshButtons);
    refresh();
}

SetupWizard::~SetupWizard() = default;

void SetupWizard::setLocking(presentation::LockingController &locking)
{
    m_ready->setLocking(locking);
}

void SetupWizard::offerRestore()
{
    m_offersRestore = true;
    refreshButtons();
}

void SetupWizard::begin()
{
    m_whole = true;
    go(Step::Protection);
    m_create.refreshKeychain();
}

void SetupWizard::beginWithRecoveryKey()
{
    m_whole = false;
    go(Step::RecoveryKey);
}

SetupStep *SetupWizard::current() const
{
    switch (m_step) {
    case Step::Protection:
        return m_protection;
    case Step::RecoveryKey:
        return m_recovery;
    case Step::Exchange:
        return nullptr;
    case Step::Ready:
        break;
    }
    return m_ready;
}

bool SetupWizard::hasAccount() const
{
    return m_presenter.accounts().rowCount() > 0 && !m_presenter.editor().isBusy();
}

bool SetupWizard::isRecoveryKeyShown() const
{
    return m_create.step() == CreateVaultController::Step::RecoveryKey;
}

void SetupWizard::go(Step step)
{
    if (SetupStep *before = current(); before != nullptr && step != m_step)
        before->reset();
    m_step = step;
    if (step == Step::Exchange && m_exchanges != nullptr) {
        m_ui->exchangeLayout->addWidget(m_exchanges);
        m_exchanges->setGuided(true);
        m_exchanges->show();
        m_exchanges->reload();
    } else {
        returnExchangesPage();
    }
    m_ui->stepStack->setCurrentIndex(static_cast<int>(step));
    refresh();
}

void SetupWizard::returnExchangesPage()
{
    if (m_exchanges == nullptr || m_exchanges->parentWidget() != m_ui->exchangeStep)
        return;
    m_exchanges->setGuided(false);
    Q_EMIT exchangesPageReturned();
}

void SetupWizard::goOn()
{
    if (SetupStep *step = current(); step != nullptr && step->mayGoOn())
        step->goOn();
    if (m_step == Step::Ready)
        return end();
    if (m_step == Step::Exchange && hasAccount())
        go(Step::Ready);
}

void SetupWizard::goBack()
{
    if (m_step == Step::Ready)
        return go(Step::Exchange);
    // The key comes back as long as nobody has proven to have it.
    if (m_step == Step::Exchange)
        m_presenter.showRecoveryKey();
}

void SetupWizard::skip()
{
    if (m_step == Step::RecoveryKey)
        m_create.postpone();
    else if (m_step == Step::Exchange)
        go(Step::Ready);
}

void SetupWizard::leave()
{
    if (m_step == Step::Protection) {
        if (m_create.isBusy())
            return m_create.cancel();
        m_protection->reset();
        Q_EMIT left();
        return;
    }
    if (isRecoveryKeyShown()) {
        m_whole = false; // the rest is put off with it
        return m_create.postpone();
    }
    end();
}

void SetupWizard::followController()
{
    if (isRecoveryKeyShown() && m_step != Step::RecoveryKey && isVisible())
        go(Step::RecoveryKey);
    else
        refreshButtons();
}

void SetupWizard::recoveryKeyDone()
{
    if (m_step != Step::Protection && m_step != Step::RecoveryKey)
        return;
    // The vault may have been locked before its key could be shown: then another page is up.
    if (m_whole && m_presenter.state() == presentation::VaultPresenter::State::Unlocked)
        return go(Step::Exchange);
    end();
}

void SetupWizard::end()
{
    reset();
    Q_EMIT finished();
}

void SetupWizard::reset()
{
    for (SetupStep *step :
         {static_cast<SetupStep *>(m_protection), static_cast<SetupStep *>(m_recovery), static_cast<SetupStep *>(m_ready)})
        step->reset();
    returnExchangesPage();
}

void SetupWizard::refresh()
{
    const int number = static_cast<int>(m_step) + 1;
    m_ui->stepLabel->setText(m_whole ? tr("Set up Latchkey: step %1 of %2").arg(number).arg(4) : QString());
    m_ui->stepLabel->setVisible(m_whole);
    m_ui->nextButton->setText(m_step == Step::Ready || !m_whole ? tr("&Done") : tr("&Next"));
    m_ui->nextButton->setDefault(m_step != Step::Exchange); // there it is Save
    m_ui->backButton->setVisible(m_whole);
    m_ui->skipButton->setText(m_step == Step::RecoveryKey ? tr("Do this &later") : tr("S&kip"));
    refreshButtons();
}

void SetupWizard::refreshButtons()
{
    const SetupStep *step = current();
    const bool making = m_step == Step::Protection && m_create.isBusy();
    // A creation that waits for the system's keychain can be given up; the others are over in a moment.
    m_ui->notNowButton->setText(making ? tr("&Cancel") : tr("Not no&w"));
    m_ui->restoreButton->setVisible(m_offersRestore && m_whole && m_step == Step::Protection);
    m_ui->restoreButton->setEnabled(!making);
    m_ui->notNowButton->setEnabled(!making || vault::needsKeychain(m_create.made().method));
    const bool mayPostpone = m_step != Step::RecoveryKey || m_create.mayPostpone();
    m_ui->notNowButton->setVisible(m_whole && m_step != Step::Ready && mayPostpone);
    m_ui->nextButton->setEnabled(step != nullptr ? step->mayGoOn() : hasAccount());
    const bool shownAgain = m_step == Step::Exchange && m_presenter.isRecoveryKeyPending();
    m_ui->backButton->setEnabled(m_step == Step::Ready || shownAgain);
    m_ui->skipButton->setVisible((m_step == Step::RecoveryKey && mayPostpone)
                                 || (m_step == Step::Exchange && m_presenter.accounts().rowCount() == 0));
}

} // namespace widgets
