// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/keyslots.h"

#include "service/keychainbench.h"
#include "support/testmain.h"

using base::ErrorCode;
using service::KeySlots;
using servicetest::KeychainBench;
using testsupport::await;
using testsupport::outcome;
using vault::SlotKind;
using vaulttest::Home;
using vaulttest::secret;

namespace {

const service::Caller kCaller{QStringLiteral("test")};
constexpr std::string_view kSecond = "a second passphrase";

service::NewWayIn wayIn(SlotKind kind, std::string_view passphrase = {})
{
    service::NewWayIn out;
    out.kind = kind;
    if (!passphrase.empty())
        out.passphrase = secret(passphrase);
    return out;
}

} // namespace

class TestKeySlots final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void passphraseBesideAnother();
    void provedWithoutTheKeychain();
    void provedByTheHalfThatIsThere();
    void keychainHalfIsKept();
    void keychainFails_data();
    void keychainFails();
    void ownerIsProved();
    void keychainOnlyVaultHasNoneToProve();
    void removedEntryGoes();
    void removedEntryThatStays();
    void refusals();
    void recoveryKeyIsRenewed();
};

/// The one of both goes first; what is no passphrase of it may be that of the other.
void TestKeySlots::passphraseBesideAnother()
{
    KeychainBench bench;
    VERIFY_OK(bench.unlock());
    KeySlots ways(*bench.host, bench.ports(), kCaller);
    const auto added = await(ways.add(wayIn(SlotKind::Passphrase, kSecond), {}));
    VERIFY_OK(added);
    QCOMPARE(bench.audit().last(), QStringLiteral("slot-added"));
    const auto asked = bench.keychain.reads.size();
    const auto bySecond = bench.unlock(kSecond);
    VERIFY_OK(bySecond);
    QCOMPARE(bySecond->id, added->id);
    QCOMPARE(bench.keychain.reads.size(), asked);
    const auto byFirst = bench.unlock();
    VERIFY_OK(byFirst);
    QCOMPARE(byFirst->kind, SlotKind::PassphraseKeychain);
    COMPARE_CODE(bench.unlock("neither"), ErrorCode::WrongPassphrase);
    bench.keychain.readError = ErrorCode::KeychainLocked;
    COMPARE_CODE(bench.unlock(), ErrorCode::WrongPassphrase);
    VERIFY_OK(bench.unlock(kSecond));
}

/// Who knows a passphrase that is enough by itself proves it, whatever became of the keychain.
void TestKeySlots::provedWithoutTheKeychain()
{
    KeychainBench bench;
    VERIFY_OK(bench.unlock());
    bench.keychain.readError = ErrorCode::KeychainUnavailable;
    const auto proved = [&bench](std::string_view passphrase) {
        return await(bench.host->provePassphrase(secret(passphrase)));
    };
    COMPARE_CODE(proved(Home::kPassphrase), ErrorCode::KeychainUnavailable); // nothing else could have shown it
    bench.keychain.readError.reset();
    KeySlots ways(*bench.host, bench.ports(), kCaller);
    VERIFY_OK(await(ways.add(wayIn(SlotKind::Passphrase, kSecond), {})));
    const auto asked = bench.keychain.reads.size();
    VERIFY_OK(proved(kSecond));
    QCOMPARE(bench.keychain.reads.size(), asked);
    VERIFY_OK(proved(Home::kPassphrase));
    COMPARE_CODE(proved("neither"), ErrorCode::WrongPassphrase);
    bench.keychain.readError = ErrorCode::KeychainUnavailable;
    VERIFY_OK(proved(kSecond));
    COMPARE_CODE(proved(Home::kPassphrase), ErrorCode::WrongPassphrase);
    COMPARE_CODE(proved(""), ErrorCode::WrongPassphrase);
}

/// What became of one half does not count where another one shows the same.
void TestKeySlots::provedByTheHalfThatIsThere()
{
    KeychainBench bench;
    VERIFY_OK(bench.unlock());
    KeySlots ways(*bench.host, bench.ports(), kCaller);
    VERIFY_OK(await(ways.add(wayIn(SlotKind::PassphraseKeychain, kSecond), {})));
    VERIFY_OK(await(bench.keychain.remove(bench.entryOf(bench.home.slotId))));
    VERIFY_OK(await(bench.host->provePassphrase(secret(kSecond))));
    COMPARE_CODE(await(bench.host->provePassphrase(secret(Home::kPassphrase))), ErrorCode::WrongPassphrase);
}

void TestKeySlots::keychainHalfIsKept()
{
    KeychainBench bench(SlotKind::Passphrase);
    VERIFY_OK(bench.unlock());
    KeySlots ways(*bench.host, bench.ports(), kCaller);
    const auto only = await(ways.add(wayIn(SlotKind::Keychain), {}));
    VERIFY_OK(only);
    QCOMPARE(only->keychainBackend, QStringLiteral("played"));
    const auto both = await(ways.add(wayIn(SlotKind::PassphraseKeychain, kSecond), {}));
    VERIFY_OK(both);
    QStringList entries{bench.entryOf(only->id), bench.entryOf(both->id)};
    entries.sort();
    QCOMPARE(bench.keychain.names(), entries);
    service::WaysIn nothing;
    const auto opened = await(bench.host->unlock(std::move(nothing)));
    VERIFY_OK(opened);
    QCOMPARE(opened->id, only->id);
    const auto bySecond = bench.unlock(kSecond);
    VERIFY_OK(bySecond);
    QCOMPARE(bySecond->id, both->id);
}

void TestKeySlots::keychainFails_data()
{
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("answer");
    QTest::newRow("not to be used") << "unused" << "keychain_unavailable";
    QTest::newRow("writing") << "write" << "keychain_denied";
    QTest::newRow("reading back") << "read" << "keychain_timeout";
    QTest::newRow("another value") << "garble" << "keychain_write_failed";
}

void TestKeySlots::keychainFails()
{
    QFETCH(QString, where);
    QFETCH(QString, answer);
    KeychainBench bench(SlotKind::Passphrase);
    VERIFY_OK(bench.unlock());
    const QStringList audit = bench.audit();
    service::NewWayIn request = wayIn(SlotKind::Keychain);
    request.useKeychain = where != QStringLiteral("unused");
    if (where == QStringLiteral("write"))
        bench.keychain.writeError = ErrorCode::KeychainDenied;
    if (where == QStringLiteral("read"))
        bench.keychain.readError = ErrorCode::KeychainTimeout;
    bench.keychain.garbles = where == QStringLiteral("garble");
    KeySlots ways(*bench.host, bench.ports(), kCaller);
    QCOMPARE(outcome(await(ways.add(std::move(request), {}))), answer);
    QTRY_COMPARE(bench.keychain.size(), std::size_t(0));
    QCOMPARE(bench.audit(), audit);
    QCOMPARE(bench.kinds(), QStringList({QStringLiteral("passphrase"), QStringLiteral("recovery")}));
}

void TestKeySlots::ownerIsProved()
{
    KeychainBench bench(SlotKind::Passphrase);
    VERIFY_OK(bench.unlock());
    KeySlots ways(*bench.host, bench.ports(), kCaller);
    const QStringList audit = bench.audit();
    for (const std::string_view wrong : {std::string_view("not it"), std::string_view()}) {
        const auto current = [wrong] { return wrong.empty() ? base::SecretBytes() : secret(wrong); };
        COMPARE_CODE(await(ways.add(wayIn(SlotKind::Passphrase, kSecond), current())), ErrorCode::WrongPassphrase);
        COMPARE_CODE(await(ways.remove(bench.home.slotId, current())), ErrorCode::WrongPassphrase);
        COMPARE_CODE(await(ways.renewRecoveryKey({}, current())), ErrorCode::WrongPassphrase);
    }
    QCOMPARE(bench.audit(), audit);
    VERIFY_OK(await(ways.add(wayIn(SlotKind::Passphrase, kSecond), secret(Home::kPassphrase))));
    VERIFY_OK(await(ways.remove(bench.home.slotId, secret(kSecond)))); // any that is valid
    VERIFY_OK(bench.unlockByPaper(bench.home.recoveryText));
    VERIFY_OK(await(ways.renewRecoveryKey({}, base::SecretBytes()))); // whoever has the paper has forgotten it
}

void TestKeySlots::keychainOnlyVaultHasNoneToProve()
{
    KeychainBench bench(SlotKind::Keychain);
    VERIFY_OK(await(bench.host->unlock({})));
    KeySlots ways(*bench.host, bench.ports(), kCaller);
    VERIFY_OK(await(ways.add(wayIn(SlotKind::Passphrase, kSecond), base::SecretBytes())));
    COMPARE_CODE(await(ways.remove(bench.home.slotId, base::SecretBytes())), ErrorCode::WrongPassphrase);
    VERIFY_OK(await(ways.remove(bench.home.slotId, secret(kSecond))));
    QCOMPARE(bench.keychain.size(), std::size_t(0));
}

void TestKeySlots::removedEntryGoes()
{
    KeychainBench bench;
    VERIFY_OK(bench.unlock());
    KeySlots ways(*bench.host, bench.ports(), kCaller);
    VERIFY_OK(await(ways.add(wayIn(SlotKind::Passphrase, kSecond), {})));
    const auto removed = await(ways.remove(bench.home.slotId, {}));
    VERIFY_OK(removed);
    QCOMPARE(removed->slot.id, bench.home.slotId);
    QCOMPARE(removed->entriesLeft, 0);
    QCOMPARE(bench.keychain.size(), std::size_t(0));
    QCOMPARE(bench.cleanup(), QStringList());
    COMPARE_CODE(bench.unlock(), ErrorCode::WrongPassphrase);
}

void TestKeySlots::removedEntryThatStays()
{
    KeychainBench bench;
    VERIFY_OK(bench.unlock());
    KeySlots ways(*bench.host, bench.ports(), kCaller);
    VERIFY_OK(await(ways.add(wayIn(SlotKind::Passphrase, kSecond), {})));
    bench.keychain.removeError = ErrorCode::KeychainWriteFailed;
    const auto removed = await(ways.remove(bench.home.slotId, {}));
    VERIFY_OK(removed);
    QCOMPARE(removed->entriesLeft, 1);
    QCOMPARE(bench.cleanup(), QStringList({bench.entryOf(bench.home.slotId)}));
    bench.keychain.removeError.reset();
    VERIFY_OK(bench.unlock(kSecond, true));
    QTRY_COMPARE(bench.cleanup(), QStringList());
    QCOMPARE(bench.keychain.size(), std::size_t(0));
}

void TestKeySlots::refusals()
{
    KeychainBench bench(SlotKind::Passphrase);
    VERIFY_OK(bench.unlock());
    KeySlots ways(*bench.host, bench.ports(), kCaller);
    COMPARE_CODE(await(ways.add(wayIn(SlotKind::Passphrase), {})), ErrorCode::EmptyField);
    COMPARE_CODE(await(ways.add(wayIn(SlotKind::Recovery), {})), ErrorCode::InvalidArgument);
    COMPARE_CODE(await(ways.remove(QUuid::createUuid(), {})), ErrorCode::NotFound);
    COMPARE_CODE(await(ways.remove(bench.home.slotId, {})), ErrorCode::Denied);
    VERIFY_OK(await(bench.host->lock(service::LockReason::User)));
    COMPARE_CODE(await(ways.remove(bench.home.slotId, {})), ErrorCode::Locked);
    COMPARE_CODE(await(ways.renewRecoveryKey({}, {})), ErrorCode::Locked);
}

void TestKeySlots::recoveryKeyIsRenewed()
{
    KeychainBench bench(SlotKind::Passphrase);
    VERIFY_OK(bench.unlock());
    KeySlots ways(*bench.host, bench.ports(), kCaller);
    const auto refuse = [](const base::SecretBytes &) -> base::Result<void> { return base::fail(ErrorCode::Cancelled); };
    COMPARE_CODE(await(ways.renewRecoveryKey(refuse, {})), ErrorCode::Cancelled);
    QByteArray paper;
    const auto deliver = [&paper](const base::SecretBytes &text) -> base::Result<void> {
        paper = vaulttest::textOf(text);
        return {};
    };
    VERIFY_OK(await(ways.renewRecoveryKey(deliver, {})));
    QCOMPARE(bench.audit().last(), QStringLiteral("recovery-key-renewed"));
    COMPARE_CODE(bench.unlockByPaper(bench.home.recoveryText), ErrorCode::WrongPassphrase);
    VERIFY_OK(bench.unlockByPaper(paper));
    VERIFY_OK(bench.unlock());
}

LATCHKEY_TEST_MAIN(TestKeySlots)
#include "tst_keyslots.moc"
