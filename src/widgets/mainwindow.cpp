// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mainwindow.h"

#include "ui_mainwindow.h"
#include "widgets/exchangespage.h"
#include "widgets/glyphicon.h"
#include "widgets/headings.h"
#include "widgets/protectionpage.h"
#include "widgets/recoverykeypage.h"
#include "widgets/unlockpage.h"

#include <QCloseEvent>
#include <QDialog>

namespace widgets {

MainWindow::MainWindow(presentation::VaultPresenter &presenter, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_ui(std::make_unique<Ui::MainWindow>())
    , m_presenter(presenter)
{
    m_ui->setupUi(this);
    setWindowIcon(glyphIcon(Glyph::ShieldLock, palette().color(QPalette::Highlight)));
    makeMuted(*m_ui->statusLabel);
    buildPages();
    connect(m_ui->lockButton, &QPushButton::clicked, this, &MainWindow::lockNow);
    connect(m_ui->recoveryKeyButton, &QPushButton::clicked, &m_presenter, &presentation::VaultPresenter::showRecoveryKey);
    connect(&m_presenter, &presentation::VaultPresenter::statusChanged, this, &MainWindow::refreshFooter);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &QWidget::close);
    connect(&m_presenter, &presentation::VaultPresenter::stateChanged, this, &MainWindow::stateChanged);
    presentation::CreateVaultController &create = m_presenter.create();
    connect(&create, &presentation::CreateVaultController::changed, this, [this] {
        if (m_presenter.create().step() == presentation::CreateVaultController::Step::RecoveryKey)
            showRecoveryPage();
    });
    connect(&create, &presentation::CreateVaultController::finished, this, [this] { showFor(m_presenter.state()); });
    resize(960, 640);
    showFor(m_presenter.state());
}

MainWindow::~MainWindow() = default;

void MainWindow::buildPages()
{
    m_unlockPage = new UnlockPage(m_presenter.unlock(), this);
    m_protectionPage = new ProtectionPage(m_presenter.create(), this);
    m_recoveryPage = new RecoveryKeyPage(m_presenter.create(), this);
    m_exchangesPage = new ExchangesPage(m_presenter, this);
    for (QWidget *page : {static_cast<QWidget *>(m_unlockPage), static_cast<QWidget *>(m_protectionPage),
                          static_cast<QWidget *>(m_recoveryPage)})
        m_ui->rootStack->addWidget(page);
    auto *item = new QListWidgetItem(glyphIcon(Glyph::Exchange), tr("Exchanges"), m_ui->pageList);
    item->setSizeHint({0, 36});
    m_ui->pageList->setIconSize({20, 20});
    m_ui->pageList->setFrameShape(QFrame::NoFrame);
    m_ui->pageStack->addWidget(m_exchangesPage);
    connect(m_ui->pageList, &QListWidget::itemSelectionChanged, this,
            [this] { m_ui->pageStack->setCurrentIndex(m_ui->pageList->currentRow()); });
    m_ui->pageList->setCurrentRow(0);
}

void MainWindow::stateChanged()
{
    const bool creating = m_ui->rootStack->currentWidget() == m_protectionPage;
    if (creating && m_presenter.state() == presentation::VaultPresenter::State::Unlocked)
        return refreshFooter(); // the recovery key comes first
    showFor(m_presenter.state());
}

void MainWindow::showFor(presentation::VaultPresenter::State state)
{
    QWidget *page = m_ui->settingsPage;
    if (state == presentation::VaultPresenter::State::NotInitialized) {
        page = m_protectionPage;
        m_presenter.create().refreshKeychain();
    } else if (state == presentation::VaultPresenter::State::Locked) {
        page = m_unlockPage;
        m_recoveryPage->reset();
        m_presenter.create().forget();
        m_exchangesPage->reset();
        m_unlockPage->reset();
        m_presenter.unlock().refresh();
    } else {
        m_exchangesPage->reload();
    }
    m_ui->rootStack->setCurrentWidget(page);
    refreshFooter();
}

void MainWindow::showRecoveryPage()
{
    m_ui->rootStack->setCurrentWidget(m_recoveryPage);
    refreshFooter();
}

void MainWindow::refreshFooter()
{
    const bool unlocked = m_presenter.state() == presentation::VaultPresenter::State::Unlocked;
    m_ui->lockButton->setVisible(unlocked);
    m_ui->lockIconLabel->setPixmap(
        glyphIcon(unlocked ? Glyph::LockOpen : Glyph::Lock).pixmap(QSize(16, 16), devicePixelRatioF()));
    m_ui->statusLabel->setText(m_presenter.statusText());
    m_ui->recoveryKeyButton->setVisible(m_presenter.isRecoveryKeyPending()
                                        && m_ui->rootStack->currentWidget() == m_ui->settingsPage);
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
    event->accept();
    if (!m_mayHide)
        Q_EMIT quitRequested();
}

} // namespace widgets
