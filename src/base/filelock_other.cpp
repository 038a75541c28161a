// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/filelock.h"

#include <QFileInfo>
#include <QLockFile>

namespace base {

// Systems without flock(2). QLockFile finds a lock left by a dead process by its pid; a stale time of zero keeps it from
// taking the lock of a process that merely works for long.
struct FileLock::Handle {
    explicit Handle(const QString &path) : file(path) { file.setStaleLockTime(0); }
    QLockFile file;
};

FileLock::FileLock(std::unique_ptr<Handle> handle) noexcept : m_handle(std::move(handle))
{
}
FileLock::FileLock(FileLock &&) noexcept = default;
FileLock &FileLock::operator=(FileLock &&) noexcept = default;
FileLock::~FileLock() = default;

Result<FileLock> FileLock::acquire(const QString &path, std::chrono::milliseconds timeout)
{
    if (QFileInfo(path).isSymLink())
        return fail(ErrorCode::UnsafePermissions, path);
    auto handle = std::make_unique<Handle>(path);
    if (handle->file.tryLock(static_cast<int>(timeout.count())))
        return FileLock(std::move(handle));
    return fail(handle->file.error() == QLockFile::LockFailedError ? ErrorCode::Busy : ErrorCode::IoFailure, path);
}

} // namespace base
