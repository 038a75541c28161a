// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/addwaydialog.h"

#include "ui_addwaydialog.h"
#include "widgets/glyphicon.h"
#include "widgets/headings.h"
#include "widgets/theme.h"

#include <QLayout>

#include <utility>

namespace widgets {

namespace {

constexpr int kWidth = 580;
constexpr int kIconSize = 16;
constexpr int kStripLines = 3;

} // namespace

AddWayDialog::AddWayDialog(presentation::VaultPresenter &presenter, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::AddWayDialog>())
    , m_controller(presenter.vaultKeys())
    , m_keychain(presenter.create())
    , m_asks(presenter.security().asksCurrentPassphrase() && presenter.security().hasPassphrase())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    makeHeading(*m_ui->headingLabel, 2);
    for (QLabel *note : {m_ui->bothNote, m_ui->passphraseNote, m_ui->keychainNote, m_ui->strengthLabel})
        makeMuted(*note);
    m_ui->currentLabel->setVisible(m_asks);
    m_ui->currentEdit->setVisible(m_asks);
    m_ui->passphraseRadio->setChecked(true);
    m_ui->strip->reserveLines(kStripLines);
    m_ui->keychainStateLabel->setMinimumHeight(
        m_ui->keychainAgainButton->sizeHint().height()); // nothing jumps when it comes
    connectAll();
    m_controller.start();
    m_keychain.refreshKeychain();
    refresh();
    refreshStrength();
    resize(kWidth, layout()->totalHeightForWidth(kWidth));
    m_ui->passphraseRadio->setFocus();
}

AddWayDialog::~AddWayDialog() = default;

void AddWayDialog::connectAll()
{
    for (QRadioButton *radio : {m_ui->bothRadio, m_ui->passphraseRadio, m_ui->keychainRadio}) {
        connect(radio, &QRadioButton::clicked, this, [this] {
            m_chosen = true;
            refresh();
        });
    }
    connect(m_ui->passphraseEdit, &SecretLineEdit::edited, this, &AddWayDialog::refreshStrength);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->addButton, &QPushButton::clicked, this, &AddWayDialog::submit);
    connect(m_ui->keychainAgainButton, &QPushButton::clicked, &m_keychain,
            &presentation::CreateVaultController::refreshKeychain);
    connect(&m_keychain, &presentation::CreateVaultController::changed, this, &AddWayDialog::refresh);
    connect(this, &QDialog::rejected, &m_controller, &presentation::VaultKeyController::leave);
    connect(&m_controller, &presentation::VaultKeyController::changed, this, &AddWayDialog::refresh);
    connect(&m_controller, &presentation::VaultKeyController::finished, this, &QDialog::accept);
}

WayChoice AddWayDialog::choice() const
{
    return {m_ui->bothRadio,
            m_ui->keychainRadio,
            m_ui->passphraseRadio,
            {m_ui->passphraseEdit, m_ui->againEdit, m_ui->passphraseLabel, m_ui->againLabel}};
}

void AddWayDialog::refresh()
{
    const bool busy = m_controller.isBusy();
    choice().refresh(m_keychain.keychain(), busy, m_chosen);
    for (QWidget *one : {static_cast<QWidget *>(m_ui->currentEdit), static_cast<QWidget *>(m_ui->cancelButton),
                         static_cast<QWidget *>(m_ui->addButton)})
        one->setEnabled(!busy);
    refreshKeychain();
    m_ui->strip->showMessage(m_controller.message());
    // The field lost the focus when it was disabled; after a refusal everything is typed again.
    if (std::exchange(m_wasBusy, busy) && !busy)
        (m_asks ? m_ui->currentEdit : m_ui->passphraseEdit)->setFocus();
}

void AddWayDialog::refreshKeychain()
{
    using presentation::StripMessage;
    const presentation::CreateVaultController::Keychain keychain = m_keychain.keychain();
    m_ui->keychainStateLabel->setText(keychain.text);
    m_ui->keychainAgainButton->setVisible(keychain.silent);
    m_ui->keychainAgainButton->setEnabled(!m_controller.isBusy());
    const StripMessage::Level level = keychain.silent ? StripMessage::Level::Warn : StripMessage::Level::Info;
    const Glyph glyph = keychain.silent ? Glyph::Warning : keychain.usable ? Glyph::Key : Glyph::Info;
    showGlyph(*m_ui->keychainIcon, glyph, kIconSize,
              [level](const QPalette &colors) { return colorsFor(level, colors).ink; });
}

void AddWayDialog::refreshStrength()
{
    const auto typed = m_ui->passphraseEdit->peek();
    m_ui->strengthLabel->setText(!typed || typed->isEmpty() ? QString()
                                                            : presentation::CreateVaultController::strengthText(*typed));
}

void AddWayDialog::submit()
{
    // Enter in a field presses the default button: it leads from field to field until nothing is left to type.
    for (SecretLineEdit *field : {m_ui->currentEdit, m_ui->passphraseEdit, m_ui->againEdit}) {
        if (field->isVisible() && field->isEnabled() && field->isEmpty())
            return field->setFocus();
    }
    auto current = m_ui->currentEdit->take();
    auto next = m_ui->passphraseEdit->take();
    auto again = m_ui->againEdit->take();
    if (!current || !next || !again)
        return m_controller.refuse(!current ? current.error() : !next ? next.error() : again.error());
    m_controller.add({choice().kind(), *std::move(next), *std::move(again), !m_keychain.keychain().ready},
                     *std::move(current));
}

} // namespace widgets
