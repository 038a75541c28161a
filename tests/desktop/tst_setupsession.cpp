// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The first step of the wizard on the real keychain. keyring-session.sh MODE sets the scene; this program runs the function of
// that name.
#include "keychain/keychainfactory.h"

#include "sessionhelpers.h"
#include "support/guitestmain.h"
#include "widgets/protectionpage.h"
#include "widgets/setupwizard.h"
#include "windowfixture.h"

#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

using presentation::CreateVaultController;
using presentation::StripMessage;
using vault::SlotKind;
using windowtest::child;
using windowtest::innerOf;
using windowtest::WindowBench;

namespace {

constexpr int kPatience = 90'000;
const QString kPassphrase = QStringLiteral("four words for the vault");

} // namespace

class TestSetupSession final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWindowWarnings(); }
    void cleanup();
    void unlocked();
    void locked();
    void prompt();
    void nocollection();
    void noservice();
    void nobus();
    void hung();

private:
    void start();
    void next() const { QTest::mouseClick(child<QPushButton>(window(), "nextButton"), Qt::LeftButton); }
    /// Only its indicator and its words take a click.
    void choose(const char *radio) const
    {
        auto *button = child<QRadioButton>(page(), radio);
        QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(8, button->height() / 2));
        QVERIFY(button->isChecked());
    }
    void type() const;
    void expectDisabled(const QString &why) const;
    void expectMade(SlotKind method) const;
    /// Everything in the home folder of the vault.
    [[nodiscard]] QStringList written() const;
    [[nodiscard]] widgets::MainWindow &window() const { return *m_bench->window; }
    [[nodiscard]] widgets::ProtectionPage &page() const { return *window().findChild<widgets::ProtectionPage *>(); }
    [[nodiscard]] CreateVaultController &create() const { return m_bench->presenter->create(); }
    [[nodiscard]] bool isChecked(const char *radio) const { return child<QRadioButton>(page(), radio)->isChecked(); }
    [[nodiscard]] bool isEnabled(const char *radio) const { return child<QRadioButton>(page(), radio)->isEnabled(); }
    [[nodiscard]] QString stateText() const { return child<QLabel>(page(), "keychainStateLabel")->text(); }

    std::unique_ptr<vault::ports::KeySlotSecretStore> m_keychain;
    std::unique_ptr<WindowBench> m_bench;
};

void TestSetupSession::start()
{
    m_keychain = keychain::makeKeychain();
    m_bench = std::make_unique<WindowBench>(WindowBench::Begin::WithoutVault, m_keychain.get());
    window().present();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    QTRY_VERIFY_WITH_TIMEOUT(create().keychain().known, 10'000);
    QVERIFY(page().isVisible());
}

void TestSetupSession::cleanup()
{
    m_bench.reset();
    m_keychain.reset();
}

QStringList TestSetupSession::written() const
{
    QStringList all;
    QDirIterator it(m_bench->home.file(QStringLiteral(".")), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                    QDirIterator::Subdirectories);
    while (it.hasNext())
        all << it.next();
    all.sort();
    return all;
}

void TestSetupSession::type() const
{
    QTest::keyClicks(innerOf(page(), "passphraseEdit"), kPassphrase);
    QTest::keyClicks(innerOf(page(), "againEdit"), kPassphrase);
}

void TestSetupSession::expectDisabled(const QString &why) const
{
    QCOMPARE(stateText(), why);
    QVERIFY(!isEnabled("bothRadio") && !isEnabled("keychainRadio"));
    QVERIFY(isEnabled("passphraseRadio") && isChecked("passphraseRadio"));
    QVERIFY(!child<QPushButton>(page(), "keychainAgainButton")->isVisible());
    type();
    next();
    expectMade(SlotKind::Passphrase);
}

void TestSetupSession::expectMade(SlotKind method) const
{
    QTRY_COMPARE_WITH_TIMEOUT(create().step(), CreateVaultController::Step::RecoveryKey, kPatience);
    QCOMPARE(create().made().method, method);
    QCOMPARE(m_bench->host->openedBy()->kind, method);
}

void TestSetupSession::unlocked()
{
    start();
    QCOMPARE(stateText(), QStringLiteral("This computer's keychain is ready."));
    QVERIFY(isChecked("bothRadio") && isEnabled("bothRadio") && isEnabled("keychainRadio"));
    type();
    next();
    expectMade(SlotKind::PassphraseKeychain);
}

/// Nothing can show a prompt here: the keyring stays locked, as when the user cancels.
void TestSetupSession::locked()
{
    QVERIFY(session::lockKeyring());
    start();
    QCOMPARE(stateText(), QStringLiteral("Your system will ask for your login password when you press Next."));
    QVERIFY(isChecked("bothRadio") && isEnabled("bothRadio"));
    const QStringList before = written();
    type();
    next();
    QTRY_VERIFY_WITH_TIMEOUT(!create().isBusy() && create().message().level == StripMessage::Level::Bad, kPatience);
    QVERIFY2(create().message().text.contains(QStringLiteral("Passphrase only")), qPrintable(create().message().text));
    QCOMPARE(written(), before);
    QCOMPARE(innerOf(page(), "passphraseEdit")->text(), kPassphrase); // it need not be typed again
    QTRY_VERIFY(create().keychain().known);
    choose("passphraseRadio");
    next();
    expectMade(SlotKind::Passphrase);
}

/// The real prompter asks; the right password opens the keyring and the wizard goes on.
void TestSetupSession::prompt()
{
    QVERIFY(session::lockKeyring());
    start();
    type();
    next();
    QVERIFY(create().isBusy());
    QTRY_VERIFY_WITH_TIMEOUT(
        session::press(QStringLiteral("testpw")) && create().step() == CreateVaultController::Step::RecoveryKey, kPatience);
    expectMade(SlotKind::PassphraseKeychain);
}

void TestSetupSession::nocollection()
{
    start();
    QCOMPARE(stateText(), QStringLiteral("Your system will ask you to invent a keyring password; do not leave it empty."));
    QVERIFY(isChecked("passphraseRadio") && isEnabled("bothRadio") && isEnabled("keychainRadio"));
    type();
    next();
    expectMade(SlotKind::Passphrase);
}

void TestSetupSession::noservice()
{
    start();
    expectDisabled(QStringLiteral("No keychain service runs on this computer."));
}

void TestSetupSession::nobus()
{
    start();
    expectDisabled(QStringLiteral("This session has no keychain: there is no session bus."));
}

void TestSetupSession::hung()
{
    auto stopped = std::make_unique<session::Stopped>(session::keyringProcess());
    const session::Heartbeat heartbeat;
    QElapsedTimer clock;
    clock.start();
    start();
    qInfo("no answer after %lld ms; longest pause of the window %lld ms", clock.elapsed(), heartbeat.longestMs());
    QCOMPARE(stateText(), QStringLiteral("The keychain does not answer."));
    QVERIFY(!isEnabled("bothRadio") && isChecked("passphraseRadio"));
    QVERIFY(child<QPushButton>(page(), "keychainAgainButton")->isVisible());
    stopped.reset();
    QTest::mouseClick(child<QPushButton>(page(), "keychainAgainButton"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(create().keychain().usable, 10'000);
    QVERIFY(isChecked("bothRadio"));
    QVERIFY(!child<QPushButton>(page(), "keychainAgainButton")->isVisible());
}

int main(int argc, char **argv)
{
    base::initSecureHeap();
    QApplication app(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    TestSetupSession test;
    return QTest::qExec(&test, {QString::fromLocal8Bit(argv[0]), qEnvironmentVariable("LATCHKEY_KEYRING_MODE")});
}

#include "tst_setupsession.moc"
