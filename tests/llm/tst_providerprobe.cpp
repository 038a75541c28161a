// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/providerprobe.h"

#include "net/qthttpclient.h"
#include "support/await.h"
#include "support/fixedclock.h"
#include "support/llmsimulator.h"
#include "support/networkthreads.h"
#include "support/testmain.h"

using llm::ProbeTarget;
using llm::ProviderReport;
using testsupport::await;
using testsupport::LlmSimulator;
using testsupport::outcome;

namespace {

const QByteArray kKey = QByteArrayLiteral("0123456789abcdef0123456789abcdef");

/// "refused deployment DeploymentNotFound 404", and the warnings behind it.
QString written(const base::Result<ProviderReport> &report)
{
    if (!report)
        return QStringLiteral("error %1 %2").arg(QString(base::codeName(report.error().code)), report.error().detail);
    QStringList parts{nameOf(report->verdict), nameOf(report->category), report->code.value_or(QString()),
                      report->httpStatus ? QString::number(*report->httpStatus) : QString()};
    for (const llm::Warning warning : report->warnings)
        parts << nameOf(warning);
    parts.removeAll(QString());
    return parts.join(u' ');
}

base::SecretFields key(const QByteArray &value)
{
    base::SecretFields fields;
    auto copy = base::SecretBytes::copyOf(base::view(value));
    if (copy)
        fields.emplace(QStringLiteral("api_key"), *std::move(copy));
    return fields;
}

const llm::ProviderCatalogue &catalogue()
{
    static const auto loaded = llm::ProviderCatalogue::load();
    if (!loaded)
        qFatal("the catalogue: %s", qPrintable(loaded.error().detail));
    return *loaded;
}

} // namespace

/// Each provider, over a real connection, against a server that knows nothing of src/.
class TestProviderProbe final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { start(LlmSimulator::Transport::Tls); }
    void cleanup();
    void cleanupTestCase() { testsupport::waitForNetworkThreads(); }
    void ollama_data();
    void ollama();
    void ollamaOverPlainLoopback();
    void ollamaWithoutAnyModel();
    void ollamaBehindAKey();
    void azure_data();
    void azure();
    void azureShowsTheKeyInItsOwnHeader();
    void openAi_data();
    void openAi();
    void trouble_data();
    void trouble();
    void troubleAtTheDeployment_data();
    void troubleAtTheDeployment();
    void redirectShowsNobodyTheKey();
    void missingScopeIsNoWrongKey();
    void plainOnlyToThisComputer_data();
    void plainOnlyToThisComputer();
    void wrongCertificate();
    void nobodyThere();
    void nothingSentIsKept();
    void destroyedProbe();

private:
    void start(LlmSimulator::Transport transport);
    [[nodiscard]] ProbeTarget target(const QString &path = {}) const;
    [[nodiscard]] base::Result<ProviderReport> check(const QString &provider, ProbeTarget target,
                                                     const QByteArray &apiKey = {});

    testsupport::FixedClock m_clock;
    std::unique_ptr<LlmSimulator> m_server;
    std::unique_ptr<net::QtHttpClient> m_http;
    llm::ProbeMap m_probes;
};

void TestProviderProbe::start(LlmSimulator::Transport transport)
{
    testsupport::failOnUnexpectedWarnings();
    m_probes.clear();
    m_server = std::make_unique<LlmSimulator>(transport);
    m_http = std::make_unique<net::QtHttpClient>();
    m_probes = llm::makeProbes(catalogue(), *m_http, m_clock,
                               {std::chrono::milliseconds(3'000), std::chrono::milliseconds(5'000), 4'194'304});
}

void TestProviderProbe::cleanup()
{
    m_probes.clear();
    m_http.reset();
    m_server.reset();
}

ProbeTarget TestProviderProbe::target(const QString &path) const
{
    ProbeTarget target;
    target.baseUrl = m_server->baseUrl();
    target.baseUrl.setPath(path);
    target.apiVersion = QStringLiteral("2024-10-21");
    target.caPem = m_server->caPem();
    return target;
}

base::Result<ProviderReport> TestProviderProbe::check(const QString &provider, ProbeTarget target, const QByteArray &apiKey)
{
    return await(m_probes.at(provider)->check(std::move(target), apiKey.isEmpty() ? base::SecretFields{} : key(apiKey)));
}

void TestProviderProbe::ollama_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("expected");
    QTest::newRow("installed") << "" << "qwen2.5:7b" << "works 200";
    QTest::newRow("no tag means latest") << "" << "llama3.2" << "works 200";
    QTest::newRow("another tag is another model") << "" << "qwen2.5" << "refused model 200";
    QTest::newRow("not installed") << "" << "mixtral" << "refused model 200";
    QTest::newRow("none chosen") << "" << "" << "works 200 no_model";
    QTest::newRow("address of a client library") << "/v1" << "LLAMA3.2" << "works 200";
    QTest::newRow("address of the API") << "/api" << "llama3.2" << "works 200";
    QTest::newRow("wrong address") << "/elsewhere" << "llama3.2" << "unchecked address 404";
}

void TestProviderProbe::ollama()
{
    QFETCH(QString, path);
    QFETCH(QString, model);
    ProbeTarget asked = target(path);
    asked.model = model;
    const auto report = check(QStringLiteral("ollama"), asked);
    QTEST(written(report), "expected");
    QCOMPARE(report->provider, QStringLiteral("ollama"));
    QCOMPARE(report->checkedAtMs, m_clock.nowMs());
    for (const auto &request : m_server->server().requests()) {
        QVERIFY(request.header("Authorization").isEmpty());
        QVERIFY(request.header("api-key").isEmpty());
    }
    if (report->httpStatus == 200)
        QCOMPARE(report->models.first(), (llm::Model{QStringLiteral("llama3.2:latest"), true, 2'019'393'189}));
}

void TestProviderProbe::ollamaOverPlainLoopback()
{
    start(LlmSimulator::Transport::Plain);
    QCOMPARE(m_server->baseUrl().scheme(), QStringLiteral("http"));
    ProbeTarget asked = target();
    asked.model = QStringLiteral("llama3.2");
    QCOMPARE(written(check(QStringLiteral("ollama"), asked)), QStringLiteral("works 200"));
    // This computer needs no agreement, and a key may go there, too.
    QCOMPARE(written(check(QStringLiteral("ollama"), asked, kKey)), QStringLiteral("works 200 key_unproven"));
}

void TestProviderProbe::ollamaWithoutAnyModel()
{
    m_server->setModels({});
    QCOMPARE(written(check(QStringLiteral("ollama"), target())), QStringLiteral("works 200 none_there no_model"));
    ProbeTarget asked = target();
    asked.model = QStringLiteral("llama3.2");
    QCOMPARE(written(check(QStringLiteral("ollama"), asked)), QStringLiteral("refused model 200 none_there"));
}

void TestProviderProbe::ollamaBehindAKey()
{
    m_server->setOllamaKey(kKey);
    QCOMPARE(written(check(QStringLiteral("ollama"), target())), QStringLiteral("refused key 401"));
    QCOMPARE(written(check(QStringLiteral("ollama"), target(), "wrong-key-wrong")), QStringLiteral("refused key 401"));
    QCOMPARE(written(check(QStringLiteral("ollama"), target(), kKey)), QStringLiteral("works 200 key_unproven no_model"));
}

void TestProviderProbe::azure_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("deployment");
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("version");
    QTest::addColumn<QByteArray>("apiKey");
    QTest::addColumn<QString>("expected");
    const QString version = QStringLiteral("2024-10-21");
    QTest::newRow("deployment") << "" << "trading-chat" << "" << version << kKey << "works BadRequest 400";
    QTest::newRow("deployment with model") << "" << "trading-chat" << "gpt-4o" << version << kKey << "works BadRequest 400";
    QTest::newRow("model stands for it") << "" << "" << "trading-chat" << version << kKey << "works BadRequest 400";
    QTest::newRow("wrong deployment") << "" << "gpt-4o" << "" << version << kKey
                                      << "refused deployment DeploymentNotFound 404";
    QTest::newRow("name with everything in it")
        << "" << "a/b?c=d#e %" << "" << version << kKey << "refused deployment DeploymentNotFound 404";
    QTest::newRow("no deployment") << "" << "" << "" << version << kKey << "works 200 no_model";
    QTest::newRow("wrong key") << "" << "trading-chat" << "" << version << QByteArray("another-key-another")
                               << "refused key 401 401";
    QTest::newRow("no key") << "" << "trading-chat" << "" << version << QByteArray() << "refused key 401 401";
    QTest::newRow("wrong version") << "" << "trading-chat" << "" << "2031-01-01" << kKey << "unchecked address 404 404";
    QTest::newRow("version that is none") << "" << "" << "" << "x&y=z" << kKey << "unchecked address 404 404";
    QTest::newRow("address of the library")
        << "/openai" << "trading-chat" << "" << version << kKey << "works BadRequest 400";
    QTest::newRow("address of the newer surface")
        << "/openai/v1" << "trading-chat" << "" << version << kKey << "works BadRequest 400";
}

void TestProviderProbe::azure()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, apiKey);
    ProbeTarget asked = target(path);
    asked.deployment = *static_cast<QString *>(QTest::qData("deployment", QMetaType::QString));
    asked.model = *static_cast<QString *>(QTest::qData("model", QMetaType::QString));
    asked.apiVersion = *static_cast<QString *>(QTest::qData("version", QMetaType::QString));
    QTEST(written(check(QStringLiteral("azure"), asked, apiKey)), "expected");
    QCOMPARE(m_server->charged(), 0); // a check costs nothing
}

void TestProviderProbe::azureShowsTheKeyInItsOwnHeader()
{
    ProbeTarget asked = target();
    asked.deployment = QStringLiteral("trading-chat");
    QCOMPARE(written(check(QStringLiteral("azure"), asked, kKey)), QStringLiteral("works BadRequest 400"));
    QByteArrayList lines;
    for (const auto &request : m_server->server().requests()) {
        lines << request.method + ' ' + request.target;
        QCOMPARE(request.header("api-key"), kKey);
        QVERIFY(request.header("Authorization").isEmpty());
    }
    QCOMPARE(lines,
             (QByteArrayList{"GET /openai/models?api-version=2024-10-21",
                             "POST /openai/deployments/trading-chat/chat/completions?api-version=2024-10-21"}));
    QCOMPARE(m_server->server().requests().last().body, QByteArray("{}"));
}

void TestProviderProbe::openAi_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("model");
    QTest::addColumn<QByteArray>("apiKey");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<int>("requests");
    QTest::newRow("works") << "/v1" << "gpt-4o" << kKey << "works 200" << 1;
    QTest::newRow("without the version") << "" << "gpt-4o" << kKey << "works 200" << 2;
    QTest::newRow("no such model") << "/v1" << "gpt-9" << kKey << "refused model 200" << 1;
    QTest::newRow("wrong key") << "/v1" << "gpt-4o" << QByteArray("another-key-another") << "refused key invalid_api_key 401"
                               << 1;
    QTest::newRow("wrong address") << "/v1/x" << "gpt-4o" << kKey << "unchecked address unknown_url 404" << 2;
}

void TestProviderProbe::openAi()
{
    QFETCH(QString, path);
    QFETCH(QString, model);
    QFETCH(QByteArray, apiKey);
    QFETCH(int, requests);
    ProbeTarget asked = target(path);
    asked.model = model;
    QTEST(written(check(QStringLiteral("openai"), asked, apiKey)), "expected");
    QCOMPARE(m_server->server().requests().size(), requests);
}

void TestProviderProbe::trouble_data()
{
    QTest::addColumn<QString>("scenario");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *scenario, const char *expected) {
        QTest::newRow(scenario) << QString::fromLatin1(scenario) << QString::fromLatin1(expected);
    };
    row("html:200", "unchecked blocked 200");
    row("html:401", "unchecked blocked 401");
    row("html:403", "unchecked blocked 403");
    row("html:503", "unchecked blocked 503");
    row("html:502", "unchecked maintenance 502");
    row("status:500", "unchecked maintenance 500");
    row("status:403", "unchecked blocked 403");
    row("status:429", "unchecked rate 429");
    row("status:451", "unchecked blocked 451 region_blocked");
    row("status:401", "refused key 401");
    row("status:402", "refused account 402");
    row("garbage", "unchecked address 200");
    row("answer:200:[]", "unchecked address 200");
    row(R"(answer:200:{"data":5,"models":5})", "unchecked address 200");
    row("huge", "unchecked maintenance");
    row("drop", "unchecked network");
    row("half", "unchecked network");
    row("hang", "unchecked network");
}

void TestProviderProbe::trouble()
{
    QFETCH(QString, scenario);
    QVERIFY(m_server->play(scenario));
    for (const llm::ProviderInfo &info : catalogue().list()) {
        ProbeTarget asked = target(info.id == QLatin1StringView("openai") ? QStringLiteral("/v1") : QString());
        asked.model = QStringLiteral("gpt-4o");
        const auto report = check(info.id, asked, kKey);
        QTEST(written(report), "expected");
        QVERIFY(report->models.isEmpty());
        if (scenario == QLatin1StringView("hang"))
            break; // one wait is enough
    }
}

void TestProviderProbe::troubleAtTheDeployment_data()
{
    QTest::addColumn<QString>("scenario");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *scenario, const char *expected) {
        QTest::newRow(scenario) << QString::fromLatin1(scenario) << QString::fromLatin1(expected);
    };
    row("html:400", "unchecked blocked 400");
    row("html:404", "unchecked address 404");
    row("status:404", "unchecked address 404");
    row("status:200", "unchecked address 200");
    row("status:429", "unchecked rate 429");
    row(R"(answer:403:{"error":{"code":"AccessDenied"}})", "refused permission AccessDenied 403");
    row("drop", "unchecked network");
    row("redirect:https://127.0.0.1:1/", "unchecked blocked redirected");
}

void TestProviderProbe::troubleAtTheDeployment()
{
    QFETCH(QString, scenario);
    QVERIFY(m_server->play(scenario + QStringLiteral("@deployment")));
    ProbeTarget asked = target();
    asked.deployment = QStringLiteral("trading-chat");
    const auto report = check(QStringLiteral("azure"), asked, kKey);
    QTEST(written(report), "expected");
    QCOMPARE(report->models.size(), 3);                // those were told before
    QCOMPARE(m_server->server().requests().size(), 2); // a call that may change something is never sent twice
}

void TestProviderProbe::redirectShowsNobodyTheKey()
{
    LlmSimulator other;
    for (const llm::ProviderInfo &info : catalogue().list()) {
        QVERIFY(m_server->play(QStringLiteral("redirect:") + other.baseUrl().toString()));
        QCOMPARE(written(check(info.id, target(), kKey)), QStringLiteral("unchecked blocked redirected"));
    }
    QCOMPARE(other.server().connections(), 0);
}

void TestProviderProbe::missingScopeIsNoWrongKey()
{
    QVERIFY(m_server->play(QStringLiteral("answer:403:{\"error\":{\"message\":\"You have insufficient permissions for this "
                                          "operation. Missing scopes: api.model.read.\"}}")));
    QCOMPARE(written(check(QStringLiteral("openai"), target(QStringLiteral("/v1")), kKey)),
             QStringLiteral("refused permission 403"));
}

void TestProviderProbe::plainOnlyToThisComputer_data()
{
    QTest::addColumn<bool>("accepted");
    QTest::addColumn<QByteArray>("apiKey");
    QTest::addColumn<QString>("expected");
    // Port 1 of an address that is kept for documentation: were anything sent, it would not come back in time.
    QTest::newRow("not accepted") << false << QByteArray() << "error insecure_transport 192.0.2.1";
    QTest::newRow("never with a key") << true << kKey << "error insecure_transport 192.0.2.1";
}

void TestProviderProbe::plainOnlyToThisComputer()
{
    QFETCH(bool, accepted);
    QFETCH(QByteArray, apiKey);
    ProbeTarget asked = target();
    asked.baseUrl = QUrl(QStringLiteral("http") + QStringLiteral("://192.0.2.1:1"));
    asked.plainAccepted = accepted;
    for (const llm::ProviderInfo &info : catalogue().list())
        QTEST(written(check(info.id, asked, apiKey)), "expected");
}

void TestProviderProbe::wrongCertificate()
{
    ProbeTarget asked = target();
    asked.caPem = testsupport::ThrowawayCa().certificatePem();
    QCOMPARE(written(check(QStringLiteral("azure"), asked, kKey)), QStringLiteral("unchecked tls"));
    asked.caPem.clear(); // the system knows it no more
    QCOMPARE(written(check(QStringLiteral("azure"), asked, kKey)), QStringLiteral("unchecked tls"));
    QVERIFY(m_server->server().requests().isEmpty());
    asked.caPem = "no certificate";
    QCOMPARE(written(check(QStringLiteral("azure"), asked, kKey)), QStringLiteral("error invalid_argument ca"));
}

void TestProviderProbe::nobodyThere()
{
    const ProbeTarget asked = target();
    m_server.reset();
    QCOMPARE(written(check(QStringLiteral("ollama"), asked)), QStringLiteral("unchecked network"));
}

void TestProviderProbe::nothingSentIsKept()
{
    for (const llm::ProviderInfo &info : catalogue().list()) {
        QVERIFY(m_server->play(QStringLiteral("echo")));
        const auto refused = check(info.id, target(), kKey);
        QCOMPARE(written(refused), QStringLiteral("refused key 401"));
        QVERIFY(m_server->play(QStringLiteral("echolist")));
        const auto listed = check(info.id, target(), kKey);
        QCOMPARE(listed->httpStatus, 200);
        QCOMPARE(listed->models, QList<llm::Model>());
    }
}

void TestProviderProbe::destroyedProbe()
{
    QVERIFY(m_server->play(QStringLiteral("hang")));
    const auto underWay = m_probes.at(QStringLiteral("azure"))->check(target(), key(kKey));
    QTRY_COMPARE(m_server->server().requests().size(), 1);
    m_probes.clear();
    QCOMPARE(outcome(await(underWay)), QStringLiteral("cancelled"));
}

LATCHKEY_TEST_MAIN(TestProviderProbe)
#include "tst_providerprobe.moc"
