// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secretarena.h"

#include "support/testmain.h"

using base::SecretArena;
using base::SecretSlice;

class TestSecretArena final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void pieces();
    void piecesInParts();
    void outlivesItsArena();
    void manyInLittleRoom();
    void exhausted();
};

void TestSecretArena::pieces()
{
    SecretArena arena;
    const auto one = arena.put("first");
    const auto two = arena.put("");
    const auto three = arena.put("third");
    QVERIFY(one && two && three);
    QCOMPARE(one->exposeText(), std::string_view("first"));
    QVERIFY(two->isEmpty());
    QCOMPARE(three->exposeText(), std::string_view("third"));
    QVERIFY(!one->equals(*three));
    QVERIFY(one->equals(*SecretArena().put("first")));
    const auto copy = three->copy();
    QVERIFY(copy);
    QCOMPARE(copy->exposeText(), std::string_view("third"));
    QVERIFY(SecretSlice().exposeText().empty());
}

void TestSecretArena::piecesInParts()
{
    SecretArena arena;
    const std::string filler(60'000, 'f');
    const auto first = arena.put(filler);
    QVERIFY(first);
    std::string expected;
    for (int i = 0; i < 300; ++i) { // over the end of its block, and beyond the size of any
        const std::string part(1000, static_cast<char>('a' + i % 26));
        QVERIFY(arena.append(part));
        expected += part;
    }
    const SecretSlice grown = arena.finish();
    const auto last = arena.put("z");
    QVERIFY(grown.exposeText() == expected);
    QVERIFY(first->exposeText() == filler);
    QCOMPARE(last->exposeText(), std::string_view("z"));
}

void TestSecretArena::outlivesItsArena()
{
    const std::size_t before = base::secureHeapUsed();
    {
        SecretSlice kept;
        {
            SecretArena arena;
            kept = *arena.put("kept");
        }
        QCOMPARE(kept.exposeText(), std::string_view("kept"));
        QVERIFY(base::secureHeapUsed() > before);
    }
    QCOMPARE(base::secureHeapUsed(), before);
}

void TestSecretArena::manyInLittleRoom()
{
    const std::size_t before = base::secureHeapUsed();
    SecretArena arena;
    std::vector<SecretSlice> all;
    for (int i = 0; i < 30'000; ++i)
        all.push_back(*arena.put("0123456789abcdef0123456789abcdef+"));
    // Each in a block of its own would take 64 bytes.
    QVERIFY(base::secureHeapUsed() - before < 30'000U * 36);
    QCOMPARE(all.front().exposeText(), all.back().exposeText());
}

void TestSecretArena::exhausted()
{
    SecretArena arena;
    const std::string much(5u << 20, 'x');
    const auto refused = arena.put(much);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, base::ErrorCode::OutOfSecureMemory);
    QCOMPARE(arena.put("y")->exposeText(), std::string_view("y"));
}

LATCHKEY_TEST_MAIN(TestSecretArena)
#include "tst_secretarena.moc"
