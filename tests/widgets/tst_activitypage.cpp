// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/activitypage.h"

#include "support/guitestmain.h"
#include "widgets/messagestrip.h"
#include "widgets/pagelist.h"
#include "windowfixture.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QTableView>

using presentation::ActivityModel;
using presentation::StripMessage;
using windowtest::child;
using windowtest::WindowBench;

class TestActivityPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }
    void readsOnlyWhenSeen();
    void nothingUsedYet();
    void searches();
    void scrollingReadsOn();
    void followsWhileSeen();
    void verifies();
    void exports_data();
    void exports();
    void forgetsWhereItExports();
    void lockEmptiesIt();

private:
    void open() const;
    /// `count` uses by `who`, as an agent would write them: nobody tells the window.
    void use(int count, const QString &who) const;
    void choose(const char *combo, int item) const;
    [[nodiscard]] ActivityModel &model() const { return m_bench->presenter->activity().model(); }
    [[nodiscard]] widgets::ActivityPage &page() const { return *m_bench->window->findChild<widgets::ActivityPage *>(); }
    [[nodiscard]] QString program(int row) const
    {
        return model().index(row, ActivityModel::ProgramColumn).data().toString();
    }

    std::unique_ptr<WindowBench> m_bench;
};

void TestActivityPage::init()
{
    testsupport::failOnUnexpectedWindowWarnings();
    m_bench = std::make_unique<WindowBench>(WindowBench::Begin::WithVault);
    m_bench->window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_bench->window.get()));
    m_bench->unlock();
}

void TestActivityPage::open() const
{
    auto *list = child<widgets::PageList>(*m_bench->window, "pageList");
    const auto rows = list->model()->match(list->model()->index(0, 0), Qt::AccessibleTextRole, QStringLiteral("Activity"));
    QCOMPARE(rows.size(), 1);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(rows.first()).center());
    QTRY_VERIFY(page().isVisible());
    QTRY_VERIFY(!model().isReading());
}

void TestActivityPage::use(int count, const QString &who) const
{
    QList<vault::AuditEvent> events;
    for (int i = 0; i < count; ++i) {
        vault::AuditEvent event = vaulttest::auditEvent(QStringLiteral("released"));
        event.name = QStringLiteral("bitget/main");
        event.program = who;
        events << event;
    }
    const auto written = m_bench->host->withSession([events](vault::Session &session) -> base::Result<bool> {
        LATCHKEY_CHECK(session.release(events, [] { return base::Result<void>(); }));
        return true;
    });
    VERIFY_OK(testsupport::await(written));
}

void TestActivityPage::choose(const char *combo, int item) const
{
    auto *box = child<QComboBox>(page(), combo);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Home);
    for (int i = 0; i < item; ++i)
        QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(box->currentIndex(), item);
}

void TestActivityPage::readsOnlyWhenSeen()
{
    use(3, QStringLiteral("bot"));
    QCOMPARE(model().rowCount(), 0);
    open();
    QTRY_COMPARE(model().rowCount(), 4);
    auto *table = child<QTableView>(page(), "table");
    QVERIFY(table->isVisible());
    QCOMPARE(program(0), QStringLiteral("bot"));
    QCOMPARE(child<QLabel>(page(), "countLabel")->text(), QStringLiteral("4 entries"));
}

void TestActivityPage::nothingUsedYet()
{
    open();
    choose("groupCombo", 1); // uses of keys
    auto *heading = child<QLabel>(page(), "nothingHeading");
    QTRY_VERIFY(heading->isVisible());
    QCOMPARE(heading->text(), QStringLiteral("Nothing has used a key yet."));
    QTest::mouseClick(child<QPushButton>(page(), "allButton"), Qt::LeftButton);
    QTRY_VERIFY(child<QTableView>(page(), "table")->isVisible());
    QTRY_VERIFY(model().rowCount() > 0);
    QCOMPARE(child<QComboBox>(page(), "groupCombo")->currentIndex(), 0);
}

void TestActivityPage::searches()
{
    use(1, QStringLiteral("freqtrade"));
    use(1, QStringLiteral("hummingbot"));
    open();
    QTest::keyClicks(child<QLineEdit>(page(), "findEdit"), QStringLiteral("freq"));
    QTRY_COMPARE(model().rowCount(), 1);
    QCOMPARE(program(0), QStringLiteral("freqtrade"));
    QTest::keyClicks(child<QLineEdit>(page(), "findEdit"), QStringLiteral("x"));
    QTRY_VERIFY(child<QLabel>(page(), "nothingHeading")->isVisible());
    QCOMPARE(child<QLabel>(page(), "nothingHeading")->text(), QStringLiteral("No entry matches."));
    child<QLineEdit>(page(), "findEdit")->clear();
    m_bench->home.clock.advance(7'200'000);
    choose("periodCombo", 1); // the last hour
    QTRY_VERIFY(child<QLabel>(page(), "nothingHeading")->isVisible());
}

void TestActivityPage::scrollingReadsOn()
{
    use(500, QStringLiteral("bot"));
    open();
    QTRY_COMPARE(model().rowCount(), ActivityModel::kPage);
    QVERIFY(child<QLabel>(page(), "countLabel")->text().startsWith(QStringLiteral("200 newest entries")));
    auto *table = child<QTableView>(page(), "table");
    table->setFocus();
    for (int presses = 0; presses < 10 && !model().isComplete(); ++presses) {
        QTest::keyClick(table, Qt::Key_End, Qt::ControlModifier);
        QTRY_VERIFY(!model().isReading());
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(model().rowCount(), 501);
}

void TestActivityPage::followsWhileSeen()
{
    open();
    QTRY_COMPARE(model().rowCount(), 1);
    use(1, QStringLiteral("bot"));
    QTRY_COMPARE(model().rowCount(), 2); // by itself
    QCOMPARE(program(0), QStringLiteral("bot"));
}

void TestActivityPage::verifies()
{
    open();
    QTest::mouseClick(child<QPushButton>(page(), "verifyButton"), Qt::LeftButton);
    auto *strip = child<widgets::MessageStrip>(page(), "strip");
    QTRY_COMPARE(strip->message().level, StripMessage::Level::Ok);
    QCOMPARE(strip->message().title, QStringLiteral("The log is whole."));
}

void TestActivityPage::exports_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("table") << "log.csv" << QByteArray("\"seq\",");
    QTest::newRow("lines") << "log.jsonl" << QByteArray("{\"");
    QTest::newRow("no ending") << "log" << QByteArray("{\"");
}

void TestActivityPage::exports()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, begins);
    open();
    QTest::mouseClick(child<QPushButton>(page(), "exportButton"), Qt::LeftButton);
    auto *dialog = page().findChild<QFileDialog *>();
    QVERIFY(dialog != nullptr);
    QVERIFY(dialog->testOption(QFileDialog::DontUseNativeDialog));
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    const QString path = m_bench->home.file(name);
    auto *edit = child<QLineEdit>(*dialog, "fileNameEdit");
    edit->setCompleter(nullptr); // its list comes when it likes, and takes the click
    edit->selectAll();
    QTest::keyClicks(edit, path);
    QTest::mouseClick(child<QDialogButtonBox>(*dialog, "buttonBox")->button(QDialogButtonBox::Save), Qt::LeftButton);
    auto *strip = child<widgets::MessageStrip>(page(), "strip");
    QTRY_COMPARE(strip->message().level, StripMessage::Level::Ok);
    const QString written = QFile::exists(path) ? path : path + QStringLiteral(".jsonl");
    QVERIFY2(vaulttest::contentOf(written).startsWith(begins), vaulttest::contentOf(written).left(80).constData());
}

void TestActivityPage::forgetsWhereItExports()
{
    open();
    QTest::mouseClick(child<QPushButton>(page(), "exportButton"), Qt::LeftButton);
    auto *dialog = page().findChild<QFileDialog *>();
    QVERIFY(dialog != nullptr);
    const QString place = QFileInfo(m_bench->home.path()).path();
    dialog->setDirectory(place);
    dialog->reject();
    QTRY_COMPARE(page().findChild<QFileDialog *>(), nullptr);
    const QSettings kept(QSettings::UserScope, QStringLiteral("QtProject"));
    QVERIFY(kept.contains(QStringLiteral("FileDialog/lastVisited")));
    QVERIFY(!kept.value(QStringLiteral("FileDialog/lastVisited")).toString().contains(place));
    QVERIFY(!kept.value(QStringLiteral("FileDialog/history")).toStringList().join(u' ').contains(place));
}

void TestActivityPage::lockEmptiesIt()
{
    use(3, QStringLiteral("bot"));
    open();
    QTest::keyClicks(child<QLineEdit>(page(), "findEdit"), QStringLiteral("bot"));
    QTRY_COMPARE(model().rowCount(), 3);
    QTest::mouseClick(child<QPushButton>(page(), "exportButton"), Qt::LeftButton);
    QVERIFY(page().findChild<QFileDialog *>() != nullptr);
    m_bench->lock();
    QTRY_COMPARE(page().findChild<QFileDialog *>(), nullptr);
    QCOMPARE(model().rowCount(), 0);
    QCOMPARE(child<QLineEdit>(page(), "findEdit")->text(), QString());
    m_bench->unlock(); // the page comes back by itself, and reads everything anew
    QTRY_VERIFY(page().isVisible());
    QTRY_VERIFY(model().rowCount() > 3);
}

LATCHKEY_GUI_TEST_MAIN(TestActivityPage)
#include "tst_activitypage.moc"
