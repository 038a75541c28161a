// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/passphrasedialog.h"

#include "presentation/createvaultcontroller.h"
#include "ui_passphrasedialog.h"
#include "widgets/headings.h"

#include <utility>

namespace widgets {

namespace {

constexpr int kWidth = 580; // room for text and button of the strip beside each other

} // namespace

PassphraseDialog::PassphraseDialog(presentation::SecurityController &controller, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::PassphraseDialog>())
    , m_controller(controller)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    makeHeading(*m_ui->headingLabel, 2);
    makeMuted(*m_ui->introLabel);
    const bool asks = controller.asksCurrentPassphrase();
    m_ui->currentLabel->setVisible(asks);
    m_ui->currentEdit->setVisible(asks);
    connect(m_ui->newEdit, &SecretLineEdit::edited, this, &PassphraseDialog::refreshStrength);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->changeButton, &QPushButton::clicked, this, &PassphraseDialog::submit);
    connect(&m_controller, &presentation::SecurityController::changed, this, &PassphraseDialog::refresh);
    connect(&m_controller, &presentation::SecurityController::passphraseChanged, this, &QDialog::accept);
    m_ui->strip->reserveLines(4);
    m_controller.startChange();
    refreshStrength();
    resize(kWidth, sizeHint().height());
    (asks ? m_ui->currentEdit : m_ui->newEdit)->setFocus();
}

PassphraseDialog::~PassphraseDialog() = default;

void PassphraseDialog::refresh()
{
    const bool changing = m_controller.isChanging();
    for (QWidget *field : {static_cast<QWidget *>(m_ui->currentEdit), static_cast<QWidget *>(m_ui->newEdit),
                           static_cast<QWidget *>(m_ui->againEdit), static_cast<QWidget *>(m_ui->changeButton),
                           static_cast<QWidget *>(m_ui->cancelButton)})
        field->setEnabled(!changing);
    m_ui->strip->showMessage(m_controller.changeMessage());
    // The field lost the focus when it was disabled; after a refusal everything is typed again.
    if (std::exchange(m_wasChanging, changing) && !changing)
        (m_controller.asksCurrentPassphrase() ? m_ui->currentEdit : m_ui->newEdit)->setFocus();
}

void PassphraseDialog::refreshStrength()
{
    const auto typed = m_ui->newEdit->peek();
    m_ui->strengthLabel->setText(!typed || typed->isEmpty() ? tr("Use several words that do not belong together.")
                                                            : presentation::CreateVaultController::strengthText(*typed));
}

void PassphraseDialog::submit()
{
    // Enter in a field presses the default button: it leads from field to field until nothing is left to type.
    for (SecretLineEdit *field : {m_ui->currentEdit, m_ui->newEdit, m_ui->againEdit}) {
        if (field->isVisible() && field->isEmpty())
            return field->setFocus();
    }
    auto current = m_ui->currentEdit->take();
    auto next = m_ui->newEdit->take();
    const auto again = m_ui->againEdit->take();
    if (!current || !next || !again)
        return m_controller.refuse(!current ? current.error() : !next ? next.error() : again.error());
    m_controller.changePassphrase(*std::move(current), *std::move(next), *again);
}

} // namespace widgets
