// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/error.h"
#include "base/secretbytes.h"

#include <QString>

namespace base {

/// Creates a directory (and its parents) for the owner only, mode 0700; an existing one is left as it is.
/// UnsafePermissions when it exists and others may write to it or own it.
[[nodiscard]] Result<void> ensurePrivateDirectory(const QString &path);

/// Creates an empty file with mode 0600; AlreadyExists when anything, also a dangling link, stands there.
[[nodiscard]] Result<void> createPrivateFile(const QString &path);

/// Writes a new 0600 file, whole and durably (see syncFile()) or not at all: AlreadyExists when anything stands there; a failed
/// write leaves nothing.
[[nodiscard]] Result<void> writeNewPrivateFile(const QString &path, ByteView content);

/// Reads a whole file into secure memory, at most `limit` bytes ("-" is standard input). Exactly one trailing LF or CRLF is
/// dropped when `dropNewline`.
[[nodiscard]] Result<SecretBytes> readSecretFile(const QString &path, std::size_t limit, bool dropNewline);

} // namespace base
