// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sessionidletime.h"

#include "busfixture.h"
#include "support/await.h"
#include "support/testmain.h"

#include <QElapsedTimer>

using bustest::MockService;
using bustest::PrivateBus;
using platform::SessionIdleTime;
using platform::X11Idle;
using testsupport::await;
using testsupport::outcome;

namespace {

constexpr int kPatience = 30'000;

MockService::Play mutter()
{
    return {QStringLiteral("org.gnome.Mutter.IdleMonitor"),
            QStringLiteral("/org/gnome/Mutter/IdleMonitor/Core"),
            QStringLiteral("org.gnome.Mutter.IdleMonitor"),
            {},
            {}};
}

void answer(const MockService &mock, const QString &code)
{
    mock.control(QStringLiteral("AddMethod"),
                 {QStringLiteral("org.gnome.Mutter.IdleMonitor"), QStringLiteral("GetIdletime"), QString(),
                  QStringLiteral("t"), code});
}

/// An X server of the test's own.
class PrivateX final {
public:
    PrivateX()
    {
        m_server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_server.start(QStringLiteral("Xvfb"),
                       {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"), QStringLiteral("0"),
                        QStringLiteral("640x480x24"), QStringLiteral("-noreset"), QStringLiteral("-nolisten"),
                        QStringLiteral("tcp")});
        if (!m_server.waitForReadyRead(kPatience))
            qFatal("no Xvfb: %s", qPrintable(m_server.errorString()));
        m_display = ":" + m_server.readAllStandardOutput().trimmed();
    }
    ~PrivateX() { stop(); }
    Q_DISABLE_COPY_MOVE(PrivateX)

    [[nodiscard]] const QByteArray &display() const noexcept { return m_display; }
    void stop()
    {
        m_server.terminate();
        m_server.waitForFinished();
    }
    void moveMouse(int x) const
    {
        QProcess tool;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DISPLAY"), QString::fromLatin1(m_display));
        tool.setProcessEnvironment(environment);
        tool.start(QStringLiteral("xdotool"), {QStringLiteral("mousemove"), QString::number(x), QStringLiteral("100")});
        QVERIFY(tool.waitForFinished(kPatience));
        QCOMPARE(tool.exitCode(), 0);
    }

private:
    QProcess m_server;
    QByteArray m_display;
};

} // namespace

/// The compositor is played by dbusmock; the X server is a real one.
class TestSessionIdleTime final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void nobodyTells();
    void compositor();
    void hungCompositor();
    void xServer();
    void noXServer();
};

void TestSessionIdleTime::nobodyTells()
{
    const PrivateBus bus(QStringLiteral("test-session"));
    SessionIdleTime without({}, nullptr);
    QCOMPARE(outcome(await(without.idle())), QStringLiteral("not_found"));
    SessionIdleTime empty(bus.address(), nullptr);
    QCOMPARE(outcome(await(empty.idle())), QStringLiteral("not_found"));
}

void TestSessionIdleTime::compositor()
{
    const PrivateBus bus(QStringLiteral("test-session"));
    SessionIdleTime idle(bus.address(), nullptr);
    auto mock = std::make_unique<MockService>(bus, mutter()); // later than we are
    answer(*mock, QStringLiteral("ret = 123456"));
    QTRY_COMPARE_WITH_TIMEOUT(outcome(await(idle.idle())), QStringLiteral("ok"), kPatience);
    QCOMPARE(await(idle.idle())->count(), 123'456);
    mock.reset();
    QTRY_COMPARE_WITH_TIMEOUT(outcome(await(idle.idle())), QStringLiteral("not_found"), kPatience);
}

void TestSessionIdleTime::hungCompositor()
{
    const PrivateBus bus(QStringLiteral("test-session"));
    const MockService mock(bus, mutter());
    answer(mock, QStringLiteral("ret = 1"));
    SessionIdleTime idle(bus.address(), nullptr);
    QTRY_COMPARE_WITH_TIMEOUT(outcome(await(idle.idle())), QStringLiteral("ok"), kPatience);
    mock.stop();
    QElapsedTimer time;
    time.start();
    auto asked = idle.idle();
    QVERIFY2(time.elapsed() < 1000, qPrintable(QString::number(time.elapsed())));
    QCOMPARE(outcome(await(asked)), QStringLiteral("timed_out"));
    mock.resume();
    QTRY_COMPARE_WITH_TIMEOUT(outcome(await(idle.idle())), QStringLiteral("ok"), kPatience);
}

void TestSessionIdleTime::xServer()
{
    PrivateX server;
    auto opened = X11Idle::open(server.display());
    QVERIFY(opened != nullptr);
    SessionIdleTime idle({}, std::move(opened));
    const auto now = [&idle] {
        const auto told = await(idle.idle());
        return told ? told->count() : -1;
    };
    server.moveMouse(10);
    QTRY_VERIFY_WITH_TIMEOUT(now() > 3000, kPatience); // grows by itself
    server.moveMouse(200);
    const auto after = now();
    QVERIFY2(after >= 0 && after < 3000, qPrintable(QString::number(after)));
    server.stop();
    QCOMPARE(outcome(await(idle.idle())), QStringLiteral("not_found"));
}

void TestSessionIdleTime::noXServer()
{
    QVERIFY(X11Idle::open({}) == nullptr);
    QVERIFY(X11Idle::open(":54321") == nullptr);
}

LATCHKEY_TEST_MAIN(TestSessionIdleTime)
#include "tst_sessionidletime.moc"
