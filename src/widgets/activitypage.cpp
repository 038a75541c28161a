// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/activitypage.h"

#include "ui_activitypage.h"
#include "widgets/filedialog.h"
#include "widgets/glyphicon.h"
#include "widgets/headings.h"

#include <QScrollBar>

namespace widgets {

namespace {

using presentation::ActivityModel;

constexpr std::chrono::milliseconds kTypingPause{250};
constexpr std::chrono::seconds kFollowEvery{2};

/// Width of a column that holds this text.
int widthOf(const QWidget &widget, const QString &text)
{
    return widget.fontMetrics().horizontalAdvance(text) + 16;
}

} // namespace

ActivityPage::ActivityPage(presentation::ActivityController &controller, QWidget *parent)
    : SettingsPage(parent)
    , m_ui(std::make_unique<Ui::ActivityPage>())
    , m_controller(controller)
{
    m_ui->setupUi(this);
    makeHeading(*m_ui->pageHeading, 1);
    makeHeading(*m_ui->nothingHeading, 1);
    makeMuted(*m_ui->nothingLabel);
    makeMuted(*m_ui->countLabel);
    m_ui->strip->reserveLines(2);
    m_ui->exportButton->setIcon(glyphIcon(Glyph::Export));
    buildTable();
    buildFilter();
    m_follow.setInterval(kFollowEvery);
    connect(&m_follow, &QTimer::timeout, &m_controller.model(), &ActivityModel::refresh);
    connect(m_ui->verifyButton, &QPushButton::clicked, &m_controller, &presentation::ActivityController::verify);
    connect(m_ui->exportButton, &QPushButton::clicked, this, &ActivityPage::chooseFile);
    connect(m_ui->allButton, &QPushButton::clicked, this, &ActivityPage::showEverything);
    connect(&m_controller, &presentation::ActivityController::changed, this, &ActivityPage::refresh);
    connect(&m_controller.model(), &ActivityModel::read, this, &ActivityPage::refreshRows);
    connect(&m_controller.model(), &ActivityModel::modelReset, this, &ActivityPage::refreshRows);
    refresh();
    refreshRows();
}

ActivityPage::~ActivityPage() = default;

void ActivityPage::buildTable()
{
    // No tree view: that one reads a model to its end, piece by piece, however long it is.
    QTableView &table = *m_ui->table;
    table.setModel(&m_controller.model());
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    QHeaderView &header = *table.horizontalHeader();
    header.setHighlightSections(false);
    header.setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header.resizeSection(ActivityModel::TimeColumn, widthOf(*this, QStringLiteral("22 Nov 2026 20:31:05")));
    header.resizeSection(ActivityModel::WhatColumn, widthOf(*this, tr("Version taken into use")));
    header.setSectionResizeMode(ActivityModel::NameColumn, QHeaderView::Stretch);
    header.setSectionResizeMode(ActivityModel::ProgramColumn, QHeaderView::Stretch);
    header.resizeSection(ActivityModel::OutcomeColumn, widthOf(*this, tr("Could not be checked")));
}

void ActivityPage::buildFilter()
{
    using service::AuditGroup;
    m_ui->findEdit->addAction(mutedGlyphIcon(Glyph::Search), QLineEdit::LeadingPosition)
        ->setText(m_ui->findEdit->placeholderText()); // what a screen reader calls the picture
    QComboBox &groups = *m_ui->groupCombo;
    groups.addItem(tr("Everything"), QVariant::fromValue(AuditGroup::All));
    groups.addItem(tr("Uses of keys"), QVariant::fromValue(AuditGroup::Uses));
    groups.addItem(tr("Checks"), QVariant::fromValue(AuditGroup::Checks));
    groups.addItem(tr("Changes"), QVariant::fromValue(AuditGroup::Changes));
    groups.addItem(tr("Unlocking and locking"), QVariant::fromValue(AuditGroup::Openings));
    QComboBox &periods = *m_ui->periodCombo;
    periods.addItem(tr("Any time"), QString());
    periods.addItem(tr("Last hour"), QStringLiteral("1h"));
    periods.addItem(tr("Last 24 hours"), QStringLiteral("24h"));
    periods.addItem(tr("Last 7 days"), QStringLiteral("7d"));
    periods.addItem(tr("Last 30 days"), QStringLiteral("30d"));
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPause);
    connect(&m_typing, &QTimer::timeout, this, &ActivityPage::search);
    connect(m_ui->findEdit, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    for (QComboBox *combo : {&groups, &periods})
        connect(combo, &QComboBox::currentIndexChanged, this, &ActivityPage::search);
}

void ActivityPage::search()
{
    m_typing.stop();
    m_controller.search(m_ui->findEdit->text(), m_ui->groupCombo->currentData().value<service::AuditGroup>(),
                        m_ui->periodCombo->currentData().toString());
}

void ActivityPage::showEverything()
{
    m_ui->findEdit->clear();
    m_ui->groupCombo->setCurrentIndex(0);
    m_ui->periodCombo->setCurrentIndex(0);
    search();
}

void ActivityPage::reload()
{
    if (isVisible())
        m_controller.model().reload();
}

void ActivityPage::reset()
{
    for (QDialog *dialog : findChildren<QDialog *>())
        dialog->reject();
    showEverything();
    m_controller.clear();
}

void ActivityPage::showEvent(QShowEvent *event)
{
    SettingsPage::showEvent(event);
    m_follow.start();
}

void ActivityPage::hideEvent(QHideEvent *event)
{
    SettingsPage::hideEvent(event);
    m_follow.stop();
}

void ActivityPage::refresh()
{
    const bool busy = m_controller.isBusy();
    m_ui->verifyButton->setEnabled(!busy);
    m_ui->exportButton->setEnabled(!busy);
    m_ui->strip->showMessage(m_controller.message());
}

void ActivityPage::refreshRows()
{
    const ActivityModel &model = m_controller.model();
    const bool none = model.isComplete() && model.rowCount() == 0
        && model.problem().level == presentation::StripMessage::Level::None;
    const service::AuditFilter &filter = model.filter();
    const bool unused = filter == service::AuditFilter{{}, service::AuditGroup::Uses, 0} || !m_controller.isSearching();
    m_ui->stack->setCurrentWidget(none ? m_ui->nothingPage : m_ui->listPage);
    m_ui->nothingHeading->setText(unused ? tr("Nothing has used a key yet.") : tr("No entry matches."));
    m_ui->nothingLabel->setText(unused ? tr("As soon as a program gets a key or a signature, it stands here.")
                                       : tr("The log was searched to its beginning."));
    m_ui->countLabel->setText(model.isReading() ? tr("Reading...")
                                  : none        ? QString()
                                  : model.isComplete()
                                  ? tr("%n entries", nullptr, model.rowCount())
                                  : tr("%n newest entries; more come as you scroll", nullptr, model.rowCount()));
}

void ActivityPage::chooseFile()
{
    const QString jsonLines = tr("JSON lines (*.jsonl)");
    const QString csv = tr("Table (*.csv)");
    auto *dialog = new FileDialog(tr("Export the audit log"), this);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // nothing is ever overwritten
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({jsonLines, csv});
    dialog->setDefaultSuffix(QStringLiteral("jsonl"));
    dialog->selectFile(QStringLiteral("latchkey-audit.jsonl"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, csv](const QString &chosen) {
        dialog->setDefaultSuffix(chosen == csv ? QStringLiteral("csv") : QStringLiteral("jsonl"));
        dialog->selectFile(QStringLiteral("latchkey-audit.") + dialog->defaultSuffix());
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const bool table = path.endsWith(QLatin1StringView(".csv"), Qt::CaseInsensitive);
        m_controller.exportTo(path, table ? service::AuditFormat::Csv : service::AuditFormat::JsonLines);
    });
    dialog->open();
}

} // namespace widgets
