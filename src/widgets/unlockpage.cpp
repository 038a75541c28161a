// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/unlockpage.h"

#include "ui_unlockpage.h"
#include "widgets/glyphicon.h"
#include "widgets/headings.h"
#include "widgets/oldervaultdialog.h"
#include "widgets/theme.h"

#include <QResizeEvent>

#include <utility>

namespace widgets {

namespace {

constexpr int kLockIcon = 48;
constexpr int kRoomForIcon = 480;

} // namespace

UnlockPage::UnlockPage(presentation::UnlockController &controller, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::UnlockPage>())
    , m_controller(controller)
{
    m_ui->setupUi(this);
    makeHeading(*m_ui->headingLabel, 1);
    makeMuted(*m_ui->reasonLabel);
    for (QPushButton *link : {m_ui->recoveryButton, m_ui->restoreButton})
        makeLink(*link);
    m_ui->restoreButton->hide();
    showGlyph(*m_ui->iconLabel, Glyph::Lock, kLockIcon, accent);
    connect(m_ui->unlockButton, &QPushButton::clicked, this, &UnlockPage::submit);
    connect(m_ui->passphraseEdit, &SecretLineEdit::returnPressed, this, &UnlockPage::submit);
    connect(m_ui->recoveryEdit, &SecretLineEdit::returnPressed, this, &UnlockPage::submit);
    connect(m_ui->cancelButton, &QPushButton::clicked, &m_controller, &presentation::UnlockController::cancel);
    connect(m_ui->recoveryButton, &QPushButton::clicked, this, [this] { showRecovery(!m_recovery); });
    connect(m_ui->restoreButton, &QPushButton::clicked, this, &UnlockPage::restoreRequested);
    connect(m_ui->strip, &MessageStrip::actionRequested, this, &UnlockPage::runAction);
    connect(&m_controller, &presentation::UnlockController::changed, this, &UnlockPage::refresh);
    refresh();
}

UnlockPage::~UnlockPage() = default;

void UnlockPage::offerRestore()
{
    m_ui->restoreButton->show();
}

void UnlockPage::reset()
{
    for (QDialog *dialog : findChildren<QDialog *>())
        dialog->reject();
    m_ui->passphraseEdit->wipe();
    m_ui->recoveryEdit->wipe();
    m_recovery = false;
    refresh();
}

void UnlockPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
    (m_controller.asksPassphrase() ? static_cast<QWidget *>(m_ui->passphraseEdit) : m_ui->unlockButton)->setFocus();
}

void UnlockPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // A long message is worth more than the picture.
    m_ui->iconLabel->setVisible(event->size().height() >= kRoomForIcon);
}

void UnlockPage::refresh()
{
    const bool passphrase = m_controller.asksPassphrase() && !m_recovery;
    const bool busy = m_controller.isBusy();
    m_ui->reasonLabel->setText(m_controller.reasonText());
    m_ui->passphraseLabel->setVisible(passphrase);
    m_ui->passphraseEdit->setVisible(passphrase);
    m_ui->recoveryLabel->setVisible(m_recovery);
    m_ui->recoveryEdit->setVisible(m_recovery);
    m_ui->keychainLabel->setVisible(!passphrase && !m_recovery);
    m_ui->unlockButton->setText(passphrase || m_recovery ? tr("&Unlock") : tr("&Unlock with this computer"));
    m_ui->unlockButton->setEnabled(!busy);
    m_ui->passphraseEdit->setEnabled(!busy);
    m_ui->recoveryEdit->setEnabled(!busy);
    m_ui->recoveryButton->setEnabled(!busy);
    m_ui->restoreButton->setEnabled(!busy);
    m_ui->cancelButton->setVisible(busy);
    if (!m_controller.asksPassphrase())
        m_ui->recoveryButton->setText(m_recovery ? tr("Unlock with this &computer instead")
                                                 : tr("Use the &recovery key instead"));
    else
        m_ui->recoveryButton->setText(m_recovery ? tr("Use the &passphrase instead") : tr("Use the &recovery key instead"));
    m_ui->strip->showMessage(m_controller.message());
    // The field lost the focus when it was disabled; after a refusal it is typed into again.
    if (std::exchange(m_wasBusy, busy) && !busy && isVisible())
        (m_recovery       ? m_ui->recoveryEdit
             : passphrase ? m_ui->passphraseEdit
                          : static_cast<QWidget *>(m_ui->unlockButton))
            ->setFocus();
}

void UnlockPage::showRecovery(bool show)
{
    m_recovery = show;
    refresh();
    if (show)
        m_ui->recoveryEdit->setFocus();
    else if (m_controller.asksPassphrase())
        m_ui->passphraseEdit->setFocus();
}

void UnlockPage::submit()
{
    if (m_controller.isBusy())
        return;
    if (!m_recovery && !m_controller.asksPassphrase()) {
        m_controller.unlockWithKeychain();
        return;
    }
    SecretLineEdit *field = m_recovery ? m_ui->recoveryEdit : m_ui->passphraseEdit;
    if (field->isEmpty()) {
        field->setFocus();
        return;
    }
    auto typed = field->take();
    if (!typed)
        return m_controller.refuse(typed.error());
    if (m_recovery)
        m_controller.unlockWithRecoveryKey(*std::move(typed));
    else
        m_controller.unlockWithPassphrase(*std::move(typed));
}

void UnlockPage::runAction(presentation::StripMessage::Action action)
{
    if (action == presentation::StripMessage::Action::UseRecoveryKey)
        showRecovery(true);
    else if (action == presentation::StripMessage::Action::UseOlder)
        (new OlderVaultDialog(m_controller, m_recovery, this))->open();
    else if (!m_controller.asksPassphrase())
        m_controller.unlockWithKeychain();
    else
        m_ui->passphraseEdit->setFocus();
}

} // namespace widgets
