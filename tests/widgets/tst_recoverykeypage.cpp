// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/recoverykeypage.h"

#include "support/guitestmain.h"
#include "widgets/recoverykeygrid.h"
#include "widgets/unlockpage.h"
#include "windowfixture.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QSignalSpy>

using presentation::CreateVaultController;
using presentation::StripMessage;
using windowtest::child;
using windowtest::innerOf;
using windowtest::visibleButton;
using windowtest::WindowBench;

namespace {

/// Keeps what it was given.
class PlayedSpooler final : public service::ports::PrintSpooler {
public:
    [[nodiscard]] base::Async<bool> print(service::ports::PrintJob given) override
    {
        job = std::move(given);
        return error ? base::readyError<bool>(*error) : base::ready<bool>(true);
    }
    service::ports::PrintJob job;
    std::optional<base::ErrorCode> error;
};

} // namespace

/// The page with the recovery key of a new vault.
class TestRecoveryKeyPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }
    void enterGoesOnAndConfirms();
    void wrongGroupsEmptyTheFields();
    void lockFromOutsideHidesIt();
    void lockClosesTheFileDialog();
    void savesTheKey();
    void printsTheKey();
    void printerThatFails();

private:
    [[nodiscard]] CreateVaultController &controller() const { return m_bench->presenter->create(); }
    [[nodiscard]] widgets::RecoveryKeyPage &page() const
    {
        return *m_bench->window->findChild<widgets::RecoveryKeyPage *>();
    }
    [[nodiscard]] QString group(int number) const
    {
        return QString::fromLatin1(vaulttest::textOf(*controller().recoveryKey()).split(' ').at(number - 1));
    }

    PlayedSpooler m_spooler;
    std::unique_ptr<WindowBench> m_bench;
};

void TestRecoveryKeyPage::init()
{
    testsupport::failOnUnexpectedWindowWarnings();
    m_bench = std::make_unique<WindowBench>(WindowBench::Begin::WithoutVault);
    controller().copies().setSpooler(m_spooler);
    m_spooler.error.reset();
    m_bench->window->present();
    QVERIFY(QTest::qWaitForWindowActive(m_bench->window.get()));
    controller().create(vault::SlotKind::Passphrase, vaulttest::secret("a passphrase"), vaulttest::secret("a passphrase"));
    QTRY_VERIFY_WITH_TIMEOUT(page().isVisible(), 60'000);
}

void TestRecoveryKeyPage::enterGoesOnAndConfirms()
{
    const auto [first, second] = controller().groupsToType();
    QTRY_VERIFY(innerOf(page(), "firstEdit")->hasFocus());
    QTest::keyClicks(innerOf(page(), "firstEdit"), group(first).toLower());
    QTest::keyClick(innerOf(page(), "firstEdit"), Qt::Key_Return);
    QTRY_VERIFY(innerOf(page(), "secondEdit")->hasFocus());
    QCOMPARE(controller().step(), CreateVaultController::Step::RecoveryKey);
    QTest::keyClicks(innerOf(page(), "secondEdit"), group(second));
    QTest::keyClick(innerOf(page(), "secondEdit"), Qt::Key_Return);
    QTRY_COMPARE(controller().step(), CreateVaultController::Step::Done);
    QTRY_VERIFY(!page().isVisible());
}

void TestRecoveryKeyPage::wrongGroupsEmptyTheFields()
{
    QTest::keyClicks(innerOf(page(), "firstEdit"), QStringLiteral("AAAAA"));
    QTest::keyClicks(innerOf(page(), "secondEdit"), QStringLiteral("BBBBB"));
    QTest::mouseClick(child<QPushButton>(*m_bench->window, "nextButton"), Qt::LeftButton);
    QTRY_COMPARE(controller().message().level, StripMessage::Level::Bad);
    QVERIFY(page().isVisible());
    QVERIFY(innerOf(page(), "firstEdit")->text().isEmpty() && innerOf(page(), "secondEdit")->text().isEmpty());
}

/// The command line may lock at any time. The key must go from the screen, and no late answer may bring the page back.
void TestRecoveryKeyPage::lockFromOutsideHidesIt()
{
    const auto [first, second] = controller().groupsToType();
    controller().confirm(vaulttest::secret(group(first).toStdString()), vaulttest::secret(group(second).toStdString()));
    const auto locked = m_bench->host->lock(service::LockReason::User);
    VERIFY_OK(testsupport::await(locked));
    VERIFY_OK(testsupport::await(m_bench->host->inspect()));
    QVERIFY(!page().isVisible());
    QVERIFY(m_bench->window->findChild<widgets::UnlockPage *>()->isVisible());
    QCOMPARE(controller().recoveryKey(), nullptr);
    controller().refreshKeychain(); // whatever makes the controller speak again
    QSignalSpy changed(&controller(), &CreateVaultController::changed);
    QTRY_VERIFY(!changed.isEmpty());
    QVERIFY(!page().isVisible());
}

void TestRecoveryKeyPage::lockClosesTheFileDialog()
{
    QTest::mouseClick(child<QPushButton>(page(), "saveButton"), Qt::LeftButton);
    QVERIFY(page().findChild<QFileDialog *>() != nullptr);
    m_bench->lock();
    QTRY_VERIFY(page().findChild<QFileDialog *>() == nullptr);
}

void TestRecoveryKeyPage::savesTheKey()
{
    const auto save = [this](const QString &path) {
        QTest::mouseClick(child<QPushButton>(page(), "saveButton"), Qt::LeftButton);
        auto *dialog = m_bench->window->findChild<QFileDialog *>();
        QVERIFY(dialog != nullptr && dialog->testOption(QFileDialog::DontUseNativeDialog));
        auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
        dialog->setDirectory(QFileInfo(path).absolutePath());
        name->selectAll();
        QTest::keyClicks(name, QFileInfo(path).fileName());
        QPushButton *button = nullptr;
        QTRY_VERIFY((button = visibleButton(*dialog, QStringLiteral("Save"))) != nullptr && button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(m_bench->window->findChild<QFileDialog *>() == nullptr);
    };
    QTemporaryDir stick;
    const QString path = stick.filePath(QStringLiteral("key.txt"));
    const QByteArray key = vaulttest::textOf(*controller().recoveryKey());
    save(path);
    QCOMPARE(controller().message().level, StripMessage::Level::Ok);
    QCOMPARE(vaulttest::contentOf(path), key + '\n');
    QCOMPARE(QFile::permissions(path) & ~(QFile::ReadUser | QFile::WriteUser), QFile::ReadOwner | QFile::WriteOwner);
    save(path);
    QCOMPARE(controller().message().level, StripMessage::Level::Bad);
    QVERIFY(controller().message().title.contains(QStringLiteral("already")));
    QCOMPARE(vaulttest::contentOf(path), key + '\n');
    save(QFileInfo(m_bench->home.path()).absolutePath() + QStringLiteral("/key.txt"));
    QCOMPARE(controller().message().level, StripMessage::Level::Warn);
    QVERIFY(controller().message().text.contains(QStringLiteral("beside the vault")));
}

/// Through Qt's own dialog, which offers a PDF file where there is no printer; the file is ours, not Qt's.
void TestRecoveryKeyPage::printsTheKey()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("key.pdf"));
    QTest::mouseClick(child<QPushButton>(page(), "printButton"), Qt::LeftButton);
    auto *dialog = m_bench->window->findChild<QPrintDialog *>();
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY(dialog->isVisible());
    dialog->printer()->setOutputFileName(path);
    for (QLineEdit *edit : dialog->findChildren<QLineEdit *>(QStringLiteral("filename")))
        edit->setText(path);
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(m_bench->window->findChild<QPrintDialog *>() == nullptr);
    QVERIFY2(QFile::exists(path), qPrintable(controller().message().title));
    QVERIFY(vaulttest::contentOf(path).startsWith("%PDF-"));
    QCOMPARE(QFile::permissions(path) & ~(QFile::ReadUser | QFile::WriteUser), QFile::ReadOwner | QFile::WriteOwner);
    QCOMPARE(controller().message().level, StripMessage::Level::Ok);
    QVERIFY(page().isVisible());
}

void TestRecoveryKeyPage::printerThatFails()
{
    m_spooler.error = base::ErrorCode::CommandNotFound;
    controller().copies().print({QStringLiteral("Office"), 1, {}}, vaulttest::secret("%PDF-"));
    QTRY_COMPARE(controller().message().title, QStringLiteral("It could not be printed."));
    m_spooler.error.reset();
    controller().copies().print({QStringLiteral("Office"), 3, {}}, vaulttest::secret("%PDF-"));
    QTRY_COMPARE(controller().message().level, StripMessage::Level::Ok);
    QCOMPARE(m_spooler.job.copies, 3);
    QCOMPARE(vaulttest::textOf(m_spooler.job.document), QByteArrayLiteral("%PDF-"));
    m_bench->lock(); // a dialog that is answered late
    m_spooler.job = {};
    controller().copies().print({QStringLiteral("Office"), 1, {}}, vaulttest::secret("%PDF-"));
    QVERIFY(m_spooler.job.document.isEmpty());
}

LATCHKEY_GUI_TEST_MAIN(TestRecoveryKeyPage)

#include "tst_recoverykeypage.moc"
