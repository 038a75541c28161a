// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/vaultpresenter.h"

#include "service/playedkeychain.h"
#include "service/servicefixture.h"
#include "support/testmain.h"

#include <QSignalSpy>

using presentation::VaultPresenter;
using servicetest::Bench;
using testsupport::await;
using vault::SlotKind;

namespace {

/// What a presenter needs of a host: the one of the bench, or another.
struct Alone {
    Alone(service::VaultHost &host, Bench &bench)
        : exchanges({host, *bench.catalogue, bench.probes, {QStringLiteral("test")}})
        , integrity(host)
        , diagnostics(host, [] { return service::ports::SystemFacts{}; })
        , keySlots(host, {bench.home.environment(), bench.noKeychain, bench.gate}, {QStringLiteral("test")})
        , rotation(host, {bench.home.environment(), bench.noKeychain, bench.gate}, {QStringLiteral("test")})
        , parts{host, exchanges, integrity, diagnostics, bench.home.random, keySlots, rotation}
    {
    }

    service::Exchanges exchanges;
    service::Integrity integrity;
    service::Diagnostics diagnostics;
    service::KeySlots keySlots;
    service::KeyRotation rotation;
    VaultPresenter::Parts parts;
};

service::WaysIn rightPassphrase()
{
    service::WaysIn ways;
    ways.passphrase = vaulttest::secret(vaulttest::Home::kPassphrase);
    ways.mayPrompt = true; // a person
    return ways;
}

} // namespace

class TestVaultPresenter final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void nothingStored();
    void unconfirmedRecoveryKey_data();
    void unconfirmedRecoveryKey();
    void followsTheLock();
    void statusNamesTheWayIn_data();
    void statusNamesTheWayIn();
    void statusTellsTheIdleLock();
    void lockNowOnlyWhatIsOpen();
    void lockForQuit_data();
    void lockForQuit();
    void listFollowsTheVault();
    void listIsEmptyAfterALockFromOutside();
    void defaultExchange();
};

void TestVaultPresenter::nothingStored()
{
    Bench bench; // for its exchanges; the host is another
    vaulttest::Home home;
    service::VaultHost host({home.environment(), bench.noKeychain, bench.gate}, home.path());
    Alone alone(host, bench);
    VaultPresenter presenter(alone.parts);
    QCOMPARE(presenter.state(), VaultPresenter::State::NotInitialized);
    QCOMPARE(presenter.statusText(), QStringLiteral("Nothing is stored yet."));
    QSignalSpy changed(&presenter, &VaultPresenter::stateChanged);
    presenter.lockNow();
    presenter.create().create(SlotKind::Passphrase, vaulttest::secret("p"), vaulttest::secret("p"));
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(presenter.state(), VaultPresenter::State::Unlocked);
    QVERIFY(presenter.statusText().startsWith(QStringLiteral("Unlocked by passphrase. AES-256-GCM.")));
}

void TestVaultPresenter::unconfirmedRecoveryKey_data()
{
    QTest::addColumn<SlotKind>("method");
    QTest::addColumn<bool>("byItself");
    QTest::newRow("passphrase: told, and shown on demand") << SlotKind::Passphrase << false;
    QTest::newRow("this computer alone: shown by itself") << SlotKind::Keychain << true;
}

/// Left at "Do this later", by a lock or a crash: the key is still to be had.
void TestVaultPresenter::unconfirmedRecoveryKey()
{
    QFETCH(SlotKind, method);
    QFETCH(bool, byItself);
    Bench bench;
    vaulttest::Home home;
    servicetest::PlayedKeychain keychain;
    service::VaultHost host({home.environment(), keychain, bench.gate}, home.path());
    Alone alone(host, bench);
    service::NewVault request;
    request.method = method;
    request.passphrase = vaulttest::secret(vaulttest::Home::kPassphrase);
    VERIFY_OK(await(host.create(std::move(request))));
    VERIFY_OK(await(host.lock(service::LockReason::User)));

    VaultPresenter presenter(alone.parts);
    QSignalSpy told(&presenter, &VaultPresenter::statusChanged);
    VERIFY_OK(await(host.unlock(rightPassphrase())));
    QTRY_VERIFY(presenter.isRecoveryKeyPending());
    QVERIFY(presenter.statusText().endsWith(QStringLiteral("The recovery key is not confirmed.")));
    if (!byItself) {
        QCOMPARE(presenter.create().recoveryKey(), nullptr);
        presenter.showRecoveryKey();
    }
    QTRY_VERIFY(presenter.create().recoveryKey() != nullptr);
    QCOMPARE(presenter.create().mayPostpone(), !byItself);

    VERIFY_OK(await(host.lock(service::LockReason::User)));
    QVERIFY(!presenter.isRecoveryKeyPending());
    QCOMPARE(presenter.create().recoveryKey(), nullptr);
    VERIFY_OK(await(host.unlock(rightPassphrase())));
    VERIFY_OK(await(host.confirmRecoveryKey()));
    told.clear();
    presenter.create().postpone(); // the page is done
    QTRY_VERIFY(!told.isEmpty());
    QVERIFY(!presenter.isRecoveryKeyPending());
}

void TestVaultPresenter::followsTheLock()
{
    Bench bench;
    Alone own(*bench.host, bench);
    VaultPresenter presenter(own.parts);
    QSignalSpy changed(&presenter, &VaultPresenter::stateChanged);
    QCOMPARE(presenter.state(), VaultPresenter::State::Unlocked);
    VERIFY_OK(await(bench.host->lock(service::LockReason::User))); // by the agent or the command line
    QCOMPARE(changed.size(), 1);
    QCOMPARE(presenter.state(), VaultPresenter::State::Locked);
    QCOMPARE(presenter.statusText(), QStringLiteral("Locked. AES-256-GCM."));
    presenter.unlock().unlockWithPassphrase(vaulttest::secret(vaulttest::Home::kPassphrase));
    QTRY_COMPARE(changed.size(), 2);
    QCOMPARE(presenter.state(), VaultPresenter::State::Unlocked);
}

void TestVaultPresenter::statusNamesTheWayIn_data()
{
    QTest::addColumn<SlotKind>("method");
    QTest::addColumn<bool>("byRecovery");
    QTest::addColumn<QString>("text");
    QTest::newRow("passphrase") << SlotKind::Passphrase << false << "Unlocked by passphrase. AES-256-GCM.";
    QTest::newRow("both") << SlotKind::PassphraseKeychain << false
                          << "Unlocked by passphrase and this computer. AES-256-GCM.";
    QTest::newRow("this computer") << SlotKind::Keychain << false
                                   << "Unlocked by this computer only. Locking asks for no passphrase.";
    QTest::newRow("recovery key") << SlotKind::PassphraseKeychain << true << "Unlocked by the recovery key. AES-256-GCM.";
}

void TestVaultPresenter::statusNamesTheWayIn()
{
    QFETCH(SlotKind, method);
    QFETCH(bool, byRecovery);
    Bench bench;
    vaulttest::Home home;
    static_cast<void>(home.create(method));
    servicetest::PlayedKeychain keychain;
    VERIFY_OK(await(keychain.write(vault::KeySlot::keychainName(home.vaultId, home.slotId),
                                   vaulttest::secret(vaulttest::Home::kKeychainSecret))));
    service::VaultHost host({home.environment(), keychain, bench.gate}, home.path());
    Alone alone(host, bench);
    VaultPresenter presenter(alone.parts);
    QCOMPARE(presenter.statusText(), QStringLiteral("Locked. AES-256-GCM."));
    service::WaysIn ways = rightPassphrase();
    if (byRecovery)
        ways.recoveryKey = vaulttest::secret(home.recoveryText.toStdString());
    VERIFY_OK(await(host.unlock(std::move(ways))));
    QTEST(presenter.statusText(), "text");
}

void TestVaultPresenter::statusTellsTheIdleLock()
{
    Bench bench;
    Alone own(*bench.host, bench);
    VaultPresenter presenter(own.parts);
    QSignalSpy told(&presenter, &VaultPresenter::statusChanged);
    presenter.setIdleMinutes(7);
    QCOMPARE(told.size(), 1);
    QVERIFY2(presenter.statusText().startsWith(
                 QStringLiteral("Unlocked by passphrase. AES-256-GCM. Locks after 7 minutes idle.")),
             qPrintable(presenter.statusText()));
    presenter.setIdleMinutes(7);
    QCOMPARE(told.size(), 1);
    presenter.setIdleMinutes(0);
    QVERIFY(!presenter.statusText().contains(QStringLiteral("idle")));
    presenter.setIdleMinutes(7);
    VERIFY_OK(await(bench.host->lock(service::LockReason::User)));
    QVERIFY(!presenter.statusText().contains(QStringLiteral("idle"))); // it is locked already
}

void TestVaultPresenter::lockNowOnlyWhatIsOpen()
{
    Bench bench;
    Alone own(*bench.host, bench);
    VaultPresenter presenter(own.parts);
    QSignalSpy changed(&presenter, &VaultPresenter::stateChanged);
    bench.home.clock.advance(1000);
    presenter.lockNow();
    QCOMPARE(presenter.state(), VaultPresenter::State::Locked); // at once, not when the vault's thread is done
    QCOMPARE(changed.size(), 1);
    QCOMPARE(bench.host->lastLock().reason, service::LockReason::User);
    const std::int64_t first = bench.host->lastLock().atMs;
    bench.home.clock.advance(60'000);
    presenter.lockNow();
    QCOMPARE(bench.host->lastLock().atMs, first); // "Locked at 20:31" stays true
}

void TestVaultPresenter::lockForQuit_data()
{
    QTest::addColumn<bool>("open");
    QTest::newRow("unlocked") << true;
    QTest::newRow("locked") << false;
}

void TestVaultPresenter::lockForQuit()
{
    QFETCH(bool, open);
    Bench bench;
    Alone own(*bench.host, bench);
    VaultPresenter presenter(own.parts);
    if (!open)
        VERIFY_OK(await(bench.host->lock(service::LockReason::User)));
    QSignalSpy ready(&presenter, &VaultPresenter::quitReady);
    presenter.lockForQuit();
    QCOMPARE(ready.size(), 0); // not before the keys are wiped
    QTRY_COMPARE(ready.size(), 1);
    QCOMPARE(presenter.state(), VaultPresenter::State::Locked);
    const auto used = bench.host->withSession([](vault::Session &) -> base::Result<bool> { return true; });
    COMPARE_CODE(await(used), base::ErrorCode::Locked);
    VERIFY_OK(await(bench.host->unlock(rightPassphrase())));
    QCOMPARE(bench.auditKinds().count(QStringLiteral("locked")), 1);
}

void TestVaultPresenter::listFollowsTheVault()
{
    Bench bench;
    Alone own(*bench.host, bench);
    VaultPresenter presenter(own.parts);
    bench.bitget->answer = servicetest::report(QStringLiteral("works"));
    VERIFY_OK(await(bench.exchanges->add(QStringLiteral("bitget"), QStringLiteral("main"), {},
                                         servicetest::bitgetFields()))); // nobody told the list
    QTRY_COMPARE(presenter.accounts().rowCount(), 1);
    VERIFY_OK(await(bench.exchanges->remove(QStringLiteral("bitget/main"))));
    QTRY_COMPARE(presenter.accounts().rowCount(), 0);
}

void TestVaultPresenter::listIsEmptyAfterALockFromOutside()
{
    Bench bench;
    Alone own(*bench.host, bench);
    VaultPresenter presenter(own.parts);
    bench.bitget->answer = servicetest::report(QStringLiteral("works"));
    VERIFY_OK(await(bench.exchanges->add(QStringLiteral("bitget"), QStringLiteral("main"), {},
                                         servicetest::bitgetFields())));
    QTRY_COMPARE(presenter.accounts().rowCount(), 1);
    presenter.editor().show(*presenter.accounts().account(0));
    VERIFY_OK(await(bench.host->lock(service::LockReason::User)));
    QCOMPARE(presenter.accounts().rowCount(), 0);
    QCOMPARE(presenter.editor().account(), nullptr);
}

void TestVaultPresenter::defaultExchange()
{
    Bench bench;
    Alone own(*bench.host, bench);
    VaultPresenter presenter(own.parts);
    QCOMPARE(presenter.defaultExchange(), QStringLiteral("bitget"));
}

LATCHKEY_TEST_MAIN(TestVaultPresenter)
#include "tst_vaultpresenter.moc"
