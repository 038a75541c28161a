// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/unlockcontroller.h"

#include "service/heldgate.h"
#include "service/playedkeychain.h"
#include "service/servicefixture.h"
#include "support/testmain.h"
#include "vault/settings.h"

#include <QDateTime>
#include <QLocale>
#include <QSignalSpy>

using base::ErrorCode;
using presentation::StripMessage;
using presentation::UnlockController;
using service::LockState;
using testsupport::await;
using vault::SlotKind;

namespace {

/// A locked vault with a played keychain, and the controller over it.
struct Page {
    explicit Page(SlotKind method = SlotKind::Passphrase)
    {
        static_cast<void>(home.create(method));
        host = std::make_unique<service::VaultHost>(service::HostPorts{home.environment(), keychain, gate}, home.path());
        controller = std::make_unique<UnlockController>(*host);
        unlocked = std::make_unique<QSignalSpy>(controller.get(), &UnlockController::unlocked);
        changed = std::make_unique<QSignalSpy>(controller.get(), &UnlockController::changed);
    }

    /// Puts this computer's half where the vault looks for it.
    void keepEntry()
    {
        const QString name = vault::KeySlot::keychainName(home.vaultId, home.slotId);
        static_cast<void>(await(keychain.write(name, vaulttest::secret(vaulttest::Home::kKeychainSecret))));
    }
    /// Puts an older file back, as somebody may who has a copy of it.
    void makeOlder()
    {
        const QByteArray copy = vaulttest::contentOf(home.path());
        auto opened = home.open();
        if (!opened || !vault::Settings(vaulttest::sessionOf(**opened)).set({{QStringLiteral("x"), QStringLiteral("y")}}))
            qFatal("the vault cannot be changed");
        (*opened)->lock();
        if (!vaulttest::writeFile(home.path(), copy))
            qFatal("no older file");
    }
    [[nodiscard]] bool acceptedOlder() const
    {
        service::Integrity integrity(*host);
        return await(integrity.acceptedOlder()).value_or(false);
    }
    [[nodiscard]] const StripMessage &message() const { return controller->message(); }
    void lock() const { static_cast<void>(await(host->lock(service::LockReason::User))); }

    vaulttest::Home home;
    servicetest::PlayedKeychain keychain;
    servicetest::HeldGate gate;
    std::unique_ptr<service::VaultHost> host;
    std::unique_ptr<UnlockController> controller;
    std::unique_ptr<QSignalSpy> unlocked;
    std::unique_ptr<QSignalSpy> changed;
};

base::SecretBytes rightPassphrase()
{
    return vaulttest::secret(vaulttest::Home::kPassphrase);
}

} // namespace

class TestUnlockController final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void asksPassphrase_data();
    void asksPassphrase();
    void unreadableFileIsTold();
    void byPassphrase();
    void wrongPassphraseThenRight();
    void byRecoveryKey();
    void byKeychain();
    void keychainFaults_data();
    void keychainFaults();
    void refusalOfTheField();
    void oneAtATime();
    void cancel();
    void cancelOvertakesTheKeychain();
    void cancelOvertakesAnotherProcess();
    void cancelWithoutUnlockLocksNothing();
    void lockClearsTheMessage();
    void lockOvertakes();
    void reasons();
    void windowLocked();
    void olderFileIsRefused();
    void olderFileOnPurpose();
    void olderFileByRecoveryKey();
    void olderFileAndWrongPassphrase();
    void olderFileIsGivenUp();
};

void TestUnlockController::asksPassphrase_data()
{
    QTest::addColumn<SlotKind>("method");
    QTest::addColumn<bool>("asks");
    QTest::newRow("passphrase") << SlotKind::Passphrase << true;
    QTest::newRow("passphrase and this computer") << SlotKind::PassphraseKeychain << true;
    QTest::newRow("this computer") << SlotKind::Keychain << false;
}

void TestUnlockController::asksPassphrase()
{
    QFETCH(SlotKind, method);
    QFETCH(bool, asks);
    Page page(method);
    page.controller->refresh();
    QTRY_COMPARE(page.changed->size(), 1);
    QCOMPARE(page.controller->asksPassphrase(), asks);
    QCOMPARE(page.message(), StripMessage{});
    QVERIFY(page.keychain.reads.isEmpty());
}

void TestUnlockController::unreadableFileIsTold()
{
    Page page;
    QVERIFY(vaulttest::writeFile(page.home.path(), QByteArrayLiteral("not a vault")));
    page.controller->refresh();
    QTRY_COMPARE(page.message().level, StripMessage::Level::Bad);
    QCOMPARE(page.message().title, QStringLiteral("This file is not a Latchkey vault."));
    QVERIFY(!page.message().text.isEmpty());
}

void TestUnlockController::byPassphrase()
{
    Page page;
    page.controller->unlockWithPassphrase(rightPassphrase());
    QVERIFY(page.controller->isBusy());
    QCOMPARE(page.message().level, StripMessage::Level::Busy);
    QCOMPARE(page.changed->size(), 1);
    QTRY_COMPARE(page.unlocked->size(), 1);
    QCOMPARE(page.host->state(), LockState::Unlocked);
    QVERIFY(!page.controller->isBusy());
    QCOMPARE(page.message(), StripMessage{});
    QVERIFY(page.keychain.reads.isEmpty()); // a passphrase that is enough touches no keychain
}

void TestUnlockController::wrongPassphraseThenRight()
{
    Page page;
    page.controller->unlockWithPassphrase(vaulttest::secret("wrong"));
    QTRY_COMPARE(page.message().level, StripMessage::Level::Bad);
    QVERIFY(!page.controller->isBusy());
    QCOMPARE(page.message().title, QStringLiteral("That passphrase is not right. Nothing was changed."));
    QVERIFY(page.message().text.startsWith(QStringLiteral("Try again, or use the recovery key.")));
    QCOMPARE(page.message().action, StripMessage::Action::UseRecoveryKey);
    QCOMPARE(page.message().details, QStringLiteral("wrong_passphrase"));
    QCOMPARE(page.unlocked->size(), 0);
    QCOMPARE(page.host->state(), LockState::Locked);
    page.controller->unlockWithPassphrase(rightPassphrase());
    QCOMPARE(page.message().level, StripMessage::Level::Busy); // the old refusal does not stand beside the new attempt
    QTRY_COMPARE(page.unlocked->size(), 1);
    QCOMPARE(page.message(), StripMessage{});
}

void TestUnlockController::byRecoveryKey()
{
    Page page(SlotKind::Keychain);
    page.controller->unlockWithRecoveryKey(vaulttest::secret(page.home.recoveryText.toStdString()));
    QTRY_COMPARE(page.unlocked->size(), 1);
    QCOMPARE(page.host->openedBy()->kind, SlotKind::Recovery);
    QVERIFY(page.keychain.reads.isEmpty());
    page.lock();
    page.controller->unlockWithRecoveryKey(vaulttest::secret("no recovery key"));
    QTRY_COMPARE(page.message().level, StripMessage::Level::Bad);
    QCOMPARE(page.unlocked->size(), 1);
}

void TestUnlockController::byKeychain()
{
    Page page(SlotKind::Keychain);
    page.keepEntry();
    page.controller->unlockWithKeychain();
    QTRY_COMPARE(page.unlocked->size(), 1);
    QCOMPARE(page.host->openedBy()->kind, SlotKind::Keychain);
    QCOMPARE(page.keychain.reads, QList<bool>{true}); // the user pressed a button: the system may ask
}

void TestUnlockController::keychainFaults_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<StripMessage::Action>("action");
    QTest::newRow("locked") << ErrorCode::KeychainLocked << StripMessage::Action::UnlockKeyring;
    QTest::newRow("no answer") << ErrorCode::KeychainTimeout << StripMessage::Action::TryAgain;
    QTest::newRow("missing") << ErrorCode::KeychainEntryMissing << StripMessage::Action::UseRecoveryKey;
    QTest::newRow("changed") << ErrorCode::KeychainEntryChanged << StripMessage::Action::UseRecoveryKey;
    QTest::newRow("none") << ErrorCode::KeychainUnavailable << StripMessage::Action::UseRecoveryKey;
    QTest::newRow("denied") << ErrorCode::KeychainDenied << StripMessage::Action::UseRecoveryKey;
}

void TestUnlockController::keychainFaults()
{
    QFETCH(ErrorCode, code);
    Page page(SlotKind::PassphraseKeychain);
    page.keychain.readError = code;
    page.controller->unlockWithPassphrase(rightPassphrase());
    QTRY_COMPARE(page.message().level, StripMessage::Level::Bad);
    QTEST(page.message().action, "action");
    QCOMPARE(page.message().details, QString(base::codeName(code)));
    QVERIFY(!page.message().title.isEmpty() && !page.message().text.isEmpty());
    QVERIFY(!page.controller->isBusy());
    QCOMPARE(page.host->state(), LockState::Locked);
}

void TestUnlockController::refusalOfTheField()
{
    Page page;
    page.controller->refuse({ErrorCode::OutOfSecureMemory, {}});
    QCOMPARE(page.message().level, StripMessage::Level::Bad);
    QCOMPARE(page.message().title, QStringLiteral("The memory for secrets is full."));
    QCOMPARE(page.message().action, StripMessage::Action::None);
}

void TestUnlockController::oneAtATime()
{
    Page page(SlotKind::Keychain);
    page.keepEntry();
    page.controller->unlockWithKeychain();
    page.controller->unlockWithKeychain(); // a double click
    page.controller->unlockWithPassphrase(vaulttest::secret("wrong"));
    QTRY_COMPARE(page.unlocked->size(), 1);
    QCOMPARE(page.keychain.reads.size(), 1);
    QCOMPARE(page.message(), StripMessage{});
}

void TestUnlockController::cancel()
{
    Page page;
    page.controller->unlockWithPassphrase(rightPassphrase());
    page.controller->cancel();
    QTRY_VERIFY(!page.controller->isBusy());
    QCOMPARE(page.message(), StripMessage{}); // the user knows; nothing is red
    QCOMPARE(page.unlocked->size(), 0);
    QCOMPARE(page.host->state(), LockState::Locked);
    const auto used = page.host->withSession([](vault::Session &) -> base::Result<bool> { return true; });
    COMPARE_CODE(await(used), ErrorCode::Locked);
    page.controller->unlockWithPassphrase(rightPassphrase());
    QTRY_COMPARE(page.unlocked->size(), 1);
}

/// The system's window waits for a password that nobody types: the other ways in are open at once.
void TestUnlockController::cancelOvertakesTheKeychain()
{
    Page page(SlotKind::Keychain);
    page.keychain.thinks = true;
    page.controller->unlockWithKeychain();
    QTRY_COMPARE(page.keychain.reads.size(), 1);
    page.controller->cancel();
    QVERIFY(!page.controller->isBusy());
    QCOMPARE(page.message(), StripMessage{});
    page.controller->unlockWithRecoveryKey(vaulttest::secret("no recovery key"));
    QTRY_COMPARE(page.message().level, StripMessage::Level::Bad);
    const StripMessage refusal = page.message();
    page.keychain.answer(vaulttest::secret(vaulttest::Home::kKeychainSecret)); // too late: it opens nothing and says nothing
    VERIFY_OK(await(page.host->inspect()));
    QCoreApplication::processEvents();
    QCOMPARE(page.message(), refusal);
    QCOMPARE(page.host->state(), LockState::Locked);
    page.controller->unlockWithRecoveryKey(vaulttest::secret(page.home.recoveryText.toStdString()));
    QTRY_COMPARE(page.unlocked->size(), 1);
    QCOMPARE(page.host->openedBy()->kind, SlotKind::Recovery);
}

/// Another process holds the turn for deriving keys.
void TestUnlockController::cancelOvertakesAnotherProcess()
{
    Page page;
    page.gate.hold(true);
    page.controller->unlockWithPassphrase(rightPassphrase());
    page.controller->cancel();
    const bool busy = page.controller->isBusy();
    const StripMessage told = page.message();
    page.controller->unlockWithPassphrase(vaulttest::secret("wrong")); // stands in line behind the one that was given up
    const StripMessage waits = page.message();
    page.gate.hold(false);
    QVERIFY(!busy);
    QCOMPARE(told, StripMessage{});
    QCOMPARE(waits.level, StripMessage::Level::Busy);
    QTRY_COMPARE(page.message().level, StripMessage::Level::Bad);
    QCOMPARE(page.message().details, QStringLiteral("wrong_passphrase"));
    QCOMPARE(page.host->state(), LockState::Locked);
    QCOMPARE(page.unlocked->size(), 0);
}

void TestUnlockController::cancelWithoutUnlockLocksNothing()
{
    Page page;
    page.controller->unlockWithPassphrase(rightPassphrase());
    QTRY_COMPARE(page.unlocked->size(), 1);
    page.controller->cancel();
    QCOMPARE(page.host->state(), LockState::Unlocked);
}

void TestUnlockController::lockClearsTheMessage()
{
    Page page;
    page.controller->unlockWithPassphrase(vaulttest::secret("wrong"));
    QTRY_COMPARE(page.message().level, StripMessage::Level::Bad);
    service::WaysIn ways; // opened by the command line meanwhile
    ways.passphrase = rightPassphrase();
    VERIFY_OK(await(page.host->unlock(std::move(ways))));
    page.changed->clear();
    page.lock();
    QCOMPARE(page.message(), StripMessage{});
    QTRY_COMPARE(page.changed->size(), 1); // the page looks at the file again
}

/// The vault opens, and is locked before the page hears of it.
void TestUnlockController::lockOvertakes()
{
    Page page;
    page.controller->unlockWithPassphrase(rightPassphrase());
    connect(page.host.get(), &service::VaultHost::stateChanged, page.controller.get(), [&page] {
        if (page.host->state() == LockState::Unlocked)
            static_cast<void>(page.host->lock(service::LockReason::User));
    });
    QTRY_VERIFY(!page.controller->isBusy());
    QCOMPARE(page.host->state(), LockState::Locked);
    QCOMPARE(page.unlocked->size(), 0);
    QCOMPARE(page.message(), StripMessage{});
}

void TestUnlockController::reasons()
{
    Page page;
    QVERIFY(page.controller->reasonText().startsWith(QStringLiteral("Your keys are encrypted")));
    const QString time = QLocale().toString(QDateTime::fromMSecsSinceEpoch(page.home.clock.nowMs()).time(),
                                            QLocale::ShortFormat);
    const auto told = [&page](service::LockReason reason) {
        service::WaysIn ways;
        ways.passphrase = rightPassphrase();
        static_cast<void>(await(page.host->unlock(std::move(ways))));
        static_cast<void>(await(page.host->lock(reason)));
        return page.controller->reasonText();
    };
    QCOMPARE(told(service::LockReason::User), QStringLiteral("Locked at %1 because you locked it.").arg(time));
    QCOMPARE(told(service::LockReason::Foreign),
             QStringLiteral("Locked at %1 because the vault was changed by another program.").arg(time));
    QCOMPARE(told(service::LockReason::Quit), QStringLiteral("Locked at %1.").arg(time));
    QCOMPARE(told(service::LockReason::Idle), QStringLiteral("Locked at %1 because it was not used for a while.").arg(time));
    QCOMPARE(told(service::LockReason::ScreenLock), QStringLiteral("Locked at %1 because the screen was locked.").arg(time));
    QCOMPARE(told(service::LockReason::Sleep), QStringLiteral("Locked at %1 because the computer went to sleep.").arg(time));
    QCOMPARE(told(service::LockReason::UserSwitch),
             QStringLiteral("Locked at %1 because another user took over the screen.").arg(time));
    QCOMPARE(told(service::LockReason::Lid), QStringLiteral("Locked at %1 because the lid was closed.").arg(time));
    QCOMPARE(told(service::LockReason::Logout), QStringLiteral("Locked at %1 because you logged out.").arg(time));
    int holders = 0;
    page.controller->setKeyHolders([&holders] { return holders; });
    QCOMPARE(told(service::LockReason::User), QStringLiteral("Locked at %1 because you locked it.").arg(time));
    holders = 1;
    QCOMPARE(
        told(service::LockReason::User),
        QStringLiteral("Locked at %1 because you locked it. 1 program still holds a key it was given at start.").arg(time));
    holders = 2;
    QVERIFY(page.controller->reasonText().endsWith(QStringLiteral(" 2 programs still hold keys they were given at start.")));
}

/// The window asks again while the vault is open: the same page, and giving up opens and locks nothing.
void TestUnlockController::windowLocked()
{
    Page page;
    service::WaysIn ways;
    ways.passphrase = rightPassphrase();
    ways.interactive = true;
    VERIFY_OK(await(page.host->unlock(std::move(ways))));
    page.host->lockWindow(service::LockReason::ScreenLock);
    QVERIFY(page.controller->reasonText().endsWith(
        QStringLiteral("because the screen was locked. The vault is open, and programs go on.")));
    page.controller->unlockWithPassphrase(vaulttest::secret("wrong"));
    QTRY_VERIFY(!page.controller->isBusy());
    QCOMPARE(page.message().title, QStringLiteral("That passphrase is not right. Nothing was changed."));
    QVERIFY(page.host->lastLock().windowOnly);
    QCOMPARE(page.host->state(), LockState::Unlocked);
    page.controller->unlockWithPassphrase(rightPassphrase());
    page.controller->cancel();
    QTRY_VERIFY(!page.controller->isBusy());
    QVERIFY(page.host->lastLock().windowOnly);
    QCOMPARE(page.host->state(), LockState::Unlocked);
    QCOMPARE(page.unlocked->size(), 0);
    page.controller->unlockWithPassphrase(rightPassphrase());
    QTRY_COMPARE(page.unlocked->size(), 1);
    QVERIFY(!page.host->lastLock().windowOnly);
}

void TestUnlockController::olderFileIsRefused()
{
    Page page;
    page.makeOlder();
    page.controller->unlockWithPassphrase(rightPassphrase());
    QTRY_COMPARE(page.message().level, StripMessage::Level::Bad);
    QCOMPARE(page.message().action, StripMessage::Action::UseOlder);
    QCOMPARE(page.message().details, QString(base::codeName(ErrorCode::OlderThanLastSeen)));
    QVERIFY(page.message().text.startsWith(QStringLiteral("Nothing was opened.")));
    QVERIFY(!page.message().text.contains(QStringLiteral("latchkey "))); // here it takes no terminal
    QCOMPARE(page.host->state(), LockState::Locked);
    QCOMPARE(page.unlocked->size(), 0);
}

void TestUnlockController::olderFileOnPurpose()
{
    Page page;
    page.makeOlder();
    page.controller->unlockWithPassphrase(rightPassphrase());
    QTRY_COMPARE(page.message().action, StripMessage::Action::UseOlder);
    service::WaysIn ways;
    ways.passphrase = rightPassphrase();
    page.controller->unlockOlder(std::move(ways));
    QCOMPARE(page.message().level, StripMessage::Level::Busy);
    QTRY_COMPARE(page.unlocked->size(), 1);
    QCOMPARE(page.message(), StripMessage{});
    QVERIFY(page.acceptedOlder()); // and the log tells of it
    page.lock();
    page.controller->unlockWithPassphrase(rightPassphrase()); // once is enough
    QTRY_COMPARE(page.unlocked->size(), 2);
}

void TestUnlockController::olderFileByRecoveryKey()
{
    Page page;
    page.makeOlder();
    service::WaysIn ways;
    ways.recoveryKey = vaulttest::secret(page.home.recoveryText.toStdString());
    ways.useKeychain = false;
    page.controller->unlockOlder(std::move(ways));
    QTRY_COMPARE(page.unlocked->size(), 1);
    QCOMPARE(page.host->openedBy()->kind, SlotKind::Recovery);
    QVERIFY(page.acceptedOlder());
    QVERIFY(page.keychain.reads.isEmpty());
}

/// Consent alone opens nothing.
void TestUnlockController::olderFileAndWrongPassphrase()
{
    Page page;
    page.makeOlder();
    service::WaysIn ways;
    ways.passphrase = vaulttest::secret("wrong");
    page.controller->unlockOlder(std::move(ways));
    QTRY_COMPARE(page.message().level, StripMessage::Level::Bad);
    QCOMPARE(page.message().title, QStringLiteral("That passphrase is not right. Nothing was changed."));
    QCOMPARE(page.host->state(), LockState::Locked);
    page.controller->unlockWithPassphrase(rightPassphrase());
    QTRY_COMPARE(page.message().action, StripMessage::Action::UseOlder); // it was accepted by nobody yet
    QCOMPARE(page.unlocked->size(), 0);
}

void TestUnlockController::olderFileIsGivenUp()
{
    Page page;
    page.makeOlder();
    service::WaysIn ways;
    ways.passphrase = rightPassphrase();
    page.controller->unlockOlder(std::move(ways));
    page.controller->cancel();
    QTRY_VERIFY(!page.controller->isBusy());
    QCOMPARE(page.message(), StripMessage{});
    QCOMPARE(page.host->state(), LockState::Locked);
    QCOMPARE(page.unlocked->size(), 0);
}

LATCHKEY_TEST_MAIN(TestUnlockController)
#include "tst_unlockcontroller.moc"
