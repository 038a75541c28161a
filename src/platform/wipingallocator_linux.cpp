// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Replaces free() and realloc() of the whole process, so that every block is overwritten before the allocator gets it back:
// also what Qt, the C library and plug-ins free. Qt's strings live in malloc() memory, so replacing operator delete would not
// reach them. A second line behind SecretBytes and explicit wiping, not a substitute for either: a copy that is still
// allocated is not touched.
//
// Linked into executables by latchkey_wipe_freed_memory() (src/cmake/WipeFreedMemory.cmake); never into sanitized ones, which
// bring an allocator of their own. glibc only: blocks still come from and go back to its allocator, through the entry points
// that it exports for this (https://sourceware.org/glibc/manual/latest/html_node/Replacing-malloc.html). Its own calls of
// free() and realloc(), reallocarray() and getline() included, bind to these two. Thread-safe as far as glibc is; neither
// function allocates before it knows that it must.

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>

extern "C" {
// NOLINTBEGIN(bugprone-reserved-identifier): glibc's names
void __libc_free(void *block) noexcept;
void *__libc_malloc(std::size_t size) noexcept;
// NOLINTEND(bugprone-reserved-identifier)
}

namespace {

/// From here on whole pages are handed back to the kernel instead of being written: as clean, and it does not make the system
/// provide pages that were never touched.
constexpr std::size_t kPagesFrom = std::size_t{4} << 20;

/// True when the pages of [from, to) now read as zero. Refused, for example, for pages locked into memory.
bool dropPages(std::uintptr_t from, std::uintptr_t to) noexcept
{
    return ::madvise(reinterpret_cast<void *>(from), to - from, MADV_DONTNEED) == 0; // NOLINT: page arithmetic
}

void wipeBlock(void *block, std::size_t size) noexcept
{
    if (size >= kPagesFrom) {
        const auto page = static_cast<std::uintptr_t>(::getpagesize());
        const auto begin = reinterpret_cast<std::uintptr_t>(block);
        const std::uintptr_t first = (begin + page - 1) / page * page;
        const std::uintptr_t last = (begin + size) / page * page;
        if (dropPages(first, last)) {
            ::explicit_bzero(block, first - begin);
            ::explicit_bzero(reinterpret_cast<void *>(last), begin + size - last); // NOLINT: page arithmetic
            return;
        }
    }
    ::explicit_bzero(block, size);
}

void wipeAndFree(void *block) noexcept
{
    // POSIX 2024 and glibc >= 2.33 promise that free() keeps errno; madvise() and munmap() do not.
    const int saved = errno;
    // The usable size, not the requested one: growth in place may have used all of it.
    wipeBlock(block, ::malloc_usable_size(block));
    __libc_free(block);
    errno = saved;
}

void *resize(void *block, std::size_t size) noexcept
{
    const std::size_t usable = ::malloc_usable_size(block);
    if (size <= usable && size >= usable / 2) {
        wipeBlock(static_cast<char *>(block) + size, usable - size);
        return block;
    }
    // glibc's own realloc() would leave the old block as it was.
    void *moved = __libc_malloc(size);
    if (moved == nullptr)
        return nullptr;
    std::memcpy(moved, block, size < usable ? size : usable);
    wipeAndFree(block);
    return moved;
}

} // namespace

// The C library declares them with default visibility; the preset of this project hides everything else. The parameters are
// named as there. NOLINTBEGIN(bugprone-reserved-identifier)
extern "C" {

__attribute__((visibility("default"))) void free(void *__ptr) noexcept
{
    if (__ptr != nullptr)
        wipeAndFree(__ptr);
}

__attribute__((visibility("default"))) void *realloc(void *__ptr, std::size_t __size) noexcept
{
    if (__ptr == nullptr)
        return __libc_malloc(__size);
    if (__size == 0) { // as glibc does
        wipeAndFree(__ptr);
        return nullptr;
    }
    return resize(__ptr, __size);
}

} // extern "C"
// NOLINTEND(bugprone-reserved-identifier)
