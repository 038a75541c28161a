// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/await.h"
#include "support/guitestmain.h"
#include "widgets/confirmdialogs.h"
#include "widgets/exchangespage.h"
#include "widgets/secretview.h"
#include "windowfixture.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

using presentation::StripMessage;
using windowtest::child;
using windowtest::innerOf;
using windowtest::WindowBench;

namespace {

const QString kKey = QStringLiteral("bg_0123456789abcdef0123456789abcdef");
const QString kMain = QStringLiteral("main");
const QString kOther = QStringLiteral("other");

} // namespace

/// What is typed and not saved, what is looked at and copied, and what is put back.
class TestExchangesDrafts final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWindowWarnings();
        m_bench = std::make_unique<WindowBench>(WindowBench::Begin::WithVault);
        m_bench->window->present();
        m_bench->unlock();
        m_bench->addAccount(QStringLiteral("works"));
        service::ExchangeOptions unchecked;
        unchecked.check = false;
        QVERIFY(testsupport::await(m_bench->exchanges->add(QStringLiteral("bitget"), kOther, unchecked,
                                                           servicetest::bitgetFields())));
        m_bench->presenter->accounts().reload();
        QTRY_COMPARE(list()->model()->rowCount(), 2);
        select(0);
        QTRY_COMPARE(editor().accountName(), kMain);
    }
    void cleanup() { m_bench.reset(); }

    void keptWhileAnotherIsShown()
    {
        type("api_secretEdit", QStringLiteral("typed for main"));
        select(1);
        QTRY_COMPARE(editor().accountName(), kOther);
        QVERIFY(typed("api_secretEdit").isEmpty());
        QVERIFY(page()->hasDraft());
        type("passphraseEdit", QStringLiteral("typed for other"));
        add();
        type("api_keyEdit", kKey);
        child<QLineEdit>(*page(), "nameEdit")->setText(QStringLiteral("third"));
        select(0);
        QTRY_COMPARE(editor().accountName(), kMain);
        QCOMPARE(typed("api_secretEdit"), QStringLiteral("typed for main"));
        QVERIFY(typed("api_keyEdit").isEmpty());
        select(1);
        QTRY_COMPARE(editor().accountName(), kOther);
        QCOMPARE(typed("passphraseEdit"), QStringLiteral("typed for other"));
        QCOMPARE(child<QPushButton>(*page(), "addButton")->text(), QStringLiteral("Continue the new account..."));
        add();
        QCOMPARE(typed("api_keyEdit"), kKey);
        QCOMPARE(child<QLineEdit>(*page(), "nameEdit")->text(), QStringLiteral("third"));
        QTest::mouseClick(child<QPushButton>(*page(), "discardButton"), Qt::LeftButton);
        QVERIFY(!editor().isNew());
        add();
        QVERIFY(typed("api_keyEdit").isEmpty());
    }

    /// What is typed is not what would be asked about, and the answer would stand above it.
    void theStripLeavesADraftAlone()
    {
        m_bench->bitget->answer = servicetest::report(QStringLiteral("unchecked:network"));
        QTest::mouseClick(child<QPushButton>(*page(), "checkButton"), Qt::LeftButton);
        QTRY_COMPARE(editor().message().action, StripMessage::Action::CheckNow);
        auto *again = child<QPushButton>(*child<QWidget>(*page(), "strip"), "actionButton");
        QVERIFY(again->isEnabled());
        const auto asked = m_bench->bitget->asked.size();
        type("api_secretEdit", QStringLiteral("typed for main"));
        QVERIFY(!again->isEnabled());
        QTest::mouseClick(again, Qt::LeftButton);
        QVERIFY(!editor().isBusy());
        QCOMPARE(typed("api_secretEdit"), QStringLiteral("typed for main"));
        QTest::mouseClick(child<QPushButton>(*page(), "discardButton"), Qt::LeftButton);
        QVERIFY(again->isEnabled());
        QCOMPARE(m_bench->bitget->asked.size(), asked);
        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_COMPARE(m_bench->bitget->asked.size(), asked + 1);
    }

    /// Asking the exchange stores nothing: what was typed is still a draft.
    void keptWhileTheExchangeIsAsked()
    {
        type("api_secretEdit", QStringLiteral("typed for main"));
        editor().checkNow();
        QVERIFY(editor().isBusy());
        select(1);
        QTRY_COMPARE(editor().accountName(), kOther);
        select(0);
        QTRY_COMPARE(editor().accountName(), kMain);
        QCOMPARE(typed("api_secretEdit"), QStringLiteral("typed for main"));
    }

    void offeredAfterALockInBetween_data()
    {
        QTest::addColumn<bool>("saving");
        QTest::newRow("asked") << false;
        QTest::newRow("saved") << true; // the lock stands in line before the storing
    }
    void offeredAfterALockInBetween()
    {
        QFETCH(const bool, saving);
        type("api_secretEdit", QStringLiteral("typed-before-the-lock"));
        if (saving)
            QTest::mouseClick(child<QPushButton>(*page(), "saveButton"), Qt::LeftButton);
        else
            editor().checkNow();
        QCOMPARE(editor().isStoring(), saving);
        QVERIFY(editor().isBusy());
        m_bench->lock();
        QVERIFY(typed("api_secretEdit").isEmpty());
        m_bench->unlock();
        QTRY_COMPARE_WITH_TIMEOUT(typed("api_secretEdit"), QStringLiteral("typed-before-the-lock"), 10'000);
        QCOMPARE(editor().accountName(), kMain);
    }

    void aSearchTakesNothingAway()
    {
        type("api_secretEdit", QStringLiteral("typed for main"));
        auto *search = child<QLineEdit>(*page(), "searchEdit");
        const auto *noMatch = child<QLabel>(*page(), "noMatchLabel");
        QTest::keyClicks(search, QStringLiteral("MAI"));
        QCOMPARE(list()->model()->rowCount(), 1);
        QVERIFY(list()->selectionModel()->isRowSelected(0, {}));
        QTest::keyClicks(search, QStringLiteral("x"));
        QCOMPARE(list()->model()->rowCount(), 0);
        QVERIFY(noMatch->isVisible());
        QCOMPARE(noMatch->text(), QStringLiteral("No account matches \"MAIx\"."));
        search->clear();
        QCOMPARE(list()->model()->rowCount(), 2);
        QVERIFY(!noMatch->isVisible());
        QCOMPARE(list()->currentIndex().row(), 0);
        QVERIFY(list()->selectionModel()->isRowSelected(0, {}));
        QCOMPARE(editor().accountName(), kMain);
        QCOMPARE(typed("api_secretEdit"), QStringLiteral("typed for main"));
        QTest::keyClicks(search, kOther); // what is shown stays until somebody chooses
        QCOMPARE(editor().accountName(), kMain);
        select(0);
        QTRY_COMPARE(editor().accountName(), kOther);
        QVERIFY(typed("api_secretEdit").isEmpty());
    }

    void offeredAfterALock()
    {
        select(1);
        QTRY_COMPARE(editor().accountName(), kOther);
        type("api_secretEdit", QStringLiteral("typed-before-the-lock"));
        m_bench->lock();
        QVERIFY(typed("api_secretEdit").isEmpty());
        QVERIFY(m_bench->presenter->drafts().isEmpty());
        m_bench->unlock();
        QTRY_COMPARE_WITH_TIMEOUT(editor().accountName(), kOther, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(typed("api_secretEdit"), QStringLiteral("typed-before-the-lock"), 10'000);
        QCOMPARE(editor().message().title, QStringLiteral("You were editing Bitget other."));
        QVERIFY(child<QPushButton>(*page(), "saveButton")->isEnabled());
        QTest::mouseClick(child<QPushButton>(*page(), "discardButton"), Qt::LeftButton);
        QVERIFY(!page()->hasDraft());
    }

    void aNewOneIsOfferedToo()
    {
        add();
        child<QLineEdit>(*page(), "nameEdit")->setText(QString());
        QTest::keyClicks(child<QLineEdit>(*page(), "nameEdit"), QStringLiteral("third"));
        type("api_keyEdit", kKey);
        m_bench->lock();
        m_bench->unlock();
        QTRY_VERIFY_WITH_TIMEOUT(editor().isNew(), 10'000);
        QTRY_COMPARE(typed("api_keyEdit"), kKey);
        QCOMPARE(child<QLineEdit>(*page(), "nameEdit")->text(), QStringLiteral("third"));
    }

    void closingAsks()
    {
        type("api_secretEdit", QStringLiteral("typed"));
        const auto *pages = child<QListWidget>(*m_bench->window, "pageList");
        QCOMPARE(pages->item(0)->data(Qt::AccessibleTextRole).toString(), QStringLiteral("Exchanges, not saved"));
        m_bench->window->setMayHide(true);
        m_bench->window->close();
        auto *dialog = m_bench->window->findChild<widgets::DraftDialog *>();
        QVERIFY(dialog != nullptr);
        QTRY_VERIFY(dialog->isVisible());
        // Enter and Escape keep what was typed.
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_VERIFY(m_bench->window->findChild<widgets::DraftDialog *>() == nullptr);
        QVERIFY(m_bench->window->isVisible());
        QCOMPARE(typed("api_secretEdit"), QStringLiteral("typed"));
        m_bench->window->close();
        QTest::mouseClick(windowtest::visibleButton(*m_bench->window, QStringLiteral("Discard")), Qt::LeftButton);
        QTRY_VERIFY(!m_bench->window->isVisible());
        QVERIFY(!page()->hasDraft());
        QCOMPARE(pages->item(0)->data(Qt::AccessibleTextRole).toString(), QStringLiteral("Exchanges"));
        m_bench->window->present();
        m_bench->window->close();
        QVERIFY(!m_bench->window->isVisible());
    }

    void closingSaves()
    {
        m_bench->bitget->answer = servicetest::report(QStringLiteral("works"));
        type("passphraseEdit", QStringLiteral("Passphrase456"));
        m_bench->window->close();
        QTest::mouseClick(windowtest::visibleButton(*m_bench->window->findChild<widgets::DraftDialog *>(),
                                                    QStringLiteral("Save")),
                          Qt::LeftButton);
        QTRY_VERIFY(!page()->hasDraft());
        QVERIFY(m_bench->window->isVisible());
        QTRY_COMPARE(editor().message().level, StripMessage::Level::Ok);
    }

    /// The account whose draft was put away is saved, not the one that is shown, even where a search hides it.
    void savesTheAccountThatWasTypedFor()
    {
        m_bench->bitget->answer = servicetest::report(QStringLiteral("works"));
        type("passphraseEdit", QStringLiteral("Passphrase456"));
        select(1);
        QTRY_COMPARE(editor().accountName(), kOther);
        QTest::keyClicks(child<QLineEdit>(*page(), "searchEdit"), kOther);
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        const auto asked = m_bench->bitget->asked.size();
        page()->saveDraft();
        QTRY_COMPARE(m_bench->bitget->asked.size(), asked + 1);
        QVERIFY(m_bench->bitget->asked.last().fields.contains(QStringLiteral("Passphrase456")));
        QCOMPARE(editor().accountName(), kMain);
        QTRY_VERIFY(!editor().isBusy());
        QVERIFY(!page()->hasDraft());
    }

    /// Another program removed the account: what was typed for it can be saved nowhere, and least of all into another one.
    void goesWithItsAccount()
    {
        const auto *pages = child<QListWidget>(*m_bench->window, "pageList");
        type("passphraseEdit", QStringLiteral("Passphrase456"));
        select(1);
        QTRY_COMPARE(editor().accountName(), kOther);
        QVERIFY(page()->hasDraft());
        const auto asked = m_bench->bitget->asked.size();
        QVERIFY(testsupport::await(m_bench->exchanges->remove(QStringLiteral("bitget/main"))));
        m_bench->presenter->accounts().reload();
        QTRY_COMPARE(list()->model()->rowCount(), 1);
        QTRY_VERIFY(!page()->hasDraft());
        QCOMPARE(pages->item(0)->data(Qt::AccessibleTextRole).toString(), QStringLiteral("Exchanges"));
        page()->saveDraft();
        QVERIFY(!editor().isBusy());
        QCOMPARE(m_bench->bitget->asked.size(), asked);
    }

    void aBlockFillsAllFields()
    {
        add();
        QGuiApplication::clipboard()->setText(
            QStringLiteral("API Key: %1\nSecret Key: 0f0f\nPassphrase: Pass 1\n").arg(kKey));
        QLineEdit *inner = inField("api_secretEdit");
        inner->setFocus();
        QTest::keySequence(inner, QKeySequence::Paste);
        QTRY_COMPARE(typed("api_keyEdit"), kKey);
        QCOMPARE(typed("api_secretEdit"), QStringLiteral("0f0f"));
        QCOMPARE(typed("passphraseEdit"), QStringLiteral("Pass 1"));
    }

    void whatIsNoBlockIsPastedAsItIs()
    {
        add();
        QGuiApplication::clipboard()->setText(QStringLiteral("one\ntwo"));
        QLineEdit *inner = inField("api_secretEdit");
        inner->setFocus();
        QTest::keySequence(inner, QKeySequence::Paste);
        QTRY_VERIFY(!typed("api_secretEdit").isEmpty());
        QVERIFY(typed("api_secretEdit").startsWith(QStringLiteral("one")));
        QVERIFY(typed("api_keyEdit").isEmpty());
    }

    void pastedAndSavedOffersToClear()
    {
        m_bench->bitget->answer = servicetest::report(QStringLiteral("works"));
        QGuiApplication::clipboard()->setText(QStringLiteral("Passphrase456"));
        QLineEdit *inner = inField("passphraseEdit");
        inner->setFocus();
        QTest::keySequence(inner, QKeySequence::Paste);
        QTRY_COMPARE(typed("passphraseEdit"), QStringLiteral("Passphrase456"));
        QTest::mouseClick(child<QPushButton>(*page(), "saveButton"), Qt::LeftButton);
        QTRY_COMPARE(editor().message().action, StripMessage::Action::ClearClipboard);
        QTest::mouseClick(windowtest::visibleButton(*page(), QStringLiteral("Clear the clipboard")), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
        QCOMPARE(editor().message().action, StripMessage::Action::None);
    }

    void revealedAndCopied()
    {
        auto *reveal = button(QStringLiteral("Reveal Secret Key"));
        QTest::mouseClick(reveal, Qt::LeftButton);
        QTRY_VERIFY(reveal->isChecked());
        const auto views = page()->findChildren<widgets::SecretView *>();
        QCOMPARE(std::ranges::count_if(views, [](const auto *view) { return view->isRevealed(); }), 1);
        QTest::mouseClick(button(QStringLiteral("Copy Secret Key")), Qt::LeftButton);
        QTRY_COMPARE(QGuiApplication::clipboard()->text(),
                     QStringLiteral("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"));
        m_bench->lock();
        QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
        QVERIFY(std::ranges::none_of(views, [](const auto *view) { return view->isRevealed(); }));
    }

    /// A secret that was asked for and comes after another account was chosen is not shown there.
    void revealedTooLate()
    {
        QTest::mouseClick(button(QStringLiteral("Reveal Secret Key")), Qt::LeftButton);
        select(1);
        QTRY_COMPARE(editor().accountName(), kOther);
        QTest::qWait(50);
        const auto views = page()->findChildren<widgets::SecretView *>();
        QVERIFY(std::ranges::none_of(views, [](const auto *view) { return view->isRevealed(); }));
    }

    void removedAndPutBack()
    {
        type("api_secretEdit", QStringLiteral("typed for main"));
        remove();
        QVERIFY(!page()->hasDraft()); // it went with its account
        QVERIFY(typed("api_secretEdit").isEmpty());
        QCOMPARE(child<QListWidget>(*m_bench->window, "pageList")->item(0)->data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Exchanges"));
        QVERIFY(!testsupport::await(m_bench->exchanges->show(QStringLiteral("bitget/main"))));
        QTest::mouseClick(windowtest::visibleButton(*page(), QStringLiteral("Undo")), Qt::LeftButton);
        QTRY_COMPARE(list()->model()->rowCount(), 2);
        QTRY_COMPARE(editor().accountName(), kMain);
        QVERIFY(testsupport::await(m_bench->exchanges->show(QStringLiteral("bitget/main"))));
    }

private:
    widgets::ExchangesPage *page() { return m_bench->window->findChild<widgets::ExchangesPage *>(); }
    presentation::AccountEditor &editor() { return m_bench->presenter->editor(); }
    QListView *list() { return child<QListView>(*page(), "accountList"); }
    void select(int row) { list()->setCurrentIndex(list()->model()->index(row, 0)); }
    void add() { QTest::mouseClick(child<QPushButton>(*page(), "addButton"), Qt::LeftButton); }
    QLineEdit *inField(const char *name) { return innerOf(*page(), name); }
    void type(const char *name, const QString &text) { QTest::keyClicks(inField(name), text); }
    QString typed(const char *name) { return inField(name)->text(); }
    QPushButton *button(const QString &name)
    {
        for (auto *each : page()->findChildren<QPushButton *>()) {
            if (each->isVisible() && each->accessibleName() == name)
                return each;
        }
        qFatal("there is no button %s", qPrintable(name));
    }
    void remove()
    {
        QTest::mouseClick(child<QPushButton>(*page(), "removeButton"), Qt::LeftButton);
        auto *dialog = m_bench->window->findChild<widgets::RemovalDialog *>();
        QVERIFY(dialog != nullptr);
        Q_EMIT dialog->confirmed();
        dialog->reject();
        QTRY_COMPARE(editor().message().action, StripMessage::Action::Undo);
        QTRY_COMPARE(list()->model()->rowCount(), 1);
    }

    std::unique_ptr<WindowBench> m_bench;
};

LATCHKEY_GUI_TEST_MAIN(TestExchangesDrafts)
#include "tst_exchangesdrafts.moc"
