// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/qthttpclient.h"

#include "support/await.h"
#include "support/httptestserver.h"
#include "support/networkthreads.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QTimer>

using net::HttpRequest;
using net::QtHttpClient;
using testsupport::await;
using testsupport::HttpTestServer;
using testsupport::outcome;
using testsupport::ReceivedRequest;
using testsupport::ThrowawayCa;

namespace {

void answerOk(QTcpSocket &socket, const ReceivedRequest &)
{
    HttpTestServer::answer(socket, 200, "{}");
}

void keepSilent(QTcpSocket &, const ReceivedRequest &)
{
}

net::Payload secret(const char *text)
{
    return *base::SecretBytes::copyOf(std::string_view(text));
}

} // namespace

class TestQtHttpClient final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void cleanupTestCase() { testsupport::waitForNetworkThreads(); }
    void everyStatusIsAnAnswer_data();
    void everyStatusIsAnAnswer();
    void requestArrivesAsGiven();
    void nothingIsRemembered();
    void redirectIsRefused_data();
    void redirectIsRefused();
    void dropIsNotRepeated_data();
    void dropIsNotRepeated();
    void silenceEnds();
    void silenceBeforeTlsEnds();
    void drippingBodyEnds();
    void bodyCap_data();
    void bodyCap();
    void cutAnswer_data();
    void cutAnswer();
    void garbageIsNoAnswer();
    void nobodyThere();
    void nameThatCannotBe();
    void forgetting();
    void destroying();
    void roundTripIsTheServersTime();

private:
    [[nodiscard]] HttpRequest request(const QUrl &url, const QByteArray &method = QByteArrayLiteral("GET")) const
    {
        HttpRequest out;
        out.url = url;
        out.method = method;
        out.caPem = m_ca.certificatePem();
        return out;
    }

    ThrowawayCa m_ca;
};

void TestQtHttpClient::everyStatusIsAnAnswer_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {200, 201, 300, 304, 400, 401, 402, 403, 404, 409, 418, 429, 451, 500, 502, 503, 529})
        QTest::addRow("%d", status) << status;
}

void TestQtHttpClient::everyStatusIsAnAnswer()
{
    QFETCH(int, status);
    const bool bodiless = status == 304; // by definition
    HttpTestServer server(m_ca.issue(), [&](QTcpSocket &socket, const ReceivedRequest &) {
        HttpTestServer::answer(socket, status, bodiless ? QByteArray() : QByteArray("the body"), "text/plain",
                               "WWW-Authenticate: Basic realm=\"x\"\r\nRetry-After: 7\r\n");
    });
    QtHttpClient client;
    const auto response = await(client.send(request(server.url())));
    QCOMPARE(outcome(response), QStringLiteral("ok"));
    QCOMPARE(response->status, status);
    QCOMPARE(response->body, bodiless ? QByteArray() : QByteArray("the body"));
    QCOMPARE(response->reason, "Status " + QByteArray::number(status));
    QCOMPARE(response->header("retry-after"), QByteArray("7"));
    QCOMPARE(server.requests().size(), 1);
}

void TestQtHttpClient::requestArrivesAsGiven()
{
    HttpTestServer server(m_ca.issue(), answerOk);
    QtHttpClient client;
    HttpRequest post = request(server.url(QStringLiteral("/api/v2/x")), "POST");
    post.url.setQuery(QStringLiteral("b=%2F&a=1,2"));
    post.headers.push_back({"ACCESS-KEY", secret("the key")});
    post.headers.push_back({"Content-Type", QByteArray("application/json")});
    post.body = secret("{\"a\":1}");
    QCOMPARE(outcome(await(client.send(std::move(post)))), QStringLiteral("ok"));
    QCOMPARE(server.requests().size(), 1);
    const ReceivedRequest &seen = server.requests().first();
    QCOMPARE(seen.method, QByteArray("POST"));
    QCOMPARE(seen.target, QByteArray("/api/v2/x?b=%2F&a=1,2"));
    QCOMPARE(seen.header("access-key"), QByteArray("the key"));
    QCOMPARE(seen.header("content-type"), QByteArray("application/json"));
    QCOMPARE(seen.body, QByteArray("{\"a\":1}"));
    QCOMPARE(seen.header("accept-encoding"), QByteArray("identity"));
    QVERIFY(seen.header("user-agent").startsWith("Latchkey/"));
    QVERIFY(seen.header("cookie").isEmpty());
}

void TestQtHttpClient::nothingIsRemembered()
{
    HttpTestServer server(m_ca.issue(), [](QTcpSocket &socket, const ReceivedRequest &) {
        HttpTestServer::answer(socket, 200, "{}", "application/json",
                               "Set-Cookie: a=b\r\nCache-Control: max-age=3600\r\nETag: \"1\"\r\n");
    });
    QtHttpClient client;
    for (int i = 0; i < 3; ++i)
        QCOMPARE(outcome(await(client.send(request(server.url())))), QStringLiteral("ok"));
    QCOMPARE(server.requests().size(), 3); // no cache
    QCOMPARE(server.connections(), 1);     // but one connection
    for (const ReceivedRequest &seen : server.requests()) {
        QVERIFY(seen.header("cookie").isEmpty());
        QVERIFY(seen.header("if-none-match").isEmpty());
    }
}

void TestQtHttpClient::redirectIsRefused_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("method");
    for (const int status : {301, 302, 303, 307, 308}) {
        QTest::addRow("GET %d", status) << status << QByteArray("GET");
        QTest::addRow("POST %d", status) << status << QByteArray("POST");
    }
}

void TestQtHttpClient::redirectIsRefused()
{
    QFETCH(int, status);
    QFETCH(QByteArray, method);
    HttpTestServer second(m_ca.issue(), answerOk);
    QUrl elsewhere = second.url(QStringLiteral("/stolen"));
    elsewhere.setHost(QStringLiteral("localhost")); // another host, as Qt sees it
    HttpTestServer first(m_ca.issue(), [&](QTcpSocket &socket, const ReceivedRequest &) {
        HttpTestServer::answer(socket, status, "moved", "text/plain", "Location: " + elsewhere.toEncoded() + "\r\n");
    });
    QtHttpClient client;
    HttpRequest signedRequest = request(first.url(), method);
    signedRequest.headers.push_back({"Authorization", secret("Bearer secret")});
    signedRequest.body = method == "POST" ? QByteArray("x") : QByteArray();
    const auto response = await(client.send(std::move(signedRequest)));
    QCOMPARE(outcome(response), QStringLiteral("redirect_refused"));
    QCOMPARE(response.error().detail, QStringLiteral("localhost"));
    QCOMPARE(first.requests().size(), 1);
    // A second request to the first host proves that there was time for the second host to be asked.
    first.setHandler(answerOk);
    QCOMPARE(outcome(await(client.send(request(first.url())))), QStringLiteral("ok"));
    QCOMPARE(second.connections(), 0);
}

void TestQtHttpClient::dropIsNotRepeated_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("connectionIsOld");
    for (const char *method : {"POST", "PUT", "PATCH", "DELETE"}) {
        for (const bool old : {false, true}) {
            const char *age = old ? "old connection" : "new connection";
            QTest::addRow("%s, %s", method, age) << QByteArray(method) << QByteArray("body") << old;
            QTest::addRow("%s without body, %s", method, age) << QByteArray(method) << QByteArray() << old;
        }
    }
}

void TestQtHttpClient::dropIsNotRepeated()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    QFETCH(bool, connectionIsOld);
    HttpTestServer server(m_ca.issue(), answerOk);
    QtHttpClient client;
    if (connectionIsOld)
        QCOMPARE(outcome(await(client.send(request(server.url())))), QStringLiteral("ok"));
    server.forgetRequests();
    server.setHandler([](QTcpSocket &socket, const ReceivedRequest &) { socket.abort(); });
    HttpRequest dropped = request(server.url(), method);
    dropped.body = body;
    QCOMPARE(outcome(await(client.send(std::move(dropped)))), QStringLiteral("network_failure"));
    QCOMPARE(server.requests().size(), 1);
}

void TestQtHttpClient::silenceEnds()
{
    HttpTestServer server(m_ca.issue(), keepSilent);
    QtHttpClient client;
    HttpRequest asked = request(server.url());
    asked.limits.idle = std::chrono::milliseconds(1000);
    asked.limits.deadline = std::chrono::milliseconds(60'000);
    const auto response = await(client.send(std::move(asked)));
    QCOMPARE(outcome(response), QStringLiteral("timed_out"));
    QCOMPARE(response.error().detail, QStringLiteral("OperationCanceledError")); // the idle timer, not the deadline
    QCOMPARE(server.requests().size(), 1);
}

void TestQtHttpClient::silenceBeforeTlsEnds()
{
    QTcpServer mute; // accepts, and never says a word of TLS
    QVERIFY(mute.listen(QHostAddress::LocalHost));
    QtHttpClient client;
    HttpRequest asked = request(QUrl(QStringLiteral("https://127.0.0.1:%1/").arg(mute.serverPort())));
    asked.limits.idle = std::chrono::milliseconds(200);
    const auto response = await(client.send(std::move(asked)));
    QCOMPARE(outcome(response), QStringLiteral("timed_out"));
    QCOMPARE(response.error().detail, QStringLiteral("OperationCanceledError"));
}

void TestQtHttpClient::drippingBodyEnds()
{
    HttpTestServer server(m_ca.issue(), [](QTcpSocket &socket, const ReceivedRequest &) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
        auto *timer = new QTimer(&socket);
        connect(timer, &QTimer::timeout, &socket, [&socket] { socket.write("x"); });
        timer->start(20);
    });
    QtHttpClient client;
    HttpRequest asked = request(server.url());
    asked.limits.idle = std::chrono::milliseconds(30'000);
    asked.limits.deadline = std::chrono::milliseconds(400);
    QElapsedTimer clock;
    clock.start();
    const auto response = await(client.send(std::move(asked)));
    QCOMPARE(outcome(response), QStringLiteral("timed_out"));
    QCOMPARE(response.error().detail, QStringLiteral("deadline"));
    QVERIFY(clock.elapsed() >= 390);
    QVERIFY(clock.elapsed() < 20'000);
}

void TestQtHttpClient::bodyCap_data()
{
    QTest::addColumn<bool>("lengthIsTold");
    QTest::addColumn<int>("size");
    QTest::addColumn<QString>("expected");
    const QString tooLarge = QStringLiteral("response_too_large");
    QTest::newRow("told, just fits") << true << 1000 << QStringLiteral("ok");
    QTest::newRow("told, one too many") << true << 1001 << tooLarge;
    QTest::newRow("not told, just fits") << false << 1000 << QStringLiteral("ok");
    QTest::newRow("not told, far too many") << false << 1'000'000 << tooLarge;
}

void TestQtHttpClient::bodyCap()
{
    QFETCH(bool, lengthIsTold);
    QFETCH(int, size);
    QFETCH(QString, expected);
    HttpTestServer server(m_ca.issue(), [&](QTcpSocket &socket, const ReceivedRequest &) {
        const QByteArray length = lengthIsTold ? "Content-Length: " + QByteArray::number(size) + "\r\n" : QByteArray();
        socket.write("HTTP/1.1 200 OK\r\n" + length + "\r\n" + QByteArray(size, 'x'));
        socket.disconnectFromHost();
    });
    QtHttpClient client;
    HttpRequest asked = request(server.url());
    asked.limits.bodyCap = 1000;
    QCOMPARE(outcome(await(client.send(std::move(asked)))), expected);
}

void TestQtHttpClient::cutAnswer_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("success") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"code\":");
    QTest::newRow("refusal") << QByteArray("HTTP/1.1 400 Bad\r\nContent-Length: 100\r\n\r\n{\"code\":");
    QTest::newRow("chunks") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n5\r\nwo");
    QTest::newRow("headers") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le");
    QTest::newRow("nothing") << QByteArray();
}

void TestQtHttpClient::cutAnswer()
{
    QFETCH(QByteArray, answer);
    HttpTestServer server(m_ca.issue(), [&](QTcpSocket &socket, const ReceivedRequest &) {
        socket.write(answer);
        socket.disconnectFromHost();
    });
    QtHttpClient client;
    QCOMPARE(outcome(await(client.send(request(server.url())))), QStringLiteral("network_failure"));
}

void TestQtHttpClient::garbageIsNoAnswer()
{
    HttpTestServer server(m_ca.issue(), [&](QTcpSocket &socket, const ReceivedRequest &) {
        socket.write("\x01\x02 this is not HTTP\r\n\r\n");
        socket.disconnectFromHost();
    });
    QtHttpClient client;
    const QString result = outcome(await(client.send(request(server.url()))));
    QVERIFY2(result == QStringLiteral("bad_response") || result == QStringLiteral("network_failure"), qPrintable(result));
}

void TestQtHttpClient::nobodyThere()
{
    QTcpServer gone;
    QVERIFY(gone.listen(QHostAddress::LocalHost));
    const quint16 port = gone.serverPort();
    gone.close();
    QtHttpClient client;
    const auto response = await(client.send(request(QUrl(QStringLiteral("https://127.0.0.1:%1/").arg(port)))));
    QCOMPARE(outcome(response), QStringLiteral("network_failure"));
    QCOMPARE(response.error().detail, QStringLiteral("ConnectionRefusedError"));
}

void TestQtHttpClient::nameThatCannotBe()
{
    // 63 characters is the most that a part of a name may have, so that the resolver refuses without asking anybody.
    QtHttpClient client;
    const QString host = QString(64, u'a') + QStringLiteral(".invalid");
    QUrl url;
    url.setScheme(QStringLiteral("https"));
    url.setHost(host);
    const auto response = await(client.send(request(url)));
    QVERIFY(!response);
    QVERIFY2(outcome(response) == QStringLiteral("network_failure")
                 || outcome(response) == QStringLiteral("invalid_argument"),
             qPrintable(outcome(response)));
}

void TestQtHttpClient::forgetting()
{
    HttpTestServer server(m_ca.issue(), answerOk);
    QtHttpClient client;
    QCOMPARE(outcome(await(client.send(request(server.url())))), QStringLiteral("ok"));
    QCOMPARE(server.openConnections(), 1);
    server.setHandler(keepSilent);
    const auto underWay = client.send(request(server.url()));
    QTRY_COMPARE(server.requests().size(), 2);
    client.forgetConnections();
    QCOMPARE(outcome(await(underWay)), QStringLiteral("cancelled"));
    QTRY_COMPARE(server.openConnections(), 0);
    server.setHandler(answerOk);
    QCOMPARE(outcome(await(client.send(request(server.url())))), QStringLiteral("ok"));
    QCOMPARE(server.connections(), 2);
}

void TestQtHttpClient::destroying()
{
    HttpTestServer server(m_ca.issue(), keepSilent);
    auto client = std::make_unique<QtHttpClient>();
    const auto underWay = client->send(request(server.url()));
    QTRY_COMPARE(server.requests().size(), 1);
    client.reset();
    QCOMPARE(outcome(await(underWay)), QStringLiteral("cancelled"));
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestQtHttpClient::roundTripIsTheServersTime()
{
    HttpTestServer server(m_ca.issue(), [](QTcpSocket &socket, const ReceivedRequest &) {
        QTimer::singleShot(150, &socket, [&socket] { HttpTestServer::answer(socket, 200, "{}"); });
    });
    QtHttpClient client;
    QElapsedTimer clock;
    clock.start();
    const auto response = await(client.send(request(server.url())));
    const qint64 total = clock.elapsed();
    QCOMPARE(outcome(response), QStringLiteral("ok"));
    QVERIFY(response->roundTripMs >= 140);
    QVERIFY(response->roundTripMs <= total);
}

LATCHKEY_TEST_MAIN(TestQtHttpClient)
#include "tst_qthttpclient.moc"
