// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secretjson.h"

#include "support/memoryscan.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QJsonObject>

using base::ErrorCode;
using base::SecretBytes;
using base::SecretFields;
using testsupport::Needle;

namespace {

SecretBytes secretOf(const QByteArray &text)
{
    return SecretBytes::copyOf(base::view(text)).value();
}

QMap<QString, QByteArray> plain(const SecretFields &fields)
{
    QMap<QString, QByteArray> out;
    for (const auto &[name, value] : fields)
        out.insert(name, base::toByteArray(value.exposeBytes()));
    return out;
}

/// `{"<name>":"<before><needle>"}` in secure memory, the needle never anywhere else.
SecretBytes documentWith(const Needle &needle, std::string_view before)
{
    SecretBytes value = SecretBytes::allocate(needle.size()).value();
    needle.reveal(value.exposeForWriting().data());
    base::SecretBuilder builder;
    const bool built = builder.append("{\"name\":\"").has_value() && builder.append(before).has_value()
        && builder.append(value.exposeBytes()).has_value() && builder.append("\"}").has_value();
    return built ? builder.take() : SecretBytes();
}

} // namespace

class TestSecretJson : public QObject {
    Q_OBJECT

    std::size_t m_usedBefore = 0;

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_usedBefore = base::secureHeapUsed();
    }
    void cleanup() { QCOMPARE(base::secureHeapUsed(), m_usedBefore); }

    void reads_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("plain") << QByteArray("{\"v\":\"abc\"}") << QByteArray("abc");
        QTest::newRow("empty") << QByteArray("{\"v\":\"\"}") << QByteArray("");
        QTest::newRow("white space") << QByteArray(" {\n\t\"v\" : \"abc\" }\r\n") << QByteArray("abc");
        QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf{\"v\":\"abc\"}") << QByteArray("abc");
        QTest::newRow("escapes") << QByteArray("{\"v\":\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\"}") << QByteArray("a\"\\/\b\f\n\r\t");
        QTest::newRow("code point") << QByteArray("{\"v\":\"\\u00e4\\u4e2d\"}") << QByteArray("\xc3\xa4\xe4\xb8\xad");
        QTest::newRow("surrogates") << QByteArray("{\"v\":\"\\ud83d\\udd11\"}") << QByteArray("\xf0\x9f\x94\x91");
        QTest::newRow("NUL") << QByteArray("{\"v\":\"a\\u0000b\"}") << QByteArray("a\0b", 3);
        QTest::newRow("long") << QByteArray("{\"v\":\"" + QByteArray(100'000, 'x') + "\"}") << QByteArray(100'000, 'x');
        QTest::newRow("long with escapes")
            << QByteArray("{\"v\":\"" + QByteArray("\\n-").repeated(20'000) + "\"}") << QByteArray("\n-").repeated(20'000);
    }

    void reads()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QByteArray, value);
        const auto fields = base::parseSecretObject(secretOf(json));
        QVERIFY2(fields.has_value(), qPrintable(fields ? QString() : fields.error().detail));
        QCOMPARE(plain(*fields), (QMap<QString, QByteArray>{{QStringLiteral("v"), value}}));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char *json : {"",
                                 " ",
                                 "x",
                                 "[]",
                                 "[\"a\"]",
                                 "\"a\"",
                                 "null",
                                 "1",
                                 "{",
                                 "{}x",
                                 "{}{}",
                                 "{\"a\":1}",
                                 "{\"a\":null}",
                                 "{\"a\":true}",
                                 "{\"a\":[\"b\"]}",
                                 "{\"a\":{\"b\":\"c\"}}",
                                 "{\"a\":\"b\"} ,",
                                 "{\"a\":\"b\",}",
                                 "{a:\"b\"}",
                                 "{'a':'b'}",
                                 "{\"a\":\"b",
                                 "{\"a\":\"\\x\"}",
                                 "{\"a\":\"\\ud83d\"}",
                                 "{\"a\":\"\\udd11\"}",
                                 "{\"a\":\"b\" /* c */}",
                                 "{\"a\":\"b\",\"a\":\"c\"}",
                                 "{\"a\":\"b\",\"\\u0061\":\"c\"}",
                                 "{\"a\":\"\xff\"}",
                                 "{\"a\":\"\xc0\xaf\"}",
                                 "{\"a\":\"\xed\xa0\x80\"}",
                                 "{\"a\":\"\x01\"}",
                                 "{\"\xff\":\"a\"}",
                                 "\xef\xbb\xbf",
                                 "\xef\xbb\xbf\xef\xbb\xbf{}"})
            QTest::newRow(json) << QByteArray(json);
        QTest::newRow("deep") << QByteArray(5000, '[');
        QTest::newRow("NUL after the end") << QByteArray("{}\0", 3);
    }

    void refuses()
    {
        QFETCH(const QByteArray, json);
        const auto fields = base::parseSecretObject(secretOf(json));
        QVERIFY(!fields.has_value());
        QCOMPARE(fields.error().code, ErrorCode::InvalidJson);
    }

    void errorsNeverEchoTheInput()
    {
        const auto fields = base::parseSecretObject(secretOf("{\"sesame-name\":\"sesame-value\", \"x\":1"));
        QVERIFY(!fields.error().detail.contains(QStringLiteral("sesame")));
    }

    void writesWhatOthersRead_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("plain") << QByteArray("abc");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("escapes") << QByteArray("\"\\/\b\f\n\r\t\x01\x1f");
        QTest::newRow("NUL") << QByteArray("a\0b", 3);
        QTest::newRow("Unicode") << QByteArray("p\xc3\xa4ss \xe4\xb8\xad\xe6\x96\x87 \xf0\x9f\x94\x91");
        QTest::newRow("longer than the buffer") << QByteArray("\n\"x\xc3\xa4").repeated(3000);
    }

    void writesWhatOthersRead()
    {
        QFETCH(const QByteArray, value);
        SecretFields fields;
        fields.emplace(QStringLiteral("b\"ü"), secretOf(value));
        fields.emplace(QStringLiteral("a"), secretOf("first"));
        const auto written = base::writeSecretObject(fields);
        QVERIFY(written.has_value());
        QVERIFY(written->exposeText().starts_with("{\"a\":\"first\","));
        // Qt's parser is the second opinion.
        const QJsonObject object = QJsonDocument::fromJson(base::toByteArray(written->exposeBytes())).object();
        QCOMPARE(object.size(), 2);
        QCOMPARE(object.value(QStringLiteral("b\"ü")).toString().toUtf8(), value);
        QCOMPARE(plain(base::parseSecretObject(*written).value()), plain(fields));
    }

    void namesAreReadToTheLetter()
    {
        // Qt drops a byte order mark in front of UTF-8, which would make these two names one.
        const QByteArray json = "{\"v\":\"1\",\"\xef\xbb\xbfv\":\"2\"}";
        const auto fields = base::parseSecretObject(secretOf(json));
        QVERIFY(fields.has_value());
        QCOMPARE(plain(*fields), (QMap<QString, QByteArray>{{QStringLiteral("v"), "1"}, {QStringLiteral("\ufeffv"), "2"}}));
        const auto written = base::writeSecretObject(*fields);
        QVERIFY(written.has_value());
        QCOMPARE(plain(base::parseSecretObject(*written).value()), plain(*fields));
    }

    void writesNoFields() { QCOMPARE(base::writeSecretObject({}).value().exposeText(), std::string_view("{}")); }

    void refusesToWriteWhatIsNotText_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("no UTF-8 at all") << QByteArray::fromHex("ff00fe");
        QTest::newRow("cut") << QByteArray("abc\xe4\xb8");
        QTest::newRow("overlong") << QByteArray("\xc0\xaf");
        QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80");
        QTest::newRow("beyond Unicode") << QByteArray("\xf4\x90\x80\x80");
    }

    void refusesToWriteWhatIsNotText()
    {
        QFETCH(const QByteArray, value);
        SecretFields fields;
        fields.emplace(QStringLiteral("v"), secretOf(value));
        QCOMPARE(base::writeSecretObject(fields).error().code, ErrorCode::InvalidJson);
    }

    void cloneIsDeep()
    {
        SecretFields fields;
        fields.emplace(QStringLiteral("v"), secretOf("value"));
        SecretFields copy = base::cloneFields(fields).value();
        copy.at(QStringLiteral("v")).exposeForWriting()[0] = 'V';
        QCOMPARE(fields.at(QStringLiteral("v")).exposeText(), std::string_view("value"));
    }

    void leavesNothingBehind_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<int>("length");
        QTest::newRow("plain") << QByteArray() << 40;
        // Boost.JSON keeps this few characters in the string object itself and decodes escapes on the stack.
        QTest::newRow("short") << QByteArray() << 12;
        QTest::newRow("escape before") << QByteArray("\\n") << 40;
        QTest::newRow("short, escape before") << QByteArray("\\n") << 11;
        QTest::newRow("large") << QByteArray(4000, 'x') << 40;
        QTest::newRow("large, escapes") << QByteArray("\\u00e4x").repeated(1500) << 40;
    }

    void leavesNothingBehind()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const int, length);
        const Needle needle(static_cast<std::size_t>(length));
        {
            SecretBytes json = documentWith(needle,
                                            std::string_view(before.constData(), static_cast<std::size_t>(before.size())));
            auto fields = base::parseSecretObject(json);
            QVERIFY(fields.has_value());
            auto written = base::writeSecretObject(*fields);
            QVERIFY(written.has_value());
            QVERIFY(needle.occurrences() >= 3);
        }
        QCOMPARE(needle.occurrences(), 0);
    }
};

LATCHKEY_TEST_MAIN(TestSecretJson)
#include "tst_secretjson.moc"
