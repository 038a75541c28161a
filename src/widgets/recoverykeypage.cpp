// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/recoverykeypage.h"

#include "ui_recoverykeypage.h"
#include "widgets/headings.h"

#include <QFileDialog>
#include <QStandardPaths>

namespace widgets {

namespace {

constexpr int kTextWidth = 600;
constexpr int kGroupWidth = 160;

} // namespace

RecoveryKeyPage::RecoveryKeyPage(presentation::CreateVaultController &controller, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::RecoveryKeyPage>())
    , m_controller(controller)
{
    m_ui->setupUi(this);
    makeHeading(*m_ui->headingLabel, 1);
    makeMuted(*m_ui->introLabel);
    m_ui->introLabel->setMaximumWidth(kTextWidth);
    for (QWidget *field : {m_ui->firstEdit, m_ui->secondEdit})
        field->setMaximumWidth(kGroupWidth);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &RecoveryKeyPage::chooseFile);
    connect(m_ui->confirmButton, &QPushButton::clicked, this, &RecoveryKeyPage::confirm);
    connect(m_ui->firstEdit, &SecretLineEdit::returnPressed, m_ui->secondEdit, [this] { m_ui->secondEdit->setFocus(); });
    connect(m_ui->secondEdit, &SecretLineEdit::returnPressed, this, &RecoveryKeyPage::confirm);
    connect(m_ui->laterButton, &QPushButton::clicked, this, [this] {
        reset();
        m_controller.postpone();
    });
    connect(&m_controller, &presentation::CreateVaultController::changed, this, &RecoveryKeyPage::refresh);
    refresh();
}

RecoveryKeyPage::~RecoveryKeyPage() = default;

void RecoveryKeyPage::reset()
{
    for (QDialog *dialog : findChildren<QDialog *>())
        dialog->reject();
    m_ui->grid->setKey(nullptr);
    m_ui->firstEdit->wipe();
    m_ui->secondEdit->wipe();
}

void RecoveryKeyPage::refresh()
{
    m_ui->grid->setKey(m_controller.recoveryKey());
    const auto groups = m_controller.groupsToType();
    m_ui->typeLabel->setText(tr("Type groups %1 and %2, to be sure that you have it:").arg(groups[0]).arg(groups[1]));
    m_ui->firstLabel->setText(tr("Group &%1:").arg(groups[0]));
    m_ui->secondLabel->setText(tr("Group &%1:").arg(groups[1]));
    m_ui->laterButton->setVisible(m_controller.mayPostpone());
    m_ui->strip->showMessage(m_controller.message());
}

void RecoveryKeyPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_ui->firstEdit->setFocus();
}

void RecoveryKeyPage::confirm()
{
    const auto first = m_ui->firstEdit->take();
    const auto second = m_ui->secondEdit->take();
    if (!first || !second)
        return m_controller.refuse(first ? second.error() : first.error());
    m_controller.confirm(*first, *second);
}

void RecoveryKeyPage::chooseFile()
{
    // Not the system's dialog: it cannot speak to a process that refuses to be read (PR_SET_DUMPABLE).
    auto *dialog = new QFileDialog(this, tr("Save the recovery key"),
                                   QStandardPaths::writableLocation(QStandardPaths::HomeLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QStringLiteral("latchkey-recovery-key.txt"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { m_controller.saveRecoveryKey(path); });
    dialog->open();
}

} // namespace widgets
