// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/formatcheck.h"

#include "exchange/exchangefixture.h"
#include "support/testmain.h"

#include <QJsonArray>

using exchange::checkFormat;
using exchange::FormatFinding;
using exchange::FormatIssue;
using exchange::normalizeFields;
using exchangetest::bitget;
using exchangetest::fields;
using exchangetest::revealed;

namespace {

const QByteArray kKey = QByteArrayLiteral("bg_0123456789abcdef0123456789abcdef");
const QByteArray kSecret = QByteArrayLiteral("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");
const QByteArray kPassphrase = QByteArrayLiteral("Passphrase123");

/// "api_key:empty passphrase:length"
QString written(const QList<FormatFinding> &findings)
{
    QStringList out;
    for (const FormatFinding &finding : findings)
        out << finding.field + u':' + nameOf(finding.issue);
    return out.join(u' ');
}

QByteArray rsaPem()
{
    const QJsonObject file = exchangetest::dataJson(QStringLiteral("bitget.json"));
    const QJsonValue last = file.value(QLatin1StringView("vectors")).toArray().last();
    return last.toObject()
        .value(QLatin1StringView("credentials"))
        .toObject()
        .value(QLatin1StringView("privateKeyPem"))
        .toString()
        .toUtf8();
}

} // namespace

class TestFormatCheck final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void findings_data();
    void findings();
    void absentFields_data();
    void absentFields();
    void privateKeys_data();
    void privateKeys();
    void onlyEmptyAndMissingRefuse();
    void normalized_data();
    void normalized();
    void pemKeepsItsLines();
};

void TestFormatCheck::findings_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("passphrase");
    QTest::addColumn<QString>("expected");
    QTest::newRow("as Bitget makes them") << kKey << kSecret << kPassphrase << QString();
    QTest::newRow("swapped") << kSecret << kKey << kPassphrase
                             << QStringLiteral("api_key:looks_swapped api_secret:looks_swapped");
    QTest::newRow("key twice") << kKey << kKey << kPassphrase << QStringLiteral("api_secret:looks_swapped");
    QTest::newRow("any bg_ in the secret")
        << kKey << QByteArray("bg_short") << kPassphrase << QStringLiteral("api_secret:looks_swapped");
    QTest::newRow("key as passphrase") << kKey << kSecret << kKey << QStringLiteral("passphrase:looks_swapped");
    QTest::newRow("secret as passphrase") << kKey << kSecret << kSecret << QStringLiteral("passphrase:looks_swapped");
    QTest::newRow("short passphrase") << kKey << kSecret << QByteArray("Short12") << QStringLiteral("passphrase:length");
    QTest::newRow("shortest passphrase") << kKey << kSecret << QByteArray("Short123") << QString();
    QTest::newRow("longest passphrase") << kKey << kSecret << QByteArray(32, 'p') << QString();
    QTest::newRow("long passphrase") << kKey << kSecret << QByteArray(33, 'p') << QStringLiteral("passphrase:length");
    QTest::newRow("signs in the passphrase")
        << kKey << kSecret << QByteArray("Pass-phrase!") << QStringLiteral("passphrase:unusual_characters");
    QTest::newRow("characters, not bytes")
        << kKey << kSecret << QByteArray("p\xc3\xa4ssw\xc3\xb6rd") << QStringLiteral("passphrase:unusual_characters");
    QTest::newRow("another key") << QByteArray("0123456789") << kSecret << kPassphrase
                                 << QStringLiteral("api_key:length api_key:unusual_characters");
    QTest::newRow("short secret") << kKey << kSecret.first(40) << kPassphrase << QStringLiteral("api_secret:length");
    QTest::newRow("everything empty") << QByteArray() << QByteArray() << QByteArray()
                                      << QStringLiteral("api_key:empty api_secret:empty passphrase:empty");
}

void TestFormatCheck::findings()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, secret);
    QFETCH(QByteArray, passphrase);
    QFETCH(QString, expected);
    const auto set = fields({{"api_key", key}, {"api_secret", secret}, {"passphrase", passphrase}});
    QCOMPARE(written(checkFormat(bitget(), set)), expected);
}

void TestFormatCheck::absentFields_data()
{
    QTest::addColumn<QStringList>("given");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing") << QStringList() << QStringLiteral("api_key:missing api_secret:missing passphrase:missing");
    QTest::newRow("key only") << QStringList{QStringLiteral("api_key")}
                              << QStringLiteral("api_secret:missing passphrase:missing");
    QTest::newRow("one that nobody knows") << QStringList{QStringLiteral("api_key"), QStringLiteral("api_secret"),
                                                          QStringLiteral("pass"), QStringLiteral("passphrase")}
                                           << QStringLiteral("pass:unknown_field");
}

void TestFormatCheck::absentFields()
{
    QFETCH(QStringList, given);
    QFETCH(QString, expected);
    base::SecretFields set;
    const base::SecretFields all = fields({{"api_key", kKey}, {"api_secret", kSecret}, {"passphrase", kPassphrase}});
    for (const QString &name : given)
        set.emplace(name, all.contains(name) ? *all.at(name).clone() : exchangetest::secret("x"));
    QCOMPARE(written(checkFormat(bitget(), set)), expected);
}

void TestFormatCheck::privateKeys_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("pem");
    QTest::addColumn<QString>("expected");
    const QByteArray damaged("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    const QByteArray encrypted("-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n");
    QTest::newRow("instead of the secret") << QByteArray() << rsaPem() << QString();
    QTest::newRow("both") << kSecret << rsaPem() << QStringLiteral("private_key:both_key_kinds");
    QTest::newRow("in the secret's field") << rsaPem() << QByteArray() << QStringLiteral("api_secret:pem_in_secret");
    QTest::newRow("damaged") << QByteArray() << damaged << QStringLiteral("private_key:pem_unreadable");
    QTest::newRow("no PEM") << QByteArray() << QByteArray("word") << QStringLiteral("private_key:pem_unreadable");
    QTest::newRow("encrypted") << QByteArray() << encrypted << QStringLiteral("private_key:pem_encrypted");
}

void TestFormatCheck::privateKeys()
{
    QFETCH(QByteArray, secret);
    QFETCH(QByteArray, pem);
    QFETCH(QString, expected);
    base::SecretFields set = fields({{"api_key", kKey}, {"passphrase", kPassphrase}});
    if (!secret.isEmpty())
        set.emplace(QStringLiteral("api_secret"), exchangetest::secret(secret));
    if (!pem.isEmpty())
        set.emplace(QStringLiteral("private_key"), exchangetest::secret(pem));
    QCOMPARE(written(checkFormat(bitget(), set)), expected);
}

void TestFormatCheck::onlyEmptyAndMissingRefuse()
{
    for (int i = 0; i <= static_cast<int>(FormatIssue::BothKeyKinds); ++i) {
        const FormatFinding finding{static_cast<FormatIssue>(i), {}};
        QVERIFY(!nameOf(finding.issue).isEmpty());
        QCOMPARE(finding.refuses(), finding.issue == FormatIssue::Empty || finding.issue == FormatIssue::Missing);
    }
}

void TestFormatCheck::normalized_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QString>("notices");
    const auto row = [](const char *name, const char *value, const char *expected, const char *notices) {
        QTest::newRow(name) << QByteArray(value) << QByteArray(expected) << QString::fromLatin1(notices);
    };
    row("clean", "abc", "abc", "");
    row("empty", "", "", "");
    row("spaces around", "  abc\t", "abc", "f:spaces_trimmed");
    row("space inside", "a b c", "a b c", "");
    row("line break at the end", "abc\r\n", "abc", "f:line_breaks_removed");
    row("line break inside", "ab\nc", "abc", "f:line_breaks_removed");
    row("only blanks", " \n\t ", "", "f:spaces_trimmed f:line_breaks_removed");
    row("byte order mark",
        "\xef\xbb\xbf"
        "abc",
        "abc", "f:invisible_removed");
    row("zero width inside",
        "ab\xe2\x80\x8b"
        "c",
        "abc", "f:invisible_removed");
    row("word joiner, soft hyphen",
        "a\xe2\x81\xa0"
        "b\xc2\xad"
        "c",
        "abc", "f:invisible_removed");
    row("text direction",
        "\xe2\x80\xae"
        "abc\xe2\x80\xac",
        "abc", "f:invisible_removed");
    row("no-break space around",
        "\xc2\xa0"
        "abc\xe2\x80\xaf\xe3\x80\x80",
        "abc", "f:spaces_trimmed");
    row("everything at once", "\xef\xbb\xbf abc \xe2\x80\xa8\n", "abc",
        "f:spaces_trimmed f:line_breaks_removed f:invisible_removed");
    row("blank before a hidden one", "abc \xe2\x80\x8b", "abc", "f:spaces_trimmed f:invisible_removed");
    row("letters beyond ASCII", "p\xc3\xa4\xe2\x82\xac\xf0\x9f\x94\x91", "p\xc3\xa4\xe2\x82\xac\xf0\x9f\x94\x91", "");
    row("broken UTF-8 is left alone", "a\xe2\x80", "a\xe2\x80", "");
}

void TestFormatCheck::normalized()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, expected);
    QFETCH(QString, notices);
    const auto result = normalizeFields(fields({{"f", value}}));
    QVERIFY(result);
    QCOMPARE(revealed(result->fields.at(QStringLiteral("f"))), expected);
    QCOMPARE(written(result->notices), notices);
    const auto again = normalizeFields(result->fields);
    QVERIFY(again->notices.isEmpty());
    QCOMPARE(revealed(again->fields.at(QStringLiteral("f"))), expected);
}

void TestFormatCheck::pemKeepsItsLines()
{
    const QByteArray pem = rsaPem();
    const auto result = normalizeFields(fields({{"private_key", "\xef\xbb\xbf  " + pem + "\n"}}));
    QVERIFY(result);
    QCOMPARE(revealed(result->fields.at(QStringLiteral("private_key"))), pem.trimmed());
    QCOMPARE(written(result->notices), QStringLiteral("private_key:spaces_trimmed private_key:invisible_removed"));
    const auto set = fields({{"api_key", kKey}, {"passphrase", kPassphrase}, {"private_key", pem.trimmed()}});
    QCOMPARE(written(checkFormat(bitget(), set)), QString()); // still readable
}

LATCHKEY_TEST_MAIN(TestFormatCheck)
#include "tst_formatcheck.moc"
