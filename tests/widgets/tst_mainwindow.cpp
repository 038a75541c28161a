// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mainwindow.h"

#include "support/guitestmain.h"
#include "widgets/aboutpage.h"
#include "widgets/activitypage.h"
#include "widgets/confirmdialogs.h"
#include "widgets/exchangespage.h"
#include "widgets/pagelist.h"
#include "widgets/securitypage.h"
#include "windowfixture.h"

#include <QAccessible>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using windowtest::child;
using windowtest::WindowBench;

/// The shell of the settings: list of pages, footer.
class TestMainWindow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }
    void pagesInOrder();
    void clickAndKeysChoose();
    void narrowShowsIcons();
    void pageStaysOverALock();
    void footer();
    void quitNamesPrograms();
    void quitTellsOfWhatWasTyped();
    void leavingAsksOnce();
    void lostDraftIsTold();

private:
    [[nodiscard]] widgets::PageList &list() const { return *child<widgets::PageList>(window(), "pageList"); }
    [[nodiscard]] widgets::MainWindow &window() const { return *m_bench->window; }
    template<typename Page>
    [[nodiscard]] bool shows() const
    {
        return window().findChild<Page *>()->isVisible();
    }
    void click(int row) const
    {
        QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, list().visualItemRect(list().item(row)).center());
    }

    std::unique_ptr<WindowBench> m_bench;
};

void TestMainWindow::init()
{
    testsupport::failOnUnexpectedWindowWarnings();
    m_bench = std::make_unique<WindowBench>(WindowBench::Begin::WithVault);
    window().show();
    QVERIFY(QTest::qWaitForWindowExposed(&window()));
    m_bench->unlock();
    QTRY_VERIFY(shows<widgets::ExchangesPage>());
}

void TestMainWindow::quitNamesPrograms()
{
    int gone = 0;
    const auto go = [&gone] { ++gone; };
    const auto dialog = [this] { return window().findChild<widgets::QuitDialog *>(); };
    const QStringList programs{QStringLiteral("freqtrade"), QStringLiteral("<b>python3</b>")};
    window().confirmQuit({}, go);
    QCOMPARE(gone, 1); // nobody loses anything
    window().confirmQuit(programs, go);
    window().confirmQuit(programs, go); // asked for again while it asks
    QCOMPARE(window().findChildren<widgets::QuitDialog *>().size(), 1);
    QTRY_VERIFY(dialog()->isVisible());
    const auto labels = dialog()->findChildren<QLabel *>();
    const auto names = std::ranges::find(labels, QStringLiteral("freqtrade, <b>python3</b>"), &QLabel::text);
    QVERIFY(names != labels.end());
    QCOMPARE((*names)->textFormat(), Qt::PlainText);
    QTest::keyClick(dialog(), Qt::Key_Return);
    QTRY_VERIFY(dialog() == nullptr);
    QCOMPARE(gone, 1);
    window().confirmQuit(programs, go);
    QTest::mouseClick(windowtest::visibleButton(*dialog(), QStringLiteral("Quit")), Qt::LeftButton);
    QCOMPARE(gone, 2);
    QTRY_VERIFY(dialog() == nullptr);
    m_bench->host->lockWindow(service::LockReason::ScreenLock);
    window().confirmQuit(programs, go); // they go on behind the locked window
    QVERIFY(dialog() != nullptr);
    QVERIFY(windowtest::visibleButton(*dialog(), QStringLiteral("Keep running"))->isDefault());
    dialog()->reject();
    QTRY_VERIFY(dialog() == nullptr);
    m_bench->lock();
    window().confirmQuit(programs, go);
    QCOMPARE(gone, 3); // locked already
}

void TestMainWindow::quitTellsOfWhatWasTyped()
{
    int gone = 0;
    const auto go = [&gone] { ++gone; };
    presentation::DraftKeeper &drafts = m_bench->presenter->drafts();
    drafts.put(QStringLiteral("llm:new"), {QStringLiteral("Ollama"), {}, {}});
    m_bench->lock();
    QVERIFY(drafts.hasSealed());
    window().confirmQuit({QStringLiteral("freqtrade")}, go);
    auto *dialog = window().findChild<widgets::QuitDialog *>();
    QVERIFY(dialog != nullptr);
    QStringList words;
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        words << label->text();
    QCOMPARE(words,
             (QStringList{QStringLiteral("What you typed is not saved"),
                          QStringLiteral("What you typed before the lock is offered again after unlocking, but not "
                                         "after Latchkey has quit.")}));
    QTest::keyClick(dialog, Qt::Key_Return);
    QCOMPARE(gone, 0);
    QTRY_VERIFY(window().findChild<widgets::QuitDialog *>() == nullptr);
    window().confirmQuit({}, go);
    dialog = window().findChild<widgets::QuitDialog *>();
    QTest::mouseClick(windowtest::visibleButton(*dialog, QStringLiteral("Quit")), Qt::LeftButton);
    QCOMPARE(gone, 1);
    m_bench->unlock();
    QTRY_VERIFY(!drafts.hasSealed()); // offered again
    QTRY_VERIFY(!drafts.isEmpty());
}

void TestMainWindow::leavingAsksOnce()
{
    int gone = 0;
    m_bench->presenter->drafts().put(QStringLiteral("exchange:new"), {QStringLiteral("Bitget"), {}, {}});
    for (int i = 0; i < 2; ++i)
        window().confirmLeaving([&gone] { ++gone; });
    QCOMPARE(window().findChildren<widgets::DraftDialog *>().size(), 1);
    QCOMPARE(gone, 0);
}

void TestMainWindow::lostDraftIsTold()
{
    const auto *status = child<QLabel>(window(), "statusLabel");
    Q_EMIT m_bench->presenter->drafts().lost();
    QVERIFY2(status->text().contains(QStringLiteral("could not be kept")), qPrintable(status->text()));
    m_bench->lock();
    QVERIFY2(status->text().startsWith(QStringLiteral("Locked.")), qPrintable(status->text()));
    Q_EMIT m_bench->presenter->drafts().lost();
    QVERIFY(status->text().contains(QStringLiteral("could not be kept")));
    m_bench->unlock();
    QTRY_VERIFY(status->text().startsWith(QStringLiteral("Unlocked")));
}

void TestMainWindow::pagesInOrder()
{
    QStringList titles;
    for (int row = 0; row < list().count(); ++row) {
        titles << list().item(row)->text();
        QVERIFY(!list().item(row)->icon().isNull());
    }
    // The order of the design; pages that do not exist are not there.
    static const QStringList kOrder{QStringLiteral("Exchanges"), QStringLiteral("LLM providers"), QStringLiteral("Secrets"),
                                    QStringLiteral("Health"),    QStringLiteral("Programs"),      QStringLiteral("Sources"),
                                    QStringLiteral("Activity"),  QStringLiteral("Security"),      QStringLiteral("About")};
    QStringList expected;
    for (const QString &title : kOrder) {
        if (titles.contains(title))
            expected << title;
    }
    QCOMPARE(titles, expected);
    QVERIFY(titles.size() >= 4);
    QCOMPARE(list().iconSize(), QSize(20, 20));
    QCOMPARE(list().width(), 176);
}

void TestMainWindow::clickAndKeysChoose()
{
    const int last = list().count() - 1;
    click(last);
    QVERIFY(shows<widgets::AboutPage>());
    QVERIFY(!shows<widgets::ExchangesPage>());
    QTest::keyClick(&list(), Qt::Key_Up);
    QVERIFY(shows<widgets::SecurityPage>());
    QTest::keyClick(&list(), Qt::Key_Home);
    QVERIFY(shows<widgets::ExchangesPage>());
    // As a screen reader selects: the selection changes, the current item does not.
    list().item(last)->setSelected(true);
    QVERIFY(shows<widgets::AboutPage>());
}

void TestMainWindow::narrowShowsIcons()
{
    window().resize(899, 600);
    QTRY_VERIFY(list().isNarrow());
    QTRY_COMPARE(list().width(), 52);
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(&list());
    QVERIFY(accessible != nullptr);
    for (int row = 0; row < list().count(); ++row) {
        QVERIFY(list().item(row)->text().isEmpty());
        QVERIFY(!list().item(row)->toolTip().isEmpty());
        QCOMPARE(accessible->child(row)->text(QAccessible::Name), list().item(row)->toolTip());
    }
    click(1);
    QVERIFY(!shows<widgets::ExchangesPage>());
    window().resize(900, 600);
    QTRY_VERIFY(!list().isNarrow());
    QCOMPARE(list().item(0)->text(), QStringLiteral("Exchanges"));
    QVERIFY(list().item(0)->toolTip().isEmpty());
}

void TestMainWindow::pageStaysOverALock()
{
    click(list().count() - 2);
    QTRY_VERIFY(!m_bench->presenter->security().ways().isEmpty());
    m_bench->lock();
    QTRY_VERIFY(!shows<widgets::SecurityPage>());
    QVERIFY(m_bench->presenter->security().ways().isEmpty());
    m_bench->unlock();
    QTRY_VERIFY(shows<widgets::SecurityPage>());
    QTRY_VERIFY(!m_bench->presenter->security().ways().isEmpty());
}

void TestMainWindow::footer()
{
    auto *status = child<QLabel>(window(), "statusLabel");
    QTRY_VERIFY(status->text().startsWith(QStringLiteral("Unlocked by passphrase. AES-256-GCM.")));
    QVERIFY(child<QPushButton>(window(), "lockButton")->isVisible());
    QVERIFY(!m_bench->presenter->isOpenToAnyone());
    QTest::mouseClick(child<QPushButton>(window(), "lockButton"), Qt::LeftButton);
    QTRY_COMPARE(m_bench->host->state(), service::LockState::Locked);
    QVERIFY(status->text().startsWith(QStringLiteral("Locked.")));
    QVERIFY(!child<QPushButton>(window(), "lockButton")->isVisible());
}

LATCHKEY_GUI_TEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
