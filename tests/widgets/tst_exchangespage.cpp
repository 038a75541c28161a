// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/await.h"
#include "support/guitestmain.h"
#include "widgets/exchangespage.h"
#include "windowfixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>

using windowtest::child;
using windowtest::innerOf;
using windowtest::WindowBench;

/// What must not happen on the Exchanges page.
class TestExchangesPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWindowWarnings(); }
    void typedSecretStaysWithItsAccount();
    void unreadableIsNotEmpty();
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
    QCOMPARE(child<QLabel>(*bench.window, "emptyHeading")->text(), bench.presenter->accounts().problem().title);
    QVERIFY(child<QLabel>(*bench.window, "emptyHeading")->text() != QStringLiteral("No exchange keys yet"));
    QVERIFY(!child<QPushButton>(*bench.window, "addButton")->isEnabled());
}

LATCHKEY_GUI_TEST_MAIN(TestExchangesPage)
#include "tst_exchangespage.moc"
