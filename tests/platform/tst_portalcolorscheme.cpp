// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "busfixture.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QProcess>

using bustest::MockService;
using bustest::PrivateBus;

namespace {

constexpr int kPatienceMs = 500;

MockService::Play portal()
{
    return {QStringLiteral("org.freedesktop.portal.Desktop"), QStringLiteral("/org/freedesktop/portal/desktop"),
            QStringLiteral("org.freedesktop.portal.Settings"), QString(), QString()};
}

} // namespace

/// A portal played by dbusmock, asked by a process that has no thread yet, as main() does it.
class TestPortalColorScheme final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void answers_data();
    void answers();
    void noSuchSetting();
    void noPortal();
    void noBus_data();
    void noBus();
    void portalHangs();

private:
    /// What the probe says, and how long the whole process took.
    [[nodiscard]] QByteArray ask(const QString &address);

    qint64 m_tookMs = 0;
};

QByteArray TestPortalColorScheme::ask(const QString &address)
{
    QElapsedTimer since;
    since.start();
    QProcess process;
    process.start(QStringLiteral(PLATFORM_PROBE), {QStringLiteral("portal"), address, QString::number(kPatienceMs)});
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        return process.readAllStandardError();
    m_tookMs = since.elapsed();
    return process.readAllStandardOutput().trimmed();
}

void TestPortalColorScheme::answers_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QByteArray>("wanted");
    const QString wrapped = QStringLiteral("ret = dbus.UInt32(%1, variant_level=1)");
    QTest::newRow("no preference") << wrapped.arg(0) << QByteArray("light");
    QTest::newRow("dark") << wrapped.arg(1) << QByteArray("dark");
    QTest::newRow("light") << wrapped.arg(2) << QByteArray("light");
    QTest::newRow("unknown number") << wrapped.arg(7) << QByteArray("light");
    QTest::newRow("dark, wrapped once") << QStringLiteral("ret = dbus.UInt32(1)") << QByteArray("dark");
    QTest::newRow("text") << QStringLiteral("ret = 'dark'") << QByteArray("light");
}

void TestPortalColorScheme::answers()
{
    QFETCH(const QString, code);
    QFETCH(const QByteArray, wanted);
    const PrivateBus bus(QStringLiteral("portal"));
    const MockService service(bus, portal());
    // Anything but the one key that is meant is an error.
    const QString asked = QStringLiteral(
        "if list(args) != ['org.freedesktop.appearance', 'color-scheme']:\n    raise ValueError(args)\n");
    service.control(QStringLiteral("AddMethod"),
                    {QString(), QStringLiteral("Read"), QStringLiteral("ss"), QStringLiteral("v"), asked + code});
    QCOMPARE(ask(bus.address()), wanted);
}

void TestPortalColorScheme::noSuchSetting()
{
    const PrivateBus bus(QStringLiteral("portal"));
    const MockService service(bus, portal());
    QCOMPARE(ask(bus.address()), QByteArray("light"));
}

void TestPortalColorScheme::noPortal()
{
    const PrivateBus bus(QStringLiteral("portal"));
    QCOMPARE(ask(bus.address()), QByteArray("light"));
}

void TestPortalColorScheme::noBus_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("none") << QString();
    QTest::newRow("gone") << QStringLiteral("unix:path=/nonexistent/bus");
    QTest::newRow("nonsense") << QStringLiteral("nonsense");
}

void TestPortalColorScheme::noBus()
{
    QFETCH(const QString, address);
    QCOMPARE(ask(address), QByteArray("light"));
}

void TestPortalColorScheme::portalHangs()
{
    QCOMPARE(ask(QString()), QByteArray("light"));
    const qint64 startMs = m_tookMs;
    const PrivateBus bus(QStringLiteral("portal"));
    const MockService service(bus, portal());
    service.stop();
    QCOMPARE(ask(bus.address()), QByteArray("light"));
    service.resume();
    // Starting a process takes its time, on a busy machine another one each time; a second call would be 25 s.
    QVERIFY2(m_tookMs < 3 * startMs + kPatienceMs + 500,
             qPrintable(QStringLiteral("%1 ms of %2").arg(m_tookMs).arg(startMs)));
}

LATCHKEY_TEST_MAIN(TestPortalColorScheme)
#include "tst_portalcolorscheme.moc"
