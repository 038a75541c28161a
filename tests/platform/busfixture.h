// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QProcess>
#include <QTemporaryDir>

namespace bustest {

/// A message bus of the test's own; ends with it.
class PrivateBus final {
public:
    explicit PrivateBus(const QString &name);
    ~PrivateBus();
    Q_DISABLE_COPY_MOVE(PrivateBus)

    [[nodiscard]] const QString &address() const noexcept { return m_address; }
    /// The test's own connection to it.
    [[nodiscard]] QDBusConnection connection() const { return QDBusConnection(m_name); }

private:
    QString m_name;
    QString m_address;
    QTemporaryDir m_folder;
    QProcess m_daemon;
};

/// A service played by python3-dbusmock, in a process of its own. Ends the test program when it does not start.
class MockService final {
public:
    struct Play {
        QString name;
        QString path;
        QString interface; ///< of the first object
        QString arguments; ///< "--template logind"; empty: an object without methods
        QString knows;     ///< a method or property that is there once all is
    };
    MockService(const PrivateBus &bus, Play play);
    ~MockService();
    Q_DISABLE_COPY_MOVE(MockService)

    /// Blocking; ends the test program on an error.
    QVariantList call(const QString &path, const QString &interface, const QString &method,
                      const QVariantList &arguments = {}) const;
    /// Of the mock itself: AddSession, AddMethod, ...
    QVariantList control(const QString &method, const QVariantList &arguments, const QString &path = {}) const;
    void emitSignal(const QString &name, const QString &signature, const QVariantList &arguments,
                    const QString &path = {}) const;
    void setProperties(const QVariantMap &properties, const QString &path = {}) const;
    /// It hangs from now on, and goes on.
    void stop() const;
    void resume() const;

private:
    [[nodiscard]] QDBusMessage ask(const QString &path, const QString &interface, const QString &method,
                                   const QVariantList &arguments) const;

    QDBusConnection m_bus;
    Play m_play;
    QProcess m_process;
};

} // namespace bustest
