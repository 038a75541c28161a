// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/undoableremoval.h"

#include "service/servicefixture.h"
#include "support/testmain.h"

#include <QSignalSpy>

using presentation::UndoableRemoval;
using testsupport::await;

namespace {

const QString kFirst = QStringLiteral("first");
const QString kSecond = QStringLiteral("second");
const QString kGone = QStringLiteral("not_found");
constexpr std::chrono::milliseconds kShort{1};

} // namespace

class TestUndoableRemoval final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_bench = std::make_unique<servicetest::Bench>();
        m_removals = std::make_unique<service::Removals>(*m_bench->host, service::Caller{QStringLiteral("test")});
        m_bench->putSecret(kFirst, {QStringLiteral("value=1")});
        m_bench->putSecret(kSecond, {QStringLiteral("value=2")});
    }
    void cleanup()
    {
        m_removals.reset();
        m_bench.reset();
    }

    void undone()
    {
        UndoableRemoval removal(*m_removals);
        QVERIFY(!removal.isPending());
        COMPARE_CODE(await(removal.undo()), base::ErrorCode::NotFound);
        VERIFY_OK(await(removal.remove(kFirst)));
        QVERIFY(removal.isPending());
        QCOMPARE(m_bench->got(kFirst), kGone);
        const auto back = await(removal.undo());
        VERIFY_OK(back);
        QCOMPARE(back->name, kFirst);
        QCOMPARE(m_bench->got(kFirst), QStringLiteral("1"));
        QVERIFY(!removal.isPending());
        COMPARE_CODE(await(removal.undo()), base::ErrorCode::NotFound);
        QVERIFY(!isPurged());
    }

    void whatIsNotThereIsNotPending()
    {
        UndoableRemoval removal(*m_removals);
        COMPARE_CODE(await(removal.remove(QStringLiteral("third"))), base::ErrorCode::NotFound);
        QVERIFY(!removal.isPending());
    }

    void timeIsOver()
    {
        UndoableRemoval removal(*m_removals, kShort);
        QSignalSpy over(&removal, &UndoableRemoval::timeIsOver);
        const auto removed = await(removal.remove(kFirst));
        VERIFY_OK(removed);
        QTRY_COMPARE(over.size(), 1);
        QVERIFY(!removal.isPending());
        COMPARE_CODE(await(m_removals->undo(removed->id)), base::ErrorCode::NotFound);
        QVERIFY(isPurged());
        QCOMPARE(over.size(), 1);
    }

    /// The strip has room for one: what it no longer offers to put back is deleted, what it offers now is not.
    void theNextRemovalEndsTheTimeOfTheFormer()
    {
        UndoableRemoval removal(*m_removals);
        QSignalSpy over(&removal, &UndoableRemoval::timeIsOver);
        const auto first = await(removal.remove(kFirst));
        VERIFY_OK(first);
        m_bench->home.clock.advance(1);
        VERIFY_OK(await(removal.remove(kSecond)));
        QCOMPARE(over.size(), 1);
        COMPARE_CODE(await(m_removals->undo(first->id)), base::ErrorCode::NotFound);
        VERIFY_OK(await(removal.undo()));
        QCOMPARE(m_bench->got(kSecond), QStringLiteral("2"));
    }

    /// Two pages, each with an offer of its own.
    void theOtherPageKeepsItsTime()
    {
        UndoableRemoval here(*m_removals, std::chrono::milliseconds(500));
        UndoableRemoval there(*m_removals);
        QSignalSpy over(&here, &UndoableRemoval::timeIsOver);
        VERIFY_OK(await(here.remove(kFirst)));
        m_bench->home.clock.advance(1);
        VERIFY_OK(await(there.remove(kSecond)));
        QTRY_COMPARE(over.size(), 1);
        QTRY_VERIFY(isPurged());
        VERIFY_OK(await(there.undo()));
        QCOMPARE(m_bench->got(kSecond), QStringLiteral("2"));
    }

    /// One page's later removals end its own earlier one, and not what the other page removed before them.
    void anEarlierOfferOfAnotherPageStays()
    {
        m_bench->putSecret(QStringLiteral("third"), {QStringLiteral("value=3")});
        UndoableRemoval here(*m_removals);
        UndoableRemoval there(*m_removals);
        VERIFY_OK(await(here.remove(kFirst)));
        m_bench->home.clock.advance(1);
        VERIFY_OK(await(there.remove(kSecond)));
        m_bench->home.clock.advance(1);
        VERIFY_OK(await(there.remove(QStringLiteral("third"))));
        QTRY_VERIFY(isPurged());
        VERIFY_OK(await(here.undo()));
        QVERIFY(m_bench->got(kFirst) != kGone);
        QCOMPARE(m_bench->got(kSecond), kGone);
    }

    /// The time is over while the vault is locked: it stays gone, and the next unlock for long deletes it.
    void aLockInBetween()
    {
        UndoableRemoval removal(*m_removals, std::chrono::milliseconds(50));
        QSignalSpy over(&removal, &UndoableRemoval::timeIsOver);
        VERIFY_OK(await(removal.remove(kFirst)));
        VERIFY_OK(await(m_bench->host->lock(service::LockReason::User)));
        QTRY_COMPARE(over.size(), 1);
        m_bench->unlock();
        QCOMPARE(m_bench->got(kFirst), kGone);
        COMPARE_CODE(await(removal.undo()), base::ErrorCode::NotFound);
    }

private:
    bool isPurged() { return m_bench->auditKinds().contains(QStringLiteral("credential-purged")); }

    std::unique_ptr<servicetest::Bench> m_bench;
    std::unique_ptr<service::Removals> m_removals;
};

LATCHKEY_TEST_MAIN(TestUndoableRemoval)
#include "tst_undoableremoval.moc"
