// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/backupschedule.h"

#include "service/servicefixture.h"
#include "support/testmain.h"

#include <QDir>
#include <QObject>
#include <QSignalSpy>

using base::ErrorCode;
using servicetest::Bench;
using testsupport::await;
using Outcome = service::BackupSchedule::Outcome;

namespace {

constexpr std::int64_t kHour = 3'600'000;
constexpr std::int64_t kDay = 24 * kHour;

} // namespace

class TestBackupSchedule final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_bench = std::make_unique<Bench>();
        m_backups = std::make_unique<service::Backups>(service::Backups::Parts{
            *m_bench->host, {m_bench->home.environment(), m_bench->noKeychain, m_bench->gate}, {QStringLiteral("test")}});
        m_schedule = std::make_unique<service::BackupSchedule>(*m_bench->host, *m_backups);
        m_folder = m_bench->home.file(QStringLiteral("copies"));
        QVERIFY(QDir().mkpath(m_folder));
    }
    void cleanup()
    {
        m_schedule.reset();
        m_backups.reset();
        m_bench.reset();
    }

    void nothingIsPlannedAtFirst()
    {
        const auto outcome = await(m_schedule->runIfDue());
        VERIFY_OK(outcome);
        QCOMPARE(*outcome, Outcome::NothingPlanned);
    }

    void thePlanStandsInTheVault()
    {
        const service::BackupPlan plan{service::BackupPeriod::Weekly, m_folder, 3};
        VERIFY_OK(await(m_schedule->setPlan(plan)));
        const auto stored = await(m_schedule->plan());
        VERIFY_OK(stored);
        QVERIFY(*stored == plan);
        for (const service::BackupPlan &bad :
             {service::BackupPlan{service::BackupPeriod::Daily, m_folder + QStringLiteral("/absent"), 3},
              service::BackupPlan{service::BackupPeriod::Daily, QStringLiteral("relative"), 3},
              service::BackupPlan{service::BackupPeriod::Daily, m_folder, 0},
              service::BackupPlan{service::BackupPeriod::Daily, m_folder, service::kMostBackupsKept + 1}})
            COMPARE_CODE(await(m_schedule->setPlan(bad)), ErrorCode::InvalidArgument);
        VERIFY_OK(await(m_schedule->setPlan({})));
        const auto off = await(m_schedule->plan());
        VERIFY_OK(off);
        QVERIFY(*off == service::BackupPlan()); // the usual number, where none is planned
    }

    void oneADayAndTheNewestStay()
    {
        plan(2);
        QCOMPARE(run(), QStringLiteral("made"));
        QCOMPARE(run(), QStringLiteral("not due"));
        m_bench->home.clock.advance(kDay - 1000);
        QCOMPARE(run(), QStringLiteral("not due"));
        m_bench->home.clock.advance(1000);
        QCOMPARE(run(), QStringLiteral("made"));
        QCOMPARE(names().size(), 2);
        const QString oldest = names().first();
        // Missed for a week: one, not seven.
        m_bench->home.clock.advance(7 * kDay);
        QCOMPARE(run(), QStringLiteral("made"));
        QCOMPARE(run(), QStringLiteral("not due"));
        QCOMPARE(names().size(), 2);
        QVERIFY(!names().contains(oldest));
        QCOMPARE(m_schedule->lastMadeAtMs(), m_bench->home.clock.nowMs());
    }

    void nothingElseIsTouched()
    {
        plan(1);
        QCOMPARE(run(), QStringLiteral("made"));
        const QString own = names().first();
        // The name of one, but not the content; the content, but not the name; another vault's.
        QVERIFY(vaulttest::writeFile(m_folder + u'/' + own.left(17) + QStringLiteral("20000101T000000Z.lkb"), "no backup"));
        QVERIFY(QFile::copy(m_folder + u'/' + own, m_folder + QStringLiteral("/mine.lkb")));
        QVERIFY(QFile::copy(m_folder + u'/' + own, m_folder + QStringLiteral("/latchkey-00000000-20000101T000000Z.lkb")));
        QVERIFY(vaulttest::writeFile(m_folder + QStringLiteral("/letter.txt"), "x"));
        QStringList others = names();
        others.removeOne(own);
        m_bench->home.clock.advance(2 * kDay);
        QCOMPARE(run(), QStringLiteral("made"));
        QVERIFY(!names().contains(own));
        for (const QString &name : std::as_const(others))
            QVERIFY2(names().contains(name), qPrintable(name));
        QCOMPARE(names().size(), others.size() + 1);
    }

    void aClockThatWasWrongStopsNothing()
    {
        plan(5);
        const std::int64_t now = m_bench->home.clock.nowMs();
        m_bench->home.clock.setNow(now + 1000 * kDay);
        QCOMPARE(run(), QStringLiteral("made"));
        m_bench->home.clock.setNow(now);
        QCOMPARE(run(), QStringLiteral("made"));
        QCOMPARE(run(), QStringLiteral("not due"));
    }

    void aFailureIsToldAndNotRepeatedAtOnce()
    {
        plan(2);
        QVERIFY(QDir(m_folder).removeRecursively());
        QSignalSpy told(m_schedule.get(), &service::BackupSchedule::statusChanged);
        COMPARE_CODE(await(m_schedule->runIfDue()), ErrorCode::IoFailure);
        QCOMPARE(told.size(), 1);
        QVERIFY(m_schedule->lastFailure().has_value());
        QCOMPARE(m_bench->auditKinds().last(), QStringLiteral("backup-failed"));
        QVERIFY(!QFileInfo::exists(m_folder)); // never made: it may be a disk that is not there
        QVERIFY(QDir().mkpath(m_folder));
        m_bench->home.clock.advance(kHour - 1);
        QCOMPARE(run(), QStringLiteral("not due"));
        QVERIFY(m_schedule->lastFailure().has_value());
        m_bench->home.clock.advance(1);
        QCOMPARE(run(), QStringLiteral("made"));
        QVERIFY(!m_schedule->lastFailure().has_value());
        QCOMPARE(told.size(), 2);
    }

    void anotherPlanIsTriedAtOnce()
    {
        plan(2);
        QVERIFY(QDir(m_folder).removeRecursively());
        COMPARE_CODE(await(m_schedule->runIfDue()), ErrorCode::IoFailure);
        QVERIFY(QDir().mkpath(m_folder));
        QCOMPARE(run(), QStringLiteral("not due"));
        QSignalSpy told(m_schedule.get(), &service::BackupSchedule::statusChanged);
        plan(2); // mended, and stored once more
        QCOMPARE(told.size(), 1);
        QVERIFY(!m_schedule->lastFailure().has_value());
        QCOMPARE(run(), QStringLiteral("made"));
    }

    void aPlanThatAnotherProgramStoredIsTriedAtOnce()
    {
        plan(2);
        QVERIFY(QDir(m_folder).removeRecursively());
        COMPARE_CODE(await(m_schedule->runIfDue()), ErrorCode::IoFailure);
        const QString other = m_bench->home.file(QStringLiteral("elsewhere"));
        QVERIFY(QDir().mkpath(other));
        service::BackupSchedule commandLine(*m_bench->host, *m_backups);
        VERIFY_OK(await(commandLine.setPlan({service::BackupPeriod::Daily, other, 2})));
        QCOMPARE(run(), QStringLiteral("made"));
        QVERIFY(!m_schedule->lastFailure().has_value());
    }

    void aRefusedPlanForgetsNothing()
    {
        plan(2);
        QVERIFY(QDir(m_folder).removeRecursively());
        COMPARE_CODE(await(m_schedule->runIfDue()), ErrorCode::IoFailure);
        COMPARE_CODE(await(m_schedule->setPlan({service::BackupPeriod::Daily, m_folder, 2})), ErrorCode::InvalidArgument);
        QVERIFY(m_schedule->lastFailure().has_value());
        QVERIFY(QDir().mkpath(m_folder));
        QCOMPARE(run(), QStringLiteral("not due"));
    }

    /// A restore brings another vault into the same process: what became of backups of the one before is not its own.
    void eachVaultHasAStateOfItsOwn()
    {
        const QString path = m_bench->home.file(QStringLiteral("b.lkb"));
        service::BackupRequest request;
        request.path = path;
        VERIFY_OK(await(m_backups->create(std::move(request))));
        plan(2);
        QCOMPARE(run(), QStringLiteral("made"));
        const QUuid before = m_schedule->vault();
        QVERIFY(!before.isNull());
        QVERIFY(QDir(m_folder).removeRecursively());
        m_bench->home.clock.advance(kDay);
        COMPARE_CODE(await(m_schedule->runIfDue()), ErrorCode::IoFailure);
        service::RestoreRequest order;
        order.path = path;
        order.ways.recoveryKey = vaulttest::secret(m_bench->home.recoveryText.toStdString());
        order.replace = true;
        VERIFY_OK(await(m_backups->restore(std::move(order))));
        service::WaysIn ways;
        ways.recoveryKey = vaulttest::secret(m_bench->home.recoveryText.toStdString());
        VERIFY_OK(await(m_bench->host->unlock(std::move(ways))));
        QSignalSpy told(m_schedule.get(), &service::BackupSchedule::statusChanged);
        const auto outcome = await(m_schedule->runIfDue());
        VERIFY_OK(outcome);
        QCOMPARE(*outcome, Outcome::NothingPlanned); // the plan came later than the backup
        QVERIFY(m_schedule->vault() != before);
        QVERIFY(!m_schedule->lastFailure().has_value());
        QCOMPARE(m_schedule->lastMadeAtMs(), std::int64_t{0});
        QCOMPARE(told.size(), 1);
    }

    void anUnlockIsEnough()
    {
        plan(2);
        VERIFY_OK(await(m_bench->host->lock(service::LockReason::User)));
        m_schedule->start(std::chrono::hours(24));
        QCOMPARE(names(), QStringList());
        QSignalSpy told(m_schedule.get(), &service::BackupSchedule::statusChanged);
        m_bench->unlock();
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(names().size(), 1);
    }

private:
    void plan(int keep) { VERIFY_OK(await(m_schedule->setPlan({service::BackupPeriod::Daily, m_folder, keep}))); }
    [[nodiscard]] QString run()
    {
        const auto outcome = await(m_schedule->runIfDue());
        if (!outcome)
            return vaulttest::describe(outcome.error());
        return *outcome == Outcome::Made ? QStringLiteral("made") : QStringLiteral("not due");
    }
    [[nodiscard]] QStringList names() const { return QDir(m_folder).entryList(QDir::Files, QDir::Name); }

    std::unique_ptr<Bench> m_bench;
    std::unique_ptr<service::Backups> m_backups;
    std::unique_ptr<service::BackupSchedule> m_schedule;
    QString m_folder;
};

LATCHKEY_TEST_MAIN(TestBackupSchedule)
#include "tst_backupschedule.moc"
