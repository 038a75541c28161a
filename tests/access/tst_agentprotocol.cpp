// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/agentprotocol.h"
#include "access/controlframe.h"
#include "support/strictlog.h"
#include "support/testmain.h"

#include <QTest>

class TestAgentProtocol : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void runRequestComesBack();
    void emptyRunRequestComesBack();
    void plainTextTravelsWithTheSecrets();
    void malformedRunRequest_data();
    void malformedRunRequest();
    void runResponseComesBack();
    void onlyTheEnvironmentIsTakenForTheEnvironment();
};

namespace {

constexpr std::size_t kLimit = 1u << 20;

/// Over the wire and back.
agent::ControlRequest carried(const agent::ControlRequest &request)
{
    const auto frame = agent::encode(request, kLimit);
    base::SecretBuilder secret;
    for (const base::ByteView part : frame->secrets) [[maybe_unused]]
        const auto added = secret.append(part);
    const QByteArray head = frame->head.mid(agent::kFrameHeaderBytes);
    auto decoded = agent::decodeRequest(base::view(head), secret.take());
    return *std::move(decoded);
}

service::RunRequest sample()
{
    service::RunRequest request;
    request.with = {QStringLiteral("bitget/main"), QStringLiteral("a b/ü")};
    request.profile = QStringLiteral("ccxt");
    request.command = QStringLiteral("bot");
    request.extra = {{QStringLiteral("A"), QStringLiteral("bitget_api_key"), false},
                     {QStringLiteral("B"), QStringLiteral("plain \"text\" 中"), true},
                     {QStringLiteral("C"), QString(), true}};
    return request;
}

} // namespace

void TestAgentProtocol::runRequestComesBack()
{
    const service::RunRequest wanted = sample();
    const auto request = agent::runRequest(wanted);
    QVERIFY(request);
    QCOMPARE(request->operation, agent::operation::kRun);
    const auto got = agent::parseRunRequest(carried(*request));
    QVERIFY(got);
    QCOMPARE(got->with, wanted.with);
    QCOMPARE(got->profile, wanted.profile);
    QCOMPARE(got->command, wanted.command);
    QCOMPARE(got->extra.size(), wanted.extra.size());
    for (qsizetype i = 0; i < wanted.extra.size(); ++i) {
        QCOMPARE(got->extra[i].name, wanted.extra[i].name);
        QCOMPARE(got->extra[i].text, wanted.extra[i].text);
        QCOMPARE(got->extra[i].plain, wanted.extra[i].plain);
    }
}

void TestAgentProtocol::emptyRunRequestComesBack()
{
    const auto request = agent::runRequest({});
    QVERIFY(request);
    const auto got = agent::parseRunRequest(carried(*request));
    QVERIFY(got);
    QVERIFY(got->with.isEmpty() && got->profile.isEmpty() && got->command.isEmpty() && got->extra.isEmpty());
}

void TestAgentProtocol::plainTextTravelsWithTheSecrets()
{
    const auto request = agent::runRequest(sample());
    QVERIFY(request);
    for (const QString &value : request->arguments)
        QVERIFY(!value.contains(QStringLiteral("plain \\\"text")));
    QCOMPARE(request->secrets.size(), std::size_t(2));
}

void TestAgentProtocol::malformedRunRequest_data()
{
    QTest::addColumn<QString>("document");
    QTest::newRow("nothing") << QString();
    QTest::newRow("no JSON") << QStringLiteral("{");
    QTest::newRow("a list") << QStringLiteral("[]");
    QTest::newRow("wrong type") << QStringLiteral(R"({"with":"x"})");
    QTest::newRow("unknown member") << QStringLiteral(R"({"with":[],"more":1})");
    QTest::newRow("variable without a name") << QStringLiteral(R"({"extra":[{"reference":"a#b"}]})");
    QTest::newRow("variable with more") << QStringLiteral(R"({"extra":[{"name":"A","reference":"a#b","x":1}]})");
}

void TestAgentProtocol::malformedRunRequest()
{
    QFETCH(const QString, document);
    agent::ControlRequest request;
    request.arguments.insert(QStringLiteral("run"), document);
    const auto got = agent::parseRunRequest(request);
    QVERIFY(!got);
    QCOMPARE(got.error().code, base::ErrorCode::BadResponse);
}

void TestAgentProtocol::runResponseComesBack()
{
    service::RunPlan plan;
    plan.strip = {QStringLiteral("BITGET_SECRET"), QStringLiteral("BITGET_KEY")};
    plan.variables.emplace(QStringLiteral("A"), *base::SecretBytes::copyOf("value-of-a"));
    agent::ControlResponse response = agent::runResponse(std::move(plan));
    QVERIFY(!response.error);
    const service::RunPlan got = agent::parseRunResponse(std::move(response));
    QCOMPARE(got.strip, QStringList({QStringLiteral("BITGET_SECRET"), QStringLiteral("BITGET_KEY")}));
    QCOMPARE(got.variables.size(), std::size_t(1));
    QVERIFY(got.variables.begin()->second.exposeText() == "value-of-a");
    QVERIFY(agent::parseRunResponse(agent::runResponse({})).strip.isEmpty());
}

void TestAgentProtocol::onlyTheEnvironmentIsTakenForTheEnvironment()
{
    agent::ControlRequest request = agent::statusRequest({{QStringLiteral("LLM_PROVIDER"), QStringLiteral("azure")}});
    request.arguments.insert(QStringLiteral("other"), QStringLiteral("x"));
    const QProcessEnvironment environment = agent::environmentOf(carried(request));
    QCOMPARE(environment.keys(), QStringList{QStringLiteral("LLM_PROVIDER")});
    QCOMPARE(environment.value(QStringLiteral("LLM_PROVIDER")), QStringLiteral("azure"));
}

LATCHKEY_TEST_MAIN(TestAgentProtocol)
#include "tst_agentprotocol.moc"
