// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/activitymodel.h"

#include "service/servicefixture.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTimer>

using presentation::ActivityModel;
using presentation::StripMessage;
using servicetest::Bench;
using testsupport::await;

namespace {

service::AuditFilter uses()
{
    return {{}, service::AuditGroup::Uses, 0};
}

} // namespace

class TestActivityModel final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void columns();
    void readsInPieces();
    void noRowTwice();
    void searchFindsWhatIsFarBack();
    void refreshPutsOnTop();
    void refreshAfterVeryMany();
    void clearDropsWhatComesLate();
    void damageIsTold();
    void hundredThousandEntries();

private:
    /// `count` uses by the program `who`, in one transaction.
    void use(int count, const QString &who);
    [[nodiscard]] QString cell(int row, int column) const { return m_model->index(row, column).data().toString(); }

    std::unique_ptr<Bench> m_bench;
    std::unique_ptr<ActivityModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestActivityModel::init()
{
    testsupport::failOnUnexpectedWarnings();
    m_bench = std::make_unique<Bench>();
    m_model = std::make_unique<ActivityModel>(*m_bench->integrity);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestActivityModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_bench.reset();
}

void TestActivityModel::use(int count, const QString &who)
{
    QList<vault::AuditEvent> events;
    for (int i = 0; i < count; ++i) {
        vault::AuditEvent event = vaulttest::auditEvent(QStringLiteral("released"));
        event.name = QStringLiteral("bitget/main");
        event.program = who;
        events << event;
    }
    VERIFY_OK(await(m_bench->host->withSession([events](vault::Session &session) -> base::Result<bool> {
        LATCHKEY_CHECK(session.release(events, [] { return base::Result<void>(); }));
        return true;
    }),
                    120'000));
}

void TestActivityModel::columns()
{
    use(1, QStringLiteral("freqtrade"));
    QCOMPARE(m_model->rowCount(), 0);
    QVERIFY(!m_model->canFetchMore({})); // nobody asked for it yet
    m_model->reload();
    QVERIFY(m_model->isReading());
    QTRY_VERIFY(m_model->isComplete());
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(cell(0, ActivityModel::WhatColumn), QStringLiteral("Value read"));
    QCOMPARE(cell(0, ActivityModel::NameColumn), QStringLiteral("bitget/main"));
    QCOMPARE(cell(0, ActivityModel::ProgramColumn), QStringLiteral("freqtrade"));
    QCOMPARE(cell(0, ActivityModel::OutcomeColumn), QStringLiteral("Done"));
    QVERIFY(cell(0, ActivityModel::TimeColumn).contains(QRegularExpression(QStringLiteral("\\d\\d:\\d\\d:05$"))));
    QCOMPARE(cell(1, ActivityModel::WhatColumn), QStringLiteral("Vault created"));
    for (int column = 0; column < ActivityModel::kColumns; ++column)
        QVERIFY(!m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
}

void TestActivityModel::readsInPieces()
{
    m_tester.reset(); // it would read on by itself
    use(2 * ActivityModel::kPage, QStringLiteral("p"));
    m_model->reload();
    QTRY_VERIFY(!m_model->isReading());
    QCOMPARE(m_model->rowCount(), ActivityModel::kPage);
    QVERIFY(!m_model->isComplete());
    QVERIFY(m_model->canFetchMore({}));
    m_model->fetchMore({});
    m_model->fetchMore({}); // one at a time
    QTRY_VERIFY(!m_model->isReading());
    QCOMPARE(m_model->rowCount(), 2 * ActivityModel::kPage);
    m_model->fetchMore({});
    QTRY_VERIFY(m_model->isComplete());
    QCOMPARE(m_model->rowCount(), 2 * ActivityModel::kPage + 1);
    QVERIFY(!m_model->canFetchMore({}));
}

/// A view may ask for more in the midst of an insertion.
void TestActivityModel::noRowTwice()
{
    m_tester.reset();
    use(2 * ActivityModel::kPage, QStringLiteral("p"));
    connect(m_model.get(), &QAbstractItemModel::rowsInserted, m_model.get(), [this] { m_model->fetchMore({}); });
    m_model->reload();
    QTRY_VERIFY(!m_model->isReading());
    while (m_model->canFetchMore({})) {
        m_model->fetchMore({});
        QTRY_VERIFY(!m_model->isReading());
    }
    QCOMPARE(m_model->rowCount(), 2 * ActivityModel::kPage + 1);
}

void TestActivityModel::searchFindsWhatIsFarBack()
{
    use(1, QStringLiteral("needle"));
    use(5000, QStringLiteral("hay"));
    m_model->reload();
    QTRY_VERIFY(!m_model->isReading());
    m_model->setFilter({QStringLiteral("Needle"), service::AuditGroup::All, 0});
    QCOMPARE(m_model->rowCount(), 0);
    QTRY_VERIFY(m_model->isComplete());
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(cell(0, ActivityModel::ProgramColumn), QStringLiteral("needle"));
    m_model->setFilter({QStringLiteral("nowhere"), service::AuditGroup::All, 0});
    QTRY_VERIFY(m_model->isComplete());
    QCOMPARE(m_model->rowCount(), 0);
}

void TestActivityModel::refreshPutsOnTop()
{
    m_model->refresh(); // not asked for yet: nothing to refresh
    QVERIFY(!m_model->isReading());
    use(1, QStringLiteral("one"));
    m_model->setFilter(uses());
    m_model->reload();
    QTRY_VERIFY(m_model->isComplete());
    const QPersistentModelIndex one = m_model->index(0, ActivityModel::ProgramColumn);
    use(2, QStringLiteral("two"));
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_model->refresh();
    QTRY_COMPARE(m_model->rowCount(), 3);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(reset.size(), 0); // whoever reads further down is not thrown back
    QCOMPARE(one.row(), 2);
    QCOMPARE(cell(0, ActivityModel::ProgramColumn), QStringLiteral("two"));
}

void TestActivityModel::refreshAfterVeryMany()
{
    m_tester.reset(); // it would read on by itself
    use(1, QStringLiteral("one"));
    m_model->setFilter(uses());
    m_model->reload();
    QTRY_VERIFY(m_model->isComplete());
    use(2 * ActivityModel::kPage, QStringLiteral("two"));
    m_model->refresh();
    QTRY_COMPARE(m_model->rowCount(), ActivityModel::kPage);
    while (m_model->canFetchMore({})) {
        m_model->fetchMore({});
        QTRY_VERIFY(!m_model->isReading());
    }
    QCOMPARE(m_model->rowCount(), 2 * ActivityModel::kPage + 1); // none twice, none left out
}

void TestActivityModel::clearDropsWhatComesLate()
{
    QSignalSpy read(m_model.get(), &ActivityModel::read);
    m_model->reload();
    m_model->clear();
    VERIFY_OK(await(m_bench->integrity->entries(0, 1))); // the vault thread has answered what came before
    QCoreApplication::processEvents();
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(read.size(), 0);
    QVERIFY(!m_model->isReading());
}

void TestActivityModel::damageIsTold()
{
    use(3, QStringLiteral("p"));
    QVERIFY(vaulttest::tamper(m_bench->home.path(), QStringLiteral("UPDATE audit SET mac = randomblob(32) WHERE seq = 2"))
            > 0);
    m_model->reload();
    QTRY_COMPARE(m_model->problem().level, StripMessage::Level::Bad);
    QVERIFY(m_model->problem().title.contains(QStringLiteral("audit entry 2")));
    QVERIFY(!m_model->canFetchMore({}));
}

/// A log of years. The window must not stand still, and the first rows must not wait for the last.
void TestActivityModel::hundredThousandEntries()
{
    m_tester.reset();
    for (int i = 0; i < 10; ++i)
        use(10'000, QStringLiteral("bot %1").arg(i));
    QTimer beat;
    QElapsedTimer since;
    qint64 longest = 0;
    connect(&beat, &QTimer::timeout, this, [&] { longest = std::max(longest, since.restart()); });
    since.start();
    beat.start(5);
    QElapsedTimer first;
    first.start();
    m_model->reload();
    QTRY_VERIFY(m_model->rowCount() > 0);
    const qint64 shown = first.elapsed();
    m_model->setFilter({QStringLiteral("no such program"), service::AuditGroup::All, 0});
    QTRY_VERIFY_WITH_TIMEOUT(m_model->isComplete(), 100'000);
    beat.stop();
    qInfo("first rows after %lld ms, the whole log searched after %lld ms, longest pause %lld ms",
          static_cast<long long>(shown), static_cast<long long>(first.elapsed()), static_cast<long long>(longest));
#ifndef LATCHKEY_SANITIZED
    QVERIFY(longest < 300); // 100 ms are the rule; threefold, because a test machine has other things to do
    QVERIFY(shown < 1000);
#endif
}

LATCHKEY_TEST_MAIN(TestActivityModel)
#include "tst_activitymodel.moc"
