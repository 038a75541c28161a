// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/lockwatch.h"

#include "playedsession.h"
#include "servicefixture.h"
#include "support/testmain.h"

#include <QSignalSpy>

#include <future>

using namespace std::chrono_literals;
using service::LockAction;
using service::LockReason;
using service::LockSettings;
using service::LockState;
using service::LockWatch;
using service::ports::SessionSignal;
using testsupport::await;

namespace {

constexpr std::int64_t kSecond = 1000;
constexpr std::int64_t kMinute = 60 * kSecond;

/// An open vault that is watched.
struct Watched {
    Watched() { watch.start(); }

    /// Stores settings past the passphrase, as if it had been given.
    void set(const LockSettings &settings)
    {
        VERIFY_OK(await(policy.save(settings, vaulttest::secret(vaulttest::Home::kPassphrase))));
        watch.apply(settings);
    }
    /// Time goes by without anybody, and it is looked at.
    void pass(std::int64_t ms)
    {
        settle();
        bench.home.clock.advance(ms);
        look();
    }
    void look()
    {
        settle(); // what was asked before time went by
        watch.look();
        settle();
    }
    /// Answers that are ready are delivered in the order in which they were asked for: after these, the watch has its own.
    static void settle()
    {
        for (int i = 0; i < 2; ++i)
            static_cast<void>(await(base::ready<int>(0)));
    }
    [[nodiscard]] bool isOpen() const { return bench.host->state() == LockState::Unlocked; }
    [[nodiscard]] QString left() const
    {
        const auto seconds = watch.secondsLeft();
        return seconds ? QString::number(*seconds) : QStringLiteral("-");
    }

    servicetest::Bench bench;
    servicetest::PlayedSession session;
    servicetest::PlayedIdle idle;
    service::LockPolicy policy{*bench.host};
    LockWatch watch{{*bench.host, policy, session, idle}};
};

} // namespace
Q_DECLARE_METATYPE(SessionSignal)
Q_DECLARE_METATYPE(LockReason)

class TestLockWatch final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void signalsLock_data() { signalRows(); }
    void signalsLock();
    void signalsCanBeSwitchedOff_data() { signalRows(); }
    void signalsCanBeSwitchedOff();
    void signalsLockTheWindow_data() { signalRows(); }
    void signalsLockTheWindow();
    void logoutAlwaysLocks();
    void sleepIsHeldUntilWiped();
    void unheededSleepIsNotHeld();
    void lastSeen();
    void unlockUnderWayIsDropped();
    void idleLocks();
    void inputKeepsItOpen();
    void inputElsewhereKeepsItOpen();
    void warningCountsDown();
    void stayUnlocked();
    void idleLockCanBeOff();
    void timeAsleepCounts();
    void idleLocksTheWindow();
    void hungSystemDoesNotKeepItOpen();
    void locksByItself();
    void otherProcessChangesSettings();

private:
    static void signalRows();
};

void TestLockWatch::signalRows()
{
    QTest::addColumn<SessionSignal>("signal");
    QTest::addColumn<LockReason>("reason");
    QTest::newRow("screen") << SessionSignal::ScreenLock << LockReason::ScreenLock;
    QTest::newRow("sleep") << SessionSignal::Sleep << LockReason::Sleep;
    QTest::newRow("user") << SessionSignal::UserSwitch << LockReason::UserSwitch;
    QTest::newRow("lid") << SessionSignal::Lid << LockReason::Lid;
}

void TestLockWatch::signalsLock()
{
    QFETCH(const SessionSignal, signal);
    QFETCH(const LockReason, reason);
    Watched watched;
    watched.session.tell(signal);
    QVERIFY(!watched.isOpen()); // at once, without a question
    QVERIFY(watched.bench.host->lastLock().reason == reason);
    QCOMPARE(watched.bench.host->lastLock().atMs, watched.bench.home.clock.nowMs());
    QCOMPARE(watched.bench.got(QStringLiteral("a/b#c")), QStringLiteral("locked"));
}

void TestLockWatch::signalsCanBeSwitchedOff()
{
    QFETCH(const SessionSignal, signal);
    Watched watched;
    LockSettings off;
    off.onScreenLock = off.onSleep = off.onUserSwitch = off.onLid = false;
    watched.set(off);
    watched.session.tell(signal);
    QVERIFY(watched.isOpen());
    QVERIFY(!watched.bench.host->lastLock().windowOnly);
    QVERIFY(watched.watch.lastSeenMs(signal).has_value()); // seen all the same
    // A lock later the defaults guard again, until the settings are read.
    VERIFY_OK(await(watched.bench.host->lock(LockReason::User)));
    QVERIFY(watched.watch.settings() == LockSettings());
}

void TestLockWatch::signalsLockTheWindow()
{
    QFETCH(const SessionSignal, signal);
    QFETCH(const LockReason, reason);
    Watched watched;
    LockSettings window;
    window.action = LockAction::Window;
    watched.set(window);
    watched.bench.putSecret(QStringLiteral("bot/key"), {QStringLiteral("token=abc")});
    watched.session.tell(signal);
    QVERIFY(watched.isOpen());
    QVERIFY(watched.bench.host->lastLock().windowOnly);
    QVERIFY(watched.bench.host->lastLock().reason == reason);
    QCOMPARE(watched.bench.got(QStringLiteral("bot/key#token")), QStringLiteral("abc")); // programs go on
    watched.bench.unlock();
    QVERIFY(watched.bench.host->lastLock().windowOnly); // a program that opens it for itself opens no window
    service::WaysIn ways;
    ways.interactive = true;
    ways.passphrase = vaulttest::secret("wrong");
    QVERIFY(!await(watched.bench.host->unlock(std::move(ways))));
    QVERIFY(watched.bench.host->lastLock().windowOnly);
    service::WaysIn right;
    right.interactive = true;
    right.passphrase = vaulttest::secret(vaulttest::Home::kPassphrase);
    VERIFY_OK(await(watched.bench.host->unlock(std::move(right))));
    QVERIFY(!watched.bench.host->lastLock().windowOnly);
}

void TestLockWatch::logoutAlwaysLocks()
{
    Watched watched;
    LockSettings window;
    window.action = LockAction::Window;
    watched.set(window);
    watched.session.tell(SessionSignal::Logout);
    QVERIFY(!watched.isOpen());
    QVERIFY(watched.bench.host->lastLock().reason == LockReason::Logout);
}

void TestLockWatch::sleepIsHeldUntilWiped()
{
    Watched watched;
    // Something that the vault's thread is still at: the keys cannot be wiped before it ends.
    std::promise<void> gate;
    auto busy = watched.bench.host->withSession([opened = gate.get_future().share()](vault::Session &) -> base::Result<int> {
        opened.wait();
        return 1;
    });
    auto hold = std::make_shared<int>(0);
    const std::weak_ptr<int> held = hold;
    watched.session.tell(SessionSignal::Sleep, std::move(hold));
    QVERIFY(!watched.isOpen());
    QVERIFY(!held.expired());
    gate.set_value();
    VERIFY_OK(await(busy));
    QTRY_VERIFY(held.expired());
}

void TestLockWatch::unheededSleepIsNotHeld()
{
    Watched watched;
    LockSettings off;
    off.onSleep = false;
    watched.set(off);
    auto hold = std::make_shared<int>(0);
    const std::weak_ptr<int> held = hold;
    watched.session.tell(SessionSignal::Sleep, std::move(hold));
    QVERIFY(held.expired());
    QVERIFY(watched.isOpen());
}

void TestLockWatch::lastSeen()
{
    Watched watched;
    QSignalSpy changed(&watched.watch, &LockWatch::changed);
    QVERIFY(!watched.watch.lastSeenMs(SessionSignal::Lid).has_value());
    QVERIFY(!watched.watch.tells(SessionSignal::Lid));
    watched.session.addSource(SessionSignal::Lid);
    QVERIFY(watched.watch.tells(SessionSignal::Lid));
    QCOMPARE(changed.size(), 1);
    VERIFY_OK(await(watched.bench.host->lock(LockReason::User)));
    watched.bench.home.clock.advance(kMinute);
    watched.session.tell(SessionSignal::Lid); // while locked: seen, and the reason of the lock stays
    QCOMPARE(*watched.watch.lastSeenMs(SessionSignal::Lid), watched.bench.home.clock.nowMs());
    QVERIFY(watched.bench.host->lastLock().reason == LockReason::User);
    QVERIFY(!watched.watch.lastSeenMs(SessionSignal::Sleep).has_value());
}

void TestLockWatch::unlockUnderWayIsDropped()
{
    Watched watched;
    VERIFY_OK(await(watched.bench.host->lock(LockReason::User)));
    service::WaysIn ways;
    ways.interactive = true;
    ways.passphrase = vaulttest::secret(vaulttest::Home::kPassphrase);
    const auto opening = watched.bench.host->unlock(std::move(ways));
    watched.session.tell(SessionSignal::ScreenLock);
    QVERIFY(!await(opening));
    QVERIFY(!watched.isOpen());
}

void TestLockWatch::idleLocks()
{
    Watched watched;
    watched.idle.told = 9min;
    watched.pass(9 * kMinute);
    QVERIFY(watched.isOpen());
    watched.idle.told = 10min;
    watched.pass(kMinute);
    QVERIFY(!watched.isOpen());
    QVERIFY(watched.bench.host->lastLock().reason == LockReason::Idle);
    QCOMPARE(watched.left(), QStringLiteral("-"));
}

/// Where the system tells nothing, what is done here is all that is known.
void TestLockWatch::inputKeepsItOpen()
{
    Watched watched;
    watched.pass(9 * kMinute);
    QVERIFY(!watched.watch.seesWholeSession());
    watched.watch.noteInput();
    watched.pass(9 * kMinute);
    QVERIFY(watched.isOpen());
    watched.pass(kMinute);
    QVERIFY(!watched.isOpen());
}

void TestLockWatch::inputElsewhereKeepsItOpen()
{
    Watched watched;
    watched.idle.told = 1s;
    for (int i = 0; i < 5; ++i)
        watched.pass(9 * kMinute);
    QVERIFY(watched.watch.seesWholeSession());
    QVERIFY(watched.isOpen());
    // Whoever has just opened it is there, whatever the system says about its keyboard.
    watched.idle.told = 100min;
    VERIFY_OK(await(watched.bench.host->lock(LockReason::User)));
    watched.bench.unlock();
    watched.look();
    QVERIFY(watched.isOpen());
}

void TestLockWatch::warningCountsDown()
{
    Watched watched;
    QSignalSpy warned(&watched.watch, &LockWatch::warned);
    watched.pass(9 * kMinute + 29 * kSecond);
    QCOMPARE(watched.left(), QStringLiteral("-"));
    watched.pass(kSecond);
    QCOMPARE(watched.left(), QStringLiteral("30"));
    watched.pass(10 * kSecond + 500);
    QCOMPARE(watched.left(), QStringLiteral("20"));
    watched.pass(18 * kSecond + 700);
    QCOMPARE(watched.left(), QStringLiteral("1"));
    QVERIFY(watched.isOpen());
    QCOMPARE(warned.size(), 3);
    watched.pass(kSecond);
    QVERIFY(!watched.isOpen());
    QCOMPARE(warned.size(), 4);
}

void TestLockWatch::stayUnlocked()
{
    Watched watched;
    watched.idle.told = 9min + 45s;
    watched.pass(9 * kMinute + 45 * kSecond);
    QCOMPARE(watched.left(), QStringLiteral("15"));
    watched.watch.noteInput();
    QTRY_COMPARE(watched.left(), QStringLiteral("-"));
    QVERIFY(watched.isOpen());
}

void TestLockWatch::idleLockCanBeOff()
{
    Watched watched;
    LockSettings off;
    off.idleMinutes = 0;
    watched.set(off);
    watched.bench.home.clock.advance(100 * kMinute);
    watched.watch.look();
    QVERIFY(watched.isOpen());
    // Switched on again, it does not count what lies before.
    watched.watch.noteInput();
    watched.set({});
    watched.look();
    QVERIFY(watched.isOpen());
}

/// The clock of input may stand still in a sleep, and no signal may have told of it.
void TestLockWatch::timeAsleepCounts()
{
    Watched watched;
    LockSettings off;
    off.onSleep = false;
    watched.set(off);
    watched.idle.told = 1s;
    watched.look();
    watched.bench.home.clock.advance(11 * kMinute);
    watched.session.tell(SessionSignal::Wake);
    QTRY_VERIFY(!watched.isOpen());
    QVERIFY(watched.bench.host->lastLock().reason == LockReason::Idle);
}

void TestLockWatch::idleLocksTheWindow()
{
    Watched watched;
    LockSettings window;
    window.action = LockAction::Window;
    watched.set(window);
    watched.pass(10 * kMinute);
    QVERIFY(watched.isOpen());
    QVERIFY(watched.bench.host->lastLock().windowOnly);
    watched.bench.home.clock.advance(100 * kMinute);
    watched.watch.look();
    QVERIFY(watched.isOpen()); // as it was asked for
}

void TestLockWatch::hungSystemDoesNotKeepItOpen()
{
    Watched watched;
    watched.look();
    watched.idle.hangs = true;
    watched.bench.home.clock.advance(10 * kMinute);
    watched.watch.look();
    QVERIFY(watched.isOpen());
    QTRY_VERIFY_WITH_TIMEOUT(!watched.isOpen(), 15'000); // it was asked, and its time is over
    QVERIFY(watched.bench.host->lastLock().reason == LockReason::Idle);
}

/// Without anybody who calls look().
void TestLockWatch::locksByItself()
{
    Watched watched;
    watched.pass(9 * kMinute + 59 * kSecond);
    QCOMPARE(watched.left(), QStringLiteral("1"));
    watched.bench.home.clock.advance(kSecond);
    QTRY_VERIFY_WITH_TIMEOUT(!watched.isOpen(), 10'000);
}

void TestLockWatch::otherProcessChangesSettings()
{
    Watched watched;
    LockSettings sooner;
    sooner.idleMinutes = 2;
    VERIFY_OK(await(watched.policy.save(sooner, {})));
    QVERIFY(watched.watch.settings() == LockSettings());
    watched.bench.host->notifyChanged();
    QTRY_VERIFY(watched.watch.settings() == sooner);
    watched.pass(2 * kMinute);
    QVERIFY(!watched.isOpen());
}

LATCHKEY_TEST_MAIN(TestLockWatch)
#include "tst_lockwatch.moc"
