// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultyio_linux.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstring>

namespace crashtest {

namespace {

FaultPlan plan;
bool armed = false;
long calls = 0;

/// The function that would have been called without this file; a sanitizer's, where there is one.
template<typename Function>
Function *realOf(const char *name)
{
    return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name)); // NOLINT: that is how dlsym is used
}

bool isRegular(int fd)
{
    struct stat info = {};
    return ::fstat(fd, &info) == 0 && S_ISREG(info.st_mode);
}

/// "vault.db-wal" and the like: the part of a file's name that is the same in every run.
const char *shortName(const char *path)
{
    const char *name = std::strrchr(path, '/');
    name = name == nullptr ? path : name + 1;
    for (const char *suffix : {".anchor.lock", ".anchor"}) {
        const std::size_t length = std::strlen(name);
        if (length > std::strlen(suffix) && std::strcmp(name + length - std::strlen(suffix), suffix) == 0)
            return suffix;
    }
    return name;
}

void tell(const char *call, const char *file)
{
    if (plan.tellFd < 0)
        return;
    std::array<char, 400> line{};
    const int length = std::snprintf(line.data(), line.size(), "at %s %s\n", call, file);
    if (length > 0)
        realOf<ssize_t(int, const void *, std::size_t)>("write")(plan.tellFd, line.data(), static_cast<std::size_t>(length));
}

void tellOfDescriptor(const char *call, int fd)
{
    std::array<char, 64> link{};
    std::array<char, 300> path{};
    std::snprintf(link.data(), link.size(), "/proc/self/fd/%d", fd);
    if (::readlink(link.data(), path.data(), path.size() - 1) < 0)
        path[0] = '?';
    tell(call, shortName(path.data()));
}

[[noreturn]] void die()
{
    ::raise(SIGKILL);
    ::_exit(255);
}

/// What is to happen to this call.
Fault next()
{
    if (!armed || plan.fault == Fault::None)
        return armed ? (++calls, Fault::None) : Fault::None;
    ++calls;
    return calls == plan.at || (plan.lasting && calls > plan.at) ? plan.fault : Fault::None;
}

/// Everything that neither writes nor has halves. `real` does the call; `spaceless` is the error of a full disk.
template<typename Real>
int whole(const char *name, int fd, const char *path, int spaceless, Real real)
{
    const Fault fault = next();
    switch (fault) {
    case Fault::None:
        return real();
    case Fault::Kill:
    case Fault::KillHalfway:
    case Fault::KillAfter:
        if (fault == Fault::KillAfter)
            real();
        if (path != nullptr)
            tell(name, shortName(path));
        else
            tellOfDescriptor(name, fd);
        die();
    case Fault::IoError:
    case Fault::ShortWrite:
        errno = EIO;
        return -1;
    case Fault::DiskFull:
        errno = spaceless;
        return -1;
    }
    return real();
}

/// Writes: `real` writes the first bytes of the buffer, as many as it is told.
template<typename Real>
ssize_t written(const char *name, int fd, std::size_t size, Real real)
{
    const Fault fault = next();
    switch (fault) {
    case Fault::None:
        return real(size);
    case Fault::Kill:
    case Fault::KillHalfway:
    case Fault::KillAfter:
        if (fault != Fault::Kill)
            real(fault == Fault::KillAfter ? size : size / 2);
        tellOfDescriptor(name, fd);
        die();
    case Fault::IoError:
        errno = EIO;
        return -1;
    case Fault::ShortWrite:
        if (size > 1)
            return real(size / 2);
        errno = EIO;
        return -1;
    case Fault::DiskFull:
        errno = ENOSPC;
        return -1;
    }
    return real(size);
}

int opened(const char *name, const char *path, int flags, mode_t mode)
{
    auto *real = realOf<int(const char *, int, ...)>(name);
    struct stat info = {};
    // Making a new file takes space; opening one that is there does not.
    const bool makes = armed && (flags & O_CREAT) != 0 && ::lstat(path, &info) != 0;
    if (!makes)
        return real(path, flags, mode);
    return whole(name, -1, path, ENOSPC, [&] { return real(path, flags, mode); });
}

mode_t modeOf(int flags, std::va_list &rest)
{
    return (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE ? va_arg(rest, mode_t) : mode_t{0};
}

} // namespace

void armFaults(const FaultPlan &wanted)
{
    plan = wanted;
    calls = 0;
    armed = true;
}

void disarmFaults()
{
    armed = false;
}

long countedCalls()
{
    return calls;
}

void dieAt(const char *name, int tellFd)
{
    plan.tellFd = tellFd;
    tell("point", name);
    die();
}

} // namespace crashtest

using namespace crashtest;

// Default visibility, and exported by the linker (CMakeLists.txt), so that shared libraries bind to them.
#define LATCHKEY_REPLACES extern "C" __attribute__((visibility("default")))

// NOLINTBEGIN(bugprone-reserved-identifier): the C library's names of parameters
LATCHKEY_REPLACES ssize_t write(int __fd, const void *__buf, std::size_t __n)
{
    auto *real = realOf<ssize_t(int, const void *, std::size_t)>("write");
    if (!armed || !isRegular(__fd))
        return real(__fd, __buf, __n);
    return written("write", __fd, __n, [&](std::size_t size) { return real(__fd, __buf, size); });
}

LATCHKEY_REPLACES ssize_t pwrite(int __fd, const void *__buf, std::size_t __n, off_t __offset)
{
    auto *real = realOf<ssize_t(int, const void *, std::size_t, off_t)>("pwrite");
    return written("write", __fd, __n, [&](std::size_t size) { return real(__fd, __buf, size, __offset); });
}

LATCHKEY_REPLACES ssize_t pwrite64(int __fd, const void *__buf, std::size_t __n, off64_t __offset)
{
    auto *real = realOf<ssize_t(int, const void *, std::size_t, off64_t)>("pwrite64");
    return written("write", __fd, __n, [&](std::size_t size) { return real(__fd, __buf, size, __offset); });
}

LATCHKEY_REPLACES int fsync(int __fd)
{
    return whole("sync", __fd, nullptr, EIO, [&] { return realOf<int(int)>("fsync")(__fd); });
}

LATCHKEY_REPLACES int fdatasync(int __fildes)
{
    return whole("sync", __fildes, nullptr, EIO, [&] { return realOf<int(int)>("fdatasync")(__fildes); });
}

LATCHKEY_REPLACES int ftruncate(int __fd, off_t __length) noexcept
{
    return whole("truncate", __fd, nullptr, EIO, [&] { return realOf<int(int, off_t)>("ftruncate")(__fd, __length); });
}

LATCHKEY_REPLACES int ftruncate64(int __fd, off64_t __length) noexcept
{
    return whole("truncate", __fd, nullptr, EIO, [&] { return realOf<int(int, off64_t)>("ftruncate64")(__fd, __length); });
}

LATCHKEY_REPLACES int posix_fallocate(int __fd, off_t __offset, off_t __len)
{
    const int done = whole("allocate", __fd, nullptr, ENOSPC, [&] {
        errno = realOf<int(int, off_t, off_t)>("posix_fallocate")(__fd, __offset, __len);
        return errno == 0 ? 0 : -1;
    });
    return done == 0 ? 0 : errno; // it answers with the number itself
}

LATCHKEY_REPLACES int unlink(const char *__name) noexcept
{
    return whole("unlink", -1, __name, EIO, [&] { return realOf<int(const char *)>("unlink")(__name); });
}

LATCHKEY_REPLACES int rename(const char *__old, const char *__new) noexcept
{
    return whole("rename", -1, __new, ENOSPC,
                 [&] { return realOf<int(const char *, const char *)>("rename")(__old, __new); });
}

LATCHKEY_REPLACES int renameat2(int __oldfd, const char *__old, int __newfd, const char *__new,
                                unsigned int __flags) noexcept
{
    return whole("rename", -1, __new, ENOSPC, [&] {
        return realOf<int(int, const char *, int, const char *, unsigned int)>("renameat2")(__oldfd, __old, __newfd, __new,
                                                                                            __flags);
    });
}

LATCHKEY_REPLACES int link(const char *__from, const char *__to) noexcept
{
    return whole("link", -1, __to, ENOSPC, [&] { return realOf<int(const char *, const char *)>("link")(__from, __to); });
}

LATCHKEY_REPLACES int open(const char *__file, int __oflag, ...)
{
    std::va_list rest;
    va_start(rest, __oflag);
    const mode_t mode = modeOf(__oflag, rest);
    va_end(rest);
    return opened("open", __file, __oflag, mode);
}

LATCHKEY_REPLACES int open64(const char *__file, int __oflag, ...)
{
    std::va_list rest;
    va_start(rest, __oflag);
    const mode_t mode = modeOf(__oflag, rest);
    va_end(rest);
    return opened("open64", __file, __oflag, mode);
}
// NOLINTEND(bugprone-reserved-identifier)
