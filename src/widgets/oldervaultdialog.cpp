// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/oldervaultdialog.h"

#include "ui_oldervaultdialog.h"
#include "widgets/headings.h"

namespace widgets {

namespace {

constexpr int kWidth = 520;

} // namespace

OlderVaultDialog::OlderVaultDialog(presentation::UnlockController &controller, bool byRecoveryKey, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::OlderVaultDialog>())
    , m_controller(controller)
    , m_byRecoveryKey(byRecoveryKey)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    makeHeading(*m_ui->headingLabel, 2);
    const bool passphrase = !byRecoveryKey && controller.asksPassphrase();
    m_ui->passphraseLabel->setVisible(passphrase);
    m_ui->passphraseEdit->setVisible(passphrase);
    m_ui->recoveryLabel->setVisible(byRecoveryKey);
    m_ui->recoveryEdit->setVisible(byRecoveryKey);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->useButton, &QPushButton::clicked, this, &OlderVaultDialog::submit);
    layout()->activate();
    resize(kWidth, layout()->totalHeightForWidth(kWidth));
    (passphrase          ? static_cast<QWidget *>(m_ui->passphraseEdit)
         : byRecoveryKey ? static_cast<QWidget *>(m_ui->recoveryEdit)
                         : m_ui->cancelButton)
        ->setFocus();
}

OlderVaultDialog::~OlderVaultDialog() = default;

void OlderVaultDialog::submit()
{
    service::WaysIn ways;
    ways.useKeychain = !m_byRecoveryKey;
    if (m_byRecoveryKey || m_controller.asksPassphrase()) {
        SecretLineEdit *field = m_byRecoveryKey ? m_ui->recoveryEdit : m_ui->passphraseEdit;
        if (field->isEmpty())
            return field->setFocus();
        auto typed = field->take();
        if (!typed) {
            m_controller.refuse(typed.error());
            return reject();
        }
        (m_byRecoveryKey ? ways.recoveryKey : ways.passphrase) = *std::move(typed);
    }
    m_controller.unlockOlder(std::move(ways));
    accept();
}

} // namespace widgets
