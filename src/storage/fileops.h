// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QString>

#include <cstdint>

// What the vault file asks of the operating system beyond QFile. fileops_linux.cpp or fileops_generic.cpp, chosen by CMake.

namespace storage {

/// Tells one file from another that took its name. All zero where the system offers no such thing.
struct FileIdentity {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;

    friend bool operator==(const FileIdentity &, const FileIdentity &) = default;
};

/// A file that may be opened as a vault.
struct VaultFileFacts {
    QString realPath; ///< absolute, links resolved
    FileIdentity identity;
    bool writable = false; ///< file and folder
};

/// False only when surely nothing stands at the path, not even a dangling link: what may not be looked at is there.
[[nodiscard]] bool somethingStandsAt(const QString &path);

/// Judges what stands at the path without opening it. NotInitialized: nothing. NotAVault: no regular file, or an empty one, or a
/// dangling link. UnsafePermissions: file or folder belongs to somebody else, or others may write to it.
[[nodiscard]] base::Result<VaultFileFacts> inspectVaultFile(const QString &path);

/// Success when nothing stands at the path or a regular file (no link) of ours that others cannot write; else UnsafePermissions.
[[nodiscard]] base::Result<void> inspectCompanion(const QString &path);

/// IoFailure when the path cannot be looked at.
[[nodiscard]] base::Result<FileIdentity> identityOf(const QString &path);

/// A second name for the same file, in the same folder; AlreadyExists, and nothing happens, when anything stands at `name`.
[[nodiscard]] base::Result<void> keepUnder(const QString &path, const QString &name);
/// Renames within one folder; what stands at `to` loses that name in the same moment.
[[nodiscard]] base::Result<void> renameReplacing(const QString &from, const QString &to);

/// Gives the file (created 0600 when missing) that many bytes of real disk space. DiskFull leaves it empty.
[[nodiscard]] base::Result<void> allocateFile(const QString &path, std::int64_t bytes);
/// Bytes of disk space behind the file; 0 when it is missing.
[[nodiscard]] std::int64_t allocatedBytes(const QString &path);
/// True when the system refuses the folder some pages more for want of disk space or quota. Leaves nothing behind.
[[nodiscard]] bool diskHasNoRoom(const QString &folder);

} // namespace storage
