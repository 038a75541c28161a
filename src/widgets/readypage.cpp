// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/readypage.h"

#include "presentation/setupsummary.h"
#include "ui_readypage.h"
#include "widgets/glyphicon.h"
#include "widgets/headings.h"
#include "widgets/theme.h"

namespace widgets {

namespace {

constexpr int kTextWidth = 560;
constexpr int kIconSize = 20;
constexpr int kTextIndent = 20;
constexpr int kFactGap = 6;
constexpr int kMost = 1000;

} // namespace

ReadyPage::ReadyPage(presentation::VaultPresenter &presenter, QWidget *parent)
    : SetupStep(parent)
    , m_ui(std::make_unique<Ui::ReadyPage>())
    , m_presenter(presenter)
{
    m_ui->setupUi(this);
    makeHeading(*m_ui->headingLabel, 1);
    for (QLabel *label : {m_ui->storedHeading, m_ui->lockHeading, m_ui->startHeading})
        makeHeading(*label, 2);
    makeMuted(*m_ui->startNote);
    for (QLabel *label : {m_ui->lockLabel, m_ui->startNote})
        label->setMaximumWidth(kTextWidth);
    m_ui->startBox->hide();
    m_ui->strip->reserveLines(0);
    connect(&presenter.accounts(), &presentation::AccountListModel::reloaded, this, &ReadyPage::refresh);
}

ReadyPage::~ReadyPage() = default;

void ReadyPage::setLocking(presentation::LockingController &locking)
{
    m_locking = &locking;
    m_ui->startBox->show();
    connect(m_ui->startCheck, &QCheckBox::clicked, &locking, &presentation::LockingController::setStartsAtLogin);
    connect(&locking, &presentation::LockingController::changed, this, &ReadyPage::refresh);
}

void ReadyPage::reset()
{
    while (m_ui->factsLayout->count() > 0) {
        const std::unique_ptr<QLayoutItem> item(m_ui->factsLayout->takeAt(0));
        if (QWidget *label = item->widget(); label != nullptr) {
            label->hide();
            label->deleteLater();
        }
    }
}

void ReadyPage::showEvent(QShowEvent *event)
{
    SetupStep::showEvent(event);
    refresh();
}

void ReadyPage::refresh()
{
    if (!isVisible())
        return;
    showFacts();
    m_ui->lockLabel->setText(presentation::howToLock(m_presenter.create().made().method, m_locking));
    if (m_locking == nullptr)
        return;
    m_ui->startCheck->setChecked(m_locking->startsAtLogin());
    m_ui->strip->showMessage(m_locking->message());
}

void ReadyPage::showFacts()
{
    reset();
    for (const presentation::SetupFact &fact :
         presentation::setupFacts(m_presenter.create().made(), m_presenter.accounts())) {
        const int row = m_ui->factsLayout->rowCount();
        auto *icon = new QLabel(this);
        showGlyph(*icon, glyphFor(fact.level), kIconSize,
                  [level = fact.level](const QPalette &colors) { return colorsFor(level, colors).ink; });
        auto *title = new QLabel(fact.title, this);
        title->setWordWrap(true);
        auto *text = new QLabel(fact.text, this);
        text->setWordWrap(true);
        text->setMaximumWidth(kTextWidth);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        text->setContentsMargins(0, 0, 0, kFactGap);
        makeMuted(*text);
        m_ui->factsLayout->addWidget(icon, row, 0, Qt::AlignTop);
        m_ui->factsLayout->addWidget(title, row, 1);
        m_ui->factsLayout->addWidget(text, row + 1, 1);
    }
    m_ui->factsLayout->setColumnMinimumWidth(0, kTextIndent);
    m_ui->factsLayout->setColumnStretch(1, kMost);
    m_ui->factsLayout->setColumnStretch(2, 1); // what is left of a wide window
}

} // namespace widgets
