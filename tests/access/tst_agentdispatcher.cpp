// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/agentdispatcher.h"

#include "access/agentprotocol.h"
#include "service/playedkeychain.h"
#include "service/servicefixture.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QJsonObject>

using agent::ControlRequest;
using agent::ControlResponse;
using service::LockState;
using servicetest::Bench;
using testsupport::await;

namespace {

const QString kToken = QStringLiteral("telegram/bot#token");

ControlRequest request(const QString &operation)
{
    ControlRequest out;
    out.operation = operation;
    out.peer = {4711, QStringLiteral("/usr/bin/python3.11")};
    return out;
}

ControlRequest getRequest(const QString &reference)
{
    ControlRequest out = request(agent::operation::kGet);
    out.arguments.insert(agent::member::kReference, reference);
    return out;
}

ControlRequest unlockRequest(std::string_view passphrase)
{
    ControlRequest out = request(agent::operation::kUnlock);
    out.arguments.insert(agent::member::kKeychain, QStringLiteral("no"));
    out.secrets.emplace(agent::member::kPassphrase, vaulttest::secret(passphrase));
    return out;
}

/// "ok", or the name of the error code.
QString told(const ControlResponse &response)
{
    return response.error ? QString(base::codeName(response.error->code)) : QStringLiteral("ok");
}

QString secretOf(const ControlResponse &response)
{
    const auto found = response.secrets.find(agent::member::kValue);
    return found == response.secrets.end() ? QString() : QString::fromUtf8(vaulttest::textOf(found->second));
}

/// A dispatcher over some host, with everything that it needs besides.
struct Desk {
    explicit Desk(service::VaultHost &host, const exchange::ProbeMap &probes, std::function<void()> raise = {})
        : catalogue(*exchange::ExchangeCatalogue::load())
        , providers(*llm::ProviderCatalogue::load())
        , profiles(*service::ProfileCatalogue::load())
        , secrets(host, {QStringLiteral("desk")})
        , exchanges({host, catalogue, probes, {QStringLiteral("desk")}})
        , llm(host, providers, {QStringLiteral("desk")})
        , planner(host, profiles, catalogue)
        , status({host, secrets, exchanges, llm})
        , dispatcher({host, secrets, planner, exchanges, status, QStringLiteral("/run/api.sock"), std::move(raise)})
    {
    }

    /// Hands a request in and runs the event loop until it is answered.
    ControlResponse ask(ControlRequest asked)
    {
        auto answer = std::make_shared<std::optional<ControlResponse>>();
        dispatcher.handler()(std::move(asked), [answer](ControlResponse response) { answer->emplace(std::move(response)); });
        if (!QTest::qWaitFor([&] { return answer->has_value(); }, 30'000))
            qFatal("no answer");
        return std::move(**answer);
    }
    QString state() { return ask(request(agent::operation::kState)).values.value(agent::member::kState); }

    exchange::ExchangeCatalogue catalogue;
    llm::ProviderCatalogue providers;
    service::ProfileCatalogue profiles;
    service::Secrets secrets;
    service::Exchanges exchanges;
    service::LlmSettings llm;
    service::RunPlanner planner;
    service::StatusQuery status;
    agent::AgentDispatcher dispatcher;
};

QJsonObject documentOf(const ControlResponse &response)
{
    return QJsonDocument::fromJson(response.values.value(agent::member::kDocument).toUtf8()).object();
}

} // namespace

/// Each operation of the private channel, without the channel.
class TestAgentDispatcher final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void notInitialized();
    void lockAndUnlock();
    void refusedUnlocks();
    void keychainOnlyWhenAllowed_data();
    void keychainOnlyWhenAllowed();
    void statusAnswersForTheCaller();
    void statusOfADamagedFile();
    void getIsAuditedWithTheCaller();
    void getOfAnUnnamedPeer();
    void getRefuses_data();
    void getRefuses();
    void run();
    void runRefuses();
    void signs();
    void raise();
    void unknownOperation();
    void lockOvertakesGet();

private:
    [[nodiscard]] QString lastProgram();

    std::unique_ptr<Bench> m_bench;
    std::unique_ptr<Desk> m_desk;
};

void TestAgentDispatcher::init()
{
    testsupport::failOnUnexpectedWarnings();
    m_bench = std::make_unique<Bench>();
    m_bench->putSecret(QStringLiteral("telegram/bot"), {QStringLiteral("token=123:abc")});
    m_desk = std::make_unique<Desk>(*m_bench->host, m_bench->probes);
}

void TestAgentDispatcher::cleanup()
{
    m_desk.reset();
    m_bench.reset();
}

QString TestAgentDispatcher::lastProgram()
{
    const auto read = [](vault::Session &session) -> base::Result<QString> {
        QString program;
        LATCHKEY_CHECK(session.read([&]() -> base::Result<void> {
            LATCHKEY_TRY(const QList<vault::AuditEntry> last, session.audit().list(0, 1));
            program = last.first().event.kind + QLatin1Char(' ') + last.first().event.program;
            return {};
        }));
        return program;
    };
    return await(m_bench->host->withSession(read)).value_or(QString());
}

void TestAgentDispatcher::notInitialized()
{
    vaulttest::Home home;
    keychain::DisabledKeychain noKeychain;
    servicetest::OpenGate gate;
    service::VaultHost host({home.environment(), noKeychain, gate}, home.path());
    Desk desk(host, m_bench->probes);
    QCOMPARE(desk.state(), QStringLiteral("not-initialized"));
    QCOMPARE(told(desk.ask(unlockRequest("p"))), QStringLiteral("not_initialized"));
    QCOMPARE(told(desk.ask(request(agent::operation::kLock))), QStringLiteral("ok"));
    QCOMPARE(desk.state(), QStringLiteral("not-initialized"));
    const auto status = desk.ask(request(agent::operation::kStatus));
    QCOMPARE(documentOf(status).value(QStringLiteral("initialized")).toBool(true), false);
}

void TestAgentDispatcher::lockAndUnlock()
{
    QCOMPARE(m_desk->state(), QStringLiteral("unlocked"));
    QCOMPARE(told(m_desk->ask(request(agent::operation::kLock))), QStringLiteral("ok"));
    QCOMPARE(m_bench->host->state(), LockState::Locked);
    QCOMPARE(m_bench->host->lastLock().reason, service::LockReason::User);
    QCOMPARE(m_desk->state(), QStringLiteral("locked"));
    QCOMPARE(told(m_desk->ask(request(agent::operation::kLock))), QStringLiteral("ok")); // once more does no harm

    const auto opened = m_desk->ask(unlockRequest(vaulttest::Home::kPassphrase));
    QCOMPARE(told(opened), QStringLiteral("ok"));
    QCOMPARE(opened.values.value(agent::member::kOpenedBy), QStringLiteral("passphrase"));
    QCOMPARE(m_desk->state(), QStringLiteral("unlocked"));
    // It stays open, so it was opened with all its checks and stands in the log.
    QCOMPARE(m_bench->auditKinds().last(), QStringLiteral("unlocked"));
}

void TestAgentDispatcher::refusedUnlocks()
{
    VERIFY_OK(await(m_bench->host->lock(service::LockReason::User)));
    QCOMPARE(told(m_desk->ask(unlockRequest("wrong"))), QStringLiteral("wrong_passphrase"));
    ControlRequest nothing = request(agent::operation::kUnlock);
    nothing.arguments.insert(agent::member::kKeychain, QStringLiteral("no"));
    QCOMPARE(told(m_desk->ask(std::move(nothing))), QStringLiteral("no_way_in"));
    QCOMPARE(m_bench->host->state(), LockState::Locked);

    // With a recovery key the passphrase is not even tried.
    ControlRequest recovery = unlockRequest("wrong");
    recovery.secrets.emplace(agent::member::kRecoveryKey, vaulttest::secret(m_bench->home.recoveryText.toStdString()));
    const auto opened = m_desk->ask(std::move(recovery));
    QCOMPARE(told(opened), QStringLiteral("ok"));
    QCOMPARE(opened.values.value(agent::member::kOpenedBy), QStringLiteral("recovery"));
}

void TestAgentDispatcher::keychainOnlyWhenAllowed_data()
{
    QTest::addColumn<QString>("keychain");
    QTest::addColumn<QString>("prompt");
    QTest::addColumn<QList<bool>>("reads"); // one for each: whether it might have prompted
    QTest::newRow("neither") << "no" << "yes" << QList<bool>();
    QTest::newRow("quietly") << "" << "" << QList<bool>{false};
    QTest::newRow("with a prompt") << "" << "yes" << QList<bool>{true};
}

void TestAgentDispatcher::keychainOnlyWhenAllowed()
{
    QFETCH(QString, keychain);
    QFETCH(QString, prompt);
    QFETCH(QList<bool>, reads);
    vaulttest::Home home;
    servicetest::PlayedKeychain played; // open, but it has lost the entry
    servicetest::OpenGate gate;
    static_cast<void>(home.create(vault::SlotKind::Keychain));
    service::VaultHost host({home.environment(), played, gate}, home.path());
    Desk desk(host, m_bench->probes);
    ControlRequest asked = request(agent::operation::kUnlock);
    asked.arguments = {{agent::member::kKeychain, keychain}, {agent::member::kPrompt, prompt}};
    QCOMPARE(told(desk.ask(std::move(asked))),
             reads.isEmpty() ? QStringLiteral("no_way_in") : QStringLiteral("keychain_entry_missing"));
    QCOMPARE(played.reads, reads);
}

void TestAgentDispatcher::statusAnswersForTheCaller()
{
    ControlRequest asked = agent::statusRequest({{QStringLiteral("LLM_MODEL"), QStringLiteral("caller-model")}});
    QJsonObject document = documentOf(m_desk->ask(std::move(asked)));
    QCOMPARE(document.value(QStringLiteral("state")).toString(), QStringLiteral("unlocked"));
    QCOMPARE(document.value(QStringLiteral("credential_count")).toInt(), 1);
    QCOMPARE(document.value(QStringLiteral("agent")).toBool(), true);
    QCOMPARE(document.value(QStringLiteral("agent_socket")).toString(), QStringLiteral("/run/api.sock"));
    const QByteArray text = QJsonDocument(document.value(QStringLiteral("llm")).toObject()).toJson();
    QVERIFY2(text.contains("caller-model"), text.constData());

    VERIFY_OK(await(m_bench->host->lock(service::LockReason::User)));
    document = documentOf(m_desk->ask(request(agent::operation::kStatus)));
    QCOMPARE(document.value(QStringLiteral("state")).toString(), QStringLiteral("locked"));
    QVERIFY(document.value(QStringLiteral("credential_count")).isNull());
}

void TestAgentDispatcher::statusOfADamagedFile()
{
    VERIFY_OK(await(m_bench->host->lock(service::LockReason::User)));
    QVERIFY(vaulttest::writeFile(m_bench->home.path(), QByteArrayLiteral("not a vault")));
    const auto answer = m_desk->ask(request(agent::operation::kStatus));
    QCOMPARE(told(answer), QStringLiteral("not_a_vault"));
    QVERIFY(answer.values.isEmpty());
}

void TestAgentDispatcher::getIsAuditedWithTheCaller()
{
    const auto answer = m_desk->ask(getRequest(kToken));
    QCOMPARE(told(answer), QStringLiteral("ok"));
    QCOMPARE(secretOf(answer), QStringLiteral("123:abc"));
    QVERIFY(answer.values.isEmpty()); // the value travels with the secrets only
    QCOMPARE(lastProgram(), QStringLiteral("released agent: python3.11 (4711)"));
}

void TestAgentDispatcher::getOfAnUnnamedPeer()
{
    ControlRequest asked = getRequest(kToken);
    asked.peer = {12, QString()};
    QCOMPARE(told(m_desk->ask(std::move(asked))), QStringLiteral("ok"));
    QCOMPARE(lastProgram(), QStringLiteral("released agent: unknown (12)"));
}

void TestAgentDispatcher::getRefuses_data()
{
    QTest::addColumn<QString>("reference");
    QTest::addColumn<bool>("locked");
    QTest::addColumn<QString>("code");
    QTest::newRow("no such name") << "nobody#x" << false << "not_found";
    QTest::newRow("no such field") << "telegram/bot#x" << false << "field_not_found";
    QTest::newRow("no reference") << "" << false << "invalid_name";
    QTest::newRow("may withdraw") << "bitget/main#api_key" << false << "consent_required";
    // Not "locked": opening the vault by oneself would be another way in, and the user closed this one.
    QTest::newRow("locked") << "telegram/bot#token" << true << "locked_by_agent";
}

void TestAgentDispatcher::getRefuses()
{
    QFETCH(QString, reference);
    QFETCH(bool, locked);
    m_bench->bitget->answer = servicetest::report(QStringLiteral("withdraw"));
    VERIFY_OK(await(m_bench->exchanges->add(QStringLiteral("bitget"), QStringLiteral("main"), {},
                                            servicetest::bitgetFields())));
    if (locked)
        VERIFY_OK(await(m_bench->host->lock(service::LockReason::User)));
    const auto answer = m_desk->ask(getRequest(reference));
    QTEST(told(answer), "code");
    QVERIFY(answer.secrets.empty());
}

void TestAgentDispatcher::run()
{
    service::RunRequest wanted;
    wanted.with = {QStringLiteral("telegram/bot")};
    wanted.extra = {{QStringLiteral("PLAIN"), QStringLiteral("as it is"), true}, {QStringLiteral("TOKEN"), kToken, false}};
    wanted.command = QStringLiteral("bot");
    auto asked = agent::runRequest(wanted);
    VERIFY_OK(asked);
    asked->peer = request({}).peer;
    auto answer = m_desk->ask(*std::move(asked));
    QCOMPARE(told(answer), QStringLiteral("ok"));
    const service::RunPlan plan = agent::parseRunResponse(std::move(answer));
    QCOMPARE(vaulttest::shown(plan.variables), QStringLiteral("PLAIN=as it is;TELEGRAM_BOT_TOKEN=123:abc;TOKEN=123:abc"));
    QVERIFY(lastProgram().contains(QStringLiteral("agent: python3.11 (4711)")));
}

void TestAgentDispatcher::runRefuses()
{
    QCOMPARE(told(m_desk->ask(request(agent::operation::kRun))), QStringLiteral("bad_response"));
    service::RunRequest wanted;
    wanted.with = {QStringLiteral("nobody")};
    QCOMPARE(told(m_desk->ask(*agent::runRequest(wanted))), QStringLiteral("not_found"));
    wanted.with = {QStringLiteral("telegram/bot")};
    VERIFY_OK(await(m_bench->host->lock(service::LockReason::User)));
    const auto answer = m_desk->ask(*agent::runRequest(wanted));
    QCOMPARE(told(answer), QStringLiteral("locked_by_agent"));
    QVERIFY(answer.secrets.empty());
}

void TestAgentDispatcher::signs()
{
    m_bench->bitget->answer = servicetest::report(QStringLiteral("works"));
    VERIFY_OK(await(m_bench->exchanges->add(QStringLiteral("bitget"), QStringLiteral("main"), {},
                                            servicetest::bitgetFields())));
    exchange::SigningRequest wanted;
    wanted.method = "POST";
    wanted.path = "/api/v2/spot/trade/place-order";
    wanted.body = "{\"size\":\"1\"}";
    wanted.timestampMs = 1'700'000'000'000;
    const auto asked = [&wanted](const QString &account) {
        auto made = agent::signRequest(account, wanted);
        made->peer = {4711, QStringLiteral("/usr/bin/python3.11")};
        return *std::move(made);
    };
    const auto answer = m_desk->ask(asked(QStringLiteral("bitget/main")));
    QCOMPARE(told(answer), QStringLiteral("ok"));
    const QJsonObject document = QJsonDocument::fromJson(secretOf(answer).toUtf8()).object();
    QCOMPARE(document.value(QStringLiteral("body")).toString(), QString::fromLatin1(wanted.body));
    const QJsonObject headers = document.value(QStringLiteral("headers")).toObject();
    QCOMPARE(headers.value(QStringLiteral("ACCESS-TIMESTAMP")).toString(), QStringLiteral("1700000000000"));
    QVERIFY(!headers.value(QStringLiteral("ACCESS-SIGN")).toString().isEmpty());
    QCOMPARE(lastProgram(), QStringLiteral("signed agent: python3.11 (4711)"));

    QCOMPARE(told(m_desk->ask(asked(QStringLiteral("bitget/other")))), QStringLiteral("not_found"));
    ControlRequest malformed = asked(QStringLiteral("bitget/main"));
    malformed.arguments.insert(QStringLiteral("timestamp"), QStringLiteral("now"));
    QCOMPARE(told(m_desk->ask(std::move(malformed))), QStringLiteral("bad_response"));
    QVERIFY(await(m_bench->host->lock(service::LockReason::User)));
    QCOMPARE(told(m_desk->ask(asked(QStringLiteral("bitget/main")))), QStringLiteral("locked_by_agent"));
}

void TestAgentDispatcher::raise()
{
    QCOMPARE(told(m_desk->ask(request(agent::operation::kRaise))), QStringLiteral("denied")); // `latchkey serve`
    int raised = 0;
    Desk desk(*m_bench->host, m_bench->probes, [&raised] { ++raised; });
    QCOMPARE(told(desk.ask(request(agent::operation::kRaise))), QStringLiteral("ok"));
    QCOMPARE(raised, 1);
}

void TestAgentDispatcher::unknownOperation()
{
    const auto answer = m_desk->ask(request(QStringLiteral("of-a-later-version")));
    QCOMPARE(told(answer), QStringLiteral("invalid_argument"));
    QCOMPARE(answer.error->detail, QStringLiteral("of-a-later-version"));
    QCOMPARE(told(m_desk->ask(request({}))), QStringLiteral("invalid_argument"));
}

/// The user's lock comes first even when a program asked a moment before it, or the program gets its value before it: never
/// after.
void TestAgentDispatcher::lockOvertakesGet()
{
    QStringList order;
    const auto note = [&order](const QString &what) {
        return [&order, what](const ControlResponse &response) { order << what + QLatin1Char(' ') + told(response); };
    };
    const agent::ControlHandler handler = m_desk->dispatcher.handler();
    handler(request(agent::operation::kLock), note(QStringLiteral("lock")));
    handler(getRequest(kToken), note(QStringLiteral("get")));
    QTRY_COMPARE(order.size(), 2);
    order.sort();
    QCOMPARE(order, (QStringList{QStringLiteral("get locked_by_agent"), QStringLiteral("lock ok")}));
}

LATCHKEY_TEST_MAIN(TestAgentDispatcher)
#include "tst_agentdispatcher.moc"
