// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/sessionbus.h"

#include "keychain/busgreeting.h"

#include <QDBusError>
#include <QFile>
#include <QUuid>

#include <sys/stat.h>
#include <unistd.h>

namespace keychain {

using base::ErrorCode;

std::optional<BusAddress> sessionBusAddress()
{
    const QString listed = qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS");
    if (!listed.isEmpty())
        return unixBusAddress(listed);
    const QByteArray runtime = qgetenv("XDG_RUNTIME_DIR");
    if (runtime.isEmpty())
        return std::nullopt;
    const QByteArray path = runtime + "/bus";
    struct stat info{};
    if (::stat(path.constData(), &info) != 0 || !S_ISSOCK(info.st_mode) || info.st_uid != ::getuid())
        return std::nullopt;
    return busAddressOfPath(path);
}

SessionBus::SessionBus(QObject *parent)
    : QObject(parent)
    , m_name(QStringLiteral("latchkey-keychain-") + QUuid::createUuid().toString(QUuid::Id128))
    , m_connection(m_name)
{
}

SessionBus::~SessionBus()
{
    close();
}

void SessionBus::close()
{
    m_connection = QDBusConnection(QString());
    QDBusConnection::disconnectFromBus(m_name);
}

base::Async<bool> SessionBus::open(QDeadlineTimer until)
{
    const auto address = sessionBusAddress();
    if (!address)
        return base::readyError<bool>(ErrorCode::KeychainUnavailable, QStringLiteral("no session bus"));
    if (m_connection.isConnected() && m_address == address->text)
        return base::ready<bool>(true);
    return base::chain(greetBus(*address, until, this), this,
                       [this, address](bool) { return base::ready<bool>(connectNow(*address)); });
}

base::Result<bool> SessionBus::connectNow(const BusAddress &address)
{
    if (m_connection.isConnected() && m_address == address.text)
        return true; // another request was faster
    close();
    m_connection = QDBusConnection::connectToBus(address.text, m_name);
    m_address = address.text;
    if (!m_connection.isConnected())
        return base::fail(ErrorCode::KeychainUnavailable, m_connection.lastError().message());
    return true;
}

} // namespace keychain
