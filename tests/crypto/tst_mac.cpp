// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/mac.h"

#include "crypto/vectors.h"
#include "support/testmain.h"

#include <thread>
#include <vector>

using cryptotest::hex;

class TestMac final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void rfc4231();
    void wycheproof();
    void oneKeyManyMessages();
    void partsAreConcatenated();
    void emptyKey();
    void movedKeyStillWorks();
    void threadsShareAKey();
};

namespace {

crypto::HmacSha256 keyed(const QByteArray &key)
{
    auto mac = crypto::HmacSha256::create(base::view(key));
    if (!mac)
        qFatal("no HMAC");
    return *std::move(mac);
}

QByteArray macOf(const crypto::HmacSha256 &mac, const QByteArray &message)
{
    return base::toByteArray(mac.compute(base::view(message)));
}

} // namespace

void TestMac::rfc4231()
{
    const QJsonArray tests =
        cryptotest::dataJson(QStringLiteral("rfc4231.json")).value(QLatin1StringView("tests")).toArray();
    QCOMPARE(tests.size(), 6);
    for (const auto &entry : tests) {
        const QJsonObject test = entry.toObject();
        const QByteArray key = hex(test, "key");
        const QByteArray message = hex(test, "message");
        QCOMPARE(macOf(keyed(key), message), hex(test, "sha256"));
        const auto oneShot = crypto::hmacSha256(base::view(key), base::view(message));
        QVERIFY(oneShot);
        QCOMPARE(base::toByteArray(*oneShot), hex(test, "sha256"));
        const auto wide = crypto::hmacSha512(base::view(key), base::view(message));
        QVERIFY(wide);
        QCOMPARE(base::toByteArray(*wide), hex(test, "sha512"));
    }
}

void TestMac::wycheproof()
{
    LATCHKEY_SHARED_OR_SKIP(suite, "wycheproof/hmac_sha256_test.json");
    int seen = 0;
    for (const auto &group : suite->value(QLatin1StringView("testGroups")).toArray()) {
        for (const auto &entry : group.toObject().value(QLatin1StringView("tests")).toArray()) {
            const QJsonObject test = entry.toObject();
            // Groups with a short tag cut ours: the comparison is of what is there.
            const QByteArray tag = hex(test, "tag");
            const QByteArray ours = macOf(keyed(hex(test, "key")), hex(test, "msg")).first(tag.size());
            const bool valid = test.value(QLatin1StringView("result")).toString() == QLatin1StringView("valid");
            QCOMPARE(base::equalConstantTime(base::view(ours), base::view(tag)), valid);
            ++seen;
        }
    }
    QCOMPARE(seen, 174);
}

void TestMac::oneKeyManyMessages()
{
    const QByteArray key("a key that is used again and again");
    const crypto::HmacSha256 mac = keyed(key);
    for (int size = 0; size < 300; ++size) {
        const QByteArray message(size, static_cast<char>(size));
        QCOMPARE(macOf(mac, message), macOf(keyed(key), message));
    }
}

void TestMac::partsAreConcatenated()
{
    const crypto::HmacSha256 mac = keyed("key");
    const QByteArray a("one");
    const QByteArray b("two");
    const base::Digest32 whole = mac.compute(base::view(a + b));
    QCOMPARE(mac.compute({base::view(a), base::view(b)}), whole);
    QCOMPARE(mac.compute({base::view(a), {}, base::view(b)}), whole);
    base::Digest32 into{};
    mac.computeInto({base::view(a + b)}, into);
    QCOMPARE(into, whole);
}

void TestMac::emptyKey()
{
    // HMAC of nothing under no key: a value found in many libraries' documents.
    QCOMPARE(macOf(keyed({}), {}), cryptotest::unhex("b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"));
    // An empty key is a key of zeros, and never the key of the call before.
    QVERIFY(crypto::hmacSha512(base::view(QByteArray("earlier")), {}));
    const auto none = crypto::hmacSha512({}, base::view(QByteArray("message")));
    const auto zeros = crypto::hmacSha512(base::view(QByteArray(128, '\0')), base::view(QByteArray("message")));
    QVERIFY(none && zeros);
    QCOMPARE(*none, *zeros);
}

void TestMac::movedKeyStillWorks()
{
    crypto::HmacSha256 first = keyed("key");
    const base::Digest32 expected = first.compute({});
    crypto::HmacSha256 second = std::move(first);
    QCOMPARE(second.compute({}), expected);
    crypto::HmacSha256 third = keyed("another");
    third = std::move(second);
    QCOMPARE(third.compute({}), expected);
}

void TestMac::threadsShareAKey()
{
    const crypto::HmacSha256 mac = keyed("shared");
    const QByteArray message("what every thread signs");
    const base::Digest32 expected = mac.compute(base::view(message));
    std::array<int, 4> wrong{};
    std::vector<std::thread> threads;
    for (int &count : wrong) {
        threads.emplace_back([&mac, &message, &expected, &count] {
            for (int i = 0; i < 2000; ++i)
                count += mac.compute(base::view(message)) == expected ? 0 : 1;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(wrong, (std::array<int, 4>{}));
}

LATCHKEY_TEST_MAIN(TestMac)
#include "tst_mac.moc"
