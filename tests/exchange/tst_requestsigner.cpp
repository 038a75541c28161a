// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/requestsigner.h"

#include "exchange/exchangefixture.h"
#include "support/await.h"
#include "support/testmain.h"

#include <QJsonArray>

#include <algorithm>

using exchange::Environment;
using exchange::SigningRequest;
using exchange::signRequest;
using exchangetest::bitget;
using exchangetest::fields;
using exchangetest::revealed;
using testsupport::outcome;

namespace {

QByteArray text(const QJsonObject &object, const char *member)
{
    return object.value(QLatin1StringView(member)).toString().toUtf8();
}

QByteArray header(const exchange::SignedRequest &request, const QByteArray &name)
{
    const auto found = std::ranges::find(request.headers, name, &exchange::SignedRequest::Header::name);
    return found == request.headers.end() ? QByteArray("(absent)") : revealed(found->value);
}

SigningRequest getRequest(const QByteArray &query = {})
{
    return {
        .method = "GET", .path = "/api/v2/x", .query = query, .body = {}, .timestampMs = 1'760'000'000'123, .baseUrl = {}};
}

} // namespace

class TestRequestSigner final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void vectors_data();
    void vectors();
    void privateKeyInTheSecretsPlace();
    void damagedPrivateKey();
    void queryIsSorted_data();
    void queryIsSorted();
    void unsendable_data();
    void unsendable();
    void fieldsThatAreNotThere();
    void otherBase();
    void secretStaysOut();
};

void TestRequestSigner::vectors_data()
{
    QTest::addColumn<QJsonObject>("vector");
    const QJsonArray vectors =
        exchangetest::dataJson(QStringLiteral("bitget.json")).value(QLatin1StringView("vectors")).toArray();
    QCOMPARE(vectors.size(), 6);
    for (const auto &vector : vectors)
        QTest::newRow(text(vector.toObject(), "id").constData()) << vector.toObject();
}

void TestRequestSigner::vectors()
{
    QFETCH(QJsonObject, vector);
    const QJsonObject given = vector.value(QLatin1StringView("credentials")).toObject();
    const QJsonObject sent = vector.value(QLatin1StringView("request")).toObject();
    const bool rsa = given.contains(QLatin1StringView("privateKeyPem"));
    const auto credentials = fields({{"api_key", text(given, "apiKey")},
                                     {rsa ? "private_key" : "api_secret", text(given, rsa ? "privateKeyPem" : "secret")},
                                     {"passphrase", text(given, "passphrase")}});
    const SigningRequest request{
        .method = text(sent, "method"),
        .path = text(sent, "path"),
        .query = text(sent, "rawQuery"),
        .body = text(sent, "body"),
        .timestampMs = vector.value(QLatin1StringView("timestampMs")).toInteger(),
        .environment = text(vector, "environment") == "demo" ? Environment::Demo : Environment::Live,
        .baseUrl = {},
    };
    const auto signedRequest = signRequest(bitget(), credentials, request);
    QCOMPARE(outcome(signedRequest), QStringLiteral("ok"));
    const QJsonObject expected =
        vector.value(QLatin1StringView("expected")).toObject().value(QLatin1StringView("headers")).toObject();
    for (const QString &name : expected.keys())
        QCOMPARE(header(*signedRequest, name.toLatin1()), text(expected, name.toLatin1().constData()));
    QCOMPARE(header(*signedRequest, "Content-Type"), QByteArray("application/json"));
    QCOMPARE(signedRequest->url.toEncoded(), text(sent, "url"));
    QCOMPARE(signedRequest->query, text(sent, "rawQuery"));
    QCOMPARE(signedRequest->body, text(sent, "body"));
    QCOMPARE(header(*signedRequest, "paptrading"),
             expected.contains(QLatin1StringView("paptrading")) ? QByteArray("1") : QByteArray("(absent)"));
}

void TestRequestSigner::privateKeyInTheSecretsPlace()
{
    const QJsonArray vectors =
        exchangetest::dataJson(QStringLiteral("bitget.json")).value(QLatin1StringView("vectors")).toArray();
    const QJsonObject vector = vectors.last().toObject();
    QCOMPARE(text(vector, "id"), QByteArray("rsa-key"));
    const QJsonObject given = vector.value(QLatin1StringView("credentials")).toObject();
    SigningRequest request = getRequest();
    const auto named = fields({{"api_key", "k"}, {"private_key", text(given, "privateKeyPem")}, {"passphrase", "p"}});
    const auto pasted = fields({{"api_key", "k"}, {"api_secret", text(given, "privateKeyPem")}, {"passphrase", "p"}});
    const auto both = fields(
        {{"api_key", "k"}, {"api_secret", "plain"}, {"private_key", text(given, "privateKeyPem")}, {"passphrase", "p"}});
    const auto plain = fields({{"api_key", "k"}, {"api_secret", "plain"}, {"passphrase", "p"}});
    const QByteArray expected = header(*signRequest(bitget(), named, request), "ACCESS-SIGN");
    QVERIFY(expected.size() > 300); // a signature of 2048 bits
    QCOMPARE(header(*signRequest(bitget(), pasted, request), "ACCESS-SIGN"), expected);
    QCOMPARE(header(*signRequest(bitget(), both, request), "ACCESS-SIGN"), expected);
    QVERIFY(header(*signRequest(bitget(), plain, request), "ACCESS-SIGN") != expected);
}

void TestRequestSigner::damagedPrivateKey()
{
    const auto damaged = fields({{"api_key", "k"},
                                 {"private_key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"},
                                 {"passphrase", "p"}});
    const auto result = signRequest(bitget(), damaged, getRequest());
    QCOMPARE(outcome(result), QStringLiteral("invalid_argument"));
    QCOMPARE(result.error().detail, QStringLiteral("private_key"));
}

void TestRequestSigner::queryIsSorted_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("none") << QByteArray() << QByteArray();
    QTest::newRow("sorted already") << QByteArray("a=1&b=2") << QByteArray("a=1&b=2");
    QTest::newRow("backwards") << QByteArray("b=2&a=1") << QByteArray("a=1&b=2");
    QTest::newRow("by name, not by value") << QByteArray("ab=1&a=2") << QByteArray("a=2&ab=1");
    QTest::newRow("same name keeps its order") << QByteArray("a=2&a=1") << QByteArray("a=2&a=1");
    QTest::newRow("name alone") << QByteArray("b&a=1") << QByteArray("a=1&b");
    QTest::newRow("percent is sent as given") << QByteArray("s=%2F&a=%20") << QByteArray("a=%20&s=%2F");
}

void TestRequestSigner::queryIsSorted()
{
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, expected);
    const auto result = signRequest(bitget(), exchangetest::knownFields(), getRequest(query));
    QCOMPARE(outcome(result), QStringLiteral("ok"));
    QCOMPARE(result->query, expected);
    QCOMPARE(result->url.query(QUrl::FullyEncoded).toLatin1(), expected);
    const auto ordered = signRequest(bitget(), exchangetest::knownFields(), getRequest(expected));
    QCOMPARE(header(*result, "ACCESS-SIGN"), header(*ordered, "ACCESS-SIGN"));
}

void TestRequestSigner::unsendable_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("part");
    const QString path = QStringLiteral("path");
    const QString query = QStringLiteral("query");
    QTest::newRow("no path") << QByteArray("GET") << QByteArray() << QByteArray() << path;
    QTest::newRow("relative") << QByteArray("GET") << QByteArray("api") << QByteArray() << path;
    QTest::newRow("dots") << QByteArray("GET") << QByteArray("/api/../v2") << QByteArray() << path;
    QTest::newRow("dot") << QByteArray("GET") << QByteArray("/api/./v2") << QByteArray() << path;
    QTest::newRow("another host") << QByteArray("GET") << QByteArray("//evil.example/x") << QByteArray() << path;
    QTest::newRow("query in the path") << QByteArray("GET") << QByteArray("/x?a=1") << QByteArray() << path;
    QTest::newRow("fragment in the path") << QByteArray("GET") << QByteArray("/x#y") << QByteArray() << path;
    QTest::newRow("space in the path") << QByteArray("GET") << QByteArray("/x y") << QByteArray() << path;
    QTest::newRow("letters beyond ASCII") << QByteArray("GET") << QByteArray("/\xc3\xa4") << QByteArray() << path;
    QTest::newRow("lone percent") << QByteArray("GET") << QByteArray("/a%zz") << QByteArray() << path;
    QTest::newRow("rewritten by QUrl") << QByteArray("GET") << QByteArray("/a<b") << QByteArray() << path;
    QTest::newRow("space in the query") << QByteArray("GET") << QByteArray("/x") << QByteArray("a=1 2") << query;
    QTest::newRow("line break in the query") << QByteArray("GET") << QByteArray("/x") << QByteArray("a=1\r\n") << query;
    QTest::newRow("fragment in the query") << QByteArray("GET") << QByteArray("/x") << QByteArray("a=1#b") << query;
    QTest::newRow("query rewritten by QUrl") << QByteArray("GET") << QByteArray("/x") << QByteArray("a=\"b\"") << query;
    QTest::newRow("no method") << QByteArray() << QByteArray("/x") << QByteArray() << QStringLiteral("method");
    QTest::newRow("two methods") << QByteArray("GET POST") << QByteArray("/x") << QByteArray() << QStringLiteral("method");
}

void TestRequestSigner::unsendable()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, query);
    QFETCH(QString, part);
    SigningRequest request = getRequest(query);
    request.method = method;
    request.path = path;
    const auto result = signRequest(bitget(), exchangetest::knownFields(), request);
    QCOMPARE(outcome(result), QStringLiteral("invalid_argument"));
    QCOMPARE(result.error().detail, part);
}

void TestRequestSigner::fieldsThatAreNotThere()
{
    const auto missing = signRequest(bitget(), fields({{"api_key", "k"}, {"api_secret", "s"}}), getRequest());
    QCOMPARE(outcome(missing), QStringLiteral("missing_field"));
    QCOMPARE(missing.error().detail, QStringLiteral("passphrase"));
    const auto empty = signRequest(bitget(), fields({{"api_key", "k"}, {"api_secret", ""}, {"passphrase", "p"}}),
                                   getRequest());
    QCOMPARE(outcome(empty), QStringLiteral("empty_field"));
    QCOMPARE(empty.error().detail, QStringLiteral("api_secret"));
}

void TestRequestSigner::otherBase()
{
    SigningRequest request = getRequest("a=1");
    request.method = "get";
    request.baseUrl = QUrl(QStringLiteral("https://127.0.0.1:4443/"));
    const auto result = signRequest(bitget(), exchangetest::knownFields(), request);
    QCOMPARE(outcome(result), QStringLiteral("ok"));
    QCOMPARE(result->url, QUrl(QStringLiteral("https://127.0.0.1:4443/api/v2/x?a=1")));
    QCOMPARE(result->method, QByteArray("GET"));
    request.baseUrl = QUrl(QStringLiteral("https://127.0.0.1:4443/prefix"));
    QCOMPARE(signRequest(bitget(), exchangetest::knownFields(), request).error().detail, QStringLiteral("base_url"));
}

void TestRequestSigner::secretStaysOut()
{
    const auto credentials = exchangetest::knownFields();
    const QByteArray apiSecret = revealed(credentials.at(QStringLiteral("api_secret")));
    const auto result = signRequest(bitget(), credentials, getRequest("a=1"));
    QVERIFY(result);
    QByteArray everything = result->url.toEncoded() + result->query + result->body;
    for (const auto &entry : result->headers)
        everything += entry.name + revealed(entry.value);
    QVERIFY(!everything.contains(apiSecret));
}

LATCHKEY_TEST_MAIN(TestRequestSigner)
#include "tst_requestsigner.moc"
