// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/fileops.h"

#include "base/systemerror.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <optional>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace storage {

namespace {

using base::ErrorCode;
using base::systemError;

/// A file descriptor that is closed at the end of its scope.
class Descriptor final {
public:
    explicit Descriptor(int fd) noexcept : m_fd(fd) {}
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Q_DISABLE_COPY_MOVE(Descriptor)
    [[nodiscard]] int get() const noexcept { return m_fd; }

private:
    int m_fd;
};

struct stat statOf(const QByteArray &path, int flags, int &error)
{
    struct stat out = {};
    error = ::fstatat(AT_FDCWD, path.constData(), &out, flags) == 0 ? 0 : errno;
    return out;
}

bool othersMayWrite(const struct stat &info)
{
    return (info.st_mode & (S_IWGRP | S_IWOTH)) != 0;
}

FileIdentity identity(const struct stat &info)
{
    return {static_cast<std::uint64_t>(info.st_dev), static_cast<std::uint64_t>(info.st_ino)};
}

// The folder may belong to root (a read-only medium), for root can replace everything anyway.
base::Result<void> inspectFolder(const QString &path)
{
    int error = 0;
    const struct stat info = statOf(QFile::encodeName(path), 0, error);
    if (error != 0)
        return systemError(error, path);
    if (info.st_uid != ::geteuid() && info.st_uid != 0)
        return base::fail(ErrorCode::UnsafePermissions, QStringLiteral("%1: belongs to another user").arg(path));
    if (othersMayWrite(info))
        return base::fail(ErrorCode::UnsafePermissions, QStringLiteral("%1: others may write to the folder").arg(path));
    return {};
}

} // namespace

bool somethingStandsAt(const QString &path)
{
    int error = 0;
    statOf(QFile::encodeName(path), AT_SYMLINK_NOFOLLOW, error);
    return error != ENOENT && error != ENOTDIR;
}

base::Result<VaultFileFacts> inspectVaultFile(const QString &path)
{
    const QFileInfo named(path);
    int error = 0;
    const struct stat entry = statOf(QFile::encodeName(path), AT_SYMLINK_NOFOLLOW, error);
    if (error == ENOENT || error == ENOTDIR)
        return base::fail(ErrorCode::NotInitialized, path);
    if (error != 0)
        return systemError(error, path);
    const QString real = named.canonicalFilePath();
    const struct stat info = statOf(QFile::encodeName(real), 0, error);
    if (real.isEmpty() || error != 0 || !S_ISREG(info.st_mode))
        return base::fail(ErrorCode::NotAVault, QStringLiteral("%1: not a regular file").arg(path));
    if (entry.st_uid != ::geteuid() || info.st_uid != ::geteuid())
        return base::fail(ErrorCode::UnsafePermissions, QStringLiteral("%1: belongs to another user").arg(path));
    if (othersMayWrite(info))
        return base::fail(ErrorCode::UnsafePermissions, QStringLiteral("%1: others may write to the file").arg(path));
    LATCHKEY_CHECK(inspectFolder(named.absolutePath()));
    const QString folder = QFileInfo(real).absolutePath();
    LATCHKEY_CHECK(inspectFolder(folder));
    if (info.st_size == 0)
        return base::fail(ErrorCode::NotAVault, QStringLiteral("%1: empty file").arg(path));
    const bool writable = ::access(QFile::encodeName(real).constData(), W_OK) == 0
        && ::access(QFile::encodeName(folder).constData(), W_OK) == 0;
    return VaultFileFacts{real, identity(info), writable};
}

base::Result<void> inspectCompanion(const QString &path)
{
    int error = 0;
    const struct stat info = statOf(QFile::encodeName(path), AT_SYMLINK_NOFOLLOW, error);
    if (error == ENOENT)
        return {};
    if (error != 0)
        return systemError(error, path);
    if (!S_ISREG(info.st_mode) || info.st_uid != ::geteuid() || othersMayWrite(info))
        return base::fail(ErrorCode::UnsafePermissions, QStringLiteral("%1: not a private regular file").arg(path));
    return {};
}

base::Result<FileIdentity> identityOf(const QString &path)
{
    int error = 0;
    const struct stat info = statOf(QFile::encodeName(path), 0, error);
    if (error != 0)
        return systemError(error, path);
    return identity(info);
}

base::Result<void> keepUnder(const QString &path, const QString &name)
{
    if (::link(QFile::encodeName(path).constData(), QFile::encodeName(name).constData()) != 0)
        return systemError(errno, name);
    return {};
}

base::Result<void> renameReplacing(const QString &from, const QString &to)
{
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return systemError(errno, to);
    return {};
}

base::Result<void> allocateFile(const QString &path, std::int64_t bytes)
{
    const Descriptor file(::open(QFile::encodeName(path).constData(),
                                 O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, S_IRUSR | S_IWUSR));
    if (file.get() < 0)
        return systemError(errno, path);
    const int error = bytes > 0 ? ::posix_fallocate(file.get(), 0, bytes) : 0;
    if (error == 0 && bytes > 0)
        return {};
    if (::ftruncate(file.get(), 0) != 0)
        return systemError(errno, path);
    if (error != 0)
        return systemError(error, path);
    return {};
}

std::int64_t allocatedBytes(const QString &path)
{
    constexpr std::int64_t kBlock = 512; // unit of st_blocks, whatever the file system
    int error = 0;
    const struct stat info = statOf(QFile::encodeName(path), AT_SYMLINK_NOFOLLOW, error);
    return error == 0 ? static_cast<std::int64_t>(info.st_blocks) * kBlock : 0;
}

bool diskHasNoRoom(const QString &folder)
{
    constexpr off_t kSomePages = off_t{64} * 1024; // what SQLite wants at once, with the -shm file
    // A file without a name: gone with its descriptor.
    const Descriptor file(::open(QFile::encodeName(folder).constData(), O_TMPFILE | O_WRONLY | O_CLOEXEC,
                                 S_IRUSR | S_IWUSR));
    const int error = file.get() < 0 ? errno : ::posix_fallocate(file.get(), 0, kSomePages);
    if (error == EOPNOTSUPP || error == EISDIR) { // no such files there: without an eye for quotas, then
        struct statvfs disk = {};
        return ::statvfs(QFile::encodeName(folder).constData(), &disk) == 0
            && static_cast<std::uint64_t>(disk.f_bavail) * disk.f_frsize < static_cast<std::uint64_t>(kSomePages);
    }
    return error == ENOSPC || error == EDQUOT;
}

} // namespace storage
