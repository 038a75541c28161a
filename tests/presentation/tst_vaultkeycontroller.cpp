// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/vaultkeycontroller.h"

#include "service/integrity.h"
#include "service/keychainbench.h"
#include "support/testmain.h"

#include <QSignalSpy>

#include <algorithm>

using presentation::SecurityController;
using presentation::StripMessage;
using presentation::VaultKeyController;
using servicetest::KeychainBench;
using testsupport::await;
using vault::SlotKind;
using vaulttest::Home;
using vaulttest::secret;

namespace {

constexpr int kPatience = 60'000;
constexpr std::string_view kSecond = "a second passphrase";
const service::Caller kCaller{QStringLiteral("test")};

/// An open vault and what the Security page has of it.
struct Page {
    explicit Page(SlotKind method = SlotKind::Passphrase) : bench(method)
    {
        if (!bench.unlock())
            qFatal("the vault does not open");
        security.reload();
        if (!QTest::qWaitFor([this] { return !security.ways().isEmpty(); }, kPatience))
            qFatal("no ways in");
    }
    [[nodiscard]] presentation::WayToUnlock way(const QString &kind) const
    {
        const auto &all = security.ways();
        const auto found = std::ranges::find(all, kind, &presentation::WayToUnlock::kind);
        if (found == all.end())
            qFatal("there is no %s", qPrintable(kind));
        return *found;
    }
    [[nodiscard]] std::vector<base::SecretBytes> typed(std::initializer_list<std::string_view> texts) const
    {
        std::vector<base::SecretBytes> out;
        for (const std::string_view text : texts)
            out.push_back(secret(text));
        return out;
    }

    KeychainBench bench;
    service::KeySlots keySlots{*bench.host, bench.ports(), kCaller};
    service::KeyRotation rotation{*bench.host, bench.ports(), kCaller};
    service::Integrity integrity{*bench.host};
    SecurityController security{*bench.host, integrity};
    VaultKeyController controller{{keySlots, rotation, security}};
    QSignalSpy finished{&controller, &VaultKeyController::finished};
    QSignalSpy keys{&controller, &VaultKeyController::recoveryKeyMade};
};

} // namespace

class TestVaultKeyController final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void rotates_data();
    void rotates();
    void anotherWaysPassphraseIsMissing();
    void wrongPassphrase();
    void leavingStopsARotation();
    void renewsTheRecoveryKey();
    void addsAndRemoves();
    void keychainDoesNotKeep();
    void refusesInput();
    void lastWayStays();
    void lockDropsAnswers();
};

void TestVaultKeyController::rotates_data()
{
    QTest::addColumn<SlotKind>("method");
    QTest::newRow("passphrase") << SlotKind::Passphrase;
    QTest::newRow("both") << SlotKind::PassphraseKeychain;
    QTest::newRow("keychain") << SlotKind::Keychain;
}

void TestVaultKeyController::rotates()
{
    QFETCH(const SlotKind, method);
    Page page(method);
    page.controller.start();
    page.controller.rotate(vault::needsPassphrase(method) ? page.typed({Home::kPassphrase})
                                                          : std::vector<base::SecretBytes>());
    QVERIFY(page.controller.isBusy());
    QCOMPARE(page.controller.message().level, StripMessage::Level::Busy);
    QVERIFY(page.finished.wait(kPatience));
    QVERIFY(!page.controller.isBusy());
    QCOMPARE(page.keys.size(), 1);
    QCOMPARE(page.security.message().level, StripMessage::Level::Ok);
    QVERIFY(page.bench.audit().contains(QStringLiteral("key-rotated")));
    // It waits to be shown, and is another than the one on the old paper.
    const auto pending = await(page.bench.host->pendingRecoveryKey());
    QVERIFY(pending && pending->has_value());
    QVERIFY(vaulttest::textOf(**pending) != page.bench.home.recoveryText);
}

void TestVaultKeyController::anotherWaysPassphraseIsMissing()
{
    Page page;
    service::NewWayIn second;
    second.passphrase = secret(kSecond);
    VERIFY_OK(await(page.keySlots.add(std::move(second), {})));
    page.controller.start();
    page.controller.rotate(page.typed({Home::kPassphrase}));
    QTRY_COMPARE_WITH_TIMEOUT(page.controller.message().level, StripMessage::Level::Bad, kPatience);
    QCOMPARE(page.controller.message().details, QStringLiteral("missing_field"));
    QVERIFY(page.finished.isEmpty() && page.keys.isEmpty());
    page.controller.rotate(page.typed({Home::kPassphrase, kSecond}));
    QVERIFY(page.finished.wait(kPatience));
}

void TestVaultKeyController::wrongPassphrase()
{
    Page page;
    page.controller.start();
    page.controller.rotate(page.typed({"wrong"}));
    QTRY_COMPARE_WITH_TIMEOUT(page.controller.message().level, StripMessage::Level::Bad, kPatience);
    QVERIFY(page.controller.message().title.startsWith(QStringLiteral("That passphrase is not right.")));
    page.controller.renewRecoveryKey(secret("wrong"));
    QVERIFY(page.controller.isBusy());
    QTRY_VERIFY_WITH_TIMEOUT(!page.controller.isBusy(), kPatience);
    QCOMPARE(page.controller.message().level, StripMessage::Level::Bad);
    QVERIFY(page.finished.isEmpty() && page.keys.isEmpty());
    QVERIFY(!page.bench.audit().contains(QStringLiteral("key-rotated")));
}

void TestVaultKeyController::leavingStopsARotation()
{
    Page page;
    page.controller.start();
    page.controller.rotate(page.typed({Home::kPassphrase}));
    page.controller.leave();
    QCOMPARE(page.security.message().level, StripMessage::Level::Busy);
    QTRY_VERIFY_WITH_TIMEOUT(!page.controller.isBusy(), kPatience);
    // The page says it, since the dialog is gone.
    QCOMPARE(page.security.message().details, QStringLiteral("cancelled"));
    QVERIFY(page.keys.isEmpty());
    QVERIFY(!page.bench.audit().contains(QStringLiteral("key-rotated")));
}

void TestVaultKeyController::renewsTheRecoveryKey()
{
    Page page;
    page.controller.start();
    page.controller.renewRecoveryKey(secret(Home::kPassphrase));
    QVERIFY(page.finished.wait(kPatience));
    QCOMPARE(page.keys.size(), 1);
    QCOMPARE(page.security.message().level, StripMessage::Level::Ok);
    VERIFY_OK(await(page.bench.host->lock(service::LockReason::User)));
    const auto byOld = page.bench.unlockByPaper(page.bench.home.recoveryText);
    QVERIFY(!byOld);
    QCOMPARE(byOld.error().code, base::ErrorCode::WrongPassphrase);
}

void TestVaultKeyController::addsAndRemoves()
{
    Page page;
    page.controller.start();
    page.controller.add({SlotKind::PassphraseKeychain, secret(kSecond), secret(kSecond)}, secret(Home::kPassphrase));
    QVERIFY(page.finished.wait(kPatience));
    QTRY_COMPARE(page.security.ways().size(), 3);
    QCOMPARE(page.security.message().title, QStringLiteral("Added: Passphrase and this computer."));
    QCOMPARE(page.bench.keychain.size(), 1U);
    page.controller.start();
    page.controller.remove(page.way(QStringLiteral("Passphrase and this computer")), secret(Home::kPassphrase));
    QVERIFY(page.finished.wait(kPatience));
    QTRY_COMPARE(page.security.ways().size(), 2);
    QCOMPARE(page.security.message().title, QStringLiteral("Removed: Passphrase and this computer."));
    QCOMPARE(page.bench.keychain.size(), 0U);
}

void TestVaultKeyController::keychainDoesNotKeep()
{
    Page page;
    page.bench.keychain.writeError = base::ErrorCode::KeychainWriteFailed;
    page.controller.start();
    page.controller.add({SlotKind::Keychain, {}, {}, true}, secret(Home::kPassphrase));
    QVERIFY(page.controller.message().text.contains(QStringLiteral("window of its own")));
    QTRY_COMPARE_WITH_TIMEOUT(page.controller.message().level, StripMessage::Level::Bad, kPatience);
    QCOMPARE(page.bench.kinds().size(), 2);
}

void TestVaultKeyController::refusesInput()
{
    Page page;
    page.controller.start();
    page.controller.add({SlotKind::Passphrase, {}, {}}, secret(Home::kPassphrase));
    QCOMPARE(page.controller.message().title, QStringLiteral("Type a passphrase."));
    page.controller.add({SlotKind::Passphrase, secret("one"), secret("two")}, secret(Home::kPassphrase));
    QCOMPARE(page.controller.message().title, QStringLiteral("The two passphrases are not the same."));
    QVERIFY(!page.controller.isBusy());
}

void TestVaultKeyController::lastWayStays()
{
    Page page;
    page.controller.start();
    page.controller.remove(page.way(QStringLiteral("Passphrase")), secret(Home::kPassphrase));
    QTRY_COMPARE_WITH_TIMEOUT(page.controller.message().level, StripMessage::Level::Bad, kPatience);
    QVERIFY(page.controller.message().title.startsWith(QStringLiteral("This is the last way in")));
    QCOMPARE(page.bench.kinds().size(), 2);
}

void TestVaultKeyController::lockDropsAnswers()
{
    Page page;
    page.controller.start();
    page.controller.renewRecoveryKey(secret("wrong"));
    page.controller.clear();
    page.security.clear();
    VERIFY_OK(await(page.bench.host->keySlots())); // the vault thread may still be at it
    VERIFY_OK(await(page.bench.host->keySlots()));
    QCoreApplication::processEvents();
    QCOMPARE(page.controller.message(), StripMessage());
    QCOMPARE(page.security.message(), StripMessage());
    QVERIFY(!page.controller.isBusy());
}

LATCHKEY_TEST_MAIN(TestVaultKeyController)
#include "tst_vaultkeycontroller.moc"
