// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/hash.h"

#include "crypto/vectors.h"
#include "support/testmain.h"

class TestHash final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void publishedAnswers_data();
    void publishedAnswers();
};

void TestHash::publishedAnswers_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("digest");
    // FIPS 180-4 examples of NIST's Cryptographic Standards and Guidelines page.
    QTest::newRow("empty") << QByteArray()
                           << cryptotest::unhex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QTest::newRow("abc") << QByteArray("abc")
                         << cryptotest::unhex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    QTest::newRow("two blocks") << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
                                << cryptotest::unhex("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    QTest::newRow("million a") << QByteArray(1'000'000, 'a')
                               << cryptotest::unhex("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

void TestHash::publishedAnswers()
{
    QFETCH(const QByteArray, message);
    QFETCH(const QByteArray, digest);
    QCOMPARE(base::toByteArray(crypto::sha256(base::view(message))), digest);
}

LATCHKEY_TEST_MAIN(TestHash)
#include "tst_hash.moc"
