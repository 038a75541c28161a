// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trayicon.h"

#include "widgets/glyphicon.h"

#include <QAction>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QSystemTrayIcon>

#include <utility>

namespace widgets {

using presentation::AccountListModel;
using State = presentation::VaultPresenter::State;

namespace {

constexpr int kIconSize = 64;

QStringList textsOf(const QMenu &menu)
{
    QStringList texts;
    for (const QAction *action : menu.actions())
        texts << (action->isSeparator() ? QStringLiteral("-") : action->text());
    return texts;
}

/// The open lock, small, and a "!" in the corner that it leaves: told from the others by its outline alone.
QPixmap openAlert(const QPixmap &open)
{
    constexpr int lock = kIconSize * 3 / 4;
    QPixmap out(kIconSize, kIconSize);
    out.fill(Qt::transparent);
    QPainter painter(&out);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawPixmap(QRect(0, kIconSize - lock, lock, lock), open);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QGuiApplication::palette().color(QPalette::ButtonText));
    constexpr qreal width = kIconSize / 8.0;
    constexpr qreal left = kIconSize - width - 2;
    painter.drawRoundedRect(QRectF(left, 2, width, kIconSize * 0.34), width / 2, width / 2);
    painter.drawEllipse(QRectF(left, kIconSize * 0.44, width, width));
    return out;
}

} // namespace

TrayIcon::TrayIcon(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_menu(std::make_unique<QMenu>())
    , m_checkMenu(std::make_unique<QMenu>(tr("Check")))
{
    connect(&m_parts.presenter, &presentation::VaultPresenter::stateChanged, this, &TrayIcon::refresh);
    connect(&m_parts.presenter, &presentation::VaultPresenter::statusChanged, this, &TrayIcon::refresh);
    connect(&m_parts.presenter.accounts(), &AccountListModel::reloaded, this, &TrayIcon::refresh);
    connect(&m_parts.locking, &presentation::LockingController::changed, this, &TrayIcon::refresh);
    connect(&m_parts.checks, &presentation::AccountChecks::finished, this, [this](const QString &text) {
        // A notification goes over the bus too, and may be kept there.
        const bool named = m_parts.locking.settings().namesInTray;
        if (m_icon && m_parts.presenter.state() == State::Unlocked)
            m_icon->showMessage(tr("Checked"), named ? text : tr("The results are in the window."), QSystemTrayIcon::NoIcon);
    });
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
    connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, &TrayIcon::openRequested);
    refresh();
    m_icon->show();
}

bool TrayIcon::needsAttention() const
{
    if (m_parts.presenter.isRecoveryKeyPending())
        return true;
    const AccountListModel &accounts = m_parts.presenter.accounts();
    for (int row = 0; row < accounts.rowCount(); ++row) {
        const int level = accounts.index(row).data(AccountListModel::LevelRole).toInt();
        if (level == static_cast<int>(presentation::StripMessage::Level::Bad) || accounts.account(row)->consentRequired)
            return true;
    }
    return false;
}

TrayIcon::Shape TrayIcon::shape() const
{
    if (m_parts.locking.isWindowLocked())
        return Shape::OpenAlert; // a closed lock would hide that programs go on
    if (m_parts.presenter.state() != State::Unlocked)
        return Shape::Closed;
    return needsAttention() ? Shape::OpenAlert : Shape::Open;
}

QString TrayIcon::toolTip() const
{
    if (m_parts.locking.isWindowLocked())
        return tr("Latchkey: the window is locked, programs go on");
    switch (m_parts.presenter.state()) {
    case State::NotInitialized:
        return tr("Latchkey: not set up");
    case State::Locked:
        return tr("Latchkey: locked");
    case State::Unlocked:
        break;
    }
    return needsAttention() ? tr("Latchkey: unlocked, something needs attention") : tr("Latchkey: unlocked");
}

QIcon TrayIcon::iconOf(Shape shape)
{
    const QPixmap lock = glyphIcon(shape == Shape::Closed ? Glyph::Lock : Glyph::LockOpen).pixmap(kIconSize, kIconSize);
    return QIcon(shape == Shape::OpenAlert ? openAlert(lock) : lock);
}

QString TrayIcon::menuState() const
{
    QStringList out{QString::number(static_cast<int>(m_parts.presenter.state())),
                    QString::number(static_cast<int>(m_parts.locking.isWindowLocked())),
                    QString::number(static_cast<int>(m_parts.locking.settings().namesInTray))};
    const AccountListModel &accounts = m_parts.presenter.accounts();
    for (int row = 0; row < accounts.rowCount(); ++row)
        out << accounts.index(row).data(AccountListModel::NameRole).toString()
            << accounts.index(row).data(AccountListModel::DemoRole).toString();
    return out.join(QLatin1Char('\n'));
}

void TrayIcon::refresh()
{
    if (const QString state = menuState(); m_shown != state) {
        m_shown = state;
        fillMenu();
    }
    if (!m_icon)
        return;
    m_icon->setIcon(iconOf(shape()));
    m_icon->setToolTip(toolTip());
}

void TrayIcon::fillMenu()
{
    const bool unlocked = m_parts.presenter.state() == State::Unlocked;
    const bool windowOnly = m_parts.locking.isWindowLocked();
    const auto add = [this](const QString &text, void (TrayIcon::*asked)()) {
        connect(m_menu->addAction(text), &QAction::triggered, this, asked);
    };
    m_menu->clear();
    m_checkMenu->clear();
    if (m_parts.presenter.state() == State::Locked)
        add(tr("Unlock..."), &TrayIcon::openRequested);
    add(tr("Open Latchkey"), &TrayIcon::openRequested);
    m_menu->addSeparator();
    if (unlocked || windowOnly)
        add(tr("Lock now"), &TrayIcon::lockRequested);
    if (unlocked)
        add(tr("Lock window"), &TrayIcon::lockWindowRequested);
    if (unlocked || windowOnly)
        m_menu->addSeparator();
    if (unlocked && m_parts.presenter.accounts().rowCount() > 0) {
        fillCheckMenu();
        m_menu->addMenu(m_checkMenu.get());
        m_menu->addSeparator();
    }
    add(tr("Quit"), &TrayIcon::quitRequested);
}

void TrayIcon::fillCheckMenu()
{
    presentation::AccountChecks &checks = m_parts.checks;
    connect(m_checkMenu->addAction(tr("All accounts")), &QAction::triggered, &checks,
            &presentation::AccountChecks::checkAll);
    if (!m_parts.locking.settings().namesInTray)
        return;
    m_checkMenu->addSeparator();
    const AccountListModel &accounts = m_parts.presenter.accounts();
    for (int row = 0; row < accounts.rowCount(); ++row) {
        const QModelIndex index = accounts.index(row);
        const QString where = index.data(AccountListModel::DemoRole).toBool() ? tr("demo") : tr("live");
        QString text = tr("%1 (%2)").arg(index.data().toString(), where);
        text.replace(QLatin1Char('&'), QStringLiteral("&&"));
        connect(m_checkMenu->addAction(text), &QAction::triggered, &checks,
                [&checks, name = index.data(AccountListModel::NameRole).toString()] { checks.check(name); });
    }
}

QStringList TrayIcon::menuTexts() const
{
    return textsOf(*m_menu);
}

QStringList TrayIcon::checkTexts() const
{
    return textsOf(*m_checkMenu);
}

} // namespace widgets
