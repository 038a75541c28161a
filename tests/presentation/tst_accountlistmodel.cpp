// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/accountlistmodel.h"

#include "presentation/stripmessage.h"
#include "service/servicefixture.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using presentation::AccountListModel;
using presentation::StripMessage;
using servicetest::Bench;
using servicetest::bitgetFields;
using testsupport::await;

/// The list of accounts; QAbstractItemModelTester looks on in every test.
class TestAccountListModel final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void emptyAtFirst();
    void rows();
    void states_data();
    void states();
    void checkingGoesBeforeTheState();
    void checkingOutlastsAReload();
    void changesArriveWithReload();
    void clearEmpties();
    void lockedIsNoProblem();
    void unreadableIsAProblem();
    void resultAfterTheLockIsDropped();
    void olderResultIsDropped();

private:
    void add(const QString &account, const QString &answer, bool demo = false);
    void reload();
    [[nodiscard]] QVariant at(int row, int role) const { return m_model->index(row).data(role); }

    std::unique_ptr<Bench> m_bench;
    std::unique_ptr<AccountListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestAccountListModel::init()
{
    testsupport::failOnUnexpectedWarnings();
    m_bench = std::make_unique<Bench>();
    m_model = std::make_unique<AccountListModel>(*m_bench->exchanges);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestAccountListModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_bench.reset();
}

void TestAccountListModel::add(const QString &account, const QString &answer, bool demo)
{
    service::ExchangeOptions options;
    options.demo = demo;
    options.check = !answer.isEmpty();
    m_bench->bitget->answer = servicetest::report(answer);
    VERIFY_OK(await(m_bench->exchanges->add(QStringLiteral("bitget"), account, options, bitgetFields())));
}

void TestAccountListModel::reload()
{
    QSignalSpy reloaded(m_model.get(), &AccountListModel::reloaded);
    m_model->reload();
    QTRY_COMPARE(reloaded.size(), 1);
}

void TestAccountListModel::emptyAtFirst()
{
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(m_model->account(0), nullptr);
    QCOMPARE(m_model->account(-1), nullptr);
    QCOMPARE(m_model->rowOf(QStringLiteral("bitget/main")), -1);
    QCOMPARE(m_model->problem(), StripMessage{});
    reload(); // a vault without accounts is no problem either
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(m_model->problem(), StripMessage{});
}

void TestAccountListModel::rows()
{
    add(QStringLiteral("main"), QStringLiteral("works"));
    add(QStringLiteral("test"), QStringLiteral("works"), true);
    m_bench->putSecret(QStringLiteral("telegram/bot"), {QStringLiteral("token=123:abc")}); // is no account
    reload();
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(m_model->rowCount(m_model->index(0)), 0); // a list, no tree
    QCOMPARE(at(0, Qt::DisplayRole).toString(), QStringLiteral("Bitget main"));
    QCOMPARE(at(0, AccountListModel::NameRole).toString(), QStringLiteral("bitget/main"));
    QCOMPARE(at(0, AccountListModel::DemoRole), QVariant(false));
    QCOMPARE(at(0, Qt::AccessibleTextRole).toString(), QStringLiteral("Bitget main, live, Works"));
    QCOMPARE(at(1, AccountListModel::DemoRole), QVariant(true));
    QCOMPARE(at(1, Qt::AccessibleTextRole).toString(), QStringLiteral("Bitget test, demo, Works"));
    QCOMPARE(at(0, Qt::DecorationRole), QVariant());
    QCOMPARE(m_model->rowOf(QStringLiteral("bitget/test")), 1);
    QCOMPARE(m_model->rowOf(QStringLiteral("bitget/none")), -1);
    QCOMPARE(m_model->account(1)->credential.name, QStringLiteral("bitget/test"));
    QCOMPARE(m_model->account(2), nullptr);
}

void TestAccountListModel::states_data()
{
    QTest::addColumn<QString>("answer"); // empty: not asked
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("level");
    const auto row = [](const char *answer, const char *text, StripMessage::Level level) {
        QTest::newRow(*answer == '\0' ? "never asked" : answer)
            << QString::fromLatin1(answer) << QString::fromLatin1(text) << static_cast<int>(level);
    };
    row("works", "Works", StripMessage::Level::Ok);
    row("withdraw", "May withdraw", StripMessage::Level::Warn);
    row("unknown", "Works, rights unknown", StripMessage::Level::Warn);
    row("refused:passphrase", "Refused: passphrase", StripMessage::Level::Bad);
    row("unchecked:network", "Not checked", StripMessage::Level::Info);
    row("", "Not checked", StripMessage::Level::Info);
}

void TestAccountListModel::states()
{
    QFETCH(QString, answer);
    add(QStringLiteral("main"), answer);
    reload();
    QTEST(at(0, AccountListModel::StateTextRole).toString(), "text");
    QTEST(at(0, AccountListModel::LevelRole).toInt(), "level");
}

void TestAccountListModel::checkingGoesBeforeTheState()
{
    add(QStringLiteral("main"), QStringLiteral("works"));
    reload();
    QSignalSpy changed(m_model.get(), &AccountListModel::dataChanged);
    m_model->setChecking(QStringLiteral("bitget/main"), true);
    QCOMPARE(at(0, AccountListModel::StateTextRole).toString(), QStringLiteral("Checking..."));
    QCOMPARE(at(0, Qt::AccessibleTextRole).toString(), QStringLiteral("Bitget main, live, Checking..."));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toModelIndex(), m_model->index(0));
    m_model->setChecking(QStringLiteral("bitget/main"), false);
    QCOMPARE(at(0, AccountListModel::StateTextRole).toString(), QStringLiteral("Works"));
    QCOMPARE(changed.size(), 2);
    m_model->setChecking(QStringLiteral("bitget/none"), true); // removed meanwhile
    QCOMPARE(changed.size(), 2);
}

/// Saving stores first and asks then: what is stored reloads the list while the exchange still thinks.
void TestAccountListModel::checkingOutlastsAReload()
{
    add(QStringLiteral("main"), QStringLiteral("works"));
    reload();
    m_model->setChecking(QStringLiteral("bitget/main"), true);
    reload();
    QCOMPARE(at(0, AccountListModel::StateTextRole).toString(), QStringLiteral("Checking..."));
    m_model->setChecking(QStringLiteral("bitget/main"), false);
    QCOMPARE(at(0, AccountListModel::StateTextRole).toString(), QStringLiteral("Works"));
}

void TestAccountListModel::changesArriveWithReload()
{
    add(QStringLiteral("main"), QStringLiteral("works"));
    reload();
    VERIFY_OK(await(m_bench->exchanges->remove(QStringLiteral("bitget/main"))));
    add(QStringLiteral("other"), QStringLiteral("works"));
    QCOMPARE(m_model->rowOf(QStringLiteral("bitget/main")), 0);
    QSignalSpy reset(m_model.get(), &AccountListModel::modelReset);
    reload();
    QCOMPARE(reset.size(), 1);
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->rowOf(QStringLiteral("bitget/other")), 0);
}

void TestAccountListModel::clearEmpties()
{
    add(QStringLiteral("main"), QStringLiteral("works"));
    reload();
    m_model->setChecking(QStringLiteral("bitget/main"), true);
    QSignalSpy reloaded(m_model.get(), &AccountListModel::reloaded);
    m_model->clear();
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(m_model->account(0), nullptr);
    QCOMPARE(reloaded.size(), 1);
    reload();
    QCOMPARE(at(0, AccountListModel::StateTextRole).toString(), QStringLiteral("Works")); // the check went with the lock
}

void TestAccountListModel::lockedIsNoProblem()
{
    add(QStringLiteral("main"), QStringLiteral("works"));
    reload();
    VERIFY_OK(await(m_bench->host->lock(service::LockReason::User)));
    reload();
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(m_model->problem(), StripMessage{});
}

void TestAccountListModel::unreadableIsAProblem()
{
    add(QStringLiteral("main"), QStringLiteral("works"));
    reload();
    const QString damage = QStringLiteral("UPDATE record SET meta = zeroblob(200) WHERE kind = 1");
    QVERIFY(vaulttest::tamper(m_bench->home.path(), damage) > 0);
    QSignalSpy reloaded(m_model.get(), &AccountListModel::reloaded);
    m_model->reload();
    QTRY_COMPARE(m_model->problem().level, StripMessage::Level::Bad);
    QVERIFY(!reloaded.isEmpty());
    QCOMPARE(m_model->rowCount(), 0); // nothing that might be false is shown
    QVERIFY2(m_model->problem().title.startsWith(QStringLiteral("The vault was damaged")),
             qPrintable(m_model->problem().title));
    m_model->clear();
    QCOMPARE(m_model->problem(), StripMessage{});
}

/// The vault's thread has read the accounts already when the user locks: they must not come back into the emptied list.
void TestAccountListModel::resultAfterTheLockIsDropped()
{
    add(QStringLiteral("main"), QStringLiteral("works"));
    m_model->reload();
    m_bench->host->withSession([](vault::Session &) -> base::Result<bool> { return true; }).waitForFinished();
    const auto locked = m_bench->host->lock(service::LockReason::User);
    m_model->clear();
    QSignalSpy reloaded(m_model.get(), &AccountListModel::reloaded);
    QCoreApplication::processEvents(); // the whole rest of the chain is in this thread's queue
    VERIFY_OK(await(locked));
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(reloaded.size(), 0);
}

/// An error comes a turn or two sooner than a list, so it may overtake the answer to a question before it.
void TestAccountListModel::olderResultIsDropped()
{
    add(QStringLiteral("main"), QStringLiteral("works"));
    const auto finishJobs = [this] {
        m_bench->host->withSession([](vault::Session &) -> base::Result<bool> { return true; }).waitForFinished();
    };
    m_model->reload();
    finishJobs();
    const QString damage = QStringLiteral("UPDATE record SET meta = zeroblob(200) WHERE kind = 1");
    QVERIFY(vaulttest::tamper(m_bench->home.path(), damage) > 0);
    m_model->reload();
    finishJobs();
    QTRY_COMPARE(m_model->problem().level, StripMessage::Level::Bad);
    QCoreApplication::processEvents();
    QCOMPARE(m_model->problem().level, StripMessage::Level::Bad);
    QCOMPARE(m_model->rowCount(), 0);
}

LATCHKEY_TEST_MAIN(TestAccountListModel)
#include "tst_accountlistmodel.moc"
