// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/qthttpclient.h"

#include "net/tunnelproxy.h"
#include "support/await.h"
#include "support/httptestserver.h"
#include "support/networkthreads.h"
#include "support/testmain.h"

#include <QSslConfiguration>

using net::HttpRequest;
using net::QtHttpClient;
using nettest::TunnelProxy;
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

net::Payload secret(const char *text)
{
    return *base::SecretBytes::copyOf(std::string_view(text));
}

} // namespace

/// Whom QtHttpClient trusts and which way its requests take; tst_qthttpclient has the rest.
class TestQtHttpClientRoute final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void cleanupTestCase() { testsupport::waitForNetworkThreads(); }
    void untrustedServer_data();
    void untrustedServer();
    void givenCaReplacesTheSystems();
    void connectionIsNotSharedBetweenCas();
    void oldTlsIsNotOffered();
    void plainHttpOnlyToLoopback();
    void plainHttpWithoutSecrets();
    void givenProxy();
    void systemProxy();

private:
    [[nodiscard]] HttpRequest request(const QUrl &url) const
    {
        HttpRequest out;
        out.url = url;
        out.caPem = m_ca.certificatePem();
        return out;
    }

    ThrowawayCa m_ca;
};

void TestQtHttpClientRoute::untrustedServer_data()
{
    QTest::addColumn<QString>("fault");
    for (const char *fault : {"another CA", "system roots", "expired", "another name", "plain text"})
        QTest::newRow(fault) << QString::fromLatin1(fault);
}

void TestQtHttpClientRoute::untrustedServer()
{
    QFETCH(QString, fault);
    const ThrowawayCa stranger;
    testsupport::TlsIdentity identity = m_ca.issue();
    if (fault == QStringLiteral("another CA"))
        identity = stranger.issue();
    if (fault == QStringLiteral("expired"))
        identity = m_ca.issue({QStringLiteral("127.0.0.1")}, ThrowawayCa::Validity::Expired);
    if (fault == QStringLiteral("another name"))
        identity = m_ca.issue({QStringLiteral("api.exchange.example")});
    HttpTestServer secure(identity, answerOk);
    HttpTestServer plain(answerOk);
    const bool isPlain = fault == QStringLiteral("plain text");
    QUrl url = isPlain ? plain.url() : secure.url();
    url.setScheme(QStringLiteral("https"));
    QtHttpClient client;
    HttpRequest asked = request(url);
    if (fault == QStringLiteral("system roots"))
        asked.caPem.clear();
    if (isPlain)
        asked.limits.idle = std::chrono::milliseconds(500); // it never answers a TLS greeting
    const QString result = outcome(await(client.send(std::move(asked))));
    QCOMPARE(result, isPlain ? QStringLiteral("timed_out") : QStringLiteral("tls_failure"));
    QVERIFY(secure.requests().isEmpty());
    QVERIFY(plain.requests().isEmpty());
}

void TestQtHttpClientRoute::givenCaReplacesTheSystems()
{
    // What the system trusts is what Qt's default configuration says; here it is one authority that nobody else knows.
    const ThrowawayCa system;
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    QSslConfiguration patched = before;
    patched.setCaCertificates(QSslCertificate::fromData(system.certificatePem(), QSsl::Pem));
    QSslConfiguration::setDefaultConfiguration(patched);
    HttpTestServer server(system.issue(), answerOk);
    QtHttpClient client;
    HttpRequest bySystem = request(server.url());
    bySystem.caPem.clear();
    const QString trusted = outcome(await(client.send(std::move(bySystem))));
    const QString replaced = outcome(await(client.send(request(server.url()))));
    QSslConfiguration::setDefaultConfiguration(before);
    QCOMPARE(trusted, QStringLiteral("ok"));
    QCOMPARE(replaced, QStringLiteral("tls_failure"));
    QCOMPARE(server.requests().size(), 1);
}

void TestQtHttpClientRoute::connectionIsNotSharedBetweenCas()
{
    HttpTestServer server(m_ca.issue(), answerOk);
    QtHttpClient client;
    QCOMPARE(outcome(await(client.send(request(server.url())))), QStringLiteral("ok"));
    const ThrowawayCa stranger;
    HttpRequest distrusting = request(server.url());
    distrusting.caPem = stranger.certificatePem();
    QCOMPARE(outcome(await(client.send(std::move(distrusting)))), QStringLiteral("tls_failure"));
    QCOMPARE(server.requests().size(), 1);
}

void TestQtHttpClientRoute::oldTlsIsNotOffered()
{
    // The client's greeting is in the clear and lists the versions that it speaks (RFC 8446 4.2.1, extension 43).
    QTcpServer ear;
    QVERIFY(ear.listen(QHostAddress::LocalHost));
    QByteArray greeting;
    connect(&ear, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *socket = ear.nextPendingConnection();
        connect(socket, &QIODevice::readyRead, this, [&greeting, socket] { greeting += socket->readAll(); });
    });
    QtHttpClient client;
    const auto underWay = client.send(request(QUrl(QStringLiteral("https://127.0.0.1:%1/").arg(ear.serverPort()))));
    QTRY_VERIFY(greeting.contains(QByteArray::fromHex("002b")));
    // type 43, length 5, list of 4 bytes: TLS 1.3 and TLS 1.2, nothing else
    QVERIFY2(greeting.contains(QByteArray::fromHex("002b00050403040303")), greeting.toHex().constData());
    QVERIFY(!underWay.isFinished());
}

void TestQtHttpClientRoute::plainHttpOnlyToLoopback()
{
    HttpTestServer server(answerOk);
    TunnelProxy proxy(server.serverPort());
    QtHttpClient client;
    HttpRequest near = request(server.url());
    near.headers.push_back({"Authorization", secret("Bearer x")});
    QCOMPARE(outcome(await(client.send(std::move(near)))), QStringLiteral("ok"));
    HttpRequest far = request(QUrl(QStringLiteral("http://api.exchange.example/")));
    far.proxy = proxy.url();
    const auto future = client.send(std::move(far));
    QVERIFY(future.isFinished()); // before anything could be sent
    QCOMPARE(outcome(await(future)), QStringLiteral("insecure_transport"));
    QVERIFY(proxy.asked().isEmpty());
}

void TestQtHttpClientRoute::plainHttpWithoutSecrets()
{
    TunnelProxy proxy(1);
    QtHttpClient client;
    HttpRequest confirmed = request(QUrl(QStringLiteral("http://llm.example/api/tags")));
    confirmed.proxy = proxy.url();
    confirmed.plainHttp = net::PlainHttp::WithoutSecrets;
    const auto response = await(client.send(std::move(confirmed)));
    QCOMPARE(outcome(response), QStringLiteral("ok"));
    QCOMPARE(response->body, QByteArray("proxy"));
    QCOMPARE(proxy.asked(), QByteArrayList{"GET http://llm.example/api/tags HTTP/1.1"});
}

void TestQtHttpClientRoute::givenProxy()
{
    HttpTestServer server(m_ca.issue({QStringLiteral("api.exchange.example"), QStringLiteral("127.0.0.1")}), answerOk);
    TunnelProxy proxy(server.serverPort());
    QtHttpClient client;
    HttpRequest far = request(QUrl(QStringLiteral("https://api.exchange.example/x")));
    far.proxy = proxy.url();
    QCOMPARE(outcome(await(client.send(std::move(far)))), QStringLiteral("ok"));
    QVERIFY(proxy.asked().value(0).startsWith("CONNECT api.exchange.example:443 "));
    QCOMPARE(server.requests().size(), 1);
    // What never leaves the computer takes no detour.
    HttpRequest near = request(server.url());
    near.proxy = proxy.url();
    QCOMPARE(outcome(await(client.send(std::move(near)))), QStringLiteral("ok"));
    QCOMPARE(proxy.asked().size(), 1);
    QCOMPARE(server.requests().size(), 2);
}

void TestQtHttpClientRoute::systemProxy()
{
    HttpTestServer server(m_ca.issue({QStringLiteral("api.exchange.example"), QStringLiteral("127.0.0.1")}), answerOk);
    TunnelProxy proxy(server.serverPort());
    qputenv("https_proxy", proxy.url().toEncoded());
    qputenv("no_proxy", "");
    QtHttpClient client;
    const QString far = outcome(await(client.send(request(QUrl(QStringLiteral("https://api.exchange.example/x"))))));
    const QString near = outcome(await(client.send(request(server.url()))));
    qunsetenv("https_proxy");
    qunsetenv("no_proxy");
    QCOMPARE(far, QStringLiteral("ok"));
    QCOMPARE(near, QStringLiteral("ok"));
    QCOMPARE(proxy.asked().size(), 1);
    QVERIFY(proxy.asked().first().startsWith("CONNECT api.exchange.example:443 "));
}

LATCHKEY_TEST_MAIN(TestQtHttpClientRoute)
#include "tst_qthttpclientroute.moc"
