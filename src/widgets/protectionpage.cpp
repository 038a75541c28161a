// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/protectionpage.h"

#include "ui_protectionpage.h"
#include "widgets/headings.h"

namespace widgets {

namespace {

constexpr int kFieldWidth = 460;
constexpr int kTextWidth = 600;

void narrow(QLabel &note)
{
    makeMuted(note);
    note.setMaximumWidth(kTextWidth);
}

} // namespace

ProtectionPage::ProtectionPage(presentation::CreateVaultController &controller, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ProtectionPage>())
    , m_controller(controller)
{
    m_ui->setupUi(this);
    makeHeading(*m_ui->headingLabel, 1);
    for (QWidget *field : {m_ui->passphraseEdit, m_ui->againEdit})
        field->setMaximumWidth(kFieldWidth);
    for (QLabel *note : {m_ui->bothNote, m_ui->passphraseNote, m_ui->keychainNote, m_ui->keychainStateLabel})
        narrow(*note);
    for (QRadioButton *radio : {m_ui->bothRadio, m_ui->passphraseRadio, m_ui->keychainRadio}) {
        connect(radio, &QRadioButton::clicked, this, [this] {
            m_chosen = true;
            refresh();
        });
    }
    m_ui->passphraseRadio->setChecked(true);
    connect(m_ui->createButton, &QPushButton::clicked, this, &ProtectionPage::submit);
    connect(m_ui->againEdit, &SecretLineEdit::returnPressed, this, &ProtectionPage::submit);
    connect(m_ui->passphraseEdit, &SecretLineEdit::returnPressed, m_ui->againEdit, [this] { m_ui->againEdit->setFocus(); });
    connect(m_ui->passphraseEdit, &SecretLineEdit::edited, this, &ProtectionPage::refreshStrength);
    connect(&m_controller, &presentation::CreateVaultController::changed, this, &ProtectionPage::refresh);
    refresh();
    refreshStrength();
}

ProtectionPage::~ProtectionPage() = default;

vault::SlotKind ProtectionPage::method() const
{
    if (m_ui->bothRadio->isChecked())
        return vault::SlotKind::PassphraseKeychain;
    return m_ui->keychainRadio->isChecked() ? vault::SlotKind::Keychain : vault::SlotKind::Passphrase;
}

void ProtectionPage::refresh()
{
    const bool usable = m_controller.keychainUsable();
    const bool busy = m_controller.isBusy();
    if (!m_chosen && !busy)
        (m_controller.suggestedMethod() == vault::SlotKind::PassphraseKeychain ? m_ui->bothRadio : m_ui->passphraseRadio)
            ->setChecked(true);
    m_ui->bothRadio->setEnabled(usable && !busy);
    m_ui->keychainRadio->setEnabled(usable && !busy);
    m_ui->passphraseRadio->setEnabled(!busy);
    const bool passphrase = vault::needsPassphrase(method());
    m_ui->passphraseEdit->setEnabled(passphrase && !busy);
    m_ui->againEdit->setEnabled(passphrase && !busy);
    m_ui->createButton->setEnabled(!busy);
    m_ui->keychainStateLabel->setText(m_controller.keychainText());
    m_ui->strip->showMessage(m_controller.message());
}

void ProtectionPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_ui->passphraseEdit->setFocus();
}

void ProtectionPage::refreshStrength()
{
    const auto typed = m_ui->passphraseEdit->peek();
    m_ui->strengthLabel->setText(!typed || typed->isEmpty() ? QString()
                                                            : presentation::CreateVaultController::strengthText(*typed));
}

void ProtectionPage::submit()
{
    auto passphrase = m_ui->passphraseEdit->take();
    const auto again = m_ui->againEdit->take();
    if (!passphrase || !again)
        return m_controller.refuse(passphrase ? again.error() : passphrase.error());
    m_controller.create(method(), *std::move(passphrase), *again);
}

} // namespace widgets
