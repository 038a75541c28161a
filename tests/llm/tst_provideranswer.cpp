// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/provideranswer.h"

#include "net/httpmessage.h"
#include "support/testmain.h"

namespace {

net::HttpResponse response(int status, const QByteArray &body,
                           const QByteArray &type = QByteArrayLiteral("application/json"))
{
    return {status, {}, {{"Content-Type", type}}, body, 0};
}

QString written(const llm::Judgement &judgement)
{
    QStringList parts{nameOf(judgement.verdict), nameOf(judgement.category)};
    if (judgement.warning)
        parts << nameOf(*judgement.warning);
    return parts.join(u' ');
}

} // namespace

class TestProviderAnswer final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void judged_data();
    void judged();
    void withoutAnswer_data();
    void withoutAnswer();
    void codes_data();
    void codes();
    void lists();
    void hostileNames();
};

void TestProviderAnswer::judged_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, int status, const char *body, const char *expected,
                        const char *type = "application/json") {
        QTest::newRow(name) << status << QByteArray(body) << QByteArray(type) << QString::fromLatin1(expected);
    };
    row("key", 401, R"({"error":{"code":"invalid_api_key"}})", "refused key");
    row("key, no body", 401, "", "refused key", "text/plain");
    row("login page with 401", 401, "<html></html>", "unchecked blocked", "text/html");
    row("balance", 402, R"({"error":{"code":"no_balance"}})", "refused account");
    row("quota", 429, R"({"error":{"code":"insufficient_quota"}})", "refused account");
    row("rate", 429, R"({"error":{"code":"rate_limit_exceeded"}})", "unchecked rate");
    row("right", 403, R"({"error":{"code":"PermissionDenied"}})", "refused permission");
    row("region", 403, R"({"error":{"code":"unsupported_country_region_territory"}})", "unchecked blocked region_blocked");
    row("region by status", 451, "", "unchecked blocked region_blocked", "text/plain");
    row("firewall", 403, "Forbidden", "unchecked blocked", "text/plain");
    row("firewall's page", 403, "<html></html>", "unchecked blocked", "text/html");
    row("portal", 200, "<!DOCTYPE html>", "unchecked blocked", "text/plain");
    row("wrong address", 404, R"({"error":{"code":"404"}})", "unchecked address");
    row("wrong address, a page", 404, "<html></html>", "unchecked address", "text/html");
    row("wrong API version", 400, R"({"error":{"code":"BadRequest"}})", "unchecked address");
    row("another API", 200, R"({"hello":"world"})", "unchecked address");
    row("no JSON", 200, "hello", "unchecked address", "text/plain");
    row("maintenance page", 503, "<html></html>", "unchecked blocked", "text/html");
    row("broken page", 500, "<html></html>", "unchecked maintenance", "text/html");
    row("overloaded", 529, "{}", "unchecked maintenance");
    row("teapot", 418, "{}", "unchecked maintenance");
}

void TestProviderAnswer::judged()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, type);
    QTEST(written(llm::judge(llm::readAnswer(response(status, body, type)))), "expected");
}

void TestProviderAnswer::withoutAnswer_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("expected"); ///< empty: no judgement
    const auto row = [](const char *name, base::ErrorCode code, const char *expected) {
        QTest::newRow(name) << static_cast<int>(code) << QString::fromLatin1(expected);
    };
    row("network", base::ErrorCode::NetworkFailure, "unchecked network");
    row("time", base::ErrorCode::TimedOut, "unchecked network");
    row("no HTTP", base::ErrorCode::BadResponse, "unchecked network");
    row("TLS", base::ErrorCode::TlsFailure, "unchecked tls");
    row("redirect", base::ErrorCode::RedirectRefused, "unchecked blocked redirected");
    row("huge", base::ErrorCode::ResponseTooLarge, "unchecked maintenance");
    row("not encrypted", base::ErrorCode::InsecureTransport, "");
    row("cancelled", base::ErrorCode::Cancelled, "");
}

void TestProviderAnswer::withoutAnswer()
{
    QFETCH(int, code);
    QFETCH(QString, expected);
    const auto judgement = llm::judge(base::Error{static_cast<base::ErrorCode>(code), {}});
    QCOMPARE(judgement ? written(*judgement) : QString(), expected);
}

void TestProviderAnswer::codes_data()
{
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *error, const char *expected) {
        QTest::newRow(error) << QByteArray(error) << QString::fromLatin1(expected);
    };
    row(R"({"code":"DeploymentNotFound"})", "DeploymentNotFound");
    row(R"({"code":401})", "401");
    row(R"({"code":null,"type":"authentication_error"})", "authentication_error");
    row(R"({"code":"a sentence, not a code","type":"t"})", "t");
    row(R"({"code":"<b>"})", "");
    row(R"({"code":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})", "");
    row(R"("unauthorized")", "");
}

void TestProviderAnswer::codes()
{
    QFETCH(QByteArray, error);
    QTEST(llm::readAnswer(response(400, "{\"error\":" + error + '}')).code, "expected");
}

void TestProviderAnswer::lists()
{
    const auto read = [](const QByteArray &body, int status = 200) {
        return llm::modelsIn(llm::readAnswer(response(status, body)), QLatin1StringView("data"), QLatin1StringView("id"));
    };
    QVERIFY(!read("{}"));
    QVERIFY(!read(R"({"data":{"id":"m"}})"));
    QVERIFY(!read(R"({"data":[{"id":"m"}]})", 201));
    QCOMPARE(*read(R"({"data":[]})"), QList<llm::Model>());
    const auto models = read(R"({"data":[{"id":"chat","capabilities":{"chat_completion":true}},
        {"id":"embed","capabilities":{"chat_completion":false},"size":7},{"id":"?"},{"name":"none"},5]})");
    QVERIFY(models);
    QCOMPARE(*models,
             (QList<llm::Model>{
                 {QStringLiteral("chat"), true, {}}, {QStringLiteral("embed"), false, 7}, {QStringLiteral("?"), {}, {}}}));
}

void TestProviderAnswer::hostileNames()
{
    QByteArray body = R"({"data":[{"id":"a\nb"},{"id":"\u202e"},{"id":""},{"id":")" + QByteArray(201, 'x') + R"("})";
    for (int i = 0; i < 6000; ++i)
        body += R"(,{"id":"m"})";
    const auto models = llm::modelsIn(llm::readAnswer(response(200, body + "]}")), QLatin1StringView("data"),
                                      QLatin1StringView("id"));
    QVERIFY(models);
    QCOMPARE(models->size(), 5000);
    for (const llm::Model &model : *models)
        QCOMPARE(model.id, QStringLiteral("m"));
}

LATCHKEY_TEST_MAIN(TestProviderAnswer)
#include "tst_provideranswer.moc"
