// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/importcsv.h"

#include "transfer/importfixture.h"

using namespace transfertest;

class TestImportCsv final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void plain_data();
    void plain();
    void jesse();
    void hostile_data();
    void hostile();
};

void TestImportCsv::plain_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");

    QTest::newRow("name and value") << QByteArray("name,value\na,1\nb,\"2,3\"\n") << "a{value=1}\nb{value=2,3}";
    QTest::newRow("more columns") << QByteArray("Description,Name,user,api key\nd,a,u,k\n") << "a{user=u,api_key=k}\"d\"";
    QTest::newRow("no name") << QByteArray("name,value\n,1\n") << "{value=1}";
    QTest::newRow("header alone") << QByteArray("name,value\n") << "";
    QTest::newRow("no header") << QByteArray("a,1\nb,2\n")
                               << "invalid_argument: the first line must name the columns: name,value";
    QTest::newRow("only names") << QByteArray("name\na\n")
                                << "invalid_argument: the first line must name the columns: name,value";
}

void TestImportCsv::plain()
{
    QFETCH(QByteArray, text);
    QTEST(shown(transfer::parseCsvImport(secret(text))), "expected");
}

void TestImportCsv::jesse()
{
    const QByteArray header("Name,Exchange,API Key,API Secret,api_passphrase,wallet_address,stark_private_key\n");
    QCOMPARE(shown(transfer::parseJesse(secret(header
                                               + "main,Bitget USDT Perpetual,k,s,p,,\n"
                                                 "try,Bitget USDT Perpetual Testnet,k2,s2,p2,,\n"
                                                 "dex,Apex Omni Perpetual,,,,w,pk\n"))),
             QStringLiteral("main@bitget{api_key=k,api_secret=s,passphrase=p}\n"
                            "try@bitget(demo){api_key=k2,api_secret=s2,passphrase=p2}\n"
                            "dex@apex{wallet_address=w,stark_private_key=pk}"));
    QCOMPARE(shown(transfer::parseJesse(secret("name,value\na,1\n"))),
             QStringLiteral("invalid_argument: not what Jesse exports"));
}

void TestImportCsv::hostile_data()
{
    QTest::addColumn<QByteArray>("text");
    addHostileRows();
}

void TestImportCsv::hostile()
{
    QFETCH(QByteArray, text);
    for (const auto parser : {&transfer::parseCsvImport, &transfer::parseJesse}) {
        const auto batch = parser(secret(text));
        QVERIFY(!batch);
        QCOMPARE(batch.error().code, base::ErrorCode::InvalidArgument);
    }
}

LATCHKEY_TEST_MAIN(TestImportCsv)
#include "tst_importcsv.moc"
