// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlitefernetdatabase.h"

#include "storage/connection.h"
#include "storage/statement.h"

#include <QFileInfo>
#include <QMap>

namespace storage {

namespace {

using base::ErrorCode;
using base::fail;
using base::Result;
using transfer::ports::FernetRow;

constexpr qint64 kLargestFile = qint64{64} << 20;
constexpr qsizetype kMostRows = 100'000;

std::unexpected<base::Error> isNone(const QString &why)
{
    return fail(ErrorCode::InvalidArgument, QStringLiteral("not a database of Fernet tokens: %1").arg(why));
}

/// Damage to a file that is only read in is a fault of that file, not of the vault.
base::Error inWords(const base::Error &error)
{
    if (error.code == ErrorCode::IntegrityFailure || error.code == ErrorCode::NotAVault)
        return isNone(QStringLiteral("it is damaged")).error();
    return error;
}

/// The immutable way sees the main file alone; what a program has not yet put there would be missing without a word.
Result<void> requireSettled(const QString &path)
{
    const QFileInfo file(path);
    if (!file.isFile())
        return fail(ErrorCode::IoFailure, path + QStringLiteral(": no such file"));
    if (file.size() > kLargestFile)
        return isNone(QStringLiteral("it is too large"));
    for (const char *suffix : {"-wal", "-journal"}) {
        const QFileInfo beside(path + QLatin1StringView(suffix));
        if (beside.exists() && beside.size() > 0)
            return fail(ErrorCode::Busy, beside.filePath());
    }
    return {};
}

/// Name of each column -> whether it is an ordinary one.
Result<QMap<QString, bool>> columns(const Connection &connection)
{
    Statement kind(connection.database(),
                   QStringLiteral("SELECT sql FROM sqlite_schema WHERE type='table' AND name='secrets'"));
    {
        const Cursor cursor(kind);
        LATCHKEY_CHECK(kind.execute());
        LATCHKEY_TRY(const bool found, kind.next());
        // A virtual table is code; anything that is not a table at all has not been found.
        if (!found || !kind.text(0).trimmed().startsWith(QLatin1StringView("CREATE TABLE"), Qt::CaseInsensitive))
            return isNone(QStringLiteral("it has no table \"secrets\""));
    }
    Statement info(connection.database(), QStringLiteral("SELECT name, hidden FROM pragma_table_xinfo('secrets')"));
    const Cursor cursor(info);
    LATCHKEY_CHECK(info.execute());
    QMap<QString, bool> out;
    for (;;) {
        LATCHKEY_TRY(const bool more, info.next());
        if (!more)
            return out;
        out.insert(info.text(0).toLower(), info.text(1) == QLatin1StringView("0"));
    }
}

/// What was cut off might be rows, and SQLite would not miss them before it meets their pages.
Result<void> requireWhole(const Connection &connection)
{
    LATCHKEY_TRY(const qint64 pages, connection.number(QStringLiteral("PRAGMA page_count")));
    LATCHKEY_TRY(const qint64 pageSize, connection.number(QStringLiteral("PRAGMA page_size")));
    if (QFileInfo(connection.path()).size() < pages * pageSize)
        return isNone(QStringLiteral("it is cut off"));
    return {};
}

Result<QList<FernetRow>> rows(const Connection &connection)
{
    LATCHKEY_CHECK(requireWhole(connection));
    LATCHKEY_TRY(const auto all, columns(connection));
    const auto has = [&all](const char *name) { return all.value(QLatin1StringView(name), false); };
    if (!has("name") || !has("encrypted_value"))
        return isNone(QStringLiteral("it lacks the columns \"name\" and \"encrypted_value\""));
    const QString sql = QStringLiteral(
                            "SELECT CAST(name AS TEXT), %1, CAST(encrypted_value AS TEXT) FROM secrets ORDER BY %2")
                            .arg(has("description") ? QStringLiteral("CAST(description AS TEXT)") : QStringLiteral("''"),
                                 has("id") ? QStringLiteral("id") : QStringLiteral("name"));
    Statement statement(connection.database(), sql);
    const Cursor cursor(statement);
    LATCHKEY_CHECK(statement.execute());
    QList<FernetRow> out;
    for (;;) {
        LATCHKEY_TRY(const bool more, statement.next());
        if (!more)
            return out;
        if (out.size() == kMostRows)
            return isNone(QStringLiteral("it is too large"));
        out << FernetRow{statement.text(0), statement.text(1), statement.text(2).toUtf8()};
    }
}

} // namespace

Result<QList<FernetRow>> SqliteFernetDatabase::read(const QString &path)
{
    LATCHKEY_CHECK(requireSettled(path));
    const auto connection = Connection::open(path, Connection::Mode::Immutable, std::chrono::milliseconds{0});
    if (!connection)
        return std::unexpected(inWords(connection.error()));
    auto found = rows(**connection);
    if (!found)
        return std::unexpected(inWords(found.error()));
    return found;
}

} // namespace storage
