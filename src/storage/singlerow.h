// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sqliteerror.h"
#include "storage/statement.h"

namespace storage {

/// The body of a table that always holds one row; IntegrityFailure naming the table when the row is gone.
[[nodiscard]] inline base::Result<QByteArray> singleBody(Statement &statement, const QString &table)
{
    LATCHKEY_CHECK(statement.execute());
    const Cursor cursor(statement);
    LATCHKEY_TRY(const bool found, statement.next());
    if (!found)
        return damaged(QStringLiteral("%1: the row is missing").arg(table));
    return statement.blob(0);
}

} // namespace storage
