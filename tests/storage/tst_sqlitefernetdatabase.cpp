// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlitefernetdatabase.h"

#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>

using storage::SqliteFernetDatabase;

namespace {

const QString kTable = QStringLiteral("CREATE TABLE secrets(id INTEGER PRIMARY KEY, name VARCHAR(255) NOT NULL UNIQUE, "
                                      "description TEXT, encrypted_value TEXT NOT NULL, created_at DATETIME, "
                                      "updated_at DATETIME)");

} // namespace

class TestSqliteFernetDatabase final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void rows();
    void refused_data();
    void refused();
    void notADatabase_data();
    void notADatabase();
    void cutAnywhere();
    void unsettled();

private:
    QString make(const QStringList &statements);
    static QString outcome(const QString &path);

    QTemporaryDir m_folder;
    int m_number = 0;
};

QString TestSqliteFernetDatabase::make(const QStringList &statements)
{
    const QString path = m_folder.filePath(QStringLiteral("%1.db").arg(++m_number));
    const QString name = QStringLiteral("making");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(path);
        if (!database.open())
            qFatal("no database for a test");
        for (const QString &statement : statements) {
            QSqlQuery query(database);
            if (!query.exec(statement))
                qFatal("%s", qPrintable(query.lastError().text()));
        }
        database.close();
    }
    QSqlDatabase::removeDatabase(name);
    return path;
}

/// "name=token(description);..." or the name of the error code.
QString TestSqliteFernetDatabase::outcome(const QString &path)
{
    const auto rows = SqliteFernetDatabase().read(path);
    if (!rows)
        return base::codeName(rows.error().code);
    QStringList out;
    for (const transfer::ports::FernetRow &row : *rows)
        out << row.name + u'=' + QString::fromUtf8(row.token) + u'(' + row.description + u')';
    return out.join(u';');
}

void TestSqliteFernetDatabase::rows()
{
    const QString path = make({kTable, QStringLiteral("INSERT INTO secrets VALUES(2,'b','second','tok2','x','y')"),
                               QStringLiteral("INSERT INTO secrets VALUES(1,'a',NULL,CAST('tok1' AS BLOB),'x','y')")});
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    QCOMPARE(outcome(path), QStringLiteral("a=tok1();b=tok2(second)"));
    QVERIFY(file.seek(0));
    QCOMPARE(file.readAll(), before);
    const QString bare = make({QStringLiteral("CREATE TABLE secrets(name TEXT, encrypted_value TEXT)"),
                               QStringLiteral("INSERT INTO secrets VALUES('z','t')"),
                               QStringLiteral("INSERT INTO secrets VALUES('k','u')")});
    QCOMPARE(outcome(bare), QStringLiteral("k=u();z=t()"));
    QCOMPARE(outcome(make({kTable})), QString());
}

void TestSqliteFernetDatabase::refused_data()
{
    QTest::addColumn<QStringList>("statements");

    QTest::newRow("no such table") << QStringList{QStringLiteral("CREATE TABLE other(a)")};
    QTest::newRow("a view") << QStringList{
        QStringLiteral("CREATE VIEW secrets AS SELECT 1 AS id, 'a' AS name, hex(randomblob(4)) AS encrypted_value")};
    QTest::newRow("a virtual table") << QStringList{
        QStringLiteral("CREATE VIRTUAL TABLE secrets USING fts5(name, encrypted_value)")};
    QTest::newRow("a column that is computed")
        << QStringList{QStringLiteral("CREATE TABLE secrets(id INTEGER PRIMARY KEY, name TEXT, "
                                      "encrypted_value TEXT GENERATED ALWAYS AS (zeroblob(100000000)) VIRTUAL)"),
                       QStringLiteral("INSERT INTO secrets(id,name) VALUES(1,'a')")};
    QTest::newRow("no such column") << QStringList{QStringLiteral("CREATE TABLE secrets(id, name, value)")};
}

void TestSqliteFernetDatabase::refused()
{
    QFETCH(QStringList, statements);
    QCOMPARE(outcome(make(statements)), QStringLiteral("invalid_argument"));
}

void TestSqliteFernetDatabase::notADatabase_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("words") << QByteArray("these are only words, and enough of them to fill the head of a database file. "
                                         "These are only words, and enough of them to fill it.");
    QTest::newRow("the head alone") << QByteArray("SQLite format 3\0", 16);
    QTest::newRow("a head and zeros") << QByteArray("SQLite format 3\0", 16) + QByteArray(4096, '\0');
}

void TestSqliteFernetDatabase::notADatabase()
{
    QFETCH(QByteArray, content);
    const QString path = m_folder.filePath(QStringLiteral("not.db"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(content);
    file.close();
    QCOMPARE(outcome(path), QStringLiteral("invalid_argument"));
    QCOMPARE(outcome(m_folder.filePath(QStringLiteral("absent.db"))), QStringLiteral("io_failure"));
    QCOMPARE(outcome(m_folder.path()), QStringLiteral("io_failure"));
}

void TestSqliteFernetDatabase::cutAnywhere()
{
    const QString path = make({kTable, QStringLiteral("INSERT INTO secrets VALUES(1,'a','','tok','x','y')")});
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    for (qint64 size = file.size() - 512; size > 0; size -= 512) {
        QVERIFY(file.resize(size));
        QVERIFY2(!SqliteFernetDatabase().read(path), qPrintable(QString::number(size)));
    }
}

void TestSqliteFernetDatabase::unsettled()
{
    const QString path = make({kTable});
    for (const char *suffix : {"-wal", "-journal"}) {
        QFile beside(path + QLatin1StringView(suffix));
        QVERIFY(beside.open(QIODevice::WriteOnly));
        QVERIFY(beside.flush());
        QCOMPARE(outcome(path), QString()); // an empty one says nothing
        beside.write("x");
        QVERIFY(beside.flush());
        QCOMPARE(outcome(path), QStringLiteral("busy"));
        beside.close();
        QVERIFY(beside.remove());
    }
    QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("*-*")}, QDir::Files), QStringList());
}

LATCHKEY_TEST_MAIN(TestSqliteFernetDatabase)
#include "tst_sqlitefernetdatabase.moc"
