// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/schema.h"

#include "storagefixture.h"
#include "support/testmain.h"

#include <QObject>

using base::ErrorCode;
using storage::Connection;
using namespace storagetest;

class TestSchema final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void freshFileMatches()
    {
        const Place place;
        VERIFY_OK(makeVault(place.vault()));
        const auto connection = Connection::open(place.vault(), Connection::Mode::ReadWrite, std::chrono::seconds{1});
        VERIFY_OK(connection);
        VERIFY_OK(storage::verifySchema(**connection));
    }

    void tamperedIsRefused_data()
    {
        QTest::addColumn<QStringList>("statements");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *name, const QStringList &statements, const char *named) {
            QTest::newRow(name) << statements << QString::fromLatin1(named);
        };
        row("trigger", {QStringLiteral("CREATE TRIGGER spy AFTER UPDATE ON root BEGIN DELETE FROM audit; END")},
            "unexpected trigger spy");
        row("view", {QStringLiteral("CREATE VIEW peek AS SELECT * FROM record")}, "unexpected view peek");
        row("table", {QStringLiteral("CREATE TABLE extra(a)")}, "unexpected table extra");
        row("virtual table", {QStringLiteral("CREATE VIRTUAL TABLE extra USING fts5(a)")}, "unexpected table extra");
        row("index", {QStringLiteral("CREATE INDEX more ON audit(mac)")}, "unexpected index more");
        row("statistics", {QStringLiteral("ANALYZE")}, "unexpected table sqlite_stat");
        row("missing index", {QStringLiteral("DROP INDEX record_name_idx")}, "record_name_idx is missing");
        row("missing table", {QStringLiteral("DROP TABLE bucket")}, "bucket is missing");
        row("changed index",
            {QStringLiteral("DROP INDEX record_name_idx"),
             QStringLiteral("CREATE INDEX record_name_idx ON record(name_idx)")},
            "changed index record_name_idx");
        row("index turned into a table",
            {QStringLiteral("DROP INDEX record_name_idx"), QStringLiteral("CREATE TABLE record_name_idx(a)")},
            "changed table record_name_idx");
        row("added column", {QStringLiteral("ALTER TABLE audit ADD COLUMN more")}, "changed table audit");
        row("default value",
            {QStringLiteral("DROP TABLE root"),
             QStringLiteral("CREATE TABLE root(id INTEGER PRIMARY KEY CHECK(id=1), body BLOB NOT NULL DEFAULT 'x')")},
            "changed table root");
        row("blank more",
            {QStringLiteral("DROP TABLE root"),
             QStringLiteral("CREATE TABLE root(id INTEGER PRIMARY KEY CHECK(id=1),  body BLOB NOT NULL)")},
            "changed table root");
        row("two tables on one tree",
            {QStringLiteral("PRAGMA writable_schema=ON"),
             QStringLiteral("UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'header') "
                            "WHERE name = 'root'")},
            "root page of");
    }
    void tamperedIsRefused()
    {
        QFETCH(QStringList, statements);
        QFETCH(QString, named);
        const Place place;
        VERIFY_OK(makeVault(place.vault()));
        QVERIFY(tamper(place.vault(), statements));
        const QByteArray before = contentOf(place.vault());
        const auto opened = openVault(place.vault());
        COMPARE_CODE(opened, ErrorCode::IntegrityFailure);
        QVERIFY2(opened.error().detail.contains(named), qPrintable(opened.error().detail));
        QCOMPARE(contentOf(place.vault()), before);
        QCOMPARE(place.names(), QStringList{QStringLiteral("vault.db")});
    }

    void otherDatabasesAreNotVaults_data()
    {
        QTest::addColumn<QStringList>("statements");
        QTest::newRow("no id") << QStringList{QStringLiteral("CREATE TABLE t(a)")};
        QTest::newRow("another program's id")
            << QStringList{QStringLiteral("PRAGMA application_id=252006674"), QStringLiteral("CREATE TABLE t(a)")};
        QTest::newRow("WAL") << QStringList{QStringLiteral("PRAGMA journal_mode=WAL"), QStringLiteral("CREATE TABLE t(a)")};
    }
    void otherDatabasesAreNotVaults()
    {
        QFETCH(QStringList, statements);
        const Place place;
        QVERIFY(tamper(place.vault(), statements));
        const QByteArray before = contentOf(place.vault());
        COMPARE_CODE(openVault(place.vault()), ErrorCode::NotAVault);
        QCOMPARE(contentOf(place.vault()), before);
        QCOMPARE(place.names(), QStringList{QStringLiteral("vault.db")});
    }

    void otherPageSizesAndEncodingsAreRefused_data()
    {
        QTest::addColumn<QString>("pragma");
        QTest::newRow("huge pages") << QStringLiteral("PRAGMA page_size=65536");
        QTest::newRow("small pages") << QStringLiteral("PRAGMA page_size=512");
        QTest::newRow("UTF-16") << QStringLiteral("PRAGMA encoding='UTF-16le'");
    }
    void otherPageSizesAndEncodingsAreRefused()
    {
        QFETCH(QString, pragma);
        const Place place;
        QVERIFY(tamper(place.vault(),
                       {pragma, QStringLiteral("PRAGMA application_id=%1").arg(storage::kApplicationId),
                        QStringLiteral("CREATE TABLE header(id INTEGER PRIMARY KEY CHECK(id=1), body BLOB NOT NULL)")}));
        const QByteArray before = contentOf(place.vault());
        COMPARE_CODE(openVault(place.vault()), ErrorCode::IntegrityFailure);
        QCOMPARE(contentOf(place.vault()), before);
    }

    void aWalWithATriggerIsRefused()
    {
        // The main file is in order; the trigger stands only in a WAL that a killed program left.
        const Place place;
        VERIFY_OK(makeVault(place.vault()));
        const QByteArray before = contentOf(place.vault());
        const QString copy = place.file(QStringLiteral("copy.db"));
        QVERIFY(writeFile(copy, before));
        {
            const auto writer = Connection::open(copy, Connection::Mode::ReadWrite, std::chrono::seconds{1});
            VERIFY_OK(writer);
            VERIFY_OK(
                (*writer)->run(QStringLiteral("CREATE TRIGGER spy AFTER UPDATE ON root BEGIN DELETE FROM audit; END")));
            QVERIFY(writeFile(place.file(QStringLiteral("vault.db-wal")), contentOf(copy + QStringLiteral("-wal"))));
        }
        const auto opened = openVault(place.vault());
        COMPARE_CODE(opened, ErrorCode::IntegrityFailure);
        QVERIFY(opened.error().detail.contains(QStringLiteral("trigger spy")));
        QCOMPARE(contentOf(place.vault()), before);
    }

    void anotherProgramsTriggerIsSeenAtTheNextChange()
    {
        const Place place;
        VERIFY_OK(makeVault(place.vault()));
        const auto opened = openVault(place.vault());
        VERIFY_OK(opened);
        VERIFY_OK(release(**opened, 1));
        QVERIFY(tamper(place.vault(),
                       {QStringLiteral("CREATE TRIGGER spy AFTER UPDATE ON root BEGIN DELETE FROM audit; END")}));
        COMPARE_CODE(release(**opened, 2), ErrorCode::IntegrityFailure);
        COMPARE_CODE(change(**opened, [] { return base::Result<void>(); }), ErrorCode::IntegrityFailure);
        QVERIFY(tamper(place.vault(), {QStringLiteral("DROP TRIGGER spy")}));
        VERIFY_OK(release(**opened, 2));
    }
};

LATCHKEY_TEST_MAIN(TestSchema)
#include "tst_schema.moc"
