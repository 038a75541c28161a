// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/bitgetaccount.h"

#include "exchange/exchangefixture.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>

using exchange::CheckReport;

namespace {

QString written(const std::optional<bool> &right)
{
    return right ? (*right ? QStringLiteral("yes") : QStringLiteral("no")) : QStringLiteral("?");
}

struct Outcome {
    bool rightsKnown = false;
    CheckReport report;
};

Outcome read(const QByteArray &data)
{
    const QJsonDocument json = QJsonDocument::fromJson(data);
    if (!json.isObject())
        qFatal("the test's own JSON is broken");
    const auto filter = exchange::EchoFilter::create(exchangetest::knownFields());
    Outcome out;
    out.rightsKnown = readBitgetAccount(exchangetest::bitget(), *filter, json.object(), out.report);
    return out;
}

} // namespace

class TestBitgetAccount final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void rights_data();
    void rights();
    void addresses_data();
    void addresses();
    void identity_data();
    void identity();
    void nothingOfOursIsKept();
    void endlessLists();
};

void TestBitgetAccount::rights_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("expected"); ///< read trade transfer withdraw | unknown words
    const auto row = [](const char *name, const char *data, const char *expected) {
        QTest::newRow(name) << QByteArray(data) << QString::fromLatin1(expected);
    };
    // Classic: the words of Bitget's documentation.
    row("reads only", R"({"authorities":["stor","coor","cpor"]})", "yes no no no |");
    row("word of the docs' own sample", R"({"authorities":["readonly"]})", "yes no no no |");
    row("other word of it", R"({"authorities":["trade","readonly"]})", "yes yes no no |");
    for (const char *word : {"stow", "smow", "coow", "cpow"})
        QTest::newRow(word) << "{\"authorities\":[\"" + QByteArray(word) + "\"]}" << QStringLiteral("yes yes no no |");
    row("copy trading is no trade right", R"({"authorities":["ttow"]})", "yes no no no |");
    row("transfer", R"({"authorities":["stor","wtow"]})", "yes no yes no |");
    row("transfer, read only", R"({"authorities":["wtor"]})", "yes no no no |");
    row("withdraw", R"({"authorities":["stor","stow","wwow"]})", "yes yes no yes |");
    row("withdraw alone", R"({"authorities":["wwow"]})", "no no no yes |");
    row("none", R"({"authorities":[]})", "no no no no |");
    row("unknown word", R"({"authorities":["stor","stow","zzzz"]})", "yes yes ? ? | zzzz");
    row("only an unknown word", R"({"authorities":["zzzr"]})", "? ? ? ? | zzzr");
    row("unknown and withdraw", R"({"authorities":["wwow","zzzz"]})", "? ? ? yes | zzzz");
    row("not a word", R"({"authorities":["stor",7]})", "yes ? ? ? | ?");
    // Unified.
    row("unified, read only", R"({"permType":"read-only","permissions":["uta_mgt","uta_trade"]})", "yes no no no |");
    row("unified, trade", R"({"permType":"read-and-write","permissions":["uta_trade"]})", "yes yes no no |");
    row("unified, manage", R"({"permType":"read-and-write","permissions":["uta_mgt"]})", "yes no yes no |");
    row("unified, all", R"({"permType":"read-and-write","permissions":["uta_mgt","uta_trade","withdraw"]})",
        "yes yes yes yes |");
    row("unified, copy trading", R"({"permType":"read-and-write","permissions":["copy_futures_order"]})", "yes no no no |");
    row("unified, read only and withdraw", R"({"permType":"read-only","permissions":["withdraw"]})", "yes no no yes |");
    row("unified, other spelling", R"({"permType":"read_and_write","permissions":["uta_trade"]})", "yes yes no no |");
    row("unified, other spelling, read only", R"({"permType":"readonly","permissions":["uta_trade"]})", "yes no no no |");
    row("unified, unknown word", R"({"permType":"read-and-write","permissions":["uta_trade","uta_new"]})",
        "yes yes ? ? | uta_new");
    row("unified, read only and unknown word", R"({"permType":"read-only","permissions":["uta_new"]})",
        "yes no no ? | uta_new");
    row("unified, unknown type", R"({"permType":"write-only","permissions":["uta_trade"]})", "? ? ? no | write-only");
    row("unified, no type", R"({"permissions":["uta_trade","withdraw"]})", "? ? ? yes |");
    // Nothing said.
    row("no list", R"({"userId":"1"})", "? ? ? ? | -");
    row("list is text", R"({"authorities":"stor"})", "? ? ? ? | -");
    row("unified, no list", R"({"permType":"read-only"})", "yes no no ? | -");
}

void TestBitgetAccount::rights()
{
    QFETCH(QByteArray, data);
    QFETCH(QString, expected);
    const Outcome out = read(data);
    const exchange::Rights &rights = out.report.rights;
    QString seen = written(rights.read) + u' ' + written(rights.trade) + u' ' + written(rights.transfer) + u' '
        + written(rights.withdraw) + QStringLiteral(" | ") + rights.unknown.join(u' ');
    if (!out.rightsKnown)
        seen += u'-';
    QCOMPARE(seen.trimmed(), expected);
}

void TestBitgetAccount::addresses_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("expected");
    QTest::newRow("any") << QByteArray(R"({"ips":""})") << QStringLiteral("[]");
    QTest::newRow("one") << QByteArray(R"({"ips":"203.0.113.7"})") << QStringLiteral("[203.0.113.7]");
    QTest::newRow("two") << QByteArray(R"({"ips":"203.0.113.7, 2001:db8::1"})")
                         << QStringLiteral("[203.0.113.7 2001:db8::1]");
    QTest::newRow("array") << QByteArray(R"({"ips":["203.0.113.7"]})") << QStringLiteral("[203.0.113.7]");
    QTest::newRow("commas only") << QByteArray(R"({"ips":",,"})") << QStringLiteral("[]");
    QTest::newRow("not said") << QByteArray(R"({})") << QStringLiteral("unknown");
    QTest::newRow("null") << QByteArray(R"({"ips":null})") << QStringLiteral("unknown");
}

void TestBitgetAccount::addresses()
{
    QFETCH(QByteArray, data);
    QFETCH(QString, expected);
    const auto list = read(data).report.ipAllowlist;
    QCOMPARE(list ? u'[' + list->join(u' ') + u']' : QStringLiteral("unknown"), expected);
}

void TestBitgetAccount::identity_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("uid");
    QTest::addColumn<QString>("parent");
    const QString none;
    QTest::newRow("text") << QByteArray(R"({"userId":"123","parentId":"99"})") << QStringLiteral("123")
                          << QStringLiteral("99");
    QTest::newRow("numbers") << QByteArray(R"({"userId":9876543210,"parentId":99})") << QStringLiteral("9876543210")
                             << QStringLiteral("99");
    QTest::newRow("beyond a double") << QByteArray(R"({"userId":9007199254740993})") << QStringLiteral("9007199254740993")
                                     << none;
    QTest::newRow("other name") << QByteArray(R"({"uid":"123"})") << QStringLiteral("123") << none;
    QTest::newRow("main, zero") << QByteArray(R"({"userId":"123","parentId":0})") << QStringLiteral("123") << none;
    QTest::newRow("main, zero as text") << QByteArray(R"({"userId":"123","parentId":"0"})") << QStringLiteral("123") << none;
    QTest::newRow("main, itself") << QByteArray(R"({"userId":"123","parentId":123})") << QStringLiteral("123") << none;
    QTest::newRow("main, null") << QByteArray(R"({"userId":"123","parentId":null})") << QStringLiteral("123") << none;
    QTest::newRow("nothing") << QByteArray(R"({})") << none << none;
}

void TestBitgetAccount::identity()
{
    QFETCH(QByteArray, data);
    QFETCH(QString, uid);
    QFETCH(QString, parent);
    const exchange::Account account = read(data).report.account;
    QCOMPARE(account.uid.value_or(QString()), uid);
    QCOMPARE(account.parent.value_or(QString()), parent);
    QVERIFY(!account.label);
}

void TestBitgetAccount::nothingOfOursIsKept()
{
    const base::SecretFields known = exchangetest::knownFields();
    for (const auto &[name, value] : known) {
        const QString text = QString::fromUtf8(exchangetest::revealed(value));
        const QJsonObject data{{QStringLiteral("userId"), text},
                               {QStringLiteral("parentId"), text},
                               {QStringLiteral("ips"), text},
                               {QStringLiteral("authorities"), QJsonArray{text}}};
        const Outcome out = read(QJsonDocument(data).toJson());
        const QByteArray stored = QJsonDocument(toJson(out.report)).toJson();
        QVERIFY2(!stored.contains(text.toUtf8()), qPrintable(name));
        QVERIFY(stored.contains("***"));
    }
}

void TestBitgetAccount::endlessLists()
{
    QJsonArray words;
    for (int i = 0; i < 10'000; ++i)
        words << QStringLiteral("w%1").arg(i);
    const QJsonObject data{{QStringLiteral("authorities"), words},
                           {QStringLiteral("ips"), QStringList(10'000, QStringLiteral("203.0.113.7")).join(u',')},
                           {QStringLiteral("userId"), QString(10'000, u'9')}};
    const CheckReport report = read(QJsonDocument(data).toJson()).report;
    QCOMPARE(report.rights.unknown.size(), 100);
    QCOMPARE(report.ipAllowlist->size(), 100);
    QCOMPARE(report.account.uid->size(), 64);
}

LATCHKEY_TEST_MAIN(TestBitgetAccount)
#include "tst_bitgetaccount.moc"
