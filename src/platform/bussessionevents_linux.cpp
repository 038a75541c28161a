// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/bussessionevents.h"

#include <QDBusArgument>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>

#include <unistd.h>

namespace platform {

using service::ports::SessionEvent;
using service::ports::SessionSignal;

namespace {

const QString kLogind = QStringLiteral("org.freedesktop.login1");
const QString kUPower = QStringLiteral("org.freedesktop.UPower");
const QString kProperties = QStringLiteral("org.freedesktop.DBus.Properties");

BusObject logindManager()
{
    return {kLogind, QStringLiteral("/org/freedesktop/login1"), QStringLiteral("org.freedesktop.login1.Manager")};
}

BusObject logindSession(const QString &path)
{
    return {kLogind, path, QStringLiteral("org.freedesktop.login1.Session")};
}

BusObject upower()
{
    return {kUPower, QStringLiteral("/org/freedesktop/UPower"), kUPower};
}

/// Who tells that the screen was locked; the interface is named like the service.
QList<BusObject> screenLockers()
{
    const auto object = [](const char *service, const char *path) {
        const QString name = QString::fromLatin1(service);
        return BusObject{name, QString::fromLatin1(path), name};
    };
    return {object("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
            object("org.freedesktop.ScreenSaver", "/ScreenSaver"),
            object("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
            object("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"),
            object("org.mate.ScreenSaver", "/org/mate/ScreenSaver"),
            object("org.xfce.ScreenSaver", "/org/xfce/ScreenSaver")};
}

/// A service that gave no answer is asked again, a few times: it may have been busy, or just starting.
constexpr std::chrono::seconds kAskAgain{3};
constexpr int kMostTries = 10;

QString pathIn(const std::optional<QVariantList> &reply)
{
    return reply ? reply->value(0).value<QDBusObjectPath>().path() : QString();
}

} // namespace

BusSessionEvents::BusSessionEvents(const BusAddresses &buses) : m_session(buses.session), m_system(buses.system)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(kAskAgain);
    connect(&m_retry, &QTimer::timeout, this, &BusSessionEvents::askAgain);
}

void BusSessionEvents::start(std::function<void(SessionEvent)> happened, std::function<void()> sourcesChanged)
{
    m_happened = std::move(happened);
    m_sourcesChanged = std::move(sourcesChanged);
    m_session.open([this] { watchSession(); });
    m_system.open([this] { watchSystem(); });
}

bool BusSessionEvents::tells(SessionSignal signal) const
{
    switch (signal) {
    case SessionSignal::ScreenLock:
        return !m_lockers.isEmpty() || !m_logindSession.isEmpty();
    case SessionSignal::UserSwitch:
        return !m_logindSession.isEmpty();
    case SessionSignal::Lid:
        return m_lid;
    case SessionSignal::Sleep:
    case SessionSignal::Logout:
    case SessionSignal::Wake:
        break;
    }
    return m_logind;
}

void BusSessionEvents::tell(SessionSignal signal)
{
    m_happened({signal, {}});
}

void BusSessionEvents::watchSession()
{
    QStringList services;
    for (const BusObject &object : screenLockers()) {
        auto *heard = new SessionSignals(m_session.connection(), object, this);
        connect(heard, &SessionSignals::ActiveChanged, this, [this](bool active) {
            if (active)
                tell(SessionSignal::ScreenLock);
        });
        if (!services.contains(object.service))
            services << object.service;
    }
    m_session.watch(services, [this](const QString &service, bool there) {
        if (there)
            m_lockers.insert(service);
        else
            m_lockers.remove(service);
        m_sourcesChanged();
    });
}

void BusSessionEvents::watchSystem()
{
    auto *manager = new SessionSignals(m_system.connection(), logindManager(), this);
    connect(manager, &SessionSignals::PrepareForSleep, this, &BusSessionEvents::preparesForSleep);
    connect(manager, &SessionSignals::PrepareForShutdown, this, [this](bool start) {
        if (start)
            tell(SessionSignal::Logout);
    });
    watchLid();
    m_system.watch({kLogind, kUPower}, [this](const QString &service, bool there) {
        if (service == kUPower) {
            m_lid = false;
            m_upower = there;
            m_tries = 0;
            if (there)
                lidCame();
        } else if (there) {
            logindCame();
        } else {
            logindWent();
        }
        m_sourcesChanged();
    });
}

void BusSessionEvents::logindCame()
{
    m_logind = true;
    m_tries = 0;
    takeInhibitor();
    findLogindSession();
}

void BusSessionEvents::soonAgain()
{
    if (!m_retry.isActive() && m_tries++ < kMostTries)
        m_retry.start();
}

void BusSessionEvents::askAgain()
{
    if (m_logind && !m_inhibitor)
        takeInhibitor();
    if (m_logind && m_logindSession.isEmpty())
        findLogindSession();
    if (m_upower && !m_lid)
        lidCame();
}

void BusSessionEvents::logindWent()
{
    m_logind = false;
    m_inhibitor.reset();
    m_logindSession.clear();
    m_logindSignals.reset();
}

void BusSessionEvents::takeInhibitor()
{
    const QVariantList arguments{QStringLiteral("sleep"), QStringLiteral("Latchkey"), QStringLiteral("Wiping keys"),
                                 QStringLiteral("delay")};
    m_system.call(logindManager(), QStringLiteral("Inhibit"), arguments, this,
                  [this](const std::optional<QVariantList> &reply) {
                      const auto held = reply ? reply->value(0).value<QDBusUnixFileDescriptor>() : QDBusUnixFileDescriptor();
                      if (m_logind && held.isValid())
                          m_inhibitor = std::make_shared<QDBusUnixFileDescriptor>(held);
                      else if (m_logind)
                          soonAgain();
                  });
}

void BusSessionEvents::preparesForSleep(bool start)
{
    if (!start) {
        takeInhibitor();
        return tell(SessionSignal::Wake);
    }
    m_happened({SessionSignal::Sleep, std::exchange(m_inhibitor, nullptr)});
}

/// Three ways, since a program that systemd started for the user belongs to no session by itself.
void BusSessionEvents::findLogindSession()
{
    const QString id = qEnvironmentVariable("XDG_SESSION_ID");
    if (id.isEmpty())
        return findByProcess();
    m_system.call(logindManager(), QStringLiteral("GetSession"), {id}, this,
                  [this](const std::optional<QVariantList> &reply) {
                      const QString path = pathIn(reply);
                      path.isEmpty() ? findByProcess() : followLogindSession(path);
                  });
}

void BusSessionEvents::findByProcess()
{
    m_system.call(logindManager(), QStringLiteral("GetSessionByPID"), {static_cast<uint>(::getpid())}, this,
                  [this](const std::optional<QVariantList> &reply) {
                      const QString path = pathIn(reply);
                      path.isEmpty() ? findByUser() : followLogindSession(path);
                  });
}

void BusSessionEvents::findByUser()
{
    m_system.call(logindManager(), QStringLiteral("GetUser"), {static_cast<uint>(::getuid())}, this,
                  [this](const std::optional<QVariantList> &reply) {
                      const BusObject user{kLogind, pathIn(reply), QStringLiteral("org.freedesktop.login1.User")};
                      if (user.path.isEmpty())
                          return soonAgain();
                      m_system.property(user, QStringLiteral("Display"), this, [this](const std::optional<QVariant> &value) {
                          QString id;
                          QDBusObjectPath path;
                          if (value && value->canConvert<QDBusArgument>()) {
                              const auto display = value->value<QDBusArgument>(); // (so)
                              display.beginStructure();
                              display >> id >> path;
                              display.endStructure();
                          }
                          if (!id.isEmpty())
                              followLogindSession(path.path());
                      });
                  });
}

void BusSessionEvents::followLogindSession(const QString &path)
{
    if (!m_logind)
        return; // gone meanwhile
    m_logindSession = path;
    m_logindSignals = std::make_unique<QObject>();
    const BusObject session = logindSession(path);
    auto *locks = new SessionSignals(m_system.connection(), session, m_logindSignals.get());
    connect(locks, &SessionSignals::Lock, this, [this] { tell(SessionSignal::ScreenLock); });
    auto *properties = new SessionSignals(m_system.connection(), {kLogind, path, kProperties}, m_logindSignals.get());
    connect(properties, &SessionSignals::PropertiesChanged, this,
            [this, session](const QString &interface, const QVariantMap &changed) {
                if (interface == session.interface)
                    sessionPropertiesChanged(changed);
            });
    m_sourcesChanged();
}

void BusSessionEvents::sessionPropertiesChanged(const QVariantMap &changed)
{
    if (!changed.value(QStringLiteral("Active"), true).toBool())
        tell(SessionSignal::UserSwitch);
    if (changed.value(QStringLiteral("LockedHint"), false).toBool())
        tell(SessionSignal::ScreenLock);
}

void BusSessionEvents::watchLid()
{
    auto *properties = new SessionSignals(m_system.connection(), {kUPower, upower().path, kProperties}, this);
    connect(properties, &SessionSignals::PropertiesChanged, this,
            [this](const QString &interface, const QVariantMap &changed) {
                if (interface == kUPower && changed.value(QStringLiteral("LidIsClosed"), false).toBool())
                    tell(SessionSignal::Lid);
            });
    lidCame(); // where UPower is started by the first question
}

void BusSessionEvents::lidCame()
{
    m_system.property(upower(), QStringLiteral("LidIsPresent"), this, [this](const std::optional<QVariant> &present) {
        if (!present && m_upower)
            soonAgain();
        if (!present || present->toBool() == m_lid)
            return;
        m_lid = present->toBool();
        m_sourcesChanged();
    });
}

} // namespace platform
