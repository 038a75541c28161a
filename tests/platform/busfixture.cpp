// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "busfixture.h"

#include <QDBusConnectionInterface>
#include <QTest>

#include <csignal>

namespace bustest {

namespace {

constexpr int kPatience = 30'000;
const QString kMock = QStringLiteral("org.freedesktop.DBus.Mock");

} // namespace

PrivateBus::PrivateBus(const QString &name) : m_name(name)
{
    m_daemon.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_daemon.start(QStringLiteral("dbus-daemon"),
                   {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--nopidfile"),
                    QStringLiteral("--print-address=1"),
                    QStringLiteral("--address=unix:path=") + m_folder.filePath(QStringLiteral("bus"))});
    // It prints its address when it listens.
    if (!m_daemon.waitForReadyRead(kPatience))
        qFatal("no dbus-daemon: %s", qPrintable(m_daemon.errorString()));
    m_address = QString::fromUtf8(m_daemon.readAllStandardOutput().trimmed());
    if (!QDBusConnection::connectToBus(m_address, m_name).isConnected())
        qFatal("the bus takes no connection");
}

PrivateBus::~PrivateBus()
{
    QDBusConnection::disconnectFromBus(m_name);
    m_daemon.kill();
    m_daemon.waitForFinished();
}

MockService::MockService(const PrivateBus &bus, Play play) : m_bus(bus.connection()), m_play(std::move(play))
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), bus.address());
    environment.insert(QStringLiteral("DBUS_SYSTEM_BUS_ADDRESS"), bus.address());
    environment.remove(QStringLiteral("LD_PRELOAD"));
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.setStandardOutputFile(QProcess::nullDevice());
    QStringList arguments{QStringLiteral("-m"), QStringLiteral("dbusmock")};
    if (m_play.arguments.isEmpty())
        arguments << m_play.name << m_play.path << m_play.interface;
    else
        arguments << m_play.arguments.split(QLatin1Char(' '));
    m_process.start(QStringLiteral("/usr/bin/python3"), arguments);
    const bool there = QTest::qWaitFor(
        [this] {
            const QDBusMessage reply = ask(m_play.path, QStringLiteral("org.freedesktop.DBus.Introspectable"),
                                           QStringLiteral("Introspect"), {});
            return reply.arguments().value(0).toString().contains(m_play.knows.isEmpty() ? kMock : m_play.knows);
        },
        kPatience);
    if (!there)
        qFatal("%s does not come up", qPrintable(m_play.name));
}

MockService::~MockService()
{
    m_process.kill();
    m_process.waitForFinished();
    // Whoever is asked next must not meet the old one.
    static_cast<void>(QTest::qWaitFor([this] { return !m_bus.interface()->isServiceRegistered(m_play.name).value(); },
                                      kPatience));
}

QDBusMessage MockService::ask(const QString &path, const QString &interface, const QString &method,
                              const QVariantList &arguments) const
{
    QDBusMessage message = QDBusMessage::createMethodCall(m_play.name, path, interface, method);
    message.setArguments(arguments);
    return m_bus.call(message, QDBus::Block, kPatience);
}

QVariantList MockService::call(const QString &path, const QString &interface, const QString &method,
                               const QVariantList &arguments) const
{
    const QDBusMessage reply = ask(path, interface, method, arguments);
    if (reply.type() != QDBusMessage::ReplyMessage)
        qFatal("%s: %s", qPrintable(method), qPrintable(reply.errorMessage()));
    return reply.arguments();
}

QVariantList MockService::control(const QString &method, const QVariantList &arguments, const QString &path) const
{
    return call(path.isEmpty() ? m_play.path : path, kMock, method, arguments);
}

void MockService::emitSignal(const QString &name, const QString &signature, const QVariantList &arguments,
                             const QString &path) const
{
    control(QStringLiteral("EmitSignal"), {QString(), name, signature, QVariant::fromValue(arguments)}, path);
}

void MockService::setProperties(const QVariantMap &properties, const QString &path) const
{
    control(QStringLiteral("UpdateProperties"), {QString(), QVariant::fromValue(properties)}, path);
}

void MockService::stop() const
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGSTOP);
}

void MockService::resume() const
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGCONT);
}

} // namespace bustest
