// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/keyblock.h"

#include "exchange/exchangefixture.h"
#include "support/testmain.h"

using exchangetest::bitget;

/// "api_key=K api_secret=S", sorted by field.
class TestKeyBlock final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        const QByteArray all("api_key=bg_1 api_secret=0f passphrase=Pass:=1");
        const auto row = [&all](const char *name, const char *text) { QTest::newRow(name) << QByteArray(text) << all; };
        row("as the exchange writes it", "API Key: bg_1\nSecret Key: 0f\nPassphrase: Pass:=1\n");
        row("Windows, spaces, another order", "  Passphrase :\tPass:=1 \r\n\r\nSECRET KEY: 0f\r\nApi-Key:bg_1\r\n");
        row("env", "# mine\nexport BITGET_API_KEY=\"bg_1\"\nBITGET_SECRET_KEY='0f'\nBITGET_PASSPHRASE=Pass:=1");
        row("older tools", "bitget_api_key=bg_1\nbitget_api_secret=0f\nbitget_passphrase=Pass:=1");
        row("ccxt, one line", R"({"apiKey":"bg_1","secret":"0f","password":"Pass:=1"})");
        row("JSON, indented", "{\n  \"api_key\": \"bg_1\",\n  \"api_secret\": \"0f\",\n  \"passphrase\": \"Pass:=1\"\n}\n");
        row("Freqtrade",
            "{\"exchange\": {\"name\": \"bitget\", \"key\": \"bg_1\", \"secret\": \"0f\", \"password\": \"Pass:=1\"}}");
        row("value below its label", "API Key\nbg_1\n\nSecret Key:\n0f\nPassphrase\nPass:=1");
        row("table", "API Key\tbg_1\nSecret Key\t0f\nPassphrase\tPass:=1");
        row("first one counts", "apikey: bg_1\napikey: other\nsecret: 0f\npass phrase: Pass:=1");
        QTest::newRow("two are enough") << QByteArray("note: x\nkey=a\nsecret=b") << QByteArray("api_key=a api_secret=b");
        QTest::newRow("one is not") << QByteArray("key=a\nother=b") << QByteArray();
        QTest::newRow("no block") << QByteArray("bg_0123456789abcdef") << QByteArray();
        QTest::newRow("nothing") << QByteArray() << QByteArray();
        QTest::newRow("empty values") << QByteArray("key=\n\nsecret=\"\"\npassphrase: ") << QByteArray();
        QTest::newRow("long line") << QByteArray(100'000, 'x') << QByteArray();
        QTest::newRow("only separators") << QByteArray(":::===\n{},{}\n\t\t") << QByteArray();
    }
    void reads()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, expected);
        const auto secret = base::SecretBytes::copyOf(base::view(text));
        QVERIFY(secret);
        const auto fields = exchange::parseKeyBlock(bitget(), *secret);
        QVERIFY(fields);
        QByteArrayList out;
        for (const auto &[name, value] : *fields)
            out << name.toUtf8() + '=' + base::toByteArray(value.exposeBytes());
        QCOMPARE(out.join(' '), expected);
    }
};

LATCHKEY_TEST_MAIN(TestKeyBlock)
#include "tst_keyblock.moc"
