// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"

namespace storage {

/// "LKV1"; a hint for file(1) and for the words of an error, the version that counts stands authenticated in the header row.
constexpr qint64 kApplicationId = 0x4c4b5631;
constexpr qint64 kUserVersion = 1;
constexpr qint64 kPageSize = 4096;

/// Writes page size, ids and all tables into an empty database.
[[nodiscard]] base::Result<void> createSchema(const Connection &connection);

/// Compares sqlite_schema with the text of this program, before any row is read: a trigger, a view or a changed column could
/// otherwise act on what the vault reads and writes. NotAVault for a database of somebody else (other application id),
/// IntegrityFailure naming the object for one of ours that was changed.
[[nodiscard]] base::Result<void> verifySchema(const Connection &connection);

} // namespace storage
