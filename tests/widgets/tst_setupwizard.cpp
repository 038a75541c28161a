// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setupwizard.h"

#include "lockingbench.h"
#include "service/playedkeychain.h"
#include "support/guitestmain.h"
#include "widgets/exchangespage.h"
#include "widgets/protectionpage.h"
#include "widgets/readypage.h"
#include "widgets/recoverykeypage.h"
#include "widgets/secretlineedit.h"
#include "widgets/unlockpage.h"

#include <QCheckBox>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QStackedWidget>

#include <algorithm>

using presentation::StripMessage;
using vault::SlotKind;
using vault::ports::KeychainState;
using widgets::SetupWizard;
using windowtest::child;
using windowtest::innerOf;
using windowtest::LockingBench;
using windowtest::visibleButton;
using windowtest::WindowBench;

namespace {

/// Argon2id at its real cost, with sanitizers, on a busy machine.
constexpr int kPatience = 90'000;
const QString kPassphrase = QStringLiteral("four words for the vault");

/// A keychain whose system asks the user, who does not answer until the test does.
class AskingKeychain final : public vault::ports::KeySlotSecretStore {
public:
    [[nodiscard]] base::Async<vault::ports::KeychainStatus> status() override { return played.status(); }
    [[nodiscard]] base::Async<vault::ports::KeychainEntryState> entryState(const QString &name) override
    {
        return played.entryState(name);
    }
    [[nodiscard]] base::Async<base::SecretBytes> read(const QString &name, bool mayPrompt) override
    {
        return played.read(name, mayPrompt);
    }
    [[nodiscard]] base::Async<bool> write(const QString &name, base::SecretBytes secret) override
    {
        m_written = played.write(name, std::move(secret));
        m_asking.start();
        return m_asking.future();
    }
    [[nodiscard]] base::Async<bool> remove(const QString &name) override { return played.remove(name); }
    void answer()
    {
        m_asking.addResult(m_written.result());
        m_asking.finish();
    }

    servicetest::PlayedKeychain played;

private:
    base::Async<bool> m_written;
    QPromise<base::Result<bool>> m_asking;
};

} // namespace

/// "Set up Latchkey", by mouse and keys, and every way out of it.
class TestSetupWizard final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWindowWarnings(); }
    void cleanup();
    void wholeWay();
    void leavingFirstStepWritesNothing();
    void keychainThatKeepsNothing();
    void keychainThatDoesNotAnswerIsAskedAgain();
    void cancelWhileTheSystemAsks();
    void thisComputerOnlyMustConfirm();
    void backShowsTheKeyAgain();
    void notNowKeepsTheKeyForLater();
    void notNowKeepsTheDraft();
    void lockEndsIt_data();
    void lockEndsIt();
    void startAtLogin();

private:
    void begin(vault::ports::KeySlotSecretStore *keychain = nullptr);
    void click(const QString &text);
    void choose(const char *radio) const;
    void type(QLineEdit *field, const QString &text);
    void typePassphrase();
    void toRecoveryKey();
    void toExchange();
    void typeGroups();
    void typeKey();
    /// Names of everything in the folder that the vault is made in.
    [[nodiscard]] QStringList written() const;
    [[nodiscard]] QString group(int number) const;
    [[nodiscard]] presentation::CreateVaultController &create() const { return bench().presenter->create(); }
    [[nodiscard]] WindowBench &bench() const { return m_bench->bench; }
    [[nodiscard]] widgets::MainWindow &window() const { return *bench().window; }
    [[nodiscard]] SetupWizard &wizard() const { return *window().findChild<SetupWizard *>(); }
    [[nodiscard]] QStackedWidget &settings() const { return *child<QStackedWidget>(window(), "pageStack"); }
    template<typename Page>
    [[nodiscard]] Page &page() const
    {
        return *window().findChild<Page *>();
    }

    std::unique_ptr<LockingBench> m_bench;
    int m_clicks = 0;
    int m_typed = 0; ///< fields filled
};

void TestSetupWizard::begin(vault::ports::KeySlotSecretStore *keychain)
{
    m_clicks = m_typed = 0;
    m_bench = std::make_unique<LockingBench>(WindowBench::Begin::WithoutVault, keychain);
    window().setLocking(m_bench->locking);
    window().present();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    QVERIFY(page<widgets::ProtectionPage>().isVisible());
    QTRY_VERIFY(create().keychain().known);
}

void TestSetupWizard::cleanup()
{
    m_bench.reset();
}

void TestSetupWizard::click(const QString &text)
{
    QPushButton *button = nullptr;
    QTRY_VERIFY2((button = visibleButton(window(), text)) != nullptr && button->isEnabled(), qPrintable(text));
    QTest::mouseClick(button, Qt::LeftButton);
    ++m_clicks;
}

/// Only its indicator and its words take a click.
void TestSetupWizard::choose(const char *radio) const
{
    auto *button = child<QRadioButton>(window(), radio);
    QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(8, button->height() / 2));
    QVERIFY(button->isChecked());
}

void TestSetupWizard::type(QLineEdit *field, const QString &text)
{
    QTest::keyClicks(field, text);
    ++m_typed;
}

void TestSetupWizard::typePassphrase()
{
    auto &protection = page<widgets::ProtectionPage>();
    type(innerOf(protection, "passphraseEdit"), kPassphrase);
    type(innerOf(protection, "againEdit"), kPassphrase);
}

void TestSetupWizard::toRecoveryKey()
{
    typePassphrase();
    click(QStringLiteral("Next"));
    QTRY_COMPARE_WITH_TIMEOUT(wizard().step(), SetupWizard::Step::RecoveryKey, kPatience);
    QVERIFY(page<widgets::RecoveryKeyPage>().isVisible());
}

void TestSetupWizard::toExchange()
{
    toRecoveryKey();
    click(QStringLiteral("Do this later"));
    QTRY_COMPARE(wizard().step(), SetupWizard::Step::Exchange);
    QTRY_VERIFY(bench().presenter->editor().isNew());
}

QString TestSetupWizard::group(int number) const
{
    return QString::fromLatin1(vaulttest::textOf(*create().recoveryKey()).split(' ').at(number - 1));
}

void TestSetupWizard::typeGroups()
{
    const auto [first, second] = create().groupsToType();
    auto &recovery = page<widgets::RecoveryKeyPage>();
    type(innerOf(recovery, "firstEdit"), group(first));
    type(innerOf(recovery, "secondEdit"), group(second));
}

void TestSetupWizard::typeKey()
{
    auto &exchanges = page<widgets::ExchangesPage>();
    type(innerOf(exchanges, "api_keyEdit"), QStringLiteral("bg_0123456789abcdef0123456789abcdef"));
    type(innerOf(exchanges, "api_secretEdit"), QString(64, QLatin1Char('a')));
    type(innerOf(exchanges, "passphraseEdit"), QStringLiteral("Passphrase123"));
}

QStringList TestSetupWizard::written() const
{
    QStringList all;
    QDirIterator it(bench().home.file(QStringLiteral(".")), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                    QDirIterator::Subdirectories);
    while (it.hasNext())
        all << it.next();
    all.sort();
    return all;
}

/// From the first start to a key that the exchange has checked. The figures are for people who read the log.
void TestSetupWizard::wholeWay()
{
    servicetest::PlayedKeychain keychain;
    QElapsedTimer clock;
    clock.start();
    begin(&keychain);
    QCOMPARE(window().windowTitle(), QStringLiteral("Set up Latchkey"));
    QCOMPARE(window().size(), QSize(720, 540));
    QVERIFY(!child<QWidget>(window(), "footer")->isVisible());
    QVERIFY(child<QRadioButton>(window(), "bothRadio")->isChecked());
    toRecoveryKey();
    QCOMPARE(keychain.size(), 1U);
    typeGroups();
    click(QStringLiteral("Next"));
    QTRY_COMPARE(wizard().step(), SetupWizard::Step::Exchange);
    QTRY_VERIFY(bench().presenter->editor().isNew());
    QVERIFY(!child<QPushButton>(window(), "backButton")->isEnabled()); // the key was proven: it is not shown again
    QVERIFY(!child<QPushButton>(window(), "nextButton")->isEnabled()); // nothing is stored yet
    QVERIFY(!child<QWidget>(window(), "listColumn")->isVisible());
    bench().bitget->answer = servicetest::report(QStringLiteral("works"));
    typeKey();
    click(QStringLiteral("Save"));
    QTRY_VERIFY_WITH_TIMEOUT(!bench().presenter->editor().isBusy() && bench().presenter->editor().account() != nullptr,
                             kPatience);
    QCOMPARE(bench().presenter->editor().message().level, StripMessage::Level::Ok);
    qInfo("from the first start to a checked key: %d clicks, %d fields, %.1f s of waiting and typing by machine", m_clicks,
          m_typed, static_cast<double>(clock.elapsed()) / 1000);
    QCOMPARE(m_clicks, 3);
    QCOMPARE(m_typed, 7);
    QTRY_VERIFY(child<QLabel>(window(), "rightsHeading")->isVisible()); // the checked result stands there
    click(QStringLiteral("Next"));
    auto &ready = page<widgets::ReadyPage>();
    QTRY_VERIFY(ready.isVisible());
    const auto tells = [&ready](const QString &text) {
        const QList<QLabel *> labels = ready.findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) { return label->isVisible() && label->text() == text; });
    };
    for (const QString &fact : {QStringLiteral("Your vault is made. It opens with: Passphrase and this computer"),
                                QStringLiteral("You have the recovery key."), QStringLiteral("Bitget main is stored."),
                                QStringLiteral("Works"), bench().home.path()})
        QTRY_VERIFY2(tells(fact), qPrintable(fact));
    click(QStringLiteral("Done"));
    QTRY_VERIFY(!wizard().isVisible());
    QCOMPARE(settings().currentWidget(), &page<widgets::ExchangesPage>());
    QVERIFY(page<widgets::ExchangesPage>().isVisible() && child<QWidget>(window(), "listColumn")->isVisible());
    QCOMPARE(window().windowTitle(), QStringLiteral("Latchkey"));
    QCOMPARE(window().size(), QSize(960, 640));
    QVERIFY(!bench().presenter->isRecoveryKeyPending());
}

void TestSetupWizard::leavingFirstStepWritesNothing()
{
    servicetest::PlayedKeychain keychain;
    begin(&keychain);
    const QStringList before = written();
    QSignalSpy quit(&window(), &widgets::MainWindow::quitRequested);
    typePassphrase();
    click(QStringLiteral("Not now"));
    QVERIFY(!window().isVisible());
    QCOMPARE(quit.size(), 1);
    QCOMPARE(written(), before);
    QCOMPARE(keychain.size(), 0U);
    QVERIFY(keychain.reads.isEmpty());
    QVERIFY(child<widgets::SecretLineEdit>(window(), "passphraseEdit")->isEmpty());
    QCOMPARE(bench().host->state(), service::LockState::NotInitialized);
    window().present(); // returning begins anew
    QTRY_VERIFY(page<widgets::ProtectionPage>().isVisible());
}

void TestSetupWizard::keychainThatKeepsNothing()
{
    servicetest::PlayedKeychain keychain;
    keychain.writeError = base::ErrorCode::KeychainWriteFailed;
    begin(&keychain);
    const QStringList before = written();
    typePassphrase();
    click(QStringLiteral("Next"));
    QTRY_COMPARE(create().message().level, StripMessage::Level::Bad);
    QCOMPARE(create().message().title, QStringLiteral("The keychain did not keep the secret. Nothing was lost."));
    QVERIFY(create().message().text.contains(QStringLiteral("Passphrase only")));
    QCOMPARE(written(), before);
    QTRY_VERIFY(create().keychain().known);
    choose("passphraseRadio");
    click(QStringLiteral("Next")); // what was typed is still there
    QTRY_COMPARE_WITH_TIMEOUT(wizard().step(), SetupWizard::Step::RecoveryKey, kPatience);
}

void TestSetupWizard::keychainThatDoesNotAnswerIsAskedAgain()
{
    servicetest::PlayedKeychain keychain;
    keychain.state = KeychainState::NoAnswer;
    begin(&keychain);
    QVERIFY(!child<QRadioButton>(window(), "bothRadio")->isEnabled());
    QVERIFY(child<QRadioButton>(window(), "passphraseRadio")->isChecked());
    keychain.state = KeychainState::Ready;
    click(QStringLiteral("Try again"));
    QTRY_VERIFY(child<QRadioButton>(window(), "bothRadio")->isEnabled());
    QVERIFY(child<QRadioButton>(window(), "bothRadio")->isChecked());
    QCOMPARE(visibleButton(window(), QStringLiteral("Try again")), nullptr);
}

void TestSetupWizard::cancelWhileTheSystemAsks()
{
    AskingKeychain keychain;
    keychain.played.state = KeychainState::Locked;
    begin(&keychain);
    const QStringList before = written();
    typePassphrase();
    click(QStringLiteral("Next"));
    QTRY_COMPARE(keychain.played.size(), 1U);
    QVERIFY(!child<QPushButton>(window(), "nextButton")->isEnabled());
    click(QStringLiteral("Cancel"));
    QVERIFY(!create().isBusy());
    QCOMPARE(create().message().level, StripMessage::Level::Info);
    QVERIFY(window().isVisible());
    keychain.answer(); // late: nobody waits for it any more, and what it kept is taken away again
    QTRY_COMPARE(keychain.played.size(), 0U);
    QCOMPARE(written(), before);
    QCOMPARE(wizard().step(), SetupWizard::Step::Protection);
    QTRY_VERIFY(create().keychain().known);
    choose("passphraseRadio");
    click(QStringLiteral("Next"));
    QTRY_COMPARE_WITH_TIMEOUT(wizard().step(), SetupWizard::Step::RecoveryKey, kPatience);
}

void TestSetupWizard::thisComputerOnlyMustConfirm()
{
    servicetest::PlayedKeychain keychain;
    begin(&keychain);
    choose("keychainRadio");
    QVERIFY(!child<QWidget>(page<widgets::ProtectionPage>(), "passphraseEdit")->isEnabled());
    click(QStringLiteral("Next"));
    QTRY_COMPARE_WITH_TIMEOUT(wizard().step(), SetupWizard::Step::RecoveryKey, kPatience);
    QCOMPARE(visibleButton(window(), QStringLiteral("Do this later")), nullptr);
    QCOMPARE(visibleButton(window(), QStringLiteral("Not now")), nullptr);
    // Whoever goes all the same is asked again after the next unlock.
    bench().lock();
    QTRY_VERIFY(page<widgets::UnlockPage>().isVisible());
    click(QStringLiteral("Unlock with this computer"));
    QTRY_VERIFY_WITH_TIMEOUT(page<widgets::RecoveryKeyPage>().isVisible(), kPatience);
    QCOMPARE(visibleButton(window(), QStringLiteral("Do this later")), nullptr);
    typeGroups();
    click(QStringLiteral("Done"));
    QTRY_VERIFY(!wizard().isVisible());
    QVERIFY(page<widgets::ExchangesPage>().isVisible());
}

void TestSetupWizard::backShowsTheKeyAgain()
{
    begin();
    toExchange();
    click(QStringLiteral("Back"));
    QTRY_COMPARE(wizard().step(), SetupWizard::Step::RecoveryKey);
    QVERIFY(create().recoveryKey() != nullptr);
    QVERIFY(page<widgets::ExchangesPage>().isHidden() || !page<widgets::ExchangesPage>().isVisible());
    typeGroups();
    click(QStringLiteral("Next"));
    QTRY_COMPARE(wizard().step(), SetupWizard::Step::Exchange);
    click(QStringLiteral("Skip"));
    QTRY_VERIFY(page<widgets::ReadyPage>().isVisible());
    click(QStringLiteral("Back"));
    QCOMPARE(wizard().step(), SetupWizard::Step::Exchange);
    QTRY_VERIFY(page<widgets::ExchangesPage>().isVisible());
}

void TestSetupWizard::notNowKeepsTheKeyForLater()
{
    begin();
    toRecoveryKey();
    click(QStringLiteral("Not now"));
    QTRY_VERIFY(!wizard().isVisible());
    QVERIFY(page<widgets::ExchangesPage>().isVisible());
    QCOMPARE(create().recoveryKey(), nullptr);
    QTRY_VERIFY(bench().presenter->isRecoveryKeyPending());
    click(QStringLiteral("Recovery key..."));
    QTRY_VERIFY(page<widgets::RecoveryKeyPage>().isVisible());
    QVERIFY(!wizard().isWhole());
    QCOMPARE(window().size(), QSize(960, 640)); // the settings stay as they are
    typeGroups();
    click(QStringLiteral("Done"));
    QTRY_VERIFY(page<widgets::ExchangesPage>().isVisible());
    QTRY_VERIFY(!bench().presenter->isRecoveryKeyPending());
}

void TestSetupWizard::notNowKeepsTheDraft()
{
    begin();
    toExchange();
    typeKey();
    click(QStringLiteral("Not now"));
    QTRY_VERIFY(!wizard().isVisible());
    QVERIFY(page<widgets::ExchangesPage>().hasDraft());
    QVERIFY(!child<widgets::SecretLineEdit>(page<widgets::ExchangesPage>(), "api_keyEdit")->isEmpty());
}

void TestSetupWizard::lockEndsIt_data()
{
    QTest::addColumn<int>("step");
    QTest::newRow("recovery key") << 1;
    QTest::newRow("first exchange") << 2;
    QTest::newRow("ready") << 3;
}

void TestSetupWizard::lockEndsIt()
{
    QFETCH(const int, step);
    begin();
    toRecoveryKey();
    if (step >= 2)
        click(QStringLiteral("Do this later"));
    if (step == 2) {
        QTRY_VERIFY(bench().presenter->editor().isNew());
        typeKey();
    }
    if (step == 3)
        click(QStringLiteral("Skip"));
    m_bench->locking.lockNow();
    QTRY_VERIFY(page<widgets::UnlockPage>().isVisible());
    QVERIFY(!wizard().isVisible());
    QCOMPARE(create().recoveryKey(), nullptr);
    for (const widgets::SecretLineEdit *field : window().findChildren<widgets::SecretLineEdit *>())
        QVERIFY2(field->isEmpty(), qPrintable(field->fieldName()));
    QVERIFY(settings().indexOf(&page<widgets::ExchangesPage>()) == 0); // given back
    type(innerOf(page<widgets::UnlockPage>(), "passphraseEdit"), kPassphrase);
    click(QStringLiteral("Unlock"));
    QTRY_VERIFY_WITH_TIMEOUT(page<widgets::ExchangesPage>().isVisible(), kPatience);
    QVERIFY(!wizard().isVisible());
    QTRY_VERIFY(bench().presenter->isRecoveryKeyPending()); // and the footer says so
    QVERIFY(child<QWidget>(window(), "listColumn")->isVisible());
}

void TestSetupWizard::startAtLogin()
{
    begin();
    toExchange();
    click(QStringLiteral("Skip"));
    auto *check = child<QCheckBox>(page<widgets::ReadyPage>(), "startCheck");
    QTRY_VERIFY(check->isVisible());
    QVERIFY(!check->isChecked());
    QTest::mouseClick(check, Qt::LeftButton, {}, QPoint(8, check->height() / 2));
    QVERIFY(m_bench->locking.startsAtLogin());
    QVERIFY(check->isChecked());
}

LATCHKEY_GUI_TEST_MAIN(TestSetupWizard)

#include "tst_setupwizard.moc"
