// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/exporttext.h"

#include "transfer/envparser.h"
#include "transfer/importfixture.h"
#include "transfer/importjson.h"

using namespace transfertest;

class TestExportText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void env_data();
    void env();
    void envComment();
    void json();
    void roundTrips();
    void notText();
    void pieces();
    void variables();
};

namespace {

QByteArray joined(const transfer::SecretPieces &pieces)
{
    QByteArray out;
    for (const base::SecretBytes &piece : pieces)
        out += base::toByteArray(piece.exposeBytes());
    return out;
}

const QByteArrayList &oddValues()
{
    static const QByteArrayList values{"plain",
                                       "a b",
                                       "it's",
                                       "\"q\"",
                                       "a'b\"c",
                                       "line\nline",
                                       "it's\ntwo\r\n",
                                       "$HOME `x` \\n",
                                       "it's $HOME `x` \\ \\n \"",
                                       " lead",
                                       "trail ",
                                       "#hash",
                                       "a #b",
                                       "tab\tx",
                                       "-----BEGIN K-----\nab=\n-----END K-----\n",
                                       "\xd0\xba\xd0\xbb\xd1\x8e\xd1\x87",
                                       "'",
                                       "''",
                                       "\\",
                                       "\"",
                                       "x=y==",
                                       "\x01\x1f\x7f"};
    return values;
}

} // namespace

void TestExportText::env_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("expected");

    QTest::newRow("plain") << QByteArray("aZ09_./:@%+,=-") << QByteArray("V=aZ09_./:@%+,=-\n");
    QTest::newRow("space") << QByteArray("a b") << QByteArray("V='a b'\n");
    QTest::newRow("what a shell would take") << QByteArray("$x`y`") << QByteArray("V='$x`y`'\n");
    QTest::newRow("apostrophe") << QByteArray("it's $x") << QByteArray("V=\"it's \\$x\"\n");
    QTest::newRow("lines") << QByteArray("a\nb") << QByteArray("V='a\nb'\n");
    QTest::newRow("empty") << QByteArray() << QByteArray("V=\n");
}

void TestExportText::env()
{
    QFETCH(QByteArray, value);
    transfer::EnvExport out;
    QVERIFY(*out.add(QStringLiteral("V"), secret(value)));
    QTEST(joined(out.finish()), "expected");
}

void TestExportText::envComment()
{
    transfer::EnvExport out;
    QVERIFY(*out.add(QStringLiteral("V"), secret("1"), QStringLiteral("a/b#c")));
    QCOMPARE(joined(out.finish()), QByteArray("# a/b#c\nV=1\n"));
}

void TestExportText::json()
{
    transfer::JsonExport out;
    QCOMPARE(joined(*out.finish()), QByteArray("{}\n"));
    transfer::ExportedCredential credential{QStringLiteral("a\"b"),
                                            QStringLiteral("exchange"),
                                            QStringLiteral("d"),
                                            {{QStringLiteral("exchange"), QStringLiteral("bitget")}},
                                            {}};
    credential.fields.emplace(QStringLiteral("x"), secret("1\n\"\\"));
    QVERIFY(*out.add(credential));
    QCOMPARE(joined(*out.finish()),
             QByteArray(
                 "{\n  \"a\\\"b\": {\n    \"kind\": \"exchange\",\n    \"description\": \"d\",\n"
                 "    \"attributes\": {\"exchange\": \"bitget\"},\n    \"fields\": {\n      \"x\": \"1\\n\\\"\\\\\"\n    }\n"
                 "  }\n}\n"));
}

void TestExportText::roundTrips()
{
    transfer::EnvExport env;
    transfer::JsonExport json;
    for (qsizetype i = 0; i < oddValues().size(); ++i) {
        QVERIFY(*env.add(QStringLiteral("V%1").arg(i), secret(oddValues()[i])));
        transfer::ExportedCredential credential{QStringLiteral("V%1").arg(i), QStringLiteral("generic"), {}, {}, {}};
        credential.fields.emplace(QStringLiteral("value"), secret(oddValues()[i]));
        QVERIFY(*json.add(credential));
    }
    const auto fromEnv = transfer::parseEnvImport(secret(joined(env.finish())));
    const auto fromJson = transfer::parseJsonImport(secret(joined(*json.finish())));
    QVERIFY(fromEnv && fromJson);
    QCOMPARE(fromEnv->entries.size(), static_cast<std::size_t>(oddValues().size()));
    QCOMPARE(fromJson->entries.size(), static_cast<std::size_t>(oddValues().size()));
    for (std::size_t i = 0; i < fromEnv->entries.size(); ++i) {
        const QString expected = QString::fromUtf8(oddValues()[static_cast<qsizetype>(i)]);
        QCOMPARE(textOf(fromEnv->entries[i].fields.front().value), expected);
        QCOMPARE(textOf(fromJson->entries[i].fields.front().value), expected);
    }
}

void TestExportText::notText()
{
    transfer::EnvExport env;
    QVERIFY(!*env.add(QStringLiteral("A"), secret(QByteArray("a\0b", 3))));
    QVERIFY(!*env.add(QStringLiteral("B"), secret("\xff")));
    QVERIFY(env.finish().empty());
    transfer::JsonExport json;
    transfer::ExportedCredential credential{QStringLiteral("a"), QStringLiteral("generic"), {}, {}, {}};
    credential.fields.emplace(QStringLiteral("x"), secret("\xff"));
    QVERIFY(!*json.add(credential));
    credential.fields.clear();
    credential.fields.emplace(QStringLiteral("x"), secret(QByteArray("a\0b", 3)));
    QVERIFY(*json.add(credential));
    QVERIFY(joined(*json.finish()).contains("\"a\\u0000b\""));
}

void TestExportText::pieces()
{
    transfer::PieceWriter writer;
    QVERIFY(writer.isEmpty());
    QByteArray expected;
    for (int i = 0; i < 50; ++i) {
        const QByteArray part(5000 + i, static_cast<char>('a' + i % 26));
        QVERIFY(writer.append(part.toStdString()));
        expected += part;
    }
    const transfer::SecretPieces pieces = writer.take();
    QCOMPARE(pieces.size(), std::size_t{4});
    QVERIFY(joined(pieces) == expected);
    QVERIFY(writer.isEmpty());
}

void TestExportText::variables()
{
    QVERIFY(transfer::isVariableName(u"_A9"));
    for (const char *name : {"", "9A", "a-b", "a b", "a.b", "\xc3\xa9"})
        QVERIFY2(!transfer::isVariableName(QString::fromUtf8(name)), name);
    QVERIFY(transfer::exportFormatFromName(QStringLiteral("env")) == transfer::ExportFormat::Env);
    QVERIFY(!transfer::exportFormatFromName(QStringLiteral("csv")));
}

LATCHKEY_TEST_MAIN(TestExportText)
#include "tst_exporttext.moc"
