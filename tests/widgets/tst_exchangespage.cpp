// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/await.h"
#include "support/guitestmain.h"
#include "widgets/confirmdialogs.h"
#include "widgets/exchangespage.h"
#include "windowfixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>

using presentation::StripMessage;
using windowtest::child;
using windowtest::innerOf;
using windowtest::WindowBench;

namespace {

/// A window with an open vault, on the form of a new account whose fields are typed but for the last.
void startDraft(WindowBench &bench)
{
    bench.bitget->answer = servicetest::report(QStringLiteral("works"));
    bench.window->present();
    bench.unlock();
    QTRY_VERIFY(child<QPushButton>(*bench.window, "addButton")->isVisible());
    QTest::mouseClick(child<QPushButton>(*bench.window, "addButton"), Qt::LeftButton);
    QTRY_VERIFY(bench.presenter->editor().isNew());
    QTest::keyClicks(innerOf(*bench.window, "api_keyEdit"), QStringLiteral("bg_0123456789abcdef0123456789abcdef"));
    QTest::keyClicks(innerOf(*bench.window, "api_secretEdit"), QString(64, QLatin1Char('5')));
}

/// The field of the page: the unlock page has one of the same name.
QLineEdit *lastField(const WindowBench &bench)
{
    return innerOf(*bench.window->findChild<widgets::ExchangesPage *>(), "passphraseEdit");
}

/// A window that shows one stored account.
void showAccount(WindowBench &bench, const QString &answer)
{
    bench.window->present();
    bench.unlock();
    bench.addAccount(answer);
    QTRY_COMPARE(bench.presenter->editor().accountName(), QStringLiteral("main"));
    // Stored first and asked about then: the page follows once more.
    QTRY_VERIFY(bench.presenter->editor().message().level != StripMessage::Level::None);
}

template<typename Dialog>
Dialog *openedBy(const WindowBench &bench, const QString &button)
{
    QPushButton *found = windowtest::visibleButton(*bench.window, button);
    if (found == nullptr)
        qFatal("there is no button %s", qPrintable(button));
    QTest::mouseClick(found, Qt::LeftButton);
    return bench.window->findChild<Dialog *>();
}

} // namespace

/// What must not happen on the Exchanges page, and what its keys do.
class TestExchangesPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWindowWarnings(); }
    void typedSecretStaysWithItsAccount();
    void unreadableIsNotEmpty();
    void enterSaves_data();
    void enterSaves();
    void enterSavesNothingIncomplete();
    void enterWithNothingTypedAsksNobody();
    void escapeKeepsTheDraft();
    void keysOfTheRemovalDialog_data();
    void keysOfTheRemovalDialog();
    void keysOfTheConsentDialog_data();
    void keysOfTheConsentDialog();
};

/// A secret typed for one account is never saved into the one that is selected next.
void TestExchangesPage::typedSecretStaysWithItsAccount()
{
    WindowBench bench(WindowBench::Begin::WithVault);
    bench.window->present();
    bench.unlock();
    bench.addAccount(QStringLiteral("works"));
    service::ExchangeOptions unchecked;
    unchecked.check = false;
    QVERIFY(testsupport::await(bench.exchanges->add(QStringLiteral("bitget"), QStringLiteral("other"), unchecked,
                                                    servicetest::bitgetFields())));
    bench.presenter->accounts().reload();
    auto *list = child<QListView>(*bench.window, "accountList");
    QTRY_COMPARE(list->model()->rowCount(), 2);
    list->setCurrentIndex(list->model()->index(0, 0));
    QTRY_COMPARE(bench.presenter->editor().accountName(), QStringLiteral("main"));
    QTest::keyClicks(innerOf(*bench.window, "api_secretEdit"), QStringLiteral("typed-for-main"));
    QVERIFY(!innerOf(*bench.window, "api_secretEdit")->text().isEmpty());

    list->setCurrentIndex(list->model()->index(1, 0));
    QTRY_COMPARE(bench.presenter->editor().accountName(), QStringLiteral("other"));
    QVERIFY(innerOf(*bench.window, "api_secretEdit")->text().isEmpty());
    const auto *page = bench.window->findChild<widgets::ExchangesPage *>();
    QVERIFY(!child<QPushButton>(*page, "saveButton")->isEnabled());
}

/// A vault whose records cannot be trusted is not shown as one without accounts, and nothing can be added to it.
void TestExchangesPage::unreadableIsNotEmpty()
{
    WindowBench bench(WindowBench::Begin::WithVault);
    bench.window->present();
    bench.unlock();
    bench.addAccount(QStringLiteral("works"));
    QTRY_COMPARE(bench.presenter->accounts().rowCount(), 1);
    QVERIFY(vaulttest::tamper(bench.home.path(), QStringLiteral("UPDATE record SET meta = zeroblob(200) WHERE kind = 1"))
            > 0);
    bench.presenter->accounts().reload();

    QTRY_COMPARE(bench.presenter->accounts().problem().level, presentation::StripMessage::Level::Bad);
    const auto *page = bench.window->findChild<widgets::ExchangesPage *>();
    QCOMPARE(child<QLabel>(*page, "emptyHeading")->text(), bench.presenter->accounts().problem().title);
    QVERIFY(child<QLabel>(*page, "emptyHeading")->text() != QStringLiteral("No exchange keys yet"));
    QVERIFY(!child<QPushButton>(*page, "addButton")->isEnabled());
}

void TestExchangesPage::enterSaves_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<int>("key");
    QTest::newRow("last field") << "passphrase" << static_cast<int>(Qt::Key_Return);
    QTest::newRow("last field, keypad") << "passphrase" << static_cast<int>(Qt::Key_Enter);
    QTest::newRow("first secret") << "api_key" << static_cast<int>(Qt::Key_Return);
    QTest::newRow("name") << "name" << static_cast<int>(Qt::Key_Return);
}

void TestExchangesPage::enterSaves()
{
    QFETCH(QString, field);
    QFETCH(int, key);
    WindowBench bench(WindowBench::Begin::WithVault);
    startDraft(bench);
    QTest::keyClicks(lastField(bench), QStringLiteral("Passphrase123"));
    QLineEdit *edit = lastField(bench);
    if (field == QLatin1StringView("name"))
        edit = child<QLineEdit>(*bench.window, "nameEdit");
    else if (field == QLatin1StringView("api_key"))
        edit = innerOf(*bench.window, "api_keyEdit");
    edit->setFocus();
    QTest::keyClick(edit, static_cast<Qt::Key>(key));
    QTRY_COMPARE(bench.bitget->asked.size(), 1);
    QTRY_COMPARE(bench.presenter->accounts().rowCount(), 1);
    QTRY_COMPARE(bench.presenter->editor().message().level, StripMessage::Level::Ok);
    QVERIFY(lastField(bench)->text().isEmpty());
    const auto *page = bench.window->findChild<widgets::ExchangesPage *>();
    QVERIFY(!child<QPushButton>(*page, "saveButton")->isEnabled()); // nothing is typed any more
}

/// What is missing is said under its field, which takes the focus; what was typed stays.
void TestExchangesPage::enterSavesNothingIncomplete()
{
    WindowBench bench(WindowBench::Begin::WithVault);
    startDraft(bench);
    QVERIFY(QTest::qWaitForWindowActive(bench.window.get()));
    QTest::keyClick(innerOf(*bench.window, "api_secretEdit"), Qt::Key_Return);
    QTRY_COMPARE(bench.presenter->editor().message().level, StripMessage::Level::Bad);
    QTRY_VERIFY(lastField(bench)->hasFocus());
    QVERIFY(bench.presenter->editor().isNew());
    QCOMPARE(bench.bitget->asked.size(), 0);
    QCOMPARE(innerOf(*bench.window, "api_secretEdit")->text().size(), 64);
    const auto labels = bench.window->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->isVisible() && label->text().contains(QStringLiteral("is missing"))
            && label->objectName() != QLatin1StringView("strip");
    }));
}

void TestExchangesPage::enterWithNothingTypedAsksNobody()
{
    WindowBench bench(WindowBench::Begin::WithVault);
    showAccount(bench, QStringLiteral("works"));
    const auto asked = bench.bitget->asked.size();
    for (const char *name : {"api_keyEdit", "api_secretEdit"}) {
        innerOf(*bench.window, name)->setFocus();
        QTest::keyClick(innerOf(*bench.window, name), Qt::Key_Return);
    }
    QCoreApplication::processEvents(); // the field tells of the key a turn later
    QVERIFY(!bench.presenter->editor().isBusy());
    QCOMPARE(bench.bitget->asked.size(), asked);
}

void TestExchangesPage::escapeKeepsTheDraft()
{
    WindowBench bench(WindowBench::Begin::WithVault);
    startDraft(bench);
    QTest::keyClick(innerOf(*bench.window, "api_secretEdit"), Qt::Key_Escape);
    QTest::keyClick(child<QLineEdit>(*bench.window, "nameEdit"), Qt::Key_Escape);
    QVERIFY(bench.window->isVisible());
    QVERIFY(bench.presenter->editor().isNew());
    QCOMPARE(innerOf(*bench.window, "api_secretEdit")->text().size(), 64);
}

void TestExchangesPage::keysOfTheRemovalDialog_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("Enter") << static_cast<int>(Qt::Key_Return);
    QTest::newRow("Escape") << static_cast<int>(Qt::Key_Escape);
}

void TestExchangesPage::keysOfTheRemovalDialog()
{
    QFETCH(int, key);
    WindowBench bench(WindowBench::Begin::WithVault);
    showAccount(bench, QStringLiteral("works"));
    auto *dialog = openedBy<widgets::RemovalDialog>(bench, QStringLiteral("Remove..."));
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY(dialog->isVisible());
    QTest::keyClick(dialog, static_cast<Qt::Key>(key));
    QTRY_COMPARE(bench.window->findChildren<QDialog *>().size(), 0);
    QVERIFY(!bench.presenter->editor().isBusy());
    QCOMPARE(bench.presenter->accounts().rowCount(), 1);
    VERIFY_OK(testsupport::await(bench.exchanges->show(QStringLiteral("bitget/main"))));
}

void TestExchangesPage::keysOfTheConsentDialog_data()
{
    keysOfTheRemovalDialog_data();
}

/// Even with the name typed, releasing a key that may withdraw takes a press on its button.
void TestExchangesPage::keysOfTheConsentDialog()
{
    QFETCH(int, key);
    WindowBench bench(WindowBench::Begin::WithVault);
    showAccount(bench, QStringLiteral("withdraw"));
    auto *dialog = openedBy<widgets::ConsentDialog>(bench, QStringLiteral("Keep anyway..."));
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY(dialog->isVisible());
    auto *name = dialog->findChild<QLineEdit *>();
    QTest::keyClicks(name, QStringLiteral("main"));
    QTest::keyClick(name, static_cast<Qt::Key>(key));
    QTRY_COMPARE(bench.window->findChildren<QDialog *>().size(), 0);
    QVERIFY(!bench.presenter->editor().isBusy());
    const auto account = testsupport::await(bench.exchanges->show(QStringLiteral("bitget/main")));
    VERIFY_OK(account);
    QVERIFY(account->consentRequired);
}

LATCHKEY_GUI_TEST_MAIN(TestExchangesPage)
#include "tst_exchangespage.moc"
