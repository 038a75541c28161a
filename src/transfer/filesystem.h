// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QString>

#include <cstdint>

// What a new file asks of the operating system beyond QFile. filesystem_linux.cpp or filesystem_generic.cpp, chosen by CMake.

namespace transfer {

/// Flushes a file's data, or a folder's entries, to the disk. DiskFull where the system only now finds that there is no room.
[[nodiscard]] base::Result<void> syncFile(const QString &path);
[[nodiscard]] base::Result<void> syncFolder(const QString &path);

/// Renames within one folder; AlreadyExists, and nothing happens, when anything stands at `to`.
[[nodiscard]] base::Result<void> renameWithoutReplacing(const QString &from, const QString &to);

/// False when surely no such process is there.
[[nodiscard]] bool processMayLive(std::int64_t pid);

} // namespace transfer
