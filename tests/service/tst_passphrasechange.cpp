// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/playedkeychain.h"
#include "service/servicefixture.h"
#include "support/testmain.h"

using service::LockReason;
using servicetest::Bench;
using testsupport::await;
using testsupport::outcome;
using vaulttest::Home;
using vaulttest::secret;

namespace {

service::WaysIn byPassphrase(std::string_view text)
{
    service::WaysIn ways;
    ways.passphrase = secret(text);
    return ways;
}

} // namespace

/// VaultHost::changePassphrase() in a vault that has been open for a while.
class TestPassphraseChange final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void knownIsReplaced();
    void unknownIsRefused_data();
    void unknownIsRefused();
    void recoveryKeyNeedsNone();
    void withKeychain();
    void locked();
};

void TestPassphraseChange::knownIsReplaced()
{
    Bench bench;
    QVERIFY(service::asksCurrentPassphrase(*bench.host));
    VERIFY_OK(await(bench.host->changePassphrase(secret(Home::kPassphrase), secret("another one"))));
    QCOMPARE(bench.auditKinds().last(), QStringLiteral("passphrase-changed"));
    VERIFY_OK(await(bench.host->lock(LockReason::User)));
    COMPARE_CODE(await(bench.host->unlock(byPassphrase(Home::kPassphrase))), base::ErrorCode::WrongPassphrase);
    VERIFY_OK(await(bench.host->unlock(byPassphrase("another one"))));
}

void TestPassphraseChange::unknownIsRefused_data()
{
    QTest::addColumn<QByteArray>("current");
    QTest::addColumn<QByteArray>("next");
    QTest::addColumn<QString>("answer");
    const QByteArray right(Home::kPassphrase.data(), static_cast<qsizetype>(Home::kPassphrase.size()));
    QTest::newRow("wrong") << QByteArray("not this one") << QByteArray("another one") << "wrong_passphrase";
    QTest::newRow("nothing typed") << QByteArray() << QByteArray("another one") << "wrong_passphrase";
    QTest::newRow("the new one is no old one")
        << QByteArray("another one") << QByteArray("another one") << "wrong_passphrase";
    QTest::newRow("nothing new") << right << QByteArray() << "empty_field";
}

void TestPassphraseChange::unknownIsRefused()
{
    QFETCH(QByteArray, current);
    QFETCH(QByteArray, next);
    QFETCH(QString, answer);
    Bench bench;
    const QStringList before = bench.auditKinds();
    QCOMPARE(outcome(await(bench.host->changePassphrase(secret(current.toStdString()), secret(next.toStdString())))),
             answer);
    QCOMPARE(bench.auditKinds(), before);
    VERIFY_OK(await(bench.host->lock(LockReason::User)));
    VERIFY_OK(await(bench.host->unlock(byPassphrase(Home::kPassphrase)))); // the old one still opens
}

/// Whoever has the recovery key has forgotten the passphrase, or never knew it.
void TestPassphraseChange::recoveryKeyNeedsNone()
{
    Bench bench;
    VERIFY_OK(await(bench.host->lock(LockReason::User)));
    QVERIFY(service::asksCurrentPassphrase(*bench.host));
    service::WaysIn ways;
    ways.recoveryKey = secret(bench.home.recoveryText.toStdString());
    ways.useKeychain = false;
    VERIFY_OK(await(bench.host->unlock(std::move(ways))));
    QVERIFY(!service::asksCurrentPassphrase(*bench.host));
    VERIFY_OK(await(bench.host->changePassphrase({}, secret("another one"))));
    VERIFY_OK(await(bench.host->lock(LockReason::User)));
    VERIFY_OK(await(bench.host->unlock(byPassphrase("another one"))));
}

void TestPassphraseChange::withKeychain()
{
    Bench bench; // for its gate
    Home home;
    servicetest::PlayedKeychain keychain;
    service::VaultHost host({home.environment(), keychain, bench.gate}, home.path());
    service::NewVault request;
    request.method = vault::SlotKind::PassphraseKeychain;
    request.passphrase = secret(Home::kPassphrase);
    VERIFY_OK(await(host.create(std::move(request))));
    QCOMPARE(outcome(await(host.changePassphrase(secret("wrong"), secret("another one")))),
             QStringLiteral("wrong_passphrase"));
    keychain.readError = base::ErrorCode::KeychainLocked;
    QCOMPARE(outcome(await(host.changePassphrase(secret(Home::kPassphrase), secret("another one")))),
             QStringLiteral("keychain_locked"));
    keychain.readError.reset();
    VERIFY_OK(await(host.changePassphrase(secret(Home::kPassphrase), secret("another one"))));
    VERIFY_OK(await(host.lock(LockReason::User)));
    VERIFY_OK(await(host.unlock(byPassphrase("another one"))));
}

void TestPassphraseChange::locked()
{
    Bench bench;
    VERIFY_OK(await(bench.host->lock(LockReason::User)));
    QCOMPARE(outcome(await(bench.host->changePassphrase(secret(Home::kPassphrase), secret("another one")))),
             QStringLiteral("locked"));
}

LATCHKEY_TEST_MAIN(TestPassphraseChange)
#include "tst_passphrasechange.moc"
