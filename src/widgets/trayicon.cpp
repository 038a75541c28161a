// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trayicon.h"

#include "widgets/glyphicon.h"

#include <QAction>
#include <QMenu>
#include <QSystemTrayIcon>

namespace widgets {

TrayIcon::TrayIcon(presentation::VaultPresenter &presenter, QObject *parent)
    : QObject(parent)
    , m_presenter(presenter)
    , m_menu(std::make_unique<QMenu>())
{
    connect(&presenter, &presentation::VaultPresenter::stateChanged, this, &TrayIcon::refresh);
    refresh();
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::show()
{
    if (m_icon)
        return;
    m_icon = std::make_unique<QSystemTrayIcon>();
    m_icon->setContextMenu(m_menu.get());
    connect(m_icon.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            Q_EMIT openRequested();
    });
    refresh();
    m_icon->show();
}

void TrayIcon::refresh()
{
    const bool unlocked = m_presenter.state() == presentation::VaultPresenter::State::Unlocked;
    m_menu->clear();
    if (!unlocked && m_presenter.state() == presentation::VaultPresenter::State::Locked)
        connect(m_menu->addAction(tr("Unlock...")), &QAction::triggered, this, &TrayIcon::openRequested);
    connect(m_menu->addAction(tr("Open Latchkey")), &QAction::triggered, this, &TrayIcon::openRequested);
    m_menu->addSeparator();
    if (unlocked) {
        connect(m_menu->addAction(tr("Lock now")), &QAction::triggered, this, &TrayIcon::lockRequested);
        m_menu->addSeparator();
    }
    connect(m_menu->addAction(tr("Quit")), &QAction::triggered, this, &TrayIcon::quitRequested);
    if (!m_icon)
        return;
    const bool initialized = m_presenter.state() != presentation::VaultPresenter::State::NotInitialized;
    const Glyph glyph = !initialized ? Glyph::LockAlert : unlocked ? Glyph::LockOpen : Glyph::Lock;
    m_icon->setIcon(QIcon(glyphIcon(glyph).pixmap(64, 64)));
    m_icon->setToolTip(!initialized   ? tr("Latchkey: not set up")
                           : unlocked ? tr("Latchkey: unlocked")
                                      : tr("Latchkey: locked"));
}

QStringList TrayIcon::menuTexts() const
{
    QStringList texts;
    for (const QAction *action : m_menu->actions())
        texts << (action->isSeparator() ? QStringLiteral("-") : action->text());
    return texts;
}

} // namespace widgets
