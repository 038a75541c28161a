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
/// So long a StatusNotifier panel may be late before the older XEmbed tray is used, which Qt follows by itself.
constexpr std::chrono::seconds kPatience{3};

} // namespace

struct TrayWatcher::Private {
    std::unique_ptr<QDBusServiceWatcher> watcher;
    QTimer fallback;
};

TrayWatcher::TrayWatcher(QObject *parent) : QObject(parent), m_d(std::make_unique<Private>())
{
}

TrayWatcher::~TrayWatcher() = default;

void TrayWatcher::announce()
{
    if (std::exchange(m_announced, true))
        return;
    m_d->fallback.stop();
    Q_EMIT available();
}

void TrayWatcher::start()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (bus.isConnected()) {
        m_d->watcher = std::make_unique<QDBusServiceWatcher>(kWatcher, bus, QDBusServiceWatcher::WatchForRegistration);
        connect(m_d->watcher.get(), &QDBusServiceWatcher::serviceRegistered, this,
                [this] { QTimer::singleShot(kSettle, this, &TrayWatcher::announce); });
        if (bus.interface()->isServiceRegistered(kWatcher)) {
            announce();
            return;
        }
    }
    if (QGuiApplication::platformName() != QLatin1StringView("xcb"))
        return;
    m_d->fallback.setSingleShot(true);
    connect(&m_d->fallback, &QTimer::timeout, this, &TrayWatcher::announce);
    m_d->fallback.start(kPatience);
}

} // namespace desktop
