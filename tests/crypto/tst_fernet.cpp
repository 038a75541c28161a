// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/fernet.h"

#include "crypto/vectors.h"
#include "support/testmain.h"

using crypto::FernetKey;
using cryptotest::outcome;
using cryptotest::revealed;

class TestFernet final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void opens_data();
    void opens();
    void keys_data();
    void keys();
    void refused_data();
    void refused();
    void everyChangeIsFound();
    void looks();
    void suite_data();
    void suite();
};

namespace {

// The figures of the specification: generate.json, verify.json and invalid.json of https://github.com/fernet/spec.
constexpr std::string_view kKey = "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=";
constexpr std::string_view kHello =
    "gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA==";
constexpr std::string_view kExpired =
    "gAAAAAAdwJ6xAAECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPAl1-szkFVzXTuGb4hR8AKtwcaX1YdykRtfsH-p1YsUD2Q==";

FernetKey key()
{
    return *FernetKey::parse(kKey);
}

} // namespace

void TestFernet::opens_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("expected");

    const QByteArray hello(kHello.data(), static_cast<qsizetype>(kHello.size()));
    QTest::newRow("the specification's") << hello << QByteArray("hello");
    QTest::newRow("with the end of a line") << hello + "\r\n" << QByteArray("hello");
    QTest::newRow("without padding") << hello.chopped(2) << QByteArray("hello");
    QTest::newRow("expired long ago, and empty")
        << QByteArray(kExpired.data(), static_cast<qsizetype>(kExpired.size())) << QByteArray();
}

void TestFernet::opens()
{
    QFETCH(QByteArray, token);
    const auto plain = key().open(token.toStdString());
    QVERIFY(plain);
    QTEST(revealed(*plain), "expected");
}

void TestFernet::keys_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");

    const QByteArray good(kKey.data(), static_cast<qsizetype>(kKey.size()));
    QTest::newRow("good") << good << "ok";
    QTest::newRow("with the end of a line") << good + "\n" << "ok";
    QTest::newRow("without padding") << good.chopped(1) << "ok";
    QTest::newRow("too much padding") << good + "=" << "invalid_argument";
    QTest::newRow("nothing") << QByteArray() << "invalid_argument";
    QTest::newRow("only padding") << QByteArray("====") << "invalid_argument";
    QTest::newRow("too short") << good.mid(4) << "invalid_argument";
    QTest::newRow("too long") << "AAAA" + good << "invalid_argument";
    QTest::newRow("the other alphabet") << QByteArray(good).replace('_', '/') << "invalid_argument";
    QTest::newRow("bits that no byte takes") << QByteArray(good).replace("4e4=", "4e5=") << "invalid_argument";
    QTest::newRow("NUL inside") << QByteArray(good).replace(3, 1, QByteArray(1, '\0')) << "invalid_argument";
}

void TestFernet::keys()
{
    QFETCH(QByteArray, text);
    QTEST(outcome(FernetKey::parse(text.toStdString())), "expected");
}

void TestFernet::refused_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("expected");

    const QByteArray hello(kHello.data(), static_cast<qsizetype>(kHello.size()));
    QTest::newRow("nothing") << QByteArray() << "invalid_argument";
    QTest::newRow("words") << QByteArray("hello") << "invalid_argument";
    QTest::newRow("another version") << QByteArray(hello).replace(0, 1, "w") << "invalid_argument";
    QTest::newRow("space inside") << QByteArray(hello).insert(20, ' ') << "invalid_argument";
    QTest::newRow("cut") << hello.first(60) << "invalid_argument";
    QTest::newRow("cut by a block") << hello.first(76) << "invalid_argument";
    QTest::newRow("huge") << hello.chopped(2) + QByteArray(5 << 20, 'A') << "invalid_argument";
    QTest::newRow("wrong MAC") << QByteArray(
        "gAAAAAAdwJ6xAAECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPAl1-szkFVzXTuGb4hR8AKtwcaX1YdykQUFBQUFBQUFBQQ==")
                               << "integrity_failure";
    QTest::newRow("too short") << QByteArray("gAAAAAAdwJ6xAAECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPA==")
                               << "invalid_argument";
    QTest::newRow("no base64") << QByteArray(
        "%%%%%%%%%%%%%AECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPAl1-szkFVzXTuGb4hR8AKtwcaX1YdykRtfsH-p1YsUD2Q==")
                               << "invalid_argument";
    QTest::newRow("no whole blocks") << QByteArray(
        "gAAAAAAdwJ6xAAECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPOm73QeoCk9uGib28Xe5vz6oxq5nmxbx_v7mrfyudzUm")
                                     << "invalid_argument";
    QTest::newRow("padding error") << QByteArray(
        "gAAAAAAdwJ6xAAECAwQFBgcICQoLDA0ODz4LEpdELGQAad7aNEHbf-JkLPIpuiYRLQ3RtXatOYREu2FWke6CnJNYIbkuKNqOhw==")
                                   << "integrity_failure";
    QTest::newRow("wrong IV") << QByteArray(
        "gAAAAAAdwJ6xBQECAwQFBgcICQoLDA0OD3HkMATM5lFqGaerZ-fWPAkLhFLHpGtDBRLRTZeUfWgHSv49TF2AUEZ1TIvcZjK1zQ==")
                              << "integrity_failure";
}

void TestFernet::refused()
{
    QFETCH(QByteArray, token);
    QTEST(outcome(key().open(token.toStdString())), "expected");
}

void TestFernet::everyChangeIsFound()
{
    const std::string hello(kHello);
    for (std::size_t i = 0; i < hello.size(); ++i) {
        std::string changed = hello;
        changed[i] = hello[i] == 'B' ? 'C' : 'B';
        QVERIFY2(!key().open(changed), qPrintable(QString::number(i)));
    }
}

void TestFernet::looks()
{
    QVERIFY(crypto::looksLikeFernet(kHello));
    QVERIFY(crypto::looksLikeFernet("\n gAAAAABk"));
    QVERIFY(!crypto::looksLikeFernet("{\"a\":\"gAAAAA\"}"));
    QVERIFY(!crypto::looksLikeFernet(""));
}

void TestFernet::suite_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("generate") << "generate.json";
    QTest::newRow("verify") << "verify.json";
    QTest::newRow("invalid") << "invalid.json";
}

void TestFernet::suite()
{
    QFETCH(QString, name);
    LATCHKEY_SHARED_ARRAY_OR_SKIP(all, QStringLiteral("fernet/") + name);
    QVERIFY(!all->isEmpty());
    for (const auto &entry : *all) {
        const QJsonObject test = entry.toObject();
        const auto text = [&test](const char *member) {
            return test.value(QLatin1StringView(member)).toString().toStdString();
        };
        const auto made = FernetKey::parse(text("secret"));
        QVERIFY(made);
        const auto plain = made->open(text("token"));
        // Both are about age, which does not matter here.
        const bool aged = text("desc").starts_with("far-future") || text("desc") == "expired TTL";
        const bool good = name != QLatin1StringView("invalid.json") || aged;
        QVERIFY2(plain.has_value() == good, text("desc").c_str());
        if (test.contains(QLatin1StringView("src")))
            QCOMPARE(revealed(*plain).toStdString(), text("src"));
    }
}

LATCHKEY_TEST_MAIN(TestFernet)
#include "tst_fernet.moc"
