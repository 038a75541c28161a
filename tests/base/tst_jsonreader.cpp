// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/jsonreader.h"

#include "support/testmain.h"

#include <functional>

using base::JsonReader;

class TestJsonReader final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void readsEveryKind();
    void absentMembers();
    void wrongTypes_data();
    void wrongTypes();
    void firstFaultStays();
    void leftOver();
    void leftOverInside();
    void meaningIsRejectedByPath();
    void noDocument_data();
    void noDocument();
};

// Behind the class: moc takes the "//" of an address in a raw string for a comment.
namespace {

JsonReader reader(const char *json)
{
    auto parsed = JsonReader::parse(json);
    if (!parsed)
        qFatal("the test's own JSON is broken: %s", json);
    return *std::move(parsed);
}

QString fault(JsonReader &json)
{
    const auto result = json.finish();
    return result ? QString() : result.error().detail;
}

constexpr QLatin1StringView kName("a");

} // namespace

void TestJsonReader::readsEveryKind()
{
    JsonReader json = reader(R"({"t":"text","b":true,"i":9007199254740993,"l":["x","y"],"u":"https://host/p",
        "o":{"t":"inner"},"os":[{"t":"1"},{"t":"2"}]})");
    QCOMPARE(json.text(QLatin1StringView("t")), QStringLiteral("text"));
    QCOMPARE(json.boolean(QLatin1StringView("b"), false), true);
    QCOMPARE(json.integer(QLatin1StringView("i"), 0), 9007199254740993); // more than a double holds
    QCOMPARE(json.texts(QLatin1StringView("l")), (QStringList{QStringLiteral("x"), QStringLiteral("y")}));
    QCOMPARE(json.url(QLatin1StringView("u")), QUrl(QStringLiteral("https://host/p")));
    JsonReader inner = json.object(QLatin1StringView("o"));
    QCOMPARE(inner.text(QLatin1StringView("t")), QStringLiteral("inner"));
    QVERIFY(inner.finish());
    QStringList seen;
    for (JsonReader &entry : json.objects(QLatin1StringView("os")))
        seen << entry.text(QLatin1StringView("t"));
    QCOMPARE(seen, (QStringList{QStringLiteral("1"), QStringLiteral("2")}));
    QCOMPARE(fault(json), QString());
}

void TestJsonReader::absentMembers()
{
    JsonReader json = reader(R"({"n":null})");
    QVERIFY(!json.has(kName));
    QVERIFY(!json.has(QLatin1StringView("n")));
    QCOMPARE(json.optionalText(QLatin1StringView("n")), QString());
    QCOMPARE(json.optionalText(kName), QString());
    QCOMPARE(json.boolean(kName, true), true);
    QCOMPARE(json.integer(kName, 7), 7);
    QVERIFY(json.texts(kName).isEmpty());
    QVERIFY(json.objects(kName).empty());
    QCOMPARE(fault(json), QString());
    QCOMPARE(json.text(kName), QString());
    QCOMPARE(fault(json), QStringLiteral("a"));
}

void TestJsonReader::wrongTypes_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *kind, const char *value, const char *expected = "a") {
        QTest::addRow("%s %s", kind, value)
            << QByteArray(value) << QString::fromLatin1(kind) << QString::fromLatin1(expected);
    };
    row("text", "7");
    row("text", "\"\"");
    row("text", "null");
    row("optional text", "7");
    row("boolean", "\"true\"");
    row("boolean", "1");
    row("integer", "\"7\"");
    row("integer", "7.5");
    row("integer", "null");
    row("texts", "\"x\"");
    row("texts", "[7]");
    row("texts", "[\"\"]");
    row("url", "\"host\"");
    row("url", "\"http://host.example\"");
    row("url", "\"https://user@host.example\"");
    row("url", "\"javascript:alert(1)\"");
    row("object", "[]");
    row("objects", "{}");
    row("objects", "[{},7]", "a[1]");
}

void TestJsonReader::wrongTypes()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, kind);
    QFETCH(QString, expected);
    const std::map<QString, std::function<void(JsonReader &)>> reads{
        {QStringLiteral("text"), [](JsonReader &json) { static_cast<void>(json.text(kName)); }},
        {QStringLiteral("optional text"), [](JsonReader &json) { static_cast<void>(json.optionalText(kName)); }},
        {QStringLiteral("boolean"), [](JsonReader &json) { static_cast<void>(json.boolean(kName, false)); }},
        {QStringLiteral("integer"), [](JsonReader &json) { static_cast<void>(json.integer(kName, 0)); }},
        {QStringLiteral("texts"), [](JsonReader &json) { static_cast<void>(json.texts(kName)); }},
        {QStringLiteral("url"), [](JsonReader &json) { static_cast<void>(json.url(kName)); }},
        {QStringLiteral("object"), [](JsonReader &json) { static_cast<void>(json.object(kName)); }},
        {QStringLiteral("objects"), [](JsonReader &json) { static_cast<void>(json.objects(kName)); }},
    };
    JsonReader json = reader(("{\"a\":" + value + "}").constData());
    reads.at(kind)(json);
    QCOMPARE(fault(json), expected);
}

void TestJsonReader::firstFaultStays()
{
    JsonReader json = reader(R"({"a":7,"b":"fine","c":8})");
    static_cast<void>(json.text(kName));
    QVERIFY(!json.ok());
    QCOMPARE(json.text(QLatin1StringView("b")), QString()); // nothing is read any more
    static_cast<void>(json.text(QLatin1StringView("c")));
    QCOMPARE(fault(json), QStringLiteral("a"));
}

void TestJsonReader::leftOver()
{
    JsonReader json = reader(R"({"a":"read","typo":"not read"})");
    static_cast<void>(json.text(kName));
    QVERIFY(json.state());
    QCOMPARE(fault(json), QStringLiteral("typo"));
}

void TestJsonReader::leftOverInside()
{
    JsonReader json = reader(R"({"a":[{"b":{"typo":1}}]})");
    for (JsonReader &entry : json.objects(kName)) {
        JsonReader inner = entry.object(QLatin1StringView("b"));
        QVERIFY(!inner.finish());
    }
    QCOMPARE(fault(json), QStringLiteral("a[0].b.typo"));
}

void TestJsonReader::meaningIsRejectedByPath()
{
    JsonReader json = reader(R"({"a":{"b":"x"}})");
    JsonReader inner = json.object(kName);
    inner.reject(QLatin1StringView("b"));
    QVERIFY(!json.ok()); // one document, one fault
    QCOMPARE(fault(json), QStringLiteral("a.b"));
    JsonReader other = reader("{}");
    other.reject(QLatin1StringView(""));
    QCOMPARE(fault(other), QStringLiteral("."));
}

void TestJsonReader::noDocument_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *json : {"", "[]", "7", "\"x\"", "{", "{} {}", "{\"a\":1,}"})
        QTest::newRow(*json == '\0' ? "nothing" : json) << QByteArray(json);
}

void TestJsonReader::noDocument()
{
    QFETCH(QByteArray, json);
    const auto parsed = JsonReader::parse(json);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, base::ErrorCode::InvalidJson);
}

LATCHKEY_TEST_MAIN(TestJsonReader)
#include "tst_jsonreader.moc"
