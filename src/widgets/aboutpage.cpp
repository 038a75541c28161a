// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/aboutpage.h"

#include "ui_aboutpage.h"
#include "widgets/headings.h"

#include <QClipboard>
#include <QFontDatabase>

namespace widgets {

namespace {

constexpr int kSectionSpacing = 8;

/// A table, because the lists of Qt's rich text leave no room between bullet and text.
QString bullets(const QStringList &sentences)
{
    QString rows;
    for (const QString &sentence : sentences)
        rows += QStringLiteral("<tr><td width=\"16\">\u2022</td><td>%1</td></tr>").arg(sentence.toHtmlEscaped());
    return QStringLiteral("<table cellspacing=\"0\" cellpadding=\"1\">%1</table>").arg(rows);
}

} // namespace

AboutPage::AboutPage(presentation::AboutController &controller, QWidget *parent)
    : SettingsPage(parent)
    , m_ui(std::make_unique<Ui::AboutPage>())
    , m_controller(controller)
{
    m_ui->setupUi(this);
    makeHeading(*m_ui->pageHeading, 1);
    for (QLabel *heading : {m_ui->protectedHeading, m_ui->openHeading, m_ui->diagnosticsHeading})
        makeHeading(*heading, 2);
    makeMuted(*m_ui->copiedLabel);
    m_ui->strip->reserveLines(2);
    m_ui->pageHeading->setText(presentation::AboutController::versionText());
    m_ui->protectedLabel->setText(
        bullets({tr("A copy of the vault file, also an old one, shows nobody your keys, names or notes."),
                 tr("What anything else than Latchkey changes in the file is noticed before it is used."),
                 tr("Other users of this computer cannot read the vault, nor this program's memory."),
                 tr("When the vault is locked, its keys are wiped from memory."),
                 tr("Programs get a key only after the log has it, and exchanges only over a connection that is proven.")}));
    m_ui->openLabel->setText(bullets(
        {tr("Harmful programs that run as you while the vault is open: they can watch your keyboard and screen, or ask "
            "for what you may have."),
         tr("The administrator of this computer, and whoever changed it before Latchkey started."),
         tr("What a bot does with a key once it has it, and the exchange itself."),
         tr("Older copies of the vault: they open with the passphrase that was valid then."),
         tr("A vault without a passphrase, against anyone who sits at your unlocked computer."),
         tr("Memory that hibernation writes to the disk: lock first.")}));
    connect(m_ui->copyButton, &QPushButton::clicked, this, &AboutPage::copy);
    connect(&m_controller, &presentation::AboutController::changed, this, &AboutPage::refresh);
    refresh();
}

AboutPage::~AboutPage() = default;

void AboutPage::addPanel(const QString &heading, SettingsPage *panel)
{
    auto *section = new QVBoxLayout;
    section->setSpacing(kSectionSpacing);
    auto *label = new QLabel(heading, this);
    makeHeading(*label, 2);
    section->addWidget(label);
    section->addWidget(panel);
    m_ui->contentLayout->insertLayout(static_cast<int>(m_panels.size()), section);
    m_panels << panel;
}

void AboutPage::reload()
{
    m_ui->copiedLabel->clear();
    for (SettingsPage *panel : std::as_const(m_panels))
        panel->reload();
    if (isVisible())
        m_controller.reload();
}

void AboutPage::reset()
{
    m_ui->copiedLabel->clear();
    for (SettingsPage *panel : std::as_const(m_panels))
        panel->reset();
}

void AboutPage::refresh()
{
    QFormLayout &layout = *m_ui->factsLayout;
    while (layout.rowCount() > 0)
        layout.removeRow(0);
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    for (const auto &[name, value] : m_controller.facts()) {
        auto *text = new QLabel(value, m_ui->factsBox);
        text->setFont(fixed);
        text->setWordWrap(true);
        text->setTextFormat(Qt::PlainText);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout.addRow(name + QLatin1Char(':'), text);
    }
    m_ui->strip->showMessage(m_controller.message());
    m_ui->copyButton->setVisible(m_controller.isKnown());
}

void AboutPage::copy()
{
    QGuiApplication::clipboard()->setText(m_controller.copyText());
    m_ui->copiedLabel->setText(tr("Copied: no secret and no name of an account is in it."));
}

} // namespace widgets
