// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/aesgcm.h"

#include "crypto/vectors.h"
#include "support/testmain.h"

using base::view;
using cryptotest::hex;
using cryptotest::outcome;
using cryptotest::revealed;

class TestAesGcm final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void nistSample();
    void nistAll();
    void wycheproof();
    void gcmAloneOpensUnderTwoKeys();
    void lengths_data();
    void lengths();
    void outputMustFit();
    void everyChangeIsFound();
};

namespace {

const QString kIntegrity = base::codeName(base::ErrorCode::IntegrityFailure);
const QString kInvalid = base::codeName(base::ErrorCode::InvalidArgument);
constexpr QLatin1StringView kTests("tests");

/// Both directions of the published cases.
void checkNist(const QJsonArray &decrypt, const QJsonArray &encrypt, int *opened, int *refused)
{
    for (const auto &entry : decrypt) {
        const QJsonObject test = entry.toObject();
        const auto plain = crypto::aesGcmOpen(view(hex(test, "key")), view(hex(test, "iv")), view(hex(test, "aad")),
                                              view(hex(test, "ct") + hex(test, "tag")));
        if (test.value(QLatin1StringView("result")).toString() == QLatin1StringView("PASS")) {
            QVERIFY(plain);
            QCOMPARE(revealed(*plain), hex(test, "pt"));
            ++*opened;
        } else {
            QCOMPARE(outcome(plain), kIntegrity);
            ++*refused;
        }
    }
    for (const auto &entry : encrypt) {
        const QJsonObject test = entry.toObject();
        const auto sealed = crypto::aesGcmSeal(view(hex(test, "key")), view(hex(test, "iv")), view(hex(test, "aad")),
                                               view(hex(test, "pt")));
        QVERIFY(sealed);
        QCOMPARE(*sealed, hex(test, "ct") + hex(test, "tag"));
    }
}

} // namespace

void TestAesGcm::nistSample()
{
    const QJsonObject suite = cryptotest::dataJson(QStringLiteral("nist_gcm256.json"));
    int opened = 0;
    int refused = 0;
    checkNist(suite.value(QLatin1StringView("decrypt")).toArray(), suite.value(QLatin1StringView("encrypt")).toArray(),
              &opened, &refused);
    QCOMPARE(opened, 50);
    QCOMPARE(refused, 50);
}

void TestAesGcm::nistAll()
{
    LATCHKEY_SHARED_OR_SKIP(decrypt, "nist_cavp/gcmDecrypt256_iv96_tag128.json");
    LATCHKEY_SHARED_OR_SKIP(encrypt, "nist_cavp/gcmEncryptExtIV256_iv96_tag128.json");
    int opened = 0;
    int refused = 0;
    QCOMPARE(encrypt->value(kTests).toArray().size(), 375);
    checkNist(decrypt->value(kTests).toArray(), encrypt->value(kTests).toArray(), &opened, &refused);
    QCOMPARE(opened, 184);
    QCOMPARE(refused, 191);
}

void TestAesGcm::wycheproof()
{
    LATCHKEY_SHARED_OR_SKIP(suite, "wycheproof/aes_gcm_test.json");
    int ours = 0;
    int others = 0;
    for (const auto &entry : suite->value(QLatin1StringView("testGroups")).toArray()) {
        const QJsonObject group = entry.toObject();
        const bool supported = group.value(QLatin1StringView("ivSize")).toInt() == 96
            && group.value(QLatin1StringView("tagSize")).toInt() == 128
            && group.value(QLatin1StringView("keySize")).toInt() == 256;
        for (const auto &inner : group.value(kTests).toArray()) {
            const QJsonObject test = inner.toObject();
            const QByteArray body = hex(test, "ct") + hex(test, "tag");
            const auto plain = crypto::aesGcmOpen(view(hex(test, "key")), view(hex(test, "iv")), view(hex(test, "aad")),
                                                  view(body));
            const auto sealed = crypto::aesGcmSeal(view(hex(test, "key")), view(hex(test, "iv")), view(hex(test, "aad")),
                                                   view(hex(test, "msg")));
            if (!supported) {
                QCOMPARE(outcome(plain), kInvalid);
                QCOMPARE(outcome(sealed), kInvalid);
                ++others;
                continue;
            }
            const bool valid = test.value(QLatin1StringView("result")).toString() == QLatin1StringView("valid");
            QCOMPARE(outcome(plain), valid ? QStringLiteral("ok") : kIntegrity);
            QVERIFY(sealed);
            QCOMPARE(*sealed == body, valid);
            if (valid)
                QCOMPARE(revealed(*plain), hex(test, "msg"));
            ++ours;
        }
    }
    QCOMPARE(ours, 66);
    QCOMPARE(ours + others, 316);
}

/// Why envelope.h exists: these ciphertexts are authentic under two different keys.
void TestAesGcm::gcmAloneOpensUnderTwoKeys()
{
    LATCHKEY_SHARED_OR_SKIP(suite, "commitment/aes256gcm_two_key_collisions.json");
    const QJsonArray tests = suite->value(kTests).toArray();
    QCOMPARE(tests.size(), 3);
    for (const auto &entry : tests) {
        const QJsonObject test = entry.toObject();
        const QByteArray body = hex(test, "ct") + hex(test, "tag");
        const auto first = crypto::aesGcmOpen(view(hex(test, "key1")), view(hex(test, "nonce")), view(hex(test, "aad")),
                                              view(body));
        const auto second = crypto::aesGcmOpen(view(hex(test, "key2")), view(hex(test, "nonce")), view(hex(test, "aad")),
                                               view(body));
        QVERIFY(first && second);
        QCOMPARE(revealed(*first), hex(test, "pt1"));
        QCOMPARE(revealed(*second), hex(test, "pt2"));
    }
}

void TestAesGcm::lengths_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("nonce");
    QTest::addColumn<int>("body");
    QTest::addColumn<QString>("open");
    QTest::addColumn<QString>("seal");
    const QString ok = QStringLiteral("ok");
    QTest::newRow("right") << 32 << 12 << 16 << kIntegrity << ok;
    QTest::newRow("key of AES-128") << 16 << 12 << 16 << kInvalid << kInvalid;
    QTest::newRow("key of AES-192") << 24 << 12 << 16 << kInvalid << kInvalid;
    QTest::newRow("key too long") << 33 << 12 << 16 << kInvalid << kInvalid;
    QTest::newRow("no key") << 0 << 12 << 16 << kInvalid << kInvalid;
    QTest::newRow("no nonce") << 32 << 0 << 16 << kInvalid << kInvalid;
    QTest::newRow("short nonce") << 32 << 11 << 16 << kInvalid << kInvalid;
    QTest::newRow("long nonce") << 32 << 16 << 16 << kInvalid << kInvalid;
    QTest::newRow("shorter than a tag") << 32 << 12 << 15 << kInvalid << ok;
    QTest::newRow("nothing") << 32 << 12 << 0 << kInvalid << ok;
    QTest::newRow("too long") << 32 << 12 << int{crypto::kGcmMaxMessage} + 1 << kInvalid << kInvalid;
}

void TestAesGcm::lengths()
{
    QFETCH(const int, key);
    QFETCH(const int, nonce);
    QFETCH(const int, body);
    QFETCH(const QString, open);
    QFETCH(const QString, seal);
    const QByteArray keyBytes(key, 'k');
    const QByteArray nonceBytes(nonce, 'n');
    const QByteArray bodyBytes(body, 'b');
    QCOMPARE(outcome(crypto::aesGcmOpen(view(keyBytes), view(nonceBytes), {}, view(bodyBytes))), open);
    QCOMPARE(outcome(crypto::aesGcmSeal(view(keyBytes), view(nonceBytes), {}, view(bodyBytes))), seal);
}

void TestAesGcm::outputMustFit()
{
    const QByteArray key(32, 'k');
    const QByteArray nonce(12, 'n');
    std::array<unsigned char, 40> out{};
    const base::ByteSpan span(out);
    QVERIFY(crypto::aesGcmSealInto(view(key), view(nonce), {}, view(QByteArray(24, 'p')), span));
    QCOMPARE(outcome(crypto::aesGcmSealInto(view(key), view(nonce), {}, view(QByteArray(25, 'p')), span)), kInvalid);
    QCOMPARE(outcome(crypto::aesGcmSealInto(view(key), view(nonce), {}, view(QByteArray(23, 'p')), span)), kInvalid);
}

void TestAesGcm::everyChangeIsFound()
{
    const QByteArray key(32, 'k');
    const QByteArray nonce(12, 'n');
    const QByteArray aad("associated");
    const QByteArray plain("twenty bytes of text");
    auto sealed = crypto::aesGcmSeal(view(key), view(nonce), view(aad), view(plain));
    QVERIFY(sealed);
    for (qsizetype i = 0; i < sealed->size(); ++i) {
        QByteArray changed = *sealed;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        QCOMPARE(outcome(crypto::aesGcmOpen(view(key), view(nonce), view(aad), view(changed))), kIntegrity);
    }
    QCOMPARE(outcome(crypto::aesGcmOpen(view(key), view(nonce), view(aad + 'x'), view(*sealed))), kIntegrity);
    QCOMPARE(outcome(crypto::aesGcmOpen(view(key), view(nonce), {}, view(*sealed))), kIntegrity);
    const auto opened = crypto::aesGcmOpen(view(key), view(nonce), view(aad), view(*sealed));
    QVERIFY(opened);
    QCOMPARE(revealed(*opened), plain);
}

LATCHKEY_TEST_MAIN(TestAesGcm)
#include "tst_aesgcm.moc"
