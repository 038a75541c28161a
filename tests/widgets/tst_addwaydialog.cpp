// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/addwaydialog.h"

#include "service/playedkeychain.h"
#include "support/guitestmain.h"
#include "widgets/messagestrip.h"
#include "widgets/securitypage.h"
#include "windowfixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>

using presentation::StripMessage;
using widgets::AddWayDialog;
using windowtest::child;
using windowtest::innerOf;
using windowtest::WindowBench;

namespace {

/// Argon2id at its real cost, with sanitizers, on a busy machine.
constexpr int kPatience = 90'000;
const QString kRight = QString::fromLatin1(vaulttest::Home::kPassphrase.data());

} // namespace

class TestAddWayDialog final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWindowWarnings(); }
    void cleanup();
    void withoutAKeychain();
    void addsWithTheKeychain();
    void addsThisComputer();
    void enterLeadsThroughTheFields();
    void wrongPassphraseStaysOpen();
    void keychainDoesNotAnswer();

private:
    void open(vault::ports::KeySlotSecretStore *keychain = nullptr);
    void type(const char *field, const QString &text) const { QTest::keyClicks(innerOf(*m_dialog, field), text); }
    [[nodiscard]] bool isOn(const char *radio) const { return child<QRadioButton>(*m_dialog, radio)->isEnabled(); }
    void add() const { QTest::mouseClick(child<QPushButton>(*m_dialog, "addButton"), Qt::LeftButton); }
    [[nodiscard]] QStringList kinds() const
    {
        QStringList out;
        for (const presentation::WayToUnlock &way : m_bench->presenter->security().ways())
            out << way.kind;
        return out;
    }

    servicetest::PlayedKeychain m_played;
    std::unique_ptr<WindowBench> m_bench;
    QPointer<AddWayDialog> m_dialog;
};

void TestAddWayDialog::cleanup()
{
    m_bench.reset();
    m_played = {};
}

void TestAddWayDialog::open(vault::ports::KeySlotSecretStore *keychain)
{
    m_bench = std::make_unique<WindowBench>(WindowBench::Begin::WithVault, keychain);
    m_bench->window->present();
    QVERIFY(QTest::qWaitForWindowActive(m_bench->window.get()));
    m_bench->unlock();
    QTRY_VERIFY(!m_bench->presenter->security().ways().isEmpty());
    m_dialog = new AddWayDialog(*m_bench->presenter, m_bench->window->findChild<widgets::SecurityPage *>());
    m_dialog->open();
    QTRY_VERIFY(m_bench->presenter->create().keychain().known);
}

void TestAddWayDialog::withoutAKeychain()
{
    open();
    QVERIFY(!isOn("bothRadio") && !isOn("keychainRadio") && isOn("passphraseRadio"));
    QVERIFY(child<QRadioButton>(*m_dialog, "passphraseRadio")->isChecked());
    QVERIFY(!child<QLabel>(*m_dialog, "keychainStateLabel")->text().isEmpty()); // says why
    type("currentEdit", kRight);
    type("passphraseEdit", QStringLiteral("four more words for it"));
    QVERIFY(!child<QLabel>(*m_dialog, "strengthLabel")->text().isEmpty());
    type("againEdit", QStringLiteral("four more words for it"));
    add();
    QTRY_VERIFY_WITH_TIMEOUT(m_dialog.isNull(), kPatience);
    QTRY_COMPARE(kinds().count(QStringLiteral("Passphrase")), 2);
}

void TestAddWayDialog::addsWithTheKeychain()
{
    open(&m_played);
    QVERIFY(child<QRadioButton>(*m_dialog, "bothRadio")->isChecked()); // as the first steps would
    type("currentEdit", kRight);
    for (const char *field : {"passphraseEdit", "againEdit"})
        type(field, QStringLiteral("another one"));
    add();
    QTRY_VERIFY_WITH_TIMEOUT(m_dialog.isNull(), kPatience);
    QTRY_VERIFY(kinds().contains(QStringLiteral("Passphrase and this computer")));
    QCOMPARE(m_played.size(), 1U);
}

void TestAddWayDialog::addsThisComputer()
{
    open(&m_played);
    QTest::mouseClick(child<QRadioButton>(*m_dialog, "keychainRadio"), Qt::LeftButton, {}, QPoint(8, 8));
    QVERIFY(!innerOf(*m_dialog, "passphraseEdit")->isEnabled());
    add();
    QTRY_VERIFY(innerOf(*m_dialog, "currentEdit")->hasFocus()); // it weakens the vault
    type("currentEdit", kRight);
    add();
    QTRY_VERIFY_WITH_TIMEOUT(m_dialog.isNull(), kPatience);
    QTRY_VERIFY(kinds().contains(QStringLiteral("This computer only")));
}

void TestAddWayDialog::enterLeadsThroughTheFields()
{
    open();
    innerOf(*m_dialog, "currentEdit")->setFocus();
    type("currentEdit", kRight);
    QTest::keyClick(innerOf(*m_dialog, "currentEdit"), Qt::Key_Return);
    QTRY_VERIFY(innerOf(*m_dialog, "passphraseEdit")->hasFocus());
    type("passphraseEdit", QStringLiteral("one"));
    QTest::keyClick(innerOf(*m_dialog, "passphraseEdit"), Qt::Key_Return);
    QTRY_VERIFY(innerOf(*m_dialog, "againEdit")->hasFocus());
    type("againEdit", QStringLiteral("two"));
    QTest::keyClick(innerOf(*m_dialog, "againEdit"), Qt::Key_Return);
    QCOMPARE(child<widgets::MessageStrip>(*m_dialog, "strip")->message().title,
             QStringLiteral("The two passphrases are not the same."));
    QVERIFY(!m_bench->presenter->vaultKeys().isBusy());
}

void TestAddWayDialog::wrongPassphraseStaysOpen()
{
    open();
    type("currentEdit", QStringLiteral("not this one"));
    for (const char *field : {"passphraseEdit", "againEdit"})
        type(field, QStringLiteral("another one"));
    add();
    const auto *strip = child<widgets::MessageStrip>(*m_dialog, "strip");
    QTRY_COMPARE_WITH_TIMEOUT(strip->message().level, StripMessage::Level::Bad, kPatience);
    QVERIFY(strip->message().title.startsWith(QStringLiteral("That passphrase is not right.")));
    QTRY_VERIFY(innerOf(*m_dialog, "currentEdit")->hasFocus());
    m_bench->lock();
    QTRY_VERIFY(m_dialog.isNull());
}

void TestAddWayDialog::keychainDoesNotAnswer()
{
    m_played.state = vault::ports::KeychainState::NoAnswer;
    open(&m_played);
    auto *again = child<QPushButton>(*m_dialog, "keychainAgainButton");
    QTRY_VERIFY(again->isVisible());
    QVERIFY(!isOn("bothRadio"));
    m_played.state = vault::ports::KeychainState::Ready;
    QTest::mouseClick(again, Qt::LeftButton);
    QTRY_VERIFY(isOn("bothRadio"));
}

LATCHKEY_GUI_TEST_MAIN(TestAddWayDialog)
#include "tst_addwaydialog.moc"
