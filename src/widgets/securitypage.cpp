// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/securitypage.h"

#include "ui_securitypage.h"
#include "widgets/addwaydialog.h"
#include "widgets/glyphicon.h"
#include "widgets/headings.h"
#include "widgets/passphrasedialog.h"
#include "widgets/theme.h"
#include "widgets/vaultkeydialog.h"

#include <QGridLayout>

#include <utility>

namespace widgets {

namespace {

constexpr int kIcon = 20;
constexpr int kBesideScrollBar = 4; // with the gap of the columns

} // namespace

SecurityPage::SecurityPage(presentation::VaultPresenter &presenter, QWidget *parent)
    : SettingsPage(parent)
    , m_ui(std::make_unique<Ui::SecurityPage>())
    , m_presenter(presenter)
    , m_controller(presenter.security())
{
    m_ui->setupUi(this);
    makeHeading(*m_ui->pageHeading, 1);
    for (QLabel *heading : {m_ui->waysHeading, m_ui->recoveryHeading})
        makeHeading(*heading, 2);
    makeMuted(*m_ui->waysNote);
    m_ui->strip->reserveLines(2);
    connect(m_ui->changeButton, &QPushButton::clicked, this, &SecurityPage::changePassphrase);
    connect(m_ui->showKeyButton, &QPushButton::clicked, &presenter, &presentation::VaultPresenter::showRecoveryKey);
    connect(m_ui->addWayButton, &QPushButton::clicked, this, [this] { (new AddWayDialog(m_presenter, this))->open(); });
    connect(m_ui->newKeyButton, &QPushButton::clicked, this,
            [this] { (new VaultKeyDialog(m_presenter, VaultKeyDialog::Change::RecoveryKey, this))->open(); });
    connect(&presenter, &presentation::VaultPresenter::statusChanged, this, &SecurityPage::refresh);
    connect(&m_controller, &presentation::SecurityController::changed, this, &SecurityPage::refresh);
    refresh();
}

SecurityPage::~SecurityPage() = default;

void SecurityPage::addPanel(const QString &heading, SettingsPage *panel)
{
    auto *section = new QVBoxLayout;
    section->setSpacing(8);
    auto *label = new QLabel(heading, this);
    makeHeading(*label, 2);
    section->addWidget(label);
    section->addWidget(panel);
    m_ui->panelLayout->addLayout(section);
    m_panels << panel;
}

void SecurityPage::reload()
{
    m_controller.reload();
    for (SettingsPage *panel : std::as_const(m_panels))
        panel->reload();
}

void SecurityPage::reset()
{
    for (QDialog *dialog : findChildren<QDialog *>())
        dialog->reject();
    m_controller.clear();
    for (SettingsPage *panel : std::as_const(m_panels))
        panel->reset();
}

void SecurityPage::refresh()
{
    rebuildWays();
    const bool pending = m_presenter.isRecoveryKeyPending();
    const QString &made = m_controller.recoveryKeyText();
    m_ui->changeButton->setVisible(m_controller.hasPassphrase());
    m_ui->showKeyButton->setVisible(pending);
    m_ui->recoveryLabel->setText(pending
                                     ? tr("Not confirmed yet. Without it, a forgotten passphrase or a lost keychain means "
                                          "that the vault stays shut for good.")
                                     : made.isEmpty() ? tr("This vault has no recovery key.")
                                                      : made + QLatin1Char(' ')
                                         + tr("Confirmed: somebody has it on paper or in a file. Keep it apart from this "
                                              "computer."));
    m_ui->strip->showMessage(m_controller.message());
}

void SecurityPage::rebuildWays()
{
    if (m_shown == m_controller.ways())
        return; // a button of a row may be what asks
    m_shown = m_controller.ways();
    while (QLayoutItem *row = m_ui->waysLayout->takeAt(0)) {
        delete row->widget();
        delete row;
    }
    for (const presentation::WayToUnlock &way : std::as_const(m_shown))
        addRow(way);
}

void SecurityPage::addRow(const presentation::WayToUnlock &way)
{
    auto *row = new QWidget(m_ui->content);
    auto *grid = new QGridLayout(row);
    grid->setContentsMargins(0, 2, 0, 2);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(1, 1);
    auto *icon = new QLabel(row);
    using Level = presentation::StripMessage::Level;
    const Glyph glyph = !way.known ? Glyph::Warning : way.used ? Glyph::LockOpen : Glyph::Key;
    showGlyph(*icon, glyph, kIcon, [known = way.known, used = way.used](const QPalette &palette) {
        if (known && !used)
            return mutedText(palette);
        return colorsFor(known ? Level::Ok : Level::Warn, palette).ink;
    });
    auto *kind = new QLabel(way.used ? tr("%1 (opened the vault now)").arg(way.kind) : way.kind, row);
    kind->setWordWrap(true);
    auto *note = new QLabel((way.made + QLatin1Char(' ') + way.place).trimmed(), row);
    note->setWordWrap(true);
    makeMuted(*note);
    grid->addWidget(icon, 0, 0, Qt::AlignTop);
    grid->addWidget(kind, 0, 1);
    grid->addWidget(note, 1, 1);
    m_ui->waysLayout->addWidget(row);
    if (way.isRecoveryKey)
        return;
    auto *remove = new QPushButton(tr("Remove..."), row);
    remove->setAutoDefault(false);
    remove->setAccessibleName(tr("Remove %1").arg(way.kind));
    grid->addWidget(remove, 0, 2, 2, 1, Qt::AlignVCenter);
    grid->setColumnMinimumWidth(3, kBesideScrollBar);
    connect(remove, &QPushButton::clicked, this, [this, way] { (new VaultKeyDialog(m_presenter, way, this))->open(); });
}

void SecurityPage::changePassphrase()
{
    (new PassphraseDialog(m_controller, this))->open();
}

} // namespace widgets
