// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/importdetection.h"

#include "transfer/importfixture.h"

using namespace transfertest;
using transfer::ImportFormat;

class TestImportDetection final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void detected_data();
    void detected();
    void names();
    void dispatch();
};

void TestImportDetection::detected_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");

    QTest::newRow("env") << QByteArray("# c\nexport A='1'\n") << "env";
    QTest::newRow("env with commas") << QByteArray("A=1,2\nB=3,4\n") << "env";
    QTest::newRow("Fernet") << QByteArray("gAAAAABkk3J5\n") << "fernet";
    QTest::newRow("database") << QByteArray("SQLite format 3\0rest", 20) << "fernet-db";
    QTest::newRow("JSON") << QByteArray(R"( {"a":"1"})") << "json";
    QTest::newRow("JSON list") << QByteArray(R"([{"name":"a","value":"1"}])") << "json";
    QTest::newRow("CSV") << QByteArray("name,value\na,1\n") << "csv";
    QTest::newRow("Freqtrade") << QByteArray("/* c */{\"exchange\":{\"name\":\"x\",\"key\":\"k\"},}") << "freqtrade";
    QTest::newRow("ccxt") << QByteArray(R"({"bitget":{"apiKey":"k","secret":"s"}})") << "ccxt";
    QTest::newRow("OctoBot") << QByteArray(R"({"exchanges":{"x":{"api-key":"k"}}})") << "octobot";
    QTest::newRow("Jesse") << QByteArray("Name,Exchange,API Key,API Secret\na,Bitget Spot,k,s\n") << "jesse";
    QTest::newRow("Bitwarden JSON") << QByteArray(R"({"encrypted":false,"items":[]})") << "bitwarden";
    QTest::newRow("Bitwarden CSV") << QByteArray("name,login_username,login_password\na,u,p\n") << "bitwarden";
    QTest::newRow("KeePassXC") << QByteArray("Group,Title,Username,Password,URL\ng,t,u,p,x\n") << "keepassxc";
    QTest::newRow("1Password") << QByteArray("Title,Url,Username,Password,OTPAuth\nt,x,u,p,\n") << "1password";
    QTest::newRow("two bots") << QByteArray(R"({"exchange":{"name":"x"},"exchanges":{"x":{"api-key":"k"}}})")
                              << "freqtrade octobot";
    QTest::newRow("two managers") << QByteArray("Group,Title,Username,Password,OTPAuth\ng,t,u,p,\n")
                                  << "keepassxc 1password";
    QTest::newRow("nothing") << QByteArray() << "";
    QTest::newRow("words") << QByteArray("only words") << "";
    QTest::newRow("comments") << QByteArray("# only a comment\n") << "";
    QTest::newRow("table without names") << QByteArray("a,1\nb,2\n") << "";
    QTest::newRow("broken JSON") << QByteArray("{\"a\":") << "";
    QTest::newRow("empty JSON") << QByteArray("{}") << "";
    QTest::newRow("NUL") << QByteArray("A=1\0", 4) << "";
    QTest::newRow("binary") << QByteArray("\x7f"
                                          "ELF\x02\x01\xff\xff")
                            << "";
}

void TestImportDetection::detected()
{
    QFETCH(QByteArray, text);
    const auto found = transfer::detectFormats(secret(text));
    QVERIFY(found);
    QStringList names;
    for (const ImportFormat format : *found)
        names << transfer::formatName(format);
    QTEST(names.join(u' '), "expected");
}

void TestImportDetection::names()
{
    const QStringList all = transfer::formatNames();
    QCOMPARE(all.size(), 12);
    for (const QString &name : all)
        QCOMPARE(transfer::formatName(*transfer::formatFromName(name)), name);
    QVERIFY(!transfer::formatFromName(QStringLiteral("auto")));
}

void TestImportDetection::dispatch()
{
    // Each format's own words show that its own parser refused.
    const QList<std::pair<ImportFormat, QString>> expected{
        {ImportFormat::Env, QStringLiteral("line 1")},
        {ImportFormat::Csv, QStringLiteral("the first line must name the columns: name,value")},
        {ImportFormat::Jesse, QStringLiteral("not what Jesse exports")},
        {ImportFormat::Bitwarden, QStringLiteral("not what Bitwarden exports")},
        {ImportFormat::KeePassXc, QStringLiteral("not what KeePassXC exports")},
        {ImportFormat::OnePassword, QStringLiteral("not what 1Password exports")},
        {ImportFormat::Fernet, QStringLiteral("fernet")},
        {ImportFormat::FernetDatabase, QStringLiteral("fernet-db")},
    };
    for (const auto &[format, detail] : expected)
        QCOMPARE(shown(transfer::parseImport(format, secret("x"))), QStringLiteral("invalid_argument: ") + detail);
    const QList<std::pair<ImportFormat, QString>> ofJson{
        {ImportFormat::Json, QStringLiteral("no names with values in it")},
        {ImportFormat::Freqtrade, QStringLiteral("not a Freqtrade configuration")},
        {ImportFormat::Ccxt, QStringLiteral("not a ccxt file of keys")},
        {ImportFormat::OctoBot, QStringLiteral("not an OctoBot configuration")},
    };
    for (const auto &[format, detail] : ofJson)
        QCOMPARE(shown(transfer::parseImport(format, secret("[]"))), QStringLiteral("invalid_argument: ") + detail);
}

LATCHKEY_TEST_MAIN(TestImportDetection)
#include "tst_importdetection.moc"
