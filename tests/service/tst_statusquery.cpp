// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/statusquery.h"

#include "service/keychainbench.h"
#include "service/servicefixture.h"
#include "support/testmain.h"

using service::LockState;
using servicetest::Bench;
using servicetest::bitgetFields;
using testsupport::await;

namespace {

QProcessEnvironment environment(const QMap<QString, QString> &entries)
{
    QProcessEnvironment out;
    for (const auto &[name, value] : entries.asKeyValueRange())
        out.insert(name, value);
    return out;
}

service::StatusQuery::Parts partsOf(Bench &bench)
{
    return {*bench.host, *bench.secrets, *bench.exchanges, *bench.llm};
}

/// A query over some host, with everything that it needs besides.
struct Asker {
    explicit Asker(service::VaultHost &host)
        : catalogue(*exchange::ExchangeCatalogue::load())
        , providers(*llm::ProviderCatalogue::load())
        , secrets(host, {QStringLiteral("test")})
        , exchanges({host, catalogue, probes, {QStringLiteral("test")}})
        , llm(host, providers, {QStringLiteral("test")})
        , query({host, secrets, exchanges, llm})
    {
    }

    exchange::ExchangeCatalogue catalogue;
    llm::ProviderCatalogue providers;
    exchange::ProbeMap probes;
    service::Secrets secrets;
    service::Exchanges exchanges;
    service::LlmSettings llm;
    service::StatusQuery query;
};

} // namespace

class TestStatusQuery final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void nothingThere();
    void lockedTellsOnlyWhatIsPublic();
    void unlockedTellsAll();
    void heldBackAccountIsConfigured();
    void incompleteAccountIsNotConfigured();
    void vaultComesBeforeTheEnvironment();
    void lockedInBetween();
    void rotatedElsewhere();
    void damagedFile();
    void keychainThatDoesNotAnswer();
    void environmentWithoutSecrets();
};

void TestStatusQuery::nothingThere()
{
    vaulttest::Home home;
    keychain::DisabledKeychain noKeychain;
    servicetest::OpenGate gate;
    service::VaultHost host({home.environment(), noKeychain, gate}, home.path());
    Asker asker(host);

    const auto facts = await(asker.query.gather(environment({{QStringLiteral("LLM_MODEL"), QStringLiteral("qwen3")}})));
    VERIFY_OK(facts);
    QVERIFY(!facts->initialized);
    QVERIFY(!facts->state);
    QVERIFY(facts->format.isEmpty());
    QVERIFY(facts->keySlots.isEmpty());
    QVERIFY(!facts->credentials);
    QVERIFY(!facts->exchangesConfigured);
    QCOMPARE(facts->llm.provider.value, QStringLiteral("ollama"));
    QCOMPARE(facts->llm.model.value, QStringLiteral("qwen3"));
    QVERIFY(!facts->agent);
    QVERIFY(!QFile::exists(home.path())); // asking makes nothing
}

void TestStatusQuery::lockedTellsOnlyWhatIsPublic()
{
    Bench bench;
    bench.putSecret(QStringLiteral("telegram/bot"), {QStringLiteral("token=123:abc")});
    VERIFY_OK(await(bench.host->lock(service::LockReason::User)));
    service::StatusQuery query(partsOf(bench));
    const auto facts = await(query.gather({}));
    VERIFY_OK(facts);
    QVERIFY(facts->initialized);
    QVERIFY(facts->state == LockState::Locked);
    QCOMPARE(facts->format, QStringLiteral("1.0"));
    QCOMPARE(facts->keySlots.size(), 2);
    // Unknown is not none: a script must not take a locked vault for an empty one.
    QVERIFY(!facts->credentials);
    QVERIFY(!facts->exchangesConfigured);
    QCOMPARE(bench.host->state(), LockState::Locked); // nothing was opened
}

void TestStatusQuery::unlockedTellsAll()
{
    Bench bench;
    bench.putSecret(QStringLiteral("telegram/bot"), {QStringLiteral("token=123:abc")});
    service::StatusQuery query(partsOf(bench));
    auto facts = await(query.gather({}));
    VERIFY_OK(facts);
    QVERIFY(facts->state == LockState::Unlocked);
    QCOMPARE(facts->format, QStringLiteral("1.0"));
    QCOMPARE(facts->credentials, std::optional<qsizetype>(1));
    QVERIFY(facts->exchangesConfigured);
    QCOMPARE(*facts->exchangesConfigured, (QMap<QString, bool>{{QStringLiteral("bitget"), false}}));
    QCOMPARE(facts->keychain.state, vault::ports::KeychainState::NoService);

    bench.bitget->answer = servicetest::report(QStringLiteral("works"));
    VERIFY_OK(await(bench.exchanges->add(QStringLiteral("bitget"), QStringLiteral("main"), {}, bitgetFields())));
    facts = await(query.gather({}));
    VERIFY_OK(facts);
    QCOMPARE(facts->credentials, std::optional<qsizetype>(2));
    QCOMPARE(*facts->exchangesConfigured, (QMap<QString, bool>{{QStringLiteral("bitget"), true}}));
    // Asking is no use of a key: nothing of it stands in the audit log.
    QVERIFY(!bench.auditKinds().contains(QStringLiteral("released")));
}

void TestStatusQuery::heldBackAccountIsConfigured()
{
    Bench bench;
    bench.bitget->answer = servicetest::report(QStringLiteral("withdraw"));
    VERIFY_OK(await(bench.exchanges->add(QStringLiteral("bitget"), QStringLiteral("main"), {}, bitgetFields())));
    service::StatusQuery query(partsOf(bench));
    const auto facts = await(query.gather({}));
    VERIFY_OK(facts);
    QCOMPARE(*facts->exchangesConfigured, (QMap<QString, bool>{{QStringLiteral("bitget"), true}}));
}

void TestStatusQuery::incompleteAccountIsNotConfigured()
{
    Bench bench;
    bench.putSecret(QStringLiteral("bitget_api_key"), {QStringLiteral("value=bg_0123456789abcdef0123456789abcdef")});
    service::StatusQuery query(partsOf(bench));
    auto facts = await(query.gather({}));
    VERIFY_OK(facts);
    QCOMPARE(*facts->exchangesConfigured, (QMap<QString, bool>{{QStringLiteral("bitget"), false}}));
    // One whole account is enough, whichever comes first in the list.
    bench.bitget->answer = servicetest::report(QStringLiteral("works"));
    VERIFY_OK(await(bench.exchanges->add(QStringLiteral("bitget"), QStringLiteral("a"), {}, bitgetFields())));
    facts = await(query.gather({}));
    VERIFY_OK(facts);
    QCOMPARE(*facts->exchangesConfigured, (QMap<QString, bool>{{QStringLiteral("bitget"), true}}));
}

void TestStatusQuery::vaultComesBeforeTheEnvironment()
{
    Bench bench;
    service::LlmChange change;
    change.provider = QStringLiteral("ollama");
    change.model = QStringLiteral("stored-model");
    VERIFY_OK(await(bench.llm->set(change)));
    service::StatusQuery query(partsOf(bench));
    const QProcessEnvironment asking = environment({{QStringLiteral("LLM_MODEL"), QStringLiteral("other-model")}});
    auto facts = await(query.gather(asking));
    VERIFY_OK(facts);
    QCOMPARE(facts->llm.model.value, QStringLiteral("stored-model"));
    QVERIFY(facts->llm.model.source == service::SettingSource::Vault);
    VERIFY_OK(await(bench.host->lock(service::LockReason::User)));
    facts = await(query.gather(asking));
    VERIFY_OK(facts);
    QCOMPARE(facts->llm.model.value, QStringLiteral("other-model"));
    QVERIFY(facts->llm.model.source == service::SettingSource::Environment);
}

/// The answer is of one moment: a lock that overtakes it makes it an error, never half an answer.
void TestStatusQuery::lockedInBetween()
{
    Bench bench;
    service::StatusQuery query(partsOf(bench));
    const auto asked = query.gather({});
    const auto locked = bench.host->lock(service::LockReason::User);
    const auto facts = await(asked);
    VERIFY_OK(facts);
    QCOMPARE(facts->state, LockState::Locked);
    QVERIFY(!facts->credentials && !facts->exchangesConfigured);
    VERIFY_OK(await(locked));
}

/// Told as what it is, and no failure: the keys of another program are needed now.
void TestStatusQuery::rotatedElsewhere()
{
    Bench bench;
    service::StatusQuery query(partsOf(bench));
    servicetest::rotateElsewhere(bench.home);
    const auto facts = await(query.gather(environment({{QStringLiteral("LLM_MODEL"), QStringLiteral("qwen3")}})));
    VERIFY_OK(facts);
    QVERIFY(facts->initialized);
    QCOMPARE(facts->state, LockState::Locked);
    QVERIFY(!facts->credentials && !facts->exchangesConfigured);
    QTRY_COMPARE(bench.host->state(), LockState::Locked);
}

void TestStatusQuery::damagedFile()
{
    Bench bench;
    VERIFY_OK(await(bench.host->lock(service::LockReason::User)));
    QVERIFY(vaulttest::writeFile(bench.home.path(), QByteArrayLiteral("not a vault")));
    service::StatusQuery query(partsOf(bench));
    COMPARE_CODE(await(query.gather({})), base::ErrorCode::NotAVault);
}

void TestStatusQuery::keychainThatDoesNotAnswer()
{
    vaulttest::Home home;
    servicetest::PlayedKeychain keychain;
    keychain.state = vault::ports::KeychainState::NoAnswer;
    servicetest::OpenGate gate;
    static_cast<void>(home.create());
    service::VaultHost host({home.environment(), keychain, gate}, home.path());
    Asker asker(host);
    const auto facts = await(asker.query.gather({}));
    VERIFY_OK(facts);
    QCOMPARE(facts->keychain.state, vault::ports::KeychainState::NoAnswer);
    QCOMPARE(facts->keychain.backend, QStringLiteral("played"));
    QVERIFY(keychain.reads.isEmpty()); // asked for its state only
}

/// What a command tells the agent of its environment: names and addresses, but no key.
void TestStatusQuery::environmentWithoutSecrets()
{
    const auto providers = llm::ProviderCatalogue::load();
    QVERIFY(providers);
    const auto told = service::statusEnvironment(
        *providers,
        environment({{QStringLiteral("LLM_PROVIDER"), QStringLiteral("azure")},
                     {QStringLiteral("AZURE_OPENAI_API_KEY"), QStringLiteral("azure-secret")},
                     {QStringLiteral("OLLAMA_MODEL"), QStringLiteral("qwen3")},
                     {QStringLiteral("OLLAMA_HOST"), QString()},
                     {QStringLiteral("BITGET_SECRET_KEY"), QStringLiteral("x")},
                     {QStringLiteral("PATH"), QStringLiteral("/usr/bin")}}));
    QCOMPARE(told,
             (QMap<QString, QString>{{QStringLiteral("LLM_PROVIDER"), QStringLiteral("azure")},
                                     {QStringLiteral("AZURE_OPENAI_API_KEY"), QStringLiteral("set")},
                                     {QStringLiteral("OLLAMA_MODEL"), QStringLiteral("qwen3")}}));
}

LATCHKEY_TEST_MAIN(TestStatusQuery)
#include "tst_statusquery.moc"
