// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/envparser.h"

#include "transfer/exporttext.h"
#include "transfer/importfixture.h"

using namespace transfertest;

class TestEnvParser final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void parsed_data();
    void parsed();
    void hostile_data();
    void hostile();
    void lines();
    void imported();
    void exported_data();
    void exported();
};

void TestEnvParser::parsed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");

    QTest::newRow("nothing") << QByteArray() << "";
    QTest::newRow("comments and blank lines") << QByteArray("# a\n\n  # b\n\t\n") << "";
    QTest::newRow("plain") << QByteArray("A=1\nB=2") << "A=1|B=2";
    QTest::newRow("CRLF") << QByteArray("A=1\r\nB='2'\r\n") << "A=1|B=2";
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf"
                                                   "A=1")
                                     << "A=1";
    QTest::newRow("export") << QByteArray("export A=1\n export\tB = 2\nexport=3") << "A=1|B=2|export=3";
    QTest::newRow("names") << QByteArray("a.b-c=1\n_A9=2") << "a.b-c=1|_A9=2";
    QTest::newRow("empty") << QByteArray("A=\nB=''\nC=\"\"") << "A=|B=|C=";
    QTest::newRow("comment behind") << QByteArray("A=a # c\nB=#c\nC=a#c\nD=a\t#c") << "A=a|B=|C=a#c|D=a";
    QTest::newRow("equals in the value") << QByteArray("A=b==") << "A=b==";
    QTest::newRow("single quotes are literal") << QByteArray(R"(A='a\n"$b #' # c)") << R"(A=a\n"$b #)";
    QTest::newRow("double quotes are not") << QByteArray(R"(A="a\n\t\"\\\$b # '")") << "A=a\n\t\"\\$b # '";
    QTest::newRow("only these are escapes") << QByteArray(R"(A="\n\r\t\"\\\$\`")") << "A=\n\r\t\"\\$`";
    QTest::newRow("any other backslash stays") << QByteArray(R"(A="a\dc\'\x41\0\ \N"
B="C:\dir\\new"
C="\\\d")") << R"(A=a\dc\'\x41\0\ \N|B=C:\dir\new|C=\\d)";
    QTest::newRow("backslash before a line's end") << QByteArray("A=\"a\\\nb\"") << "A=a\\\nb";
    QTest::newRow("several lines") << QByteArray("A=\"x\ny\"\nB='p\n\nq'\nC=1") << "A=x\ny|B=p\n\nq|C=1";
    QTest::newRow("PEM in quotes") << QByteArray("K=\"-----BEGIN X-----\nabc\n-----END X-----\n\"\nA=1")
                                   << "K=-----BEGIN X-----\nabc\n-----END X-----\n|A=1";
    QTest::newRow("bare PEM") << QByteArray("K=-----BEGIN X-----\r\nab=\r\n-----END X-----\r\nA=1")
                              << "K=-----BEGIN X-----\nab=\n-----END X-----|A=1";
    QTest::newRow("PEM on one line") << QByteArray(R"(K=-----BEGIN X-----\nab\n-----END X-----)")
                                     << R"(K=-----BEGIN X-----\nab\n-----END X-----)";
    QTest::newRow("no equals") << QByteArray("A=1\nB") << "!line 2";
    QTest::newRow("bad name") << QByteArray("1A=1") << "!line 1";
    QTest::newRow("no name") << QByteArray("=1") << "!line 1";
    QTest::newRow("space in the name") << QByteArray("A B=1") << "!line 1";
    QTest::newRow("open quote") << QByteArray("A=1\nB=\"b\nC=2\n") << "!line 2";
    QTest::newRow("quote that is escaped") << QByteArray("A=\"b\\\"") << "!line 1";
    QTest::newRow("behind a quote") << QByteArray("A=\"b\"c") << "!line 1";
    QTest::newRow("open PEM") << QByteArray("A=1\n\nK=-----BEGIN X-----\nabc\n") << "!line 3";
    QTest::newRow("NUL") << QByteArray("A=1\0", 4) << "!not UTF-8 text";
    QTest::newRow("invalid UTF-8") << QByteArray("A=\xc3") << "!not UTF-8 text";
}

void TestEnvParser::parsed()
{
    QFETCH(QByteArray, text);
    const auto found = transfer::parseEnv(secret(text));
    QString got;
    if (found) {
        QStringList items;
        for (const transfer::EnvAssignment &each : *found)
            items << each.name + u'=' + textOf(each.value);
        got = items.join(u'|');
    } else {
        QCOMPARE(found.error().code, base::ErrorCode::InvalidArgument);
        got = u'!' + found.error().detail;
    }
    QTEST(got, "expected");
}

void TestEnvParser::hostile_data()
{
    QTest::addColumn<QByteArray>("text");
    addHostileRows();
}

void TestEnvParser::hostile()
{
    QFETCH(QByteArray, text);
    const auto found = transfer::parseEnv(secret(text));
    QVERIFY(!found);
    QCOMPARE(found.error().code, base::ErrorCode::InvalidArgument);
}

void TestEnvParser::lines()
{
    const auto found = transfer::parseEnv(secret("\nA='x\ny'\n# c\nB=2"));
    QVERIFY(found);
    QCOMPARE(found->at(0).line, 2);
    QCOMPARE(found->at(1).line, 5);
}

void TestEnvParser::imported()
{
    QCOMPARE(shown(transfer::parseEnvImport(secret("A=1\nB="))), QStringLiteral("A{value=1}\nB{value=}"));
    QCOMPARE(shown(transfer::parseEnvImport(secret("A"))), QStringLiteral("invalid_argument: line 1"));
}

void TestEnvParser::exported_data()
{
    QTest::addColumn<QByteArray>("value");

    QTest::newRow("plain") << QByteArray("a-b");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("backslashes") << QByteArray(R"(a\dc\n\\)");
    QTest::newRow("backslashes and a quote") << QByteArray(R"('a\dc\n\\t\\\)");
    QTest::newRow("all marks") << QByteArray("'\"\\$`#!\n\r\t ");
    QByteArray each("'"); // so that it is written with escapes
    for (char c = ' '; c < 0x7f; ++c)
        each += QByteArray("\\") + c;
    QTest::newRow("a backslash before each character") << each;
}

/// What an export wrote is read as what it was.
void TestEnvParser::exported()
{
    QFETCH(QByteArray, value);
    transfer::EnvExport out;
    QVERIFY(out.add(QStringLiteral("A"), secret(value)).value_or(false));
    const transfer::SecretPieces text = out.finish();
    QCOMPARE(text.size(), std::size_t{1});
    const auto found = transfer::parseEnv(text.front());
    QVERIFY(found && found->size() == 1);
    QCOMPARE(textOf(found->front().value), QString::fromUtf8(value));
}

LATCHKEY_TEST_MAIN(TestEnvParser)
#include "tst_envparser.moc"
