// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/workerthread.h"

#include <QDBusAbstractInterface>
#include <QDBusConnection>
#include <QVariantList>

#include <functional>

namespace platform {

/// One object of one service.
struct BusObject {
    QString service;
    QString path;
    QString interface;
};

/// A connection of our own to a bus. Opening one may take long where the bus hangs, so it is done on a thread; everything else
/// is asynchronous. Main thread.
class MessageBus final : public QObject {
    Q_OBJECT

public:
    explicit MessageBus(QString address, QObject *parent = nullptr);
    ~MessageBus() override;

    /// Calls `ready` when the bus is there; never when it is not.
    void open(std::function<void()> ready);
    [[nodiscard]] bool isOpen() const { return m_connection.isConnected(); }
    [[nodiscard]] const QDBusConnection &connection() const noexcept { return m_connection; }
    /// Tells of each of these services when it comes and when it goes, first of those that are there. The bus is open.
    void watch(const QStringList &services, const std::function<void(const QString &service, bool there)> &changed);
    /// Calls a method; `answered` gets its reply. On an error (no such service, no answer in time, no bus) it gets nothing, and
    /// is called all the same. Not called when `context` is gone.
    void call(const BusObject &object, const QString &method, const QVariantList &arguments, QObject *context,
              std::function<void(std::optional<QVariantList>)> answered) const;
    /// One property.
    void property(const BusObject &object, const QString &name, QObject *context,
                  std::function<void(std::optional<QVariant>)> answered) const;

private:
    QString m_address;
    QString m_name;
    QDBusConnection m_connection;
    std::unique_ptr<base::WorkerThread> m_opener; ///< from open() on
};

/// The signals that Latchkey listens to, of whatever object it is made for. A service that comes later is heard too.
class SessionSignals final : public QDBusAbstractInterface {
    Q_OBJECT

public:
    SessionSignals(const QDBusConnection &bus, const BusObject &object, QObject *parent);

Q_SIGNALS: // NOLINT(readability-identifier-naming): their names are those of the bus
    void ActiveChanged(bool active);
    void PrepareForSleep(bool start);
    void PrepareForShutdown(bool start);
    void Lock();
    void PropertiesChanged(const QString &interface, const QVariantMap &changed, const QStringList &invalidated);
};

} // namespace platform
