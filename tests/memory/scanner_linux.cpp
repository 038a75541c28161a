// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Loaded into the real program by LD_PRELOAD (memorytable.py): counts how often secrets stand in its writable memory. The
// program cannot be read from outside, not even by the process that started it, so the reader must live inside.
//
//   LATCHKEY_SCAN_NEEDLES  file of lines "NAME HEX": bytes to look for, each XORed with 0xa5, so that they are not found here
//   LATCHKEY_SCAN_REPORT   gets a line "PID WHEN NAME=COUNT ..." for each scan
//   LATCHKEY_SCAN_CONTROL  a FIFO: each line is a scan that is wanted now, named by the line
//
// By itself it scans at the very end of the process ("end"), and while it works ("work"): when a block is about to be wiped in
// which something stands that was not seen before, and, without a FIFO, at calls by which the process writes, forks or starts
// a thread.

#include "scanner.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>

namespace {

using memoryscan::kDisguise;

constexpr std::size_t kMostNeedles = 160;
constexpr std::size_t kMostNames = 24;
constexpr std::size_t kLongest = 256;
constexpr std::size_t kNameSize = 32;
constexpr std::size_t kBlock = 1u << 20;
/// Bytes of a value may stand apart: UTF-16, UTF-32, and fields of glyphs and keys in larger structures.
constexpr std::array<std::size_t, 5> kStrides{1, 2, 4, 8, 16};
constexpr std::size_t kOverlap = kLongest * 16;
/// Scans while the process works leave out what key derivation uses up (64 MiB and more), or each would take seconds.
constexpr std::uint64_t kLargestAtWork = 48u << 20;
constexpr int kMostAtWork = 30;

struct Needle {
    std::array<unsigned char, kLongest> disguised;
    std::size_t size;
    std::size_t name;
};

// Of fixed size: nothing that is found here may be allocated while something is counted.
std::array<Needle, kMostNeedles> needles;
std::size_t needleCount = 0;
std::array<std::array<char, kNameSize>, kMostNames> names;
std::size_t nameCount = 0;
std::array<std::array<bool, kMostNeedles>, 256> startsWith;
std::array<bool, 256> startsAny;
std::array<unsigned char, kBlock + kOverlap> block;
std::array<unsigned long, kMostNames> counts;
std::array<bool, kMostNames> seen;
std::mutex scanning;
int memoryFd = -1;
int mapsFd = -1;
int reportFd = -1;
std::atomic<bool> atWork = false;
std::atomic<bool> atWipes = false;
std::atomic<int> doneAtWork = 0;
thread_local bool inside = false;

template<typename Function>
Function *realOf(const char *name)
{
    return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name)); // NOLINT: that is how dlsym is used
}

bool stands(const Needle &needle, const unsigned char *at, const unsigned char *end, std::size_t stride)
{
    if (static_cast<std::size_t>(end - at) < (needle.size - 1) * stride + 1)
        return false;
    for (std::size_t i = 1; i < needle.size; ++i) {
        if ((at[i * stride] ^ kDisguise) != needle.disguised[i])
            return false;
    }
    return true;
}

void countAt(const unsigned char *at, const unsigned char *end)
{
    const auto &starting = startsWith[*at];
    for (std::size_t i = 0; i < needleCount; ++i) {
        if (!starting[i])
            continue;
        for (const std::size_t stride : kStrides)
            counts[needles[i].name] += stands(needles[i], at, end, stride) ? 1 : 0;
    }
}

void countInRegion(std::uint64_t from, std::uint64_t to)
{
    for (std::uint64_t at = from; at < to; at += kBlock) {
        const std::size_t wanted = std::min<std::uint64_t>(block.size(), to - at);
        const ssize_t got = ::pread(memoryFd, block.data(), wanted, static_cast<off_t>(at));
        if (got <= 0)
            continue;
        const unsigned char *const end = block.data() + got;
        const unsigned char *const last = block.data() + std::min<std::size_t>(static_cast<std::size_t>(got), kBlock);
        for (const unsigned char *here = block.data(); here < last; ++here) {
            if (startsAny[*here])
                countAt(here, end);
        }
    }
    block.fill(0);
}

/// Everything writable but the buffer, which holds what was read before.
void countEverywhere(std::uint64_t largest)
{
    static std::array<char, 1u << 20> maps;
    std::size_t size = 0;
    ::lseek(mapsFd, 0, SEEK_SET);
    for (ssize_t got = 0; (got = ::read(mapsFd, maps.data() + size, maps.size() - 1 - size)) > 0;)
        size += static_cast<std::size_t>(got);
    maps[size] = 0;
    const auto hole = reinterpret_cast<std::uint64_t>(block.data());
    const std::uint64_t holeEnd = hole + block.size();
    for (char *line = maps.data(); *line != 0;) {
        char *rest = nullptr;
        const std::uint64_t from = std::strtoull(line, &rest, 16);
        const std::uint64_t to = std::strtoull(rest + 1, &rest, 16);
        if (std::strncmp(rest, " rw", 3) == 0 && to - from <= largest) {
            if (hole >= from && holeEnd <= to) {
                countInRegion(from, hole);
                countInRegion(holeEnd, to);
            } else {
                countInRegion(from, to);
            }
        }
        line = std::strchr(rest, '\n');
        if (line == nullptr)
            break;
        ++line;
    }
}

/// True when something stands in the block that no scan has found yet.
bool holdsUnseen(const unsigned char *from, std::size_t size)
{
    const unsigned char *const end = from + size;
    for (const unsigned char *here = from; here < end; ++here) {
        if (!startsAny[*here])
            continue;
        for (std::size_t i = 0; i < needleCount; ++i) {
            if (!startsWith[*here][i] || seen[needles[i].name])
                continue;
            for (const std::size_t stride : kStrides) {
                if (stands(needles[i], here, end, stride))
                    return true;
            }
        }
    }
    return false;
}

void scan(const char *when, std::uint64_t largest)
{
    inside = true;
    const std::lock_guard guard(scanning);
    counts.fill(0);
    countEverywhere(largest);
    std::array<char, 2048> line{};
    int used = std::snprintf(line.data(), line.size(), "%d %s", static_cast<int>(::getpid()), when);
    for (std::size_t i = 0; i < nameCount; ++i) {
        seen[i] = seen[i] || counts[i] > 0;
        used += std::snprintf(line.data() + used, line.size() - static_cast<std::size_t>(used), " %s=%lu", names[i].data(),
                              counts[i]);
    }
    line[static_cast<std::size_t>(used++)] = '\n';
    realOf<ssize_t(int, const void *, std::size_t)>("write")(reportFd, line.data(), static_cast<std::size_t>(used));
    inside = false;
}

void scanAtWork()
{
    if (!inside && atWork && doneAtWork.fetch_add(1) < kMostAtWork)
        scan("work", kLargestAtWork);
}

void beforeWipe(const void *from, std::size_t size)
{
    if (!inside && atWipes && from != nullptr && holdsUnseen(static_cast<const unsigned char *>(from), size))
        scan("work", kLargestAtWork);
}

void wipe(void *from, std::size_t size)
{
    std::memset(from, 0, size);
    asm volatile("" : : "r"(from) : "memory"); // not to be left out
}

void *obey(void *fifo)
{
    const int fd = static_cast<int>(reinterpret_cast<std::intptr_t>(fifo));
    std::array<char, kNameSize> name{};
    std::size_t size = 0;
    for (char letter = 0; ::read(fd, &letter, 1) == 1;) {
        if (letter != '\n') {
            name[std::min(size++, name.size() - 2)] = letter;
            continue;
        }
        name[std::min(size, name.size() - 1)] = 0;
        size = 0;
        scan(name.data(), ~std::uint64_t{0} >> 1);
    }
    return nullptr;
}

std::size_t placeOfName(const char *name)
{
    for (std::size_t i = 0; i < nameCount; ++i) {
        if (std::strcmp(names[i].data(), name) == 0)
            return i;
    }
    if (nameCount == kMostNames)
        std::abort();
    std::snprintf(names[nameCount].data(), kNameSize, "%s", name);
    return nameCount++;
}

Needle &addNeedle(const char *name, std::size_t size)
{
    if (needleCount == kMostNeedles || size == 0 || size > kLongest)
        std::abort();
    Needle &needle = needles[needleCount++];
    needle.name = placeOfName(name);
    needle.size = size;
    return needle;
}

/// After its bytes are there.
void noteStart(const Needle &needle)
{
    const unsigned char first = needle.disguised[0] ^ kDisguise;
    startsWith[first][static_cast<std::size_t>(&needle - needles.data())] = true;
    startsAny[first] = true;
}

void openOwnMemory()
{
    memoryFd = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    mapsFd = ::open("/proc/self/maps", O_RDONLY | O_CLOEXEC);
    if (memoryFd < 0 || mapsFd < 0)
        std::abort();
}

void readNeedles(const char *path)
{
    std::FILE *file = std::fopen(path, "re");
    if (file == nullptr)
        std::abort();
    std::array<char, kNameSize> name{};
    std::array<char, kLongest * 2 + 1> hex{};
    while (std::fscanf(file, "%31s %512s", name.data(), hex.data()) == 2) {
        Needle &needle = addNeedle(name.data(), std::strlen(hex.data()) / 2);
        for (std::size_t i = 0; i < needle.size; ++i) {
            const std::array<char, 3> two{hex[2 * i], hex[2 * i + 1], 0};
            needle.disguised[i] = static_cast<unsigned char>(std::strtoul(two.data(), nullptr, 16));
        }
        noteStart(needle);
    }
    std::fclose(file);
}

void startObeying(const char *path)
{
    const int fifo = ::open(path, O_RDWR | O_CLOEXEC); // for writing too: it never ends
    sigset_t all;
    sigset_t before;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before);
    pthread_t thread{};
    if (fifo < 0
        || ::pthread_create(&thread, nullptr, obey, reinterpret_cast<void *>(static_cast<std::intptr_t>(fifo))) != 0)
        std::abort();
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

/// Before main(): what is opened here can still be read when the process has closed itself to others.
__attribute__((constructor)) void begin()
{
    std::array<char, 512> exe{};
    const char *wanted = std::getenv("LATCHKEY_SCAN_NEEDLES");
    const char *report = std::getenv("LATCHKEY_SCAN_REPORT");
    const char *control = std::getenv("LATCHKEY_SCAN_CONTROL");
    if (wanted == nullptr || report == nullptr || ::readlink("/proc/self/exe", exe.data(), exe.size() - 1) <= 0)
        return;
    const char *name = std::strrchr(exe.data(), '/');
    if (name == nullptr || std::strcmp(name, "/latchkey") != 0) // a child that `run` has started
        return;
    openOwnMemory();
    reportFd = ::open(report, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (reportFd < 0)
        std::abort();
    readNeedles(wanted);
    atWipes = true;
    if (control != nullptr)
        startObeying(control);
    else
        atWork = true;
}

/// After main(), after exit() has run everything that was to run then.
__attribute__((destructor)) void end()
{
    if (reportFd < 0)
        return;
    atWork = false;
    atWipes = false;
    scan("end", ~std::uint64_t{0} >> 1);
}

} // namespace

namespace memoryscan {

void lookFor(const char *name, const unsigned char *disguised, std::size_t size)
{
    Needle &needle = addNeedle(name, size);
    std::copy_n(disguised, size, needle.disguised.begin());
    noteStart(needle);
}

unsigned long copiesOf(const char *name)
{
    if (memoryFd < 0)
        openOwnMemory();
    const std::lock_guard guard(scanning);
    counts.fill(0);
    countEverywhere(~std::uint64_t{0} >> 1);
    return counts[placeOfName(name)];
}

} // namespace memoryscan

#define LATCHKEY_SEES extern "C" __attribute__((visibility("default")))

// NOLINTBEGIN(bugprone-reserved-identifier): the C library's names of parameters
LATCHKEY_SEES ssize_t write(int __fd, const void *__buf, std::size_t __n)
{
    scanAtWork();
    return realOf<ssize_t(int, const void *, std::size_t)>("write")(__fd, __buf, __n);
}

LATCHKEY_SEES ssize_t send(int __fd, const void *__buf, std::size_t __n, int __flags)
{
    scanAtWork();
    return realOf<ssize_t(int, const void *, std::size_t, int)>("send")(__fd, __buf, __n, __flags);
}

LATCHKEY_SEES ssize_t sendmsg(int __fd, const msghdr *__message, int __flags)
{
    scanAtWork();
    return realOf<ssize_t(int, const msghdr *, int)>("sendmsg")(__fd, __message, __flags);
}

LATCHKEY_SEES int fdatasync(int __fildes)
{
    scanAtWork();
    return realOf<int(int)>("fdatasync")(__fildes);
}

LATCHKEY_SEES int fsync(int __fd)
{
    scanAtWork();
    return realOf<int(int)>("fsync")(__fd);
}

LATCHKEY_SEES pid_t fork() noexcept
{
    scanAtWork();
    const pid_t child = realOf<pid_t()>("fork")();
    if (child == 0) {
        atWork = false;
        atWipes = false;
    }
    return child;
}

LATCHKEY_SEES int pthread_create(pthread_t *__newthread, const pthread_attr_t *__attr, void *(*__start_routine)(void *),
                                 void *__arg) noexcept
{
    static std::atomic<int> threads = 0;
    if (threads.fetch_add(1) < 8) // those of key derivation come by the dozen
        scanAtWork();
    return realOf<int(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *)>("pthread_create")(__newthread, __attr,
                                                                                                         __start_routine,
                                                                                                         __arg);
}

LATCHKEY_SEES void explicit_bzero(void *__s, std::size_t __n) noexcept
{
    // The compiler takes the block for one that is only written.
    asm volatile("" : "+r"(__s) : : "memory");
    beforeWipe(__s, __n);
    wipe(__s, __n);
}

// OpenSSL's own (openssl/crypto.h), as the program calls them.
LATCHKEY_SEES void OPENSSL_cleanse(void *ptr, std::size_t len)
{
    beforeWipe(ptr, len);
    wipe(ptr, len);
}

LATCHKEY_SEES void CRYPTO_secure_clear_free(void *ptr, std::size_t num, const char *file, int line)
{
    static auto *const real = realOf<void(void *, std::size_t, const char *, int)>("CRYPTO_secure_clear_free");
    beforeWipe(ptr, num);
    real(ptr, num, file, line);
}
// NOLINTEND(bugprone-reserved-identifier)
