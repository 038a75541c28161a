// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <cstdint>

namespace storage {

/// One prepared statement, compiled at its first use and kept. Belongs to the thread of its connection and must die before it.
/// A query that has returned a row holds a read snapshot until finish(), which stops checkpoints: use a Cursor.
class Statement final {
public:
    Statement(const QSqlDatabase &database, QString sql);

    /// Executes with the values bound in the order of the question marks. An empty byte array is bound as NULL.
    [[nodiscard]] base::Result<void> execute(const QVariantList &values = {});
    /// Moves to the next row; false at the end.
    [[nodiscard]] base::Result<bool> next();
    void finish();

    /// Columns of the current row with their SQLite type checked: anybody could have put anything into a column.
    [[nodiscard]] base::Result<QByteArray> blob(int column) const; ///< BLOB that is not empty
    [[nodiscard]] base::Result<QByteArray> blobOrNull(int column) const;
    [[nodiscard]] base::Result<std::int64_t> integer(int column, std::int64_t max) const; ///< 0..max
    [[nodiscard]] QString text(int column) const;

    /// True when the last execute() failed for want of disk space.
    [[nodiscard]] bool outOfSpace() const;
    /// True when the last execute() was a statement that cannot be executed now, or not at all (SQLITE_ERROR).
    [[nodiscard]] bool wasRefused() const;
    /// True when the last execute() failed to write and SQLite does not tell why; see isFailedWrite().
    [[nodiscard]] bool writeFailed() const;

private:
    [[nodiscard]] base::Error lastError() const;

    QString m_sql;
    QSqlQuery m_query;
    bool m_prepared = false;
};

/// Ends a query when it goes out of scope.
class Cursor final {
public:
    explicit Cursor(Statement &statement) noexcept : m_statement(statement) {}
    ~Cursor() { m_statement.finish(); }
    Q_DISABLE_COPY_MOVE(Cursor)

private:
    Statement &m_statement;
};

} // namespace storage
