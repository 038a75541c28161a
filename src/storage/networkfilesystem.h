// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QString>

#include <functional>

// A vault keeps what was written last in a write-ahead log, whose index is memory that all programs share which have the vault
// open (https://sqlite.org/wal.html). Programs on two computers share no memory: they would write over each other.

namespace storage {

/// Name of the file system that the path, or the nearest folder above it that is there, stands on: "ext4", "nfs",
/// "fuse.sshfs". Empty when the system does not tell.
[[nodiscard]] QString fileSystemTypeAt(const QString &path);

/// For one whose files other computers may have open at the same time. False for FUSE file systems that are not known by name.
[[nodiscard]] bool isNetworkFileSystem(const QString &type);

/// How a file system is told; tests play another one.
using FileSystemTypes = std::function<QString(const QString &path)>;

/// IoFailure with the detail "network_file_system" where a vault would not be safe.
[[nodiscard]] base::Result<void> requireLocalFileSystem(const QString &path,
                                                        const FileSystemTypes &typeAt = fileSystemTypeAt);

} // namespace storage
