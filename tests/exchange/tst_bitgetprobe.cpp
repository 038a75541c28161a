// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/bitgetprobe.h"

#include "exchange/exchangefixture.h"
#include "exchange/scriptedhttpclient.h"
#include "net/qthttpclient.h"
#include "support/await.h"
#include "support/bitgetsimulator.h"
#include "support/fixedclock.h"
#include "support/networkthreads.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>

using exchange::CheckReport;
using exchange::Environment;
using exchange::Verdict;
using exchange::Warning;
using exchangetest::json;
using exchangetest::ScriptedHttpClient;
using testsupport::await;
using testsupport::outcome;
using testsupport::SimulatedKey;

namespace {

/// "refused secret 40009 400", and the warnings behind it.
QString written(const base::Result<CheckReport> &report)
{
    if (!report)
        return QStringLiteral("error %1 %2").arg(QString(base::codeName(report.error().code)), report.error().detail);
    QStringList parts{nameOf(report->verdict), nameOf(report->category), report->code.value_or(QString()),
                      report->httpStatus ? QString::number(*report->httpStatus) : QString()};
    for (const Warning warning : report->warnings)
        parts << nameOf(warning);
    parts.removeAll(QString());
    return parts.join(u' ');
}

constexpr const char *kClassicRefusal = R"({"code":"40084","msg":"The account is classic","data":null})";

} // namespace

class TestBitgetProbe final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanupTestCase() { testsupport::waitForNetworkThreads(); }
    void cleanup();
    void classicAccount();
    void unifiedAccount();
    void rightsAndRestrictions();
    void demo();
    void rsaKey();
    void wrongInput_data();
    void wrongInput();
    void scenario_data();
    void scenario();
    void everyCodeOfTheTable();
    void redirectShowsNobodyTheKey();
    void wrongCertificate();
    void nobodyThere();
    void unusableTarget_data();
    void unusableTarget();
    void incompleteFields();
    void clockIsMeasuredAndCorrected_data();
    void clockIsMeasuredAndCorrected();
    void timeComesFirst();
    void modesThatSendEachOtherAround();
    void refusedByTheTimeCallIsNoVerdict();
    void timeThatIsNone_data();
    void timeThatIsNone();
    void nothingSentIsKept();
    void destroyedProbe();

private:
    [[nodiscard]] base::Result<CheckReport> check(base::SecretFields fields, Environment environment = Environment::Live);
    [[nodiscard]] std::unique_ptr<exchange::BitgetProbe> makeProbe(const net::HttpLimits &limits) const;
    [[nodiscard]] exchange::ProbeTarget target(Environment environment = Environment::Live) const;

    testsupport::FixedClock m_clock;
    std::unique_ptr<testsupport::BitgetSimulator> m_exchange;
    std::unique_ptr<net::QtHttpClient> m_http;
    std::unique_ptr<exchange::BitgetProbe> m_probe;
};

void TestBitgetProbe::init()
{
    testsupport::failOnUnexpectedWarnings();
    m_exchange = std::make_unique<testsupport::BitgetSimulator>();
    m_exchange->setTimeSource([this] { return m_clock.nowMs(); });
    m_http = std::make_unique<net::QtHttpClient>();
    net::HttpLimits limits;
    limits.idle = std::chrono::milliseconds(3'000);
    limits.deadline = std::chrono::milliseconds(5'000);
    m_probe = std::make_unique<exchange::BitgetProbe>(exchange::ProbeContext{exchangetest::bitget(), *m_http, m_clock,
                                                                             limits});
}

std::unique_ptr<exchange::BitgetProbe> TestBitgetProbe::makeProbe(const net::HttpLimits &limits) const
{
    return std::make_unique<exchange::BitgetProbe>(exchange::ProbeContext{exchangetest::bitget(), *m_http, m_clock, limits});
}

void TestBitgetProbe::cleanup()
{
    m_probe.reset();
    m_http.reset();
    m_exchange.reset();
}

exchange::ProbeTarget TestBitgetProbe::target(Environment environment) const
{
    return {environment, m_exchange->baseUrl(), m_exchange->caPem(), {}};
}

base::Result<CheckReport> TestBitgetProbe::check(base::SecretFields fields, Environment environment)
{
    return await(m_probe->check(target(environment), std::move(fields)));
}

void TestBitgetProbe::classicAccount()
{
    const auto report = check(exchangetest::knownFields());
    QCOMPARE(written(report), QStringLiteral("works 200 no_ip_allowlist"));
    QCOMPARE(report->exchange, QStringLiteral("bitget"));
    QCOMPARE(report->environment, Environment::Live);
    QCOMPARE(report->rights.read, true);
    QCOMPARE(report->rights.trade, true);
    QCOMPARE(report->rights.transfer, false);
    QCOMPARE(report->rights.withdraw, false);
    QCOMPARE(report->account.uid, QStringLiteral("9876543210"));
    QVERIFY(!report->account.parent);
    QCOMPARE(report->ipAllowlist, QStringList());
    QVERIFY(!report->expiresAtMs);
    QCOMPARE(report->checkedAtMs, m_clock.nowMs());
    QByteArrayList asked;
    for (const auto &request : m_exchange->server().requests())
        asked << request.method + ' ' + request.target;
    QCOMPARE(asked,
             (QByteArrayList{"GET /api/v2/public/time", "GET /api/v3/account/info", "GET /api/v2/spot/account/info"}));
    for (const auto &request : m_exchange->server().requests())
        QCOMPARE(request.header("locale"), QByteArray("en-US"));
}

void TestBitgetProbe::unifiedAccount()
{
    SimulatedKey key;
    key.unified = true;
    key.permType = QStringLiteral("read-only");
    key.rights = {QStringLiteral("uta_mgt"), QStringLiteral("uta_trade")};
    key.ips = QStringLiteral("203.0.113.7");
    key.parentId = QStringLiteral("1234");
    m_exchange->setKey(key);
    const auto report = check(exchangetest::knownFields());
    QCOMPARE(written(report), QStringLiteral("works 200"));
    QCOMPARE(report->rights.trade, false);
    QCOMPARE(report->ipAllowlist, QStringList{QStringLiteral("203.0.113.7")});
    QCOMPARE(report->account.parent, QStringLiteral("1234"));
    QCOMPARE(m_exchange->server().requests().size(), 2);
}

void TestBitgetProbe::rightsAndRestrictions()
{
    SimulatedKey key;
    key.rights = {QStringLiteral("stor"), QStringLiteral("wwow"), QStringLiteral("brandnew")};
    m_exchange->setKey(key);
    const auto report = check(exchangetest::knownFields());
    QCOMPARE(written(report), QStringLiteral("works 200 withdraw_enabled no_ip_allowlist unknown_right"));
    QCOMPARE(report->rights.withdraw, true);
    QCOMPARE(report->rights.unknown, QStringList{QStringLiteral("brandnew")});
    key.rights = {QStringLiteral("coor")}; // a narrow key may not ask for its own rights
    m_exchange->setKey(key);
    const auto narrow = check(exchangetest::knownFields());
    QCOMPARE(written(narrow), QStringLiteral("refused permission 40014 400"));
    QCOMPARE(narrow->exchangeText, QStringLiteral("Incorrect permissions, need spot read permissions"));
    QVERIFY(!narrow->rights.withdraw); // nothing is known
    QVERIFY(!narrow->ipAllowlist);
}

void TestBitgetProbe::demo()
{
    QCOMPARE(written(check(exchangetest::knownFields(), Environment::Demo)),
             QStringLiteral("refused environment 40099 400 demo_live_mixup"));
    SimulatedKey key;
    key.demo = true;
    m_exchange->setKey(key);
    QCOMPARE(written(check(exchangetest::knownFields())), QStringLiteral("refused environment 40099 400 demo_live_mixup"));
    const auto report = check(exchangetest::knownFields(), Environment::Demo);
    QCOMPARE(written(report), QStringLiteral("works 200 no_ip_allowlist"));
    QCOMPARE(report->environment, Environment::Demo);
}

void TestBitgetProbe::rsaKey()
{
    const QJsonObject vector = exchangetest::dataJson(QStringLiteral("bitget.json"))
                                   .value(QLatin1StringView("vectors"))
                                   .toArray()
                                   .last()
                                   .toObject()
                                   .value(QLatin1StringView("credentials"))
                                   .toObject();
    SimulatedKey key;
    key.publicKeyPem = vector.value(QLatin1StringView("publicKeyPem")).toString().toUtf8();
    m_exchange->setKey(key);
    const auto rsa = [&] {
        return exchangetest::fields({{"api_key", key.apiKey},
                                     {"private_key", vector.value(QLatin1StringView("privateKeyPem")).toString().toUtf8()},
                                     {"passphrase", key.passphrase}});
    };
    QCOMPARE(written(check(rsa())), QStringLiteral("works 200 no_ip_allowlist"));
    m_exchange->setKey(SimulatedKey{}); // the exchange expects an HMAC now
    QCOMPARE(written(check(rsa())), QStringLiteral("refused secret 40009 400"));
}

void TestBitgetProbe::wrongInput_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("expected");
    QTest::newRow("key") << QStringLiteral("api_key") << QStringLiteral("refused key 40037 400");
    QTest::newRow("secret") << QStringLiteral("api_secret") << QStringLiteral("refused secret 40009 400");
    QTest::newRow("passphrase") << QStringLiteral("passphrase") << QStringLiteral("refused passphrase 40012 400");
}

void TestBitgetProbe::wrongInput()
{
    QFETCH(QString, field);
    QFETCH(QString, expected);
    base::SecretFields fields = exchangetest::knownFields();
    fields.insert_or_assign(field, exchangetest::secret("something else"));
    QCOMPARE(written(check(std::move(fields))), expected);
}

void TestBitgetProbe::scenario_data()
{
    QTest::addColumn<QString>("scenario");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *scenario, const char *expected) {
        QTest::newRow(scenario) << QString::fromLatin1(scenario) << QString::fromLatin1(expected);
    };
    row("ip", "refused ip 40018 400");
    row("code:40008", "refused clock 40008 400");
    row("maintenance", "unchecked maintenance 40200 400");
    row("rate", "unchecked rate 429 429");
    row("region", "unchecked blocked 451 region_blocked");
    row("html:403", "unchecked blocked 403");
    row("html:503", "unchecked blocked 503");
    row("html:502", "unchecked maintenance 502");
    row("html:200", "unchecked blocked 200");
    row("status:500", "unchecked maintenance 500");
    row("status:401", "refused key 401 unknown_code");
    row("text:200:hello", "unchecked maintenance 200");
    row("text:403:error code 1020", "unchecked blocked 403");
    row("answer:200:[1]", "unchecked maintenance 200");
    row("answer:200:{\"code\":", "unchecked maintenance 200");
    row("answer:200:{\"code\":40009,\"msg\":\"x\"}", "refused secret 40009 200"); // a number instead of a text
    row("answer:500:{\"code\":\"40015\",\"msg\":\"x\"}", "unchecked maintenance 40015 500");
    row("data:null", "unchecked maintenance 00000 200 unknown_code");
    row("data:{}", "works-rights-unknown 200");
    row("hang", "unchecked network");
    row("drip", "unchecked network");
    row("drop", "unchecked network");
    row("half", "unchecked network");
    row("garbage", "unchecked network");
    row("huge", "unchecked maintenance");
    row("maintenance@time", "unchecked maintenance 40200 400");
    row("rate@time", "unchecked rate 429 429");
    row("region@time", "unchecked blocked 451 region_blocked");
    row("html:403@time", "unchecked blocked 403");
    row("status:500@time", "unchecked maintenance 500");
    row("hang@time", "unchecked network");
    row("drop@time", "unchecked network");
    row("half@time", "unchecked network");
    row("garbage@time", "unchecked network");
    row("ip@time", "unchecked blocked 40018 400");
}

void TestBitgetProbe::scenario()
{
    QFETCH(QString, scenario);
    QFETCH(QString, expected);
    net::HttpLimits shortLimits;
    shortLimits.idle = std::chrono::milliseconds(300);
    shortLimits.deadline = std::chrono::milliseconds(600);
    if (scenario.startsWith(QStringLiteral("hang")) || scenario == QStringLiteral("drip"))
        m_probe = makeProbe(shortLimits);
    QVERIFY(m_exchange->play(scenario));
    QCOMPARE(written(check(exchangetest::knownFields())), expected);
    m_probe = makeProbe({});
    QVERIFY(m_exchange->play(QStringLiteral("normal")));
    QCOMPARE(written(check(exchangetest::knownFields())), QStringLiteral("works 200 no_ip_allowlist"));
}

void TestBitgetProbe::everyCodeOfTheTable()
{
    const QHash<QString, exchange::Category> codes = exchangetest::bitget().codes;
    QVERIFY(codes.size() > 60);
    for (auto it = codes.cbegin(); it != codes.cend(); ++it) {
        QVERIFY(m_exchange->play(QStringLiteral("code:") + it.key()));
        const auto report = check(exchangetest::knownFields());
        QVERIFY(report);
        const bool isNone = it.value() == exchange::Category::None;
        QCOMPARE(report->category, isNone ? exchange::Category::Maintenance : it.value());
        QCOMPARE(report->code, it.key());
        QCOMPARE(report->httpStatus, 400);
    }
}

void TestBitgetProbe::redirectShowsNobodyTheKey()
{
    testsupport::HttpTestServer portal([](QTcpSocket &socket, const auto &) {
        testsupport::HttpTestServer::answer(socket, 200, R"({"code":"00000","data":{"authorities":[]}})");
    });
    for (const char *when : {"", "@time"}) {
        const QString where = portal.url(QStringLiteral("/login")).toString();
        QVERIFY(m_exchange->play(QStringLiteral("redirect:%1%2").arg(where, QString::fromLatin1(when))));
        QCOMPARE(written(check(exchangetest::knownFields())), QStringLiteral("unchecked blocked redirected"));
    }
    QCOMPARE(portal.connections(), 0);
}

void TestBitgetProbe::wrongCertificate()
{
    const testsupport::ThrowawayCa stranger;
    exchange::ProbeTarget elsewhere = target();
    elsewhere.caPem = stranger.certificatePem();
    QCOMPARE(written(await(m_probe->check(elsewhere, exchangetest::knownFields()))), QStringLiteral("unchecked tls"));
    QVERIFY(m_exchange->server().requests().isEmpty());
}

void TestBitgetProbe::nobodyThere()
{
    const exchange::ProbeTarget gone = target();
    m_exchange.reset();
    const auto report = await(m_probe->check(gone, exchangetest::knownFields()));
    QCOMPARE(written(report), QStringLiteral("unchecked network"));
    QVERIFY(!report->skewMs);
    QVERIFY(!report->httpStatus);
}

void TestBitgetProbe::unusableTarget_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain http") << QStringLiteral("http://api.bitget.com")
                                << QStringLiteral("error insecure_transport api.bitget.com");
    QTest::newRow("path") << QStringLiteral("https://127.0.0.1/x") << QStringLiteral("error invalid_argument base_url");
    QTest::newRow("query") << QStringLiteral("https://127.0.0.1/?x") << QStringLiteral("error invalid_argument base_url");
    QTest::newRow("user") << QStringLiteral("https://a@127.0.0.1/") << QStringLiteral("error invalid_argument base_url");
    QTest::newRow("no host") << QStringLiteral("https:///") << QStringLiteral("error invalid_argument base_url");
    QTest::newRow("ftp") << QStringLiteral("ftp://127.0.0.1") << QStringLiteral("error invalid_argument base_url");
}

void TestBitgetProbe::unusableTarget()
{
    QFETCH(QString, url);
    QFETCH(QString, expected);
    exchange::ProbeTarget unusable = target();
    unusable.baseUrl = QUrl(url);
    QCOMPARE(written(await(m_probe->check(unusable, exchangetest::knownFields()))), expected);
    QVERIFY(!validateTarget(exchangetest::bitget(), unusable));
    QVERIFY(validateTarget(exchangetest::bitget(), target()));
    exchange::ProbeTarget badCa = target();
    badCa.caPem = "not a certificate";
    QCOMPARE(validateTarget(exchangetest::bitget(), badCa).error().detail, QStringLiteral("ca"));
    exchange::ProbeTarget badProxy = target();
    badProxy.proxy = QUrl(QStringLiteral("ftp://x"));
    QCOMPARE(validateTarget(exchangetest::bitget(), badProxy).error().detail, QStringLiteral("proxy"));
}

void TestBitgetProbe::incompleteFields()
{
    auto fields = exchangetest::knownFields();
    fields.erase(QStringLiteral("passphrase"));
    QCOMPARE(written(check(std::move(fields))), QStringLiteral("error missing_field passphrase"));
}

void TestBitgetProbe::clockIsMeasuredAndCorrected_data()
{
    QTest::addColumn<qint64>("serverAhead");
    QTest::addColumn<qint64>("roundTrip");
    QTest::addColumn<qint64>("skew");
    QTest::addColumn<bool>("warns");
    QTest::newRow("exact") << qint64(0) << qint64(0) << qint64(0) << false;
    QTest::newRow("way is long") << qint64(0) << qint64(400) << qint64(-200) << false;
    QTest::newRow("a second ahead") << qint64(-1000) << qint64(0) << qint64(1000) << false;
    QTest::newRow("more than a second ahead") << qint64(-1001) << qint64(0) << qint64(1001) << true;
    QTest::newRow("an hour behind") << qint64(3'600'000) << qint64(100) << qint64(-3'600'050) << true;
}

void TestBitgetProbe::clockIsMeasuredAndCorrected()
{
    QFETCH(qint64, serverAhead);
    QFETCH(qint64, roundTrip);
    QFETCH(qint64, skew);
    QFETCH(bool, warns);
    const qint64 server = m_clock.nowMs() + serverAhead;
    ScriptedHttpClient http([&](const ScriptedHttpClient::Asked &asked) -> base::Result<net::HttpResponse> {
        if (asked.url.path().endsWith(QStringLiteral("/time")))
            return json(200, "{\"code\":\"00000\",\"data\":{\"serverTime\":\"" + QByteArray::number(server) + "\"}}",
                        roundTrip);
        return json(200, R"({"code":"00000","data":{"permType":"read-only","permissions":[],"ips":"1.2.3.4"}})");
    });
    exchange::BitgetProbe probe({exchangetest::bitget(), http, m_clock, {}});
    const auto report = await(probe.check({}, exchangetest::knownFields()));
    QCOMPARE(written(report), warns ? QStringLiteral("works 200 clock_skew") : QStringLiteral("works 200"));
    QCOMPARE(report->skewMs, skew);
    QCOMPARE(http.asked().size(), std::size_t(2));
    QCOMPARE(http.asked().at(1).headers.value("ACCESS-TIMESTAMP"), QByteArray::number(m_clock.nowMs() - skew));
    QCOMPARE(http.asked().at(1).url, QUrl(QStringLiteral("https://api.bitget.com/api/v3/account/info")));
}

void TestBitgetProbe::timeComesFirst()
{
    ScriptedHttpClient http([](const auto &) { return base::fail(base::ErrorCode::NetworkFailure); });
    exchange::BitgetProbe probe({exchangetest::bitget(), http, m_clock, {}});
    QCOMPARE(written(await(probe.check({}, exchangetest::knownFields()))), QStringLiteral("unchecked network"));
    QCOMPARE(http.asked().size(), std::size_t(1));
    QCOMPARE(http.asked().front().headers.keys(), QByteArrayList{"locale"}); // no credential before the way is known to work
}

void TestBitgetProbe::modesThatSendEachOtherAround()
{
    int questions = 0;
    const char *answers[] = {kClassicRefusal, R"({"code":"40085","msg":"The account is unified","data":null})"};
    ScriptedHttpClient http([&](const ScriptedHttpClient::Asked &asked) -> base::Result<net::HttpResponse> {
        if (asked.url.path().endsWith(QStringLiteral("/time")))
            return json(200, "{\"code\":\"00000\",\"data\":{\"serverTime\":" + QByteArray::number(m_clock.nowMs()) + "}}");
        return json(400, answers[asked.url.path().contains(QStringLiteral("/v3/")) ? 0 : 1]);
    });
    exchange::BitgetProbe probe({exchangetest::bitget(), http, m_clock, {}});
    QCOMPARE(written(await(probe.check({}, exchangetest::knownFields()))), QStringLiteral("refused environment 40084 400"));
    for (const auto &asked : http.asked())
        questions += asked.headers.contains("ACCESS-SIGN") ? 1 : 0;
    QCOMPARE(questions, 3);
}

void TestBitgetProbe::refusedByTheTimeCallIsNoVerdict()
{
    for (const char *scenario : {"code:40037@time", "status:401@time", "code:40012:403@time"}) {
        QVERIFY(m_exchange->play(QString::fromLatin1(scenario)));
        const auto report = check(exchangetest::knownFields());
        QVERIFY(report);
        QCOMPARE(report->verdict, Verdict::Unchecked);
        QCOMPARE(m_exchange->server().requests().last().path(), QByteArray("/api/v2/public/time"));
    }
}

void TestBitgetProbe::timeThatIsNone_data()
{
    QTest::addColumn<QString>("data");
    for (const char *data : {"null", "{}", "{\"serverTime\":\"soon\"}", "{\"serverTime\":\"-5\"}", "{\"serverTime\":\"\"}",
                             "\"1763843465120\""})
        QTest::newRow(data) << QString::fromLatin1(data);
}

void TestBitgetProbe::timeThatIsNone()
{
    QFETCH(QString, data);
    QVERIFY(m_exchange->play(QStringLiteral("data:%1@time").arg(data)));
    QCOMPARE(written(check(exchangetest::knownFields())), QStringLiteral("unchecked maintenance 00000 200"));
}

void TestBitgetProbe::nothingSentIsKept()
{
    QVERIFY(m_exchange->play(QStringLiteral("echo")));
    const auto report = check(exchangetest::knownFields());
    QCOMPARE(written(report), QStringLiteral("refused secret 40009 400"));
    const QByteArray stored = QJsonDocument(toJson(*report)).toJson();
    const base::SecretFields known = exchangetest::knownFields();
    for (const auto &[name, value] : known)
        QVERIFY2(!stored.contains(exchangetest::revealed(value)), qPrintable(name));
    QVERIFY(!stored.contains("127.0.0.1"));
    QVERIFY(report->exchangeText->size() <= 200);
    QVERIFY(m_exchange->play(QStringLiteral("ip")));
    QCOMPARE(check(exchangetest::knownFields())->exchangeText, QStringLiteral("Invalid IP: ***"));
}

void TestBitgetProbe::destroyedProbe()
{
    QVERIFY(m_exchange->play(QStringLiteral("hang@all")));
    const auto underWay = m_probe->check(target(), exchangetest::knownFields());
    QTRY_COMPARE(m_exchange->server().requests().size(), 1);
    m_probe.reset();
    QCOMPARE(outcome(await(underWay)), QStringLiteral("cancelled"));
}

LATCHKEY_TEST_MAIN(TestBitgetProbe)
#include "tst_bitgetprobe.moc"
