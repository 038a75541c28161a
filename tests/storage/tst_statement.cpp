// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/statement.h"

#include "storage/connection.h"
#include "storagefixture.h"
#include "support/testmain.h"

#include <QObject>

using base::ErrorCode;
using storage::Connection;
using storage::Statement;
using namespace storagetest;

class TestStatement final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        QVERIFY(tamper(m_place.vault(),
                       {QStringLiteral("CREATE TABLE IF NOT EXISTS t(a)"), QStringLiteral("DELETE FROM t")}));
        auto opened = Connection::open(m_place.vault(), Connection::Mode::ReadWrite, std::chrono::seconds{1});
        VERIFY_OK(opened);
        m_connection = *std::move(opened);
    }
    void cleanup() { m_connection.reset(); }

    void typesAreChecked_data()
    {
        QTest::addColumn<QString>("literal");
        QTest::addColumn<bool>("isBlob");
        QTest::addColumn<bool>("isNull");
        QTest::addColumn<bool>("isNumber");
        QTest::newRow("blob") << QStringLiteral("x'0102'") << true << false << false;
        QTest::newRow("null") << QStringLiteral("NULL") << false << true << false;
        QTest::newRow("empty blob") << QStringLiteral("x''") << false << false << false;
        QTest::newRow("text") << QStringLiteral("'abc'") << false << false << false;
        QTest::newRow("text of digits") << QStringLiteral("'7'") << false << false << false;
        QTest::newRow("empty text") << QStringLiteral("''") << false << false << false;
        QTest::newRow("number") << QStringLiteral("7") << false << false << true;
        QTest::newRow("zero") << QStringLiteral("0") << false << false << true;
        QTest::newRow("largest") << QStringLiteral("100") << false << false << true;
        QTest::newRow("too large") << QStringLiteral("101") << false << false << false;
        QTest::newRow("negative") << QStringLiteral("-1") << false << false << false;
        QTest::newRow("real") << QStringLiteral("7.0") << false << false << false;
    }
    void typesAreChecked()
    {
        QFETCH(QString, literal);
        Statement select(m_connection->database(), QStringLiteral("SELECT ") + literal);
        VERIFY_OK(select.execute());
        const storage::Cursor cursor(select);
        QVERIFY(select.next().value());
        QTEST(select.blob(0).has_value(), "isBlob");
        const auto orNull = select.blobOrNull(0);
        QTEST(orNull.has_value() && orNull->isEmpty(), "isNull");
        QTEST(select.integer(0, 100).has_value(), "isNumber");
        if (!select.blob(0))
            QCOMPARE(select.blob(0).error().code, ErrorCode::IntegrityFailure);
    }

    void emptyBytesAreNull()
    {
        Statement insert(m_connection->database(), QStringLiteral("INSERT INTO t VALUES(?)"));
        VERIFY_OK(insert.execute({QByteArray()}));
        VERIFY_OK(insert.execute({QByteArray("")}));
        VERIFY_OK(insert.execute({QByteArray(1, '\0')}));
        QCOMPARE(m_connection->number(QStringLiteral("SELECT count(*) FROM t WHERE a IS NULL")).value(), 2);
        QCOMPARE(m_connection->text(QStringLiteral("SELECT hex(a) FROM t WHERE a IS NOT NULL")).value(),
                 QStringLiteral("00"));
    }

    void isReusable()
    {
        Statement insert(m_connection->database(), QStringLiteral("INSERT INTO t VALUES(?)"));
        for (int i = 0; i < 5; ++i)
            VERIFY_OK(insert.execute({i}));
        Statement select(m_connection->database(), QStringLiteral("SELECT a FROM t WHERE a >= ? ORDER BY a"));
        for (int from = 0; from < 5; ++from) {
            VERIFY_OK(select.execute({from}));
            const storage::Cursor cursor(select);
            for (int expected = from; expected < 5; ++expected) {
                QVERIFY(select.next().value());
                QCOMPARE(select.integer(0, 9).value(), expected);
            }
            QVERIFY(!select.next().value());
        }
    }

    void badSqlIsAnError()
    {
        Statement broken(m_connection->database(), QStringLiteral("SELECT nonsense FROM nowhere"));
        COMPARE_CODE(broken.execute(), ErrorCode::IntegrityFailure); // the tables are not those that are ours
        QVERIFY(!broken.outOfSpace());
    }

private:
    Place m_place;
    std::unique_ptr<Connection> m_connection;
};

LATCHKEY_TEST_MAIN(TestStatement)
#include "tst_statement.moc"
