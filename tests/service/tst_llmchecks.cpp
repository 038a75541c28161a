// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/llmchecks.h"

#include "service/llmbench.h"
#include "support/testmain.h"

using base::ErrorCode;
using llm::Category;
using llm::Verdict;
using service::LlmChange;
using service::LlmOutcome;
using servicetest::LlmBench;
using servicetest::llmReport;
using testsupport::await;

namespace {

const QString kKey = QStringLiteral("key-of-the-vault");
const QString kAzure = QStringLiteral("https://r.openai.azure.com");
const QString kFar = QStringLiteral("http://192.0.2.1:11434");

/// Where it was asked and what was shown there.
QString told(const servicetest::FakeLlmProbe &probe)
{
    QStringList out;
    for (const auto &asked : probe.asked)
        out << QStringList{asked.target.baseUrl.toString(), asked.target.model, asked.target.deployment,
                           asked.target.apiVersion, asked.fields}
                   .join(u'|');
    return out.join(u'\n');
}

QString told(const base::Result<LlmOutcome> &outcome)
{
    if (!outcome)
        return QString(base::codeName(outcome.error().code)) + u' ' + outcome.error().detail;
    return QStringList{outcome->place.name, nameOf(outcome->check.verdict), nameOf(outcome->check.category)}
        .join(u' ')
        .trimmed();
}

QProcessEnvironment environment(const QStringList &entries)
{
    QProcessEnvironment out;
    for (const QString &entry : entries)
        out.insert(entry.section(u'=', 0, 0), entry.section(u'=', 1));
    return out;
}

} // namespace

class TestLlmChecks final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void asksWhatIsStored();
    void withoutNameWhatProgramsGet_data();
    void withoutNameWhatProgramsGet();
    void variableNeverLeadsAStoredKeyAway();
    void faults();
    void keepsTheReport();
    void otherSettingsWereNotChecked_data();
    void otherSettingsWereNotChecked();
    void troubleOfTheProbeIsAnError();
    void lockedMeanwhile();
    void plainNeedsConsent();
    void consentLapsesWithTheAddress();
    void plainNeverWithAKey();
    void modelsAloneAreAskedFor();
    void modelsOfADraft_data();
    void modelsOfADraft();
    void listTellsWhatIsInUse();
    void documents();
};

void TestLlmChecks::asksWhatIsStored()
{
    LlmBench bench;
    bench.store(QStringLiteral("azure"), kAzure, kKey, QStringLiteral("gpt-4o"));
    QCOMPARE(told(await(bench.checks->check(QStringLiteral("azure")))), QStringLiteral("azure/main works"));
    QCOMPARE(told(bench.probe(QStringLiteral("azure"))), kAzure + QStringLiteral("|gpt-4o||2024-10-21|api_key=") + kKey);
    const QStringList kinds = bench.vault.auditKinds();
    QCOMPARE(kinds.last(2), (QStringList{QStringLiteral("check"), QStringLiteral("checked")}));
}

void TestLlmChecks::withoutNameWhatProgramsGet_data()
{
    QTest::addColumn<QString>("inVault"); // a provider, or nothing
    QTest::addColumn<QStringList>("inEnvironment");
    QTest::addColumn<QString>("asked"); // provider
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing at all") << "" << QStringList() << "ollama" << "http://127.0.0.1:11434||||";
    QTest::newRow("environment") << ""
                                 << QStringList{QStringLiteral("OLLAMA_HOST=0.0.0.0:1234"), QStringLiteral("LLM_MODEL=m"),
                                                QStringLiteral("OLLAMA_API_KEY=k-of-the-shell")}
                                 << "ollama" << "http://127.0.0.1:1234|m|||api_key=k-of-the-shell";
    QTest::newRow("the vault first") << "ollama"
                                     << QStringList{QStringLiteral("LLM_PROVIDER=openai"),
                                                    QStringLiteral("OLLAMA_API_KEY=k-of-the-shell")}
                                     << "ollama" << "http://127.0.0.1:11434||||";
    QTest::newRow("azure of the environment")
        << ""
        << QStringList{QStringLiteral("LLM_PROVIDER=azure-openai"), QStringLiteral("AZURE_OPENAI_ENDPOINT=https://e/"),
                       QStringLiteral("AZURE_OPENAI_API_KEY=k-of-the-shell"), QStringLiteral("AZURE_OPENAI_DEPLOYMENT=d"),
                       QStringLiteral("OPENAI_API_VERSION=v")}
        << "azure" << "https://e||d|v|api_key=k-of-the-shell";
}

void TestLlmChecks::withoutNameWhatProgramsGet()
{
    QFETCH(QString, inVault);
    QFETCH(QStringList, inEnvironment);
    QFETCH(QString, asked);
    LlmBench bench(environment(inEnvironment));
    if (!inVault.isEmpty())
        bench.store(inVault);
    const QString name = inVault.isEmpty() ? QString() : inVault + QStringLiteral("/main ");
    QCOMPARE(told(await(bench.checks->check({}))), name + QStringLiteral("works"));
    QTEST(told(bench.probe(asked)), "expected");
}

void TestLlmChecks::variableNeverLeadsAStoredKeyAway()
{
    LlmBench bench(environment({QStringLiteral("LLM_BASE_URL=https://elsewhere.example"),
                                QStringLiteral("OPENAI_BASE_URL=https://elsewhere.example/v1"),
                                QStringLiteral("LLM_MODEL=m")}));
    bench.store(QStringLiteral("openai"), {}, kKey);
    QCOMPARE(told(await(bench.checks->check(QStringLiteral("openai/main")))), QStringLiteral("openai/main works"));
    QCOMPARE(told(await(bench.checks->models(QStringLiteral("openai/main")))), QStringLiteral("openai/main works"));
    QCOMPARE(told(bench.probe(QStringLiteral("openai"))),
             QStringLiteral("https://api.openai.com/v1|m|||api_key=%1\nhttps://api.openai.com/v1||||api_key=%1").arg(kKey));
    // What has no key may follow the variable.
    bench.store(QStringLiteral("ollama"));
    QVERIFY(await(bench.checks->check(QStringLiteral("ollama/main"))));
    QCOMPARE(told(bench.probe()), QStringLiteral("https://elsewhere.example|m|||"));
}

void TestLlmChecks::faults()
{
    LlmBench bench(environment({QStringLiteral("LLM_PROVIDER=hal")}));
    QCOMPARE(told(await(bench.checks->check(QStringLiteral("ollama")))), QStringLiteral("not_found ollama"));
    QCOMPARE(told(await(bench.checks->check(QStringLiteral("no//name")))), QStringLiteral("invalid_name no//name"));
    QCOMPARE(told(await(bench.checks->check({}))), QStringLiteral("unknown_provider hal"));
    LlmBench half(environment({QStringLiteral("LLM_PROVIDER=azure")}));
    QCOMPARE(told(await(half.checks->check({}))), QStringLiteral("missing_field base_url"));
    LlmBench wrong(environment({QStringLiteral("OLLAMA_HOST=ftp://x")}));
    QCOMPARE(told(await(wrong.checks->check({}))), QStringLiteral("invalid_argument base_url"));
    QVERIFY(await(bench.vault.host->lock(service::LockReason::User)));
    QCOMPARE(told(await(bench.checks->check({}))).section(u' ', 0, 0), QStringLiteral("locked"));
}

void TestLlmChecks::keepsTheReport()
{
    LlmBench bench;
    bench.store(QStringLiteral("ollama"), {}, {}, QStringLiteral("mixtral"));
    QVERIFY(!await(bench.checks->list())->first().lastCheck);
    bench.probe().answer = llmReport(Verdict::Refused, Category::Model);
    QVERIFY(await(bench.checks->check(QStringLiteral("ollama"))));
    const auto kept = await(bench.checks->list())->first();
    QCOMPARE(kept.providerName, QStringLiteral("Ollama"));
    QVERIFY(kept.lastCheck);
    QCOMPARE(*kept.lastCheck, *bench.probe().answer);
    QVERIFY(await(bench.vault.host->lock(service::LockReason::User)));
    bench.vault.unlock();
    QCOMPARE(await(bench.checks->list())->first().lastCheck, kept.lastCheck);
}

void TestLlmChecks::otherSettingsWereNotChecked_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"model", "base_url", "key"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void TestLlmChecks::otherSettingsWereNotChecked()
{
    QFETCH(QString, what);
    LlmBench bench;
    bench.store(QStringLiteral("openai"), QStringLiteral("https://a.example/v1"), kKey, QStringLiteral("m"));
    QVERIFY(await(bench.checks->check(QStringLiteral("openai"))));
    QVERIFY(await(bench.checks->list())->first().lastCheck);
    LlmChange change;
    change.provider = QStringLiteral("openai");
    if (what == QLatin1StringView("model"))
        change.model = QStringLiteral("n");
    else if (what == QLatin1StringView("base_url"))
        change.baseUrl = QStringLiteral("https://b.example/v1");
    else
        change.fields = vaulttest::fields({QStringLiteral("api_key=another-key")});
    QVERIFY(await(bench.vault.llm->set(change)));
    QVERIFY(!await(bench.checks->list())->first().lastCheck);
}

void TestLlmChecks::troubleOfTheProbeIsAnError()
{
    LlmBench bench;
    bench.store(QStringLiteral("ollama"));
    bench.probe().answer = std::unexpected(base::Error{ErrorCode::Cancelled, {}});
    QCOMPARE(told(await(bench.checks->check(QStringLiteral("ollama")))), QStringLiteral("cancelled "));
    QVERIFY(!await(bench.checks->list())->first().lastCheck);
}

void TestLlmChecks::lockedMeanwhile()
{
    LlmBench bench;
    bench.store(QStringLiteral("ollama"));
    bench.probe().whenAsked = [&] { QVERIFY(await(bench.vault.host->lock(service::LockReason::User))); };
    QCOMPARE(told(await(bench.checks->check(QStringLiteral("ollama")))).section(u' ', 0, 0), QStringLiteral("locked"));
    bench.vault.unlock();
    QVERIFY(!await(bench.checks->list())->first().lastCheck); // dropped with the keys
}

void TestLlmChecks::plainNeedsConsent()
{
    LlmBench bench;
    bench.store(QStringLiteral("ollama"), kFar);
    QVERIFY(await(bench.checks->place(QStringLiteral("ollama")))->needsConsent);
    QCOMPARE(told(await(bench.checks->check(QStringLiteral("ollama")))),
             QStringLiteral("ollama/main unchecked not_encrypted"));
    QCOMPARE(told(await(bench.checks->models(QStringLiteral("ollama")))),
             QStringLiteral("ollama/main unchecked not_encrypted"));
    QVERIFY(bench.probe().asked.isEmpty());
    QCOMPARE(await(bench.checks->list())->first().lastCheck->category, Category::NotEncrypted);
    // For this once.
    QCOMPARE(told(await(bench.checks->check(QStringLiteral("ollama"), true))), QStringLiteral("ollama/main works"));
    QCOMPARE(told(await(bench.checks->models(QStringLiteral("ollama"), true))), QStringLiteral("ollama/main works"));
    QCOMPARE(bench.probe().asked.size(), 2);
    QVERIFY(bench.probe().asked.first().target.plainAccepted);
    QVERIFY(await(bench.checks->place(QStringLiteral("ollama")))->needsConsent);
    // This computer needs none.
    bench.store(QStringLiteral("ollama"), QStringLiteral("http://127.0.0.1:1"));
    QVERIFY(!await(bench.checks->place(QStringLiteral("ollama")))->needsConsent);
}

void TestLlmChecks::consentLapsesWithTheAddress()
{
    LlmBench bench;
    LlmChange change;
    change.provider = QStringLiteral("ollama");
    change.baseUrl = kFar + u'/';
    change.acceptPlain = true;
    QVERIFY(await(bench.vault.llm->set(change)));
    QCOMPARE(told(await(bench.checks->check(QStringLiteral("ollama")))), QStringLiteral("ollama/main works"));
    LlmChange model;
    model.provider = QStringLiteral("ollama");
    model.model = QStringLiteral("m");
    QVERIFY(await(bench.vault.llm->set(model)));
    QVERIFY(!await(bench.checks->place(QStringLiteral("ollama")))->needsConsent); // the address is the same
    bench.store(QStringLiteral("ollama"), QStringLiteral("http://192.0.2.2:11434"));
    QVERIFY(await(bench.checks->place(QStringLiteral("ollama")))->needsConsent);
    bench.store(QStringLiteral("ollama"), kFar);
    QVERIFY(await(bench.checks->place(QStringLiteral("ollama")))->needsConsent); // it does not come back
    QVERIFY(await(bench.vault.llm->set(change)));
    change.acceptPlain = false;
    QVERIFY(await(bench.vault.llm->set(change)));
    QVERIFY(await(bench.checks->place(QStringLiteral("ollama")))->needsConsent);
}

void TestLlmChecks::plainNeverWithAKey()
{
    LlmBench bench;
    LlmChange draft;
    draft.provider = QStringLiteral("ollama");
    draft.baseUrl = kFar;
    draft.acceptPlain = true;
    draft.fields = vaulttest::fields({QStringLiteral("api_key=k-that-is-typed")});
    QCOMPARE(told(await(bench.checks->modelsFor(std::move(draft)))), QStringLiteral("insecure_transport 192.0.2.1"));
    LlmBench shell(environment({QStringLiteral("LLM_PROVIDER=openai"), QStringLiteral("LLM_BASE_URL=http://192.0.2.1/v1")}));
    shell.store(QStringLiteral("openai"), {}, kKey);
    QCOMPARE(told(await(shell.checks->check({}, true))),
             QStringLiteral("openai/main works")); // to the provider's own address
    QCOMPARE(told(shell.probe(QStringLiteral("openai"))).section(u'|', 0, 0), QStringLiteral("https://api.openai.com/v1"));
}

void TestLlmChecks::modelsAloneAreAskedFor()
{
    LlmBench bench;
    bench.store(QStringLiteral("azure"), kAzure, kKey, QStringLiteral("gpt-4o"));
    const auto outcome = await(bench.checks->models(QStringLiteral("azure/main")));
    QCOMPARE(told(outcome), QStringLiteral("azure/main works"));
    QCOMPARE(outcome->check.models.size(), 3);
    QCOMPARE(told(bench.probe(QStringLiteral("azure"))), kAzure + QStringLiteral("|||2024-10-21|api_key=") + kKey);
    QVERIFY(!await(bench.checks->list())->first().lastCheck); // a question about models is no check
}

void TestLlmChecks::modelsOfADraft_data()
{
    QTest::addColumn<QString>("baseUrl");
    QTest::addColumn<QString>("typedKey");
    QTest::addColumn<QString>("expected");
    QTest::newRow("stored address, stored key")
        << "https://a.example/v1" << "" << QStringLiteral("https://a.example/v1||||api_key=") + kKey;
    QTest::newRow("another address never gets the stored key") << "https://b.example/v1" << "" << "https://b.example/v1||||";
    QTest::newRow("typed key") << "https://b.example/v1" << "typed-key" << "https://b.example/v1||||api_key=typed-key";
    QTest::newRow("typed key goes first") << "https://a.example/v1" << " typed-key\n"
                                          << "https://a.example/v1||||api_key=typed-key";
    QTest::newRow("no address means the provider's own") << "" << "" << "https://api.openai.com/v1||||";
}

void TestLlmChecks::modelsOfADraft()
{
    QFETCH(QString, baseUrl);
    QFETCH(QString, typedKey);
    LlmBench bench(environment({QStringLiteral("OPENAI_API_KEY=k-of-the-shell")}));
    bench.store(QStringLiteral("openai"), QStringLiteral("https://a.example/v1"), kKey);
    LlmChange draft;
    draft.provider = QStringLiteral("openai");
    draft.baseUrl = baseUrl;
    if (!typedKey.isEmpty())
        draft.fields = vaulttest::fields({QStringLiteral("api_key=") + typedKey});
    QCOMPARE(told(await(bench.checks->modelsFor(std::move(draft)))), QStringLiteral("openai/main works"));
    QTEST(told(bench.probe(QStringLiteral("openai"))), "expected");
}

void TestLlmChecks::listTellsWhatIsInUse()
{
    LlmBench bench;
    bench.store(QStringLiteral("ollama"));
    bench.store(QStringLiteral("openai"), {}, kKey);
    QVERIFY(await(bench.vault.llm->setDefault(QStringLiteral("ollama"))));
    QStringList seen;
    const auto all = await(bench.checks->list());
    for (const service::LlmSummary &one : *all)
        seen << one.credential.name + (one.isInUse ? QStringLiteral(" in use") : QString());
    seen.sort();
    QCOMPARE(seen, (QStringList{QStringLiteral("ollama/main in use"), QStringLiteral("openai/main")}));
}

void TestLlmChecks::documents()
{
    LlmBench bench;
    bench.store(QStringLiteral("ollama"), {}, {}, QStringLiteral("llama3.2"));
    const auto outcome = await(bench.checks->check({}));
    const QJsonObject report = service::json::llmReport(*outcome);
    QCOMPARE(report.value(QLatin1StringView("name")), QJsonValue(QStringLiteral("ollama/main")));
    QCOMPARE(report.value(QLatin1StringView("base_url")), QJsonValue(QStringLiteral("http://127.0.0.1:11434")));
    QCOMPARE(report.value(QLatin1StringView("model")), QJsonValue(QStringLiteral("llama3.2")));
    QVERIFY(report.value(QLatin1StringView("deployment")).isNull());
    QVERIFY(!report.value(QLatin1StringView("message")).toString().isEmpty());
    const QJsonArray models = service::json::llmModels(*outcome);
    QCOMPARE(models.size(), 3);
    QCOMPARE(models.at(2).toObject(),
             (QJsonObject{{QStringLiteral("id"), QStringLiteral("qwen2.5:7b")},
                          {QStringLiteral("chat"), true},
                          {QStringLiteral("size"), 5}}));
    const QJsonObject row = service::json::llmSummary(await(bench.checks->list())->first());
    QCOMPARE(row.value(QLatin1StringView("verdict")), QJsonValue(QStringLiteral("works")));
    QCOMPARE(row.value(QLatin1StringView("default")), QJsonValue(true));
    QCOMPARE(service::json::exitStatusForLlm(llmReport(Verdict::Works)), 0);
    QCOMPARE(service::json::exitStatusForLlm(llmReport(Verdict::Refused, Category::Key)), 6);
    QCOMPARE(service::json::exitStatusForLlm(llmReport(Verdict::Unchecked, Category::Tls)), 7);
}

LATCHKEY_TEST_MAIN(TestLlmChecks)
#include "tst_llmchecks.moc"
