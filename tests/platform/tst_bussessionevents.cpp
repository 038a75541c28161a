// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/bussessionevents.h"

#include "busfixture.h"
#include "support/testmain.h"

#include <QDBusArgument>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QElapsedTimer>

#include <unistd.h>

using bustest::MockService;
using bustest::PrivateBus;
using service::ports::SessionEvent;
using service::ports::SessionSignal;

/// Property "Display" of a logind user: (so).
struct UserDisplay {
    QString id;
    QDBusObjectPath path;
};
Q_DECLARE_METATYPE(UserDisplay)

static QDBusArgument &operator<<(QDBusArgument &out, const UserDisplay &display)
{
    out.beginStructure();
    out << display.id << display.path;
    out.endStructure();
    return out;
}

static const QDBusArgument &operator>>(const QDBusArgument &in, UserDisplay &display)
{
    in.beginStructure();
    in >> display.id >> display.path;
    in.endStructure();
    return in;
}

namespace {

constexpr int kPatience = 30'000;
const QString kSession = QStringLiteral("/org/freedesktop/login1/session/c1");

MockService::Play logind()
{
    return {QStringLiteral("org.freedesktop.login1"), QStringLiteral("/org/freedesktop/login1"),
            QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("--template logind"),
            QStringLiteral("PreparingForSleep")};
}

MockService::Play upower(bool lid)
{
    return {QStringLiteral("org.freedesktop.UPower"), QStringLiteral("/org/freedesktop/UPower"),
            QStringLiteral("org.freedesktop.UPower"),
            QStringLiteral("--template upower --parameters {\"LidIsPresent\":%1}")
                .arg(lid ? QStringLiteral("true") : QStringLiteral("false")),
            QStringLiteral("LidIsPresent")};
}

MockService::Play screenSaver(const QString &name, const QString &path)
{
    return {name, path, name, {}, {}};
}

MockService::Play gnomeScreenSaver()
{
    return {QStringLiteral("org.gnome.ScreenSaver"), QStringLiteral("/org/gnome/ScreenSaver"),
            QStringLiteral("org.gnome.ScreenSaver"), QStringLiteral("--template gnome_screensaver"),
            QStringLiteral("SetActive")};
}

/// What was told, in order.
struct Told {
    explicit Told(const platform::BusAddresses &buses) : events(buses)
    {
        events.start(
            [this](SessionEvent event) {
                signalsSeen << event.signal;
                hold = std::move(event.hold);
            },
            [this] { ++sourceChanges; });
    }
    [[nodiscard]] QString text() const
    {
        static const QMap<SessionSignal, QString> names{
            {SessionSignal::ScreenLock, QStringLiteral("lock")},   {SessionSignal::Sleep, QStringLiteral("sleep")},
            {SessionSignal::UserSwitch, QStringLiteral("switch")}, {SessionSignal::Lid, QStringLiteral("lid")},
            {SessionSignal::Logout, QStringLiteral("logout")},     {SessionSignal::Wake, QStringLiteral("wake")}};
        QStringList out;
        for (const SessionSignal signal : signalsSeen)
            out << names.value(signal);
        return out.join(QLatin1Char(' '));
    }

    QList<SessionSignal> signalsSeen;
    std::shared_ptr<void> hold;
    int sourceChanges = 0;
    platform::BusSessionEvents events;
};

} // namespace

/// Services played by dbusmock on two buses of the test's own: there, absent, late, restarted, hung.
class TestBusSessionEvents final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void screenSavers_data();
    void screenSavers();
    void logindLocks();
    void sessionOfTheUser();
    void sleepWaitsForTheHold();
    void sleepIsNotHeldUp();
    void shutdown();
    void lid();
    void computerWithoutLid();
    void nothingIsThere();
    void noBus_data();
    void noBus();
    void lateServices();
    void logindIsRestarted();
    void hungService();

private:
    [[nodiscard]] platform::BusAddresses buses() const { return {m_session->address(), m_system->address()}; }
    /// A session of ours in logind.
    static void addSession(const MockService &logind);
    /// How many programs delay the sleep.
    [[nodiscard]] static int inhibitors(const MockService &logind);

    std::unique_ptr<PrivateBus> m_session;
    std::unique_ptr<PrivateBus> m_system;
};

void TestBusSessionEvents::initTestCase()
{
    qDBusRegisterMetaType<UserDisplay>();
}

void TestBusSessionEvents::init()
{
    testsupport::failOnUnexpectedWarnings();
    m_session = std::make_unique<PrivateBus>(QStringLiteral("test-session"));
    m_system = std::make_unique<PrivateBus>(QStringLiteral("test-system"));
    qputenv("XDG_SESSION_ID", "c1");
}

void TestBusSessionEvents::cleanup()
{
    m_session.reset();
    m_system.reset();
}

void TestBusSessionEvents::addSession(const MockService &logind)
{
    logind.control(QStringLiteral("AddSession"),
                   {QStringLiteral("c1"), QStringLiteral("seat0"), static_cast<uint>(::getuid()), QStringLiteral("me"),
                    true});
}

int TestBusSessionEvents::inhibitors(const MockService &logind)
{
    const QVariantList reply = logind.call(QStringLiteral("/org/freedesktop/login1"),
                                           QStringLiteral("org.freedesktop.login1.Manager"),
                                           QStringLiteral("ListInhibitors"));
    const auto list = reply.value(0).value<QDBusArgument>();
    int count = 0;
    list.beginArray();
    while (!list.atEnd()) {
        QString what;
        QString who;
        QString why;
        QString mode;
        uint user = 0;
        uint process = 0;
        list.beginStructure();
        list >> what >> who >> why >> mode >> user >> process;
        list.endStructure();
        count += what == QLatin1StringView("sleep") && who == QLatin1StringView("Latchkey")
                && mode == QLatin1StringView("delay")
            ? 1
            : 0;
    }
    list.endArray();
    return count;
}

void TestBusSessionEvents::screenSavers_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *name, const char *path) {
        QTest::addRow("%s %s", name, path) << QString::fromLatin1(name) << QString::fromLatin1(path);
    };
    row("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver");
    row("org.freedesktop.ScreenSaver", "/ScreenSaver");
    row("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver");
    row("org.mate.ScreenSaver", "/org/mate/ScreenSaver");
    row("org.xfce.ScreenSaver", "/org/xfce/ScreenSaver");
}

void TestBusSessionEvents::screenSavers()
{
    QFETCH(const QString, name);
    QFETCH(const QString, path);
    const MockService saver(*m_session, screenSaver(name, path));
    Told told(buses());
    QTRY_VERIFY_WITH_TIMEOUT(told.events.tells(SessionSignal::ScreenLock), kPatience);
    QVERIFY(!told.events.tells(SessionSignal::Sleep));
    saver.emitSignal(QStringLiteral("ActiveChanged"), QStringLiteral("b"), {false});
    saver.emitSignal(QStringLiteral("ActiveChanged"), QStringLiteral("b"), {true});
    QTRY_COMPARE_WITH_TIMEOUT(told.text(), QStringLiteral("lock"), kPatience); // and not for the first
}

void TestBusSessionEvents::logindLocks()
{
    const MockService mock(*m_system, logind());
    addSession(mock);
    Told told(buses());
    QTRY_VERIFY_WITH_TIMEOUT(told.events.tells(SessionSignal::UserSwitch), kPatience);
    QVERIFY(told.events.tells(SessionSignal::ScreenLock));
    mock.call(kSession, QStringLiteral("org.freedesktop.login1.Session"), QStringLiteral("Lock"));
    QTRY_COMPARE_WITH_TIMEOUT(told.text(), QStringLiteral("lock"), kPatience);
    mock.call(kSession, QStringLiteral("org.freedesktop.login1.Session"), QStringLiteral("SetLockedHint"), {true});
    QTRY_COMPARE_WITH_TIMEOUT(told.text(), QStringLiteral("lock lock"), kPatience);
    mock.call(kSession, QStringLiteral("org.freedesktop.login1.Session"), QStringLiteral("SetLockedHint"), {false});
    mock.call(kSession, QStringLiteral("org.freedesktop.login1.Session"), QStringLiteral("Unlock"));
    mock.setProperties({{QStringLiteral("Active"), false}}, kSession);
    QTRY_COMPARE_WITH_TIMEOUT(told.text(), QStringLiteral("lock lock switch"), kPatience);
    mock.setProperties({{QStringLiteral("Active"), true}}, kSession);
    mock.setProperties({{QStringLiteral("Active"), false}}, kSession);
    QTRY_COMPARE_WITH_TIMEOUT(told.text(), QStringLiteral("lock lock switch switch"), kPatience);
}

/// A program that systemd started for the user knows no session of its own.
void TestBusSessionEvents::sessionOfTheUser()
{
    qunsetenv("XDG_SESSION_ID");
    const MockService mock(*m_system, logind());
    addSession(mock);
    const QString user = QStringLiteral("/org/freedesktop/login1/user/%1").arg(::getuid());
    // The template's own takes no number.
    mock.control(QStringLiteral("AddMethod"),
                 {QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("GetUser"), QStringLiteral("u"),
                  QStringLiteral("o"), QStringLiteral("ret = '/org/freedesktop/login1/user/%d' % args[0]")});
    const UserDisplay display{QStringLiteral("c1"), QDBusObjectPath(kSession)};
    mock.call(user, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Set"),
              {QStringLiteral("org.freedesktop.login1.User"), QStringLiteral("Display"),
               QVariant::fromValue(QDBusVariant(QVariant::fromValue(display)))});
    Told told(buses());
    QTRY_VERIFY_WITH_TIMEOUT(told.events.tells(SessionSignal::UserSwitch), kPatience);
    mock.call(kSession, QStringLiteral("org.freedesktop.login1.Session"), QStringLiteral("Lock"));
    QTRY_COMPARE_WITH_TIMEOUT(told.text(), QStringLiteral("lock"), kPatience);
}

void TestBusSessionEvents::sleepWaitsForTheHold()
{
    const MockService mock(*m_system, logind());
    Told told(buses());
    QTRY_COMPARE_WITH_TIMEOUT(inhibitors(mock), 1, kPatience);
    mock.emitSignal(QStringLiteral("PrepareForSleep"), QStringLiteral("b"), {true});
    QTRY_COMPARE_WITH_TIMEOUT(told.text(), QStringLiteral("sleep"), kPatience);
    QVERIFY(told.hold != nullptr);
    QCOMPARE(inhibitors(mock), 1); // whoever wipes keys still holds it
    told.hold.reset();
    QTRY_COMPARE_WITH_TIMEOUT(inhibitors(mock), 0, kPatience);
    mock.emitSignal(QStringLiteral("PrepareForSleep"), QStringLiteral("b"), {false});
    QTRY_COMPARE_WITH_TIMEOUT(told.text(), QStringLiteral("sleep wake"), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(inhibitors(mock), 1, kPatience); // ready for the next time
}

/// Once the program is gone, nothing holds the computer awake.
void TestBusSessionEvents::sleepIsNotHeldUp()
{
    const MockService mock(*m_system, logind());
    auto told = std::make_unique<Told>(buses());
    QTRY_COMPARE_WITH_TIMEOUT(inhibitors(mock), 1, kPatience);
    told.reset();
    QTRY_COMPARE_WITH_TIMEOUT(inhibitors(mock), 0, kPatience);
}

void TestBusSessionEvents::shutdown()
{
    const MockService mock(*m_system, logind());
    Told told(buses());
    QTRY_VERIFY_WITH_TIMEOUT(told.events.tells(SessionSignal::Logout), kPatience);
    mock.emitSignal(QStringLiteral("PrepareForShutdown"), QStringLiteral("b"), {true});
    QTRY_COMPARE_WITH_TIMEOUT(told.text(), QStringLiteral("logout"), kPatience);
}

void TestBusSessionEvents::lid()
{
    const MockService mock(*m_system, upower(true));
    Told told(buses());
    QTRY_VERIFY_WITH_TIMEOUT(told.events.tells(SessionSignal::Lid), kPatience);
    mock.setProperties({{QStringLiteral("LidIsClosed"), true}});
    QTRY_COMPARE_WITH_TIMEOUT(told.text(), QStringLiteral("lid"), kPatience);
    mock.setProperties({{QStringLiteral("LidIsClosed"), false}});
    mock.setProperties({{QStringLiteral("OnBattery"), true}});
    mock.setProperties({{QStringLiteral("LidIsClosed"), true}});
    QTRY_COMPARE_WITH_TIMEOUT(told.text(), QStringLiteral("lid lid"), kPatience);
}

void TestBusSessionEvents::computerWithoutLid()
{
    const MockService mock(*m_system, upower(false));
    const MockService other(*m_system, logind());
    Told told(buses());
    QTRY_VERIFY_WITH_TIMEOUT(told.events.tells(SessionSignal::Sleep), kPatience); // so it has looked around
    QTRY_COMPARE_WITH_TIMEOUT(inhibitors(other), 1, kPatience);
    QVERIFY(!told.events.tells(SessionSignal::Lid));
}

void TestBusSessionEvents::nothingIsThere()
{
    Told told(buses());
    QTRY_VERIFY_WITH_TIMEOUT(m_system->connection().isConnected(), kPatience);
    // A service that has nothing to do with it shows that the bus was looked at.
    const MockService saver(*m_session, gnomeScreenSaver());
    QTRY_VERIFY_WITH_TIMEOUT(told.events.tells(SessionSignal::ScreenLock), kPatience);
    for (const SessionSignal signal :
         {SessionSignal::Sleep, SessionSignal::UserSwitch, SessionSignal::Lid, SessionSignal::Logout})
        QVERIFY(!told.events.tells(signal));
    QCOMPARE(told.text(), QString());
}

void TestBusSessionEvents::noBus_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("none") << QString();
    QTest::newRow("nobody listens") << QStringLiteral("unix:path=/nonexistent/bus");
    QTest::newRow("not an address") << QStringLiteral("nonsense");
}

void TestBusSessionEvents::noBus()
{
    QFETCH(const QString, address);
    const MockService saver(*m_session, gnomeScreenSaver());
    Told told({m_session->address(), address});
    QTRY_VERIFY_WITH_TIMEOUT(told.events.tells(SessionSignal::ScreenLock), kPatience); // the other bus is not harmed
    QVERIFY(!told.events.tells(SessionSignal::Sleep));
    saver.call(QStringLiteral("/org/gnome/ScreenSaver"), QStringLiteral("org.gnome.ScreenSaver"),
               QStringLiteral("SetActive"), {true});
    QTRY_COMPARE_WITH_TIMEOUT(told.text(), QStringLiteral("lock"), kPatience);
}

void TestBusSessionEvents::lateServices()
{
    Told told(buses());
    const MockService early(*m_session,
                            screenSaver(QStringLiteral("org.xfce.ScreenSaver"), QStringLiteral("/org/xfce/ScreenSaver")));
    QTRY_VERIFY_WITH_TIMEOUT(told.events.tells(SessionSignal::ScreenLock), kPatience);
    QVERIFY(!told.events.tells(SessionSignal::Sleep));
    const int before = told.sourceChanges;
    const MockService mock(*m_system, logind());
    const MockService power(*m_system, upower(true));
    addSession(mock);
    QTRY_COMPARE_WITH_TIMEOUT(inhibitors(mock), 1, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(told.events.tells(SessionSignal::Lid), kPatience);
    QVERIFY(told.sourceChanges > before);
    mock.emitSignal(QStringLiteral("PrepareForSleep"), QStringLiteral("b"), {true});
    QTRY_COMPARE_WITH_TIMEOUT(told.text(), QStringLiteral("sleep"), kPatience);
    QVERIFY(told.hold != nullptr);
}

void TestBusSessionEvents::logindIsRestarted()
{
    auto mock = std::make_unique<MockService>(*m_system, logind());
    addSession(*mock);
    Told told(buses());
    QTRY_COMPARE_WITH_TIMEOUT(inhibitors(*mock), 1, kPatience);
    mock.reset();
    QTRY_VERIFY_WITH_TIMEOUT(!told.events.tells(SessionSignal::Sleep), kPatience);
    QVERIFY(!told.events.tells(SessionSignal::UserSwitch));
    mock = std::make_unique<MockService>(*m_system, logind());
    addSession(*mock);
    QTRY_COMPARE_WITH_TIMEOUT(inhibitors(*mock), 1, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(told.events.tells(SessionSignal::UserSwitch), kPatience);
    mock->call(kSession, QStringLiteral("org.freedesktop.login1.Session"), QStringLiteral("Lock"));
    QTRY_COMPARE_WITH_TIMEOUT(told.text(), QStringLiteral("lock"), kPatience);
}

/// Nothing waits for one that hangs, the others are heard, and when it goes on it is asked again.
void TestBusSessionEvents::hungService()
{
    const MockService mock(*m_system, logind());
    const MockService saver(*m_session, gnomeScreenSaver());
    addSession(mock);
    mock.stop();
    QElapsedTimer time;
    time.start();
    Told told(buses());
    QVERIFY2(time.elapsed() < 1000, qPrintable(QString::number(time.elapsed())));
    QTRY_VERIFY_WITH_TIMEOUT(told.events.tells(SessionSignal::ScreenLock), kPatience);
    saver.call(QStringLiteral("/org/gnome/ScreenSaver"), QStringLiteral("org.gnome.ScreenSaver"),
               QStringLiteral("SetActive"), {true});
    QTRY_COMPARE_WITH_TIMEOUT(told.text(), QStringLiteral("lock"), kPatience);
    QVERIFY(!told.events.tells(SessionSignal::UserSwitch));
    QVERIFY(!QTest::qWaitFor([&told] { return told.events.tells(SessionSignal::UserSwitch); },
                             2500)); // its answers are late now
    mock.resume();
    QTRY_VERIFY_WITH_TIMEOUT(told.events.tells(SessionSignal::UserSwitch), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(inhibitors(mock) >= 1, kPatience);
    mock.emitSignal(QStringLiteral("PrepareForSleep"), QStringLiteral("b"), {true});
    QTRY_COMPARE_WITH_TIMEOUT(told.text(), QStringLiteral("lock sleep"), kPatience);
}

LATCHKEY_TEST_MAIN(TestBusSessionEvents)
#include "tst_bussessionevents.moc"
