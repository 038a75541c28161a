// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/hkdf.h"

#include "crypto/vectors.h"
#include "support/testmain.h"

using cryptotest::hex;
using cryptotest::outcome;
using cryptotest::revealed;

class TestHkdf final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void rfc5869();
    void wycheproof();
    void lengths_data();
    void lengths();
    void shorterIsAPrefixOfLonger();
    void preparedKeyGivesTheSame();
};

void TestHkdf::rfc5869()
{
    const QJsonArray tests =
        cryptotest::dataJson(QStringLiteral("rfc5869.json")).value(QLatin1StringView("tests")).toArray();
    QCOMPARE(tests.size(), 3);
    for (const auto &entry : tests) {
        const QJsonObject test = entry.toObject();
        const auto prk = crypto::hkdfExtract(base::view(hex(test, "salt")), base::view(hex(test, "ikm")));
        QVERIFY(prk);
        QCOMPARE(revealed(*prk), hex(test, "prk"));
        const auto length = static_cast<std::size_t>(test.value(QLatin1StringView("l")).toInt());
        const auto okm = crypto::hkdfExpand(*prk, base::view(hex(test, "info")), length);
        QVERIFY(okm);
        QCOMPARE(revealed(*okm), hex(test, "okm"));
    }
}

void TestHkdf::wycheproof()
{
    LATCHKEY_SHARED_OR_SKIP(suite, "wycheproof/hkdf_sha256_test.json");
    int seen = 0;
    int refused = 0;
    for (const auto &group : suite->value(QLatin1StringView("testGroups")).toArray()) {
        for (const auto &entry : group.toObject().value(QLatin1StringView("tests")).toArray()) {
            const QJsonObject test = entry.toObject();
            const auto prk = crypto::hkdfExtract(base::view(hex(test, "salt")), base::view(hex(test, "ikm")));
            QVERIFY(prk);
            const auto length = static_cast<std::size_t>(test.value(QLatin1StringView("size")).toInt());
            const auto okm = crypto::hkdfExpand(*prk, base::view(hex(test, "info")), length);
            const bool valid = test.value(QLatin1StringView("result")).toString() == QLatin1StringView("valid");
            QCOMPARE(outcome(okm), valid ? QStringLiteral("ok") : QString(base::codeName(base::ErrorCode::InvalidArgument)));
            if (okm)
                QCOMPARE(revealed(*okm), hex(test, "okm"));
            else
                ++refused;
            ++seen;
        }
    }
    QCOMPARE(seen, 86);
    QVERIFY(refused > 0);
}

void TestHkdf::lengths_data()
{
    QTest::addColumn<quint64>("length");
    QTest::addColumn<QString>("expected");
    const QString refused = base::codeName(base::ErrorCode::InvalidArgument);
    QTest::newRow("nothing") << quint64{0} << refused;
    QTest::newRow("one") << quint64{1} << QStringLiteral("ok");
    QTest::newRow("longest") << quint64{255} * 32 << QStringLiteral("ok");
    QTest::newRow("too long") << quint64{255} * 32 + 1 << refused;
    QTest::newRow("absurd") << ~quint64{0} << refused;
}

void TestHkdf::lengths()
{
    QFETCH(const quint64, length);
    QFETCH(const QString, expected);
    const base::SecretBytes prk = cryptotest::secret(QByteArray(32, 'k'));
    const auto okm = crypto::hkdfExpand(prk, {}, length);
    QCOMPARE(outcome(okm), expected);
    if (okm)
        QCOMPARE(okm->size(), length);
}

void TestHkdf::shorterIsAPrefixOfLonger()
{
    const base::SecretBytes prk = cryptotest::secret(QByteArray(32, 'k'));
    const QByteArray info("info");
    const auto longest = crypto::hkdfExpand(prk, base::view(info), 200);
    QVERIFY(longest);
    for (std::size_t length = 1; length < 200; ++length) {
        const auto okm = crypto::hkdfExpand(prk, base::view(info), length);
        QVERIFY(okm);
        QCOMPARE(revealed(*okm), revealed(*longest).first(static_cast<qsizetype>(length)));
    }
}

void TestHkdf::preparedKeyGivesTheSame()
{
    const QByteArray key(32, 'k');
    const QByteArray info("info");
    const auto prepared = crypto::HmacSha256::create(base::view(key));
    QVERIFY(prepared);
    std::array<unsigned char, 70> out{};
    QVERIFY(crypto::hkdfExpandInto(*prepared, base::view(info), out));
    const auto okm = crypto::hkdfExpand(cryptotest::secret(key), base::view(info), out.size());
    QVERIFY(okm);
    QCOMPARE(base::toByteArray(out), revealed(*okm));
    QVERIFY(!crypto::hkdfExpandInto(*prepared, base::view(info), {}));
}

LATCHKEY_TEST_MAIN(TestHkdf)
#include "tst_hkdf.moc"
