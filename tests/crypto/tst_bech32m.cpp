// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/bech32m.h"

#include "crypto/vectors.h"
#include "support/testmain.h"

using cryptotest::outcome;
using cryptotest::revealed;

namespace {

const QString kInvalid = base::codeName(base::ErrorCode::InvalidArgument);

std::string_view text(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

class TestBech32m final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void valid_data();
    void valid();
    void invalid_data();
    void invalid();
    void refusesBadInput();
    void everySizeRoundTrips();
};

void TestBech32m::valid_data()
{
    QTest::addColumn<QByteArray>("string");
    QTest::addColumn<QByteArray>("hrp");
    QTest::addColumn<QByteArray>("groups");
    QByteArray falling;
    for (int value = 31; value >= 0; --value)
        falling.append(static_cast<char>(value));
    // BIP-350, "Test vectors for Bech32m"; the data of the longer ones is not in the page but follows from the alphabet.
    QTest::newRow("upper case") << QByteArray("A1LQFN3A") << QByteArray("a") << QByteArray();
    QTest::newRow("lower case") << QByteArray("a1lqfn3a") << QByteArray("a") << QByteArray();
    QTest::newRow("long hrp")
        << QByteArray("an83characterlonghumanreadablepartthatcontainsthetheexcludedcharactersbioandnumber11sg7hg6")
        << QByteArray("an83characterlonghumanreadablepartthatcontainsthetheexcludedcharactersbioandnumber1") << QByteArray();
    QTest::newRow("alphabet") << QByteArray("abcdef1l7aum6echk45nj3s0wdvt2fg8x9yrzpqzd3ryx") << QByteArray("abcdef")
                              << falling;
    QTest::newRow("all ones") << QByteArray("11") + QByteArray(83, 'l') + "udsr8" << QByteArray("1")
                              << QByteArray(82, '\37');
    QTest::newRow("split") << QByteArray("split1checkupstagehandshakeupstreamerranterredcaperredlc445v")
                           << QByteArray("split")
                           << QByteArray::fromHex("18171918161c01100b1d0819171d130d10171d16191c01100b03191d1b1903031d130b"
                                                  "190303190d181d01190303190d");
    QTest::newRow("sign as hrp") << QByteArray("?1v759aa") << QByteArray("?") << QByteArray();
}

void TestBech32m::valid()
{
    QFETCH(const QByteArray, string);
    QFETCH(const QByteArray, hrp);
    QFETCH(const QByteArray, groups);
    const auto decoded = crypto::bech32mDecode(text(string));
    QVERIFY(decoded);
    QCOMPARE(QByteArray::fromStdString(decoded->hrp), hrp);
    QCOMPARE(revealed(decoded->groups), groups);
    const auto again = crypto::bech32mEncode(text(hrp), base::view(groups));
    QVERIFY(again);
    QCOMPARE(revealed(*again), string.toLower());
}

void TestBech32m::invalid_data()
{
    QTest::addColumn<QByteArray>("string");
    // BIP-350, with the reasons given there.
    QTest::newRow("hrp character too low") << QByteArray(" 1xj0phk");
    QTest::newRow("hrp character DEL") << QByteArray("\x7f"
                                                     "1g6xzxy");
    QTest::newRow("hrp character too high") << QByteArray("\x80"
                                                          "1vctc34");
    QTest::newRow("too long") << QByteArray(
        "an84characterslonghumanreadablepartthatcontainsthetheexcludedcharactersbioandnumber11d6pts4");
    QTest::newRow("no separator") << QByteArray("qyrz8wqd2c9m");
    QTest::newRow("empty hrp") << QByteArray("1qyrz8wqd2c9m");
    QTest::newRow("invalid data character b") << QByteArray("y1b0jsk6g");
    QTest::newRow("invalid data character i") << QByteArray("lt1igcx5c0");
    QTest::newRow("checksum too short") << QByteArray("in1muywd");
    QTest::newRow("invalid checksum character i") << QByteArray("mm1crxm3i");
    QTest::newRow("invalid checksum character o") << QByteArray("au1s5cgom");
    QTest::newRow("checksum of the upper-case hrp") << QByteArray("M1VUXWEZ");
    QTest::newRow("empty hrp, 2") << QByteArray("16plkw9");
    QTest::newRow("empty hrp, 3") << QByteArray("1p2gdwpf");
    // BIP-173: right for Bech32, so wrong here.
    QTest::newRow("Bech32") << QByteArray("A12UEL5L");
    QTest::newRow("Bech32, alphabet") << QByteArray("abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw");
    QTest::newRow("mixed case") << QByteArray("a1LQFN3A");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("only the separator") << QByteArray("1");
}

void TestBech32m::invalid()
{
    QFETCH(const QByteArray, string);
    QCOMPARE(outcome(crypto::bech32mDecode(text(string))), kInvalid);
}

void TestBech32m::refusesBadInput()
{
    QCOMPARE(outcome(crypto::bech32mEncode("", {})), kInvalid);
    QCOMPARE(outcome(crypto::bech32mEncode("Upper", {})), kInvalid);
    QCOMPARE(outcome(crypto::bech32mEncode("sp ace", {})), kInvalid);
    QCOMPARE(outcome(crypto::bech32mEncode("hrp", base::view(QByteArray("\x20")))), kInvalid);
    QCOMPARE(outcome(crypto::bech32mEncode("hrp", base::view(QByteArray(81, '\0')))), kInvalid);
    QVERIFY(crypto::bech32mEncode("hrp", base::view(QByteArray(80, '\0'))));
    QCOMPARE(outcome(crypto::bech32mDecodeData("a", "lqfn3")), kInvalid);
    QCOMPARE(outcome(crypto::bech32mDecodeData("a", "LQFN3A")), kInvalid);
    QCOMPARE(outcome(crypto::bech32mDecodeData("b", "lqfn3a")), kInvalid);
    QVERIFY(crypto::bech32mDecodeData("a", "lqfn3a"));
}

void TestBech32m::everySizeRoundTrips()
{
    QByteArray groups;
    for (int size = 0; size <= 80; ++size) {
        const auto encoded = crypto::bech32mEncode("hrp", base::view(groups));
        QVERIFY(encoded);
        const auto decoded = crypto::bech32mDecode(encoded->exposeText());
        QVERIFY(decoded);
        QCOMPARE(revealed(decoded->groups), groups);
        groups.append(static_cast<char>((size * 11 + 5) % 32));
    }
}

LATCHKEY_TEST_MAIN(TestBech32m)
#include "tst_bech32m.moc"
