// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/bytes.h"

#include "support/testmain.h"

#include <algorithm>

using namespace std::string_view_literals;
using base::CanonicalReader;
using base::CanonicalWriter;

class TestBytes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void writesBigEndianWithLengths()
    {
        const QUuid uuid(QStringLiteral("00112233-4455-6677-8899-aabbccddeeff"));
        CanonicalWriter writer;
        writer.u8(0x01).u16(0x0203).u32(0x04050607).u64(0x08090a0b0c0d0e0f);
        writer.fixed(base::view("ab"sv)).sized(base::view("cde"sv)).sized({}).uuid(uuid);
        QCOMPARE(writer.bytes().toHex(),
                 QByteArrayLiteral("0102030405060708090a0b0c0d0e0f"
                                   "6162"
                                   "00000003636465"
                                   "00000000"
                                   "00112233445566778899aabbccddeeff"));
    }

    void readsWhatWasWritten()
    {
        const QUuid uuid = QUuid::createUuid();
        const QByteArray text("any \0 bytes", 11);
        CanonicalWriter writer;
        writer.u8(255)
            .u16(65535)
            .u32(0xffffffff)
            .u64(~std::uint64_t{0})
            .sized(base::view(text))
            .uuid(uuid)
            .fixed(base::view("x"sv));
        CanonicalReader reader(writer.view());
        QCOMPARE(reader.u8(), 255);
        QCOMPARE(reader.u16(), 65535);
        QCOMPARE(reader.u32(), 0xffffffffu);
        QCOMPARE(reader.u64(), ~std::uint64_t{0});
        QCOMPARE(base::toByteArray(reader.sized()), text);
        QCOMPARE(reader.uuid(), uuid);
        QVERIFY(!reader.atEnd());
        QCOMPARE(base::toByteArray(reader.fixed(1)), QByteArray("x"));
        QVERIFY(reader.atEnd());
    }

    void everyCutIsNoticed()
    {
        CanonicalWriter writer;
        writer.u32(7).sized(base::view("abc"sv)).uuid(QUuid::createUuid());
        for (qsizetype length = 0; length <= writer.bytes().size(); ++length) {
            const QByteArray cut = writer.bytes().first(length);
            CanonicalReader reader(base::view(cut));
            static_cast<void>(reader.u32());
            static_cast<void>(reader.sized());
            static_cast<void>(reader.uuid());
            QCOMPARE(reader.ok(), length == writer.bytes().size());
            QCOMPARE(reader.atEnd(), length == writer.bytes().size());
        }
    }

    void afterOneShortReadNothingIsBelieved()
    {
        const QByteArray raw = QByteArray::fromHex("0102");
        CanonicalReader reader(base::view(raw));
        QCOMPARE(reader.u32(), 0u);
        QVERIFY(!reader.ok());
        QCOMPARE(reader.u8(), 0);
        QVERIFY(reader.sized().empty());
        QVERIFY(reader.uuid().isNull());
        QVERIFY(!reader.ok());
        QVERIFY(!reader.atEnd());
    }

    void lengthsBeyondTheEndAreRefused()
    {
        const QByteArray raw = QByteArray::fromHex("ffffffff6162");
        CanonicalReader reader(base::view(raw));
        QVERIFY(reader.sized().empty());
        QVERIFY(!reader.ok());
    }

    void differentPartsNeverGiveTheSameBytes()
    {
        const auto joined = [](std::string_view a, std::string_view b) {
            return CanonicalWriter().sized(base::view(a)).sized(base::view(b)).bytes();
        };
        QVERIFY(joined("ab", "c") != joined("a", "bc"));
        QVERIFY(joined("", "abc") != joined("abc", ""));
    }

    void uuidBytesAreInTheOrderOfRfc4122()
    {
        const QUuid uuid = QUuid::createUuid();
        const auto bytes = base::uuidBytes(uuid);
        QCOMPARE(base::toByteArray(bytes), uuid.toRfc4122());
    }

    void comparesAllBytes()
    {
        const QByteArray a("0123456789abcdef");
        QVERIFY(base::equalConstantTime(base::view(a), base::view(QByteArray(a.constData()))));
        for (qsizetype at = 0; at < a.size(); ++at) {
            QByteArray other = a;
            other[at] = static_cast<char>(other[at] ^ 1);
            QVERIFY(!base::equalConstantTime(base::view(a), base::view(other)));
        }
        QVERIFY(!base::equalConstantTime(base::view(a), base::view(a.chopped(1))));
        QVERIFY(base::equalConstantTime({}, {}));
    }

    void wipesEverything()
    {
        std::array<unsigned char, 64> bytes{};
        bytes.fill(0xa5);
        base::wipe(base::ByteSpan(bytes).first(60));
        QVERIFY(std::ranges::all_of(base::ByteSpan(bytes).first(60), [](unsigned char byte) { return byte == 0; }));
        QCOMPARE(bytes[60], 0xa5);
        base::wipe({});
    }
};

LATCHKEY_TEST_MAIN(TestBytes)
#include "tst_bytes.moc"
