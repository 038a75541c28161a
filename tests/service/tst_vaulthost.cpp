// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/vaulthost.h"

#include "service/keychainbench.h"
#include "service/servicefixture.h"
#include "support/testmain.h"
#include "vault/settings.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>

using service::LockState;
using servicetest::Bench;
using testsupport::await;

namespace {

service::WaysIn byPassphrase(std::string_view text)
{
    service::WaysIn ways;
    ways.passphrase = vaulttest::secret(text);
    ways.useKeychain = false;
    return ways;
}

} // namespace

class TestVaultHost final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void createLockUnlock();
    void createRefuses();
    void wrongPassphrase();
    void recoveryKeyAlone();
    void lockOvertakesUnlock();
    void lockOvertakesKeychain();
    void lockOvertakesCreation();
    void lockOvertakesNewKeychainEntry();
    void lockWaitsForNoWriter();
    void openVaultWaitsShortly();
    void wrongTryLeavesOpen();
    void vaultOfAnotherProgram();
    void interactiveUnlockIsAudited();
    void unlockMovesCheckpoint();
    void changePassphrase();
    void lockedByForeignRotation();
    void foreignRotationIsNoticed();
    void lockedByHand();
    void foreignChangesAreSeen();
    void nothingThere();
};

void TestVaultHost::createLockUnlock()
{
    vaulttest::Home home;
    keychain::DisabledKeychain noKeychain;
    servicetest::OpenGate gate;
    service::VaultHost host({home.environment(), noKeychain, gate}, home.path());
    QCOMPARE(host.state(), LockState::NotInitialized);
    QSignalSpy changed(&host, &service::VaultHost::stateChanged);

    service::NewVault request;
    request.passphrase = vaulttest::secret("a passphrase");
    request.useKeychain = false; // so a passphrase alone, although no method was named
    QVERIFY(await(host.create(std::move(request))));
    QCOMPARE(host.state(), LockState::Unlocked);
    QCOMPARE(host.openedBy()->kind, vault::SlotKind::Passphrase);
    QVERIFY(await(host.pendingRecoveryKey())->has_value());
    QVERIFY(await(host.confirmRecoveryKey()));
    QVERIFY(!await(host.pendingRecoveryKey())->has_value());

    QVERIFY(await(host.lock(service::LockReason::User)));
    QCOMPARE(host.state(), LockState::Locked);
    QCOMPARE(host.lastLock().reason, service::LockReason::User);
    QCOMPARE(host.lastLock().atMs, home.clock.nowMs());
    QVERIFY(!host.openedBy());
    COMPARE_CODE(await(host.pendingRecoveryKey()), base::ErrorCode::Locked);
    QVERIFY(await(host.unlock(byPassphrase("a passphrase"))));
    QCOMPARE(changed.size(), 3);
}

void TestVaultHost::createRefuses()
{
    const Bench bench; // a vault stands there already
    service::NewVault over;
    over.passphrase = vaulttest::secret("p");
    over.useKeychain = false;
    COMPARE_CODE(await(bench.host->create(std::move(over))), base::ErrorCode::AlreadyExists);

    vaulttest::Home home;
    keychain::DisabledKeychain noKeychain;
    servicetest::OpenGate gate;
    service::VaultHost host({home.environment(), noKeychain, gate}, home.path());
    service::NewVault empty;
    empty.useKeychain = false;
    COMPARE_CODE(await(host.create(std::move(empty))), base::ErrorCode::EmptyField);
    service::NewVault byKeychain; // the default where a keychain is ready, and here there is none
    byKeychain.passphrase = vaulttest::secret("p");
    COMPARE_CODE(await(host.create(std::move(byKeychain))), base::ErrorCode::KeychainUnavailable);
    QCOMPARE(host.state(), LockState::NotInitialized);
    QVERIFY(!QFile::exists(home.path()));
}

void TestVaultHost::wrongPassphrase()
{
    const Bench bench;
    QVERIFY(await(bench.host->lock(service::LockReason::User)));
    COMPARE_CODE(await(bench.host->unlock(byPassphrase("wrong"))), base::ErrorCode::WrongPassphrase);
    QCOMPARE(bench.host->state(), LockState::Locked);
    service::WaysIn nothing;
    nothing.useKeychain = false;
    COMPARE_CODE(await(bench.host->unlock(std::move(nothing))), base::ErrorCode::NoWayIn);
}

void TestVaultHost::recoveryKeyAlone()
{
    const Bench bench;
    QVERIFY(await(bench.host->lock(service::LockReason::User)));
    service::WaysIn ways = byPassphrase("wrong"); // not even tried
    ways.recoveryKey = vaulttest::secret(bench.home.recoveryText.toStdString());
    const auto opened = await(bench.host->unlock(std::move(ways)));
    VERIFY_OK(opened);
    QCOMPARE(opened->kind, vault::SlotKind::Recovery);
}

void TestVaultHost::lockOvertakesUnlock()
{
    const Bench bench;
    QVERIFY(await(bench.host->lock(service::LockReason::Foreign)));
    const auto opening = bench.host->unlock(byPassphrase(vaulttest::Home::kPassphrase));
    const auto locking = bench.host->lock(service::LockReason::User);
    COMPARE_CODE(await(opening), base::ErrorCode::Cancelled);
    QVERIFY(await(locking));
    QCOMPARE(bench.host->lastLock().reason, service::LockReason::Foreign); // why it is locked has not changed
    QCOMPARE(bench.host->state(), LockState::Locked);
    const auto used = bench.host->withSession([](vault::Session &) -> base::Result<bool> { return true; });
    COMPARE_CODE(await(used), base::ErrorCode::Locked);
}

/// A lock that comes while the vault's slots are still being asked for, before any key is derived.
void TestVaultHost::lockOvertakesKeychain()
{
    const Bench bench;
    QVERIFY(await(bench.host->lock(service::LockReason::User)));
    service::WaysIn ways = byPassphrase(vaulttest::Home::kPassphrase);
    ways.useKeychain = true;
    const auto opening = bench.host->unlock(std::move(ways));
    const auto locking = bench.host->lock(service::LockReason::User);
    QVERIFY(await(locking));
    COMPARE_CODE(await(opening), base::ErrorCode::Cancelled);
    QCOMPARE(bench.host->state(), LockState::Locked);
    COMPARE_CODE(await(bench.host->keySlots()), base::ErrorCode::Locked);
}

void TestVaultHost::lockOvertakesCreation()
{
    vaulttest::Home home;
    keychain::DisabledKeychain noKeychain;
    servicetest::OpenGate gate;
    service::VaultHost host({home.environment(), noKeychain, gate}, home.path());
    service::NewVault request;
    request.passphrase = vaulttest::secret("a passphrase");
    request.useKeychain = false;
    const auto making = host.create(std::move(request));
    const auto locking = host.lock(service::LockReason::User);
    QVERIFY(await(locking));
    VERIFY_OK(await(making));
    QCOMPARE(host.state(), LockState::Locked); // made, and closed
    COMPARE_CODE(await(host.keySlots()), base::ErrorCode::Locked);
    VERIFY_OK(await(host.unlock(byPassphrase("a passphrase"))));
}

/// A lock that comes while the keychain is asked to keep the new vault's half: it may prompt for as long as a person likes.
void TestVaultHost::lockOvertakesNewKeychainEntry()
{
    vaulttest::Home home;
    servicetest::PlayedKeychain keychain;
    servicetest::OpenGate gate;
    service::VaultHost host({home.environment(), keychain, gate}, home.path());
    keychain.onWrite = [&host] { Q_UNUSED(host.lock(service::LockReason::User)) };
    service::NewVault request;
    request.passphrase = vaulttest::secret("a passphrase");
    COMPARE_CODE(await(host.create(std::move(request))), base::ErrorCode::Cancelled);
    QCOMPARE(host.state(), LockState::NotInitialized);
    QVERIFY(!QFile::exists(home.path()));
    QTRY_COMPARE(keychain.size(), std::size_t{0}); // no vault knows the entry
    COMPARE_CODE(await(host.keySlots()), base::ErrorCode::Locked);

    keychain.onWrite = {};
    service::NewVault again;
    again.passphrase = vaulttest::secret("a passphrase");
    VERIFY_OK(await(host.create(std::move(again))));
    QCOMPARE(host.state(), LockState::Unlocked);
}

/// Another program writes and does not end: the keys go all the same.
void TestVaultHost::lockWaitsForNoWriter()
{
    vaulttest::Home home;
    home.create().reset();
    keychain::DisabledKeychain noKeychain;
    servicetest::OpenGate gate;
    storage::SqliteVaultFileSystem patient(std::chrono::minutes(2));
    const vault::Environment environment{patient, *home.anchors, home.clock, home.random};
    service::VaultHost host({environment, noKeychain, gate}, home.path());
    VERIFY_OK(await(host.unlock(byPassphrase(vaulttest::Home::kPassphrase))));
    const auto other = home.open();
    VERIFY_OK(other);
    VERIFY_OK(vaulttest::sessionOf(**other).change({}, [&host]() -> base::Result<void> {
        QElapsedTimer taken;
        taken.start();
        auto locked = host.lock(service::LockReason::Sleep);
        locked.waitForFinished();
        return taken.elapsed() < 20'000 ? base::Result<void>() : base::fail(base::ErrorCode::TimedOut);
    }));
    QCOMPARE(host.state(), LockState::Locked);
}

/// While it is open a lock may be wanted any moment, so another process's Argon2 is not waited for as long as before an unlock.
void TestVaultHost::openVaultWaitsShortly()
{
    const Bench bench;
    QCOMPARE(bench.gate.lastPatience, std::chrono::minutes(2));
    VERIFY_OK(await(bench.host->provePassphrase(vaulttest::secret(vaulttest::Home::kPassphrase))));
    QCOMPARE(bench.gate.lastPatience, std::chrono::seconds(3));
    VERIFY_OK(await(bench.host->unlock(byPassphrase(vaulttest::Home::kPassphrase)))); // a window that was locked alone
    QCOMPARE(bench.gate.lastPatience, std::chrono::seconds(3));
    COMPARE_CODE(await(bench.host->provePassphrase(vaulttest::secret("not it"))), base::ErrorCode::WrongPassphrase);
}

void TestVaultHost::wrongTryLeavesOpen()
{
    const Bench bench;
    COMPARE_CODE(await(bench.host->unlock(byPassphrase("mistyped"))), base::ErrorCode::WrongPassphrase);
    QCOMPARE(bench.host->state(), LockState::Unlocked);
    VERIFY_OK(await(bench.host->keySlots()));
}

void TestVaultHost::vaultOfAnotherProgram()
{
    vaulttest::Home home;
    keychain::DisabledKeychain noKeychain;
    servicetest::OpenGate gate;
    service::VaultHost host({home.environment(), noKeychain, gate}, home.path());
    host.watchChanges(std::chrono::milliseconds(1));
    QCOMPARE(host.state(), LockState::NotInitialized);
    home.create().reset();
    QTRY_COMPARE(host.state(), LockState::Locked);
    VERIFY_OK(await(host.unlock(byPassphrase(vaulttest::Home::kPassphrase))));
    QVERIFY(await(host.lock(service::LockReason::User)));
    QVERIFY(QFile::remove(home.path()));
    QTRY_COMPARE(host.state(), LockState::NotInitialized);
}

void TestVaultHost::interactiveUnlockIsAudited()
{
    Bench bench;
    QVERIFY(!bench.auditKinds().contains(QStringLiteral("unlocked"))); // a command that opens and closes is its own entry
    QVERIFY(await(bench.host->lock(service::LockReason::User)));
    service::WaysIn ways = byPassphrase(vaulttest::Home::kPassphrase);
    ways.interactive = true;
    QVERIFY(await(bench.host->unlock(std::move(ways))));
    const QStringList kinds = bench.auditKinds();
    QVERIFY(kinds.contains(QStringLiteral("locked")));
    QCOMPARE(kinds.last(), QStringLiteral("unlocked"));
}

void TestVaultHost::unlockMovesCheckpoint()
{
    const Bench bench;
    const auto checkpoint = [&bench] {
        return *await(bench.host->withSession([](vault::Session &session) -> base::Result<std::uint64_t> {
            return session.integrity().root().checkpoint.seq;
        }));
    };
    const auto unlock = [&bench] {
        service::WaysIn ways = byPassphrase(vaulttest::Home::kPassphrase);
        ways.interactive = true;
        return await(bench.host->lock(service::LockReason::User)) && await(bench.host->unlock(std::move(ways)));
    };
    QVERIFY(unlock());
    const std::uint64_t before = checkpoint();
    // As many releases as nobody wants to read at each unlock, and not one change.
    VERIFY_OK(await(bench.host->withSession([](vault::Session &session) -> base::Result<service::Done> {
        const QList<vault::AuditEvent> many(4096, vaulttest::auditEvent(QStringLiteral("released")));
        LATCHKEY_CHECK(session.release(many, [] { return base::Result<void>(); }));
        return service::Done{};
    })));
    QCOMPARE(checkpoint(), before);
    QVERIFY(unlock());
    QVERIFY(checkpoint() > before + 4096);
}

void TestVaultHost::changePassphrase()
{
    const Bench bench;
    QVERIFY(await(bench.host->changePassphrase(vaulttest::secret("another one"))));
    QVERIFY(await(bench.host->lock(service::LockReason::User)));
    COMPARE_CODE(await(bench.host->unlock(byPassphrase(vaulttest::Home::kPassphrase))), base::ErrorCode::WrongPassphrase);
    QVERIFY(await(bench.host->unlock(byPassphrase("another one"))));
    COMPARE_CODE(await(bench.host->changePassphrase({})), base::ErrorCode::EmptyField);
}

void TestVaultHost::lockedByForeignRotation()
{
    const Bench bench;
    QSignalSpy changed(bench.host.get(), &service::VaultHost::stateChanged);
    // What a transaction answers once another process has rotated the vault key.
    const auto refused = bench.host->withSession([](vault::Session &) -> base::Result<service::Done> {
        return base::fail(base::ErrorCode::Locked, QStringLiteral("key_rotated"));
    });
    COMPARE_CODE(await(refused), base::ErrorCode::Locked);
    QTRY_COMPARE(bench.host->state(), LockState::Locked);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(bench.host->lastLock().reason, service::LockReason::Foreign);
    COMPARE_CODE(await(bench.host->keySlots()), base::ErrorCode::Locked);
    VERIFY_OK(await(bench.host->unlock(byPassphrase(vaulttest::Home::kPassphrase))));
}

/// Also by an agent that nobody asks for anything.
void TestVaultHost::foreignRotationIsNoticed()
{
    Bench bench;
    bench.host->watchChanges(std::chrono::milliseconds(1));
    servicetest::rotateElsewhere(bench.home);
    QTRY_COMPARE(bench.host->state(), LockState::Locked);
    QCOMPARE(bench.host->lastLock().reason, service::LockReason::Foreign);
    VERIFY_OK(await(bench.host->unlock(byPassphrase(vaulttest::Home::kPassphrase))));
}

/// VAULT.md: after Lock now, what only the keychain opens waits for a person.
void TestVaultHost::lockedByHand()
{
    servicetest::KeychainBench bench(vault::SlotKind::Keychain);
    const auto unlock = [&bench](bool person) {
        service::WaysIn ways;
        ways.interactive = true;
        ways.mayPrompt = person;
        return await(bench.host->unlock(std::move(ways)));
    };
    VERIFY_OK(unlock(false));
    QVERIFY(await(bench.host->lock(service::LockReason::Idle)));
    VERIFY_OK(unlock(false));
    QVERIFY(await(bench.host->lock(service::LockReason::User)));
    const auto reads = bench.keychain.reads.size();
    const auto refused = unlock(false);
    COMPARE_CODE(refused, base::ErrorCode::NoWayIn);
    QCOMPARE(refused.error().detail, QStringLiteral("locked_by_hand"));
    QCOMPARE(bench.keychain.reads.size(), reads);
    QCOMPARE(bench.host->state(), LockState::Locked);
    VERIFY_OK(unlock(true));
    QVERIFY(await(bench.host->lock(service::LockReason::ScreenLock)));
    VERIFY_OK(unlock(false));
}

void TestVaultHost::foreignChangesAreSeen()
{
    Bench bench;
    QSignalSpy changed(bench.host.get(), &service::VaultHost::contentChanged);
    bench.host->watchChanges(std::chrono::milliseconds(1));
    auto other = bench.home.open();
    VERIFY_OK(other);
    QCOMPARE(changed.size(), 0); // opening changes nothing
    VERIFY_OK(vault::Settings(vaulttest::sessionOf(**other)).set({{QStringLiteral("theme"), QStringLiteral("dark")}}));
    QVERIFY(changed.wait());

    // Whoever was told reads, and is then left alone.
    VERIFY_OK(await(bench.host->withSession([](vault::Session &session) { return vault::Settings(session).all(); })));
    QVERIFY(await(bench.host->lock(service::LockReason::User)));
    changed.clear();
    VERIFY_OK(vault::Settings(vaulttest::sessionOf(**other)).set({{QStringLiteral("theme"), QStringLiteral("light")}}));
    VERIFY_OK(await(bench.host->unlock(byPassphrase(vaulttest::Home::kPassphrase))));
    QCOMPARE(changed.size(), 0);
}

void TestVaultHost::nothingThere()
{
    vaulttest::Home home;
    keychain::DisabledKeychain noKeychain;
    servicetest::OpenGate gate;
    service::VaultHost host({home.environment(), noKeychain, gate}, home.path());
    COMPARE_CODE(await(host.inspect()), base::ErrorCode::NotInitialized);
    COMPARE_CODE(await(host.unlock(byPassphrase("p"))), base::ErrorCode::NotInitialized);
    QCOMPARE(await(host.keychainStatus())->state, vault::ports::KeychainState::NoService);
}

LATCHKEY_TEST_MAIN(TestVaultHost)
#include "tst_vaulthost.moc"
