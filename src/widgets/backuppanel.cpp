// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/backuppanel.h"

#include "ui_backuppanel.h"
#include "widgets/filedialog.h"
#include "widgets/headings.h"

#include <QEvent>
#include <QSignalBlocker>

namespace widgets {

using service::BackupPeriod;
using service::BackupPlan;

namespace {

constexpr int kStripLines = 2;
constexpr int kTextWidth = 560;
constexpr int kFieldWidth = 460;

} // namespace

BackupPanel::BackupPanel(presentation::BackupController &controller, QWidget *parent)
    : SettingsPage(parent)
    , m_ui(std::make_unique<Ui::BackupPanel>())
    , m_controller(controller)
{
    m_ui->setupUi(this);
    for (QLabel *note : {m_ui->introLabel, m_ui->planNote})
        makeMuted(*note);
    for (QLabel *text : {m_ui->introLabel, m_ui->stateLabel, m_ui->planNote})
        keepNarrow(*m_ui->panelLayout, *text, kTextWidth);
    m_ui->folderEdit->setMaximumWidth(kFieldWidth);
    m_ui->keepSpin->setMaximum(service::kMostBackupsKept);
    m_ui->keepSpin->setFocusPolicy(Qt::StrongFocus);
    m_ui->keepSpin->installEventFilter(this);
    m_ui->strip->reserveLines(kStripLines);
    connectSwitches();
    connect(&m_controller, &presentation::BackupController::changed, this, &BackupPanel::refresh);
    refresh();
}

BackupPanel::~BackupPanel() = default;

void BackupPanel::connectSwitches()
{
    connect(m_ui->backUpButton, &QPushButton::clicked, this, &BackupPanel::chooseFile);
    connect(m_ui->cancelButton, &QPushButton::clicked, &m_controller, &presentation::BackupController::cancel);
    connect(m_ui->folderButton, &QPushButton::clicked, this, &BackupPanel::chooseFolder);
    connect(m_ui->keepSpin, &QSpinBox::valueChanged, this, &BackupPanel::store);
    connect(m_ui->neverRadio, &QRadioButton::clicked, this, &BackupPanel::store);
    for (const QRadioButton *radio : {m_ui->dailyRadio, m_ui->weeklyRadio}) {
        connect(radio, &QRadioButton::clicked, this, [this] {
            if (m_ui->folderEdit->text().isEmpty())
                chooseFolder();
            else
                store();
        });
    }
}

bool BackupPanel::eventFilter(QObject *watched, QEvent *event)
{
    // Whoever scrolls the page does not mean the number under the pointer.
    if (event->type() == QEvent::Wheel && watched == m_ui->keepSpin && !m_ui->keepSpin->hasFocus()) {
        event->ignore();
        return true;
    }
    return SettingsPage::eventFilter(watched, event);
}

BackupPlan BackupPanel::shown() const
{
    BackupPlan out;
    out.period = m_ui->dailyRadio->isChecked() ? BackupPeriod::Daily
        : m_ui->weeklyRadio->isChecked()       ? BackupPeriod::Weekly
                                               : BackupPeriod::Off;
    out.folder = m_ui->folderEdit->text();
    out.keep = m_ui->keepSpin->value();
    return out;
}

void BackupPanel::store()
{
    m_controller.change(shown());
}

void BackupPanel::reset()
{
    for (QDialog *dialog : findChildren<QDialog *>())
        dialog->reject();
    m_controller.clear();
}

void BackupPanel::refresh()
{
    const BackupPlan &plan = m_controller.plan();
    const bool planned = plan.period != BackupPeriod::Off;
    m_ui->stateLabel->setText(m_controller.stateText());
    setInk(*m_ui->stateLabel,
           m_controller.hasFailed() ? presentation::StripMessage::Level::Bad : presentation::StripMessage::Level::None);
    m_ui->backUpButton->setEnabled(m_controller.isReady());
    m_ui->cancelButton->setVisible(m_controller.isBusy());
    m_ui->strip->showMessage(m_controller.message());
    const QSignalBlocker quiet(m_ui->keepSpin);
    (plan.period == BackupPeriod::Daily        ? m_ui->dailyRadio
         : plan.period == BackupPeriod::Weekly ? m_ui->weeklyRadio
                                               : m_ui->neverRadio)
        ->setChecked(true);
    m_ui->folderEdit->setText(plan.folder);
    if (m_ui->keepSpin->value() != plan.keep) // what is half typed there stays
        m_ui->keepSpin->setValue(plan.keep);
    for (QWidget *one : {static_cast<QWidget *>(m_ui->folderLabel), static_cast<QWidget *>(m_ui->folderEdit),
                         static_cast<QWidget *>(m_ui->folderButton), static_cast<QWidget *>(m_ui->keepLabel),
                         static_cast<QWidget *>(m_ui->keepSpin)})
        one->setEnabled(planned);
}

void BackupPanel::chooseFile()
{
    auto *dialog = new FileDialog(tr("Back up now"), this);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // nothing is ever overwritten
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Latchkey backups (*.lkb)"));
    dialog->setDefaultSuffix(QStringLiteral("lkb"));
    dialog->selectFile(m_controller.suggestedName());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { m_controller.backUp(path); });
    dialog->open();
}

void BackupPanel::chooseFolder()
{
    auto *dialog = new FileDialog(tr("Folder for backups"), this);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    if (!m_ui->folderEdit->text().isEmpty())
        dialog->setDirectory(m_ui->folderEdit->text());
    connect(dialog, &QFileDialog::fileSelected, this, [this, plan = shown()](const QString &folder) mutable {
        plan.folder = folder;
        m_controller.change(plan);
    });
    connect(dialog, &QDialog::rejected, this, &BackupPanel::refresh); // the switch goes back
    dialog->open();
}

} // namespace widgets
