// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sessionbuses.h"

#include "platform/bussessionevents.h"
#include "platform/sessionidletime.h"
#include "platform/xdgautostart.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace platform {

namespace {

/// The address in the variable, else that of the first socket that is there.
QString addressOf(const char *variable, const QStringList &sockets)
{
    QString given = qEnvironmentVariable(variable);
    if (!given.isEmpty())
        return given;
    for (const QString &socket : sockets) {
        if (QFileInfo::exists(socket))
            return QStringLiteral("unix:path=") + socket;
    }
    return {};
}

/// Where Wayland is, an X server sees the input of few programs only.
QByteArray trustedDisplay()
{
    const bool wayland = qEnvironmentVariableIsSet("WAYLAND_DISPLAY") || qgetenv("XDG_SESSION_TYPE") == "wayland";
    return wayland ? QByteArray() : qgetenv("DISPLAY");
}

} // namespace

BusAddresses busAddresses()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return {addressOf("DBUS_SESSION_BUS_ADDRESS",
                      runtime.isEmpty() ? QStringList() : QStringList{runtime + QStringLiteral("/bus")}),
            addressOf("DBUS_SYSTEM_BUS_ADDRESS",
                      {QStringLiteral("/run/dbus/system_bus_socket"), QStringLiteral("/var/run/dbus/system_bus_socket")})};
}

std::unique_ptr<service::ports::SessionEvents> makeSessionEvents(const BusAddresses &buses)
{
    return std::make_unique<BusSessionEvents>(buses);
}

std::unique_ptr<service::ports::IdleTime> makeIdleTime(const BusAddresses &buses)
{
    return std::make_unique<SessionIdleTime>(buses.session, X11Idle::open(trustedDisplay()));
}

std::unique_ptr<service::ports::Autostart> makeAutostart(const QString &home)
{
    QStringList command{QCoreApplication::applicationFilePath(), QStringLiteral("--hidden")};
    if (!home.isEmpty())
        command << QStringLiteral("--home") << QDir(home).absolutePath();
    const QString config = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return std::make_unique<XdgAutostart>(QDir(config).filePath(QStringLiteral("autostart")), command);
}

} // namespace platform
