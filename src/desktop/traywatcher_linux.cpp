// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/traywatcher.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusServiceWatcher>
#include <QGuiApplication>

#include <chrono>

namespace desktop {

namespace {

const QString kWatcher = QStringLiteral("org.kde.StatusNotifierWatcher");
/// A panel needs a moment between taking its name and accepting icons.
constexpr std::chrono::seconds kSettle{1};
/// So long a StatusNotifier panel may be late, or away while it is restarted.
constexpr std::chrono::seconds kPatience{3};

} // namespace

struct TrayWatcher::Private {
    std::unique_ptr<QDBusServiceWatcher> watcher;
    QTimer settle;
    QTimer patience;
    bool announced = false;
};

TrayWatcher::TrayWatcher(QObject *parent) : QObject(parent), m_d(std::make_unique<Private>())
{
    m_d->settle.setSingleShot(true);
    m_d->settle.setInterval(kSettle);
    connect(&m_d->settle, &QTimer::timeout, this, &TrayWatcher::announce);
    m_d->patience.setSingleShot(true);
    m_d->patience.setInterval(kPatience);
    connect(&m_d->patience, &QTimer::timeout, this, [this] {
        m_d->announced = false;
        // The older XEmbed tray: Qt follows it by itself, and alone knows whether there is one.
        if (QGuiApplication::platformName() == QLatin1StringView("xcb"))
            announce();
        else
            Q_EMIT missing();
    });
}

TrayWatcher::~TrayWatcher() = default;

void TrayWatcher::announce()
{
    m_d->patience.stop();
    if (!std::exchange(m_d->announced, true))
        Q_EMIT available();
}

void TrayWatcher::start()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (bus.isConnected()) {
        m_d->watcher = std::make_unique<QDBusServiceWatcher>(
            kWatcher, bus, QDBusServiceWatcher::WatchForRegistration | QDBusServiceWatcher::WatchForUnregistration);
        connect(m_d->watcher.get(), &QDBusServiceWatcher::serviceRegistered, this, [this] {
            m_d->patience.stop();
            m_d->settle.start();
        });
        connect(m_d->watcher.get(), &QDBusServiceWatcher::serviceUnregistered, this, [this] {
            m_d->settle.stop();
            m_d->patience.start();
        });
        if (bus.interface()->isServiceRegistered(kWatcher)) {
            m_d->settle.start(); // nobody knows for how long it has been there: at login both start at once
            return;
        }
    }
    m_d->patience.start();
}

} // namespace desktop
