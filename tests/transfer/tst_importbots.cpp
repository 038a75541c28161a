// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/importbots.h"

#include "transfer/importfixture.h"

using namespace transfertest;

class TestImportBots final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void freqtrade_data();
    void freqtrade();
    void ccxt_data();
    void ccxt();
    void octobot_data();
    void octobot();
    void hostile_data();
    void hostile();
    void spellings();
};

void TestImportBots::freqtrade_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");

    QTest::newRow("as its documentation writes it")
        << QByteArray(R"({
        // exchange configuration
        "stake_currency": "USDT",
        "exchange": {"name": "Bitget", "key": "k", "secret": "s", "password": "p", "ccxt_config": {"a": 1}, "pair_whitelist": [],},
        "telegram": {"enabled": true, "token": "t", "chat_id": 12},
        "api_server": {"enabled": true, "username": "u", "password": "pw", "jwt_secret_key": "j", "ws_token": ""},
    })")
        << "@bitget{api_key=k,api_secret=s,passphrase=p}\nfreqtrade/telegram{token=t,chat_id=12}\n"
           "freqtrade/api_server{username=u,password=pw,jwt_secret_key=j}";
    QTest::newRow("keys are empty") << QByteArray(R"({"exchange":{"name":"okx","key":"","secret":""}})")
                                    << "@okx{api_key=,api_secret=}";
    QTest::newRow("the first spelling counts")
        << QByteArray(R"({"exchange":{"name":"x","api_key":"1","apiKey":"2","uid":5}})") << "@x{api_key=1,uid=5}";
    QTest::newRow("an empty spelling does not count")
        << QByteArray(R"({"exchange":{"name":"x","apiKey":"","key":"k","secret":"s","api_secret":""}})")
        << "@x{api_key=k,api_secret=s}";
    QTest::newRow("no name") << QByteArray(R"({"exchange":{"key":"k"}})")
                             << "invalid_argument: not a Freqtrade configuration";
    QTest::newRow("a list") << QByteArray("[]") << "invalid_argument: not a Freqtrade configuration";
}

void TestImportBots::freqtrade()
{
    QFETCH(QByteArray, text);
    QTEST(shown(transfer::parseFreqtrade(secret(text))), "expected");
}

void TestImportBots::ccxt_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");

    QTest::newRow("two accounts")
        << QByteArray(
               R"({"bitget":{"apiKey":"k","secret":"s","password":"p","options":{"a":1},"enableRateLimit":true},
            "hyperliquid":{"walletAddress":"w","privateKey":"pk"}})")
        << "@bitget{api_key=k,api_secret=s,passphrase=p}\n@hyperliquid{wallet_address=w,private_key=pk}";
    QTest::newRow("PEM on one line") << QByteArray(
        R"({"x":{"apiKey":"k","secret":"-----BEGIN K-----\\nab\\n-----END K-----"}})")
                                     << "@x{api_key=k,api_secret=-----BEGIN K-----\nab\n-----END K-----}";
    QTest::newRow("something without a key")
        << QByteArray(R"({"a":{"apiKey":"k"},"b":{"x":"y"}})") << "invalid_argument: not a ccxt file of keys";
    QTest::newRow("nothing") << QByteArray("{}") << "invalid_argument: not a ccxt file of keys";
}

void TestImportBots::ccxt()
{
    QFETCH(QByteArray, text);
    QTEST(shown(transfer::parseCcxt(secret(text))), "expected");
}

void TestImportBots::octobot_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");

    QTest::newRow("clear") << QByteArray(
        R"({"exchanges":{"bitget":{"api-key":"k","api-secret":"s","api-password":"p","sandboxed":true},"none":{"enabled":false}}})")
                           << "@bitget(demo){api_key=k,api_secret=s,passphrase=p}";
    QTest::newRow("encrypted") << QByteArray(R"({"exchanges":{"x":{"api-key":"gAAAAABkk","api-secret":"gAAAAABks"}}})")
                               << "@x{api_key=gAAAAABkk,api_secret=gAAAAABks}!1";
    QTest::newRow("example") << QByteArray(
        R"({"exchanges":{"x":{"api-key":"your-api-key-here","api-secret":"your-api-secret-here"}}})")
                             << "@x{api_key=your-api-key-here,api_secret=your-api-secret-here}!2";
    QTest::newRow("no keys") << QByteArray(R"({"exchanges":{}})") << "invalid_argument: not an OctoBot configuration";
}

void TestImportBots::octobot()
{
    QFETCH(QByteArray, text);
    QTEST(shown(transfer::parseOctoBot(secret(text))), "expected");
}

void TestImportBots::hostile_data()
{
    QTest::addColumn<QByteArray>("text");
    addHostileRows();
}

void TestImportBots::hostile()
{
    QFETCH(QByteArray, text);
    for (const auto parser : {&transfer::parseFreqtrade, &transfer::parseCcxt, &transfer::parseOctoBot}) {
        const auto batch = parser(secret(text));
        QVERIFY(!batch);
        QVERIFY(batch.error().code == base::ErrorCode::InvalidArgument
                || batch.error().code == base::ErrorCode::InvalidJson);
    }
}

void TestImportBots::spellings()
{
    QCOMPARE(transfer::accountField(QStringLiteral("API Key")), QStringLiteral("api_key"));
    QCOMPARE(transfer::accountField(QStringLiteral("api-secret")), QStringLiteral("api_secret"));
    QCOMPARE(transfer::accountField(QStringLiteral("apiPassphrase")), QStringLiteral("passphrase"));
    QCOMPARE(transfer::accountField(QStringLiteral("name")), QString());
    QCOMPARE(transfer::accountField(QString()), QString());
}

LATCHKEY_TEST_MAIN(TestImportBots)
#include "tst_importbots.moc"
