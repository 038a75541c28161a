// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/llmsettings.h"

#include "service/servicefixture.h"
#include "support/testmain.h"

using service::LlmChange;
using servicetest::Bench;
using testsupport::await;

namespace {

/// "provider vault, model environment, url default" with the values.
QString told(const service::LlmEffective &llm)
{
    const auto one = [](const service::ResolvedSetting &setting) {
        return setting.value + u'@' + service::nameOf(setting.source);
    };
    return QStringList{one(llm.provider), one(llm.model), one(llm.baseUrl)}.join(u' ');
}

QString told(const base::Result<vault::Credential> &stored)
{
    if (!stored)
        return vaulttest::describe(stored.error());
    QStringList parts{stored->name};
    for (const auto &[key, value] : stored->attributes.asKeyValueRange())
        parts << key + u'=' + value;
    return parts.join(u' ');
}

QProcessEnvironment environment(const QStringList &entries)
{
    QProcessEnvironment out;
    for (const QString &entry : entries)
        out.insert(entry.section(u'=', 0, 0), entry.section(u'=', 1));
    return out;
}

LlmChange change(const QString &provider, const QString &baseUrl = {}, const QStringList &fields = {})
{
    LlmChange out;
    out.provider = provider;
    if (!baseUrl.isEmpty())
        out.baseUrl = baseUrl;
    out.fields = vaulttest::fields(fields);
    return out;
}

} // namespace

class TestLlmSettings final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_bench.reset(); }
    void set_data();
    void set();
    void changeKeepsTheRest();
    void insecureWithKey();
    void mustBeNew();
    void ownCertificate();
    void defaults();
    void remove();
    void choiceGoesWithWhatWasChosen();
    void precedence_data();
    void precedence();
    void azure_data();
    void azure();
    void lockedVaultHasNoSay();

private:
    std::unique_ptr<Bench> m_bench;
};

void TestLlmSettings::init()
{
    testsupport::failOnUnexpectedWarnings();
    m_bench = std::make_unique<Bench>();
}

void TestLlmSettings::set_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("baseUrl");
    QTest::addColumn<QStringList>("fields");
    QTest::addColumn<QString>("expected");

    QTest::newRow("ollama") << "ollama" << "" << QStringList() << "ollama/main provider=ollama";
    QTest::newRow("bare address") << "ollama" << "192.168.1.5" << QStringList()
                                  << "ollama/main base_url=http://192.168.1.5:11434 provider=ollama";
    QTest::newRow("alias") << "azure-openai" << "https://x.openai.azure.com/" << QStringList{QStringLiteral("api_key=k")}
                           << "azure/main base_url=https://x.openai.azure.com provider=azure";
    QTest::newRow("unknown") << "hal" << "" << QStringList() << "unknown_provider: hal";
    QTest::newRow("bad url") << "ollama" << "ftp://x" << QStringList() << "invalid_argument: base_url";
    QTest::newRow("no endpoint") << "azure" << "" << QStringList{QStringLiteral("api_key=k")} << "missing_field: base_url";
    QTest::newRow("no key") << "openai" << "" << QStringList() << "missing_field: api_key";
    QTest::newRow("empty key") << "openai" << "" << QStringList{QStringLiteral("api_key= ")} << "empty_field: api_key";
    QTest::newRow("unknown field") << "openai" << "" << QStringList{QStringLiteral("token=k")} << "invalid_argument: token";
    QTest::newRow("key over plain http") << "openai" << "http://x.example" << QStringList{QStringLiteral("api_key=k")}
                                         << "insecure_transport: x.example";
    // Whoever owns such a name decides where it leads.
    for (const char *host : {"127.example.com", "127.0.0.1.example.com", "x.localhost"}) {
        QTest::newRow(host) << "openai" << QStringLiteral("http://%1/v1").arg(QLatin1StringView(host))
                            << QStringList{QStringLiteral("api_key=k")}
                            << QStringLiteral("insecure_transport: %1").arg(QLatin1StringView(host));
    }
    QTest::newRow("key to this computer") << "openai" << "http://127.0.0.1:8080/v1"
                                          << QStringList{QStringLiteral("api_key=k")}
                                          << "openai/main base_url=http://127.0.0.1:8080/v1 provider=openai";
}

void TestLlmSettings::set()
{
    QFETCH(QString, provider);
    QFETCH(QString, baseUrl);
    QFETCH(QStringList, fields);
    QTEST(told(await(m_bench->llm->set(change(provider, baseUrl, fields)))), "expected");
}

void TestLlmSettings::changeKeepsTheRest()
{
    QVERIFY(await(m_bench->llm->set(change(QStringLiteral("openai"), {}, {QStringLiteral("api_key=one")}))));
    LlmChange model = change(QStringLiteral("openai"));
    model.model = QStringLiteral("gpt-5");
    QCOMPARE(told(await(m_bench->llm->set(model))), QStringLiteral("openai/main model=gpt-5 provider=openai"));
    QCOMPARE(m_bench->got(QStringLiteral("openai/main#api_key")), QStringLiteral("one"));
    QVERIFY(await(m_bench->llm->set(change(QStringLiteral("openai"), {}, {QStringLiteral("api_key= two\n")}))));
    QCOMPARE(m_bench->got(QStringLiteral("openai/main#api_key")), QStringLiteral("two"));
    QCOMPARE(m_bench->versions(QStringLiteral("openai/main")), QStringLiteral("1 previous, 2 current"));
    LlmChange none = change(QStringLiteral("openai"));
    none.model = QString(); // taken away
    QCOMPARE(told(await(m_bench->llm->set(none))), QStringLiteral("openai/main provider=openai"));
}

void TestLlmSettings::insecureWithKey()
{
    QVERIFY(await(m_bench->llm->set(change(QStringLiteral("ollama"), QStringLiteral("http://10.0.0.2:11434")))));
    // Without a key it may be plain; a key makes it a leak.
    COMPARE_CODE(await(m_bench->llm->set(change(QStringLiteral("ollama"), {}, {QStringLiteral("api_key=k")}))),
                 base::ErrorCode::InsecureTransport);
}

void TestLlmSettings::mustBeNew()
{
    LlmChange first = change(QStringLiteral("ollama"));
    first.mustBeNew = true;
    QVERIFY(await(m_bench->llm->set(first)));
    first.model = QStringLiteral("m");
    COMPARE_CODE(await(m_bench->llm->set(first)), base::ErrorCode::AlreadyExists);
    QCOMPARE(m_bench->stored(QStringLiteral("ollama/main")).attributeValue(vault::attribute::kModel), QString());
}

void TestLlmSettings::ownCertificate()
{
    LlmChange wrong = change(QStringLiteral("ollama"));
    wrong.caPem = "no certificate";
    COMPARE_CODE(await(m_bench->llm->set(wrong)), base::ErrorCode::InvalidArgument);
    QVERIFY(await(m_bench->llm->list())->isEmpty());
}

void TestLlmSettings::defaults()
{
    COMPARE_CODE(await(m_bench->llm->show({})), base::ErrorCode::NotFound);
    QVERIFY(await(m_bench->llm->set(change(QStringLiteral("ollama")))));
    LlmChange second = change(QStringLiteral("openai"), {}, {QStringLiteral("api_key=k")});
    second.makeDefault = false;
    QVERIFY(await(m_bench->llm->set(second)));
    QCOMPARE(await(m_bench->llm->show({}))->name, QStringLiteral("ollama/main"));
    QVERIFY(await(m_bench->llm->setDefault(QStringLiteral("openai")))); // a provider alone means its main account
    QCOMPARE(await(m_bench->llm->show({}))->name, QStringLiteral("openai/main"));
    COMPARE_CODE(await(m_bench->llm->setDefault(QStringLiteral("nobody"))), base::ErrorCode::NotFound);
    QCOMPARE(await(m_bench->llm->list())->size(), 2);
}

void TestLlmSettings::remove()
{
    QVERIFY(await(m_bench->llm->set(change(QStringLiteral("ollama")))));
    m_bench->putSecret(QStringLiteral("plain"), {QStringLiteral("value=v")});
    COMPARE_CODE(await(m_bench->llm->remove(QStringLiteral("plain"))), base::ErrorCode::NotFound);
    QVERIFY(await(m_bench->llm->remove(QStringLiteral("ollama/main"))));
    QCOMPARE(told(*await(m_bench->llm->effective({}))),
             QStringLiteral("ollama@default @default http://127.0.0.1:11434@default"));
}

/// Settings that were removed (so that they can be put back, or as any secret) leave their name to others, not their place.
void TestLlmSettings::choiceGoesWithWhatWasChosen()
{
    QVERIFY(await(m_bench->llm->set(change(QStringLiteral("ollama")))));
    service::LlmChange chosen = change(QStringLiteral("ollama"));
    chosen.name = QStringLiteral("other");
    QVERIFY(await(m_bench->llm->set(chosen)));
    QCOMPARE(await(m_bench->llm->show({}))->name, QStringLiteral("ollama/other"));
    QVERIFY(await(m_bench->secrets->remove(QStringLiteral("ollama/other"))));
    chosen.makeDefault = false;
    QVERIFY(await(m_bench->llm->set(chosen)));
    QCOMPARE(await(m_bench->llm->effective({}))->credential, QStringLiteral("ollama/main"));
}

void TestLlmSettings::precedence_data()
{
    QTest::addColumn<QString>("inVault"); // provider with model and base URL, or nothing
    QTest::addColumn<QStringList>("inEnvironment");
    QTest::addColumn<QString>("expected");

    const QString fallback = QStringLiteral("ollama@default @default http://127.0.0.1:11434@default");
    QTest::newRow("nothing") << "" << QStringList() << fallback;
    QTest::newRow("empty variables") << "" << QStringList{QStringLiteral("LLM_PROVIDER="), QStringLiteral("LLM_MODEL= ")}
                                     << fallback;
    QTest::newRow("environment") << ""
                                 << QStringList{QStringLiteral("LLM_PROVIDER=openai"), QStringLiteral("LLM_MODEL=m"),
                                                QStringLiteral("LLM_BASE_URL=https://x.example/v1/")}
                                 << "openai@environment m@environment https://x.example/v1@environment";
    QTest::newRow("alias in environment") << "" << QStringList{QStringLiteral("LLM_PROVIDER=azure-openai")}
                                          << "azure@environment @default @default";
    QTest::newRow("unknown in environment")
        << "" << QStringList{QStringLiteral("LLM_PROVIDER=hal"), QStringLiteral("LLM_MODEL=9000")}
        << "hal@environment 9000@environment @default";
    QTest::newRow("the provider's own names")
        << ""
        << QStringList{QStringLiteral("OLLAMA_MODEL=q"), QStringLiteral("OLLAMA_HOST=0.0.0.0:1234"),
                       QStringLiteral("OPENAI_MODEL=no")}
        << "ollama@default q@environment http://127.0.0.1:1234@environment";
    QTest::newRow("general before own") << "" << QStringList{QStringLiteral("OLLAMA_MODEL=q"), QStringLiteral("LLM_MODEL=g")}
                                        << "ollama@default g@environment http://127.0.0.1:11434@default";
    QTest::newRow("vault first") << "ollama|vm|http://127.0.0.1:1"
                                 << QStringList{QStringLiteral("LLM_PROVIDER=openai"), QStringLiteral("LLM_MODEL=m"),
                                                QStringLiteral("OLLAMA_BASE_URL=http://b")}
                                 << "ollama@vault vm@vault http://127.0.0.1:1@vault";
    QTest::newRow("each setting by itself")
        << "ollama||" << QStringList{QStringLiteral("LLM_PROVIDER=openai"), QStringLiteral("LLM_MODEL=m")}
        << "ollama@vault m@environment http://127.0.0.1:11434@default";
}

void TestLlmSettings::precedence()
{
    QFETCH(QString, inVault);
    QFETCH(QStringList, inEnvironment);
    QList<vault::Credential> stored;
    if (!inVault.isEmpty()) {
        const QStringList parts = inVault.split(u'|');
        vault::Credential credential;
        credential.name = parts[0] + QStringLiteral("/main");
        credential.kind = vault::CredentialKind::Llm;
        credential.attributes = {{vault::attribute::kProvider, parts[0]},
                                 {vault::attribute::kModel, parts[1]},
                                 {vault::attribute::kBaseUrl, parts[2]}};
        stored << credential;
    }
    const QString name = stored.isEmpty() ? QString() : stored.first().name;
    QTEST(told(service::resolveLlm(*m_bench->providers, stored, name, environment(inEnvironment))), "expected");
}

void TestLlmSettings::azure_data()
{
    QTest::addColumn<bool>("stored");
    QTest::addColumn<QStringList>("inEnvironment");
    QTest::addColumn<bool>("expected");

    const QString key = QStringLiteral("AZURE_OPENAI_API_KEY=k");
    const QString endpoint = QStringLiteral("AZURE_OPENAI_ENDPOINT=https://x");
    QTest::newRow("nothing") << false << QStringList() << false;
    QTest::newRow("key only") << false << QStringList{key} << false;
    QTest::newRow("endpoint only") << false << QStringList{endpoint} << false;
    QTest::newRow("both") << false << QStringList{key, endpoint} << true;
    QTest::newRow("vault") << true << QStringList() << true;
}

void TestLlmSettings::azure()
{
    QFETCH(bool, stored);
    QFETCH(QStringList, inEnvironment);
    if (stored)
        QVERIFY(await(m_bench->llm->set(change(QStringLiteral("azure"), QStringLiteral("https://x.openai.azure.com"),
                                               {QStringLiteral("api_key=k")}))));
    QTEST(await(m_bench->llm->effective(environment(inEnvironment)))->azureConfigured, "expected");
}

void TestLlmSettings::lockedVaultHasNoSay()
{
    LlmChange stored = change(QStringLiteral("ollama"));
    stored.model = QStringLiteral("m");
    QVERIFY(await(m_bench->llm->set(stored)));
    QCOMPARE(await(m_bench->llm->effective({}))->model.source, service::SettingSource::Vault);
    QVERIFY(await(m_bench->host->lock(service::LockReason::User)));
    QCOMPARE(told(*await(m_bench->llm->effective({}))),
             QStringLiteral("ollama@default @default http://127.0.0.1:11434@default"));
}

LATCHKEY_TEST_MAIN(TestLlmSettings)
#include "tst_llmsettings.moc"
