// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/importdialog.h"

#include "ui_importdialog.h"
#include "widgets/filedialog.h"
#include "widgets/headings.h"
#include "widgets/taborder.h"

#include <QHeaderView>

namespace widgets {

using presentation::ImportController;
using presentation::ImportRowsModel;
using Step = ImportController::Step;

namespace {

constexpr int kWidth = 720;
constexpr int kColumnWidth = 144; // what happens to an entry is said in a whole sentence
constexpr int kListedEntries = 6;

} // namespace

ImportDialog::ImportDialog(ImportController &controller, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ImportDialog>())
    , m_controller(controller)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    makeHeading(*m_ui->headingLabel, 2);
    for (QLabel *note : {m_ui->introLabel, m_ui->keyNote, m_ui->reviewNote})
        makeMuted(*note);
    m_ui->formatCombo->addItem(tr("Judge by the content"));
    m_ui->formatCombo->addItems(ImportController::formatNames());
    m_ui->entryTable->setModel(&m_controller.rows());
    m_ui->entryTable->verticalHeader()->hide();
    m_ui->entryTable->horizontalHeader()->setStretchLastSection(true);
    m_ui->entryTable->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_ui->entryTable->setMinimumHeight(fontMetrics().lineSpacing() * 2 * kListedEntries);
    m_ui->strip->reserveLines(3);
    m_controller.forget();
    connect(m_ui->fileButton, &QPushButton::clicked, this,
            [this] { chooseFile(*m_ui->fileEdit, tr("Choose a file of keys")); });
    connect(m_ui->keyButton, &QPushButton::clicked, this, [this] { chooseFile(*m_ui->keyEdit, tr("Choose the key file")); });
    connect(m_ui->nextButton, &QPushButton::clicked, this, &ImportDialog::goOn);
    connect(m_ui->backButton, &QPushButton::clicked, &m_controller, &ImportController::goBack);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(&m_controller, &ImportController::changed, this, &ImportDialog::refresh);
    showStep();
    refresh();
    resize(kWidth, sizeHint().height());
    m_ui->fileButton->setFocus();
}

ImportDialog::~ImportDialog() = default;

bool ImportDialog::focusNextPrevChild(bool next)
{
    return moveFocus(*this, next) || QDialog::focusNextPrevChild(next);
}

void ImportDialog::done(int result)
{
    disconnect(&m_controller, nullptr, this, nullptr);
    m_controller.forget();
    QDialog::done(result);
}

void ImportDialog::refresh()
{
    const bool busy = m_controller.isBusy();
    const Step step = m_controller.step();
    m_ui->stepStack->setEnabled(!busy);
    m_ui->backButton->setEnabled(!busy);
    m_ui->backButton->setVisible(step == Step::Review);
    m_ui->cancelButton->setVisible(step != Step::Done);
    // An import is one transaction and cannot be given up half way.
    m_ui->cancelButton->setEnabled(!busy || step == Step::Choose);
    m_ui->nextButton->setEnabled(!busy && (step != Step::Review || m_controller.canImport()));
    m_ui->nextButton->setText(step == Step::Choose ? tr("Ne&xt") : step == Step::Review ? tr("&Import") : tr("&Close"));
    m_ui->strip->showMessage(m_controller.message());
    if (m_ui->stepStack->currentIndex() != static_cast<int>(step))
        showStep();
}

void ImportDialog::showStep()
{
    const Step step = m_controller.step();
    m_ui->stepStack->setCurrentIndex(static_cast<int>(step));
    m_ui->summaryLabel->setText(m_controller.summaryText());
    m_ui->sourceLabel->setText(m_controller.sourceText());
    if (step == Step::Choose) {
        m_ui->fileButton->setFocus();
        return;
    }
    m_ui->entryTable->setColumnWidth(ImportRowsModel::NameColumn, kColumnWidth);
    m_ui->entryTable->setColumnWidth(ImportRowsModel::SourceColumn, kColumnWidth);
    m_ui->nextButton->setFocus();
}

void ImportDialog::chooseFile(QLineEdit &target, const QString &title)
{
    auto *dialog = new FileDialog(title, this);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setFilter(QDir::AllEntries | QDir::AllDirs | QDir::NoDotAndDotDot | QDir::Hidden); // .env, .key
    connect(dialog, &QFileDialog::fileSelected, this, [this, &target](const QString &path) {
        target.setText(path);
        m_ui->nextButton->setFocus();
    });
    dialog->open();
}

void ImportDialog::goOn()
{
    if (m_controller.isBusy())
        return;
    if (m_controller.step() == Step::Done)
        return accept();
    if (m_controller.step() == Step::Review)
        return m_controller.importNew();
    if (m_ui->fileEdit->text().isEmpty())
        return m_ui->fileButton->setFocus();
    m_controller.look(m_ui->fileEdit->text(), m_ui->formatCombo->currentIndex() - 1, m_ui->keyEdit->text());
}

} // namespace widgets
