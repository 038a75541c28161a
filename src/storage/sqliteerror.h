// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QSqlError>
#include <QString>

namespace storage {

/// What a failed SQLite call means. `what` names the file or the part of it for people, never a statement; the detail holds
/// SQLite's own words and number, never a bound value. Codes: https://sqlite.org/rescode.html
[[nodiscard]] base::Error sqliteError(const QSqlError &error, const QString &what);

/// A write that failed for something else than a full disk: a quota, a limit on the size of files, or a disk that breaks. SQLite
/// does not tell which; diskHasNoRoom() does.
[[nodiscard]] bool isFailedWrite(const QSqlError &error);

/// A statement that cannot be executed as things stand (SQLITE_ERROR).
[[nodiscard]] bool isRefused(const QSqlError &error);

/// True when giving back disk space may let the same call succeed.
[[nodiscard]] bool isOutOfSpace(const QSqlError &error);

/// IntegrityFailure with the place that is damaged.
[[nodiscard]] std::unexpected<base::Error> damaged(const QString &what);

} // namespace storage
