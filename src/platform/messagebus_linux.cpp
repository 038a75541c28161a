// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/messagebus.h"

#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>
#include <QDBusServiceWatcher>
#include <QDBusVariant>
#include <QUuid>

namespace platform {

namespace {

constexpr int kCallTimeoutMs = 2000;
const QString kBusName = QStringLiteral("org.freedesktop.DBus");
const QString kProperties = QStringLiteral("org.freedesktop.DBus.Properties");

} // namespace

MessageBus::MessageBus(QString address, QObject *parent)
    : QObject(parent)
    , m_address(std::move(address))
    , m_name(QStringLiteral("latchkey-session-") + QUuid::createUuid().toString(QUuid::Id128))
    , m_connection(m_name)
{
}

MessageBus::~MessageBus()
{
    m_opener.reset(); // a connection that it still makes must not be left behind
    m_connection = QDBusConnection(QString());
    QDBusConnection::disconnectFromBus(m_name);
}

void MessageBus::open(std::function<void()> ready)
{
    if (m_address.isEmpty())
        return;
    m_opener = std::make_unique<base::WorkerThread>(QStringLiteral("bus"));
    auto opened = m_opener->run([address = m_address, name = m_name]() -> base::Result<bool> {
        return QDBusConnection::connectToBus(address, name).isConnected();
    });
    base::whenDone(opened, this, [this, ready = std::move(ready)](const base::Result<bool> &connected) {
        if (!connected.value_or(false))
            return;
        m_connection = QDBusConnection(m_name);
        ready();
    });
}

void MessageBus::watch(const QStringList &services, const std::function<void(const QString &, bool)> &changed)
{
    auto *watcher = new QDBusServiceWatcher(this);
    watcher->setConnection(m_connection);
    watcher->setWatchMode(QDBusServiceWatcher::WatchForRegistration | QDBusServiceWatcher::WatchForUnregistration);
    watcher->setWatchedServices(services);
    connect(watcher, &QDBusServiceWatcher::serviceRegistered, this, [changed](const QString &name) { changed(name, true); });
    connect(watcher, &QDBusServiceWatcher::serviceUnregistered, this,
            [changed](const QString &name) { changed(name, false); });
    call({kBusName, QStringLiteral("/org/freedesktop/DBus"), kBusName}, QStringLiteral("ListNames"), {}, this,
         [services, changed](const std::optional<QVariantList> &reply) {
             const QStringList there = reply ? reply->value(0).toStringList() : QStringList();
             for (const QString &service : services) {
                 if (there.contains(service))
                     changed(service, true);
             }
         });
}

void MessageBus::call(const BusObject &object, const QString &method, const QVariantList &arguments, QObject *context,
                      std::function<void(std::optional<QVariantList>)> answered) const
{
    QDBusMessage message = QDBusMessage::createMethodCall(object.service, object.path, object.interface, method);
    message.setArguments(arguments);
    auto *watcher = new QDBusPendingCallWatcher(m_connection.asyncCall(message, kCallTimeoutMs), context);
    connect(watcher, &QDBusPendingCallWatcher::finished, context,
            [answered = std::move(answered)](QDBusPendingCallWatcher *done) {
                done->deleteLater();
                const QDBusMessage reply = done->reply();
                answered(reply.type() == QDBusMessage::ReplyMessage ? std::optional(reply.arguments()) : std::nullopt);
            });
}

void MessageBus::property(const BusObject &object, const QString &name, QObject *context,
                          std::function<void(std::optional<QVariant>)> answered) const
{
    call({object.service, object.path, kProperties}, QStringLiteral("Get"), {object.interface, name}, context,
         [answered = std::move(answered)](const std::optional<QVariantList> &reply) {
             answered(reply && !reply->isEmpty() ? std::optional(reply->first().value<QDBusVariant>().variant())
                                                 : std::nullopt);
         });
}

SessionSignals::SessionSignals(const QDBusConnection &bus, const BusObject &object, QObject *parent)
    : QDBusAbstractInterface(object.service, object.path, object.interface.toLatin1().constData(), bus, parent)
{
}

} // namespace platform
