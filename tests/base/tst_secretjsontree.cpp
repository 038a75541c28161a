// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secretjsontree.h"

#include "support/testmain.h"

using base::JsonDialect;
using base::SecretJson;

class TestSecretJsonTree final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void parsed_data();
    void parsed();
    void refused_data();
    void refused();
    void dialects();
    void find();
    void longValues();
};

namespace {

base::SecretBytes secret(const QByteArray &text)
{
    return *base::SecretBytes::copyOf(base::view(text));
}

/// The tree in a notation of its own: no code is shared with the parser.
QString shown(const SecretJson &value)
{
    const QString text = QString::fromUtf8(value.text.exposeText().data(), static_cast<qsizetype>(value.text.size()));
    QStringList parts;
    switch (value.type) {
    case SecretJson::Type::Null:
        return QStringLiteral("null");
    case SecretJson::Type::Boolean:
        return u'?' + text;
    case SecretJson::Type::Number:
        return u'#' + text;
    case SecretJson::Type::Text:
        return u'\'' + text + u'\'';
    case SecretJson::Type::Array:
        for (const SecretJson &item : value.items)
            parts << shown(item);
        return u'[' + parts.join(u' ') + u']';
    case SecretJson::Type::Object:
        break;
    }
    for (const auto &[name, member] : value.members)
        parts << name + u'=' + shown(member);
    return u'{' + parts.join(u' ') + u'}';
}

QString outcome(const QByteArray &text, JsonDialect dialect)
{
    const auto tree = base::parseSecretJson(secret(text), dialect);
    return tree ? shown(*tree) : QString(base::codeName(tree.error().code));
}

} // namespace

void TestSecretJsonTree::parsed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");

    QTest::newRow("nested") << QByteArray(R"({"a":{"b":["c",{"d":"e"}]},"f":""})") << "{a={b=['c' {d='e'}]} f=''}";
    QTest::newRow("order is kept") << QByteArray(R"({"z":"1","a":"2"})") << "{z='1' a='2'}";
    QTest::newRow("scalars as they stand") << QByteArray("[1.50,-7,12345678901234567890123,true,false,null,1e5]")
                                           << "[#1.50 #-7 #12345678901234567890123 ?true ?false null #1e5]";
    QTest::newRow("escapes") << QByteArray(R"(["a\n\"\\\u00e9\ud83d\udd11"])")
                             << QString::fromUtf8("['a\n\"\\\xc3\xa9\xf0\x9f\x94\x91']");
    QTest::newRow("bare text") << QByteArray("\"x\"") << "'x'";
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf{}") << "{}";
    QTest::newRow("the same name in two objects")
        << QByteArray(R"({"a":{"x":"1"},"b":{"x":"2"}})") << "{a={x='1'} b={x='2'}}";
    QTest::newRow("32 deep") << QByteArray(32, '[') + QByteArray(32, ']') << QString(32, u'[') + QString(32, u']');
}

void TestSecretJsonTree::parsed()
{
    QFETCH(QByteArray, text);
    QTEST(outcome(text, JsonDialect::Strict), "expected");
}

void TestSecretJsonTree::refused_data()
{
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("cut") << QByteArray(R"({"a":"b)");
    QTest::newRow("more behind it") << QByteArray("{} x");
    QTest::newRow("two documents") << QByteArray("{}{}");
    QTest::newRow("a name twice") << QByteArray(R"({"a":"1","a":"2"})");
    QTest::newRow("the same name, escaped") << QByteArray(R"({"a":"1","\u0061":"2"})");
    QTest::newRow("invalid UTF-8") << QByteArray("[\"\xff\"]");
    QTest::newRow("NUL") << QByteArray("[\"a\0b\"]", 7);
    QTest::newRow("half a surrogate") << QByteArray(R"(["\ud83d"])");
    QTest::newRow("too deep") << QByteArray(33, '[') + QByteArray(33, ']');
    QTest::newRow("far too deep") << QByteArray(1 << 20, '[');
    QTest::newRow("long name") << "{\"" + QByteArray(1100, 'a') + "\":1}";
    QTest::newRow("long value") << "[\"" + QByteArray((1 << 20) + 1, 'a') + "\"]";
    QTest::newRow("too many values") << "[" + QByteArray("1,").repeated(200'000) + "1]";
}

void TestSecretJsonTree::refused()
{
    QFETCH(QByteArray, text);
    QCOMPARE(outcome(text, JsonDialect::Strict), QStringLiteral("invalid_json"));
    QCOMPARE(outcome(text, JsonDialect::Relaxed), QStringLiteral("invalid_json"));
}

void TestSecretJsonTree::dialects()
{
    const QByteArray relaxed("// one\n{/* two */\"a\":[1,],}");
    QCOMPARE(outcome(relaxed, JsonDialect::Relaxed), QStringLiteral("{a=[#1]}"));
    QCOMPARE(outcome(relaxed, JsonDialect::Strict), QStringLiteral("invalid_json"));
}

void TestSecretJsonTree::find()
{
    const auto tree = base::parseSecretJson(secret(R"({"a":"1","b":{"a":"2"}})"));
    QVERIFY(tree);
    QVERIFY(tree->find(u"a")->isScalar());
    QCOMPARE(tree->find(u"b")->find(u"a")->text.exposeText(), std::string_view("2"));
    QCOMPARE(tree->find(u"c"), nullptr);
    QCOMPARE(tree->find(u"a")->find(u"a"), nullptr);
}

void TestSecretJsonTree::longValues()
{
    const QByteArray value = QByteArray("0123456789").repeated(20'000);
    const auto tree = base::parseSecretJson(secret("[\"" + value + "\",\"\\n" + value + "\"]"));
    QVERIFY(tree);
    QVERIFY(tree->items[0].text.exposeText() == std::string_view(value));
    const QByteArray withNewline = "\n" + value;
    QVERIFY(tree->items[1].text.exposeText() == std::string_view(withNewline));
}

LATCHKEY_TEST_MAIN(TestSecretJsonTree)
#include "tst_secretjsontree.moc"
