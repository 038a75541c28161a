// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/lockpolicy.h"

#include "servicefixture.h"
#include "support/testmain.h"
#include "vault/settings.h"

using service::isWeaker;
using service::LockAction;
using service::LockPolicy;
using service::LockSettings;
using servicetest::Bench;
using testsupport::await;
using testsupport::outcome;

namespace {

using Edit = std::function<void(LockSettings &)>;

LockSettings edited(const Edit &edit)
{
    LockSettings out;
    edit(out);
    return out;
}

} // namespace
Q_DECLARE_METATYPE(Edit)

class TestLockPolicy final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<Edit>(); }
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void defaultsAreStrict();
    void nonsenseIsTheDefault();
    void whatIsWeaker_data();
    void whatIsWeaker();
    void strongerNeedsNothing();
    void weakerNeedsThePassphrase();
    void wrongPassphraseKeepsItOpen();
    void outlivesTheLock();
    void lockedTellsNothing();
    void impossibleMinutes_data();
    void impossibleMinutes();
    void isAudited();
};

void TestLockPolicy::defaultsAreStrict()
{
    const LockSettings settings = service::lockSettingsFrom({});
    QCOMPARE(settings.idleMinutes, 10);
    QVERIFY(settings.onScreenLock && settings.onSleep && settings.onUserSwitch && settings.onLid);
    QVERIFY(settings.action == LockAction::Everything);
}

void TestLockPolicy::nonsenseIsTheDefault()
{
    for (const char *minutes : {"", "x", "-1", "1441", "99999999999"}) {
        const auto read = service::lockSettingsFrom({{QStringLiteral("lock.idle_minutes"), QString::fromLatin1(minutes)},
                                                     {QStringLiteral("lock.screen"), QStringLiteral("perhaps")},
                                                     {QStringLiteral("lock.action"), QStringLiteral("nothing")}});
        QVERIFY2(read == LockSettings(), minutes);
    }
    QCOMPARE(service::lockSettingsFrom({{QStringLiteral("lock.idle_minutes"), QStringLiteral("0")}}).idleMinutes, 0);
}

void TestLockPolicy::whatIsWeaker_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<bool>("weaker");
    const auto row = [](const char *name, const Edit &edit, bool weaker) { QTest::newRow(name) << edit << weaker; };
    row("as it is", [](LockSettings &) {}, false);
    row("later", [](LockSettings &s) { s.idleMinutes = 11; }, true);
    row("never", [](LockSettings &s) { s.idleMinutes = 0; }, true);
    row("sooner", [](LockSettings &s) { s.idleMinutes = 1; }, false);
    row("not by the screen", [](LockSettings &s) { s.onScreenLock = false; }, true);
    row("not by sleep", [](LockSettings &s) { s.onSleep = false; }, true);
    row("not by another user", [](LockSettings &s) { s.onUserSwitch = false; }, true);
    row("not by the lid", [](LockSettings &s) { s.onLid = false; }, true);
    row("the window only", [](LockSettings &s) { s.action = LockAction::Window; }, true);
    row("longer on the clipboard", [](LockSettings &s) { s.clipboardSeconds = 21; }, true);
    row("shorter on the clipboard", [](LockSettings &s) { s.clipboardSeconds = 5; }, false);
    row("no names in the tray", [](LockSettings &s) { s.namesInTray = false; }, false);
    row(
        "sooner, but not by the lid",
        [](LockSettings &s) {
            s.idleMinutes = 1;
            s.onLid = false;
        },
        true);
}

void TestLockPolicy::whatIsWeaker()
{
    QFETCH(const Edit, edit);
    QFETCH(const bool, weaker);
    QCOMPARE(isWeaker(LockSettings(), edited(edit)), weaker);
    if (weaker && edited(edit).idleMinutes != 1)
        QVERIFY(!isWeaker(edited(edit), LockSettings())); // and back is not
}

void TestLockPolicy::strongerNeedsNothing()
{
    Bench bench;
    LockPolicy policy(*bench.host);
    VERIFY_OK(await(policy.load()));
    QVERIFY(*await(policy.load()) == LockSettings());
    const LockSettings next = edited([](LockSettings &s) {
        s.idleMinutes = 5;
        s.namesInTray = false;
    });
    VERIFY_OK(await(policy.save(next, {})));
    QVERIFY(*await(policy.load()) == next);
}

void TestLockPolicy::weakerNeedsThePassphrase()
{
    Bench bench;
    LockPolicy policy(*bench.host);
    const LockSettings next = edited([](LockSettings &s) {
        s.idleMinutes = 60;
        s.action = LockAction::Window;
    });
    QCOMPARE(outcome(await(policy.save(next, {}))), QStringLiteral("empty_field"));
    QVERIFY(*await(policy.load()) == LockSettings());
    VERIFY_OK(await(policy.save(next, vaulttest::secret(vaulttest::Home::kPassphrase))));
    QVERIFY(*await(policy.load()) == next);
}

void TestLockPolicy::wrongPassphraseKeepsItOpen()
{
    Bench bench;
    LockPolicy policy(*bench.host);
    const LockSettings next = edited([](LockSettings &s) { s.onSleep = false; });
    QCOMPARE(outcome(await(policy.save(next, vaulttest::secret("wrong")))), QStringLiteral("wrong_passphrase"));
    QVERIFY(bench.host->state() == service::LockState::Unlocked);
    QVERIFY(*await(policy.load()) == LockSettings());
}

void TestLockPolicy::outlivesTheLock()
{
    Bench bench;
    LockPolicy policy(*bench.host);
    const LockSettings next = edited([](LockSettings &s) {
        s.onLid = false;
        s.idleMinutes = 0;
    });
    VERIFY_OK(await(policy.save(next, vaulttest::secret(vaulttest::Home::kPassphrase))));
    VERIFY_OK(await(bench.host->lock(service::LockReason::User)));
    bench.unlock();
    QVERIFY(*await(policy.load()) == next);
}

void TestLockPolicy::lockedTellsNothing()
{
    Bench bench;
    LockPolicy policy(*bench.host);
    VERIFY_OK(await(bench.host->lock(service::LockReason::User)));
    QCOMPARE(outcome(await(policy.load())), QStringLiteral("locked"));
    QCOMPARE(outcome(await(policy.save({}, vaulttest::secret(vaulttest::Home::kPassphrase)))), QStringLiteral("locked"));
    QVERIFY(bench.host->state() == service::LockState::Locked);
}

void TestLockPolicy::impossibleMinutes_data()
{
    QTest::addColumn<int>("minutes");
    QTest::addColumn<int>("seconds");
    QTest::newRow("less than none") << -1 << 20;
    QTest::newRow("more than a day") << LockSettings::kMostIdleMinutes + 1 << 20;
    QTest::newRow("no time on the clipboard") << 10 << 0;
    QTest::newRow("too long on the clipboard") << 10 << LockSettings::kMostClipboardSeconds + 1;
}

void TestLockPolicy::impossibleMinutes()
{
    QFETCH(const int, minutes);
    Bench bench;
    LockPolicy policy(*bench.host);
    QFETCH(const int, seconds);
    const LockSettings next = edited([minutes, seconds](LockSettings &s) {
        s.idleMinutes = minutes;
        s.clipboardSeconds = seconds;
    });
    QCOMPARE(outcome(await(policy.save(next, vaulttest::secret(vaulttest::Home::kPassphrase)))),
             QStringLiteral("invalid_argument"));
}

void TestLockPolicy::isAudited()
{
    Bench bench;
    LockPolicy policy(*bench.host);
    const auto changes = [&bench] { return bench.auditKinds().count(QStringLiteral("settings-changed")); };
    const auto before = changes();
    VERIFY_OK(await(policy.save(LockSettings(), {}))); // nothing to change
    QCOMPARE(changes(), before);
    VERIFY_OK(await(policy.save(edited([](LockSettings &s) { s.idleMinutes = 3; }), {})));
    QCOMPARE(changes(), before + 1);
}

LATCHKEY_TEST_MAIN(TestLockPolicy)
#include "tst_lockpolicy.moc"
