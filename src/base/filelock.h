// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QString>

#include <chrono>
#include <memory>

namespace base {

/// An advisory lock between processes and between threads, on a file that holds nothing. Held as long as the object lives;
/// the system releases it when the process dies, however it dies. Nobody deletes the file by hand: removing it while
/// another process waits for it would let two holders in. Not thread-safe itself.
class FileLock final {
public:
    /// Creates the file (mode 0600; its folder exists) when needed and locks it. Blocks for at most `timeout`, so only zero
    /// is for a GUI thread. Busy when somebody else still holds it then, UnsafePermissions when a link stands at the path,
    /// IoFailure when it cannot be opened.
    [[nodiscard]] static Result<FileLock> acquire(const QString &path, std::chrono::milliseconds timeout);

    FileLock(FileLock &&) noexcept;
    FileLock &operator=(FileLock &&) noexcept;
    ~FileLock();

private:
    struct Handle;
    explicit FileLock(std::unique_ptr<Handle> handle) noexcept;

    std::unique_ptr<Handle> m_handle;
};

} // namespace base
