// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/csvreader.h"

#include "transfer/importfixture.h"

using namespace transfertest;

class TestCsvReader final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void parsed_data();
    void parsed();
    void hostile();
    void columns();
};

void TestCsvReader::parsed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");

    QTest::newRow("plain") << QByteArray("a,b\n1,2\n3,4\n") << "a;b|1;2|3;4";
    QTest::newRow("no end of line") << QByteArray("a,b\n1,2") << "a;b|1;2";
    QTest::newRow("CRLF and a byte order mark") << QByteArray("\xef\xbb\xbf"
                                                              "a,b\r\n1,2\r\n")
                                                << "a;b|1;2";
    QTest::newRow("half a line end") << QByteArray("a,b\r\n1,2\r") << "a;b|1;2";
    QTest::newRow("empty lines") << QByteArray("\na,b\n\n\r\n1,2\n\n") << "a;b|1;2";
    QTest::newRow("empty cells") << QByteArray("a,b\n,\n\"\",x\n") << "a;b|;|;x";
    QTest::newRow("quotes") << QByteArray("a,b\n\"x,\"\"y\"\"\",\"p\nq\"\n") << "a;b|x,\"y\";p\nq";
    QTest::newRow("CRLF in quotes stays") << QByteArray("a\n\"p\r\nq\"\n") << "a|p\r\nq";
    QTest::newRow("header in quotes") << QByteArray("\"a\", b \n1, 2 \n") << "a;b|1; 2 ";
    QTest::newRow("header alone") << QByteArray("a,b") << "a;b";
    QTest::newRow("nothing") << QByteArray() << "!nothing in it";
    QTest::newRow("only line ends") << QByteArray("\n\r\n\n") << "!nothing in it";
    QTest::newRow("row too short") << QByteArray("a,b\n1\n") << "!line 2";
    QTest::newRow("row too long") << QByteArray("a,b\n1,2\n1,2,3\n") << "!line 3";
    QTest::newRow("open quote") << QByteArray("a,b\n1,\"2\n") << "!line 2";
    QTest::newRow("behind a quote") << QByteArray("a,b\n1,\"2\"x\n") << "!line 2";
    QTest::newRow("quote inside") << QByteArray("a,b\n1,x\"y\n") << "!line 2";
    QTest::newRow("line after many in quotes") << QByteArray("a\n\"1\n2\n3\"\nx,y\n") << "!line 5";
    QTest::newRow("too many columns") << QByteArray("a,").repeated(100) + "a\n" << "!line 1";
}

void TestCsvReader::parsed()
{
    QFETCH(QByteArray, text);
    const auto table = transfer::parseCsv(secret(text));
    QString got;
    if (table) {
        QStringList rows{table->header.join(u';')};
        for (const auto &row : table->rows) {
            QStringList cells;
            for (const base::SecretSlice &cell : row)
                cells << textOf(cell);
            rows << cells.join(u';');
        }
        got = rows.join(u'|');
    } else {
        QCOMPARE(table.error().code, base::ErrorCode::InvalidArgument);
        got = u'!' + table.error().detail;
    }
    QTEST(got, "expected");
}

void TestCsvReader::hostile()
{
    for (const QByteArray &text : {QByteArray("a,b\n1,\0", 7), QByteArray("a,b\n1,\xff\n"), QByteArray(100'001, '"'),
                                   QByteArray(static_cast<qsizetype>(transfer::kLargestImport) + 1, ',')}) {
        const auto table = transfer::parseCsv(secret(text));
        QVERIFY(!table);
        QCOMPARE(table.error().code, base::ErrorCode::InvalidArgument);
    }
    QVERIFY(!transfer::parseCsv(secret("a\n" + QByteArray("1\n").repeated(100'001))));
    QCOMPARE(transfer::parseCsv(secret("a\n" + QByteArray("1\n").repeated(100'000)))->rows.size(), std::size_t{100'000});
}

void TestCsvReader::columns()
{
    const auto table = transfer::parseCsv(secret("Name,API Key\n"));
    QVERIFY(table);
    QCOMPARE(table->column(QLatin1StringView("api key")), 1);
    QCOMPARE(table->column(QLatin1StringView("key")), -1);
    QVERIFY(table->hasColumns({QLatin1StringView("NAME"), QLatin1StringView("api key")}));
    QVERIFY(!table->hasColumns({QLatin1StringView("name"), QLatin1StringView("value")}));
}

LATCHKEY_TEST_MAIN(TestCsvReader)
#include "tst_csvreader.moc"
