// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/createvaultcontroller.h"

#include "service/playedkeychain.h"
#include "service/servicefixture.h"
#include "support/testmain.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTimer>

using base::ErrorCode;
using presentation::CreateVaultController;
using presentation::StripMessage;
using service::LockState;
using testsupport::await;
using vault::SlotKind;
using vault::ports::KeychainState;

namespace {

/// Randomness that a test can switch off.
class FailingRandom final : public base::RandomSource {
public:
    [[nodiscard]] base::Result<void> fill(base::ByteSpan) override
    {
        return base::fail(ErrorCode::CryptoFailure, QStringLiteral("no randomness"));
    }
};

/// An empty folder with a played keychain, and the controller over it.
struct Page {
    Page() : Page(home.random) {}
    explicit Page(base::RandomSource &dice)
    {
        host = std::make_unique<service::VaultHost>(service::HostPorts{home.environment(), keychain, gate}, home.path());
        controller = std::make_unique<CreateVaultController>(*host, dice);
        changed = std::make_unique<QSignalSpy>(controller.get(), &CreateVaultController::changed);
        finished = std::make_unique<QSignalSpy>(controller.get(), &CreateVaultController::finished);
    }

    /// True once the recovery key is shown.
    bool create(SlotKind method = SlotKind::Passphrase)
    {
        controller->create(method, vaulttest::secret("a passphrase"), vaulttest::secret("a passphrase"));
        return QTest::qWaitFor([this] { return controller->step() == CreateVaultController::Step::RecoveryKey; }, 60'000);
    }
    /// A group of the recovery key as it is printed.
    [[nodiscard]] QByteArray group(int number) const
    {
        return vaulttest::textOf(*controller->recoveryKey()).split(' ').at(number - 1);
    }
    void confirm(const QByteArray &first, const QByteArray &second) const
    {
        controller->confirm(vaulttest::secret(first.toStdString()), vaulttest::secret(second.toStdString()));
    }
    [[nodiscard]] const StripMessage &message() const { return controller->message(); }
    [[nodiscard]] bool isConfirmed() const { return !await(host->pendingRecoveryKey())->has_value(); }

    vaulttest::Home home;
    servicetest::PlayedKeychain keychain;
    servicetest::OpenGate gate;
    std::unique_ptr<service::VaultHost> host;
    std::unique_ptr<CreateVaultController> controller;
    std::unique_ptr<QSignalSpy> changed;
    std::unique_ptr<QSignalSpy> finished;
};

} // namespace

class TestCreateVaultController final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void keychainStates_data();
    void keychainStates();
    void keychainThatFails();
    void strengthInWords();
    void refusedBeforeAnythingIsWritten_data();
    void refusedBeforeAnythingIsWritten();
    void createsWithEach_data();
    void createsWithEach();
    void failedCreation();
    void oneAtATime();
    void groupsAreTwoAndInOrder();
    void confirms_data();
    void confirms();
    void wrongGroups_data();
    void wrongGroups();
    void postpones();
    void savesToFile();
    void savingBesideTheVaultWarns();
    void neverOverwrites();
    void forgottenKeyIsNotSavedOrConfirmed();
    void lockBeforeTheKeyIsShown();
    void lockWhileTheKeyIsOnItsWay_data();
    void lockWhileTheKeyIsOnItsWay();
    void lockOvertakesConfirmation();
    void noRandomnessForTheGroups();
    void refusalOfTheField();
};

void TestCreateVaultController::keychainStates_data()
{
    QTest::addColumn<KeychainState>("state");
    QTest::addColumn<bool>("usable");
    QTest::addColumn<SlotKind>("suggested");
    QTest::newRow("ready") << KeychainState::Ready << true << SlotKind::PassphraseKeychain;
    QTest::newRow("locked") << KeychainState::Locked << true << SlotKind::PassphraseKeychain;
    // Possible, but it would make the user invent one more password.
    QTest::newRow("no keyring yet") << KeychainState::NoCollection << true << SlotKind::Passphrase;
    QTest::newRow("no service") << KeychainState::NoService << false << SlotKind::Passphrase;
    QTest::newRow("no bus") << KeychainState::NoBus << false << SlotKind::Passphrase;
    QTest::newRow("no answer") << KeychainState::NoAnswer << false << SlotKind::Passphrase;
}

void TestCreateVaultController::keychainStates()
{
    QFETCH(KeychainState, state);
    Page page;
    page.keychain.state = state;
    QVERIFY(!page.controller->keychain().usable); // not before it is known
    QCOMPARE(page.controller->keychain().suggested, SlotKind::Passphrase);
    const QString asking = page.controller->keychain().text;
    page.controller->refreshKeychain();
    QTRY_COMPARE(page.changed->size(), 2);
    QTEST(page.controller->keychain().usable, "usable");
    QTEST(page.controller->keychain().suggested, "suggested");
    QVERIFY(!page.controller->keychain().text.isEmpty());
    QVERIFY(page.controller->keychain().text != asking);
    QVERIFY(page.keychain.reads.isEmpty()); // nothing that could ask the user
}

void TestCreateVaultController::keychainThatFails()
{
    Page page;
    page.keychain.statusError = ErrorCode::KeychainTimeout;
    page.controller->refreshKeychain();
    QTRY_COMPARE(page.changed->size(), 2);
    QVERIFY(!page.controller->keychain().usable);
    QCOMPARE(page.controller->keychain().text, QStringLiteral("The keychain does not answer."));
}

void TestCreateVaultController::strengthInWords()
{
    QCOMPARE(CreateVaultController::strengthText(vaulttest::secret("password")),
             QStringLiteral("Very weak: guessed at once"));
    QCOMPARE(CreateVaultController::strengthText(vaulttest::secret("seven quiet herons cross a violet field")),
             QStringLiteral("Very good"));
}

void TestCreateVaultController::refusedBeforeAnythingIsWritten_data()
{
    QTest::addColumn<SlotKind>("method");
    QTest::addColumn<QByteArray>("passphrase");
    QTest::addColumn<QByteArray>("again");
    QTest::addColumn<QString>("title");
    QTest::newRow("empty") << SlotKind::Passphrase << QByteArray() << QByteArray() << "Type a passphrase.";
    QTest::newRow("empty, with this computer")
        << SlotKind::PassphraseKeychain << QByteArray() << QByteArray("p") << "Type a passphrase.";
    QTest::newRow("not the same") << SlotKind::Passphrase << QByteArray("one") << QByteArray("two")
                                  << "The two passphrases are not the same.";
    QTest::newRow("only once") << SlotKind::Passphrase << QByteArray("one") << QByteArray()
                               << "The two passphrases are not the same.";
}

void TestCreateVaultController::refusedBeforeAnythingIsWritten()
{
    QFETCH(SlotKind, method);
    QFETCH(QByteArray, passphrase);
    QFETCH(QByteArray, again);
    Page page;
    page.controller->create(method, vaulttest::secret(passphrase.toStdString()), vaulttest::secret(again.toStdString()));
    QVERIFY(!page.controller->isBusy());
    QCOMPARE(page.message().level, StripMessage::Level::Bad);
    QTEST(page.message().title, "title");
    QCOMPARE(page.controller->step(), CreateVaultController::Step::Protection);
    QVERIFY(!QFileInfo::exists(page.home.path()));
    QCOMPARE(page.keychain.size(), 0u);
}

void TestCreateVaultController::createsWithEach_data()
{
    QTest::addColumn<SlotKind>("method");
    QTest::addColumn<bool>("keychain");
    QTest::addColumn<bool>("mayPostpone");
    QTest::newRow("passphrase") << SlotKind::Passphrase << false << true;
    QTest::newRow("passphrase and this computer") << SlotKind::PassphraseKeychain << true << true;
    // Without a passphrase a computer that is lost takes the vault with it.
    QTest::newRow("this computer only") << SlotKind::Keychain << true << false;
}

void TestCreateVaultController::createsWithEach()
{
    QFETCH(SlotKind, method);
    QFETCH(bool, keychain);
    Page page;
    page.controller->create(method, vaulttest::secret("a passphrase"), vaulttest::secret("a passphrase"));
    QVERIFY(page.controller->isBusy());
    QCOMPARE(page.message().level, StripMessage::Level::Busy);
    QTRY_COMPARE(page.controller->step(), CreateVaultController::Step::RecoveryKey);
    QVERIFY(!page.controller->isBusy());
    QCOMPARE(page.message(), StripMessage{});
    QCOMPARE(page.host->state(), LockState::Unlocked);
    QCOMPARE(page.host->openedBy()->kind, method);
    QCOMPARE(page.keychain.size(), keychain ? 1u : 0u);
    QTEST(page.controller->mayPostpone(), "mayPostpone");
    QVERIFY(page.controller->recoveryKey() != nullptr);
    QCOMPARE(vaulttest::textOf(*page.controller->recoveryKey()).split(' ').size(), CreateVaultController::kGroups);
    QCOMPARE(page.finished->size(), 0); // the recovery key comes first
}

void TestCreateVaultController::failedCreation()
{
    Page page;
    page.keychain.writeError = ErrorCode::KeychainWriteFailed;
    page.controller->create(SlotKind::PassphraseKeychain, vaulttest::secret("p"), vaulttest::secret("p"));
    QTRY_COMPARE(page.message().level, StripMessage::Level::Bad);
    QVERIFY(!page.controller->isBusy());
    QCOMPARE(page.message().title, QStringLiteral("The keychain did not keep the secret. Nothing was lost."));
    QCOMPARE(page.message().details, QStringLiteral("keychain_write_failed"));
    QCOMPARE(page.controller->step(), CreateVaultController::Step::Protection);
    QVERIFY(!QFileInfo::exists(page.home.path()));
    QVERIFY(page.create()); // and the next attempt works
}

void TestCreateVaultController::oneAtATime()
{
    Page page;
    page.controller->create(SlotKind::Passphrase, vaulttest::secret("first"), vaulttest::secret("first"));
    page.controller->create(SlotKind::Passphrase, vaulttest::secret("second"), vaulttest::secret("second"));
    QTRY_COMPARE(page.controller->step(), CreateVaultController::Step::RecoveryKey);
    VERIFY_OK(await(page.host->lock(service::LockReason::User)));
    service::WaysIn ways;
    ways.passphrase = vaulttest::secret("first");
    VERIFY_OK(await(page.host->unlock(std::move(ways))));
}

void TestCreateVaultController::groupsAreTwoAndInOrder()
{
    QSet<int> seen;
    for (int i = 0; i < 4; ++i) {
        testsupport::SequenceRandom dice(static_cast<std::uint64_t>(i));
        Page page(dice);
        QVERIFY(page.create());
        const auto [first, second] = page.controller->groupsToType();
        QVERIFY2(first >= 1 && first < second && second <= CreateVaultController::kGroups,
                 qPrintable(QStringLiteral("%1 %2").arg(first).arg(second)));
        seen << first << second;
    }
    QVERIFY(seen.size() > 2); // not always the same ones
}

void TestCreateVaultController::confirms_data()
{
    QTest::addColumn<bool>("lowerCase");
    QTest::addColumn<bool>("spaces");
    QTest::newRow("as printed") << false << false;
    QTest::newRow("in lower case") << true << false;
    QTest::newRow("with spaces") << false << true;
}

void TestCreateVaultController::confirms()
{
    QFETCH(bool, lowerCase);
    QFETCH(bool, spaces);
    Page page;
    QVERIFY(page.create());
    const auto typed = [&](int number) {
        QByteArray text = page.group(number);
        if (lowerCase)
            text = text.toLower();
        return spaces ? " " + text.left(2) + " " + text.mid(2) + " " : text;
    };
    const auto [first, second] = page.controller->groupsToType();
    page.confirm(typed(first), typed(second));
    QTRY_COMPARE(page.finished->size(), 1);
    QCOMPARE(page.controller->step(), CreateVaultController::Step::Done);
    QCOMPARE(page.controller->recoveryKey(), nullptr);
    QCOMPARE(page.message(), StripMessage{});
    QVERIFY(page.isConfirmed());
}

void TestCreateVaultController::wrongGroups_data()
{
    QTest::addColumn<int>("wrong"); // bits
    QTest::newRow("first") << 1;
    QTest::newRow("second") << 2;
    QTest::newRow("both") << 3;
    QTest::newRow("empty") << 4;
    QTest::newRow("in each other's place") << 5;
}

void TestCreateVaultController::wrongGroups()
{
    QFETCH(int, wrong);
    Page page;
    QVERIFY(page.create());
    const auto [one, two] = page.controller->groupsToType();
    QByteArray first = page.group(one);
    QByteArray second = page.group(two);
    if (wrong == 5)
        first.swap(second);
    else if (wrong == 4)
        first = second = QByteArray();
    if ((wrong & 1) != 0 && wrong < 4)
        first = first.chopped(1);
    if ((wrong & 2) != 0 && wrong < 4)
        second += 'X';
    page.confirm(first, second);
    QCOMPARE(page.message().level, StripMessage::Level::Bad);
    QCOMPARE(page.message().title, QStringLiteral("Those groups are not right."));
    QVERIFY(page.message().text.contains(QString::number(one)) && page.message().text.contains(QString::number(two)));
    QVERIFY(page.controller->recoveryKey() != nullptr);
    QVERIFY(!page.isConfirmed());
    QCOMPARE(page.finished->size(), 0);
}

void TestCreateVaultController::postpones()
{
    Page page;
    QVERIFY(page.create());
    page.controller->postpone();
    QCOMPARE(page.finished->size(), 1);
    QCOMPARE(page.controller->step(), CreateVaultController::Step::Done);
    QCOMPARE(page.controller->recoveryKey(), nullptr);
    QVERIFY(!page.isConfirmed()); // postponed is not confirmed
}

void TestCreateVaultController::savesToFile()
{
    Page page;
    QVERIFY(page.create());
    const QByteArray key = vaulttest::textOf(*page.controller->recoveryKey());
    QDir().mkpath(page.home.file(QStringLiteral("stick")));
    const QString path = page.home.file(QStringLiteral("stick/key.txt"));
    page.controller->copies().save(path);
    QCOMPARE(page.message().level, StripMessage::Level::Ok);
    QVERIFY(page.message().title.contains(path));
    QVERIFY(!page.message().text.contains(QString::fromLatin1(key.left(5))));
    QCOMPARE(vaulttest::contentOf(path), key + '\n');
    QVERIFY(!page.isConfirmed()); // a file is no proof that the user has it
}

void TestCreateVaultController::savingBesideTheVaultWarns()
{
    Page page;
    QVERIFY(page.create());
    page.controller->copies().save(QFileInfo(page.home.path()).absolutePath() + QStringLiteral("/key.txt"));
    QCOMPARE(page.message().level, StripMessage::Level::Warn);
    QVERIFY(page.message().text.startsWith(QStringLiteral("It lies beside the vault")));
}

void TestCreateVaultController::neverOverwrites()
{
    Page page;
    QVERIFY(page.create());
    const QString path = page.home.file(QStringLiteral("precious"));
    QVERIFY(vaulttest::writeFile(path, QByteArrayLiteral("precious")));
    page.controller->copies().save(path);
    QCOMPARE(page.message().level, StripMessage::Level::Bad);
    QCOMPARE(page.message().details, QStringLiteral("already_exists"));
    QCOMPARE(vaulttest::contentOf(path), QByteArrayLiteral("precious"));
    QVERIFY(page.controller->recoveryKey() != nullptr);
}

/// A file dialog or a page that is still open after a lock: nothing is written, above all no file that only looks like a key.
void TestCreateVaultController::forgottenKeyIsNotSavedOrConfirmed()
{
    Page page;
    QVERIFY(page.create());
    page.controller->forget();
    QCOMPARE(page.controller->recoveryKey(), nullptr);
    const QString path = page.home.file(QStringLiteral("key.txt"));
    page.controller->copies().save(path);
    QVERIFY(!QFileInfo::exists(path));
    page.confirm(QByteArray(), QByteArray());
    QVERIFY(!page.isConfirmed());
    QCOMPARE(page.finished->size(), 0);
    QVERIFY(page.controller->step() != CreateVaultController::Step::RecoveryKey); // there is none to be shown
}

/// Locked as soon as it was made: there is a vault, so the first steps are over; the key can be shown another time.
void TestCreateVaultController::lockBeforeTheKeyIsShown()
{
    Page page;
    connect(page.host.get(), &service::VaultHost::stateChanged, page.controller.get(), [&page] {
        if (page.host->state() == LockState::Unlocked)
            static_cast<void>(page.host->lock(service::LockReason::User));
    });
    page.controller->create(SlotKind::Passphrase, vaulttest::secret("p"), vaulttest::secret("p"));
    QTRY_COMPARE(page.finished->size(), 1);
    QVERIFY(!page.controller->isBusy());
    QCOMPARE(page.controller->step(), CreateVaultController::Step::Done);
    QCOMPARE(page.controller->recoveryKey(), nullptr);
    QCOMPARE(page.host->state(), LockState::Locked);
}

void TestCreateVaultController::lockWhileTheKeyIsOnItsWay_data()
{
    QTest::addColumn<int>("turns"); // of the event loop after the vault was made
    for (int turns = 0; turns < 7; ++turns)
        QTest::addRow("%d", turns) << turns;
}

/// At one of these moments the vault's thread has read the key already: it must not be shown over the unlock page.
void TestCreateVaultController::lockWhileTheKeyIsOnItsWay()
{
    QFETCH(int, turns);
    Page page;
    const std::function<void(int)> lockAfter = [&](int left) {
        page.host->withSession([](vault::Session &) -> base::Result<bool> { return true; }).waitForFinished();
        if (left > 0) {
            QTimer::singleShot(0, page.controller.get(), [&lockAfter, left] { lockAfter(left - 1); });
            return;
        }
        static_cast<void>(page.host->lock(service::LockReason::User));
        page.controller->forget();
    };
    connect(page.host.get(), &service::VaultHost::stateChanged, page.controller.get(), [&] {
        if (page.host->state() == LockState::Unlocked)
            lockAfter(turns);
    });
    page.controller->create(SlotKind::Passphrase, vaulttest::secret("p"), vaulttest::secret("p"));
    QTRY_VERIFY(!page.controller->isBusy() && page.host->state() == LockState::Locked);
    VERIFY_OK(await(page.host->inspect()));
    QCoreApplication::processEvents();
    QCOMPARE(page.controller->recoveryKey(), nullptr);
    QVERIFY(page.controller->step() != CreateVaultController::Step::RecoveryKey);
}

void TestCreateVaultController::lockOvertakesConfirmation()
{
    Page page;
    QVERIFY(page.create());
    const auto [first, second] = page.controller->groupsToType();
    const auto locked = page.host->lock(service::LockReason::User);
    page.confirm(page.group(first), page.group(second));
    page.controller->forget();
    page.changed->clear();
    VERIFY_OK(await(locked));
    VERIFY_OK(await(page.host->inspect())); // comes after the confirmation
    QCOMPARE(page.changed->size(), 0);      // the unlock page is up: nothing may change that
    QVERIFY(page.controller->step() != CreateVaultController::Step::RecoveryKey);
    service::WaysIn ways;
    ways.passphrase = vaulttest::secret("a passphrase");
    VERIFY_OK(await(page.host->unlock(std::move(ways))));
    QVERIFY(!page.isConfirmed());
}

void TestCreateVaultController::noRandomnessForTheGroups()
{
    FailingRandom none;
    Page page(none);
    page.controller->create(SlotKind::Passphrase, vaulttest::secret("p"), vaulttest::secret("p"));
    QTRY_COMPARE(page.finished->size(), 1);
    QCOMPARE(page.controller->step(), CreateVaultController::Step::Done);
    QVERIFY(!page.isConfirmed()); // the vault is there, its key waits
}

void TestCreateVaultController::refusalOfTheField()
{
    Page page;
    page.controller->refuse({ErrorCode::OutOfSecureMemory, {}});
    QCOMPARE(page.message().level, StripMessage::Level::Bad);
    QCOMPARE(page.message().details, QStringLiteral("out_of_secure_memory"));
}

LATCHKEY_TEST_MAIN(TestCreateVaultController)
#include "tst_createvaultcontroller.moc"
