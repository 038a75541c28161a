// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqliteerror.h"

#include "support/testmain.h"

#include <QObject>

using base::ErrorCode;

class TestSqliteError final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    // Numbers: https://sqlite.org/rescode.html
    void codesHaveMeanings_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<bool>("space");
        QTest::newRow("ERROR") << 1 << ErrorCode::IntegrityFailure << false;
        QTest::newRow("BUSY") << 5 << ErrorCode::Busy << false;
        QTest::newRow("BUSY_SNAPSHOT") << 517 << ErrorCode::Busy << false;
        QTest::newRow("LOCKED") << 6 << ErrorCode::Busy << false;
        QTest::newRow("READONLY") << 8 << ErrorCode::ReadOnly << false;
        QTest::newRow("READONLY_DIRECTORY") << 1544 << ErrorCode::ReadOnly << false;
        QTest::newRow("READONLY_DBMOVED") << 1032 << ErrorCode::IoFailure << false;
        QTest::newRow("IOERR_READ") << 266 << ErrorCode::IoFailure << false;
        QTest::newRow("IOERR_WRITE") << 778 << ErrorCode::IoFailure << false;
        QTest::newRow("IOERR_SHMSIZE") << 4874 << ErrorCode::DiskFull << true;
        QTest::newRow("CORRUPT") << 11 << ErrorCode::IntegrityFailure << false;
        QTest::newRow("CORRUPT_INDEX") << 779 << ErrorCode::IntegrityFailure << false;
        QTest::newRow("FULL") << 13 << ErrorCode::DiskFull << true;
        QTest::newRow("CANTOPEN") << 14 << ErrorCode::IoFailure << false;
        QTest::newRow("PROTOCOL") << 15 << ErrorCode::Busy << false;
        QTest::newRow("CONSTRAINT_CHECK") << 275 << ErrorCode::InvalidArgument << false;
        QTest::newRow("CONSTRAINT_NOTNULL") << 1299 << ErrorCode::InvalidArgument << false;
        QTest::newRow("CONSTRAINT_PRIMARYKEY") << 1555 << ErrorCode::Conflict << false;
        QTest::newRow("CONSTRAINT_UNIQUE") << 2067 << ErrorCode::Conflict << false;
        QTest::newRow("NOTADB") << 26 << ErrorCode::NotAVault << false;
    }
    void codesHaveMeanings()
    {
        QFETCH(int, number);
        QFETCH(ErrorCode, code);
        QFETCH(bool, space);
        const QSqlError error(QStringLiteral("driver"), QStringLiteral("database words"), QSqlError::StatementError,
                              QString::number(number));
        const base::Error meaning = storage::sqliteError(error, QStringLiteral("step"));
        QCOMPARE(meaning.code, code);
        QVERIFY(meaning.detail.startsWith(QStringLiteral("step: database words")));
        QVERIFY(meaning.detail.contains(QString::number(number)));
        QCOMPARE(storage::isOutOfSpace(error), space);
        QCOMPARE(storage::isFailedWrite(error), number == 778);
    }

    void anErrorWithoutNumberIsAFault()
    {
        QCOMPARE(storage::sqliteError(QSqlError(), QStringLiteral("step")).code, ErrorCode::IoFailure);
        QVERIFY(!storage::isOutOfSpace(QSqlError()));
        QCOMPARE(storage::damaged(QStringLiteral("here")).error(),
                 (base::Error{ErrorCode::IntegrityFailure, QStringLiteral("here")}));
    }
};

LATCHKEY_TEST_MAIN(TestSqliteError)
#include "tst_sqliteerror.moc"
