// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/systemkdfgate.h"

#include "platform/kdflock.h"

#include "support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;

class TestSystemKdfGate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void turnLastsAsLongAsItsValue()
    {
        QTemporaryDir folder;
        platform::SystemKdfGate gate(folder.path());
        auto turn = gate.enter(1s);
        QVERIFY(turn);
        QCOMPARE(platform::lockKdf(folder.path(), 0ms).error().code, base::ErrorCode::Busy);
        QCOMPARE(gate.enter(1ms).error().code, base::ErrorCode::Busy);
        turn->reset();
        QVERIFY(platform::lockKdf(folder.path(), 0ms));
        QVERIFY(gate.availableMemoryKiB() > 0);
    }

    void unusableFolderIsAnError()
    {
        platform::SystemKdfGate gate(QStringLiteral("/proc/no/such/folder"));
        QVERIFY(!gate.enter(1s));
    }
};

LATCHKEY_TEST_MAIN(TestSystemKdfGate)
#include "tst_systemkdfgate.moc"
