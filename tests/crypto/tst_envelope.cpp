// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/envelope.h"

#include "crypto/aesgcm.h"
#include "crypto/hash.h"
#include "crypto/hkdf.h"
#include "crypto/vectors.h"
#include "support/sequencerandom.h"
#include "support/testmain.h"

#include <QSet>

using base::view;
using cryptotest::detail;
using cryptotest::hex;
using cryptotest::outcome;
using cryptotest::revealed;

namespace {

const QString kIntegrity = base::codeName(base::ErrorCode::IntegrityFailure);
const QString kNewer = base::codeName(base::ErrorCode::NewerFormat);
const QString kInvalid = base::codeName(base::ErrorCode::InvalidArgument);
constexpr std::uint32_t kGen = 7;

/// Gives out prepared bytes, then fails.
class ScriptedRandom final : public base::RandomSource {
public:
    explicit ScriptedRandom(QByteArray bytes) : m_bytes(std::move(bytes)) {}
    [[nodiscard]] base::Result<void> fill(base::ByteSpan out) override
    {
        if (static_cast<std::size_t>(m_bytes.size()) < out.size())
            return base::fail(base::ErrorCode::CryptoFailure, QStringLiteral("scripted"));
        std::ranges::copy(view(m_bytes).first(out.size()), out.begin());
        m_bytes.remove(0, static_cast<qsizetype>(out.size()));
        return {};
    }

private:
    QByteArray m_bytes;
};

crypto::RoleKey roleKey(const QByteArray &bytes)
{
    auto key = crypto::RoleKey::create(cryptotest::secret(bytes));
    if (!key)
        qFatal("no role key");
    return *std::move(key);
}

/// An envelope with a right commitment and tag around any padded text: what a faulty writer with the key could make.
QByteArray sealRaw(const crypto::RoleKey &key, const QByteArray &aad, const QByteArray &padded)
{
    const QByteArray salt(16, 's');
    const QByteArray nonce(12, 'n');
    base::CanonicalWriter head;
    head.u8(crypto::kEnvelopeSuite).u32(kGen);
    const QByteArray info = QByteArray("enc") + salt + base::toByteArray(crypto::sha256(view(aad)));
    std::array<unsigned char, 64> okm{};
    if (!crypto::hkdfExpandInto(key.mac(), view(info), okm))
        qFatal("no key material");
    const auto body = crypto::aesGcmSeal(base::ByteView(okm).first(32), view(nonce), view(head.bytes() + aad), view(padded));
    if (!body)
        qFatal("no ciphertext");
    return head.bytes() + salt + nonce + base::toByteArray(base::ByteView(okm).last(32)) + *body;
}

} // namespace

class TestEnvelope final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void knownAnswers();
    void roundTripOfEverySize();
    void paddedSizes_data();
    void paddedSizes();
    void everyBitIsGuarded();
    void everyLengthIsGuarded();
    void belongsToItsKeyGenAndAad();
    void partsCannotBeMixed();
    void commitmentIsComparedFirst();
    void twoKeyCiphertextIsRefused();
    void badPadding_data();
    void badPadding();
    void sameTextTwiceLooksDifferent();
    void limits();
    void randomFailureIsPassedOn();
};

void TestEnvelope::knownAnswers()
{
    const QJsonArray tests =
        cryptotest::dataJson(QStringLiteral("envelope.json")).value(QLatin1StringView("tests")).toArray();
    QCOMPARE(tests.size(), 6);
    for (const auto &entry : tests) {
        const QJsonObject test = entry.toObject();
        const crypto::RoleKey key = roleKey(hex(test, "key"));
        const auto gen = static_cast<std::uint32_t>(test.value(QLatin1StringView("gen")).toInteger());
        ScriptedRandom random(hex(test, "random"));
        const auto sealed = crypto::sealEnvelope(key, gen, view(hex(test, "aad")), view(hex(test, "plaintext")), random);
        QVERIFY(sealed);
        QCOMPARE(*sealed, hex(test, "envelope"));
        const auto opened = crypto::openEnvelope(key, gen, view(hex(test, "aad")), view(hex(test, "envelope")));
        QVERIFY(opened);
        QCOMPARE(revealed(*opened), hex(test, "plaintext"));
    }
}

void TestEnvelope::roundTripOfEverySize()
{
    testsupport::SequenceRandom random;
    const crypto::RoleKey key = roleKey(QByteArray(32, 'k'));
    const QByteArray aad("aad");
    for (std::size_t size = 0; size <= 2000; ++size) {
        QByteArray plain(static_cast<qsizetype>(size), Qt::Uninitialized);
        QVERIFY(random.fill({reinterpret_cast<unsigned char *>(plain.data()), size}));
        const auto sealed = crypto::sealEnvelope(key, kGen, view(aad), view(plain), random);
        QVERIFY(sealed);
        QCOMPARE(static_cast<std::size_t>(sealed->size()), crypto::envelopeSize(size));
        const auto opened = crypto::openEnvelope(key, kGen, view(aad), view(*sealed));
        QVERIFY(opened);
        QCOMPARE(revealed(*opened), plain);
    }
}

void TestEnvelope::paddedSizes_data()
{
    QTest::addColumn<quint64>("size");
    QTest::addColumn<quint64>("padded");
    using Row = std::pair<quint64, quint64>;
    for (const auto &[size, padded] :
         {Row{0, 64}, Row{60, 64}, Row{61, 128}, Row{124, 128}, Row{125, 256}, Row{252, 256}, Row{253, 512}, Row{508, 512},
          Row{509, 1024}, Row{1020, 1024}, Row{1021, 1536}, Row{1532, 1536}, Row{1533, 2048}})
        QTest::addRow("%llu", static_cast<unsigned long long>(size)) << size << padded;
}

void TestEnvelope::paddedSizes()
{
    QFETCH(const quint64, size);
    QFETCH(const quint64, padded);
    QCOMPARE(crypto::paddedSize(size), padded);
    QCOMPARE(crypto::envelopeSize(size), padded + 81);
}

void TestEnvelope::everyBitIsGuarded()
{
    testsupport::SequenceRandom random;
    const crypto::RoleKey key = roleKey(QByteArray(32, 'k'));
    const QByteArray aad("aad");
    const auto sealed = crypto::sealEnvelope(key, kGen, view(aad), view(QByteArray("value")), random);
    QVERIFY(sealed);
    for (qsizetype i = 0; i < sealed->size(); ++i) {
        for (int bit = 0; bit < 8; ++bit) {
            QByteArray changed = *sealed;
            changed[i] = static_cast<char>(changed[i] ^ (1 << bit));
            QCOMPARE(outcome(crypto::openEnvelope(key, kGen, view(aad), view(changed))), i == 0 ? kNewer : kIntegrity);
        }
    }
    QVERIFY(crypto::openEnvelope(key, kGen, view(aad), view(*sealed)));
}

void TestEnvelope::everyLengthIsGuarded()
{
    testsupport::SequenceRandom random;
    const crypto::RoleKey key = roleKey(QByteArray(32, 'k'));
    const auto sealed = crypto::sealEnvelope(key, kGen, {}, view(QByteArray(100, 'v')), random);
    QVERIFY(sealed);
    for (qsizetype size = 0; size < sealed->size(); ++size)
        QCOMPARE(outcome(crypto::openEnvelope(key, kGen, {}, view(sealed->first(size)))), kIntegrity);
    for (const int more : {1, 16, 64, 128, 512, 4096})
        QCOMPARE(outcome(crypto::openEnvelope(key, kGen, {}, view(*sealed + QByteArray(more, '\0')))), kIntegrity);
    QCOMPARE(outcome(crypto::openEnvelope(key, kGen, {}, view(*sealed + QByteArray(2 << 20, '\0')))), kIntegrity);
}

void TestEnvelope::belongsToItsKeyGenAndAad()
{
    testsupport::SequenceRandom random;
    const crypto::RoleKey key = roleKey(QByteArray(32, 'k'));
    const QByteArray aad("vault|role|record");
    const auto sealed = crypto::sealEnvelope(key, kGen, view(aad), view(QByteArray("value")), random);
    QVERIFY(sealed);
    QByteArray near(32, 'k');
    near[31] = 'l';
    QCOMPARE(outcome(crypto::openEnvelope(roleKey(near), kGen, view(aad), view(*sealed))), kIntegrity);
    QCOMPARE(outcome(crypto::openEnvelope(key, kGen + 1, view(aad), view(*sealed))), kIntegrity);
    QCOMPARE(outcome(crypto::openEnvelope(key, kGen, {}, view(*sealed))), kIntegrity);
    for (qsizetype i = 0; i < aad.size(); ++i) {
        QByteArray other = aad;
        other[i] = static_cast<char>(other[i] ^ 1);
        QCOMPARE(outcome(crypto::openEnvelope(key, kGen, view(other), view(*sealed))), kIntegrity);
        QCOMPARE(outcome(crypto::openEnvelope(key, kGen, view(aad.first(i)), view(*sealed))), kIntegrity);
    }
    // A generation written over both in the envelope and in the call is still not the one that was sealed.
    QByteArray moved = *sealed;
    moved[4] = static_cast<char>(kGen + 1);
    QCOMPARE(outcome(crypto::openEnvelope(key, kGen + 1, view(aad), view(moved))), kIntegrity);
}

void TestEnvelope::partsCannotBeMixed()
{
    testsupport::SequenceRandom random;
    const crypto::RoleKey key = roleKey(QByteArray(32, 'k'));
    const auto a = crypto::sealEnvelope(key, kGen, {}, view(QByteArray("first")), random);
    const auto b = crypto::sealEnvelope(key, kGen, {}, view(QByteArray("second")), random);
    QVERIFY(a && b);
    for (const qsizetype cut : {13, 21, 33, 65, 129})
        QCOMPARE(outcome(crypto::openEnvelope(key, kGen, {}, view(a->first(cut) + b->sliced(cut)))), kIntegrity);
}

void TestEnvelope::commitmentIsComparedFirst()
{
    testsupport::SequenceRandom random;
    const crypto::RoleKey key = roleKey(QByteArray(32, 'k'));
    const crypto::RoleKey other = roleKey(QByteArray(32, 'o'));
    const auto sealed = crypto::sealEnvelope(key, kGen, {}, view(QByteArray("value")), random);
    QVERIFY(sealed);
    // Under a wrong key GCM is never asked.
    QCOMPARE(detail(crypto::openEnvelope(other, kGen, {}, view(*sealed))), QStringLiteral("envelope commitment"));
    // With the other key's commitment in place it is the first key's turn to stop there: one envelope, one key.
    const QByteArray salt = sealed->sliced(5, 16);
    const QByteArray info = QByteArray("enc") + salt + base::toByteArray(crypto::sha256({}));
    std::array<unsigned char, 64> okm{};
    QVERIFY(crypto::hkdfExpandInto(other.mac(), view(info), okm));
    QByteArray changed = *sealed;
    changed.replace(33, 32, base::toByteArray(base::ByteView(okm).last(32)));
    QCOMPARE(detail(crypto::openEnvelope(key, kGen, {}, view(changed))), QStringLiteral("envelope commitment"));
    QCOMPARE(detail(crypto::openEnvelope(other, kGen, {}, view(changed))), QStringLiteral("aes-gcm tag"));
}

/// The published trick against plain GCM (see tst_aesgcm) carried into an envelope, under both keys.
void TestEnvelope::twoKeyCiphertextIsRefused()
{
    LATCHKEY_SHARED_OR_SKIP(suite, "commitment/aes256gcm_two_key_collisions.json");
    int fitting = 0;
    for (const auto &entry : suite->value(QLatin1StringView("tests")).toArray()) {
        const QJsonObject test = entry.toObject();
        base::CanonicalWriter head;
        head.u8(crypto::kEnvelopeSuite).u32(kGen);
        const QByteArray envelope = head.bytes() + QByteArray(16, 's') + hex(test, "nonce") + QByteArray(32, 'c')
            + hex(test, "ct") + hex(test, "tag");
        for (const char *member : {"key1", "key2"}) {
            const QByteArray bytes = hex(test, member);
            const auto opened = crypto::openEnvelope(roleKey(bytes), kGen, view(hex(test, "aad")), view(envelope));
            QCOMPARE(outcome(opened), kIntegrity);
            fitting += detail(opened) == QStringLiteral("envelope commitment") ? 1 : 0;
        }
    }
    QCOMPARE(fitting, 2); // one of the three has the size of a bucket and so gets as far as the commitment
}

void TestEnvelope::badPadding_data()
{
    QTest::addColumn<QByteArray>("padded");
    QTest::addColumn<QString>("expected");
    const QByteArray five("\0\0\0\5value", 9);
    QTest::newRow("good") << five.leftJustified(64, '\0') << QStringLiteral("ok");
    QTest::newRow("fill not zero") << (five + QByteArray(54, '\0') + '\1') << kIntegrity;
    QTest::newRow("fill not zero at once") << (five + '\1' + QByteArray(54, '\0')) << kIntegrity;
    QTest::newRow("larger bucket than needed") << five.leftJustified(128, '\0') << kIntegrity;
    QTest::newRow("longer than the bucket") << QByteArray("\0\0\0\75", 4).leftJustified(64, '\0') << kIntegrity;
    QTest::newRow("longest for the bucket") << QByteArray("\0\0\0\74", 4).leftJustified(64, '\0') << QStringLiteral("ok");
    QTest::newRow("huge") << QByteArray("\377\377\377\377", 4).leftJustified(64, '\0') << kIntegrity;
    QTest::newRow("wraps") << QByteArray("\377\377\377\374", 4).leftJustified(64, '\0') << kIntegrity;
}

void TestEnvelope::badPadding()
{
    QFETCH(const QByteArray, padded);
    QFETCH(const QString, expected);
    const crypto::RoleKey key = roleKey(QByteArray(32, 'k'));
    const QByteArray aad("aad");
    QCOMPARE(outcome(crypto::openEnvelope(key, kGen, view(aad), view(sealRaw(key, aad, padded)))), expected);
}

void TestEnvelope::sameTextTwiceLooksDifferent()
{
    base::SystemRandomSource random;
    const crypto::RoleKey key = roleKey(QByteArray(32, 'k'));
    QSet<QByteArray> salts;
    QSet<QByteArray> commits;
    for (int i = 0; i < 100; ++i) {
        const auto sealed = crypto::sealEnvelope(key, kGen, {}, {}, random);
        QVERIFY(sealed);
        salts.insert(sealed->sliced(5, 28));
        commits.insert(sealed->sliced(33, 32));
    }
    QCOMPARE(salts.size(), 100);
    QCOMPARE(commits.size(), 100);
}

void TestEnvelope::limits()
{
    testsupport::SequenceRandom random;
    const crypto::RoleKey key = roleKey(QByteArray(32, 'k'));
    const QByteArray longest(qsizetype{crypto::kEnvelopeMaxPlaintext}, 'v');
    const auto sealed = crypto::sealEnvelope(key, kGen, {}, view(longest), random);
    QVERIFY(sealed);
    const auto opened = crypto::openEnvelope(key, kGen, {}, view(*sealed));
    QVERIFY(opened);
    QVERIFY(revealed(*opened) == longest);
    QCOMPARE(outcome(crypto::sealEnvelope(key, kGen, {}, view(longest + 'v'), random)), kInvalid);
    for (const int size : {0, 16, 31, 33, 64})
        QCOMPARE(outcome(crypto::RoleKey::create(cryptotest::secret(QByteArray(size, 'k')))), kInvalid);
}

void TestEnvelope::randomFailureIsPassedOn()
{
    ScriptedRandom broken({});
    const auto sealed = crypto::sealEnvelope(roleKey(QByteArray(32, 'k')), kGen, {}, view(QByteArray("value")), broken);
    QCOMPARE(detail(sealed), QStringLiteral("scripted"));
}

LATCHKEY_TEST_MAIN(TestEnvelope)
#include "tst_envelope.moc"
