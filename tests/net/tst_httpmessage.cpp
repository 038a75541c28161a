// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpmessage.h"

#include "support/await.h"
#include "support/testmain.h"
#include "support/throwawayca.h"

using testsupport::outcome;

namespace {

net::Payload secret(const char *text)
{
    return *base::SecretBytes::copyOf(std::string_view(text));
}

net::HttpRequest to(const char *url)
{
    net::HttpRequest request;
    request.url = QUrl(QString::fromLatin1(url));
    return request;
}

} // namespace

class TestHttpMessage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void loopback_data();
    void loopback();
    void malformedUrl_data();
    void malformedUrl();
    void malformedHeader_data();
    void malformedHeader();
    void malformedMethod();
    void malformedCaAndProxy();
    void plainHttp_data();
    void plainHttp();
    void headerLookup();
};

void TestHttpMessage::loopback_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("expected");
    QTest::newRow("v4") << QStringLiteral("127.0.0.1") << true;
    QTest::newRow("v4 range") << QStringLiteral("127.1.2.3") << true;
    QTest::newRow("v6") << QStringLiteral("::1") << true;
    QTest::newRow("name") << QStringLiteral("localhost") << true;
    QTest::newRow("name in capitals") << QStringLiteral("LOCALHOST") << true;
    QTest::newRow("name that starts alike") << QStringLiteral("localhost.evil.example") << false;
    QTest::newRow("number that starts alike") << QStringLiteral("127.0.0.1.evil.example") << false;
    QTest::newRow("number of another name") << QStringLiteral("127.example.com") << false;
    QTest::newRow("below localhost") << QStringLiteral("x.localhost") << false;
    QTest::newRow("v6 in full") << QStringLiteral("0:0:0:0:0:0:0:1") << true;
    QTest::newRow("v4 in v6") << QStringLiteral("::ffff:127.0.0.1") << true;
    QTest::newRow("another v4 in v6") << QStringLiteral("::ffff:10.0.0.1") << false;
    QTest::newRow("v4 in short") << QStringLiteral("127.1") << true;
    QTest::newRow("no number of an address") << QStringLiteral("127.0.0.300") << false;
    QTest::newRow("all addresses") << QStringLiteral("0.0.0.0") << false;
    QTest::newRow("local network") << QStringLiteral("192.168.1.1") << false;
    QTest::newRow("exchange") << QStringLiteral("api.bitget.com") << false;
}

void TestHttpMessage::loopback()
{
    QFETCH(QString, host);
    QFETCH(bool, expected);
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(host);
    QCOMPARE(net::isLoopback(url), expected);
}

void TestHttpMessage::malformedUrl_data()
{
    QTest::addColumn<QString>("url");
    for (const char *url : {"", "api.bitget.com", "/path", "ftp://host/", "file:///etc/passwd", "https://",
                            "https://user@host/", "https://user:password@host/", "https://host:99999/"})
        QTest::newRow(*url == '\0' ? "empty" : url) << QString::fromLatin1(url);
}

void TestHttpMessage::malformedUrl()
{
    QFETCH(QString, url);
    net::HttpRequest request;
    request.url = QUrl(url);
    const auto result = net::checkRequest(request);
    QCOMPARE(outcome(result), QStringLiteral("invalid_argument"));
    QCOMPARE(result.error().detail, QStringLiteral("url"));
}

void TestHttpMessage::malformedHeader_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("line break") << QByteArray("X") << QByteArray("a\r\nEvil: 1");
    QTest::newRow("line feed") << QByteArray("X") << QByteArray("a\nb");
    QTest::newRow("nul") << QByteArray("X") << QByteArray("a\0b", 3);
    QTest::newRow("empty name") << QByteArray() << QByteArray("a");
    QTest::newRow("name with a space") << QByteArray("X Y") << QByteArray("a");
    QTest::newRow("name with a colon") << QByteArray("X:") << QByteArray("a");
}

void TestHttpMessage::malformedHeader()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    for (const bool asSecret : {false, true}) {
        net::HttpRequest request = to("https://127.0.0.1/");
        QVERIFY(net::checkRequest(request));
        if (asSecret)
            request.headers.push_back({name, *base::SecretBytes::copyOf(base::view(value))});
        else
            request.headers.push_back({name, value});
        const auto result = net::checkRequest(request);
        QCOMPARE(outcome(result), QStringLiteral("invalid_argument"));
        QCOMPARE(result.error().detail, QStringLiteral("header"));
    }
}

void TestHttpMessage::malformedMethod()
{
    for (const char *method : {"", "GET /", "GET\r\n"}) {
        net::HttpRequest request = to("https://127.0.0.1/");
        request.method = method;
        QCOMPARE(net::checkRequest(request).error().detail, QStringLiteral("method"));
    }
}

void TestHttpMessage::malformedCaAndProxy()
{
    QVERIFY(net::checkCa({}));
    QVERIFY(net::checkCa(testsupport::ThrowawayCa().certificatePem()));
    QCOMPARE(net::checkCa("not a certificate").error().detail, QStringLiteral("ca"));
    QVERIFY(net::checkProxy({}));
    QVERIFY(net::checkProxy(QUrl(QStringLiteral("http://user:pw@proxy:3128"))));
    QVERIFY(net::checkProxy(QUrl(QStringLiteral("socks5://127.0.0.1:1080"))));
    for (const char *proxy : {"https://proxy:1", "proxy:3128", "ftp://proxy", "http://"})
        QCOMPARE(net::checkProxy(QUrl(QString::fromLatin1(proxy))).error().detail, QStringLiteral("proxy"));
}

void TestHttpMessage::plainHttp_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("confirmed"); ///< the user said that plain text is fine
    QTest::addColumn<QString>("place");  ///< where a secret stands
    QTest::addColumn<QString>("expected");
    const QString far = QStringLiteral("http://llm.example:11434/");
    const QString near = QStringLiteral("http://127.0.0.1:11434/");
    const QString safe = QStringLiteral("https://llm.example/");
    const QString ok = QStringLiteral("ok");
    const QString refused = QStringLiteral("insecure_transport");
    QTest::newRow("far, nothing secret, not confirmed") << far << false << QString() << refused;
    QTest::newRow("far, nothing secret, confirmed") << far << true << QString() << ok;
    QTest::newRow("far, secret header, confirmed") << far << true << QStringLiteral("header") << refused;
    QTest::newRow("far, secret body, confirmed") << far << true << QStringLiteral("body") << refused;
    QTest::newRow("far, empty secret, confirmed") << far << true << QStringLiteral("empty") << ok;
    QTest::newRow("near, secret") << near << false << QStringLiteral("header") << ok;
    QTest::newRow("https, secret") << safe << false << QStringLiteral("header") << ok;
}

void TestHttpMessage::plainHttp()
{
    QFETCH(QString, url);
    QFETCH(bool, confirmed);
    QFETCH(QString, place);
    QFETCH(QString, expected);
    net::HttpRequest request;
    request.url = QUrl(url);
    request.plainHttp = confirmed ? net::PlainHttp::WithoutSecrets : net::PlainHttp::LoopbackOnly;
    if (place == QStringLiteral("header"))
        request.headers.push_back({"Authorization", secret("Bearer x")});
    if (place == QStringLiteral("empty"))
        request.headers.push_back({"Authorization", secret("")});
    if (place == QStringLiteral("body"))
        request.body = secret("x");
    QCOMPARE(outcome(net::checkRequest(request)), expected);
}

void TestHttpMessage::headerLookup()
{
    const net::HttpResponse response{200, {}, {{"Retry-After", "7"}, {"Date", "now"}}, {}, 0};
    QCOMPARE(response.header("retry-after"), QByteArray("7"));
    QCOMPARE(response.header("DATE"), QByteArray("now"));
    QCOMPARE(response.header("absent"), QByteArray());
}

LATCHKEY_TEST_MAIN(TestHttpMessage)
#include "tst_httpmessage.moc"
