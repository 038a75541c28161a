// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/restoredialog.h"

#include "service/heldgate.h"
#include "support/guitestmain.h"
#include "widgets/lockcurtain.h"
#include "widgets/messagestrip.h"
#include "widgets/secretlineedit.h"
#include "widgets/setupwizard.h"
#include "widgets/unlockpage.h"
#include "windowfixture.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

using presentation::StripMessage;
using servicetest::Occupied;
using windowtest::child;
using windowtest::innerOf;
using windowtest::visibleButton;
using windowtest::WindowBench;
using Step = presentation::RestoreController::Step;

namespace {

/// Argon2id at its real cost, with sanitizers, on a busy machine.
constexpr int kPatience = 90'000;
const QString kNew = QStringLiteral("four words of another");

/// A backup of a vault that is elsewhere, and the window that restores it.
struct Bench {
    explicit Bench(WindowBench::Begin begin)
        : window(begin)
        , backups({*window.host, {window.home.environment(), window.noKeychain, gate}, {QStringLiteral("test")}})
        , controller(*window.host, backups)
    {
        WindowBench elsewhere(WindowBench::Begin::WithVault);
        elsewhere.unlock();
        elsewhere.addAccount(QStringLiteral("works"));
        service::Backups theirs({*elsewhere.host, {elsewhere.home.environment(), elsewhere.noKeychain, gate}, {}});
        service::BackupRequest request;
        request.path = path;
        if (!testsupport::await(theirs.create(std::move(request))))
            qFatal("no backup");
        paper = QString::fromUtf8(elsewhere.home.recoveryText);
        window.window->setRestore(controller);
    }
    ~Bench() { window.window.reset(); }
    Q_DISABLE_COPY_MOVE(Bench)

    WindowBench window;
    servicetest::HeldGate gate;
    service::Backups backups;
    presentation::RestoreController controller;
    widgets::LockCurtain curtain{*window.presenter}; ///< as in the program
    QString path = window.home.file(QStringLiteral("whole.lkb"));
    QString paper; ///< the recovery key
};

} // namespace

class TestRestoreDialog final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWindowWarnings(); }
    void cleanup() { m_bench.reset(); }
    void fromTheUnlockPage();
    void fromTheFirstSteps();
    void fromTheLockedWindow();
    void aLockClosesWhatIsOpen();
    void aLockEndsALook();
    void choosesAFile();
    void enterLeadsThroughTheFields();
    void wrongKeyIsTypedAgain();
    void notTheSameTwice();
    void backEmptiesNothingElse();
    void cancelEndsWhatIsUnderWay();
    void escapeGivesUp();
    void unlockingClosesIt();
    void nothingStaysBehind();

private:
    void begin(WindowBench::Begin what = WindowBench::Begin::WithVault);
    /// The vault is open for programs, the window is locked.
    void beginBehindTheScreenLock();
    void open() const;
    [[nodiscard]] widgets::MainWindow &window() const { return *m_bench->window.window; }
    [[nodiscard]] widgets::RestoreDialog *dialog() const { return window().findChild<widgets::RestoreDialog *>(); }
    template<typename T>
    [[nodiscard]] T &in(const char *name) const
    {
        return *child<T>(*dialog(), name);
    }
    [[nodiscard]] QLineEdit &field(const char *name) const { return *innerOf(*dialog(), name); }
    [[nodiscard]] QPushButton &next() const { return in<QPushButton>("nextButton"); }
    [[nodiscard]] StripMessage message() const { return in<widgets::MessageStrip>("strip").message(); }
    [[nodiscard]] Step step() const { return m_bench->controller.step(); }
    void press(const char *name) const
    {
        auto &button = in<QPushButton>(name);
        QVERIFY(button.isVisible() && button.isEnabled());
        QTest::mouseClick(&button, Qt::LeftButton);
    }
    void fillFirst(const QString &key) const
    {
        in<QLineEdit>("fileEdit").setText(m_bench->path);
        QTest::keyClicks(&field("recoveryEdit"), key);
    }
    void toConfirm() const
    {
        fillFirst(m_bench->paper);
        press("nextButton");
        QTRY_COMPARE_WITH_TIMEOUT(step(), Step::Confirm, kPatience);
    }
    void typeNew(const QString &first, const QString &again) const
    {
        QTest::keyClicks(&field("newEdit"), first);
        QTest::keyClicks(&field("againEdit"), again);
    }

    std::unique_ptr<Bench> m_bench;
};

void TestRestoreDialog::begin(WindowBench::Begin what)
{
    m_bench = std::make_unique<Bench>(what);
    window().present();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    open();
}

void TestRestoreDialog::beginBehindTheScreenLock()
{
    m_bench = std::make_unique<Bench>(WindowBench::Begin::WithVault);
    window().present();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    m_bench->window.unlock();
    m_bench->window.host->lockWindow(service::LockReason::ScreenLock);
    open();
}

void TestRestoreDialog::open() const
{
    QPushButton *link = visibleButton(window(), QStringLiteral("Restore from a backup"));
    QVERIFY(link != nullptr);
    QTest::mouseClick(link, Qt::LeftButton);
    QVERIFY(dialog() != nullptr);
    QVERIFY(QTest::qWaitForWindowActive(dialog()));
}

void TestRestoreDialog::fromTheUnlockPage()
{
    begin();
    QCOMPARE(dialog()->windowTitle(), QStringLiteral("Restore from a backup"));
    QVERIFY(dialog()->isModal());
    QTRY_VERIFY(in<QPushButton>("fileButton").hasFocus());
    QVERIFY(!in<QPushButton>("backButton").isVisible());
    QVERIFY(next().isDefault() && !next().autoDefault());
    QCOMPARE(windowtest::withoutMnemonic(next().text()), QStringLiteral("Next"));
    toConfirm();
    QTRY_VERIFY(field("newEdit").hasFocus());
    QCOMPARE(in<QListWidget>("entryList").count(), 1);
    QCOMPARE(in<QListWidget>("entryList").item(0)->text(), QStringLiteral("bitget/main"));
    QVERIFY(in<QLabel>("contentsLabel").text().contains(QStringLiteral("as they were on")));
    QVERIFY(in<QLabel>("consequenceLabel").text().startsWith(QStringLiteral("The vault that is here now is not deleted")));
    const auto &consequence = in<QLabel>("consequenceLabel");
    const auto &list = in<QListWidget>("entryList");
    QVERIFY(consequence.geometry().top() > list.geometry().bottom()); // what is said can be read
    QVERIFY(consequence.height() >= consequence.heightForWidth(consequence.width()));
    QCOMPARE(windowtest::withoutMnemonic(next().text()), QStringLiteral("Restore and replace")); // said, and then done
    QTest::keyClicks(&field("newEdit"), QStringLiteral("abc"));
    QVERIFY(in<QLabel>("strengthLabel").text().startsWith(QStringLiteral("Very weak")));
    in<widgets::SecretLineEdit>("newEdit").wipe();
    typeNew(kNew, kNew);
    press("nextButton");
    QTRY_COMPARE_WITH_TIMEOUT(step(), Step::Done, kPatience);
    QCOMPARE(message().level, StripMessage::Level::Ok);
    QVERIFY(message().text.contains(QStringLiteral("kept as")));
    QVERIFY(!in<QPushButton>("cancelButton").isVisible() && !in<QPushButton>("backButton").isVisible());
    QCOMPARE(windowtest::withoutMnemonic(next().text()), QStringLiteral("Close"));
    QTRY_VERIFY(next().hasFocus());
    press("nextButton");
    QTRY_COMPARE(dialog(), nullptr);
    const auto *page = window().findChild<widgets::UnlockPage *>();
    QVERIFY(page->isVisible());
    QTest::keyClicks(innerOf(*page, "passphraseEdit"), kNew);
    QTest::keyClick(innerOf(*page, "passphraseEdit"), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->window.host->state(), service::LockState::Unlocked, kPatience);
}

void TestRestoreDialog::fromTheFirstSteps()
{
    begin(WindowBench::Begin::WithoutVault);
    QVERIFY(window().findChild<widgets::SetupWizard *>()->isVisible());
    toConfirm();
    QVERIFY(in<QLabel>("consequenceLabel").text().startsWith(QStringLiteral("There is no vault here yet")));
    QCOMPARE(windowtest::withoutMnemonic(next().text()), QStringLiteral("Restore"));
    typeNew(kNew, kNew);
    press("nextButton");
    QTRY_COMPARE_WITH_TIMEOUT(step(), Step::Done, kPatience);
    QVERIFY(!message().text.contains(QStringLiteral("kept as")));
    m_bench->window.host->watchChanges(std::chrono::milliseconds(20)); // as the program does
    QTRY_VERIFY(window().findChild<widgets::UnlockPage *>()->isVisible());
    QVERIFY(dialog()->isVisible()); // what it says can still be read
    press("nextButton");
    QTRY_COMPARE(dialog(), nullptr);
}

/// The vault is open for programs, and locks for the sake of restoring.
void TestRestoreDialog::fromTheLockedWindow()
{
    beginBehindTheScreenLock();
    toConfirm();
    typeNew(kNew, kNew);
    press("nextButton");
    QTRY_COMPARE_WITH_TIMEOUT(m_bench->window.host->state(), service::LockState::Locked, kPatience);
    QVERIFY(dialog() != nullptr);
    QTRY_COMPARE_WITH_TIMEOUT(step(), Step::Done, kPatience);
    QVERIFY(dialog() != nullptr && dialog()->isVisible());
    QCOMPARE(message().title, QStringLiteral("The backup was restored."));
}

/// Before it begins there are names of what is kept: a lock takes them away.
void TestRestoreDialog::aLockClosesWhatIsOpen()
{
    beginBehindTheScreenLock();
    toConfirm();
    m_bench->window.lock();
    QTRY_COMPARE(dialog(), nullptr);
}

/// Nor may it come to them behind a lock.
void TestRestoreDialog::aLockEndsALook()
{
    beginBehindTheScreenLock();
    const Occupied occupied(m_bench->gate, m_bench->backups, m_bench->path);
    fillFirst(m_bench->paper);
    press("nextButton");
    QCOMPARE(message().level, StripMessage::Level::Busy);
    m_bench->window.lock();
    QTRY_COMPARE(dialog(), nullptr);
}

void TestRestoreDialog::choosesAFile()
{
    begin();
    press("fileButton");
    auto *files = dialog()->findChild<QFileDialog *>();
    QVERIFY(files != nullptr);
    QVERIFY(files->testOption(QFileDialog::DontUseNativeDialog));
    QCOMPARE(files->fileMode(), QFileDialog::ExistingFile);
    QVERIFY(QTest::qWaitForWindowExposed(files));
    auto *edit = child<QLineEdit>(*files, "fileNameEdit");
    edit->setCompleter(nullptr); // its list comes when it likes, and takes the click
    QTest::keyClicks(edit, m_bench->path);
    QTest::mouseClick(child<QDialogButtonBox>(*files, "buttonBox")->button(QDialogButtonBox::Open), Qt::LeftButton);
    QTRY_COMPARE(dialog()->findChild<QFileDialog *>(), nullptr);
    QCOMPARE(in<QLineEdit>("fileEdit").text(), m_bench->path);
    dialog()->activateWindow(); // offscreen, nobody else does
    QTRY_VERIFY(field("recoveryEdit").hasFocus());
    const QFileDialog later(nullptr, QString(), QDir::rootPath());
    QVERIFY(!later.history().join(u' ').contains(QFileInfo(m_bench->path).path()));
}

void TestRestoreDialog::enterLeadsThroughTheFields()
{
    begin();
    QTest::keyClick(&field("recoveryEdit"), Qt::Key_Return);
    QTRY_VERIFY(in<QPushButton>("fileButton").hasFocus());
    in<QLineEdit>("fileEdit").setText(m_bench->path);
    QTest::keyClick(&in<QLineEdit>("fileEdit"), Qt::Key_Return);
    QTRY_VERIFY(field("recoveryEdit").hasFocus());
    QVERIFY(!m_bench->controller.isBusy());
    QTest::keyClicks(&field("recoveryEdit"), m_bench->paper);
    QTest::keyClick(&field("recoveryEdit"), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(step(), Step::Confirm, kPatience);
    QTest::keyClick(&field("newEdit"), Qt::Key_Return);
    QVERIFY(field("newEdit").hasFocus());
    QTest::keyClicks(&field("newEdit"), kNew);
    QTest::keyClick(&field("newEdit"), Qt::Key_Return);
    QTRY_VERIFY(field("againEdit").hasFocus());
    QVERIFY(!m_bench->controller.isBusy());
}

void TestRestoreDialog::wrongKeyIsTypedAgain()
{
    begin();
    fillFirst(QStringLiteral("no recovery key"));
    press("nextButton");
    QVERIFY(field("recoveryEdit").text().isEmpty());
    QTRY_COMPARE(message().level, StripMessage::Level::Bad);
    QCOMPARE(step(), Step::Choose);
    QTRY_VERIFY(field("recoveryEdit").hasFocus());
    QCOMPARE(in<QLineEdit>("fileEdit").text(), m_bench->path);
    QTest::keyClicks(&field("recoveryEdit"), m_bench->paper);
    press("nextButton");
    QTRY_COMPARE_WITH_TIMEOUT(step(), Step::Confirm, kPatience);
    QCOMPARE(message().level, StripMessage::Level::None);
}

void TestRestoreDialog::notTheSameTwice()
{
    begin();
    toConfirm();
    typeNew(QStringLiteral("one"), QStringLiteral("another"));
    press("nextButton");
    QCOMPARE(message().title, QStringLiteral("The two new passphrases are not the same."));
    QVERIFY(field("newEdit").text().isEmpty() && field("againEdit").text().isEmpty());
    QTRY_VERIFY(field("newEdit").hasFocus());
    QCOMPARE(m_bench->window.host->state(), service::LockState::Locked);
}

void TestRestoreDialog::backEmptiesNothingElse()
{
    begin();
    toConfirm();
    typeNew(kNew, QStringLiteral("half"));
    press("backButton");
    QCOMPARE(step(), Step::Choose);
    QCOMPARE(in<QLineEdit>("fileEdit").text(), m_bench->path);
    QVERIFY(field("recoveryEdit").text().isEmpty()); // wiped when it was used
    QTRY_VERIFY(field("recoveryEdit").hasFocus());
    QTest::keyClicks(&field("recoveryEdit"), m_bench->paper);
    press("nextButton");
    QTRY_COMPARE_WITH_TIMEOUT(step(), Step::Confirm, kPatience);
    QVERIFY(field("newEdit").text().isEmpty() && field("againEdit").text().isEmpty());
}

void TestRestoreDialog::cancelEndsWhatIsUnderWay()
{
    begin();
    {
        const Occupied occupied(m_bench->gate, m_bench->backups, m_bench->path);
        fillFirst(m_bench->paper);
        press("nextButton");
        QCOMPARE(message().level, StripMessage::Level::Busy);
        QVERIFY(!next().isEnabled() && !in<QPushButton>("fileButton").isEnabled());
        QVERIFY(!field("recoveryEdit").isEnabled());
        press("cancelButton");
        QVERIFY(dialog()->isVisible());
    }
    QTRY_VERIFY(!m_bench->controller.isBusy());
    QCOMPARE(step(), Step::Choose);
    QCOMPARE(message().level, StripMessage::Level::None);
    QVERIFY(next().isEnabled());
    QTRY_VERIFY(field("recoveryEdit").hasFocus());
    press("cancelButton"); // nothing is under way: leaves
    QTRY_COMPARE(dialog(), nullptr);
}

void TestRestoreDialog::escapeGivesUp()
{
    begin();
    toConfirm();
    const QByteArray before = vaulttest::contentOf(m_bench->window.home.path());
    {
        const Occupied occupied(m_bench->gate, m_bench->backups, m_bench->path);
        typeNew(kNew, kNew);
        press("nextButton");
        QCOMPARE(message().level, StripMessage::Level::Busy);
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_COMPARE(dialog(), nullptr);
    }
    open(); // what is asked for now stands in line behind it
    toConfirm();
    QCOMPARE(vaulttest::contentOf(m_bench->window.home.path()), before);
    m_bench->window.unlock(); // by the passphrase as before
}

/// Somebody opened the vault that is here, in a terminal perhaps.
void TestRestoreDialog::unlockingClosesIt()
{
    begin();
    toConfirm();
    m_bench->window.unlock();
    QTRY_COMPARE(dialog(), nullptr);
    QCOMPARE(step(), Step::Choose);
    QCOMPARE(m_bench->window.host->state(), service::LockState::Unlocked);
}

void TestRestoreDialog::nothingStaysBehind()
{
    begin();
    toConfirm();
    typeNew(kNew, kNew);
    press("cancelButton");
    QTRY_COMPARE(dialog(), nullptr);
    QVERIFY(m_bench->controller.contents().entries.isEmpty());
    open();
    QCOMPARE(step(), Step::Choose);
    QVERIFY(in<QLineEdit>("fileEdit").text().isEmpty());
    for (const char *name : {"recoveryEdit", "newEdit", "againEdit"})
        QVERIFY(field(name).text().isEmpty());
    QCOMPARE(in<QListWidget>("entryList").count(), 0);
}

LATCHKEY_GUI_TEST_MAIN(TestRestoreDialog)
#include "tst_restoredialog.moc"
