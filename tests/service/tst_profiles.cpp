// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/profiles.h"

#include "service/servicefixture.h"
#include "support/testmain.h"

using service::ProfileCatalogue;

class TestProfiles final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void builtIn();
    void everyVariableIsStripped();
    void refused_data();
    void refused();
    void keyPairStandsForTheSecret();
};

void TestProfiles::builtIn()
{
    const auto catalogue = ProfileCatalogue::load();
    VERIFY_OK(catalogue);
    for (const QString &id :
         {QStringLiteral("generic"), QStringLiteral("ccxt"), QStringLiteral("freqtrade"), QStringLiteral("bitget"),
          QStringLiteral("openai"), QStringLiteral("azure-openai"), QStringLiteral("ollama")})
        QVERIFY2(catalogue->find(id) != nullptr, qPrintable(id));
    QVERIFY(catalogue->find(QStringLiteral("Bitget")) == nullptr);
    QVERIFY(catalogue->spellings(QStringLiteral("bitget")).size() >= 10);
    QVERIFY(catalogue->spellings(QStringLiteral("nowhere")).isEmpty());
}

/// What a profile sets, it must also take away first, or an inherited optional value would complete the set.
void TestProfiles::everyVariableIsStripped()
{
    const auto catalogue = ProfileCatalogue::load();
    VERIFY_OK(catalogue);
    vault::Credential account;
    account.attributes.insert(vault::attribute::kExchange, QStringLiteral("bitget"));
    for (const service::Profile &profile : catalogue->list()) {
        QStringList stripped = catalogue->spellings(QStringLiteral("bitget"));
        for (const QString &name : profile.strip)
            stripped << service::expanded(name, account);
        for (const service::ProfileVariable &variable : profile.variables)
            QVERIFY2(stripped.contains(service::expanded(variable.name, account)),
                     qPrintable(profile.id + u' ' + variable.name));
    }
}

void TestProfiles::refused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("where");

    const auto with = [](const QByteArray &profile) {
        return R"({"schema":1,"spellings":{},"profiles":[{"id":"generic","kinds":["generic"]},)" + profile + "]}";
    };
    QTest::newRow("no json") << QByteArray("[") << "offset";
    QTest::newRow("schema") << QByteArray(R"({"schema":2,"spellings":{},"profiles":[]})") << "schema";
    QTest::newRow("no generic") << QByteArray(R"({"schema":1,"spellings":{},"profiles":[]})") << "profiles";
    QTest::newRow("spelling") << QByteArray(R"({"schema":1,"spellings":{"x":["a b"]},"profiles":[]})") << "spellings.x";
    QTest::newRow("twice") << with(R"({"id":"generic","kinds":["llm"]})") << "id";
    QTest::newRow("no kinds") << with(R"({"id":"a"})") << "kinds";
    QTest::newRow("unknown kind") << with(R"({"id":"a","kinds":["card"]})") << "kinds";
    QTest::newRow("unknown member") << with(R"({"id":"a","kinds":["llm"],"x":1})") << "x";
    const auto variable = [&](const QByteArray &text) {
        return with(R"({"id":"a","kinds":["llm"],"variables":[)" + text + "]}");
    };
    QTest::newRow("no source") << variable(R"({"name":"A"})") << "field";
    QTest::newRow("two sources") << variable(R"({"name":"A","field":"a","constant":"b"})") << "field";
    QTest::newRow("bad name") << variable(R"({"name":"a-b","field":"a"})") << "name";
    QTest::newRow("name twice") << variable(R"({"name":"A","field":"a"},{"name":"A","field":"b"})") << "name";
    QTest::newRow("fallback of a secret") << variable(R"({"name":"A","field":"a","fallback":"b"})") << "fallback";
    QTest::newRow("or without field") << variable(R"({"name":"A","attribute":"a","or_field":"b"})") << "or_field";
}

void TestProfiles::refused()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, where);
    const auto parsed = ProfileCatalogue::parse(json);
    COMPARE_CODE(parsed, base::ErrorCode::InvalidJson);
    QVERIFY2(parsed.error().detail.contains(where), qPrintable(parsed.error().detail));
}

void TestProfiles::keyPairStandsForTheSecret()
{
    const auto catalogue = ProfileCatalogue::load();
    VERIFY_OK(catalogue);
    vault::Credential account;
    account.kind = vault::CredentialKind::Exchange;
    account.attributes.insert(vault::attribute::kExchange, QStringLiteral("bitget"));
    const base::SecretFields fields = vaulttest::fields(
        {QStringLiteral("api_key=k"), QStringLiteral("private_key=PEM\nline"), QStringLiteral("passphrase=p")});
    const auto ccxt = service::render(*catalogue->find(QStringLiteral("ccxt")), account, fields);
    VERIFY_OK(ccxt);
    QCOMPARE(vaulttest::shown(*ccxt), QStringLiteral("BITGET_APIKEY=k;BITGET_PASSWORD=p;BITGET_SECRET=PEM\nline"));
    COMPARE_CODE(service::render(*catalogue->find(QStringLiteral("bitget")), account, fields),
                 base::ErrorCode::MissingField);
    // Another exchange that needs no passphrase.
    account.attributes.insert(vault::attribute::kExchange, QStringLiteral("binance"));
    const auto other = service::render(*catalogue->find(QStringLiteral("ccxt")), account,
                                       vaulttest::fields({QStringLiteral("api_key=k"), QStringLiteral("api_secret=s")}));
    VERIFY_OK(other);
    QCOMPARE(vaulttest::shown(*other), QStringLiteral("BINANCE_APIKEY=k;BINANCE_SECRET=s"));
}

LATCHKEY_TEST_MAIN(TestProfiles)
#include "tst_profiles.moc"
