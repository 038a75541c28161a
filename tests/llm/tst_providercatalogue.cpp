// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/providercatalogue.h"

#include "support/await.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using llm::ProviderCatalogue;
using llm::ProviderField;
using llm::ProviderInfo;
using testsupport::outcome;

class TestProviderCatalogue final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void builtIn_data();
    void builtIn();
    void names();
    void apis();
    void genericVariables();
    void everyFallbackWorks();
    void smallest();
    void malformed_data();
    void malformed();
    void baseUrls_data();
    void baseUrls();
    void bareHostOnlyWhereItIsKnown();
};

// Behind the class: moc takes the "//" of an address in a raw string for a comment.
namespace {

const ProviderCatalogue &catalogue()
{
    static const auto loaded = ProviderCatalogue::load();
    if (!loaded)
        qFatal("the catalogue: %s", qPrintable(loaded.error().detail));
    return *loaded;
}

QString written(const ProviderField &field)
{
    QString text = field.id + u'=' + field.fallback + u' ' + field.environment.join(u',');
    if (field.secret)
        text += QStringLiteral(" secret");
    if (field.required)
        text += QStringLiteral(" required");
    return text;
}

QJsonObject document()
{
    const char *json = R"({"schema":1,"default":"x","generic_environment":{},
        "providers":[{"id":"x","label":"X","fields":[{"id":"base_url","label":"URL"}]}]})";
    return QJsonDocument::fromJson(json).object();
}

} // namespace

void TestProviderCatalogue::builtIn_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("needsKey");
    QTest::addColumn<QStringList>("fields");
    QTest::newRow("ollama") << QStringLiteral("ollama") << false
                            << QStringList{
                                   QStringLiteral("base_url=http://127.0.0.1:11434 OLLAMA_BASE_URL,OLLAMA_HOST required"),
                                   QStringLiteral("model= OLLAMA_MODEL"), QStringLiteral("api_key= OLLAMA_API_KEY secret")};
    QTest::newRow("azure") << QStringLiteral("azure") << true
                           << QStringList{
                                  QStringLiteral("base_url= AZURE_OPENAI_ENDPOINT required"),
                                  QStringLiteral("api_key= AZURE_OPENAI_API_KEY secret required"),
                                  QStringLiteral("deployment= AZURE_OPENAI_DEPLOYMENT,AZURE_OPENAI_DEPLOYMENT_NAME"),
                                  QStringLiteral("model= AZURE_OPENAI_MODEL"),
                                  QStringLiteral("api_version=2024-10-21 AZURE_OPENAI_API_VERSION,OPENAI_API_VERSION")};
    QTest::newRow("openai") << QStringLiteral("openai") << true
                            << QStringList{QStringLiteral("base_url=https://api.openai.com/v1 OPENAI_BASE_URL required"),
                                           QStringLiteral("model= OPENAI_MODEL"),
                                           QStringLiteral("api_key= OPENAI_API_KEY secret required")};
}

void TestProviderCatalogue::builtIn()
{
    QFETCH(QString, id);
    QFETCH(bool, needsKey);
    QFETCH(QStringList, fields);
    const ProviderInfo *info = catalogue().find(id);
    QVERIFY(info != nullptr);
    QCOMPARE(info->needsKey(), needsKey);
    QStringList seen;
    for (const ProviderField &field : info->fields)
        seen << written(field);
    QCOMPARE(seen, fields);
    for (const QUrl &source : info->sources)
        QCOMPARE(source.scheme(), QStringLiteral("https"));
}

void TestProviderCatalogue::names()
{
    QCOMPARE(catalogue().fallback().id, QStringLiteral("ollama"));
    QCOMPARE(catalogue().find(u"azure-openai"), catalogue().find(u"azure"));
    QCOMPARE(catalogue().find(u"OpenAI"), catalogue().find(u"openai"));
    QCOMPARE(catalogue().find(u"nobody"), nullptr);
    QCOMPARE(catalogue().find(u""), nullptr);
    QCOMPARE(catalogue().find(u"azure")->field(u"colour"), nullptr);
}

void TestProviderCatalogue::apis()
{
    QCOMPARE(catalogue().find(u"ollama")->api, llm::ProviderApi::Ollama);
    QCOMPARE(catalogue().find(u"azure")->api, llm::ProviderApi::Azure);
    QCOMPARE(catalogue().find(u"openai")->api, llm::ProviderApi::OpenAi);
    const auto silent = ProviderCatalogue::parse(QJsonDocument(document()).toJson());
    QVERIFY(silent);
    QCOMPARE(silent->fallback().api, llm::ProviderApi::OpenAi);
}

void TestProviderCatalogue::genericVariables()
{
    QCOMPARE(catalogue().genericEnvironment(u"provider"), QStringList{QStringLiteral("LLM_PROVIDER")});
    QCOMPARE(catalogue().genericEnvironment(u"model"), QStringList{QStringLiteral("LLM_MODEL")});
    QCOMPARE(catalogue().genericEnvironment(u"base_url"), QStringList{QStringLiteral("LLM_BASE_URL")});
    QCOMPARE(catalogue().genericEnvironment(u"api_key"), QStringList());
}

void TestProviderCatalogue::everyFallbackWorks()
{
    for (const ProviderInfo &info : catalogue().list()) {
        const QString fallback = info.field(u"base_url")->fallback;
        if (!fallback.isEmpty())
            QCOMPARE(outcome(parseBaseUrl(info, fallback)), QStringLiteral("ok"));
    }
}

void TestProviderCatalogue::smallest()
{
    const auto parsed = ProviderCatalogue::parse(QJsonDocument(document()).toJson());
    QCOMPARE(outcome(parsed), QStringLiteral("ok"));
    QCOMPARE(parsed->fallback().id, QStringLiteral("x"));
    QVERIFY(!parsed->fallback().needsKey());
    QCOMPARE(parsed->genericEnvironment(u"model"), QStringList());
}

void TestProviderCatalogue::malformed_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *name, const char *member, const char *value, const char *fault) {
        QTest::newRow(name) << QString::fromLatin1(member) << QString::fromLatin1(value) << QString::fromLatin1(fault);
    };
    row("schema of tomorrow", "schema", "2", "schema");
    row("default that is not there", "default", "\"y\"", "default");
    row("no providers", "providers", "[]", "default");
    row("provider is no object", "providers", "[1]", "providers[0]");
    row("unknown member", "colour", "1", "colour");
    row("unknown generic field", "generic_environment", R"({"colour":["X"]})", "generic_environment.colour");
    row("no label", "providers", R"([{"id":"x","fields":[{"id":"base_url","label":"URL"}]}])", "providers[0].label");
    row("no base URL", "providers", R"([{"id":"x","label":"X","fields":[{"id":"model","label":"M"}]}])",
        "providers[0].fields");
    row("unknown field", "providers", R"([{"id":"x","label":"X","fields":[{"id":"colour","label":"C"}]}])",
        "providers[0].fields[0].id");
    row("field twice", "providers",
        R"([{"id":"x","label":"X","fields":[{"id":"base_url","label":"U"},{"id":"base_url","label":"U"}]}])",
        "providers[0].fields[1].id");
    row("fallback that is no URL", "providers",
        R"([{"id":"x","label":"X","fields":[{"id":"base_url","label":"U","fallback":"x"}]}])",
        "providers[0].fields[0].fallback");
    row("secret with a fallback", "providers",
        R"([{"id":"x","label":"X","fields":[{"id":"api_key","label":"K","secret":true,"fallback":"x"}]}])",
        "providers[0].fields[0].fallback");
    row("alias that is taken", "providers",
        R"([{"id":"x","label":"X","fields":[{"id":"base_url","label":"U"}]},
            {"id":"y","aliases":["x"],"label":"Y","fields":[{"id":"base_url","label":"U"}]}])",
        "providers[1].id");
    row("unknown API", "providers", R"([{"id":"x","label":"X","api":"telepathy","fields":[{"id":"base_url","label":"U"}]}])",
        "providers[0].api");
    row("port out of range", "providers",
        R"([{"id":"x","label":"X","default_port":70000,"fields":[{"id":"base_url","label":"U"}]}])",
        "providers[0].default_port");
}

void TestProviderCatalogue::malformed()
{
    QFETCH(QString, member);
    QFETCH(QString, value);
    QFETCH(QString, fault);
    QJsonObject changed = document();
    changed.insert(member, QJsonDocument::fromJson("{\"v\":" + value.toUtf8() + "}").object().value(QLatin1StringView("v")));
    const auto parsed = ProviderCatalogue::parse(QJsonDocument(changed).toJson());
    QCOMPARE(outcome(parsed), QStringLiteral("invalid_json"));
    QCOMPARE(parsed.error().detail, fault);
}

void TestProviderCatalogue::baseUrls_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); ///< empty: refused
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(*text == '\0' ? "empty" : text) << QString::fromLatin1(text) << QString::fromLatin1(expected);
    };
    row("http://127.0.0.1:11434", "http://127.0.0.1:11434");
    row("http://127.0.0.1:11434/", "http://127.0.0.1:11434");
    row(" https://ollama.example/v1// ", "https://ollama.example/v1");
    row("127.0.0.1:11434", "http://127.0.0.1:11434");
    row("127.0.0.1:8080", "http://127.0.0.1:8080");
    row("127.0.0.1", "http://127.0.0.1:11434");
    row("gpu.local", "http://gpu.local:11434");
    row("gpu.local/ollama", "http://gpu.local:11434/ollama");
    row("0.0.0.0", "http://127.0.0.1:11434");
    row("0.0.0.0:8080", "http://127.0.0.1:8080");
    row("[::]:8080", "http://127.0.0.1:8080");
    row("[::1]:8080", "http://[::1]:8080");
    row("http://gpu.local", "http://gpu.local");
    row("", "");
    row("ftp://x", "");
    row("http://", "");
    row("http://user:password@host", "");
    row("http://host/?key=1", "");
    row("http://host/#x", "");
    row("http://host:99999", "");
    row("not a url", "");
}

void TestProviderCatalogue::baseUrls()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto url = parseBaseUrl(*catalogue().find(u"ollama"), text);
    QCOMPARE(url ? url->toString() : QString(), expected);
    if (!url)
        QCOMPARE(url.error().detail, QStringLiteral("base_url"));
}

void TestProviderCatalogue::bareHostOnlyWhereItIsKnown()
{
    QVERIFY(!parseBaseUrl(*catalogue().find(u"azure"), QStringLiteral("resource.openai.azure.com")));
    QVERIFY(parseBaseUrl(*catalogue().find(u"azure"), QStringLiteral("https://resource.openai.azure.com/")));
}

LATCHKEY_TEST_MAIN(TestProviderCatalogue)
#include "tst_providercatalogue.moc"
