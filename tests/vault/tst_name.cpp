// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/name.h"

#include "support/testmain.h"
#include "vaultfixture.h"

#include <QObject>

using namespace vaulttest;
using base::ErrorCode;
using vault::Reference;

class TestName final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textOfAReference()
    {
        for (const char *text :
             {"a", "a/b", "a/b#field", "latchkey://a/b/field?version=3", "latchkey://a%20b/x.y/f-1?version=7"}) {
            const auto parsed = vault::Reference::parse(QString::fromLatin1(text));
            QVERIFY(parsed);
            QCOMPARE(parsed->toText(), QString::fromLatin1(text));
        }
        const auto odd = vault::Reference::parse(QStringLiteral("latchkey://ключ/ä b/f?version=2"));
        QVERIFY(odd);
        const auto again = vault::Reference::parse(odd->toText());
        QVERIFY(again);
        QCOMPARE(again->name, odd->name);
        QCOMPARE(again->version, odd->version);
    }

    void init() { testsupport::failOnUnexpectedWarnings(); }

    void goodNames_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        const auto same = [](const char *tag, const QString &name) { QTest::newRow(tag) << name << name; };
        same("one segment", QStringLiteral("bitget"));
        same("two segments", QStringLiteral("bitget/main"));
        same("every kind of character", QStringLiteral("A.b_c-d 9/e"));
        same("inner spaces", QStringLiteral("my  key/the second"));
        same("letters of other scripts", QStringLiteral("ключ/鍵/क्षि"));
        same("beyond the BMP", QString::fromUtf8("\xf0\xa0\x80\x80")); // U+20000, a letter
        same("255 bytes", QString(255, QLatin1Char('a')));
        same("dots", QStringLiteral(".env/a..b"));
        QTest::newRow("becomes NFC") << QString::fromUtf8("cafe\xcc\x81") << QString::fromUtf8("caf\xc3\xa9");
        // 128 e-acute decomposed are 384 bytes, composed 256; 127 are 254.
        QTest::newRow("short enough as NFC")
            << QString::fromUtf8("e\xcc\x81").repeated(127) << QString::fromUtf8("\xc3\xa9").repeated(127);
    }
    void goodNames()
    {
        QFETCH(QString, text);
        QFETCH(QString, name);
        const auto parsed = vault::parseName(text);
        VERIFY_OK(parsed);
        QCOMPARE(*parsed, name);
    }

    void importedNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("written");
        QTest::newRow("within the grammar") << QStringLiteral("a/b c") << QStringLiteral("a/b c");
        QTest::newRow("brackets") << QStringLiteral("key (old)") << QStringLiteral("key%20%28old%29");
        QTest::newRow("slashes") << QStringLiteral("a//b") << QStringLiteral("a%2F%2Fb");
        QTest::newRow("mark of fields") << QStringLiteral("a#b?c") << QStringLiteral("a%23b%3Fc");
        QTest::newRow("percent") << QStringLiteral("50%") << QStringLiteral("50%25");
        QTest::newRow("looks encoded") << QStringLiteral("a%20b") << QStringLiteral("a%2520b");
        QTest::newRow("space outside") << QStringLiteral(" a ") << QStringLiteral("%20a%20");
        QTest::newRow("dot") << QStringLiteral(".") << QStringLiteral("%2E");
        QTest::newRow("dots") << QStringLiteral("..") << QStringLiteral("%2E%2E");
        QTest::newRow("dots within") << QStringLiteral("a/..") << QStringLiteral("a%2F..");
        QTest::newRow("tilde") << QStringLiteral("a~1") << QStringLiteral("a%7E1");
        QTest::newRow("mark within") << QStringLiteral("a\ufeff") << QStringLiteral("a%EF%BB%BF");
        QTest::newRow("beyond the BMP") << QString::fromUtf8("\xf0\x9f\x94\x91") << QStringLiteral("%F0%9F%94%91");
    }
    void importedNames()
    {
        QFETCH(QString, name);
        QFETCH(QString, written);
        QCOMPARE(vault::parseImportedName(name).value_or(QString()), name);
        QCOMPARE(vault::encodedName(name), written);
        QCOMPARE(vault::parseStoredName(written).value_or(QString()), name);
        for (const Reference &reference : {Reference{name, QStringLiteral("f"), std::nullopt},
                                           Reference{name, QStringLiteral("f"), 2U}, Reference{name, {}, std::nullopt}}) {
            const auto parsed = Reference::parse(reference.toText());
            VERIFY_OK(parsed);
            QCOMPARE(parsed->name, name);
            QCOMPARE(parsed->field, reference.field);
            QCOMPARE(parsed->version, reference.version);
        }
    }

    // It would not be there any more after reading, and two names would be one.
    void noByteOrderMarkInFront()
    {
        QCOMPARE(vault::parseImportedName(QStringLiteral("\ufeff\ufeffa")).value_or(QString()), QStringLiteral("a"));
        COMPARE_CODE(vault::parseImportedName(QStringLiteral("\ufeff")), ErrorCode::InvalidName);
        COMPARE_CODE(vault::parseStoredName(QStringLiteral("%EF%BB%BFa")), ErrorCode::InvalidName);
    }

    void badImportedNames()
    {
        for (const QString &name : {QString(), QString(256, u'a'), QStringLiteral("a\nb"), QString(QChar(0xd800)),
                                    QString(QChar(u'\0')), QStringLiteral("\u007f")})
            COMPARE_CODE(vault::parseImportedName(name), ErrorCode::InvalidName);
        // Written in one way only, and not where there is no need.
        for (const QString &text :
             {QStringLiteral("a%20b"), QStringLiteral("a//b"), QStringLiteral("a%"), QStringLiteral("%00"), QString()})
            COMPARE_CODE(vault::parseStoredName(text), ErrorCode::InvalidName);
    }

    void badNames_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("slash") << QStringLiteral("/");
        QTest::newRow("leading slash") << QStringLiteral("/a");
        QTest::newRow("trailing slash") << QStringLiteral("a/");
        QTest::newRow("empty segment") << QStringLiteral("a//b");
        QTest::newRow("dot") << QStringLiteral("a/.");
        QTest::newRow("dot dot") << QStringLiteral("../a");
        QTest::newRow("leading space") << QStringLiteral(" a");
        QTest::newRow("trailing space") << QStringLiteral("a /b");
        QTest::newRow("only a space") << QStringLiteral(" ");
        for (const char c : {'#', '?', '%', '&', ':', '@', '\\', '"', '\'', '*',  '=',
                             '+', ',', ';', '<', '>', '|', '~',  '$', '\n', '\t', '\0'})
            QTest::newRow(qPrintable(QStringLiteral("character %1").arg(int(c))))
                << QStringLiteral("a%1b").arg(QLatin1Char(c));
        QTest::newRow("no-break space") << QStringLiteral("a") + QChar(0xa0) + QStringLiteral("b");
        QTest::newRow("zero-width joiner") << QStringLiteral("a") + QChar(0x200d) + QStringLiteral("b");
        QTest::newRow("right-to-left override") << QStringLiteral("a") + QChar(0x202e) + QStringLiteral("b");
        QTest::newRow("emoji") << QString::fromUtf8("\xf0\x9f\x94\x91");
        QTest::newRow("half a character") << QString(QChar(0xd83d));
        QTest::newRow("256 bytes") << QString(256, QLatin1Char('a'));
        QTest::newRow("256 bytes in 128 letters") << QString(128, QChar(0xe9));
    }
    void badNames()
    {
        QFETCH(QString, text);
        COMPARE_CODE(vault::parseName(text), ErrorCode::InvalidName);
    }

    void folding_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<bool>("same");
        QTest::newRow("case") << QStringLiteral("Bitget/MAIN") << QStringLiteral("bitget/main") << true;
        // The blind index of existing vaults rests on simple case folding (docs/FORMAT.md 6.2): a Qt that folds fully must be noticed.
        QTest::newRow("sharp s") << QStringLiteral("Straße") << QStringLiteral("STRASSE") << false;
        QTest::newRow("capital sharp s") << QStringLiteral("straße") << QStringLiteral("STRAẞE") << true;
        QTest::newRow("dotted I") << QStringLiteral("İ") << QStringLiteral("i̇") << false;
        QTest::newRow("Greek sigma") << QStringLiteral("ΟΔΟΣ") << QStringLiteral("οδος") << true;
        QTest::newRow("Cyrillic") << QStringLiteral("КЛЮЧ") << QStringLiteral("ключ") << true;
        QTest::newRow("composition") << QString::fromUtf8("e\xcc\x81") << QString::fromUtf8("\xc3\x89") << true;
        // Upsilon with dialytika and perispomeni: composed only once it is small.
        QTest::newRow("composition by folding")
            << QString::fromUtf8("\xce\xab\xcd\x82") << QString::fromUtf8("\xe1\xbf\xa7") << true;
        QTest::newRow("accent") << QStringLiteral("é") << QStringLiteral("e") << false;
        QTest::newRow("space") << QStringLiteral("a b") << QStringLiteral("ab") << false;
    }
    void folding()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(bool, same);
        QCOMPARE(vault::foldName(a) == vault::foldName(b), same);
        QCOMPARE(vault::foldName(vault::foldName(a)), vault::foldName(a));
    }

    void fieldNames_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        for (const char *name : {"api_key", "value", "a", "A-b.c_9", "private_key"})
            QTest::newRow(name) << QString::fromLatin1(name) << true;
        QTest::newRow("64 bytes") << QString(64, QLatin1Char('f')) << true;
        QTest::newRow("65 bytes") << QString(65, QLatin1Char('f')) << false;
        QTest::newRow("empty") << QString() << false;
        for (const char *name : {"a b", "a/b", "a#b", "a?b", "a=b", "a%b", "a\n"})
            QTest::newRow(name) << QString::fromLatin1(name) << false;
    }
    void fieldNames()
    {
        QFETCH(QString, text);
        QFETCH(bool, good);
        const auto parsed = vault::parseFieldName(text);
        QCOMPARE(parsed.has_value(), good);
        if (good)
            QCOMPARE(*parsed, text);
        else
            QCOMPARE(parsed.error().code, ErrorCode::InvalidName);
    }

    void references_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("field");
        QTest::addColumn<int>("version");
        QTest::newRow("long") << QStringLiteral("latchkey://bitget/main/api_secret") << QStringLiteral("bitget/main")
                              << QStringLiteral("api_secret") << 0;
        QTest::newRow("one segment") << QStringLiteral("latchkey://a/value") << QStringLiteral("a")
                                     << QStringLiteral("value") << 0;
        QTest::newRow("version") << QStringLiteral("latchkey://bitget/main/api_key?version=12")
                                 << QStringLiteral("bitget/main") << QStringLiteral("api_key") << 12;
        QTest::newRow("percent") << QStringLiteral("latchkey://my%20key/value") << QStringLiteral("my key")
                                 << QStringLiteral("value") << 0;
        QTest::newRow("percent UTF-8") << QStringLiteral("latchkey://caf%C3%A9/value") << QString::fromUtf8("caf\xc3\xa9")
                                       << QStringLiteral("value") << 0;
        QTest::newRow("space as it is") << QStringLiteral("latchkey://my key/value") << QStringLiteral("my key")
                                        << QStringLiteral("value") << 0;
        QTest::newRow("short") << QStringLiteral("bitget/main#api_secret") << QStringLiteral("bitget/main")
                               << QStringLiteral("api_secret") << 0;
        QTest::newRow("name alone") << QStringLiteral("bitget/main") << QStringLiteral("bitget/main") << QString() << 0;
    }
    void references()
    {
        QFETCH(QString, text);
        QFETCH(QString, name);
        QFETCH(QString, field);
        QFETCH(int, version);
        const auto parsed = Reference::parse(text);
        VERIFY_OK(parsed);
        QCOMPARE(parsed->name, name);
        QCOMPARE(parsed->field, field);
        QCOMPARE(static_cast<int>(parsed->version.value_or(0)), version);
    }

    void badReferences_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"",
                                 "#",
                                 "#field",
                                 "a#",
                                 "a#b#c",
                                 "a#b c",
                                 "latchkey://",
                                 "latchkey://a",
                                 "latchkey:///a",
                                 "latchkey://a/",
                                 "latchkey://a//b",
                                 "latchkey://a/b#c",
                                 "latchkey://a/b?",
                                 "latchkey://a/b?version",
                                 "latchkey://a/b?version=",
                                 "latchkey://a/b?version=0",
                                 "latchkey://a/b?version=-1",
                                 "latchkey://a/b?version=+1",
                                 "latchkey://a/b?version= 1",
                                 "latchkey://a/b?version=1 ",
                                 "latchkey://a/b?version=1x",
                                 "latchkey://a/b?version=4294967296",
                                 "latchkey://a/b?Version=1",
                                 "latchkey://a/b?version=1&x=2",
                                 "latchkey://a/b?x=1",
                                 "latchkey://a%/b",
                                 "latchkey://a%zz/b",
                                 "latchkey://a%00b/c",
                                 "LATCHKEY://a/b",
                                 "vault://a/b#c",
                                 "env://HOME",
                                 "a?version=1",
                                 "a#b?version=1",
                                 "../a#b"})
            QTest::newRow(text) << QString::fromLatin1(text);
        QTest::newRow("full-width digits") << QStringLiteral("latchkey://a/b?version=") + QChar(0xff11);
    }
    void badReferences()
    {
        QFETCH(QString, text);
        const auto parsed = Reference::parse(text);
        QVERIFY(!parsed.has_value());
        QVERIFY(parsed.error().code == ErrorCode::InvalidReference || parsed.error().code == ErrorCode::InvalidName);
    }
};

LATCHKEY_TEST_MAIN(TestName)
#include "tst_name.moc"
