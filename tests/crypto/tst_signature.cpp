// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/signature.h"

#include "crypto/vectors.h"
#include "support/testmain.h"

using cryptotest::dataFile;
using cryptotest::hex;
using cryptotest::outcome;
using cryptotest::secret;

Q_DECLARE_METATYPE(crypto::PrivateKeyKind)

namespace {

using Kind = crypto::PrivateKeyKind;

/// PKCS #8 (RFC 8410) of a raw Ed25519 seed.
QByteArray ed25519Pem(const QByteArray &seed)
{
    const QByteArray der = cryptotest::unhex("302e020100300506032b657004220420") + seed;
    return "-----BEGIN PRIVATE KEY-----\n" + der.toBase64() + "\n-----END PRIVATE KEY-----\n";
}

} // namespace

class TestSignature final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void ed25519Answers();
    void rsaAnswers_data();
    void rsaAnswers();
    void kinds_data();
    void kinds();
};

void TestSignature::ed25519Answers()
{
    const QJsonArray tests =
        cryptotest::dataJson(QStringLiteral("ed25519.json")).value(QLatin1StringView("tests")).toArray();
    QCOMPARE(tests.size(), 25);
    for (const auto &entry : tests) {
        const QJsonObject test = entry.toObject();
        const auto signature = crypto::ed25519Sign(secret(ed25519Pem(hex(test, "seed"))), base::view(hex(test, "message")));
        QVERIFY(signature);
        QCOMPARE(*signature, hex(test, "signature"));
    }
}

void TestSignature::rsaAnswers_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("PKCS #8") << QStringLiteral("rsa2048_pkcs8.pem");
    QTest::newRow("PKCS #1") << QStringLiteral("rsa2048_pkcs1.pem");
}

void TestSignature::rsaAnswers()
{
    QFETCH(const QString, file);
    const base::SecretBytes key = secret(dataFile(file));
    const QJsonArray tests =
        cryptotest::dataJson(QStringLiteral("rsa_sha256.json")).value(QLatin1StringView("tests")).toArray();
    QCOMPARE(tests.size(), 3);
    for (const auto &entry : tests) {
        const QJsonObject test = entry.toObject();
        const auto signature = crypto::rsaSha256Sign(key, base::view(hex(test, "message")));
        QVERIFY(signature);
        QCOMPARE(*signature, hex(test, "signature"));
    }
}

void TestSignature::kinds_data()
{
    QTest::addColumn<QByteArray>("pem");
    QTest::addColumn<crypto::PrivateKeyKind>("kind");
    const QByteArray rsa = dataFile(QStringLiteral("rsa2048_pkcs8.pem"));
    QTest::newRow("RSA PKCS #8") << rsa << Kind::Rsa;
    QTest::newRow("RSA PKCS #1") << dataFile(QStringLiteral("rsa2048_pkcs1.pem")) << Kind::Rsa;
    QTest::newRow("RSA with CRLF") << QByteArray(rsa).replace('\n', "\r\n") << Kind::Rsa;
    QTest::newRow("RSA without last line end") << rsa.trimmed() << Kind::Rsa;
    QTest::newRow("RSA after a remark") << "my key\n" + rsa << Kind::Rsa;
    QTest::newRow("Ed25519") << ed25519Pem(QByteArray(32, 's')) << Kind::Ed25519;
    QTest::newRow("EC") << dataFile(QStringLiteral("ec_p256.pem")) << Kind::Ec;
    // A prompt would hang here: reading the terminal is what OpenSSL does by default.
    QTest::newRow("encrypted PKCS #8") << dataFile(QStringLiteral("rsa2048_encrypted.pem")) << Kind::Unreadable;
    QTest::newRow("encrypted PKCS #1") << dataFile(QStringLiteral("rsa2048_encrypted_pkcs1.pem")) << Kind::Unreadable;
    QTest::newRow("X25519 cannot sign") << dataFile(QStringLiteral("x25519.pem")) << Kind::Unreadable;
    QTest::newRow("OpenSSH's own form") << dataFile(QStringLiteral("ed25519_openssh.pem")) << Kind::Unreadable;
    QTest::newRow("cut off") << rsa.first(rsa.size() / 2) + "\n-----END PRIVATE KEY-----\n" << Kind::Unreadable;
    QTest::newRow("damaged") << QByteArray(rsa).replace(60, 4, "!!!!") << Kind::Unreadable;
    QTest::newRow("empty body") << QByteArray("-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n")
                                << Kind::Unreadable;
    QTest::newRow("far too long") << rsa + QByteArray(70'000, ' ') << Kind::Unreadable;
    QTest::newRow("public key") << dataFile(QStringLiteral("rsa2048_public.pem")) << Kind::None;
    QTest::newRow("ordinary secret") << QByteArray("bg_0123456789abcdef") << Kind::None;
    QTest::newRow("nothing") << QByteArray() << Kind::None;
}

void TestSignature::kinds()
{
    QFETCH(const QByteArray, pem);
    QFETCH(const crypto::PrivateKeyKind, kind);
    const base::SecretBytes key = secret(pem);
    QCOMPARE(crypto::privateKeyKind(key), kind);
    const QString refused = base::codeName(base::ErrorCode::InvalidArgument);
    const QString ok = QStringLiteral("ok");
    QCOMPARE(outcome(crypto::rsaSha256Sign(key, {})), kind == Kind::Rsa ? ok : refused);
    QCOMPARE(outcome(crypto::ed25519Sign(key, {})), kind == Kind::Ed25519 ? ok : refused);
}

LATCHKEY_TEST_MAIN(TestSignature)
#include "tst_signature.moc"
