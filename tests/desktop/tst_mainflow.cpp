// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/guitestmain.h"
#include "widgets/confirmdialogs.h"
#include "widgets/exchangespage.h"
#include "widgets/lockshortcut.h"
#include "widgets/messagestrip.h"
#include "widgets/protectionpage.h"
#include "widgets/recoverykeypage.h"
#include "widgets/secretlineedit.h"
#include "widgets/setupwizard.h"
#include "widgets/unlockpage.h"
#include "windowfixture.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QRadioButton>
#include <QTimer>

#include <algorithm>

using presentation::StripMessage;
using windowtest::child;
using windowtest::innerOf;
using windowtest::visibleButton;
using windowtest::WindowBench;

namespace {

/// Argon2id at its real cost, with sanitizers, on a busy machine.
constexpr int kPatience = 90'000;
const QString kPassphrase = QStringLiteral("four words for the vault");
const QString kKey = QStringLiteral("bg_0123456789abcdef0123456789abcdef");
const QString kSecret = QStringLiteral("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");
const QString kKeyPassphrase = QStringLiteral("Passphrase123");

/// Longest time for which the event loop did not come round.
class Heartbeat final {
public:
    Heartbeat()
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer,
                         [this] { m_longest = std::max(m_longest, m_since.restart()); });
        m_since.start();
        m_timer.start(10);
    }
    /// Ends the measurement and tells it. 100 ms are the rule; threefold, because a test machine has other things to do, and
    /// with sanitizers everything does.
    [[nodiscard]] bool isSmooth(const char *during)
    {
        m_longest = std::max(m_longest, m_since.elapsed());
        qInfo("longest pause of the window during %s: %lld ms", during, static_cast<long long>(m_longest));
#ifdef LATCHKEY_SANITIZED
        return true;
#else
        return m_longest < 300;
#endif
    }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

} // namespace

/// A new user's first minutes, with mouse and keyboard, from the empty folder to the second unlock.
class TestMainFlow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { testsupport::failOnUnexpectedWindowWarnings(); }
    void createsVault();
    void postponesRecoveryKey();
    void startsAccount();
    void savesAndWarns();
    void consents();
    void locksByButton();
    void refusesWrongPassphrase();
    void unlocks();
    void locksOverDialog();
    void unlocksByRecoveryPageAndBack();
    void cleanupTestCase() { m_bench.reset(); }

private:
    void click(const QString &text) const;
    void expectLockedAndEmpty() const;
    [[nodiscard]] widgets::MainWindow &window() const { return *m_bench->window; }
    template<typename Page>
    [[nodiscard]] Page &page() const
    {
        return *window().findChild<Page *>();
    }
    [[nodiscard]] const StripMessage &message() const { return m_bench->presenter->editor().message(); }
    /// What a program would get.
    [[nodiscard]] QString got() const;

    std::unique_ptr<WindowBench> m_bench;
    std::unique_ptr<widgets::LockShortcut> m_shortcut;
};

void TestMainFlow::initTestCase()
{
    testsupport::failOnUnexpectedWindowWarnings();
    m_bench = std::make_unique<WindowBench>(WindowBench::Begin::WithoutVault);
    m_shortcut = std::make_unique<widgets::LockShortcut>();
    connect(m_shortcut.get(), &widgets::LockShortcut::triggered, &window(), &widgets::MainWindow::lockNow);
    qApp->installEventFilter(m_shortcut.get());
    window().present();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
}

void TestMainFlow::click(const QString &text) const
{
    QPushButton *button = nullptr;
    QTRY_VERIFY2((button = visibleButton(window(), text)) != nullptr && button->isEnabled(), qPrintable(text));
    QTest::mouseClick(button, Qt::LeftButton);
}

QString TestMainFlow::got() const
{
    service::Secrets secrets(*m_bench->host, {QStringLiteral("test")});
    const auto value = testsupport::await(secrets.get(QStringLiteral("bitget/main#api_key")));
    return value ? QString::fromUtf8(vaulttest::textOf(*value)) : QString(base::codeName(value.error().code));
}

void TestMainFlow::expectLockedAndEmpty() const
{
    QTRY_COMPARE(m_bench->host->state(), service::LockState::Locked);
    QTRY_VERIFY(page<widgets::UnlockPage>().isVisible());
    for (const widgets::SecretLineEdit *field : window().findChildren<widgets::SecretLineEdit *>())
        QVERIFY2(field->isEmpty(), qPrintable(field->fieldName()));
    QCOMPARE(child<QLineEdit>(window(), "nameEdit")->text(), QString());
    QCOMPARE(child<QLineEdit>(window(), "searchEdit")->text(), QString());
    QCOMPARE(m_bench->presenter->accounts().rowCount(), 0);
    QCOMPARE(m_bench->presenter->editor().account(), nullptr);
    QCOMPARE(m_bench->presenter->create().recoveryKey(), nullptr);
    QTRY_COMPARE(window().findChildren<QDialog *>().size(), 0);
}

void TestMainFlow::createsVault()
{
    auto &protection = page<widgets::ProtectionPage>();
    QTRY_VERIFY(protection.isVisible());
    QTest::mouseClick(child<QRadioButton>(protection, "passphraseRadio"), Qt::LeftButton);
    QTest::keyClicks(innerOf(protection, "passphraseEdit"), kPassphrase);
    QTest::keyClicks(innerOf(protection, "againEdit"), QStringLiteral("something else"));
    QTest::keyClick(innerOf(protection, "againEdit"), Qt::Key_Return);
    QTRY_COMPARE(m_bench->presenter->create().message().level, StripMessage::Level::Bad);
    QCOMPARE(m_bench->host->state(), service::LockState::NotInitialized);

    Heartbeat heartbeat;
    QTest::keyClicks(innerOf(protection, "passphraseEdit"), kPassphrase);
    QTest::keyClicks(innerOf(protection, "againEdit"), kPassphrase);
    click(QStringLiteral("Next"));
    QTRY_VERIFY_WITH_TIMEOUT(page<widgets::RecoveryKeyPage>().isVisible(), kPatience);
    QCOMPARE(m_bench->host->state(), service::LockState::Unlocked);
    QVERIFY(m_bench->presenter->create().recoveryKey() != nullptr);
    QVERIFY(heartbeat.isSmooth("creation"));
}

void TestMainFlow::postponesRecoveryKey()
{
    click(QStringLiteral("Do this later"));
    QTRY_VERIFY(page<widgets::ExchangesPage>().isVisible()); // in the wizard
    click(QStringLiteral("Not now"));
    QTRY_VERIFY(!page<widgets::SetupWizard>().isVisible());
    QVERIFY(page<widgets::ExchangesPage>().isVisible());
    QCOMPARE(m_bench->presenter->create().recoveryKey(), nullptr);
    // Postponed is not confirmed: it can be shown again.
    const auto pending = testsupport::await(m_bench->host->pendingRecoveryKey());
    VERIFY_OK(pending);
    QVERIFY(pending->has_value());
}

void TestMainFlow::startsAccount()
{
    QTest::mouseClick(child<QPushButton>(window(), "addButton"), Qt::LeftButton);
    QTRY_VERIFY(child<QLineEdit>(window(), "nameEdit")->isVisible());
    QCOMPARE(child<QLineEdit>(window(), "nameEdit")->text(), QStringLiteral("main"));
    QCOMPARE(child<QLabel>(window(), "referenceLabel")->text(), QStringLiteral("bitget/main"));
    QTest::keyClicks(innerOf(window(), "api_keyEdit"), kKey);
    QTest::keyClicks(innerOf(window(), "api_secretEdit"), kSecret);
    auto &exchanges = page<widgets::ExchangesPage>();
    QTest::keyClicks(innerOf(exchanges, "passphraseEdit"), kKeyPassphrase);
    QVERIFY(!child<QPushButton>(window(), "checkButton")->isEnabled()); // a draft is open
}

void TestMainFlow::savesAndWarns()
{
    m_bench->bitget->answer = servicetest::report(QStringLiteral("withdraw"));
    Heartbeat heartbeat;
    click(QStringLiteral("Save"));
    QTRY_COMPARE_WITH_TIMEOUT(message().action, StripMessage::Action::KeepAnyway, kPatience);
    QCOMPARE(message().level, StripMessage::Level::Warn);
    QTRY_VERIFY(visibleButton(window(), QStringLiteral("Keep anyway...")) != nullptr);
    QCOMPARE(m_bench->bitget->asked.size(), 1);
    QCOMPARE(m_bench->bitget->asked.first().fields,
             QStringLiteral("api_key=%1;api_secret=%2;passphrase=%3").arg(kKey, kSecret, kKeyPassphrase));
    for (const widgets::SecretLineEdit *field : window().findChildren<widgets::SecretLineEdit *>())
        QVERIFY2(field->isEmpty(), qPrintable(field->fieldName()));
    QTRY_COMPARE(m_bench->presenter->accounts().rowCount(), 1);
    QVERIFY(heartbeat.isSmooth("saving and checking"));
    QCOMPARE(got(), QStringLiteral("consent_required"));
}

void TestMainFlow::consents()
{
    click(QStringLiteral("Keep anyway..."));
    auto *dialog = window().findChild<widgets::ConsentDialog *>();
    QVERIFY(dialog != nullptr);
    auto *name = dialog->findChild<QLineEdit *>();
    QPushButton *keep = visibleButton(*dialog, QStringLiteral("Keep anyway"));
    QVERIFY(keep != nullptr);
    QTest::keyClicks(name, QStringLiteral("mai"));
    QVERIFY(!keep->isEnabled());
    QTest::keyClicks(name, QStringLiteral("n"));
    QVERIFY(keep->isEnabled());
    QTest::mouseClick(keep, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!m_bench->presenter->editor().isBusy() && message().action != StripMessage::Action::KeepAnyway,
                             kPatience);
    QTRY_COMPARE(got(), kKey);
}

void TestMainFlow::locksByButton()
{
    // A draft that is open when the vault is locked leaves the window with it, and is offered again by unlocks().
    QTest::keyClicks(innerOf(page<widgets::ExchangesPage>(), "api_secretEdit"), QStringLiteral("half a secret"));
    click(QStringLiteral("Lock now"));
    expectLockedAndEmpty();
    QCOMPARE(visibleButton(window(), QStringLiteral("Lock now")), nullptr);
}

void TestMainFlow::refusesWrongPassphrase()
{
    // Without a window manager nothing gives the window its focus back when a dialog closes.
    window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    auto &unlock = page<widgets::UnlockPage>();
    QTest::keyClicks(innerOf(unlock, "passphraseEdit"), QStringLiteral("not this one"));
    QTest::keyClick(innerOf(unlock, "passphraseEdit"), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->presenter->unlock().message().level, StripMessage::Level::Bad, kPatience);
    const StripMessage &told = m_bench->presenter->unlock().message();
    QVERIFY2(told.title.startsWith(QLatin1StringView("That passphrase is not right.")), qPrintable(told.title));
    QCOMPARE(told.action, StripMessage::Action::UseRecoveryKey);
    QCOMPARE(m_bench->host->state(), service::LockState::Locked);
    QCOMPARE(innerOf(unlock, "passphraseEdit")->text(), QString());
    QVERIFY(innerOf(unlock, "passphraseEdit")->isEnabled());
    QTRY_VERIFY(innerOf(unlock, "passphraseEdit")->hasFocus());
}

void TestMainFlow::unlocks()
{
    auto &unlock = page<widgets::UnlockPage>();
    Heartbeat heartbeat;
    QTest::keyClicks(innerOf(unlock, "passphraseEdit"), kPassphrase);
    QTest::keyClick(innerOf(unlock, "passphraseEdit"), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(page<widgets::ExchangesPage>().isVisible(), kPatience);
    QTRY_COMPARE(m_bench->presenter->accounts().rowCount(), 1);
    QCOMPARE(m_bench->presenter->accounts().index(0).data().toString(), QStringLiteral("Bitget main"));
    QTRY_COMPARE(child<QLabel>(window(), "titleLabel")->text(), QStringLiteral("Bitget main"));
    // What was typed before the lock is back; stored secrets never come into the fields.
    QTRY_COMPARE_WITH_TIMEOUT(innerOf(page<widgets::ExchangesPage>(), "api_secretEdit")->text(),
                              QStringLiteral("half a secret"), kPatience);
    click(QStringLiteral("Discard changes"));
    for (const widgets::SecretLineEdit *field : window().findChildren<widgets::SecretLineEdit *>())
        QVERIFY2(field->isEmpty(), qPrintable(field->fieldName()));
    QVERIFY(heartbeat.isSmooth("unlock"));
}

void TestMainFlow::locksOverDialog()
{
    click(QStringLiteral("Remove..."));
    auto *dialog = window().findChild<widgets::RemovalDialog *>();
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY(dialog->isVisible());
    QTest::keyClick(dialog, Qt::Key_L, Qt::ControlModifier);
    expectLockedAndEmpty();
}

void TestMainFlow::unlocksByRecoveryPageAndBack()
{
    auto &unlock = page<widgets::UnlockPage>();
    QTest::mouseClick(child<QPushButton>(unlock, "recoveryButton"), Qt::LeftButton);
    QTRY_VERIFY(child<QWidget>(unlock, "recoveryEdit")->isVisible());
    QVERIFY(!child<QWidget>(unlock, "passphraseEdit")->isVisible());
    QTest::mouseClick(child<QPushButton>(unlock, "recoveryButton"), Qt::LeftButton);
    QTRY_VERIFY(child<QWidget>(unlock, "passphraseEdit")->isVisible());
    QTest::keyClicks(innerOf(unlock, "passphraseEdit"), kPassphrase);
    QTest::mouseClick(child<QPushButton>(unlock, "unlockButton"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(page<widgets::ExchangesPage>().isVisible(), kPatience);
    // The removal that the lock interrupted has removed nothing.
    QTRY_COMPARE(m_bench->presenter->accounts().rowCount(), 1);
}

LATCHKEY_GUI_TEST_MAIN(TestMainFlow)

#include "tst_mainflow.moc"
