// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/activitycontroller.h"

#include "service/servicefixture.h"
#include "support/testmain.h"

#include <QSignalSpy>

using presentation::ActivityController;
using presentation::StripMessage;
using servicetest::Bench;
using testsupport::await;

class TestActivityController final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void verifies();
    void verifyNamesDamage();
    void exportsWhatIsFiltered();
    void exportNeverOverwrites();
    void periods();
    void lockDropsAnswers();

private:
    std::unique_ptr<Bench> m_bench;
    std::unique_ptr<ActivityController> m_controller;
};

void TestActivityController::init()
{
    testsupport::failOnUnexpectedWarnings();
    m_bench = std::make_unique<Bench>();
    m_bench->putSecret(QStringLiteral("a"), {QStringLiteral("value=1")});
    m_controller = std::make_unique<ActivityController>(*m_bench->integrity, m_bench->home.clock);
}

void TestActivityController::cleanup()
{
    m_controller.reset();
    m_bench.reset();
}

void TestActivityController::verifies()
{
    m_controller->verify();
    QVERIFY(m_controller->isBusy());
    QCOMPARE(m_controller->message().level, StripMessage::Level::Busy);
    QTRY_VERIFY(!m_controller->isBusy());
    QCOMPARE(m_controller->message().level, StripMessage::Level::Ok);
    const auto head = await(m_bench->integrity->verifyAudit({}));
    VERIFY_OK(head);
    QVERIFY(m_controller->message().text.contains(QString::number(head->seq)));
    QVERIFY(m_controller->message().details.contains(head->text())); // to be noted elsewhere
}

void TestActivityController::verifyNamesDamage()
{
    QVERIFY(vaulttest::tamper(m_bench->home.path(), QStringLiteral("UPDATE audit SET mac = randomblob(32) WHERE seq = 1"))
            > 0);
    m_controller->verify();
    QTRY_VERIFY(!m_controller->isBusy());
    QCOMPARE(m_controller->message().level, StripMessage::Level::Bad);
    QVERIFY(m_controller->message().title.contains(QStringLiteral("audit entry 1")));
}

void TestActivityController::exportsWhatIsFiltered()
{
    const QString path = m_bench->home.file(QStringLiteral("log.jsonl"));
    m_controller->search(QStringLiteral(" vault created "), service::AuditGroup::All, {});
    QVERIFY(m_controller->isSearching());
    m_controller->exportTo(path, service::AuditFormat::JsonLines);
    QTRY_VERIFY(!m_controller->isBusy());
    QCOMPARE(m_controller->message().level, StripMessage::Level::Ok);
    QVERIFY(m_controller->message().text.contains(path));
    QCOMPARE(vaulttest::contentOf(path).count('\n'), 1);
    QVERIFY(vaulttest::contentOf(path).contains("vault-created"));
}

void TestActivityController::exportNeverOverwrites()
{
    const QString path = m_bench->home.file(QStringLiteral("log.csv"));
    QVERIFY(vaulttest::writeFile(path, "mine"));
    m_controller->exportTo(path, service::AuditFormat::Csv);
    QTRY_VERIFY(!m_controller->isBusy());
    QCOMPARE(m_controller->message().level, StripMessage::Level::Bad);
    QVERIFY(m_controller->message().title.contains(path));
    QCOMPARE(vaulttest::contentOf(path), QByteArray("mine"));
}

void TestActivityController::periods()
{
    m_controller->search({}, service::AuditGroup::All, QStringLiteral("24h"));
    QCOMPARE(m_controller->model().filter().sinceMs, m_bench->home.clock.nowMs() - 86'400'000);
    m_controller->search({}, service::AuditGroup::All, {});
    QVERIFY(!m_controller->isSearching());
}

void TestActivityController::lockDropsAnswers()
{
    m_controller->search(QStringLiteral("a"), service::AuditGroup::Uses, {});
    m_controller->model().reload();
    m_controller->verify();
    m_controller->clear();
    VERIFY_OK(await(m_bench->integrity->verifyAudit({})));
    QCoreApplication::processEvents();
    QCOMPARE(m_controller->message(), StripMessage());
    QVERIFY(!m_controller->isBusy());
    QVERIFY(!m_controller->isSearching());
    QCOMPARE(m_controller->model().rowCount(), 0);
}

LATCHKEY_TEST_MAIN(TestActivityController)
#include "tst_activitycontroller.moc"
