// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/oldervaultdialog.h"

#include "presentation/restorecontroller.h"
#include "support/guitestmain.h"
#include "widgets/messagestrip.h"
#include "widgets/unlockpage.h"
#include "windowfixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using presentation::StripMessage;
using windowtest::child;
using windowtest::innerOf;
using windowtest::visibleButton;
using windowtest::WindowBench;

namespace {

/// Argon2id with sanitizers, on a busy machine.
constexpr int kPatience = 60'000;
const QString kRight = QString::fromLatin1(vaulttest::Home::kPassphrase.data());

} // namespace

class TestOlderVaultDialog final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }
    void onPurpose();
    void byRecoveryKey();
    void emptyFieldIsAskedFor();
    void enterUsesNothing();
    void escapeUsesNothing();
    void wrongPassphrase();
    void openingClosesIt();
    void smallestUnlockPage();

private:
    [[nodiscard]] widgets::UnlockPage &page() const { return *m_bench->window->findChild<widgets::UnlockPage *>(); }
    [[nodiscard]] widgets::OlderVaultDialog *dialog() const { return page().findChild<widgets::OlderVaultDialog *>(); }
    [[nodiscard]] StripMessage message() const { return child<widgets::MessageStrip>(page(), "strip")->message(); }
    /// Tries to unlock, which is refused, and asks for the dialog.
    void open(const char *field, const QString &text) const;
    void press(const char *name) const { QTest::mouseClick(child<QPushButton>(*dialog(), name), Qt::LeftButton); }
    [[nodiscard]] service::LockState state() const { return m_bench->host->state(); }

    std::unique_ptr<WindowBench> m_bench;
};

void TestOlderVaultDialog::init()
{
    testsupport::failOnUnexpectedWindowWarnings();
    m_bench = std::make_unique<WindowBench>(WindowBench::Begin::WithVault);
    const QByteArray copy = vaulttest::contentOf(m_bench->home.path());
    m_bench->unlock();
    m_bench->addAccount(QStringLiteral("works"));
    m_bench->lock();
    QVERIFY(vaulttest::writeFile(m_bench->home.path(), copy));
    m_bench->window->present();
    QVERIFY(QTest::qWaitForWindowActive(m_bench->window.get()));
}

void TestOlderVaultDialog::open(const char *field, const QString &text) const
{
    QTest::keyClicks(innerOf(page(), field), text);
    QTest::mouseClick(child<QPushButton>(page(), "unlockButton"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(message().action, StripMessage::Action::UseOlder, kPatience);
    QPushButton *use = visibleButton(page(), QStringLiteral("Use this older file..."));
    QVERIFY(use != nullptr);
    QTest::mouseClick(use, Qt::LeftButton);
    QVERIFY(dialog() != nullptr);
    QVERIFY(QTest::qWaitForWindowActive(dialog()));
}

void TestOlderVaultDialog::onPurpose()
{
    open("passphraseEdit", kRight);
    QVERIFY(dialog()->isModal());
    QTRY_VERIFY(innerOf(*dialog(), "passphraseEdit")->hasFocus());
    QVERIFY(!child<QWidget>(*dialog(), "recoveryEdit")->isVisible());
    QVERIFY(child<QLabel>(*dialog(), "introLabel")->text().contains(QStringLiteral("somebody may have exchanged the file")));
    QTest::keyClicks(innerOf(*dialog(), "passphraseEdit"), kRight);
    press("useButton");
    QTRY_COMPARE(dialog(), nullptr);
    QTRY_COMPARE_WITH_TIMEOUT(state(), service::LockState::Unlocked, kPatience);
    QCOMPARE(testsupport::await(m_bench->integrity->acceptedOlder()).value_or(false), true);
    const auto accounts = testsupport::await(m_bench->exchanges->list());
    VERIFY_OK(accounts);
    QVERIFY(accounts->isEmpty()); // as it was then
}

void TestOlderVaultDialog::byRecoveryKey()
{
    const QString paper = QString::fromUtf8(m_bench->home.recoveryText);
    QTest::mouseClick(child<QPushButton>(page(), "recoveryButton"), Qt::LeftButton);
    open("recoveryEdit", paper);
    QVERIFY(!child<QWidget>(*dialog(), "passphraseEdit")->isVisible());
    QTRY_VERIFY(innerOf(*dialog(), "recoveryEdit")->hasFocus());
    QTest::keyClicks(innerOf(*dialog(), "recoveryEdit"), paper);
    press("useButton");
    QTRY_COMPARE_WITH_TIMEOUT(state(), service::LockState::Unlocked, kPatience);
    QCOMPARE(m_bench->host->openedBy()->kind, vault::SlotKind::Recovery);
    QCOMPARE(testsupport::await(m_bench->integrity->acceptedOlder()).value_or(false), true);
}

void TestOlderVaultDialog::emptyFieldIsAskedFor()
{
    open("passphraseEdit", kRight);
    press("useButton");
    QVERIFY(dialog()->isVisible());
    QVERIFY(!m_bench->presenter->unlock().isBusy());
    QTRY_VERIFY(innerOf(*dialog(), "passphraseEdit")->hasFocus());
}

void TestOlderVaultDialog::enterUsesNothing()
{
    open("passphraseEdit", kRight);
    QVERIFY(child<QPushButton>(*dialog(), "cancelButton")->isDefault());
    QVERIFY(!child<QPushButton>(*dialog(), "useButton")->autoDefault());
    QTest::keyClicks(innerOf(*dialog(), "passphraseEdit"), kRight);
    QTest::keyClick(innerOf(*dialog(), "passphraseEdit"), Qt::Key_Return);
    QTRY_COMPARE(dialog(), nullptr);
    QVERIFY(!m_bench->presenter->unlock().isBusy());
    QCOMPARE(state(), service::LockState::Locked);
    QCOMPARE(message().action, StripMessage::Action::UseOlder); // it can still be said
}

void TestOlderVaultDialog::escapeUsesNothing()
{
    open("passphraseEdit", kRight);
    QTest::keyClicks(innerOf(*dialog(), "passphraseEdit"), kRight);
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_COMPARE(dialog(), nullptr);
    QCOMPARE(state(), service::LockState::Locked);
    QVERIFY(!m_bench->presenter->unlock().isBusy());
}

void TestOlderVaultDialog::wrongPassphrase()
{
    open("passphraseEdit", kRight);
    QTest::keyClicks(innerOf(*dialog(), "passphraseEdit"), QStringLiteral("not this one"));
    press("useButton");
    QTRY_COMPARE(dialog(), nullptr);
    m_bench->window->activateWindow(); // offscreen, nobody else does
    QTRY_VERIFY_WITH_TIMEOUT(!m_bench->presenter->unlock().isBusy(), kPatience);
    QCOMPARE(message().title, QStringLiteral("That passphrase is not right. Nothing was changed."));
    QCOMPARE(state(), service::LockState::Locked);
    QTRY_VERIFY(innerOf(page(), "passphraseEdit")->hasFocus());
}

/// Somebody put the newer file back and opened it, in a terminal perhaps.
void TestOlderVaultDialog::openingClosesIt()
{
    open("passphraseEdit", kRight);
    service::WaysIn ways;
    ways.passphrase = vaulttest::secret(vaulttest::Home::kPassphrase);
    ways.useKeychain = false;
    ways.acceptOlder = true;
    VERIFY_OK(testsupport::await(m_bench->host->unlock(std::move(ways)), kPatience));
    QTRY_COMPARE(dialog(), nullptr);
}

/// The longest message, with every link, where there is least room: nothing is cut off, and nothing lies over another.
void TestOlderVaultDialog::smallestUnlockPage()
{
    service::Backups backups({*m_bench->host, {m_bench->home.environment(), m_bench->noKeychain, m_bench->gate}, {}});
    presentation::RestoreController restore(*m_bench->host, backups);
    m_bench->window->setRestore(restore);
    m_bench->window->resize(m_bench->window->minimumSize());
    QCOMPARE(m_bench->window->size(), QSize(840, 460));
    const auto expectWhole = [this] {
        QCoreApplication::processEvents();
        QList<QRect> places;
        for (const QWidget *one :
             child<QWidget>(page(), "column")->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
            if (!one->isVisible())
                continue;
            const QRect place(one->mapTo(&page(), QPoint()), one->size());
            const QByteArray name = one->objectName().toUtf8();
            QVERIFY2(page().rect().contains(place), name.constData());
            QVERIFY2(one->height() >= one->minimumSizeHint().height(), name.constData());
            for (const QRect &other : std::as_const(places))
                QVERIFY2(!other.intersects(place), name.constData());
            places << place;
        }
        QVERIFY(places.size() > 6);
    };
    QTest::keyClicks(innerOf(page(), "passphraseEdit"), kRight);
    QTest::mouseClick(child<QPushButton>(page(), "unlockButton"), Qt::LeftButton);
    expectWhole(); // with [Cancel]
    QTRY_COMPARE_WITH_TIMEOUT(message().action, StripMessage::Action::UseOlder, kPatience);
    expectWhole();
    QTest::mouseClick(visibleButton(page(), QStringLiteral("Details")), Qt::LeftButton);
    expectWhole();
    m_bench->window.reset(); // before what it refers to
}

LATCHKEY_GUI_TEST_MAIN(TestOlderVaultDialog)
#include "tst_oldervaultdialog.moc"
