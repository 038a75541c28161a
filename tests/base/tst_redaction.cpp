// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/redaction.h"

#include "support/memoryscan.h"
#include "support/testmain.h"

#include <vector>

using namespace std::string_view_literals;
using base::OpenSecrets;

class TestRedaction : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void masks_data()
    {
        QTest::addColumn<QByteArrayList>("secrets");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        using List = QByteArrayList;
        QTest::newRow("nothing open") << List{} << QByteArray("secret") << QByteArray("secret");
        QTest::newRow("nothing there") << List{"sesame"} << QByteArray("Sesame sesam esame")
                                       << QByteArray("Sesame sesam esame");
        QTest::newRow("empty text") << List{"sesame"} << QByteArray("") << QByteArray("");
        QTest::newRow("the whole text") << List{"sesame"} << QByteArray("sesame") << QByteArray("***");
        QTest::newRow("at the start") << List{"sesame"} << QByteArray("sesame opens") << QByteArray("*** opens");
        QTest::newRow("in the middle") << List{"sesame"} << QByteArray("open-sesame-now") << QByteArray("open-***-now");
        QTest::newRow("at the end") << List{"sesame"} << QByteArray("open sesame") << QByteArray("open ***");
        QTest::newRow("many times") << List{"sesame"} << QByteArray("sesame, sesame and sesame")
                                    << QByteArray("***, *** and ***");
        QTest::newRow("back to back") << List{"sesame"} << QByteArray("<sesamesesame>") << QByteArray("<***>");
        QTest::newRow("overlapping itself") << List{"abcabc"} << QByteArray("<abcabcabc>") << QByteArray("<***>");
        QTest::newRow("repeated letters") << List{"aaaaaa"} << QByteArray("b aaaaaaaa b") << QByteArray("b *** b");
        QTest::newRow("several lengths") << List{"sesame", "a-long-secret-of-many-letters", "twelve-12345"}
                                         << QByteArray("1 twelve-12345 2 sesame 3 a-long-secret-of-many-letters 4")
                                         << QByteArray("1 *** 2 *** 3 *** 4");
        QTest::newRow("same length") << List{"secret-one", "secret-two"} << QByteArray("secret-two/secret-one/secret-six")
                                     << QByteArray("***/***/secret-six");
        QTest::newRow("one inside the other")
            << List{"sesame", "open-sesame-now"} << QByteArray("(open-sesame-now) (sesame-now)")
            << QByteArray("(***) (***-now)");
        // Masking one of them first must not leave the rest of the other readable.
        QTest::newRow("overlapping each other")
            << List{"abcdefgh", "efghijkl"} << QByteArray("<abcdefghijkl>") << QByteArray("<***>");
        QTest::newRow("short and long overlap")
            << List{"0123456789", "56789abcdef-xyz"} << QByteArray("<0123456789abcdef-xyz>") << QByteArray("<***>");
        QTest::newRow("stars in the text")
            << List{"sesame", "******"} << QByteArray("*** sesame ****** ***") << QByteArray("*** *** *** ***");
        QTest::newRow("UTF-8") << List{"pässwörd", "\xf0\x9f\x94\x91\xf0\x9f\x94\x91"}
                               << QByteArray("Schlüssel: pässwörd, \xf0\x9f\x94\x91\xf0\x9f\x94\x91\xf0\x9f\x94\x91")
                               << QByteArray("Schlüssel: ***, ***");
        QTest::newRow("bytes above 127") << List{QByteArray::fromHex("fffefdfcfbfa")}
                                         << QByteArray::fromHex("01fffefdfcfbfa02") << QByteArray("\x01***\x02");
        QTest::newRow("NUL inside") << List{QByteArray("abc\0def", 7)} << QByteArray("<abc\0def>", 9) << QByteArray("<***>");
        QTest::newRow("too short to be sought") << List{"abcde"} << QByteArray("abcde") << QByteArray("abcde");
        QTest::newRow("longer than the text") << List{"a-long-secret"} << QByteArray("a-long") << QByteArray("a-long");
        QTest::newRow("lines") << List{"line1\nline2"} << QByteArray("a\nline1\nline2\nb") << QByteArray("a\n***\nb");
    }

    void masks()
    {
        QFETCH(const QByteArrayList, secrets);
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, expected);
        OpenSecrets open;
        std::vector<std::uint64_t> tickets;
        for (const QByteArray &secret : secrets)
            tickets.push_back(open.add(base::view(secret)));
        QCOMPARE(open.mask(text), expected);
        for (const std::uint64_t ticket : tickets)
            open.remove(ticket);
        QCOMPARE(open.mask(text), text);
    }

    void everyPlaceInALongText()
    {
        OpenSecrets open;
        const QByteArray secret("Tr4der-S3cret/+=");
        static_cast<void>(open.add(base::view(secret)));
        for (int before = 0; before < 70; ++before) {
            const QByteArray head(before, 'x');
            QCOMPARE(open.mask(head + secret + "tail"), head + "***tail");
        }
    }

    void countsHolders()
    {
        OpenSecrets open;
        const std::uint64_t first = open.add(base::view("sesame"sv));
        const std::uint64_t second = open.add(base::view("sesame"sv));
        QVERIFY(first != second);
        open.remove(first);
        QCOMPARE(open.mask("sesame"), QByteArray("***"));
        open.remove(first);
        open.remove(0);
        QCOMPARE(open.mask("sesame"), QByteArray("***"));
        open.remove(second);
        QCOMPARE(open.mask("sesame"), QByteArray("sesame"));
        QCOMPARE(open.add(base::view("short"sv)), std::uint64_t{0});
    }

    void holdsNoSecretItself()
    {
        const testsupport::Needle needle;
        OpenSecrets open;
        {
            base::SecretBytes secret = base::SecretBytes::allocate(needle.size()).value();
            needle.reveal(secret.exposeForWriting().data());
            static_cast<void>(open.add(secret.exposeBytes()));
        }
        QCOMPARE(needle.occurrences(), 0);
    }

    void patterns_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *text, const char *expected) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("assignment", "api_key=bg_123, next", "api_key=***, next");
        row("JSON", "{\"api_secret\":\"ab\\\"c}\",\"x\":1}", "{\"api_secret\":***,\"x\":1}");
        row("JSON with spaces", "\"passphrase\" : \"two words\", \"y\"", "\"passphrase\" : ***, \"y\"");
        row("single quotes", "password='two words' z", "password=*** z");
        row("header", "ACCESS-PASSPHRASE: Sesame77", "ACCESS-PASSPHRASE: ***");
        row("key header", "ACCESS-KEY: bg_1; ACCESS-SIGN: c2lnbg==", "ACCESS-KEY: ***; ACCESS-SIGN: ***");
        row("bearer", "Authorization: Bearer lk_abcdef.123-456", "Authorization: Bearer ***");
        row("basic", "authorization: basic dXNlcjpwYXNz", "authorization: basic ***");
        row("query", "https://h/p?apiKey=abc&token=def&x=1", "https://h/p?apiKey=***&token=***&x=1");
        row("private key", "private_key=MIIE/abc+==", "private_key=***");
        row("variable", "BITGET_SECRET_KEY=abc", "BITGET_SECRET_KEY=***");
        row("several lines", "secret: a\nsecret: b", "secret: ***\nsecret: ***");
        row("plain words stay", "the token of the secret key was refused", "the token of the secret key was refused");
        row("other names stay", "name=bitget/main version=3", "name=bitget/main version=3");
    }

    /// What enters a message is not judged by names: they are our own words there.
    void onlySecretsAreMaskedInDetails()
    {
        const QString detail = QStringLiteral("/etc/passwd: permission, token=1 of basic things, wrong sesame-77");
        QCOMPARE(base::maskSecrets(detail), detail);
        const auto ticket = base::openSecrets().add(base::view("sesame-77"sv));
        QCOMPARE(base::maskSecrets(detail), QStringLiteral("/etc/passwd: permission, token=1 of basic things, wrong ***"));
        base::openSecrets().remove(ticket);
    }

    void patterns()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, expected);
        QCOMPARE(base::redact(text), expected);
        QCOMPARE(base::redact(expected), expected);
    }
};

LATCHKEY_TEST_MAIN(TestRedaction)
#include "tst_redaction.moc"
