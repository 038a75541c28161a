// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/securitycontroller.h"

#include "service/playedkeychain.h"
#include "service/servicefixture.h"
#include "support/testmain.h"
#include "vault/slotmanager.h"

#include <QSignalSpy>

#include <algorithm>

using presentation::SecurityController;
using presentation::StripMessage;
using servicetest::Bench;
using testsupport::await;
using vaulttest::Home;
using vaulttest::secret;

namespace {

/// "Passphrase*, Recovery key": an asterisk marks the one that opened the vault.
QString shown(const SecurityController &controller)
{
    QStringList out;
    for (const presentation::WayToUnlock &way : controller.ways())
        out << way.kind + (way.used ? QStringLiteral("*") : QString());
    out.sort();
    return out.join(QStringLiteral(", "));
}

} // namespace

class TestSecurityController final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void waysIn();
    void keychainIsNamed();
    void openedByRecoveryKey();
    void unknownKindIsShown();
    void changes();
    void refuses_data();
    void refuses();
    void lockDropsAnswers();
};

void TestSecurityController::waysIn()
{
    Bench bench;
    SecurityController controller(*bench.host, *bench.integrity);
    QVERIFY(controller.ways().isEmpty());
    controller.reload();
    QTRY_COMPARE(shown(controller), QStringLiteral("Passphrase*, Recovery key"));
    QVERIFY(controller.hasPassphrase());
    QVERIFY(controller.asksCurrentPassphrase());
    QVERIFY(controller.recoveryKeyText().startsWith(QStringLiteral("Made on ")));
    for (const presentation::WayToUnlock &way : controller.ways())
        QVERIFY(way.made.contains(QStringLiteral("25"))); // 22 November 2025
    QTRY_COMPARE(controller.masterKeyText(), QStringLiteral("Not changed since the vault was made."));
    controller.clear();
    QVERIFY(controller.ways().isEmpty() && controller.recoveryKeyText().isEmpty() && controller.masterKeyText().isEmpty());
}

void TestSecurityController::keychainIsNamed()
{
    Bench bench; // for its gate
    Home home;
    servicetest::PlayedKeychain keychain;
    service::VaultHost host({home.environment(), keychain, bench.gate}, home.path());
    service::NewVault request;
    request.method = vault::SlotKind::Keychain;
    VERIFY_OK(await(host.create(std::move(request))));
    service::Integrity log(host);
    SecurityController controller(host, log);
    controller.reload();
    QTRY_COMPARE(shown(controller), QStringLiteral("Recovery key, This computer only*"));
    QVERIFY(!controller.hasPassphrase());
    QVERIFY(std::ranges::any_of(controller.ways(), [](const auto &way) { return way.place.contains(u"played"); }));
}

void TestSecurityController::openedByRecoveryKey()
{
    Bench bench;
    VERIFY_OK(await(bench.host->lock(service::LockReason::User)));
    service::WaysIn ways;
    ways.recoveryKey = secret(bench.home.recoveryText.toStdString());
    ways.useKeychain = false;
    VERIFY_OK(await(bench.host->unlock(std::move(ways))));
    SecurityController controller(*bench.host, *bench.integrity);
    controller.reload();
    QTRY_COMPARE(shown(controller), QStringLiteral("Passphrase, Recovery key*"));
    QVERIFY(!controller.asksCurrentPassphrase());
    QSignalSpy done(&controller, &SecurityController::passphraseChanged);
    controller.changePassphrase({}, secret("another one"), secret("another one"));
    QVERIFY(done.wait(60'000));
}

/// As a later version of the program may have put one there.
void TestSecurityController::unknownKindIsShown()
{
    Bench bench;
    const QUuid id = *base::newUuid(bench.home.random);
    const auto put = await(bench.host->withSession([id](vault::Session &session) -> base::Result<bool> {
        vault::AuditEvent event;
        event.kind = QStringLiteral("x");
        LATCHKEY_CHECK(session.change(event, [&]() -> base::Result<void> {
            LATCHKEY_TRY(const vault::HeaderBlock block, vault::readHeader(session.slotStore()));
            LATCHKEY_CHECK(session.slotStore().putSlot({id, QByteArray("LKS1\x05 of a newer program")}));
            return vault::SlotManager(session).install({}, block.header);
        }));
        return true;
    }));
    VERIFY_OK(put);
    SecurityController controller(*bench.host, *bench.integrity);
    controller.reload();
    QTRY_COMPARE(shown(controller), QStringLiteral("Of an unknown kind, Passphrase*, Recovery key"));
    const auto found = std::ranges::find(controller.ways(), id, &presentation::WayToUnlock::id);
    QVERIFY(found != controller.ways().end());
    QVERIFY(!found->known && !found->isRecoveryKey && found->place.contains(u"newer Latchkey"));
}

void TestSecurityController::changes()
{
    Bench bench;
    SecurityController controller(*bench.host, *bench.integrity);
    QSignalSpy done(&controller, &SecurityController::passphraseChanged);
    controller.changePassphrase(secret(Home::kPassphrase), secret("another one"), secret("another one"));
    QVERIFY(controller.isChanging());
    QCOMPARE(controller.changeMessage().level, StripMessage::Level::Busy);
    QVERIFY(done.wait(60'000));
    QVERIFY(!controller.isChanging());
    QCOMPARE(controller.message().level, StripMessage::Level::Ok);
    QTRY_VERIFY(!controller.ways().isEmpty()); // read anew
    controller.startChange();
    QCOMPARE(controller.message(), StripMessage());
}

void TestSecurityController::refuses_data()
{
    QTest::addColumn<QByteArray>("current");
    QTest::addColumn<QByteArray>("next");
    QTest::addColumn<QByteArray>("again");
    QTest::addColumn<QString>("title");
    const QByteArray right(Home::kPassphrase.data(), static_cast<qsizetype>(Home::kPassphrase.size()));
    QTest::newRow("wrong") << QByteArray("wrong") << QByteArray("new one") << QByteArray("new one")
                           << "That passphrase is not right. Nothing was changed.";
    QTest::newRow("not the same") << right << QByteArray("new one") << QByteArray("new two")
                                  << "The two new passphrases are not the same.";
    QTest::newRow("nothing") << right << QByteArray() << QByteArray() << "Type a new passphrase.";
}

void TestSecurityController::refuses()
{
    QFETCH(QByteArray, current);
    QFETCH(QByteArray, next);
    QFETCH(QByteArray, again);
    QFETCH(QString, title);
    Bench bench;
    SecurityController controller(*bench.host, *bench.integrity);
    QSignalSpy done(&controller, &SecurityController::passphraseChanged);
    controller.changePassphrase(secret(current.toStdString()), secret(next.toStdString()), secret(again.toStdString()));
    QTRY_COMPARE_WITH_TIMEOUT(controller.changeMessage().level, StripMessage::Level::Bad, 60'000);
    QCOMPARE(controller.changeMessage().title, title);
    QCOMPARE(done.size(), 0);
    QVERIFY(!controller.isChanging());
}

void TestSecurityController::lockDropsAnswers()
{
    Bench bench;
    SecurityController controller(*bench.host, *bench.integrity);
    QSignalSpy done(&controller, &SecurityController::passphraseChanged);
    controller.reload();
    controller.changePassphrase(secret("wrong"), secret("new one"), secret("new one"));
    controller.clear();
    VERIFY_OK(await(bench.host->keySlots())); // the vault thread may still be at it
    VERIFY_OK(await(bench.host->keySlots()));
    QCoreApplication::processEvents();
    QCOMPARE(controller.changeMessage(), StripMessage());
    QVERIFY(controller.ways().isEmpty());
    QVERIFY(!controller.isChanging());
}

LATCHKEY_TEST_MAIN(TestSecurityController)
#include "tst_securitycontroller.moc"
