// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/filelock.h"

#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <thread>

namespace base {

// flock(2) rather than fcntl(2) record locks: it belongs to the open file, so two threads exclude each other too and closing
// an unrelated descriptor of the same file does not drop it.
struct FileLock::Handle {
    explicit Handle(int descriptor) noexcept : fd(descriptor) {}
    Q_DISABLE_COPY_MOVE(Handle)
    ~Handle()
    {
        if (fd < 0)
            return;
        // A child between fork and exec shares the open file: unlock by name, closing alone would leave it held until exec.
        ::flock(fd, LOCK_UN);
        ::close(fd);
    }
    int fd;
};

namespace {

constexpr std::chrono::milliseconds kPoll{10};

Error openError(const QString &path, int number)
{
    const ErrorCode code = number == ELOOP ? ErrorCode::UnsafePermissions : ErrorCode::IoFailure;
    return {code, path + QStringLiteral(": ") + QString::fromLocal8Bit(std::strerror(number))};
}

/// False when the file was removed or replaced between open and lock: whoever comes next would lock another file.
bool stillAtPath(int fd, const QByteArray &path)
{
    struct stat opened{};
    struct stat named{};
    return ::fstat(fd, &opened) == 0 && ::stat(path.constData(), &named) == 0 && opened.st_ino == named.st_ino
        && opened.st_dev == named.st_dev;
}

} // namespace

FileLock::FileLock(std::unique_ptr<Handle> handle) noexcept : m_handle(std::move(handle))
{
}
FileLock::FileLock(FileLock &&) noexcept = default;
FileLock &FileLock::operator=(FileLock &&) noexcept = default;
FileLock::~FileLock() = default;

Result<FileLock> FileLock::acquire(const QString &path, std::chrono::milliseconds timeout)
{
    const QByteArray native = QFile::encodeName(path);
    const auto deadline = std::chrono::steady_clock::now() + timeout;
    for (;;) {
        auto handle = std::make_unique<Handle>(::open(native.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
        if (handle->fd < 0)
            return std::unexpected(openError(path, errno));
        while (::flock(handle->fd, LOCK_EX | LOCK_NB) != 0) {
            if (errno != EWOULDBLOCK && errno != EINTR)
                return std::unexpected(openError(path, errno));
            if (std::chrono::steady_clock::now() >= deadline)
                return fail(ErrorCode::Busy, path);
            std::this_thread::sleep_for(kPoll);
        }
        if (stillAtPath(handle->fd, native))
            return FileLock(std::move(handle));
    }
}

} // namespace base
