// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/exchanges.h"

#include "net/qthttpclient.h"
#include "service/jsonshapes.h"
#include "service/servicefixture.h"
#include "support/bitgetsimulator.h"
#include "support/networkthreads.h"
#include "support/testmain.h"

#include <QJsonDocument>

using service::ExchangeOptions;
using service::SaveOutcome;
using servicetest::Bench;
using servicetest::bitgetFields;
using servicetest::report;
using testsupport::await;
using testsupport::outcome;

namespace {

const QString kName = QStringLiteral("bitget/main");
const QString kKey = QStringLiteral("bitget/main#api_key");
const QString kFirstKey = QStringLiteral("bg_0123456789abcdef0123456789abcdef");
const QString kSecondKey = QStringLiteral("bg_fedcba9876543210fedcba9876543210");

/// "current consent=no check=works exit=0".
QString told(const base::Result<SaveOutcome> &result)
{
    if (!result)
        return QStringLiteral("%1 %2").arg(outcome(result), result.error().detail);
    return QStringLiteral("%1 consent=%2 check=%3 exit=%4")
        .arg(result->inUse ? QStringLiteral("used") : QStringLiteral("waits"),
             result->consentRequired ? QStringLiteral("yes") : QStringLiteral("no"),
             result->check ? exchange::nameOf(result->check->verdict) : QStringLiteral("none"),
             QString::number(service::json::exitStatusForCheck(*result)));
}

} // namespace

class TestExchanges final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanupTestCase() { testsupport::waitForNetworkThreads(); }
    void init();
    void cleanup() { m_bench.reset(); }
    void firstSave_data();
    void firstSave();
    void savedBeforeItIsAsked();
    void refusedBeforeSaving_data();
    void refusedBeforeSaving();
    void nameTaken();
    void hintAndAttributes();
    void consentReleases();
    void noResultReleasesWhatIsHeldBack();
    void switchedOffAtTheExchange();
    void acceptedBeforehand();
    void update_data();
    void update();
    void updateOfAnotherAccount();
    void updateKeepsWhatIsKnownOfTheOld();
    void useAnywayDoesNotStandForConsent();
    void correctingAHeldBackKeyDoesNotReleaseIt();
    void otherKindOfKey();
    void laterCheckHoldsBack();
    void elsewhere();
    void checkAll();
    void lockedDuringTheCheck();
    void incompleteAccount();
    void unusablePrivateKey();
    void sign();
    void remove();
    void realProbe_data();
    void realProbe();

private:
    base::Result<SaveOutcome> add(const QString &what, ExchangeOptions options = {},
                                  base::SecretFields fields = bitgetFields());
    base::Result<SaveOutcome> change(const QString &what, ExchangeOptions options, base::SecretFields fields);
    base::Result<SaveOutcome> check(const QString &what);

    std::unique_ptr<Bench> m_bench;
};

void TestExchanges::init()
{
    testsupport::failOnUnexpectedWarnings();
    m_bench = std::make_unique<Bench>();
}

base::Result<SaveOutcome> TestExchanges::add(const QString &what, ExchangeOptions options, base::SecretFields fields)
{
    m_bench->bitget->answer = report(what);
    return await(m_bench->exchanges->add(QStringLiteral("bitget"), QStringLiteral("main"), std::move(options),
                                         std::move(fields)));
}

base::Result<SaveOutcome> TestExchanges::change(const QString &what, ExchangeOptions options, base::SecretFields fields)
{
    m_bench->bitget->answer = report(what);
    return await(m_bench->exchanges->update(kName, std::move(options), std::move(fields)));
}

base::Result<SaveOutcome> TestExchanges::check(const QString &what)
{
    m_bench->bitget->answer = report(what);
    return await(m_bench->exchanges->check(kName));
}

void TestExchanges::firstSave_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("checked");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("got");

    QTest::newRow("works") << "works" << true << "used consent=no check=works exit=0" << kFirstKey;
    QTest::newRow("may withdraw") << "withdraw" << true << "waits consent=yes check=works exit=5" << "consent_required";
    QTest::newRow("rights unknown") << "unknown" << true << "used consent=no check=works-rights-unknown exit=0" << kFirstKey;
    QTest::newRow("refused") << "refused:passphrase" << true << "used consent=no check=refused exit=6" << kFirstKey;
    QTest::newRow("unchecked") << "unchecked:network" << true << "used consent=no check=unchecked exit=7" << kFirstKey;
    QTest::newRow("not to be checked") << "works" << false << "used consent=no check=none exit=0" << kFirstKey;
}

void TestExchanges::firstSave()
{
    QFETCH(QString, answer);
    QFETCH(bool, checked);
    ExchangeOptions options;
    options.check = checked;
    QTEST(told(add(answer, options)), "expected");
    QTEST(m_bench->got(kKey), "got");
    QCOMPARE(m_bench->bitget->asked.size(), checked ? 1 : 0);
}

void TestExchanges::savedBeforeItIsAsked()
{
    QString duringTheCheck;
    m_bench->bitget->whenAsked = [&] {
        duringTheCheck = m_bench->versions(kName) + QStringLiteral("; ") + m_bench->got(kKey);
    };
    QVERIFY(add(QStringLiteral("works")));
    QCOMPARE(duringTheCheck, QStringLiteral("1 pending; consent_required"));
    QCOMPARE(m_bench->versions(kName), QStringLiteral("1 current"));
    QVERIFY(m_bench->auditKinds().contains(QStringLiteral("check")));
}

void TestExchanges::refusedBeforeSaving_data()
{
    QTest::addColumn<QString>("exchange");
    QTest::addColumn<QString>("account");
    QTest::addColumn<QString>("baseUrl");
    QTest::addColumn<QStringList>("fields");
    QTest::addColumn<QString>("expected");

    const QStringList whole{QStringLiteral("api_key=k"), QStringLiteral("api_secret=s"), QStringLiteral("passphrase=p")};
    QTest::newRow("unknown exchange") << "nowhere" << "main" << "" << whole << "unknown_exchange nowhere";
    QTest::newRow("no name") << "bitget" << "" << "" << whole << "invalid_name bitget/";
    QTest::newRow("missing") << "bitget" << "main" << "" << whole.mid(0, 2) << "missing_field passphrase";
    QTest::newRow("empty") << "bitget" << "main" << "" << (whole.mid(0, 2) << QStringLiteral("passphrase="))
                           << "empty_field passphrase";
    QTest::newRow("blank") << "bitget" << "main" << "" << (whole.mid(0, 2) << QStringLiteral("passphrase=  "))
                           << "empty_field passphrase";
    QTest::newRow("plain http") << "bitget" << "main" << "http://api.example.com" << whole
                                << "insecure_transport api.example.com";
    QTest::newRow("no address") << "bitget" << "main" << "ht tp://" << whole << "invalid_argument base_url";
}

void TestExchanges::refusedBeforeSaving()
{
    QFETCH(QString, exchange);
    QFETCH(QString, account);
    QFETCH(QString, baseUrl);
    QFETCH(QStringList, fields);
    ExchangeOptions options;
    options.baseUrl = baseUrl;
    QTEST(told(await(m_bench->exchanges->add(exchange, account, options, vaulttest::fields(fields)))), "expected");
    QCOMPARE(await(m_bench->exchanges->list())->size(), 0);
    QCOMPARE(m_bench->bitget->asked.size(), 0);
}

void TestExchanges::nameTaken()
{
    QVERIFY(add(QStringLiteral("works")));
    QCOMPARE(told(add(QStringLiteral("works"), {}, bitgetFields(kSecondKey))), QStringLiteral("already_exists bitget/main"));
    QCOMPARE(m_bench->got(kKey), kFirstKey);
}

void TestExchanges::hintAndAttributes()
{
    ExchangeOptions options;
    options.demo = true;
    options.baseUrl = QStringLiteral("https://127.0.0.1:9");
    base::SecretFields fields = bitgetFields();
    fields.insert_or_assign(QStringLiteral("passphrase"), vaulttest::secret(" Passphrase123\n"));
    const auto saved = add(QStringLiteral("works"), options, std::move(fields));
    QVERIFY(saved);
    QCOMPARE(saved->notices.size(), 2); // the space and the line break that pasting brought along
    const auto shown = await(m_bench->exchanges->show(kName));
    QVERIFY(shown);
    QCOMPARE(shown->credential.current()->keyHint, QStringLiteral("bg_0...cdef"));
    QCOMPARE(shown->credential.attributeValue(vault::attribute::kEnvironment), QStringLiteral("demo"));
    QVERIFY(shown->complete);
    QCOMPARE(m_bench->got(QStringLiteral("bitget/main#passphrase")), QStringLiteral("Passphrase123"));
    QCOMPARE(m_bench->bitget->asked.first().target.environment, exchange::Environment::Demo);
    QCOMPARE(m_bench->bitget->asked.first().target.baseUrl, QUrl(options.baseUrl));
}

void TestExchanges::consentReleases()
{
    QVERIFY(add(QStringLiteral("withdraw")));
    QVERIFY(await(m_bench->exchanges->show(kName))->consentRequired);
    QVERIFY(await(m_bench->exchanges->consent(kName)));
    QCOMPARE(m_bench->got(kKey), kFirstKey);
    QVERIFY(!await(m_bench->exchanges->show(kName))->consentRequired);
    COMPARE_CODE(await(m_bench->exchanges->consent(kName)), base::ErrorCode::NotFound);
    // What was agreed to stays so.
    QCOMPARE(told(check(QStringLiteral("withdraw"))), QStringLiteral("used consent=no check=works exit=0"));
    QVERIFY(m_bench->auditKinds().contains(QStringLiteral("consent-given")));
}

void TestExchanges::noResultReleasesWhatIsHeldBack()
{
    QVERIFY(add(QStringLiteral("withdraw")));
    for (const QString &answer :
         {QStringLiteral("unchecked:network"), QStringLiteral("unknown"), QStringLiteral("refused:ip")}) {
        const auto again = check(answer);
        QVERIFY(again && again->consentRequired && !again->inUse);
        QCOMPARE(m_bench->got(kKey), QStringLiteral("consent_required"));
    }
}

void TestExchanges::switchedOffAtTheExchange()
{
    QVERIFY(add(QStringLiteral("withdraw")));
    QCOMPARE(told(check(QStringLiteral("works"))), QStringLiteral("used consent=no check=works exit=0"));
    QCOMPARE(m_bench->got(kKey), kFirstKey);
}

void TestExchanges::acceptedBeforehand()
{
    ExchangeOptions options;
    options.acceptWithdraw = true;
    QCOMPARE(told(add(QStringLiteral("withdraw"), options)), QStringLiteral("used consent=no check=works exit=0"));
    // A new key has to be agreed to anew; a corrected passphrase of the same key has not.
    QCOMPARE(told(change(QStringLiteral("withdraw"), {}, vaulttest::fields({QStringLiteral("passphrase=Another12")}))),
             QStringLiteral("used consent=no check=works exit=0"));
    QCOMPARE(told(change(QStringLiteral("withdraw"), {}, bitgetFields(kSecondKey))),
             QStringLiteral("waits consent=yes check=works exit=5"));
    QCOMPARE(m_bench->got(kKey), kFirstKey);
}

void TestExchanges::update_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("checked");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("got");

    QTest::newRow("works") << "works" << true << "used consent=no check=works exit=0" << kSecondKey;
    QTest::newRow("rights unknown") << "unknown" << true << "used consent=no check=works-rights-unknown exit=0"
                                    << kSecondKey;
    QTest::newRow("refused") << "refused:key" << true << "waits consent=no check=refused exit=6" << kFirstKey;
    QTest::newRow("unchecked") << "unchecked:network" << true << "waits consent=no check=unchecked exit=7" << kFirstKey;
    QTest::newRow("may withdraw") << "withdraw" << true << "waits consent=yes check=works exit=5" << kFirstKey;
    QTest::newRow("not to be checked") << "works" << false << "used consent=no check=none exit=0" << kSecondKey;
}

void TestExchanges::update()
{
    QFETCH(QString, answer);
    QFETCH(bool, checked);
    QVERIFY(add(QStringLiteral("works")));
    ExchangeOptions options;
    options.check = checked;
    QTEST(told(change(answer, options, vaulttest::fields({QStringLiteral("api_key=") + kSecondKey}))), "expected");
    QTEST(m_bench->got(kKey), "got");
    // Fields that were not given stay.
    QCOMPARE(m_bench->got(QStringLiteral("bitget/main#passphrase")), QStringLiteral("Passphrase123"));
}

void TestExchanges::updateOfAnotherAccount()
{
    QVERIFY(add(QStringLiteral("works")));
    m_bench->bitget->answer = report(QStringLiteral("works"), QStringLiteral("2"));
    const auto updated = await(m_bench->exchanges->update(kName, {}, bitgetFields(kSecondKey)));
    QVERIFY(updated);
    QVERIFY(updated->otherAccount);
    QVERIFY(!updated->inUse);
    QCOMPARE(service::json::exitStatusForCheck(*updated), 6);
    QCOMPARE(m_bench->got(kKey), kFirstKey);
    // Meant so: it is used, and from then on it is the account.
    QVERIFY(await(m_bench->exchanges->useAnyway(kName)));
    QCOMPARE(m_bench->got(kKey), kSecondKey);
    m_bench->bitget->answer = report(QStringLiteral("works"), QStringLiteral("2"));
    const auto again = await(m_bench->exchanges->update(kName, {}, bitgetFields()));
    QVERIFY(again && again->inUse);
}

void TestExchanges::updateKeepsWhatIsKnownOfTheOld()
{
    QVERIFY(add(QStringLiteral("works")));
    QVERIFY(change(QStringLiteral("refused:key"), {}, bitgetFields(kSecondKey)));
    const auto shown = await(m_bench->exchanges->show(kName));
    QVERIFY(shown && shown->lastCheck && shown->pendingCheck);
    QCOMPARE(shown->lastCheck->verdict, exchange::Verdict::Works);
    QCOMPARE(shown->pendingCheck->verdict, exchange::Verdict::Refused);
    // "Check now" acts on what waits.
    QCOMPARE(told(check(QStringLiteral("works"))), QStringLiteral("used consent=no check=works exit=0"));
    QCOMPARE(m_bench->versions(kName), QStringLiteral("1 previous, 2 current"));
    QVERIFY(!await(m_bench->exchanges->show(kName))->pendingCheck);
}

void TestExchanges::useAnywayDoesNotStandForConsent()
{
    QVERIFY(add(QStringLiteral("works")));
    COMPARE_CODE(await(m_bench->exchanges->useAnyway(kName)), base::ErrorCode::NotFound);
    QVERIFY(change(QStringLiteral("withdraw"), {}, bitgetFields(kSecondKey)));
    COMPARE_CODE(await(m_bench->exchanges->useAnyway(kName)), base::ErrorCode::ConsentRequired);
    QVERIFY(await(m_bench->exchanges->consent(kName)));
    QCOMPARE(m_bench->got(kKey), kSecondKey);
}

void TestExchanges::correctingAHeldBackKeyDoesNotReleaseIt()
{
    QVERIFY(add(QStringLiteral("withdraw")));
    ExchangeOptions unchecked;
    unchecked.check = false;
    const auto corrected = change({}, unchecked, vaulttest::fields({QStringLiteral("passphrase=Another12")}));
    QVERIFY(corrected && corrected->consentRequired);
    QCOMPARE(m_bench->versions(kName), QStringLiteral("1 rejected, 2 pending"));
    QCOMPARE(told(check(QStringLiteral("unchecked:network"))), QStringLiteral("waits consent=yes check=unchecked exit=5"));
}

void TestExchanges::otherKindOfKey()
{
    QVERIFY(add(QStringLiteral("works")));
    QVERIFY(change(QStringLiteral("works"), {}, vaulttest::fields({QStringLiteral("private_key=-----BEGIN X")})));
    QCOMPARE(m_bench->stored(kName).current()->fields,
             (QStringList{QStringLiteral("api_key"), QStringLiteral("passphrase"), QStringLiteral("private_key")}));
    QCOMPARE(told(change(QStringLiteral("works"), {}, vaulttest::fields({QStringLiteral("passphrase=")}))),
             QStringLiteral("empty_field passphrase"));
}

void TestExchanges::laterCheckHoldsBack()
{
    QVERIFY(add(QStringLiteral("works")));
    QCOMPARE(told(check(QStringLiteral("withdraw"))), QStringLiteral("waits consent=yes check=works exit=5"));
    QCOMPARE(m_bench->got(kKey), QStringLiteral("consent_required"));
    QVERIFY(m_bench->auditKinds().contains(QStringLiteral("held-back")));
    QVERIFY(await(m_bench->exchanges->consent(kName)));
    QCOMPARE(m_bench->got(kKey), kFirstKey);
}

void TestExchanges::elsewhere()
{
    ExchangeOptions options;
    options.elsewhere = true;
    QVERIFY(add(QStringLiteral("refused:ip"), options));
    QCOMPARE(told(check(QStringLiteral("refused:ip"))), QStringLiteral("used consent=no check=refused exit=0"));
    QCOMPARE(told(check(QStringLiteral("refused:key"))), QStringLiteral("used consent=no check=refused exit=6"));
    QVERIFY(await(m_bench->exchanges->setElsewhere(kName, false))); // taken back: a refusal like any other
    QCOMPARE(told(check(QStringLiteral("refused:ip"))), QStringLiteral("used consent=no check=refused exit=6"));
    // A replacement that cannot be proven from here is not in use, and a script must hear that.
    QCOMPARE(told(change(QStringLiteral("refused:ip"), options, bitgetFields(kSecondKey))),
             QStringLiteral("waits consent=no check=refused exit=6"));
}

void TestExchanges::checkAll()
{
    QVERIFY(add(QStringLiteral("works")));
    m_bench->bitget->answer = report(QStringLiteral("works"));
    QVERIFY(await(m_bench->exchanges->add(QStringLiteral("bitget"), QStringLiteral("other"), {}, bitgetFields(kSecondKey))));
    m_bench->bitget->answer = base::fail(base::ErrorCode::MissingField, QStringLiteral("passphrase"));
    auto all = await(m_bench->exchanges->checkAll());
    QVERIFY(all);
    QCOMPARE(all->size(), 2);
    QVERIFY(all->first().problem);
    const QJsonObject row = service::json::checkObject(all->first());
    QCOMPARE(row.keys(), service::reportObject(kName, report(QStringLiteral("works"))).keys());
    QCOMPARE(row.value(QStringLiteral("message")), QJsonValue(QStringLiteral("The field \"passphrase\" is missing.")));
    QCOMPARE(row.value(QStringLiteral("exchange")), QJsonValue(QStringLiteral("bitget")));
    QCOMPARE(service::json::exitStatusForChecks(*all), 7);
    m_bench->bitget->answer = report(QStringLiteral("withdraw"));
    all = await(m_bench->exchanges->checkAll());
    QCOMPARE(service::json::exitStatusForChecks(*all), 5);
    m_bench->bitget->answer = base::fail(base::ErrorCode::Cancelled);
    COMPARE_CODE(await(m_bench->exchanges->checkAll()), base::ErrorCode::Cancelled);
}

void TestExchanges::lockedDuringTheCheck()
{
    QVERIFY(add(QStringLiteral("works")));
    m_bench->bitget->whenAsked = [this] { static_cast<void>(m_bench->host->lock(service::LockReason::User)); };
    COMPARE_CODE(check(QStringLiteral("withdraw")), base::ErrorCode::Locked);
    m_bench->bitget->whenAsked = {};
    m_bench->unlock();
    const auto shown = await(m_bench->exchanges->show(kName));
    QVERIFY(shown && shown->lastCheck);
    QCOMPARE(shown->lastCheck->rights.withdraw, std::optional(false)); // the dropped answer left no trace
    QCOMPARE(m_bench->got(kKey), kFirstKey);
}

void TestExchanges::incompleteAccount()
{
    m_bench->putSecret(QStringLiteral("bitget_api_key"), {QStringLiteral("value=") + kFirstKey});
    const auto shown = await(m_bench->exchanges->show(kName));
    QVERIFY(shown);
    QVERIFY(!shown->complete);
    QCOMPARE(told(change(QStringLiteral("works"), {}, vaulttest::fields({QStringLiteral("passphrase=Passphrase123")}))),
             QStringLiteral("missing_field api_secret"));
}

void TestExchanges::unusablePrivateKey()
{
    m_bench->bitget->answer = base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("private_key"));
    const auto saved = await(m_bench->exchanges->add(QStringLiteral("bitget"), QStringLiteral("main"), {}, bitgetFields()));
    QCOMPARE(told(saved), QStringLiteral("used consent=no check=unchecked exit=7"));
    QCOMPARE(saved->check->category, exchange::Category::Secret);
}

void TestExchanges::sign()
{
    QVERIFY(add(QStringLiteral("works")));
    exchange::SigningRequest request;
    request.method = QByteArrayLiteral("get");
    request.path = QByteArrayLiteral("/api/v2/spot/account/info");
    const auto made = await(m_bench->exchanges->sign(kName, request));
    VERIFY_OK(made);
    QCOMPARE(made->url, QUrl(QStringLiteral("https://api.bitget.com/api/v2/spot/account/info")));
    const auto stamp = std::ranges::find(made->headers, QByteArrayLiteral("ACCESS-TIMESTAMP"),
                                         &exchange::SignedRequest::Header::name);
    QVERIFY(stamp != made->headers.end());
    QCOMPARE(vaulttest::textOf(stamp->value), QByteArray::number(static_cast<qint64>(m_bench->home.clock.nowMs())));
    QCOMPARE(m_bench->auditKinds().last(), QStringLiteral("signed"));
    QVERIFY(check(QStringLiteral("withdraw")));
    COMPARE_CODE(await(m_bench->exchanges->sign(kName, request)), base::ErrorCode::ConsentRequired);
}

void TestExchanges::remove()
{
    QVERIFY(add(QStringLiteral("works")));
    m_bench->putSecret(QStringLiteral("plain"), {QStringLiteral("value=v")});
    COMPARE_CODE(await(m_bench->exchanges->remove(QStringLiteral("plain"))), base::ErrorCode::NotFound); // no account
    QVERIFY(await(m_bench->exchanges->remove(kName)));
    COMPARE_CODE(await(m_bench->exchanges->show(kName)), base::ErrorCode::NotFound);
}

void TestExchanges::realProbe_data()
{
    QTest::addColumn<QStringList>("rights");
    QTest::addColumn<QString>("passphrase");
    QTest::addColumn<QString>("expected");

    const QStringList trading{QStringLiteral("stor"), QStringLiteral("stow")};
    QTest::newRow("works") << trading << "Passphrase123" << "used consent=no check=works exit=0";
    QTest::newRow("may withdraw") << (QStringList(trading) << QStringLiteral("wwow")) << "Passphrase123"
                                  << "waits consent=yes check=works exit=5";
    QTest::newRow("wrong passphrase") << trading << "Wrong12345" << "used consent=no check=refused exit=6";
}

void TestExchanges::realProbe()
{
    QFETCH(QStringList, rights);
    QFETCH(QString, passphrase);
    testsupport::BitgetSimulator simulator;
    testsupport::SimulatedKey key;
    key.rights = rights;
    simulator.setKey(key);
    net::QtHttpClient http;
    const base::SystemClock clock;
    const exchange::ProbeMap probes = exchange::makeProbes(*m_bench->catalogue, http, clock);
    service::Exchanges exchanges({*m_bench->host, *m_bench->catalogue, probes, {QStringLiteral("test")}});
    ExchangeOptions options;
    options.baseUrl = simulator.baseUrl().toString();
    options.caPem = simulator.caPem();
    base::SecretFields fields = bitgetFields();
    fields.insert_or_assign(QStringLiteral("passphrase"), vaulttest::secret(passphrase.toStdString()));
    QTEST(told(await(exchanges.add(QStringLiteral("bitget"), QStringLiteral("main"), options, std::move(fields)))),
          "expected");
}

LATCHKEY_TEST_MAIN(TestExchanges)
#include "tst_exchanges.moc"
