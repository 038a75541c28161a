// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/filesystem.h"

#include "base/systemerror.h"

#include <QFile>

#include <cerrno>
#include <csignal>
#include <cstdio>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace base {

namespace {

/// 0 or errno.
int syncPath(const QString &path, int flags)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | flags);
    if (fd < 0)
        return errno;
    const int error = ::fsync(fd) == 0 ? 0 : errno;
    ::close(fd);
    return error;
}

/// FAT and its like have neither link() nor, in older kernels, a rename that refuses: the name is taken first by an empty file
/// of our own, which the rename then replaces.
Result<void> renameOverOwn(const QByteArray &source, const QByteArray &target, const QString &to)
{
    const int fd = ::open(target.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (fd < 0)
        return systemError(errno, to);
    ::close(fd);
    if (::rename(source.constData(), target.constData()) == 0)
        return {};
    const int error = errno;
    ::unlink(target.constData());
    return systemError(error, to);
}

} // namespace

Result<void> syncFile(const QString &path)
{
    const int error = syncPath(path, O_NOFOLLOW);
    return error == 0 ? Result<void>() : systemError(error, path);
}

Result<void> syncFolder(const QString &path)
{
    const int error = syncPath(path, O_DIRECTORY);
    return error == 0 || error == EINVAL // a file system that has no such thing for folders
        ? Result<void>()
        : systemError(error, path);
}

bool fileSyncAvailable() noexcept
{
    return true;
}

Result<void> renameWithoutReplacing(const QString &from, const QString &to)
{
    const QByteArray source = QFile::encodeName(from);
    const QByteArray target = QFile::encodeName(to);
    if (::renameat2(AT_FDCWD, source.constData(), AT_FDCWD, target.constData(), RENAME_NOREPLACE) == 0)
        return {};
    if (errno != EINVAL && errno != ENOSYS)
        return systemError(errno, to);
    if (::link(source.constData(), target.constData()) == 0) {
        ::unlink(source.constData());
        return {};
    }
    if (errno == EEXIST)
        return systemError(errno, to);
    return renameOverOwn(source, target, to);
}

bool processMayLive(std::int64_t pid)
{
    return pid > 0 && (::kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM);
}

} // namespace base
