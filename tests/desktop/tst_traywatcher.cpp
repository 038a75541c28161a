// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/traywatcher.h"

#include "support/strictlog.h"

#include <QDBusConnection>
#include <QGuiApplication>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using desktop::TrayWatcher;

namespace {

const char *const kNoBus = "LATCHKEY_TEST_NO_BUS";
/// Longer than the watcher's patience with a panel, on a busy machine.
constexpr int kPatience = 20'000;

/// A message bus of this test's own; ends with it.
class PrivateBus final {
public:
    PrivateBus()
    {
        const QString address = QStringLiteral("unix:path=") + m_folder.filePath(QStringLiteral("bus"));
        m_daemon.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_daemon.start(QStringLiteral("dbus-daemon"),
                       {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--nopidfile"),
                        QStringLiteral("--print-address=1"), QStringLiteral("--address=") + address});
        // It prints its address when it listens.
        if (!m_daemon.waitForReadyRead(kPatience))
            qFatal("no dbus-daemon: %s", qPrintable(m_daemon.errorString()));
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_daemon.readAllStandardOutput().trimmed());
    }
    ~PrivateBus()
    {
        m_daemon.kill();
        m_daemon.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(PrivateBus)

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
};

/// A panel as far as the watcher sees it: who owns the name.
class Panel final {
public:
    Panel() : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("panel"))) {}
    ~Panel() { QDBusConnection::disconnectFromBus(QStringLiteral("panel")); }
    Q_DISABLE_COPY_MOVE(Panel)

    bool appear() { return m_bus.registerService(QStringLiteral("org.kde.StatusNotifierWatcher")); }
    bool vanish() { return m_bus.unregisterService(QStringLiteral("org.kde.StatusNotifierWatcher")); }

private:
    QDBusConnection m_bus;
};

/// A watcher and what it told.
struct Watched {
    TrayWatcher watcher;
    QSignalSpy available{&watcher, &TrayWatcher::available};
    QSignalSpy missing{&watcher, &TrayWatcher::missing};

    [[nodiscard]] QString told() const
    {
        return QStringLiteral("available %1, missing %2").arg(available.size()).arg(missing.size());
    }
};

} // namespace

/// On a bus of its own with a panel that comes and goes. The platform is "offscreen": without an XEmbed tray to fall back to.
class TestTrayWatcher final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void thereAtStart();
    void comesLate();
    void absentThenComes();
    void goesWhileItSettles();
    void goesAndComesBack();
    void isRestarted();
    void withoutBus();
};

void TestTrayWatcher::thereAtStart()
{
    Panel panel;
    QVERIFY(panel.appear());
    Watched watched;
    watched.watcher.start();
    // It may have its name and nothing more yet.
    QCOMPARE(watched.told(), QStringLiteral("available 0, missing 0"));
    QTRY_COMPARE_WITH_TIMEOUT(watched.told(), QStringLiteral("available 1, missing 0"), kPatience);
}

void TestTrayWatcher::comesLate()
{
    Watched watched;
    watched.watcher.start();
    QCOMPARE(watched.told(), QStringLiteral("available 0, missing 0"));
    Panel panel;
    QVERIFY(panel.appear());
    QTRY_COMPARE_WITH_TIMEOUT(watched.told(), QStringLiteral("available 1, missing 0"), kPatience);
}

void TestTrayWatcher::absentThenComes()
{
    Watched watched;
    watched.watcher.start();
    QTRY_COMPARE_WITH_TIMEOUT(watched.told(), QStringLiteral("available 0, missing 1"), kPatience);
    Panel panel;
    QVERIFY(panel.appear()); // minutes after login, for all it knows
    QTRY_COMPARE_WITH_TIMEOUT(watched.told(), QStringLiteral("available 1, missing 1"), kPatience);
}

/// A panel that dies at once has taken no icon; Qt must not be asked then, or it would remember "no tray".
void TestTrayWatcher::goesWhileItSettles()
{
    Watched watched;
    watched.watcher.start();
    Panel panel;
    QVERIFY(panel.appear());
    QVERIFY(panel.vanish());
    QTRY_COMPARE_WITH_TIMEOUT(watched.told(), QStringLiteral("available 0, missing 1"), kPatience);
}

void TestTrayWatcher::goesAndComesBack()
{
    Panel panel;
    QVERIFY(panel.appear());
    Watched watched;
    watched.watcher.start();
    QTRY_COMPARE_WITH_TIMEOUT(watched.told(), QStringLiteral("available 1, missing 0"), kPatience);
    QVERIFY(panel.vanish());
    QTRY_COMPARE_WITH_TIMEOUT(watched.told(), QStringLiteral("available 1, missing 1"), kPatience);
    QVERIFY(panel.appear());
    QTRY_COMPARE_WITH_TIMEOUT(watched.told(), QStringLiteral("available 2, missing 1"), kPatience);
}

/// A panel that is restarted takes its icons back: nothing to be told.
void TestTrayWatcher::isRestarted()
{
    Panel panel;
    QVERIFY(panel.appear());
    Watched watched;
    watched.watcher.start();
    QTRY_COMPARE_WITH_TIMEOUT(watched.told(), QStringLiteral("available 1, missing 0"), kPatience);
    QVERIFY(panel.vanish());
    QVERIFY(panel.appear());
    QVERIFY(!watched.missing.wait(5000)); // longer than the patience with one that is away
    QCOMPARE(watched.told(), QStringLiteral("available 1, missing 0"));
}

/// In a process of its own: Qt connects to the session's bus once.
void TestTrayWatcher::withoutBus()
{
    if (qEnvironmentVariableIsSet(kNoBus)) {
        Watched watched;
        watched.watcher.start();
        QTRY_COMPARE_WITH_TIMEOUT(watched.told(), QStringLiteral("available 0, missing 1"), kPatience);
        return;
    }
    QProcess again;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(kNoBus), QStringLiteral("1"));
    again.setProcessEnvironment(environment);
    again.setProcessChannelMode(QProcess::ForwardedChannels);
    again.start(QCoreApplication::applicationFilePath(), {QStringLiteral("withoutBus")});
    QVERIFY(again.waitForFinished(60'000));
    QCOMPARE(again.exitStatus(), QProcess::NormalExit);
    QCOMPARE(again.exitCode(), 0);
}

int main(int argc, char **argv)
{
    std::optional<PrivateBus> bus;
    if (qEnvironmentVariableIsSet(kNoBus))
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    else
        bus.emplace(); // before anything of Qt looks for one
    const QGuiApplication application(argc, argv);
    TestTrayWatcher test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_traywatcher.moc"
