// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/importcontroller.h"

#include "service/servicefixture.h"
#include "storage/sqlitefernetdatabase.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using presentation::ImportController;
using presentation::ImportRowsModel;
using presentation::StripMessage;
using servicetest::Bench;
using Step = ImportController::Step;
using testsupport::await;

namespace {

constexpr int kPatience = 30'000;
const QByteArray kAccount("BITGET_API_KEY=bg_0123456789abcdef0123456789abcdef\nBITGET_SECRET_KEY=s\nBITGET_PASSPHRASE=p\n");
// Of the Fernet specification: a key that is no secret, and "hello" under it.
const QByteArray kFernetKey("cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=\n");
const QByteArray
    kHello("gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA==");

} // namespace

class TestImportController final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void looksThenImports();
    void nothingNew();
    void nothingInIt();
    void keptFormat();
    void asksForTheKeyFile();
    void refused();
    void locked();
    void back();
    void forgetDropsTheAnswer();
    void rowsAreAModel();
    void formatsHaveNames();

private:
    [[nodiscard]] QString file(const QString &name, const QByteArray &content);
    void look(const QString &path, const QString &keyFile = {});
    [[nodiscard]] QString cell(int row, int column) { return m_controller->rows().index(row, column).data().toString(); }
    [[nodiscard]] const StripMessage &message() const { return m_controller->message(); }
    [[nodiscard]] bool isStored(const QString &name);

    std::unique_ptr<Bench> m_bench;
    storage::SqliteFernetDatabase m_database;
    std::unique_ptr<service::Imports> m_imports;
    std::unique_ptr<ImportController> m_controller;
};

void TestImportController::init()
{
    testsupport::failOnUnexpectedWarnings();
    m_bench = std::make_unique<Bench>();
    m_imports = std::make_unique<service::Imports>(service::Imports::Parts{*m_bench->host, *m_bench->catalogue, m_database,
                                                                           service::Caller{QStringLiteral("test")}});
    m_controller = std::make_unique<ImportController>(*m_imports);
}

void TestImportController::cleanup()
{
    m_controller.reset();
    m_imports.reset();
    m_bench.reset();
}

QString TestImportController::file(const QString &name, const QByteArray &content)
{
    const QString path = m_bench->home.file(name);
    if (!vaulttest::writeFile(path, content))
        qFatal("no file for a test");
    return path;
}

void TestImportController::look(const QString &path, const QString &keyFile)
{
    m_controller->look(path, -1, keyFile);
    QVERIFY(m_controller->isBusy());
    QCOMPARE(message().level, StripMessage::Level::Busy);
    QTRY_VERIFY_WITH_TIMEOUT(!m_controller->isBusy(), kPatience);
}

bool TestImportController::isStored(const QString &name)
{
    const auto found = await(m_bench->host->withSession([name](vault::Session &session) {
        return vault::CredentialStore(session).find(name);
    }));
    return found && found->has_value();
}

void TestImportController::looksThenImports()
{
    const QByteArray content = kAccount + "EMPTY=\n";
    const QString path = file(QStringLiteral("dot.env"), content);
    look(path);
    QCOMPARE(m_controller->step(), Step::Review);
    QCOMPARE(message().level, StripMessage::Level::None);
    QCOMPARE(m_controller->summaryText(), QStringLiteral("env file: 1 new, 1 skipped."));
    QCOMPARE(m_controller->rows().rowCount(), 2);
    QCOMPARE(cell(0, ImportRowsModel::NameColumn), QStringLiteral("bitget/main"));
    QCOMPARE(cell(0, ImportRowsModel::OutcomeColumn), QStringLiteral("New"));
    QVERIFY(!isStored(QStringLiteral("bitget/main"))); // looking writes nothing
    QVERIFY(m_controller->canImport());

    m_controller->importNew();
    QTRY_COMPARE_WITH_TIMEOUT(m_controller->step(), Step::Done, kPatience);
    QVERIFY(isStored(QStringLiteral("bitget/main")));
    QCOMPARE(message().level, StripMessage::Level::Ok);
    QVERIFY(m_controller->sourceText().startsWith(path));
    QVERIFY(!m_controller->sourceText().contains(QStringLiteral("rm --"))); // that is for a terminal
    QFile after(path);
    QVERIFY(after.open(QIODevice::ReadOnly));
    QCOMPARE(after.readAll(), content);
    m_controller->importNew(); // nothing is done twice
    QCOMPARE(m_controller->step(), Step::Done);
    QVERIFY(!m_controller->isBusy());
}

void TestImportController::nothingNew()
{
    const QString path = file(QStringLiteral("dot.env"), kAccount);
    VERIFY_OK(await(m_imports->run({.path = path})));
    look(path);
    QCOMPARE(m_controller->step(), Step::Review);
    QVERIFY(!m_controller->canImport());
    QCOMPARE(m_controller->summaryText(), QStringLiteral("env file: 1 in the vault already."));
    m_controller->importNew();
    QVERIFY(!m_controller->isBusy());
    QCOMPARE(m_controller->step(), Step::Review);
}

void TestImportController::nothingInIt()
{
    m_controller->look(file(QStringLiteral("dot.env"), "# nothing\n"), 0, {});
    QTRY_VERIFY_WITH_TIMEOUT(!m_controller->isBusy(), kPatience);
    QCOMPARE(m_controller->step(), Step::Review);
    QVERIFY(!m_controller->canImport());
    QCOMPARE(m_controller->summaryText(), QStringLiteral("env file: nothing in it."));
}

/// What was looked at is what is imported, also when the file has become something else meanwhile.
void TestImportController::keptFormat()
{
    const QString path = file(QStringLiteral("keys"), kAccount);
    look(path);
    QCOMPARE(m_controller->step(), Step::Review);
    QVERIFY(vaulttest::writeFile(path, "{\"other\": \"value\"}"));
    m_controller->importNew();
    QTRY_VERIFY_WITH_TIMEOUT(!m_controller->isBusy(), kPatience);
    QVERIFY(!isStored(QStringLiteral("other")));
}

void TestImportController::asksForTheKeyFile()
{
    const QString path = file(QStringLiteral("store.enc"), kHello);
    look(path);
    QCOMPARE(m_controller->step(), Step::Choose);
    QCOMPARE(message().level, StripMessage::Level::Bad);
    QCOMPARE(message().text, QStringLiteral("Choose the key file, too."));
    const QString key = file(QStringLiteral("elsewhere.key"), kFernetKey);
    look(path, key);
    // "hello" is no object of keys: the key fits, the content does not.
    QCOMPARE(m_controller->step(), Step::Choose);
    QVERIFY(message().text != QStringLiteral("Choose the key file, too."));
}

void TestImportController::refused()
{
    look(m_bench->home.file(QStringLiteral("absent")));
    QCOMPARE(m_controller->step(), Step::Choose);
    QCOMPARE(message().level, StripMessage::Level::Bad);
    QVERIFY(!message().details.isEmpty());
    look(file(QStringLiteral("noise"), QByteArray(64, '\x01')));
    QCOMPARE(m_controller->step(), Step::Choose);
    QCOMPARE(message().level, StripMessage::Level::Bad);
    QCOMPARE(message().text, QStringLiteral("Choose its format above."));
}

void TestImportController::locked()
{
    const QString path = file(QStringLiteral("dot.env"), kAccount);
    look(path);
    VERIFY_OK(await(m_bench->host->lock(service::LockReason::User)));
    m_controller->importNew();
    QTRY_VERIFY_WITH_TIMEOUT(!m_controller->isBusy(), kPatience);
    QCOMPARE(m_controller->step(), Step::Review);
    QCOMPARE(message().level, StripMessage::Level::Bad);
    QCOMPARE(message().details, QStringLiteral("locked"));
}

void TestImportController::back()
{
    look(file(QStringLiteral("dot.env"), kAccount));
    m_controller->goBack();
    QCOMPARE(m_controller->step(), Step::Choose);
    QCOMPARE(m_controller->rows().rowCount(), 0);
    m_controller->goBack();
    QCOMPARE(m_controller->step(), Step::Choose);
}

void TestImportController::forgetDropsTheAnswer()
{
    m_controller->look(file(QStringLiteral("dot.env"), kAccount), -1, {});
    m_controller->forget();
    VERIFY_OK(await(m_bench->host->inspect())); // stands in line behind it
    QCoreApplication::processEvents();
    QCOMPARE(m_controller->step(), Step::Choose);
    QVERIFY(!m_controller->isBusy());
    QCOMPARE(message().level, StripMessage::Level::None);
}

void TestImportController::rowsAreAModel()
{
    const QAbstractItemModelTester tester(&m_controller->rows(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    look(file(QStringLiteral("dot.env"), kAccount + "A=1\nB=2\n"));
    QCOMPARE(m_controller->rows().rowCount(), 3);
    for (int column = 0; column < ImportRowsModel::kColumns; ++column) {
        QVERIFY(!m_controller->rows().headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
        QCOMPARE(m_controller->rows().index(1, column).data(Qt::ToolTipRole), m_controller->rows().index(1, column).data());
    }
    // Names, never a value.
    for (int row = 0; row < 3; ++row) {
        for (int column = 0; column < ImportRowsModel::kColumns; ++column)
            QVERIFY(!cell(row, column).contains(QStringLiteral("bg_0123")));
    }
    m_controller->goBack();
}

void TestImportController::formatsHaveNames()
{
    const QStringList names = ImportController::formatNames();
    QCOMPARE(names.size(), transfer::formatNames().size());
    QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), names.size());
}

LATCHKEY_TEST_MAIN(TestImportController)
#include "tst_importcontroller.moc"
