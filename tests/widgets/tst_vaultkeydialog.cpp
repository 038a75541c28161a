// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/vaultkeydialog.h"

#include "support/guitestmain.h"
#include "widgets/masterkeypanel.h"
#include "widgets/messagestrip.h"
#include "widgets/pagelist.h"
#include "widgets/recoverykeypage.h"
#include "widgets/securitypage.h"
#include "windowfixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using presentation::StripMessage;
using widgets::VaultKeyDialog;
using windowtest::child;
using windowtest::innerOf;
using windowtest::visibleButton;
using windowtest::WindowBench;

namespace {

/// Argon2id at its real cost, with sanitizers, on a busy machine.
constexpr int kPatience = 90'000;
const QString kRight = QString::fromLatin1(vaulttest::Home::kPassphrase.data());

} // namespace

class TestVaultKeyDialog final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }
    void newMasterKey();
    void newRecoveryKey();
    void wrongPassphraseStaysOpen();
    void enterAsksForThePassphraseFirst();
    void removal();
    void lastWayIsKept();
    void lockClosesTheDialog();
    void lockEndsARotation();
    void asksForEachPassphrase();

private:
    [[nodiscard]] widgets::SecurityPage &page() const { return *m_bench->window->findChild<widgets::SecurityPage *>(); }
    [[nodiscard]] VaultKeyDialog *dialog() const { return page().findChild<VaultKeyDialog *>(); }
    void press(const QString &button) const
    {
        QTRY_VERIFY2(visibleButton(page(), button) != nullptr, qPrintable(button));
        QTest::mouseClick(visibleButton(page(), button), Qt::LeftButton);
        QVERIFY(dialog() != nullptr);
    }
    void type(const QString &text) const { QTest::keyClicks(innerOf(*dialog(), "passphraseEdit0"), text); }
    void act() const { QTest::mouseClick(child<QPushButton>(*dialog(), "doButton"), Qt::LeftButton); }
    void addWay(const char *passphrase) const;
    [[nodiscard]] bool showsRecoveryKey() const
    {
        const auto *shown = m_bench->window->findChild<widgets::RecoveryKeyPage *>();
        return shown->isVisible() && m_bench->presenter->create().recoveryKey() != nullptr;
    }

    std::unique_ptr<WindowBench> m_bench;
};

void TestVaultKeyDialog::init()
{
    testsupport::failOnUnexpectedWindowWarnings();
    m_bench = std::make_unique<WindowBench>(WindowBench::Begin::WithVault);
    m_bench->window->addSecurityPanel(QStringLiteral("Master key"), new widgets::MasterKeyPanel(*m_bench->presenter));
    m_bench->window->present();
    QVERIFY(QTest::qWaitForWindowActive(m_bench->window.get()));
    m_bench->unlock();
    auto *list = child<widgets::PageList>(*m_bench->window, "pageList");
    const auto rows = list->model()->match(list->model()->index(0, 0), Qt::AccessibleTextRole, QStringLiteral("Security"));
    QCOMPARE(rows.size(), 1);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(rows.first()).center());
    QTRY_VERIFY(page().isVisible());
    QTRY_VERIFY(!m_bench->presenter->security().ways().isEmpty());
}

void TestVaultKeyDialog::addWay(const char *passphrase) const
{
    service::NewWayIn way;
    way.passphrase = vaulttest::secret(passphrase);
    VERIFY_OK(testsupport::await(m_bench->keySlots->add(std::move(way), {}), kPatience));
    page().reload();
    QTRY_COMPARE(m_bench->presenter->security().ways().size(), 3);
}

void TestVaultKeyDialog::newMasterKey()
{
    const auto *changed = child<QLabel>(page(), "changedLabel");
    QTRY_COMPARE(changed->text(), QStringLiteral("Not changed since the vault was made."));
    press(QStringLiteral("Change master key..."));
    QTRY_VERIFY(innerOf(*dialog(), "passphraseEdit0")->hasFocus());
    type(kRight);
    act();
    QVERIFY(innerOf(*dialog(), "passphraseEdit0")->text().isEmpty());
    QVERIFY(!child<QPushButton>(*dialog(), "doButton")->isEnabled());
    QVERIFY(child<QPushButton>(*dialog(), "leaveButton")->isEnabled()); // it can be stopped
    QTRY_COMPARE_WITH_TIMEOUT(dialog(), nullptr, kPatience);
    QTRY_VERIFY(showsRecoveryKey());
    m_bench->presenter->create().postpone();
    QTRY_VERIFY(page().isVisible());
    QCOMPARE(child<widgets::MessageStrip>(page(), "strip")->message().title, QStringLiteral("The master key was changed."));
    QTRY_VERIFY(m_bench->presenter->isRecoveryKeyPending());
    QTRY_VERIFY2(changed->text().startsWith(QStringLiteral("Last changed on ")), qPrintable(changed->text()));
    m_bench->lock();
    QVERIFY(changed->text().isEmpty());
    m_bench->unlock(); // by the passphrase as before
}

void TestVaultKeyDialog::newRecoveryKey()
{
    press(QStringLiteral("New recovery key..."));
    type(kRight);
    act();
    QTRY_COMPARE_WITH_TIMEOUT(dialog(), nullptr, kPatience);
    QTRY_VERIFY(showsRecoveryKey());
    m_bench->presenter->create().postpone();
    QTRY_VERIFY(page().isVisible());
    QTRY_VERIFY(child<QPushButton>(page(), "showKeyButton")->isVisible());
}

void TestVaultKeyDialog::wrongPassphraseStaysOpen()
{
    press(QStringLiteral("Change master key..."));
    type(QStringLiteral("not this one"));
    act();
    const auto *strip = child<widgets::MessageStrip>(*dialog(), "strip");
    QTRY_COMPARE_WITH_TIMEOUT(strip->message().level, StripMessage::Level::Bad, kPatience);
    QVERIFY(dialog()->isVisible());
    QTRY_VERIFY(innerOf(*dialog(), "passphraseEdit0")->hasFocus());
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_COMPARE(dialog(), nullptr);
}

void TestVaultKeyDialog::enterAsksForThePassphraseFirst()
{
    press(QStringLiteral("Change master key..."));
    QTest::keyClick(innerOf(*dialog(), "passphraseEdit0"), Qt::Key_Return);
    QVERIFY(!m_bench->presenter->vaultKeys().isBusy());
    QVERIFY(dialog() != nullptr);
    type(kRight);
    QTest::keyClick(innerOf(*dialog(), "passphraseEdit0"), Qt::Key_Return);
    QVERIFY(m_bench->presenter->vaultKeys().isBusy());
    QTRY_COMPARE_WITH_TIMEOUT(dialog(), nullptr, kPatience);
}

void TestVaultKeyDialog::removal()
{
    addWay("a second passphrase");
    press(QStringLiteral("Remove..."));
    QCOMPARE(dialog()->windowTitle(), QStringLiteral("Remove a way to unlock"));
    QVERIFY(child<QPushButton>(*dialog(), "leaveButton")->isDefault());
    type(QStringLiteral("a second passphrase"));
    QTest::keyClick(innerOf(*dialog(), "passphraseEdit0"), Qt::Key_Return);
    QTRY_COMPARE(dialog(), nullptr); // Enter keeps it
    QCOMPARE(m_bench->presenter->security().ways().size(), 3);
    press(QStringLiteral("Remove..."));
    type(QStringLiteral("a second passphrase"));
    act();
    QTRY_COMPARE_WITH_TIMEOUT(dialog(), nullptr, kPatience);
    QTRY_COMPARE(m_bench->presenter->security().ways().size(), 2);
}

void TestVaultKeyDialog::lastWayIsKept()
{
    press(QStringLiteral("Remove..."));
    type(kRight);
    act();
    const auto *strip = child<widgets::MessageStrip>(*dialog(), "strip");
    QTRY_COMPARE_WITH_TIMEOUT(strip->message().level, StripMessage::Level::Bad, kPatience);
    QVERIFY(strip->message().title.startsWith(QStringLiteral("This is the last way in")));
}

void TestVaultKeyDialog::lockClosesTheDialog()
{
    for (const char *button : {"Change master key...", "New recovery key...", "Remove..."}) {
        press(QString::fromLatin1(button));
        type(kRight);
        m_bench->lock();
        QTRY_COMPARE(dialog(), nullptr);
        QVERIFY(!page().isVisible());
        m_bench->unlock();
        QTRY_VERIFY(!m_bench->presenter->security().ways().isEmpty());
    }
}

void TestVaultKeyDialog::lockEndsARotation()
{
    press(QStringLiteral("Change master key..."));
    type(kRight);
    act();
    m_bench->lock();
    QTRY_COMPARE(dialog(), nullptr);
    QVERIFY(!m_bench->presenter->vaultKeys().isBusy());
    QVERIFY(!showsRecoveryKey());
    m_bench->unlock();
    QCOMPARE(m_bench->presenter->security().message(), StripMessage());
}

void TestVaultKeyDialog::asksForEachPassphrase()
{
    addWay("a second passphrase");
    press(QStringLiteral("Change master key..."));
    type(kRight);
    QTest::keyClicks(innerOf(*dialog(), "passphraseEdit1"), QStringLiteral("a second passphrase"));
    act();
    QTRY_COMPARE_WITH_TIMEOUT(dialog(), nullptr, kPatience);
    QTRY_VERIFY(showsRecoveryKey());
}

LATCHKEY_GUI_TEST_MAIN(TestVaultKeyDialog)
#include "tst_vaultkeydialog.moc"
