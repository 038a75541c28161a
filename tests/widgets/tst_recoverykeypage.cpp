// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/recoverykeypage.h"

#include "support/guitestmain.h"
#include "widgets/recoverykeygrid.h"
#include "widgets/unlockpage.h"
#include "windowfixture.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using presentation::CreateVaultController;
using presentation::StripMessage;
using windowtest::child;
using windowtest::innerOf;
using windowtest::WindowBench;

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

    std::unique_ptr<WindowBench> m_bench;
};

void TestRecoveryKeyPage::init()
{
    testsupport::failOnUnexpectedWindowWarnings();
    m_bench = std::make_unique<WindowBench>(WindowBench::Begin::WithoutVault);
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
    QTest::mouseClick(child<QPushButton>(page(), "confirmButton"), Qt::LeftButton);
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

LATCHKEY_GUI_TEST_MAIN(TestRecoveryKeyPage)

#include "tst_recoverykeypage.moc"
