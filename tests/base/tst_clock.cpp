// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

#include "support/fixedclock.h"
#include "support/testmain.h"

#include <QDateTime>

class TestClock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void rfc3339_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("text");
        QTest::newRow("epoch") << qint64{0} << QStringLiteral("1970-01-01T00:00:00.000Z");
        QTest::newRow("documented") << qint64{1'795'379'465'120} << QStringLiteral("2026-11-22T20:31:05.120Z");
        QTest::newRow("leap day") << qint64{1'709'164'799'999} << QStringLiteral("2024-02-28T23:59:59.999Z");
        QTest::newRow("one later") << qint64{1'709'164'800'000} << QStringLiteral("2024-02-29T00:00:00.000Z");
        QTest::newRow("before the epoch") << qint64{-1} << QStringLiteral("1969-12-31T23:59:59.999Z");
        // 32-bit time ends here.
        QTest::newRow("2038") << qint64{2'147'483'648'000} << QStringLiteral("2038-01-19T03:14:08.000Z");
    }

    void rfc3339()
    {
        QFETCH(const qint64, ms);
        QFETCH(const QString, text);
        QCOMPARE(base::toRfc3339(ms), text);
        QCOMPARE(QDateTime::fromString(text, Qt::ISODateWithMs).toMSecsSinceEpoch(), ms);
    }

    void systemClockAgreesWithQtAndGoesForward()
    {
        const base::SystemClock clock;
        const std::int64_t difference = clock.nowMs() - QDateTime::currentMSecsSinceEpoch();
        QVERIFY2(std::abs(difference) < 5000, qPrintable(QString::number(difference)));
        const std::int64_t first = clock.elapsedMs();
        QTRY_VERIFY(clock.elapsedMs() > first);
    }

    void fixedClockMovesOnlyWhenTold()
    {
        testsupport::FixedClock clock(1000);
        QCOMPARE(clock.nowMs(), 1000);
        clock.advance(500);
        QCOMPARE(clock.nowMs(), 1500);
        QCOMPARE(clock.elapsedMs(), 500);
        clock.setNow(1);
        QCOMPARE(clock.elapsedMs(), 500);
    }
};

LATCHKEY_TEST_MAIN(TestClock)
#include "tst_clock.moc"
