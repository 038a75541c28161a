// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/protectionpage.h"

#include "ui_protectionpage.h"
#include "widgets/glyphicon.h"
#include "widgets/headings.h"
#include "widgets/theme.h"

#include <utility>

namespace widgets {

namespace {

constexpr int kFieldWidth = 460;
constexpr int kTextWidth = 600;
constexpr int kIconSize = 16;

void narrow(QLabel &note)
{
    makeMuted(note);
    note.setMaximumWidth(kTextWidth);
}

} // namespace

ProtectionPage::ProtectionPage(presentation::CreateVaultController &controller, QWidget *parent)
    : SetupStep(parent)
    , m_ui(std::make_unique<Ui::ProtectionPage>())
    , m_controller(controller)
{
    m_ui->setupUi(this);
    makeHeading(*m_ui->headingLabel, 1);
    for (QWidget *field : {m_ui->passphraseEdit, m_ui->againEdit})
        field->setMaximumWidth(kFieldWidth);
    for (QLabel *note : {m_ui->bothNote, m_ui->passphraseNote, m_ui->keychainNote, m_ui->strengthLabel})
        narrow(*note);
    for (QRadioButton *radio : {m_ui->bothRadio, m_ui->passphraseRadio, m_ui->keychainRadio}) {
        connect(radio, &QRadioButton::clicked, this, [this] {
            m_chosen = true;
            refresh();
        });
    }
    m_ui->passphraseRadio->setChecked(true);
    m_ui->strip->reserveLines(2);
    m_ui->keychainStateLabel->setMinimumHeight(
        m_ui->keychainAgainButton->sizeHint().height()); // nothing jumps when it comes
    connect(m_ui->keychainAgainButton, &QPushButton::clicked, &m_controller,
            &presentation::CreateVaultController::refreshKeychain);
    connect(m_ui->againEdit, &SecretLineEdit::returnPressed, this, &ProtectionPage::goOn);
    connect(m_ui->passphraseEdit, &SecretLineEdit::returnPressed, m_ui->againEdit, [this] { m_ui->againEdit->setFocus(); });
    connect(m_ui->passphraseEdit, &SecretLineEdit::edited, this, &ProtectionPage::refreshStrength);
    connect(&m_controller, &presentation::CreateVaultController::changed, this, &ProtectionPage::refresh);
    refresh();
    refreshStrength();
}

ProtectionPage::~ProtectionPage() = default;

WayChoice ProtectionPage::choice() const
{
    return {m_ui->bothRadio,
            m_ui->keychainRadio,
            m_ui->passphraseRadio,
            {m_ui->passphraseEdit, m_ui->againEdit, m_ui->passphraseLabel, m_ui->againLabel}};
}

void ProtectionPage::refresh()
{
    const bool busy = m_controller.isBusy();
    choice().refresh(m_controller.keychain(), busy, m_chosen);
    refreshKeychain();
    m_ui->strip->showMessage(m_controller.message());
    if (std::exchange(m_busy, busy) && !busy && isVisible()) // the fields had lost the focus while they were disabled
        takeFocus();
}

void ProtectionPage::takeFocus()
{
    if (m_ui->passphraseEdit->isEnabled())
        m_ui->passphraseEdit->setFocus();
    else
        m_ui->keychainRadio->setFocus();
}

void ProtectionPage::refreshKeychain()
{
    using presentation::StripMessage;
    const presentation::CreateVaultController::Keychain keychain = m_controller.keychain();
    m_ui->keychainStateLabel->setText(keychain.text);
    m_ui->keychainAgainButton->setVisible(keychain.silent);
    m_ui->keychainAgainButton->setEnabled(!m_controller.isBusy());
    const StripMessage::Level level = keychain.silent ? StripMessage::Level::Warn : StripMessage::Level::Info;
    const Glyph glyph = keychain.silent ? Glyph::Warning : keychain.usable ? Glyph::Key : Glyph::Info;
    showGlyph(*m_ui->keychainIcon, glyph, kIconSize,
              [level](const QPalette &colors) { return colorsFor(level, colors).ink; });
}

void ProtectionPage::showEvent(QShowEvent *event)
{
    SetupStep::showEvent(event);
    takeFocus();
}

void ProtectionPage::refreshStrength()
{
    const auto typed = m_ui->passphraseEdit->peek();
    m_ui->strengthLabel->setText(!typed || typed->isEmpty() ? QString()
                                                            : presentation::CreateVaultController::strengthText(*typed));
}

void ProtectionPage::goOn()
{
    if (!mayGoOn())
        return;
    // What was typed stays until the vault is made: a keychain that fails must not cost it.
    auto passphrase = m_ui->passphraseEdit->peek();
    const auto again = m_ui->againEdit->peek();
    if (!passphrase || !again)
        return m_controller.refuse(passphrase ? again.error() : passphrase.error());
    const bool same = passphrase->equals(*again);
    m_controller.create(choice().kind(), *std::move(passphrase), *again);
    if (m_controller.isBusy())
        return;
    if (!same)
        reset();
    takeFocus();
}

void ProtectionPage::reset()
{
    m_ui->passphraseEdit->wipe();
    m_ui->againEdit->wipe();
}

} // namespace widgets
