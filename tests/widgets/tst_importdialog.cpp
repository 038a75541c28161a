// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/importdialog.h"

#include "storage/sqlitefernetdatabase.h"
#include "support/await.h"
#include "support/guitestmain.h"
#include "windowfixture.h"

#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTableView>

using windowtest::child;
using windowtest::visibleButton;
using windowtest::WindowBench;
using Step = presentation::ImportController::Step;

namespace {

constexpr int kPatience = 60'000;
const QByteArray kAccount("BITGET_API_KEY=bg_0123456789abcdef0123456789abcdef\nBITGET_SECRET_KEY=s\nBITGET_PASSPHRASE=p\n");

} // namespace

class TestImportDialog final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void fromTheEmptyPage();
    void enterLeadsThrough();
    void choosesFiles();
    void namedFormat();
    void escapeGivesUp();
    void lockingClosesIt();
    void notInTheWizard();

private:
    void open();
    [[nodiscard]] widgets::MainWindow &window() const { return *m_bench->window; }
    [[nodiscard]] widgets::ImportDialog *dialog() const { return window().findChild<widgets::ImportDialog *>(); }
    template<typename T>
    [[nodiscard]] T &in(const char *name) const
    {
        return *child<T>(*dialog(), name);
    }
    void press(const char *name) const
    {
        auto &button = in<QPushButton>(name);
        QVERIFY(button.isVisible() && button.isEnabled());
        QTest::mouseClick(&button, Qt::LeftButton);
    }
    void toReview()
    {
        in<QLineEdit>("fileEdit").setText(m_path);
        press("nextButton");
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->step(), Step::Review, kPatience);
    }

    std::unique_ptr<WindowBench> m_bench;
    storage::SqliteFernetDatabase m_database;
    std::unique_ptr<service::Imports> m_imports;
    std::unique_ptr<presentation::ImportController> m_controller;
    QString m_path;
};

void TestImportDialog::init()
{
    testsupport::failOnUnexpectedWindowWarnings();
    m_bench = std::make_unique<WindowBench>(WindowBench::Begin::WithVault);
    m_imports = std::make_unique<service::Imports>(service::Imports::Parts{*m_bench->host, *m_bench->catalogue, m_database,
                                                                           service::Caller{QStringLiteral("test")}});
    m_controller = std::make_unique<presentation::ImportController>(*m_imports);
    window().setImport(*m_controller);
    m_path = m_bench->home.file(QStringLiteral("dot.env"));
    QVERIFY(vaulttest::writeFile(m_path, kAccount));
    window().present();
    m_bench->unlock();
}

void TestImportDialog::cleanup()
{
    m_bench->window.reset();
    m_controller.reset();
    m_imports.reset();
    m_bench.reset();
}

void TestImportDialog::open()
{
    QPushButton *button = nullptr;
    QTRY_VERIFY((button = visibleButton(window(), QStringLiteral("Import..."))) != nullptr);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(dialog() != nullptr);
    QVERIFY(QTest::qWaitForWindowActive(dialog()));
}

void TestImportDialog::fromTheEmptyPage()
{
    open();
    QTRY_COMPARE(dialog()->focusWidget(), &in<QPushButton>("fileButton"));
    QVERIFY(!in<QPushButton>("backButton").isVisible());
    press("nextButton"); // leads to what is still to be given
    QCOMPARE(m_controller->step(), Step::Choose);
    toReview();
    QCOMPARE(in<QTableView>("entryTable").model()->rowCount(), 1);
    QCOMPARE(in<QLabel>("summaryLabel").text(), QStringLiteral("env file: 1 new."));
    press("backButton");
    QCOMPARE(m_controller->step(), Step::Choose);
    QCOMPARE(in<QLineEdit>("fileEdit").text(), m_path);
    toReview();
    press("nextButton");
    QTRY_COMPARE_WITH_TIMEOUT(m_controller->step(), Step::Done, kPatience);
    QVERIFY(in<QLabel>("sourceLabel").text().startsWith(m_path));
    QVERIFY(!in<QPushButton>("cancelButton").isVisible());
    QCOMPARE(in<QPushButton>("nextButton").text(), QStringLiteral("&Close"));
    press("nextButton");
    QTRY_VERIFY(dialog() == nullptr);
    // The page shows it without being told.
    QTRY_COMPARE(child<QListView>(window(), "accountList")->model()->rowCount(), 1);
    QVERIFY(visibleButton(window(), QStringLiteral("Import...")) == nullptr);
}

void TestImportDialog::enterLeadsThrough()
{
    open();
    in<QLineEdit>("fileEdit").setFocus();
    in<QLineEdit>("fileEdit").setText(m_path);
    QTest::keyClick(&in<QLineEdit>("fileEdit"), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_controller->step(), Step::Review, kPatience);
    QVERIFY(in<QPushButton>("nextButton").hasFocus());
    QTest::keyClick(&in<QPushButton>("nextButton"), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_controller->step(), Step::Done, kPatience);
    QTest::keyClick(&in<QPushButton>("nextButton"), Qt::Key_Return);
    QTRY_VERIFY(dialog() == nullptr);
}

void TestImportDialog::choosesFiles()
{
    open();
    for (const auto &[button, field] : {std::pair("fileButton", "fileEdit"), std::pair("keyButton", "keyEdit")}) {
        press(button);
        auto *chooser = dialog()->findChild<QFileDialog *>();
        QVERIFY(chooser != nullptr);
        QVERIFY(chooser->filter().testFlag(QDir::Hidden)); // .env
        Q_EMIT chooser->fileSelected(m_path);
        chooser->reject();
        QTRY_VERIFY(dialog()->findChild<QFileDialog *>() == nullptr);
        QCOMPARE(in<QLineEdit>(field).text(), m_path);
    }
}

void TestImportDialog::namedFormat()
{
    open();
    auto &formats = in<QComboBox>("formatCombo");
    QCOMPARE(formats.count(), presentation::ImportController::formatNames().size() + 1);
    formats.setCurrentText(QStringLiteral("JSON"));
    in<QLineEdit>("fileEdit").setText(m_path);
    press("nextButton");
    QTRY_COMPARE_WITH_TIMEOUT(m_controller->message().level, presentation::StripMessage::Level::Bad, kPatience);
    QCOMPARE(m_controller->step(), Step::Choose);
    formats.setCurrentText(QStringLiteral("env file"));
    press("nextButton");
    QTRY_COMPARE_WITH_TIMEOUT(m_controller->step(), Step::Review, kPatience);
}

void TestImportDialog::escapeGivesUp()
{
    open();
    toReview();
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(dialog() == nullptr);
    QCOMPARE(m_controller->step(), Step::Choose);
    QCOMPARE(m_controller->rows().rowCount(), 0);
}

void TestImportDialog::lockingClosesIt()
{
    open();
    toReview();
    m_bench->lock();
    QTRY_VERIFY(dialog() == nullptr);
    QCOMPARE(m_controller->rows().rowCount(), 0);
}

void TestImportDialog::notInTheWizard()
{
    m_bench->window.reset();
    m_bench = std::make_unique<WindowBench>(WindowBench::Begin::WithoutVault);
    QVERIFY(visibleButton(window(), QStringLiteral("Import...")) == nullptr);
}

LATCHKEY_GUI_TEST_MAIN(TestImportDialog)
#include "tst_importdialog.moc"
