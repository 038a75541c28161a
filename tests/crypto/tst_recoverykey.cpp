// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/recoverykey.h"

#include "crypto/bech32m.h"
#include "crypto/vectors.h"
#include "support/testmain.h"

using cryptotest::detail;
using cryptotest::hex;
using cryptotest::outcome;
using cryptotest::revealed;
using cryptotest::secret;

namespace {

const QString kWrong = base::codeName(base::ErrorCode::WrongPassphrase);
const QString kMistyped = QStringLiteral("recovery_checksum");
const QString kOther = QStringLiteral("recovery_other_vault");
const QUuid kId(QStringLiteral("f81d4fae-7dec-41d0-a765-00a0c91e6bf6"));
const QByteArray kSecret("twenty bytes secret!");
const QByteArray kAlphabet("QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L");

QByteArray encoded()
{
    const auto text = crypto::encodeRecoveryKey(secret(kSecret), kId);
    return text ? revealed(*text) : QByteArray();
}

QString decodeDetail(const QByteArray &text)
{
    return detail(crypto::decodeRecoveryKey(secret(text), kId));
}

} // namespace

class TestRecoveryKey final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void knownAnswers();
    void layout();
    void spellings_data();
    void spellings();
    void wrongForms_data();
    void wrongForms();
    void everyCharacterChangeIsFound();
    void everyNeighbourSwapIsFound();
    void droppedAndDoubledCharactersAreFound();
    void otherVault();
    void otherVersion();
    void secretOfAnotherSize();
};

void TestRecoveryKey::knownAnswers()
{
    const QJsonArray tests =
        cryptotest::dataJson(QStringLiteral("recoverykey.json")).value(QLatin1StringView("tests")).toArray();
    QCOMPARE(tests.size(), 3);
    for (const auto &entry : tests) {
        const QJsonObject test = entry.toObject();
        const QUuid id(test.value(QLatin1StringView("id")).toString());
        const QByteArray text = test.value(QLatin1StringView("text")).toString().toLatin1();
        const auto made = crypto::encodeRecoveryKey(secret(hex(test, "secret")), id);
        QVERIFY(made);
        QCOMPARE(revealed(*made), text);
        const auto read = crypto::decodeRecoveryKey(secret(text), id);
        QVERIFY(read);
        QCOMPARE(revealed(*read), hex(test, "secret"));
    }
}

void TestRecoveryKey::layout()
{
    const QByteArray text = encoded();
    QCOMPARE(static_cast<std::size_t>(text.size()), crypto::kRecoveryTextSize);
    const QList<QByteArray> groups = text.split(' ');
    QCOMPARE(groups.size(), 9);
    for (const QByteArray &group : groups) {
        QCOMPARE(group.size(), 5);
        for (const char c : group)
            QVERIFY(kAlphabet.contains(c));
    }
}

void TestRecoveryKey::spellings_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray text = encoded();
    QTest::newRow("as printed") << text;
    QTest::newRow("lower case") << text.toLower();
    QTest::newRow("mixed case") << (text.first(20).toLower() + text.sliced(20));
    QTest::newRow("no spaces") << QByteArray(text).replace(' ', "");
    QTest::newRow("dashes") << QByteArray(text).replace(' ', "-");
    QTest::newRow("lines") << QByteArray(text).replace(' ', "\r\n") + "\n";
    QTest::newRow("tabs and edges") << "  " + QByteArray(text).replace(' ', " \t - ") + "  ";
    QTest::newRow("other groups") << QByteArray(text).replace(' ', "").insert(13, ' ').insert(3, '-');
}

void TestRecoveryKey::spellings()
{
    QFETCH(const QByteArray, text);
    const auto read = crypto::decodeRecoveryKey(secret(text), kId);
    QVERIFY(read);
    QCOMPARE(revealed(*read), kSecret);
}

void TestRecoveryKey::wrongForms_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray text = encoded();
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("spaces") << QByteArray(53, ' ');
    QTest::newRow("two groups") << text.first(11);
    QTest::newRow("one character short") << text.first(52);
    QTest::newRow("one character more") << text + 'Q';
    QTest::newRow("twice") << text + ' ' + text;
    QTest::newRow("very long") << text + QByteArray(100'000, ' ');
    QTest::newRow("a dot inside") << QByteArray(text).replace(5, 1, ".");
    QTest::newRow("a zero byte") << QByteArray(text).replace(5, 1, QByteArray(1, '\0'));
    QTest::newRow("not ASCII") << QByteArray(text).replace(0, 1, "\xc3\xa9");
    QTest::newRow("with its prefix") << "LATCHKEY1" + text;
}

void TestRecoveryKey::wrongForms()
{
    QFETCH(const QByteArray, text);
    const auto read = crypto::decodeRecoveryKey(secret(text), kId);
    QCOMPARE(outcome(read), kWrong);
    QCOMPARE(detail(read), kMistyped);
}

void TestRecoveryKey::everyCharacterChangeIsFound()
{
    const QByteArray text = encoded();
    int tried = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == ' ')
            continue;
        for (int c = 33; c < 127; ++c) {
            // Case does not matter, and a dash is not a character.
            if (c == '-' || QChar::toUpper(static_cast<char32_t>(c)) == static_cast<char32_t>(text[i]))
                continue;
            QByteArray changed = text;
            changed[i] = static_cast<char>(c);
            QCOMPARE(decodeDetail(changed), kMistyped);
            ++tried;
        }
    }
    QVERIFY(tried > 45 * 90);
}

void TestRecoveryKey::everyNeighbourSwapIsFound()
{
    const QByteArray characters = encoded().replace(' ', "");
    int tried = 0;
    for (qsizetype i = 0; i + 1 < characters.size(); ++i) {
        if (characters[i] == characters[i + 1])
            continue;
        QByteArray changed = characters;
        std::swap(changed[i], changed[i + 1]);
        QCOMPARE(decodeDetail(changed), kMistyped);
        ++tried;
    }
    QVERIFY(tried > 30);
}

void TestRecoveryKey::droppedAndDoubledCharactersAreFound()
{
    const QByteArray characters = encoded().replace(' ', "");
    for (qsizetype i = 0; i < characters.size(); ++i) {
        QCOMPARE(decodeDetail(QByteArray(characters).remove(i, 1)), kMistyped);
        QCOMPARE(decodeDetail(QByteArray(characters).insert(i, characters[i])), kMistyped);
    }
}

void TestRecoveryKey::otherVault()
{
    const auto read = crypto::decodeRecoveryKey(secret(encoded()),
                                                QUuid(QStringLiteral("00000000-0000-4000-8000-000000000001")));
    QCOMPARE(outcome(read), kWrong);
    QCOMPARE(detail(read), kOther);
}

void TestRecoveryKey::otherVersion()
{
    // The same key with version 1 in the top bits and a checksum made for it.
    const auto groups = crypto::bech32mDecodeData("latchkey", secret(encoded().replace(' ', "").toLower()).exposeText());
    QVERIFY(groups);
    QByteArray changed = revealed(*groups);
    QCOMPARE(changed.size(), 39);
    changed[0] = static_cast<char>(changed[0] | (1 << 2));
    const auto again = crypto::bech32mEncodeData("latchkey", base::view(changed));
    QVERIFY(again);
    QCOMPARE(decodeDetail(revealed(*again)), kMistyped);
}

void TestRecoveryKey::secretOfAnotherSize()
{
    for (const int size : {0, 19, 21, 32}) {
        QCOMPARE(outcome(crypto::encodeRecoveryKey(secret(QByteArray(size, 's')), kId)),
                 QString(base::codeName(base::ErrorCode::InvalidArgument)));
    }
}

LATCHKEY_TEST_MAIN(TestRecoveryKey)
#include "tst_recoverykey.moc"
