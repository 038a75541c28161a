// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mainwindow.h"

#include "ui_mainwindow.h"
#include "widgets/aboutpage.h"
#include "widgets/activitypage.h"
#include "widgets/confirmdialogs.h"
#include "widgets/exchangespage.h"
#include "widgets/headings.h"
#include "widgets/importdialog.h"
#include "widgets/llmpage.h"
#include "widgets/restoredialog.h"
#include "widgets/securitypage.h"
#include "widgets/settingspage.h"
#include "widgets/setupwizard.h"
#include "widgets/taborder.h"
#include "widgets/unlockpage.h"

#include <QCloseEvent>
#include <QDialog>
#include <QResizeEvent>

#include <algorithm>
#include <utility>

namespace widgets {

namespace {

/// Below this width the list of pages shows icons only.
constexpr int kNarrowWindow = 900;
constexpr QSize kWizardSize(720, 540);
constexpr QSize kSettingsSize(960, 640);
constexpr QSize kSmallestSettings(840, 460);
constexpr int kFooterIcon = 16;

} // namespace

MainWindow::MainWindow(presentation::VaultPresenter &presenter, presentation::LlmController *llm, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_ui(std::make_unique<Ui::MainWindow>())
    , m_presenter(presenter)
{
    m_ui->setupUi(this);
    makeMuted(*m_ui->statusLabel);
    buildPages(llm);
    connectClipboard();
    connect(m_ui->lockButton, &QPushButton::clicked, this, &MainWindow::lockNow);
    connect(m_ui->recoveryKeyButton, &QPushButton::clicked, &m_presenter, &presentation::VaultPresenter::showRecoveryKey);
    connect(&m_presenter, &presentation::VaultPresenter::statusChanged, this, &MainWindow::refreshFooter);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QWidget::close);
    connect(&m_presenter, &presentation::VaultPresenter::stateChanged, this, &MainWindow::stateChanged);
    resize(kSettingsSize);
    showFor(m_presenter.state());
}

MainWindow::~MainWindow() = default;

void MainWindow::buildPages(presentation::LlmController *llm)
{
    m_unlockPage = new UnlockPage(m_presenter.unlock(), this);
    m_ui->rootStack->addWidget(m_unlockPage);
    m_exchangesPage = new ExchangesPage(m_presenter, m_clipboard, this);
    addPage(Glyph::Exchange, tr("Exchanges"), m_exchangesPage);
    buildWizard();
    if (llm != nullptr)
        addPage(Glyph::Chatbot, tr("LLM providers"), new LlmPage(*llm, m_clipboard, this));
    addPage(Glyph::History, tr("Activity"), new ActivityPage(m_presenter.activity(), this));
    m_securityPage = new SecurityPage(m_presenter, this);
    addPage(Glyph::ShieldLock, tr("Security"), m_securityPage);
    m_aboutPage = new AboutPage(m_presenter.about(), this);
    addPage(Glyph::Info, tr("About"), m_aboutPage);
    connect(m_ui->pageList, &QListWidget::itemSelectionChanged, this, &MainWindow::pageSelected);
    m_ui->pageList->setCurrentRow(0);
}

void MainWindow::buildWizard()
{
    m_wizard = new SetupWizard(m_presenter, this);
    m_wizard->setExchangesPage(*m_exchangesPage);
    m_ui->rootStack->addWidget(m_wizard);
    connect(m_wizard, &SetupWizard::exchangesPageReturned, this, &MainWindow::takeExchangesPageBack);
    connect(m_wizard, &SetupWizard::left, this, &QWidget::close);
    connect(m_wizard, &SetupWizard::finished, this, [this] { showFor(m_presenter.state()); });
    connect(&m_presenter.create(), &presentation::CreateVaultController::changed, this, [this] {
        const bool shown = m_presenter.create().step() == presentation::CreateVaultController::Step::RecoveryKey;
        if (!shown || isSettingUp() || m_presenter.state() != presentation::VaultPresenter::State::Unlocked)
            return;
        m_wizard->beginWithRecoveryKey();
        showWizard();
    });
}

void MainWindow::setLocking(presentation::LockingController &locking)
{
    m_wizard->setLocking(locking);
}

void MainWindow::setRestore(presentation::RestoreController &restore)
{
    m_wizard->offerRestore();
    m_unlockPage->offerRestore();
    const auto open = [this, &restore] { (new RestoreDialog(restore, this))->open(); };
    connect(m_wizard, &SetupWizard::restoreRequested, this, open);
    connect(m_unlockPage, &UnlockPage::restoreRequested, this, open);
    connect(&restore, &presentation::RestoreController::restored, &m_presenter.unlock(),
            &presentation::UnlockController::refresh);
}

void MainWindow::setImport(presentation::ImportController &import)
{
    m_exchangesPage->offerImport();
    connect(m_exchangesPage, &ExchangesPage::importRequested, this, [this, &import] {
        (new ImportDialog(import, m_exchangesPage))->open(); // of the page, which closes its dialogs at a lock
    });
}

void MainWindow::takeExchangesPageBack()
{
    m_ui->pageStack->insertWidget(0, m_exchangesPage);
    m_ui->pageStack->setCurrentIndex(std::max(0, m_ui->pageList->selectedRow()));
}

void MainWindow::addPage(Glyph glyph, const QString &title, SettingsPage *page)
{
    m_pages << page;
    m_ui->pageStack->addWidget(page);
    m_ui->pageList->addEntry(glyph, title);
    connect(page, &SettingsPage::draftChanged, this,
            [this, page, row = static_cast<int>(m_pages.size()) - 1] { m_ui->pageList->setDraft(row, page->hasDraft()); });
}

SettingsPage *MainWindow::pageWithDraft() const
{
    if (m_presenter.state() != presentation::VaultPresenter::State::Unlocked)
        return nullptr;
    const auto found = std::ranges::find_if(m_pages, [](const SettingsPage *page) { return page->hasDraft(); });
    return found == m_pages.end() ? nullptr : *found;
}

void MainWindow::confirmLeaving(std::function<void()> go)
{
    SettingsPage *page = pageWithDraft();
    if (page == nullptr)
        return go();
    present();
    if (findChild<DraftDialog *>() != nullptr)
        return; // asked already
    m_ui->pageList->setCurrentRow(static_cast<int>(m_pages.indexOf(page)));
    auto *dialog = new DraftDialog(this);
    connect(dialog, &DraftDialog::saveChosen, page, &SettingsPage::saveDraft);
    connect(dialog, &DraftDialog::discardChosen, this, [this, go = std::move(go)] {
        for (SettingsPage *each : std::as_const(m_pages))
            each->discardDrafts();
        go();
    });
    dialog->open();
}

void MainWindow::confirmQuit(const QStringList &programs, std::function<void()> go)
{
    const bool forgets = m_presenter.drafts().hasSealed();
    const QStringList losers = m_presenter.servesPrograms() ? programs : QStringList();
    if (losers.isEmpty() && !forgets)
        return go();
    present();
    if (findChild<QuitDialog *>() != nullptr)
        return; // asked already
    auto *dialog = new QuitDialog(losers, forgets, this);
    connect(dialog, &QuitDialog::confirmed, this, std::move(go));
    dialog->open();
}

void MainWindow::addSecurityPanel(const QString &heading, SettingsPage *panel)
{
    m_securityPage->addPanel(heading, panel);
}

void MainWindow::addAboutPanel(const QString &heading, SettingsPage *panel)
{
    m_aboutPage->addPanel(heading, panel);
}

void MainWindow::pageSelected()
{
    const int row = m_ui->pageList->selectedRow();
    if (row < 0)
        return;
    m_ui->pageStack->setCurrentIndex(row);
    if (m_presenter.state() == presentation::VaultPresenter::State::Unlocked)
        m_pages[row]->reload();
}

void MainWindow::stateChanged()
{
    if (isSettingUp() && m_presenter.state() == presentation::VaultPresenter::State::Unlocked)
        return refreshFooter(); // the wizard goes on over the vault that it has made
    showFor(m_presenter.state());
}

void MainWindow::showFor(presentation::VaultPresenter::State state)
{
    QWidget *page = m_ui->settingsPage;
    if (state == presentation::VaultPresenter::State::NotInitialized) {
        m_wizard->begin();
        return showWizard();
    }
    if (state == presentation::VaultPresenter::State::Locked) {
        page = m_unlockPage;
        m_clipboard.clear();
        m_wizard->reset();
        m_presenter.create().forget();
        for (SettingsPage *settings : std::as_const(m_pages))
            settings->reset();
        m_unlockPage->reset();
        m_presenter.unlock().refresh();
    }
    m_ui->rootStack->setCurrentWidget(page);
    shape();
    if (page == m_ui->settingsPage) { // each finds out by itself whether it is seen
        m_unlockPage->reset();
        for (RestoreDialog *dialog : findChildren<RestoreDialog *>())
            dialog->reject();
        for (SettingsPage *settings : std::as_const(m_pages))
            settings->reload();
    }
    refreshFooter();
}

bool MainWindow::isSettingUp() const
{
    return m_ui->rootStack->currentWidget() == m_wizard;
}

void MainWindow::showWizard()
{
    m_ui->rootStack->setCurrentWidget(m_wizard);
    shape();
    refreshFooter();
}

void MainWindow::shape()
{
    m_ui->footer->setVisible(!isSettingUp());
    const bool small = isSettingUp() && m_wizard->isWhole();
    setWindowTitle(small ? tr("Set up Latchkey") : QStringLiteral("Latchkey"));
    if (std::exchange(m_small, small) == small)
        return;
    setMinimumSize(small ? kWizardSize : kSmallestSettings);
    if (!isMaximized() && !isFullScreen())
        resize(small ? kWizardSize : kSettingsSize);
}

void MainWindow::refreshFooter()
{
    const bool unlocked = m_presenter.state() == presentation::VaultPresenter::State::Unlocked;
    m_ui->lockButton->setVisible(unlocked);
    const Glyph glyph = m_presenter.isOpenToAnyone() ? Glyph::Shield : unlocked ? Glyph::LockOpen : Glyph::Lock;
    showGlyph(*m_ui->lockIconLabel, glyph, kFooterIcon);
    m_ui->statusLabel->setText(m_clipboardNote.isEmpty() ? m_presenter.statusText() : m_clipboardNote);
    m_ui->recoveryKeyButton->setVisible(m_presenter.isRecoveryKeyPending()
                                        && m_ui->rootStack->currentWidget() == m_ui->settingsPage);
}

void MainWindow::connectClipboard()
{
    connect(&m_clipboard, &SecretClipboard::copied, this, [this] {
        noteClipboard(tr("Copied. The clipboard is emptied in %n s.", nullptr,
                         static_cast<int>(m_clipboard.clearAfter().count())));
    });
    connect(&m_clipboard, &SecretClipboard::waiting, this, [this] {
        noteClipboard(tr(
            "The secret is still on the clipboard: this desktop lets Latchkey remove it only while you use this window."));
    });
    connect(&m_clipboard, &SecretClipboard::cleared, this, [this] { noteClipboard({}); });
    connect(&m_clipboard, &SecretClipboard::replaced, this, [this] { noteClipboard({}); });
}

void MainWindow::noteClipboard(const QString &note)
{
    m_clipboardNote = note;
    refreshFooter();
}

void MainWindow::present()
{
    show();
    setWindowState(windowState() & ~Qt::WindowMinimized);
    raise();
    activateWindow();
}

void MainWindow::lockNow()
{
    if (m_presenter.state() != presentation::VaultPresenter::State::Unlocked)
        return;
    for (QDialog *dialog : findChildren<QDialog *>())
        dialog->reject();
    m_presenter.lockNow();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_leaving && pageWithDraft() != nullptr) {
        event->ignore();
        return confirmLeaving([this] {
            m_leaving = true;
            close();
            m_leaving = false;
        });
    }
    event->accept();
    if (!m_mayHide)
        Q_EMIT quitRequested();
}

bool MainWindow::focusNextPrevChild(bool next)
{
    return moveFocus(*this, next) || QWidget::focusNextPrevChild(next);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_ui->pageList->setNarrow(event->size().width() < kNarrowWindow);
}

} // namespace widgets
