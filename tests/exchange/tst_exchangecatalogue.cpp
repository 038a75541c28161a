// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/exchangecatalogue.h"

#include "exchange/exchangefixture.h"
#include "support/await.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>

using exchange::Category;
using exchange::ExchangeCatalogue;
using testsupport::outcome;

class TestExchangeCatalogue final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void builtIn();
    void finding();
    void hosts();
    void everyPublishedCode_data();
    void everyPublishedCode();
    void smallestEntry();
    void malformed_data();
    void malformed();
    void malformedDocument();
};

// Behind the class: moc takes the "//" of an address in a raw string for a comment.
namespace {

/// The smallest entry that is accepted.
QJsonObject entry()
{
    const char *json = R"({"id":"x","display_name":"X","signer":"bitget","hosts":{"live":{"base_url":"https://x.example"}},
        "fields":[{"id":"api_key","label":"Key"}],"manage_keys_url":"https://x.example/keys","codes":{},"rights":{}})";
    return QJsonDocument::fromJson(json).object();
}

QByteArray catalogueOf(const QJsonArray &entries)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("schema"), 1}, {QStringLiteral("exchanges"), entries}}).toJson();
}

} // namespace

void TestExchangeCatalogue::builtIn()
{
    const exchange::ExchangeInfo &bitget = exchangetest::bitget();
    QCOMPARE(bitget.displayName, QStringLiteral("Bitget"));
    QVERIFY(!bitget.verifiedLive); // nobody has tried it with a real account
    QStringList ids;
    for (const exchange::FieldInfo &field : bitget.fields) {
        ids << field.id;
        QVERIFY(field.secret);
        QVERIFY(!field.label.isEmpty());
    }
    QCOMPARE(ids,
             (QStringList{QStringLiteral("api_key"), QStringLiteral("api_secret"), QStringLiteral("passphrase"),
                          QStringLiteral("private_key")}));
    QCOMPARE(bitget.field(u"private_key")->insteadOf, QStringLiteral("api_secret"));
    QCOMPARE(bitget.field(u"api_secret")->label, QStringLiteral("Secret Key"));
    QCOMPARE(bitget.field(u"nothing"), nullptr);
    QCOMPARE(bitget.manageKeysUrl.host(), QStringLiteral("www.bitget.com")); // its mirrors are not to be trusted
    for (const QUrl &source : bitget.sources)
        QCOMPARE(source.host(), QStringLiteral("www.bitget.com"));
    QVERIFY(!bitget.howTo.isEmpty());
    QCOMPARE(bitget.timestampWindowMs, 30'000);
}

void TestExchangeCatalogue::finding()
{
    const ExchangeCatalogue &catalogue = exchangetest::catalogue();
    QVERIFY(catalogue.find(u"bitget") != nullptr);
    QCOMPARE(catalogue.find(u"BitGet"), catalogue.find(u"bitget"));
    QCOMPARE(catalogue.find(u"bitge"), nullptr);
    QCOMPARE(catalogue.find(u""), nullptr);
}

void TestExchangeCatalogue::hosts()
{
    const exchange::ExchangeInfo &bitget = exchangetest::bitget();
    const auto *live = bitget.host(exchange::Environment::Live);
    const auto *demo = bitget.host(exchange::Environment::Demo);
    QCOMPARE(live->baseUrl, QUrl(QStringLiteral("https://api.bitget.com")));
    QVERIFY(live->headers.isEmpty());
    QCOMPARE(demo->baseUrl, live->baseUrl);
    QCOMPARE(demo->headers.size(), 1);
    QCOMPARE(demo->headers.first().name, QByteArray("paptrading"));
    QCOMPARE(demo->headers.first().value, QByteArray("1"));
}

void TestExchangeCatalogue::everyPublishedCode_data()
{
    // Bitget's published list as it stands in ../shared/reference/exchanges.md, section 2.
    QTest::addColumn<QString>("codes");
    QTest::addColumn<Category>("category");
    QTest::newRow("key") << QStringLiteral("40001 40006 40037") << Category::Key;
    QTest::newRow("secret") << QStringLiteral("40002 40003 40009") << Category::Secret;
    QTest::newRow("passphrase") << QStringLiteral("40011 40012 40036 40070") << Category::Passphrase;
    QTest::newRow("clock") << QStringLiteral("40004 40008 40005") << Category::Clock;
    QTest::newRow("network") << QStringLiteral("40010") << Category::Network;
    QTest::newRow("permission") << QStringLiteral("40014 40068 40301") << Category::Permission;
    QTest::newRow("maintenance") << QStringLiteral("40015 40725 50031 40200 40308") << Category::Maintenance;
    QTest::newRow("ip") << QStringLiteral("40018 40038 49003") << Category::Ip;
    QTest::newRow("environment") << QStringLiteral("40084 40085 40099") << Category::Environment;
    QTest::newRow("rate") << QStringLiteral("429") << Category::Rate;
    QTest::newRow("account") << QStringLiteral(
        "40013 40024 40026 40031 50012 50013 50023 50064 40016 40021 40022 40023 40025 40029 "
        "40048 40051 40035 40100 40101 40052 40103 40000 40199")
                             << Category::Account;
    QTest::newRow("not about the credential")
        << QStringLiteral("40007 40017 40019 40020 40034 400171 400172 40040 40041 40049 40063 40065 40404")
        << Category::None;
}

void TestExchangeCatalogue::everyPublishedCode()
{
    QFETCH(QString, codes);
    QFETCH(Category, category);
    for (const QString &code : codes.split(u' ')) {
        QVERIFY2(exchangetest::bitget().codes.contains(code), qPrintable(code));
        QCOMPARE(exchangetest::bitget().codes.value(code), category);
    }
}

void TestExchangeCatalogue::smallestEntry()
{
    const auto parsed = ExchangeCatalogue::parse(catalogueOf({entry()}));
    QCOMPARE(outcome(parsed), QStringLiteral("ok"));
    QCOMPARE(parsed->list().size(), 1);
    QVERIFY(parsed->list().first().fields.first().secret); // secret unless it says otherwise
    QVERIFY(parsed->list().first().fields.first().required);
    QCOMPARE(parsed->list().first().host(exchange::Environment::Demo), nullptr);
}

void TestExchangeCatalogue::malformed_data()
{
    QTest::addColumn<QString>("member"); ///< top-level member that is replaced; a null value takes it away
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *name, const char *member, const char *value, const char *fault) {
        QTest::newRow(name) << QString::fromLatin1(member) << QString::fromLatin1(value)
                            << QStringLiteral("exchanges[0].") + QString::fromLatin1(fault);
    };
    row("no id", "id", "null", "id");
    row("id in capitals", "id", "\"Bitget\"", "id");
    row("id is a number", "id", "7", "id");
    row("no name", "display_name", "\"\"", "display_name");
    row("unknown signer", "signer", "\"guess\"", "signer");
    row("member that nobody knows", "colour", "\"blue\"", "colour");
    row("no hosts", "hosts", "null", "hosts");
    row("no live host", "hosts", "{}", "hosts.live");
    row("plain http", "hosts", R"({"live":{"base_url":"http://x.example"}})", "hosts.live.base_url");
    row("no URL", "hosts", R"({"live":{"base_url":"x"}})", "hosts.live.base_url");
    row("user in the URL", "hosts", R"({"live":{"base_url":"https://a@x.example"}})", "hosts.live.base_url");
    row("header is a number", "hosts", R"({"live":{"base_url":"https://x.example","headers":{"a":1}}})",
        "hosts.live.headers.a");
    row("fields are no array", "fields", "{}", "fields");
    row("no fields", "fields", "[]", "fields");
    row("field is no object", "fields", "[7]", "fields[0]");
    row("field without id", "fields", R"([{"label":"Key"}])", "fields[0].id");
    row("field without label", "fields", R"([{"id":"a"}])", "fields[0].label");
    row("field twice", "fields", R"([{"id":"a","label":"A"},{"id":"a","label":"A"}])", "fields[1].id");
    row("stands for nothing", "fields", R"([{"id":"a","label":"A","required":false,"instead_of":"b"}])", "fields");
    row("stands for one and is required", "fields", R"([{"id":"a","label":"A"},{"id":"b","label":"B","instead_of":"a"}])",
        "fields");
    row("unknown charset", "fields", R"([{"id":"a","label":"A","charset":"runes"}])", "fields[0].charset");
    row("lengths the wrong way", "fields", R"([{"id":"a","label":"A","min_length":9,"max_length":8}])",
        "fields[0].max_length");
    row("length is text", "fields", R"([{"id":"a","label":"A","min_length":"9"}])", "fields[0].min_length");
    row("field with a typing error", "fields", R"([{"id":"a","label":"A","requird":false}])", "fields[0].requird");
    row("no manage URL", "manage_keys_url", "null", "manage_keys_url");
    row("source without https", "sources", R"(["http://x.example/docs"])", "sources");
    row("unknown category", "codes", R"({"weather":["1"]})", "codes.weather");
    row("code with two meanings", "codes", R"({"ip":["1"],"key":["1"]})", "codes.key");
    row("code is a number", "codes", R"({"key":[1]})", "codes.key");
    row("unknown right", "rights", R"({"fly":["1"]})", "rights.fly");
    row("steps are no texts", "how_to", "[1]", "how_to");
}

void TestExchangeCatalogue::malformed()
{
    QFETCH(QString, member);
    QFETCH(QString, value);
    QFETCH(QString, fault);
    QJsonObject changed = entry();
    const QJsonValue replacement =
        QJsonDocument::fromJson("{\"v\":" + value.toUtf8() + "}").object().value(QLatin1StringView("v"));
    if (replacement.isNull())
        changed.remove(member);
    else
        changed.insert(member, replacement);
    const auto parsed = ExchangeCatalogue::parse(catalogueOf({changed}));
    QCOMPARE(outcome(parsed), QStringLiteral("invalid_json"));
    QCOMPARE(parsed.error().detail, fault);
}

void TestExchangeCatalogue::malformedDocument()
{
    for (const QByteArray &json :
         {QByteArray(), QByteArray("[]"), QByteArray("{"), QByteArray("{\"schema\":1}"),
          QByteArray(R"({"schema":2,"exchanges":[]})"), catalogueOf({entry(), entry()}), catalogueOf({}), catalogueOf({7})})
        QCOMPARE(outcome(ExchangeCatalogue::parse(json)), QStringLiteral("invalid_json"));
}

LATCHKEY_TEST_MAIN(TestExchangeCatalogue)
#include "tst_exchangecatalogue.moc"
