// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The executable is linked by latchkey_wipe_freed_memory(); what is tested is the free() and realloc() of this process.

#include "support/memoryscan.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <malloc.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <string>
#include <thread>
#include <vector>

using testsupport::Needle;

// glibc's own, to leave a block behind that nobody wiped.
extern "C" void __libc_free(void *block) noexcept; // NOLINT(bugprone-reserved-identifier)

/// Holds the needle in some memory (called with true), then lets go of it (called with false).
using Holder = std::function<void(bool)>;
Q_DECLARE_METATYPE(Holder)

class TestWipingAllocator final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void scannerSeesFreedMemory();
    void freedBlocks_data();
    void freedBlocks();
    void shrinkingWipesTheTail();
    void freeKeepsErrno();
    void reallocKeepsContents();
    void reallocEdges();
    void reallocOfAlignedBlocks();
    void reallocThatFailsKeepsTheBlock();
    void manyThreads();

private:
    Needle m_needle;
};

namespace {

/// glibc writes its own links into the first bytes of a freed block.
constexpr std::size_t kOffset = 64;

void put(const Needle &needle, void *block)
{
    needle.reveal(static_cast<unsigned char *>(block) + kOffset);
}

/// Removes the compiler's knowledge of a pointer, so that it neither drops nor warns about what a test does with it.
template<typename T>
T *opaque(T *pointer)
{
    asm volatile("" : "+r"(pointer) : : "memory");
    return pointer;
}

std::vector<unsigned char> revealed(const Needle &needle)
{
    std::vector<unsigned char> out(needle.size());
    needle.reveal(out.data());
    return out;
}

Holder blockHolder(const Needle &needle, const std::function<void *()> &allocate, const std::function<void(void *)> &release)
{
    auto block = std::make_shared<void *>(nullptr);
    return [=, &needle](bool hold) {
        if (hold) {
            *block = opaque(allocate());
            put(needle, *block);
        } else {
            release(*block);
        }
    };
}

Holder byteArrayHolder(const Needle &needle, bool grown)
{
    auto bytes = std::make_shared<QByteArray>();
    return [=, &needle](bool hold) {
        if (hold) {
            *bytes = QByteArray(static_cast<qsizetype>(kOffset), 'x');
            const std::vector<unsigned char> value = revealed(needle);
            bytes->append(reinterpret_cast<const char *>(value.data()), static_cast<qsizetype>(value.size()));
        } else if (grown) {
            bytes->resize(100'000); // QByteArray calls realloc()
            bytes->fill('y');
        } else {
            *bytes = QByteArray();
        }
    };
}

/// JSON is parsed, kept and freed inside libQt6Core.
Holder jsonHolder(const Needle &needle)
{
    auto document = std::make_shared<QJsonDocument>();
    return [=, &needle](bool hold) {
        if (!hold) {
            *document = QJsonDocument();
            return;
        }
        QByteArray text = QByteArrayLiteral("{\"padding\":\"0123456789012345678901234567890123456789\",\"value\":\"");
        const std::vector<unsigned char> value = revealed(needle);
        text.append(reinterpret_cast<const char *>(value.data()), static_cast<qsizetype>(value.size()));
        *document = QJsonDocument::fromJson(text + "\"}");
    };
}

/// The C library allocates and grows the buffer itself.
Holder formattedHolder(const Needle &needle)
{
    auto text = std::make_shared<char *>(nullptr);
    return [=, &needle](bool hold) {
        if (!hold) {
            free(*text);
            return;
        }
        const std::vector<unsigned char> value = revealed(needle);
        if (asprintf(text.get(), "%0400d%.*s", 7, static_cast<int>(value.size()),
                     reinterpret_cast<const char *>(value.data()))
            < 0)
            qFatal("asprintf");
    };
}

} // namespace

void TestWipingAllocator::scannerSeesFreedMemory()
{
    // Of its own: what glibc's free() leaves behind stays for the other tests.
    const Needle needle;
    QCOMPARE(needle.occurrences(), 0);
    // Large, and the needle far in: the scan itself allocates, and must not get just these bytes.
    auto *block = static_cast<unsigned char *>(opaque(std::malloc(100'000)));
    needle.reveal(block + 90'000);
    QCOMPARE(needle.occurrences(), 1);
    void *after = opaque(std::malloc(100'000)); // keeps the block from being joined to the unused end of the heap
    __libc_free(block);
    QCOMPARE(needle.occurrences(), 1);
    free(after);
}

void TestWipingAllocator::freedBlocks_data()
{
    QTest::addColumn<Holder>("holder");
    const auto block = [this](
                           auto allocate, const std::function<void(void *)> &release = [](void *p) { free(p); }) {
        return blockHolder(m_needle, allocate, release);
    };
    for (const std::size_t size : {std::size_t{120}, std::size_t{5000}, std::size_t{200'000}, std::size_t{9} << 20})
        QTest::addRow("malloc %zu", size) << block([size] { return std::malloc(size); });
    QTest::newRow("calloc") << block([] { return std::calloc(10, 50); });
    QTest::newRow("aligned_alloc") << block([] { return std::aligned_alloc(256, 1024); });
    QTest::newRow("posix_memalign") << block([] {
        void *out = nullptr;
        return posix_memalign(&out, 4096, 1000) == 0 ? out : nullptr;
    });
    QTest::newRow("operator new") << block([] { return ::operator new(400); }, [](void *p) { ::operator delete(p); });
    QTest::newRow("realloc to zero") << block([] { return std::malloc(400); },
                                              [](void *p) { QVERIFY(opaque(realloc(p, 0)) == nullptr); });
    const auto moved = [](std::size_t size) {
        return [size](void *p) {
            auto *out = static_cast<unsigned char *>(opaque(realloc(p, size)));
            std::memset(out, 1, size);
            free(out);
        };
    };
    QTest::newRow("realloc larger") << block([] { return std::malloc(400); }, moved(50'000));
    QTest::newRow("realloc far smaller") << block([] { return std::malloc(4000); }, moved(32));
    QTest::newRow("realloc of mapped block") << block([] { return std::malloc(9u << 20); }, moved(20u << 20));
    QTest::newRow("reallocarray") << block([] { return std::malloc(400); },
                                           [](void *p) {
                                               auto *out = static_cast<unsigned char *>(opaque(reallocarray(p, 1000, 10)));
                                               std::memset(out, 1, 10'000);
                                               free(out);
                                           });
    QTest::newRow("QByteArray dropped") << byteArrayHolder(m_needle, false);
    QTest::newRow("QByteArray grown") << byteArrayHolder(m_needle, true);
    QTest::newRow("QJsonDocument") << jsonHolder(m_needle);
    QTest::newRow("asprintf") << formattedHolder(m_needle);
}

void TestWipingAllocator::freedBlocks()
{
    QFETCH(const Holder, holder);
    QCOMPARE(m_needle.occurrences(), 0);
    holder(true);
    QVERIFY(m_needle.occurrences() >= 1);
    holder(false);
    QCOMPARE(m_needle.occurrences(), 0);
}

void TestWipingAllocator::shrinkingWipesTheTail()
{
    auto *block = static_cast<unsigned char *>(opaque(std::malloc(1000)));
    std::memset(block, 1, 1000);
    m_needle.reveal(block + 900);
    QCOMPARE(m_needle.occurrences(), 1);
    const auto before = reinterpret_cast<std::uintptr_t>(block); // the pointer itself may not be used after realloc()
    auto *same = static_cast<unsigned char *>(opaque(realloc(block, 800)));
    QCOMPARE(reinterpret_cast<std::uintptr_t>(same), before);
    QCOMPARE(same[799], 1);
    QCOMPARE(m_needle.occurrences(), 0);
    free(same);
}

void TestWipingAllocator::freeKeepsErrno()
{
    for (const std::size_t size : {std::size_t{20}, std::size_t{200'000}, std::size_t{9} << 20}) {
        void *block = opaque(std::malloc(size));
        errno = EXDEV;
        free(block);
        QCOMPARE(errno, EXDEV);
    }
    free(nullptr);
    QCOMPARE(errno, EXDEV);
}

void TestWipingAllocator::reallocKeepsContents()
{
    auto *block = static_cast<unsigned char *>(opaque(realloc(nullptr, 1)));
    QVERIFY(block != nullptr);
    block[0] = 0;
    std::size_t filled = 1;
    for (const std::size_t size : {2u, 30u, 31u, 500u, 499u, 100u, 70'000u, 5'000'000u, 4'900'000u, 9'000'000u, 12u, 1u}) {
        block = static_cast<unsigned char *>(opaque(realloc(block, size)));
        for (std::size_t i = 0; i < std::min(filled, size); ++i)
            QCOMPARE(block[i], static_cast<unsigned char>(i * 7));
        for (std::size_t i = filled; i < size; ++i)
            block[i] = static_cast<unsigned char>(i * 7);
        filled = size;
    }
    free(block);
}

void TestWipingAllocator::reallocEdges()
{
    void *empty = opaque(realloc(nullptr, 0));
    QVERIFY(empty != nullptr);
    QVERIFY(opaque(realloc(empty, 0)) == nullptr);
}

void TestWipingAllocator::reallocOfAlignedBlocks()
{
    for (const std::size_t alignment : {32u, 4096u, 65536u}) {
        void *out = nullptr;
        QCOMPARE(posix_memalign(&out, alignment, 3000), 0);
        QCOMPARE(reinterpret_cast<quintptr>(out) % alignment, quintptr{0});
        put(m_needle, out);
        out = opaque(realloc(out, 90'000));
        QCOMPARE(m_needle.occurrences(), 1);
        QVERIFY(m_needle.equals(static_cast<unsigned char *>(out) + kOffset, m_needle.size()));
        free(out);
        QCOMPARE(m_needle.occurrences(), 0);
    }
}

void TestWipingAllocator::reallocThatFailsKeepsTheBlock()
{
    auto *block = static_cast<char *>(opaque(std::malloc(100)));
    std::strcpy(block, "kept");
    char *const same = opaque(block);
    const volatile std::size_t absurd = ~std::size_t{0} / 4;
    errno = 0;
    QVERIFY(opaque(realloc(block, absurd)) == nullptr);
    QCOMPARE(errno, ENOMEM);
    QCOMPARE(std::string(same), std::string("kept"));
    free(same);
}

void TestWipingAllocator::manyThreads()
{
    std::vector<std::thread> threads;
    std::array<int, 4> faults{};
    for (std::size_t number = 0; number < faults.size(); ++number) {
        threads.emplace_back([number, &faults] {
            std::vector<std::string> texts(50);
            for (std::size_t i = 0; i < 50'000; ++i) {
                std::string &text = texts[i * 31 % texts.size()];
                text.append(i % 97, static_cast<char>('a' + number));
                if (text.find_first_not_of(static_cast<char>('a' + number)) != std::string::npos)
                    ++faults[number];
                if (text.size() > 4000)
                    std::string().swap(text);
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(faults, (std::array<int, 4>{}));
}

LATCHKEY_TEST_MAIN(TestWipingAllocator)
#include "tst_wipingallocator.moc"
