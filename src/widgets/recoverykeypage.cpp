// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/recoverykeypage.h"

#include "ui_recoverykeypage.h"
#include "widgets/filedialog.h"
#include "widgets/headings.h"
#include "widgets/recoverykeysheet.h"

#include <QPrintDialog>
#include <QPrinter>

namespace widgets {

namespace {

constexpr int kTextWidth = 640;
constexpr int kGroupWidth = 110;

} // namespace

RecoveryKeyPage::RecoveryKeyPage(presentation::CreateVaultController &controller, QWidget *parent)
    : SetupStep(parent)
    , m_ui(std::make_unique<Ui::RecoveryKeyPage>())
    , m_controller(controller)
{
    m_ui->setupUi(this);
    makeHeading(*m_ui->headingLabel, 1);
    makeMuted(*m_ui->introLabel);
    m_ui->introLabel->setMaximumWidth(kTextWidth);
    for (QWidget *field : {m_ui->firstEdit, m_ui->secondEdit})
        field->setFixedWidth(kGroupWidth);
    m_ui->strip->reserveLines(2);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &RecoveryKeyPage::chooseFile);
    connect(m_ui->printButton, &QPushButton::clicked, this, &RecoveryKeyPage::choosePrinter);
    connect(m_ui->firstEdit, &SecretLineEdit::returnPressed, m_ui->secondEdit, [this] { m_ui->secondEdit->setFocus(); });
    connect(m_ui->secondEdit, &SecretLineEdit::returnPressed, this, &RecoveryKeyPage::goOn);
    connect(&m_controller, &presentation::CreateVaultController::changed, this, &RecoveryKeyPage::refresh);
    refresh();
}

RecoveryKeyPage::~RecoveryKeyPage() = default;

void RecoveryKeyPage::reset()
{
    for (QDialog *dialog : findChildren<QDialog *>())
        dialog->reject();
    m_ui->grid->setKey(nullptr);
    m_ui->qrCode->setSecret(nullptr);
    m_ui->firstEdit->wipe();
    m_ui->secondEdit->wipe();
}

void RecoveryKeyPage::refresh()
{
    const base::SecretBytes *key = m_controller.recoveryKey();
    m_ui->grid->setKey(key);
    m_ui->qrCode->setSecret(key);
    const auto groups = m_controller.groupsToType();
    m_ui->typeLabel->setText(tr("Type groups %1 and %2, to be sure that you have it:").arg(groups[0]).arg(groups[1]));
    m_ui->firstLabel->setText(tr("Group &%1:").arg(groups[0]));
    m_ui->secondLabel->setText(tr("Group &%1:").arg(groups[1]));
    m_ui->printButton->setVisible(m_controller.copies().mayPrint());
    m_ui->strip->showMessage(m_controller.message());
}

void RecoveryKeyPage::showEvent(QShowEvent *event)
{
    SetupStep::showEvent(event);
    m_ui->firstEdit->setFocus();
}

void RecoveryKeyPage::goOn()
{
    const auto first = m_ui->firstEdit->take();
    const auto second = m_ui->secondEdit->take();
    if (!first || !second)
        return m_controller.refuse(first ? second.error() : first.error());
    m_controller.confirm(*first, *second);
    m_ui->firstEdit->setFocus();
}

void RecoveryKeyPage::chooseFile()
{
    auto *dialog = new FileDialog(tr("Save the recovery key"), this);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // nothing is ever overwritten
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QStringLiteral("latchkey-recovery-key.txt"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { m_controller.copies().save(path); });
    dialog->open();
}

void RecoveryKeyPage::choosePrinter()
{
    auto *dialog = new QPrintDialog(this); // with a printer of its own
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Print the recovery key"));
    for (const auto option : {QAbstractPrintDialog::PrintPageRange, QAbstractPrintDialog::PrintSelection,
                              QAbstractPrintDialog::PrintCurrentPage})
        dialog->setOption(option, false);
    dialog->printer()->setDocName(QStringLiteral("Latchkey"));
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this,
            [this](const QPrinter *printer) { print(*printer); });
    dialog->open();
}

void RecoveryKeyPage::print(const QPrinter &printer)
{
    const base::SecretBytes *key = m_controller.recoveryKey();
    if (key == nullptr) // locked while the printer was chosen
        return;
    // Qt's own way to CUPS, and its PDF file, would be files that anybody may read. The sheet goes another way.
    auto sheet = recoveryKeySheet(*key, printer.pageLayout().pageSize());
    if (const QString path = printer.outputFileName(); !path.isEmpty())
        return m_controller.copies().saveSheet(path, sheet);
    m_controller.copies().print({printer.printerName(), printer.copyCount(), {}}, std::move(sheet));
}

} // namespace widgets
