// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QString>

#include <cstdint>

// What files that must not get lost ask of the operating system beyond QFile. filesystem_linux.cpp or filesystem_generic.cpp,
// chosen by CMake. Any thread.

namespace base {

/// Flushes a file's data, or a folder's entries, to the disk. DiskFull where the system only now finds that there is no room. Where
/// fileSyncAvailable() is false it only looks whether the path is there: after a loss of power the newest file may be missing.
[[nodiscard]] Result<void> syncFile(const QString &path);
[[nodiscard]] Result<void> syncFolder(const QString &path);
[[nodiscard]] bool fileSyncAvailable() noexcept;

/// Renames within one folder; AlreadyExists, and nothing happens, when anything stands at `to`.
[[nodiscard]] Result<void> renameWithoutReplacing(const QString &from, const QString &to);

/// False when surely no such process is there.
[[nodiscard]] bool processMayLive(std::int64_t pid);

} // namespace base
