// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/controlframe.h"

#include "base/redaction.h"
#include "support/testmain.h"

#include <QTest>

#include <algorithm>

using agent::ControlRequest;
using agent::ControlResponse;
using base::ErrorCode;
using base::SecretBytes;

namespace {

constexpr std::size_t kLimit = 1u << 20;

ControlRequest sampleRequest()
{
    ControlRequest request;
    request.operation = QStringLiteral("get");
    request.arguments.insert(QStringLiteral("ref"), QStringLiteral("bitget/main#api_secret"));
    request.arguments.insert(QStringLiteral("caf\u00e9"), QString());
    request.secrets.emplace(QStringLiteral("passphrase"), *SecretBytes::copyOf(std::string_view("two\0parts", 9)));
    request.secrets.emplace(QStringLiteral("empty"), SecretBytes());
    return request;
}

/// What stands on the wire.
QByteArray flatten(const agent::OutgoingFrame &frame)
{
    QByteArray out = frame.head;
    for (const base::ByteView secret : frame.secrets)
        out += base::toByteArray(secret);
    return out;
}

/// Reads a whole frame as the two ends do.
base::Result<ControlRequest> parse(const QByteArray &wire)
{
    agent::FrameHeader header{};
    if (wire.size() < static_cast<qsizetype>(header.size()))
        return base::fail(ErrorCode::BadResponse);
    std::copy_n(wire.constData(), header.size(), header.begin());
    LATCHKEY_TRY(const agent::FrameSizes sizes, agent::parseHeader(header, kLimit));
    const base::ByteView rest = base::view(wire).subspan(header.size());
    if (rest.size() != sizes.publicBytes + sizes.secretBytes)
        return base::fail(ErrorCode::BadResponse);
    LATCHKEY_TRY(const SecretBytes secret, SecretBytes::copyOf(rest.subspan(sizes.publicBytes)));
    return agent::decodeRequest(rest.first(sizes.publicBytes), secret);
}

} // namespace

class TestControlFrame : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void requestComesBack()
    {
        const ControlRequest request = sampleRequest();
        const auto back = parse(flatten(*agent::encode(request, kLimit)));
        QVERIFY(back);
        QCOMPARE(back->operation, request.operation);
        QCOMPARE(back->arguments, request.arguments);
        QCOMPARE(back->secrets.size(), std::size_t{2});
        QVERIFY(back->secrets.at(QStringLiteral("passphrase")).equals(request.secrets.at(QStringLiteral("passphrase"))));
        QVERIFY(back->secrets.at(QStringLiteral("empty")).isEmpty());
    }

    void bytesAreAsWritten()
    {
        ControlRequest request;
        request.operation = QStringLiteral("lock");
        request.arguments.insert(QStringLiteral("a"), QStringLiteral("b"));
        request.secrets.emplace(QStringLiteral("s"), *SecretBytes::copyOf(std::string_view("xyz")));
        // n, p; version; "lock"; one argument "a" "b"; one secret "s" of 3 bytes; the bytes.
        const QByteArray expected = QByteArray::fromHex("0000002b"
                                                        "00000024"
                                                        "01"
                                                        "00000004"
                                                        "6c6f636b"
                                                        "00000001"
                                                        "00000001"
                                                        "61"
                                                        "00000001"
                                                        "62"
                                                        "00000001"
                                                        "00000001"
                                                        "73"
                                                        "00000003"
                                                        "78797a");
        QCOMPARE(flatten(*agent::encode(request, kLimit)).toHex(), expected.toHex());
    }

    void responseComesBack_data()
    {
        QTest::addColumn<bool>("failed");
        QTest::newRow("success") << false;
        QTest::newRow("error") << true;
    }

    void responseComesBack()
    {
        QFETCH(bool, failed);
        ControlResponse response;
        if (failed)
            response.error = base::Error{ErrorCode::LockedByAgent, QStringLiteral("d\u00e9tail")};
        response.values.insert(QStringLiteral("state"), QStringLiteral("locked"));
        response.secrets.emplace(QStringLiteral("value"), *SecretBytes::copyOf(std::string_view("v")));
        const agent::OutgoingFrame frame = *agent::encode(response, kLimit);
        const base::ByteView head = base::view(frame.head).subspan(agent::kFrameHeaderBytes);
        const auto back = agent::decodeResponse(head, *SecretBytes::copyOf(frame.secrets.at(0)));
        QVERIFY(back);
        QCOMPARE(back->error, response.error);
        QCOMPARE(back->values, response.values);
        QVERIFY(back->secrets.at(QStringLiteral("value")).equals(response.secrets.at(QStringLiteral("value"))));
    }

    void tooLargeIsNotSent()
    {
        ControlRequest request;
        request.operation = QString(100, QLatin1Char('x'));
        const auto size = static_cast<std::size_t>(flatten(*agent::encode(request, kLimit)).size());
        QVERIFY(agent::encode(request, size));
        const auto refused = agent::encode(request, size - 1);
        QCOMPARE(refused.error().code, ErrorCode::ResponseTooLarge);
    }

    void headersThatCannotBeTrue_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<bool>("good");
        QTest::newRow("smallest") << QByteArray::fromHex("0000000400000000") << true;
        QTest::newRow("largest") << QByteArray::fromHex("000ffffc000ffff8") << true;
        QTest::newRow("one more") << QByteArray::fromHex("000ffffd00000000") << false;
        QTest::newRow("huge") << QByteArray::fromHex("ffffffff00000001") << false;
        QTest::newRow("nothing") << QByteArray::fromHex("0000000000000000") << false;
        QTest::newRow("shorter than its own field") << QByteArray::fromHex("0000000300000000") << false;
        QTest::newRow("public part longer than all") << QByteArray::fromHex("0000000800000005") << false;
        QTest::newRow("public part huge") << QByteArray::fromHex("00000008ffffffff") << false;
    }

    void headersThatCannotBeTrue()
    {
        QFETCH(QByteArray, header);
        agent::FrameHeader bytes{};
        std::copy_n(header.constData(), bytes.size(), bytes.begin());
        QTEST(agent::parseHeader(bytes, kLimit).has_value(), "good");
    }

    void everyCutAndEveryChangedByteIsRefusedOrMeansSomethingElse()
    {
        const ControlRequest request = sampleRequest();
        const QByteArray wire = flatten(*agent::encode(request, kLimit));
        for (qsizetype length = 0; length < wire.size(); ++length)
            QVERIFY(!parse(wire.left(length)));
        QVERIFY(!parse(wire + 'x'));
        for (qsizetype at = 0; at < wire.size(); ++at) {
            for (int bit = 0; bit < 8; ++bit) {
                QByteArray changed = wire;
                changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
                // Whatever is accepted is canonical: writing it again gives the same bytes.
                if (const auto parsed = parse(changed))
                    QCOMPARE(flatten(*agent::encode(*parsed, kLimit)).toHex(), changed.toHex());
            }
        }
    }

    void notCanonicalIsRefused_data()
    {
        QTest::addColumn<QByteArray>("publicPart");
        const auto hex = [](const char *text) { return QByteArray::fromHex(text); };
        QTest::newRow("control") << hex("01"
                                        "0000000161"
                                        "00000000"
                                        "00000000");
        QTest::newRow("other version") << hex("02"
                                              "0000000161"
                                              "00000000"
                                              "00000000");
        QTest::newRow("invalid UTF-8") << hex("01"
                                              "00000001ff"
                                              "00000000"
                                              "00000000");
        QTest::newRow("overlong UTF-8") << hex("01"
                                               "00000002c0af"
                                               "00000000"
                                               "00000000");
        QTest::newRow("name twice") << hex("01"
                                           "0000000161"
                                           "00000002"
                                           "0000000161"
                                           "00000000"
                                           "0000000161"
                                           "00000000"
                                           "00000000");
        QTest::newRow("names descending") << hex("01"
                                                 "0000000161"
                                                 "00000002"
                                                 "0000000162"
                                                 "00000000"
                                                 "0000000161"
                                                 "00000000"
                                                 "00000000");
        QTest::newRow("secret twice") << hex("01"
                                             "0000000161"
                                             "00000000"
                                             "00000002"
                                             "0000000161"
                                             "00000000"
                                             "0000000161"
                                             "00000000");
        QTest::newRow("more secret than there is") << hex("01"
                                                          "0000000161"
                                                          "00000000"
                                                          "00000001"
                                                          "0000000161"
                                                          "00000001");
        QTest::newRow("count that is not there") << hex("01"
                                                        "0000000161"
                                                        "ffffffff");
        QTest::newRow("trailing byte") << hex("01"
                                              "0000000161"
                                              "00000000"
                                              "00000000"
                                              "00");
        QTest::newRow("empty") << QByteArray();
    }

    void notCanonicalIsRefused()
    {
        QFETCH(QByteArray, publicPart);
        const bool control = QByteArray(QTest::currentDataTag()) == "control";
        QCOMPARE(agent::decodeRequest(base::view(publicPart), SecretBytes()).has_value(), control);
        const SecretBytes rest = *SecretBytes::copyOf(std::string_view("x"));
        if (control)
            QVERIFY(!agent::decodeRequest(base::view(publicPart), rest));
    }

    void receivedSecretsAreMaskedInLogs()
    {
        ControlRequest request;
        request.secrets.emplace(QStringLiteral("s"), *SecretBytes::copyOf(std::string_view("received-secret")));
        const auto back = parse(flatten(*agent::encode(request, kLimit)));
        QVERIFY(back);
        QCOMPARE(base::redact(QStringLiteral("got received-secret")), QStringLiteral("got ***"));
    }
};

LATCHKEY_TEST_MAIN(TestControlFrame)
#include "tst_controlframe.moc"
