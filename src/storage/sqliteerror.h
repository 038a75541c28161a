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

/// True when giving back disk space may let the same call succeed: SQLITE_FULL, and failed writes, which is how a quota or a
/// file size limit looks like.
[[nodiscard]] bool isOutOfSpace(const QSqlError &error);

/// IntegrityFailure with the place that is damaged.
[[nodiscard]] std::unexpected<base::Error> damaged(const QString &what);

} // namespace storage
