// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secretbytes.h"

#include "base/redaction.h"
#include "support/memoryscan.h"
#include "support/testmain.h"

#include <openssl/crypto.h>

#include <algorithm>
#include <type_traits>
#include <vector>

using base::ErrorCode;
using base::SecretBuilder;
using base::SecretBytes;
using testsupport::Needle;

static_assert(!std::is_copy_constructible_v<SecretBytes> && !std::is_copy_assignable_v<SecretBytes>);
static_assert(std::is_nothrow_move_constructible_v<SecretBytes> && std::is_nothrow_move_assignable_v<SecretBytes>);
static_assert(!std::is_convertible_v<SecretBytes, std::string_view> && !std::is_convertible_v<SecretBytes, QByteArray>);

namespace {

SecretBytes secretOf(std::string_view text)
{
    return SecretBytes::copyOf(text).value();
}

SecretBytes planted(const Needle &needle)
{
    SecretBytes secret = SecretBytes::allocate(needle.size()).value();
    needle.reveal(secret.exposeForWriting().data());
    return secret;
}

} // namespace

class TestSecretBytes : public QObject {
    Q_OBJECT

    std::size_t m_usedBefore = 0;

private Q_SLOTS:
    void initTestCase()
    {
        // OpenSSL's random generator keeps its state in the secure heap from its first use on.
        static_cast<void>(base::openSecrets());
    }
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_usedBefore = base::secureHeapUsed();
    }
    void cleanup() { QCOMPARE(base::secureHeapUsed(), m_usedBefore); }

    void heapIsThere()
    {
        QVERIFY(base::secureHeapState() != base::SecureHeapState::NotInitialized);
        QCOMPARE(base::initSecureHeap(), base::secureHeapState());
    }

    void livesInTheSecureHeap()
    {
        const SecretBytes secret = secretOf("sesame");
        QCOMPARE(CRYPTO_secure_allocated(secret.exposeBytes().data()), 1);
        QVERIFY(base::secureHeapUsed() > m_usedBefore);
        QCOMPARE(secret.size(), std::size_t{6});
        QCOMPARE(secret.exposeText(), std::string_view("sesame"));
    }

    void startsAsZeros()
    {
        // The block before held something; a new one must not show it.
        secretOf("0123456789abcdef0123456789abcdef").clear();
        const SecretBytes fresh = SecretBytes::allocate(32).value();
        QVERIFY(std::ranges::all_of(fresh.exposeBytes(), [](unsigned char byte) { return byte == 0; }));
    }

    void emptyIsAValue()
    {
        SecretBytes empty = SecretBytes::copyOf(base::ByteView()).value();
        QVERIFY(empty.isEmpty());
        QVERIFY(empty.exposeText().empty());
        QVERIFY(empty.equals(SecretBytes()));
        QVERIFY(empty.clone().value().isEmpty());
        empty.shrink(0);
        empty.maskInLogs();
        empty.clear();
    }

    void movingLeavesNothingBehind()
    {
        SecretBytes first = secretOf("value");
        const unsigned char *address = first.exposeBytes().data();
        SecretBytes second = std::move(first);
        QCOMPARE(second.exposeBytes().data(), address);
        QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move): that is what is tested
        SecretBytes third = secretOf("overwritten");
        third = std::move(second);
        QCOMPARE(third.exposeText(), std::string_view("value"));
        SecretBytes &same = third;
        third = std::move(same);
        QCOMPARE(third.exposeText(), std::string_view("value"));
    }

    void clonesAreIndependent()
    {
        SecretBytes original = secretOf("value");
        SecretBytes copy = original.clone().value();
        QVERIFY(copy.equals(original));
        copy.exposeForWriting()[0] = 'V';
        QCOMPARE(original.exposeText(), std::string_view("value"));
        QVERIFY(!copy.equals(original));
        QVERIFY(!original.equals(secretOf("valu")));
    }

    void shrinkingWipesTheRest()
    {
        SecretBytes secret = secretOf("keep-drop");
        const unsigned char *tail = secret.exposeBytes().data() + 4;
        secret.shrink(4);
        QCOMPARE(secret.exposeText(), std::string_view("keep"));
        QVERIFY(std::all_of(tail, tail + 5, [](unsigned char byte) { return byte == 0; }));
        secret.shrink(100);
        QCOMPARE(secret.size(), std::size_t{4});
    }

    void endIsWiped()
    {
        const Needle needle;
        {
            const SecretBytes secret = planted(needle);
            QVERIFY(needle.equals(secret.exposeBytes().data(), secret.size()));
            QVERIFY(needle.occurrences() >= 1);
        }
        QCOMPARE(needle.occurrences(), 0);
    }

    void endAfterShrinkingFreesTheWholeBlock()
    {
        SecretBytes secret = SecretBytes::allocate(1000).value();
        secret.shrink(1);
        secret.clear();
        QCOMPARE(base::secureHeapUsed(), m_usedBefore);
    }

    void exhaustionIsAnErrorNotAFallback()
    {
        std::vector<SecretBytes> held;
        for (;;) {
            auto block = SecretBytes::allocate(64u << 10);
            if (!block) {
                QCOMPARE(block.error().code, ErrorCode::OutOfSecureMemory);
                break;
            }
            QCOMPARE(CRYPTO_secure_allocated(block->exposeBytes().data()), 1);
            held.push_back(std::move(*block));
            QVERIFY(held.size() < 100);
        }
        QCOMPARE(SecretBytes::copyOf(base::view(QByteArray(64 << 10, 'x'))).error().code, ErrorCode::OutOfSecureMemory);
        SecretBuilder builder;
        QCOMPARE(builder.append(base::view(QByteArray(64 << 10, 'x'))).error().code, ErrorCode::OutOfSecureMemory);
        held.clear();
        QVERIFY(SecretBytes::allocate(64u << 10).has_value());
        QCOMPARE(SecretBytes::allocate(std::size_t{1} << 40).error().code, ErrorCode::OutOfSecureMemory);
    }

    void builderGrows()
    {
        SecretBuilder builder;
        QByteArray expected;
        for (int i = 0; i < 400; ++i) {
            const QByteArray piece = QByteArray::number(i * 7919);
            QVERIFY(builder.append(base::view(piece)).has_value());
            expected += piece;
            QCOMPARE(builder.size(), static_cast<std::size_t>(expected.size()));
        }
        const SecretBytes all = builder.take();
        QCOMPARE(base::toByteArray(all.exposeBytes()), expected);
        QCOMPARE(builder.size(), std::size_t{0});
        QVERIFY(builder.append("again").has_value());
        QCOMPARE(builder.take().exposeText(), std::string_view("again"));
        QVERIFY(builder.take().isEmpty());
    }

    void builderWipesWhatItOutgrows()
    {
        const Needle needle;
        SecretBuilder builder;
        {
            const SecretBytes secret = planted(needle);
            QVERIFY(builder.append(secret.exposeBytes()).has_value());
        }
        QVERIFY(builder.append(base::view(QByteArray(5000, 'x'))).has_value());
        QCOMPARE(needle.occurrences(), 1);
        builder.take().clear();
        QCOMPARE(needle.occurrences(), 0);
    }

    void maskedAsLongAsItLives()
    {
        const QString line = QStringLiteral("the value is opensesame");
        {
            SecretBytes secret = secretOf("opensesame");
            QCOMPARE(base::redact(line), line);
            secret.maskInLogs();
            secret.maskInLogs();
            QCOMPARE(base::redact(line), QStringLiteral("the value is ***"));
            SecretBytes moved = std::move(secret);
            QCOMPARE(base::redact(line), QStringLiteral("the value is ***"));
            const SecretBytes copy = moved.clone().value();
            moved.clear();
            QCOMPARE(base::redact(line), QStringLiteral("the value is ***"));
        }
        QCOMPARE(base::redact(line), line);
    }
};

LATCHKEY_TEST_MAIN(TestSecretBytes)
#include "tst_secretbytes.moc"
