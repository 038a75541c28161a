// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/restoredialog.h"

#include "presentation/createvaultcontroller.h"
#include "ui_restoredialog.h"
#include "widgets/filedialog.h"
#include "widgets/headings.h"
#include "widgets/lockcurtain.h"
#include "widgets/taborder.h"

#include <utility>

namespace widgets {

using Step = presentation::RestoreController::Step;

namespace {

constexpr int kWidth = 600; // room for text and button of the strip beside each other
constexpr int kListedEntries = 5;

} // namespace

RestoreDialog::RestoreDialog(presentation::RestoreController &controller, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::RestoreDialog>())
    , m_controller(controller)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    makeHeading(*m_ui->headingLabel, 2);
    for (QLabel *note : {m_ui->chooseIntro, m_ui->passphraseNote})
        makeMuted(*note);
    m_ui->entryList->setFixedHeight(fontMetrics().lineSpacing() * kListedEntries + 8);
    m_ui->strip->reserveLines(3);
    m_controller.forget();
    connect(m_ui->fileButton, &QPushButton::clicked, this, &RestoreDialog::chooseFile);
    connect(m_ui->newEdit, &SecretLineEdit::edited, this, &RestoreDialog::refreshStrength);
    connect(m_ui->nextButton, &QPushButton::clicked, this, &RestoreDialog::goOn);
    connect(m_ui->backButton, &QPushButton::clicked, &m_controller, &presentation::RestoreController::goBack);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, [this] {
        if (m_controller.isBusy())
            m_controller.cancel();
        else
            reject();
    });
    connect(&m_controller, &presentation::RestoreController::changed, this, &RestoreDialog::refresh);
    refreshStrength();
    refresh();
    resize(kWidth, sizeHint().height());
    m_ui->fileButton->setFocus();
}

RestoreDialog::~RestoreDialog() = default;

bool RestoreDialog::focusNextPrevChild(bool next)
{
    return moveFocus(*this, next) || QDialog::focusNextPrevChild(next);
}

void RestoreDialog::done(int result)
{
    for (SecretLineEdit *field : {m_ui->recoveryEdit, m_ui->newEdit, m_ui->againEdit})
        field->wipe();
    disconnect(&m_controller, nullptr, this, nullptr);
    m_controller.forget();
    QDialog::done(result);
}

void RestoreDialog::refresh()
{
    const bool busy = m_controller.isBusy();
    const Step step = m_controller.step();
    // Restoring locks the vault itself, and what came of it is still to be read. Looking inside would end at names of what is kept.
    setProperty(kStaysAtLock, step == Step::Done || (busy && step == Step::Confirm));
    for (QWidget *one : {static_cast<QWidget *>(m_ui->fileEdit), static_cast<QWidget *>(m_ui->fileButton),
                         static_cast<QWidget *>(m_ui->recoveryEdit), static_cast<QWidget *>(m_ui->newEdit),
                         static_cast<QWidget *>(m_ui->againEdit)})
        one->setEnabled(!busy);
    m_ui->nextButton->setEnabled(!busy);
    m_ui->backButton->setEnabled(!busy);
    m_ui->backButton->setVisible(step == Step::Confirm);
    m_ui->cancelButton->setVisible(step != Step::Done);
    m_ui->nextButton->setText(step == Step::Choose          ? tr("Ne&xt")
                                  : step == Step::Done      ? tr("&Close")
                                  : m_controller.replaces() ? tr("&Restore and replace")
                                                            : tr("&Restore"));
    m_ui->strip->showMessage(m_controller.message());
    const bool answered = std::exchange(m_wasBusy, busy) && !busy;
    if (m_ui->stepStack->currentIndex() != static_cast<int>(step))
        showStep();
    else if (answered) // the field lost the focus when it was disabled; after a refusal it is typed again
        (step == Step::Choose ? m_ui->recoveryEdit : m_ui->newEdit)->setFocus();
    makeRoom();
}

void RestoreDialog::makeRoom()
{
    layout()->activate();
    if (const int needed = layout()->totalHeightForWidth(width()); needed > height())
        resize(width(), needed);
}

void RestoreDialog::showStep()
{
    const Step step = m_controller.step();
    m_ui->stepStack->setCurrentIndex(static_cast<int>(step));
    for (SecretLineEdit *field : {m_ui->newEdit, m_ui->againEdit})
        field->wipe(); // of an attempt before
    m_ui->contentsLabel->setText(m_controller.contentsText());
    m_ui->consequenceLabel->setText(m_controller.consequenceText());
    m_ui->entryList->clear();
    for (const service::BackupContents::Entry &entry : m_controller.contents().entries)
        m_ui->entryList->addItem(entry.name);
    if (step == Step::Choose)
        m_ui->recoveryEdit->setFocus();
    else if (step == Step::Confirm)
        m_ui->newEdit->setFocus();
    else
        m_ui->nextButton->setFocus();
}

void RestoreDialog::refreshStrength()
{
    const auto typed = m_ui->newEdit->peek();
    m_ui->strengthLabel->setText(!typed || typed->isEmpty() ? tr("Use several words that do not belong together.")
                                                            : presentation::CreateVaultController::strengthText(*typed));
}

void RestoreDialog::chooseFile()
{
    auto *dialog = new FileDialog(tr("Choose a backup"), this);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Latchkey backups (*.lkb)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_ui->fileEdit->setText(path);
        m_ui->recoveryEdit->setFocus();
    });
    dialog->open();
}

void RestoreDialog::goOn()
{
    // Enter in a field presses the default button: it leads to what is still to be given.
    if (m_controller.isBusy())
        return;
    if (m_controller.step() == Step::Done)
        return accept();
    if (m_controller.step() == Step::Confirm)
        return restore();
    look();
}

void RestoreDialog::look()
{
    if (m_ui->fileEdit->text().isEmpty())
        return m_ui->fileButton->setFocus();
    if (m_ui->recoveryEdit->isEmpty())
        return m_ui->recoveryEdit->setFocus();
    auto typed = m_ui->recoveryEdit->take();
    if (!typed)
        return m_controller.refuse(typed.error());
    m_controller.look(m_ui->fileEdit->text(), *std::move(typed));
}

void RestoreDialog::restore()
{
    for (SecretLineEdit *field : {m_ui->newEdit, m_ui->againEdit}) {
        if (field->isEmpty())
            return field->setFocus();
    }
    auto next = m_ui->newEdit->take();
    const auto again = m_ui->againEdit->take();
    if (!next || !again)
        return m_controller.refuse(next ? again.error() : next.error());
    m_controller.restore(*std::move(next), *again);
    if (!m_controller.isBusy()) // refused at once
        m_ui->newEdit->setFocus();
}

} // namespace widgets
