// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/keyrotation.h"

#include "service/keychainbench.h"
#include "support/testmain.h"
#include "vault/settings.h"

#include <QSignalSpy>

using base::ErrorCode;
using service::KeyRotation;
using servicetest::Bench;
using servicetest::KeychainBench;
using testsupport::await;
using testsupport::outcome;
using vaulttest::Home;
using vaulttest::secret;

namespace {

const service::Caller kCaller{QStringLiteral("test")};

service::RotationRequest with(std::initializer_list<std::string_view> passphrases, QByteArray *paper = nullptr)
{
    service::RotationRequest out;
    for (const std::string_view text : passphrases)
        out.passphrases.push_back(secret(text));
    if (paper != nullptr) {
        out.deliverRecoveryKey = [paper](const base::SecretBytes &text) -> base::Result<void> {
            *paper = vaulttest::textOf(text);
            return {};
        };
    }
    return out;
}

} // namespace

class TestKeyRotation final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void passphraseGoesOn();
    void wrongOrMissingPassphrase_data();
    void wrongOrMissingPassphrase();
    void openedByPaperNeedsNoProof();
    void keyWaitsForItsOwner();
    void keychainGetsANewHalf();
    void keychainFails_data();
    void keychainFails();
    void failureTakesNewEntriesAway();
    void oldEntryThatStays();
    void keychainNotTouched();
    void lockInBetween();
    void oneAtATime();
    void otherProgramLocks();
    void locked();
};

void TestKeyRotation::passphraseGoesOn()
{
    Bench bench;
    bench.putSecret(QStringLiteral("api/one"), {QStringLiteral("value=x")});
    KeyRotation rotation(*bench.host, {bench.home.environment(), bench.noKeychain, bench.gate}, kCaller);
    QSignalSpy changed(bench.host.get(), &service::VaultHost::contentChanged);
    QByteArray paper;
    const auto done = await(rotation.rotate(with({Home::kPassphrase}, &paper)));
    VERIFY_OK(done);
    QCOMPARE(done->generation, 2U);
    QCOMPARE(done->entriesLeft, 0);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(bench.got(QStringLiteral("api/one")), QStringLiteral("x"));
    const QStringList kinds = bench.auditKinds();
    QVERIFY(kinds.contains(QStringLiteral("checkpoint")) && kinds.contains(QStringLiteral("key-rotated")));
    QVERIFY(await(bench.integrity->verify()).has_value());
    VERIFY_OK(await(bench.host->lock(service::LockReason::User)));
    bench.unlock();
    QCOMPARE(bench.got(QStringLiteral("api/one")), QStringLiteral("x"));
    service::WaysIn old;
    old.recoveryKey = secret(bench.home.recoveryText.toStdString());
    COMPARE_CODE(await(bench.host->unlock(std::move(old))), ErrorCode::WrongPassphrase);
    service::WaysIn now;
    now.recoveryKey = secret(paper.toStdString());
    VERIFY_OK(await(bench.host->unlock(std::move(now))));
}

void TestKeyRotation::wrongOrMissingPassphrase_data()
{
    QTest::addColumn<QByteArray>("passphrase");
    QTest::addColumn<QString>("answer");
    QTest::newRow("wrong") << QByteArray("not it") << "wrong_passphrase";
    QTest::newRow("none") << QByteArray() << "missing_field";
}

void TestKeyRotation::wrongOrMissingPassphrase()
{
    QFETCH(QByteArray, passphrase);
    QFETCH(QString, answer);
    Bench bench;
    KeyRotation rotation(*bench.host, {bench.home.environment(), bench.noKeychain, bench.gate}, kCaller);
    const QStringList before = bench.auditKinds();
    QByteArray paper;
    const std::string text = passphrase.toStdString();
    auto request = passphrase.isEmpty() ? with({}, &paper) : with({text}, &paper);
    QCOMPARE(outcome(await(rotation.rotate(std::move(request)))), answer);
    QVERIFY(paper.isEmpty());
    QCOMPARE(bench.auditKinds(), before);
    VERIFY_OK(await(bench.host->lock(service::LockReason::User)));
    bench.unlock();
}

void TestKeyRotation::openedByPaperNeedsNoProof()
{
    KeychainBench bench(vault::SlotKind::Passphrase);
    VERIFY_OK(bench.unlockByPaper(bench.home.recoveryText));
    KeyRotation rotation(*bench.host, bench.ports(), kCaller);
    // The passphrase is forgotten, and its way in ends; a keychain's goes on.
    const QUuid half = *base::newUuid(bench.home.random);
    VERIFY_OK(await(bench.keychain.write(bench.entryOf(half), secret(Home::kKeychainSecret))));
    VERIFY_OK(await(bench.host->withSession([half](vault::Session &session) -> base::Result<bool> {
        const base::SecretBytes text = secret(Home::kKeychainSecret);
        vault::NewSlot slot;
        slot.id = half;
        slot.kind = vault::SlotKind::Keychain;
        slot.keychainSecret = &text;
        LATCHKEY_CHECK(vault::SlotManager(session).add(slot));
        return true;
    })));
    auto request = with({});
    request.drop.insert(bench.home.slotId);
    const auto done = await(rotation.rotate(std::move(request)));
    VERIFY_OK(done);
    QCOMPARE(done->dropped.size(), 1);
    QCOMPARE(bench.kinds(), QStringList({QStringLiteral("keychain"), QStringLiteral("recovery")}));
}

void TestKeyRotation::keyWaitsForItsOwner()
{
    Bench bench;
    KeyRotation rotation(*bench.host, {bench.home.environment(), bench.noKeychain, bench.gate}, kCaller);
    VERIFY_OK(await(rotation.rotate(with({Home::kPassphrase}))));
    const auto pending = await(bench.host->pendingRecoveryKey());
    QVERIFY(pending && *pending);
    VERIFY_OK(await(bench.host->confirmRecoveryKey()));
    service::WaysIn ways;
    ways.recoveryKey = secret(vaulttest::textOf(**pending).toStdString());
    VERIFY_OK(await(bench.host->unlock(std::move(ways))));
}

void TestKeyRotation::keychainGetsANewHalf()
{
    KeychainBench bench;
    VERIFY_OK(bench.unlock());
    const QStringList before = bench.keychain.names();
    KeyRotation rotation(*bench.host, bench.ports(), kCaller);
    const auto done = await(rotation.rotate(with({Home::kPassphrase})));
    VERIFY_OK(done);
    QCOMPARE(done->entriesLeft, 0);
    QCOMPARE(bench.keychain.size(), std::size_t(1));
    QVERIFY(bench.keychain.names() != before);
    QCOMPARE(bench.cleanup(), QStringList());
    QCOMPARE(bench.audit().last(), QStringLiteral("keychain-cleaned"));
    VERIFY_OK(await(bench.host->lock(service::LockReason::User)));
    VERIFY_OK(bench.unlock());
}

void TestKeyRotation::keychainFails_data()
{
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("answer");
    QTest::newRow("reading the old half") << "read" << "keychain_locked";
    QTest::newRow("writing") << "write" << "keychain_write_failed";
    QTest::newRow("reading back") << "garble" << "keychain_entry_changed";
    QTest::newRow("reading the new half back") << "garble new" << "keychain_write_failed";
}

void TestKeyRotation::keychainFails()
{
    QFETCH(QString, where);
    QFETCH(QString, answer);
    KeychainBench bench;
    VERIFY_OK(bench.unlock());
    const QStringList entries = bench.keychain.names();
    const QStringList audit = bench.audit();
    KeyRotation rotation(*bench.host, bench.ports(), kCaller);
    if (where == QStringLiteral("read"))
        bench.keychain.readError = ErrorCode::KeychainLocked;
    if (where == QStringLiteral("write"))
        bench.keychain.writeError = ErrorCode::KeychainWriteFailed;
    if (where == QStringLiteral("garble"))
        bench.keychain.garbles = true;
    if (where == QStringLiteral("garble new"))
        bench.keychain.onWrite = [&bench] { bench.keychain.garbles = true; };
    QByteArray paper;
    QCOMPARE(outcome(await(rotation.rotate(with({Home::kPassphrase}, &paper)))), answer);
    QVERIFY(paper.isEmpty());
    bench.keychain.garbles = false;
    bench.keychain.readError.reset();
    bench.keychain.writeError.reset();
    QTRY_COMPARE(bench.keychain.names(), entries);
    QCOMPARE(bench.audit(), audit);
    VERIFY_OK(await(bench.host->lock(service::LockReason::User)));
    VERIFY_OK(bench.unlock());
    VERIFY_OK(bench.unlockByPaper(bench.home.recoveryText));
}

/// The new half was kept, and then the recovery key reached nobody.
void TestKeyRotation::failureTakesNewEntriesAway()
{
    KeychainBench bench;
    VERIFY_OK(bench.unlock());
    const QStringList entries = bench.keychain.names();
    KeyRotation rotation(*bench.host, bench.ports(), kCaller);
    auto request = with({Home::kPassphrase});
    std::size_t during = 0;
    request.deliverRecoveryKey = [&](const base::SecretBytes &) -> base::Result<void> {
        during = bench.keychain.size();
        return base::fail(ErrorCode::Cancelled);
    };
    COMPARE_CODE(await(rotation.rotate(std::move(request))), ErrorCode::Cancelled);
    QCOMPARE(during, std::size_t(2));
    QTRY_COMPARE(bench.keychain.names(), entries);
    VERIFY_OK(bench.unlock());
}

void TestKeyRotation::oldEntryThatStays()
{
    KeychainBench bench;
    VERIFY_OK(bench.unlock());
    const QString old = bench.entryOf(bench.home.slotId);
    KeyRotation rotation(*bench.host, bench.ports(), kCaller);
    bench.keychain.removeError = ErrorCode::KeychainLocked;
    const auto done = await(rotation.rotate(with({Home::kPassphrase})));
    VERIFY_OK(done);
    QCOMPARE(done->entriesLeft, 1);
    QCOMPARE(bench.cleanup(), QStringList({old}));
    VERIFY_OK(await(bench.host->lock(service::LockReason::User)));
    VERIFY_OK(bench.unlock(Home::kPassphrase, true)); // tried again, and it is still locked
    QCOMPARE(bench.cleanup(), QStringList({old}));
    bench.keychain.removeError.reset();
    VERIFY_OK(bench.unlock(Home::kPassphrase, false)); // one that stays open only
    QCOMPARE(bench.cleanup(), QStringList({old}));
    VERIFY_OK(bench.unlock(Home::kPassphrase, true));
    QTRY_COMPARE(bench.cleanup(), QStringList());
    QCOMPARE(bench.keychain.size(), std::size_t(1));
    QVERIFY(!bench.keychain.names().contains(old));
}

void TestKeyRotation::keychainNotTouched()
{
    KeychainBench bench;
    VERIFY_OK(bench.unlock());
    KeyRotation rotation(*bench.host, bench.ports(), kCaller);
    const auto asked = bench.keychain.reads.size();
    auto request = with({Home::kPassphrase});
    request.useKeychain = false;
    COMPARE_CODE(await(rotation.rotate(std::move(request))), ErrorCode::KeychainUnavailable);
    QCOMPARE(bench.keychain.reads.size(), asked);
}

void TestKeyRotation::lockInBetween()
{
    Bench bench;
    bench.putSecret(QStringLiteral("api/one"), {QStringLiteral("value=x")});
    KeyRotation rotation(*bench.host, {bench.home.environment(), bench.noKeychain, bench.gate}, kCaller);
    auto request = with({Home::kPassphrase});
    base::Async<service::Done> locking;
    request.deliverRecoveryKey = [&](const base::SecretBytes &) -> base::Result<void> {
        // While the keys are there and the rows are still to be written; the lock itself is the main thread's.
        QMetaObject::invokeMethod(
            bench.host.get(), [&] { locking = bench.host->lock(service::LockReason::User); }, Qt::BlockingQueuedConnection);
        return {};
    };
    COMPARE_CODE(await(rotation.rotate(std::move(request))), ErrorCode::Cancelled);
    VERIFY_OK(await(locking));
    bench.unlock();
    QVERIFY(!bench.auditKinds().contains(QStringLiteral("key-rotated")));
    QCOMPARE(bench.got(QStringLiteral("api/one")), QStringLiteral("x"));
}

void TestKeyRotation::oneAtATime()
{
    Bench bench;
    KeyRotation rotation(*bench.host, {bench.home.environment(), bench.noKeychain, bench.gate}, kCaller);
    const auto first = rotation.rotate(with({Home::kPassphrase}));
    COMPARE_CODE(await(rotation.rotate(with({Home::kPassphrase}))), ErrorCode::Busy);
    VERIFY_OK(await(first));
    VERIFY_OK(await(rotation.rotate(with({Home::kPassphrase}))));
}

/// Another program has the vault open under the old key: it locks at its next use.
void TestKeyRotation::otherProgramLocks()
{
    Bench bench;
    service::VaultHost other({bench.home.environment(), bench.noKeychain, bench.gate}, bench.home.path());
    service::WaysIn ways;
    ways.passphrase = secret(Home::kPassphrase);
    ways.useKeychain = false;
    VERIFY_OK(await(other.unlock(std::move(ways))));
    KeyRotation rotation(*bench.host, {bench.home.environment(), bench.noKeychain, bench.gate}, kCaller);
    VERIFY_OK(await(rotation.rotate(with({Home::kPassphrase}))));
    COMPARE_CODE(await(other.keySlots()), ErrorCode::Locked);
    QTRY_COMPARE(other.state(), service::LockState::Locked);
    QCOMPARE(other.lastLock().reason, service::LockReason::Foreign);
    QCOMPARE(bench.host->state(), service::LockState::Unlocked);
}

void TestKeyRotation::locked()
{
    Bench bench;
    KeyRotation rotation(*bench.host, {bench.home.environment(), bench.noKeychain, bench.gate}, kCaller);
    VERIFY_OK(await(bench.host->lock(service::LockReason::User)));
    COMPARE_CODE(await(rotation.rotate(with({Home::kPassphrase}))), ErrorCode::Locked);
}

LATCHKEY_TEST_MAIN(TestKeyRotation)
#include "tst_keyrotation.moc"
