// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/availablememory.h"

#include "support/testmain.h"

#include <QFile>
#include <QTest>

class TestAvailableMemory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void liesBetweenNothingAndTheWholeMachine()
    {
        const auto available = platform::availableMemoryKiB();
        QVERIFY(available);
        QFile file(QStringLiteral("/proc/meminfo"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        // "MemTotal:       16384000 kB" is the first line, see proc(5).
        const QByteArray line = file.readLine().simplified();
        QVERIFY(line.startsWith("MemTotal: "));
        const qulonglong total = line.split(' ').at(1).toULongLong();
        QVERIFY(*available > 1024);
        QVERIFY(*available < total);
    }
};

LATCHKEY_TEST_MAIN(TestAvailableMemory)
#include "tst_availablememory.moc"
