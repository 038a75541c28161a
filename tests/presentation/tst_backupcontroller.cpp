// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/backupcontroller.h"

#include "service/heldgate.h"
#include "service/servicefixture.h"
#include "support/testmain.h"

#include <QDateTime>
#include <QDir>
#include <QLocale>
#include <QSignalSpy>

using base::ErrorCode;
using presentation::BackupController;
using presentation::StripMessage;
using service::BackupPeriod;
using service::BackupPlan;
using servicetest::Occupied;
using testsupport::await;
using vaulttest::secret;

namespace {

constexpr int kPatience = 60'000;
constexpr std::int64_t kDay = 24LL * 3'600'000;

QString timeText(std::int64_t ms)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms), QLocale::ShortFormat);
}

/// An open vault with a secret, and what the section "Backup" has of it.
struct Section {
    Section()
    {
        bench.putSecret(QStringLiteral("s"), {QStringLiteral("value=kept")});
        if (!QDir().mkpath(folder))
            qFatal("no folder");
        reload();
    }
    void reload()
    {
        controller.reload();
        if (!QTest::qWaitFor([this] { return controller.isReady(); }, kPatience))
            qFatal("the vault was not read");
    }
    /// A whole backup, made past the controller.
    [[nodiscard]] QString made(const QString &name)
    {
        service::BackupRequest request;
        request.path = bench.home.file(name);
        const auto report = await(backups.create(std::move(request)));
        if (!report)
            qFatal("no backup");
        return report->path;
    }
    [[nodiscard]] BackupPlan stored()
    {
        const auto plan = await(schedule.plan());
        if (!plan)
            qFatal("no plan");
        return *plan;
    }
    /// The name that a planned backup would get now is taken.
    void block() const
    {
        const QString name = service::backupFileName(bench.home.vaultId, bench.home.clock.nowMs());
        if (!vaulttest::writeFile(folder + u'/' + name, "somebody's"))
            qFatal("no file in the way");
    }
    [[nodiscard]] QStringList names() const { return QDir(bench.home.file(QString())).entryList(QDir::Files, QDir::Name); }
    [[nodiscard]] StripMessage::Level level() const { return controller.message().level; }

    servicetest::Bench bench;
    servicetest::HeldGate gate;
    service::Backups backups{{*bench.host, {bench.home.environment(), bench.noKeychain, gate}, {QStringLiteral("test")}}};
    service::BackupSchedule schedule{*bench.host, backups};
    QString folder = bench.home.file(QStringLiteral("copies"));
    BackupController controller{{*bench.host, backups, schedule, *bench.integrity}};
    QSignalSpy changed{&controller, &BackupController::changed};
};

} // namespace

class TestBackupController final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void beginsEmpty();
    void makesOne();
    void findsTheLatestInTheLog();
    void unconfirmedRecoveryKey();
    void refusals_data();
    void refusals();
    void damagedVault();
    void cancelEndsItsOwnAlone();
    void lockEndsIt();
    void clearDropsAnswers();
    void switchesWhileABackupRuns();
    void plan();
    void thePlanThatIsOffKeepsWhatWasShown();
    void quickSwitches();
    void planIsNotStoredInALockedVault();
    void failureIsToldUntilItIsMended();
    void failureOfAnotherVaultIsNotTold();
};

void TestBackupController::beginsEmpty()
{
    Section section;
    QCOMPARE(section.controller.stateText(), QStringLiteral("No backup was made from here yet."));
    QVERIFY(!section.controller.hasFailed());
    QCOMPARE(section.controller.message(), StripMessage());
    QCOMPARE(section.controller.plan(), BackupPlan());
    QCOMPARE(section.controller.suggestedName(),
             service::backupFileName(section.bench.home.vaultId, section.bench.home.clock.nowMs()));
    section.controller.clear();
    QVERIFY(!section.controller.isReady());
}

void TestBackupController::makesOne()
{
    Section section;
    const QString path = section.bench.home.file(QStringLiteral("one.lkb"));
    section.controller.backUp(path);
    QVERIFY(section.controller.isBusy() && !section.controller.isReady());
    QCOMPARE(section.level(), StripMessage::Level::Busy);
    QCOMPARE(section.controller.message().title, QStringLiteral("Making the backup..."));
    section.controller.backUp(section.bench.home.file(QStringLiteral("double click.lkb")));
    QTRY_VERIFY_WITH_TIMEOUT(!section.controller.isBusy(), kPatience);
    QVERIFY(section.controller.isReady());
    QCOMPARE(section.level(), StripMessage::Level::Ok);
    QCOMPARE(section.controller.message().title, QStringLiteral("The backup was made."));
    QVERIFY(section.controller.message().text.endsWith(QStringLiteral("read again and compared: %1.").arg(path)));
    QCOMPARE(section.controller.stateText(),
             QStringLiteral("Last backup: %1.").arg(timeText(section.bench.home.clock.nowMs())));
    QCOMPARE(section.names(), QStringList{QStringLiteral("one.lkb")});
    QCOMPARE(section.bench.auditKinds().count(QStringLiteral("backup-made")), 1);
}

void TestBackupController::findsTheLatestInTheLog()
{
    Section section;
    const std::int64_t at = section.bench.home.clock.nowMs();
    static_cast<void>(section.made(QStringLiteral("by the command line.lkb")));
    section.bench.home.clock.advance(kDay);
    for (int i = 0; i < 3; ++i)
        section.bench.putSecret(QStringLiteral("later %1").arg(i), {QStringLiteral("value=x")});
    section.controller.reload();
    QTRY_COMPARE(section.controller.stateText(), QStringLiteral("Last backup: %1.").arg(timeText(at)));
    section.controller.clear();
    QCOMPARE(section.controller.stateText(), QStringLiteral("No backup was made from here yet."));
}

void TestBackupController::unconfirmedRecoveryKey()
{
    vaulttest::Home home;
    servicetest::OpenGate gate;
    keychain::DisabledKeychain keychain;
    const service::HostPorts ports{home.environment(), keychain, gate};
    service::VaultHost host(ports, home.path());
    service::NewVault request;
    request.method = vault::SlotKind::Passphrase;
    request.passphrase = secret(vaulttest::Home::kPassphrase);
    VERIFY_OK(await(host.create(std::move(request)), kPatience));
    service::Backups backups({host, ports, {QStringLiteral("test")}});
    service::BackupSchedule schedule(host, backups);
    service::Integrity integrity(host);
    BackupController controller({host, backups, schedule, integrity});
    controller.backUp(home.file(QStringLiteral("one.lkb")));
    QTRY_VERIFY_WITH_TIMEOUT(!controller.isBusy(), kPatience);
    QCOMPARE(controller.message().level, StripMessage::Level::Warn);
    QVERIFY(controller.message().title.endsWith(QStringLiteral("nobody has confirmed the recovery key.")));
    QVERIFY(controller.message().text.endsWith(QStringLiteral("confirm the recovery key above.")));
}

void TestBackupController::refusals_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("details");
    QTest::newRow("something is there") << QStringLiteral("taken.lkb") << QStringLiteral("already_exists");
    QTest::newRow("no such folder") << QStringLiteral("absent/one.lkb") << QStringLiteral("io_failure");
    QTest::newRow("a file instead of a folder") << QStringLiteral("taken.lkb/one.lkb") << QStringLiteral("io_failure");
    QTest::newRow("where nothing can be written") << QStringLiteral("/proc/one.lkb") << QStringLiteral("io_failure");
}

void TestBackupController::refusals()
{
    QFETCH(const QString, name);
    Section section;
    const QString taken = section.bench.home.file(QStringLiteral("taken.lkb"));
    QVERIFY(vaulttest::writeFile(taken, "somebody's"));
    section.controller.backUp(name.startsWith(u'/') ? name : section.bench.home.file(name));
    QTRY_VERIFY_WITH_TIMEOUT(!section.controller.isBusy(), kPatience);
    QCOMPARE(section.level(), StripMessage::Level::Bad);
    QTEST(section.controller.message().details, "details");
    QVERIFY(!section.controller.message().title.isEmpty() && !section.controller.message().text.isEmpty());
    QCOMPARE(vaulttest::contentOf(taken), QByteArray("somebody's"));
    QCOMPARE(section.names(), QStringList{QStringLiteral("taken.lkb")});
    QVERIFY(section.controller.isReady()); // another place can be tried
    QCOMPARE(section.controller.stateText(), QStringLiteral("No backup was made from here yet."));
}

/// Better none than one of a vault that is not whole.
void TestBackupController::damagedVault()
{
    Section section;
    const QString statement = QStringLiteral("UPDATE record SET secret = zeroblob(length(secret)) WHERE secret IS NOT NULL");
    QVERIFY(vaulttest::tamper(section.bench.home.path(), statement) > 0);
    section.controller.backUp(section.bench.home.file(QStringLiteral("one.lkb")));
    QTRY_VERIFY_WITH_TIMEOUT(!section.controller.isBusy(), kPatience);
    QCOMPARE(section.level(), StripMessage::Level::Bad);
    QCOMPARE(section.controller.message().details, QStringLiteral("integrity_failure"));
    QCOMPARE(section.names(), QStringList());
}

void TestBackupController::cancelEndsItsOwnAlone()
{
    Section section;
    const QString whole = section.made(QStringLiteral("whole.lkb"));
    section.bench.home.clock.advance(kDay);
    VERIFY_OK(await(section.schedule.setPlan({BackupPeriod::Daily, section.folder, 7})));
    section.controller.cancel(); // nothing runs
    {
        const Occupied occupied(section.gate, section.backups, whole);
        auto planned = section.schedule.runIfDue();
        section.controller.backUp(section.bench.home.file(QStringLiteral("one.lkb")));
        section.controller.cancel();
        QVERIFY(section.controller.isBusy()); // until it has ended
    }
    QTRY_VERIFY_WITH_TIMEOUT(!section.controller.isBusy(), kPatience);
    QCOMPARE(section.controller.message(), StripMessage()); // whoever cancels knows
    QCOMPARE(section.names(), QStringList{QStringLiteral("whole.lkb")});
    QTRY_COMPARE_WITH_TIMEOUT(section.schedule.lastMadeAtMs(), section.bench.home.clock.nowMs(), kPatience);
    QCOMPARE(QDir(section.folder).entryList(QDir::Files).size(), 1);
    section.controller.backUp(section.bench.home.file(QStringLiteral("two.lkb"))); // an old order to stop ends no new one
    QTRY_COMPARE_WITH_TIMEOUT(section.level(), StripMessage::Level::Ok, kPatience);
}

void TestBackupController::lockEndsIt()
{
    Section section;
    const QString whole = section.made(QStringLiteral("whole.lkb"));
    {
        const Occupied occupied(section.gate, section.backups, whole);
        section.controller.backUp(section.bench.home.file(QStringLiteral("one.lkb")));
        VERIFY_OK(await(section.bench.host->lock(service::LockReason::User)));
    }
    QTRY_VERIFY_WITH_TIMEOUT(!section.controller.isBusy(), kPatience);
    QCOMPARE(section.controller.message(), StripMessage());
    QCOMPARE(section.names(), QStringList{QStringLiteral("whole.lkb")});
}

void TestBackupController::clearDropsAnswers()
{
    Section section;
    section.controller.backUp(section.bench.home.file(QStringLiteral("one.lkb")));
    section.controller.reload();
    section.controller.clear();
    section.changed.clear();
    QVERIFY(QFile::exists(section.made(QStringLiteral("after.lkb")))); // stands in line behind it
    QVERIFY(QFile::exists(section.bench.home.file(QStringLiteral("one.lkb"))));
    QVERIFY(section.changed.isEmpty());
    QVERIFY(!section.controller.isReady() && !section.controller.isBusy());
    QCOMPARE(section.controller.message(), StripMessage());
}

void TestBackupController::switchesWhileABackupRuns()
{
    Section section;
    const QString whole = section.made(QStringLiteral("whole.lkb"));
    const BackupPlan weekly{BackupPeriod::Weekly, section.folder, 3};
    {
        const Occupied occupied(section.gate, section.backups, whole);
        section.controller.backUp(section.bench.home.file(QStringLiteral("one.lkb")));
        section.controller.change(weekly);
        QTRY_COMPARE(section.stored(), weekly);
        QCoreApplication::processEvents();
        QCOMPARE(section.level(), StripMessage::Level::Busy); // the strip is not emptied by it
        section.controller.change({BackupPeriod::Weekly, section.folder + QStringLiteral("/absent"), 3});
        QTRY_COMPARE(section.level(), StripMessage::Level::Bad);
        QTRY_COMPARE(section.controller.plan(), weekly);
        QVERIFY(section.controller.isBusy());
        section.controller.change({});
        QCOMPARE(section.level(), StripMessage::Level::Busy);
    }
    QTRY_COMPARE_WITH_TIMEOUT(section.level(), StripMessage::Level::Ok, kPatience);
}

void TestBackupController::plan()
{
    Section section;
    const BackupPlan daily{BackupPeriod::Daily, section.folder, 2};
    section.controller.change(daily);
    QCOMPARE(section.controller.plan(), daily); // at once
    QTRY_COMPARE_WITH_TIMEOUT(section.schedule.lastMadeAtMs(), section.bench.home.clock.nowMs(), kPatience);
    QCOMPARE(section.stored(), daily);
    QCOMPARE(section.controller.stateText(),
             QStringLiteral("Last backup: %1.").arg(timeText(section.bench.home.clock.nowMs())));
    QCOMPARE(section.controller.message(), StripMessage());
    const qsizetype before = section.changed.size();
    section.controller.change(daily);
    QCOMPARE(section.changed.size(), before);
    for (const BackupPlan &bad : {BackupPlan{BackupPeriod::Daily, section.folder + QStringLiteral("/absent"), 2},
                                  BackupPlan{BackupPeriod::Daily, section.folder, 0}}) {
        section.controller.change(bad);
        QTRY_COMPARE(section.level(), StripMessage::Level::Bad);
        QCOMPARE(section.controller.message().details, QStringLiteral("invalid_argument"));
        QTRY_COMPARE(section.controller.plan(), daily); // taken back
    }
    section.controller.clear();
    QCOMPARE(section.controller.plan(), BackupPlan());
    section.reload();
    QTRY_COMPARE(section.controller.plan(), daily);
}

void TestBackupController::thePlanThatIsOffKeepsWhatWasShown()
{
    Section section;
    const BackupPlan daily{BackupPeriod::Daily, section.folder, 2};
    section.controller.change(daily);
    QTRY_VERIFY_WITH_TIMEOUT(section.schedule.lastMadeAtMs() != 0, kPatience);
    BackupPlan off = daily;
    off.period = BackupPeriod::Off;
    section.controller.change(off);
    QTRY_COMPARE(section.stored(), BackupPlan());
    section.controller.reload();
    QVERIFY(await(section.schedule.plan()).has_value());
    QCoreApplication::processEvents();
    QCOMPARE(section.controller.plan(), off);
    section.controller.clear();
    section.reload();
    QVERIFY(await(section.schedule.plan()).has_value());
    QCoreApplication::processEvents();
    QCOMPARE(section.controller.plan(), BackupPlan()); // after a lock the usual number again
}

/// Quicker than they are stored: the last one counts.
void TestBackupController::quickSwitches()
{
    Section section;
    section.controller.change({BackupPeriod::Daily, section.folder, 2});
    section.controller.change({BackupPeriod::Weekly, section.folder, 3});
    const BackupPlan last{BackupPeriod::Weekly, section.folder, 4};
    section.controller.change(last);
    section.controller.reload(); // an answer that is older than a switch takes nothing back
    QTRY_COMPARE(section.stored(), last);
    QTRY_VERIFY_WITH_TIMEOUT(section.schedule.lastMadeAtMs() != 0, kPatience);
    QCOMPARE(section.controller.plan(), last);
}

void TestBackupController::planIsNotStoredInALockedVault()
{
    Section section;
    VERIFY_OK(await(section.bench.host->lock(service::LockReason::User)));
    section.controller.change({BackupPeriod::Daily, section.folder, 2});
    section.controller.clear(); // as the page does
    section.bench.unlock();
    QCOMPARE(section.stored(), BackupPlan());
    QCOMPARE(section.controller.message(), StripMessage());
}

void TestBackupController::failureIsToldUntilItIsMended()
{
    Section section;
    section.block();
    section.controller.change({BackupPeriod::Daily, section.folder, 2});
    QTRY_VERIFY_WITH_TIMEOUT(section.controller.hasFailed(), kPatience);
    const QString time = timeText(section.bench.home.clock.nowMs());
    QVERIFY(section.controller.stateText().startsWith(QStringLiteral("The backup of %1 failed. ").arg(time)));
    QVERIFY(section.controller.stateText().endsWith(QStringLiteral(" No backup was made from here yet.")));
    QVERIFY(section.bench.auditKinds().contains(QStringLiteral("backup-failed")));
    section.bench.home.clock.advance(1000); // the name is free again
    section.controller.change({BackupPeriod::Daily, section.folder, 3});
    QTRY_COMPARE_WITH_TIMEOUT(section.schedule.lastMadeAtMs(), section.bench.home.clock.nowMs(), kPatience);
    QTRY_VERIFY(!section.controller.hasFailed());
    QVERIFY(section.controller.stateText().startsWith(QStringLiteral("Last backup: ")));
}

void TestBackupController::failureOfAnotherVaultIsNotTold()
{
    Section section;
    const QString whole = section.made(QStringLiteral("whole.lkb"));
    section.block();
    section.bench.home.clock.advance(0);
    section.controller.change({BackupPeriod::Daily, section.folder, 2});
    QTRY_VERIFY_WITH_TIMEOUT(section.controller.hasFailed(), kPatience);
    service::RestoreRequest order;
    order.path = whole;
    order.ways.recoveryKey = secret(section.bench.home.recoveryText.toStdString());
    order.replace = true;
    VERIFY_OK(await(section.backups.restore(std::move(order))));
    section.controller.clear();
    service::WaysIn ways;
    ways.recoveryKey = secret(section.bench.home.recoveryText.toStdString());
    VERIFY_OK(await(section.bench.host->unlock(std::move(ways))));
    section.reload();
    QVERIFY(!section.controller.hasFailed()); // even before the schedule has looked
    QVERIFY(!section.controller.stateText().contains(QStringLiteral("failed")));
    VERIFY_OK(await(section.schedule.runIfDue()));
    QVERIFY(!section.controller.hasFailed());
}

LATCHKEY_TEST_MAIN(TestBackupController)
#include "tst_backupcontroller.moc"
