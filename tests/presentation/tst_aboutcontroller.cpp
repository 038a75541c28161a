// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/aboutcontroller.h"

#include "service/servicefixture.h"
#include "support/testmain.h"

#include <QRegularExpression>
#include <QSignalSpy>

using presentation::AboutController;
using presentation::StripMessage;
using servicetest::Bench;

class TestAboutController final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void tellsWhatDoctorKnows();
    void allIsWell();
};

void TestAboutController::tellsWhatDoctorKnows()
{
    Bench bench; // its facts are those of a process without any protection
    AboutController controller(*bench.diagnostics);
    QVERIFY(!controller.isKnown());
    QVERIFY(QRegularExpression(QStringLiteral("^Latchkey \\d+\\.\\d+\\.\\d+$"))
                .match(AboutController::versionText())
                .hasMatch());
    QSignalSpy changed(&controller, &AboutController::changed);
    controller.reload();
    QVERIFY(changed.wait());
    QVERIFY(controller.isKnown());
    QCOMPARE(controller.message().level, StripMessage::Level::Warn);
    QVERIFY(controller.message().text.contains(QStringLiteral("RLIMIT_MEMLOCK")));
    QVERIFY(controller.facts().contains(std::pair(QStringLiteral("protection, dumpable"), QStringLiteral("yes"))));
    QVERIFY(controller.copyText().contains(QStringLiteral("protection, dumpable: yes\n")));
}

void TestAboutController::allIsWell()
{
    Bench bench;
    bench.facts.protection = {false, 0, base::SecureHeapState::Locked, 4096};
    AboutController controller(*bench.diagnostics);
    controller.reload();
    QTRY_COMPARE(controller.message().level, StripMessage::Level::Ok);
}

LATCHKEY_TEST_MAIN(TestAboutController)
#include "tst_aboutcontroller.moc"
