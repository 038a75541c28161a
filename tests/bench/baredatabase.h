// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/randomsource.h"

#include <QSqlDatabase>
#include <QSqlQuery>

namespace bench {

/// A file in SQLite and nothing around it, for what stands beside the figures of a vault. Ends the program when a statement
/// fails. One thread; one at a time.
class BareDatabase final {
public:
    explicit BareDatabase(const QString &file);
    ~BareDatabase();
    Q_DISABLE_COPY_MOVE(BareDatabase)

    [[nodiscard]] QString file() const { return m_database.databaseName(); }
    /// The query must be gone before the database is.
    [[nodiscard]] QSqlQuery prepared(const QString &sql) const;
    static void run(QSqlQuery &query, const QVariantList &values);
    void runText(const QString &sql) const;
    /// The first column of the first row.
    [[nodiscard]] qint64 number(const QString &sql) const;
    [[nodiscard]] QByteArray random(qint64 length);

private:
    base::SystemRandomSource m_random;
    QSqlDatabase m_database;
};

} // namespace bench
