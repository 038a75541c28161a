// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/filesystem.h"

#include "base/systemerror.h"

#include <QFile>

#include <cerrno>
#include <csignal>
#include <cstdio>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace transfer {

namespace {

using base::systemError;

base::Result<void> syncPath(const QString &path, int flags)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | flags);
    if (fd < 0)
        return systemError(errno, path);
    const int error = ::fsync(fd) == 0 ? 0 : errno;
    ::close(fd);
    // A file system that cannot do it (some network ones, for folders) says EINVAL.
    if (error != 0 && error != EINVAL)
        return systemError(error, path);
    return {};
}

/// FAT and its like have neither link() nor, in older kernels, a rename that refuses: the name is taken first by an empty file
/// of our own, which the rename then replaces.
base::Result<void> renameOverOwn(const QByteArray &source, const QByteArray &target, const QString &to)
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

base::Result<void> syncFile(const QString &path)
{
    return syncPath(path, O_NOFOLLOW);
}

base::Result<void> syncFolder(const QString &path)
{
    return syncPath(path, O_DIRECTORY);
}

base::Result<void> renameWithoutReplacing(const QString &from, const QString &to)
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

} // namespace transfer
