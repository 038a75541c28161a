// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/importjson.h"

#include "transfer/importfixture.h"

using namespace transfertest;

class TestImportJson final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void parsed_data();
    void parsed();
    void hostile_data();
    void hostile();
    void exported();
    void fieldNames();
    void deepGroupsStayCheap();
};

void TestImportJson::parsed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");

    QTest::newRow("flat") << QByteArray(R"({"a":"1","b":7,"c":true,"d":null,"e":""})")
                          << "a{value=1}\nb{value=7}\nc{value=true}\nd{value=}\ne{value=}";
    QTest::newRow("fields") << QByteArray(R"({"db":{"user":"u","password":"p"}})") << "db{user=u,password=p}";
    QTest::newRow("list") << QByteArray(R"([{"name":"a","value":"1"},{"name":"b","value":"2","description":"d"}])")
                          << "a{value=1}\nb{value=2}\"d\"";
    QTest::newRow("list of fields") << QByteArray(R"([{"name":"a","user":"u"}])") << "a{user=u}";
    QTest::newRow("list with a nameless one")
        << QByteArray(R"([{"value":"1"},{"name":"b","value":"2"}])") << "#1{}!3\nb{value=2}";
    QTest::newRow("list within") << QByteArray(R"({"secrets":[{"name":"a","value":"1"}]})") << "a{value=1}";
    QTest::newRow("an old store") << QByteArray(
        R"({"a":{"id":4,"value":"1","description":"d","created_at":"x","updated_at":"y","note":"n"}})")
                                  << "a{value=1,note=n}\"d\"";
    QTest::newRow("groups") << QByteArray(R"({"x":{"y":{"k":"1"},"z":"2"}})") << "x{z=2}\nx/y{k=1}";
    QTest::newRow("array of texts") << QByteArray(R"({"a":["1","2"],"b":"3"})") << "a{}!3\nb{value=3}";
    QTest::newRow("empty object") << QByteArray(R"({"a":{}})") << "a{}";
    QTest::newRow("comments and trailing commas") << QByteArray("{// c\n\"a\":\"1\",}") << "a{value=1}";
    QTest::newRow("field that needs another name")
        << QByteArray(R"({"a":{"my key":"1","my_key":"2"}})") << "a{my_key=1,my_key_2=2}";
    QTest::newRow("nothing") << QByteArray("{}") << "invalid_argument: no names with values in it";
    QTest::newRow("a text") << QByteArray("\"x\"") << "invalid_argument: no names with values in it";
    QTest::newRow("no JSON") << QByteArray("{a:1}") << "invalid_json: ";
}

void TestImportJson::parsed()
{
    QFETCH(QByteArray, text);
    QTEST(shown(transfer::parseJsonImport(secret(text))), "expected");
}

void TestImportJson::hostile_data()
{
    QTest::addColumn<QByteArray>("text");
    addHostileRows();
}

void TestImportJson::hostile()
{
    QFETCH(QByteArray, text);
    const auto batch = transfer::parseJsonImport(secret(text));
    QVERIFY(!batch);
    QVERIFY(batch.error().code == base::ErrorCode::InvalidArgument || batch.error().code == base::ErrorCode::InvalidJson);
}

void TestImportJson::exported()
{
    const auto batch = transfer::parseJsonImport(secret(
        R"({"b/m":{"kind":"exchange","description":"d","attributes":{"exchange":"bitget","n":1},"fields":{"api_key":"k","x":{}}}})"));
    QVERIFY(batch);
    QCOMPARE(shown(batch), QStringLiteral("b/m{api_key=k}\"d\""));
    QCOMPARE(batch->entries.front().kind, QStringLiteral("exchange"));
    QCOMPARE(batch->entries.front().attributes,
             (QMap<QString, QString>{{QStringLiteral("exchange"), QStringLiteral("bitget")}}));
}

void TestImportJson::fieldNames()
{
    QCOMPARE(transfer::fieldName(QStringLiteral(" API Key "), {}), QStringLiteral("API_Key"));
    QCOMPARE(transfer::fieldName(QStringLiteral("ключ"), {}), QStringLiteral("____"));
    QCOMPARE(transfer::fieldName(QString(), {}), QStringLiteral("field"));
    QCOMPARE(transfer::fieldName(QString(200, u'a'), {}).size(), 60);
    std::vector<transfer::ImportedField> taken{{QStringLiteral("a"), {}}, {QStringLiteral("a_2"), {}}};
    QCOMPARE(transfer::fieldName(QStringLiteral("a"), taken), QStringLiteral("a_3"));
}

void TestImportJson::deepGroupsStayCheap()
{
    // 30 levels above many values: nothing may be copied at each of them.
    QByteArray text;
    for (int i = 0; i < 29; ++i)
        text += "{\"g\":";
    text += "{\"a\":\"1\",\"y\":[]";
    for (int i = 0; i < 50'000; ++i)
        text += ",\"k" + QByteArray::number(i) + "\":{}";
    text += QByteArray(30, '}');
    const auto batch = transfer::parseJsonImport(secret(text));
    QVERIFY(batch);
    QCOMPARE(batch->entries.size(), std::size_t{50'002});
}

LATCHKEY_TEST_MAIN(TestImportJson)
#include "tst_importjson.moc"
