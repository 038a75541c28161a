// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/connection.h"

#include "base/log.h"
#include "storage/sqliteerror.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <QVariant>

#include <array>
#include <tuple>
#include <utility>

namespace storage {

namespace {

using base::ErrorCode;

// A reader that holds up a checkpoint is waited for only shortly: nobody should see a window hang at the lock.
constexpr std::chrono::milliseconds kCheckpointWait{200};

// https://sqlite.org/pragma.html. None of these writes to the file. journal_size_limit=0 makes the first commit after a
// checkpoint cut the WAL, so that old ciphertext does not outlive it there. cache_size: 16 MiB hold the name index of 100 000
// credentials, which a rotation rewrites in no order; a small vault never has so many pages.
constexpr std::array kPragmas{
    "PRAGMA trusted_schema=OFF",   "PRAGMA cell_size_check=ON", "PRAGMA mmap_size=0",
    "PRAGMA temp_store=MEMORY",    "PRAGMA foreign_keys=ON",    "PRAGMA secure_delete=ON",
    "PRAGMA journal_size_limit=0", "PRAGMA synchronous=FULL",   "PRAGMA wal_autocheckpoint=1000",
    "PRAGMA locking_mode=NORMAL",  "PRAGMA cache_size=-16384",
};

QString uriOf(const QString &path, Connection::Mode mode)
{
    QUrl url = QUrl::fromLocalFile(path);
    switch (mode) {
    case Connection::Mode::ReadWrite:
        url.setQuery(QStringLiteral("mode=rw"));
        break;
    case Connection::Mode::ReadOnly:
        url.setQuery(QStringLiteral("mode=ro"));
        break;
    case Connection::Mode::Immutable:
        url.setQuery(QStringLiteral("mode=ro&immutable=1"));
        break;
    }
    return url.toString(QUrl::FullyEncoded);
}

} // namespace

Connection::Connection(QString path, Mode mode, std::chrono::milliseconds busyTimeout)
    : m_path(std::move(path))
    , m_mode(mode)
    , m_busyTimeout(busyTimeout)
{
    // The address is unique as long as the object lives, and the connection is removed with it.
    m_name = QStringLiteral("latchkey-storage-%1").arg(reinterpret_cast<quintptr>(this), 0, 16);
}

Connection::~Connection()
{
    if (m_database.isOpen() && !isReadOnly()) {
        setBusyTimeout(std::chrono::milliseconds{0});
        // Fails when somebody else is reading; he will do it when he closes.
        if (const auto truncated = run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")); !truncated)
            qCDebug(base::lcStorage, "closing without a checkpoint: %ls", qUtf16Printable(truncated.error().detail));
    }
    m_database.close();
    m_database = QSqlDatabase();
    if (QSqlDatabase::contains(m_name))
        QSqlDatabase::removeDatabase(m_name);
}

base::Result<std::unique_ptr<Connection>> Connection::open(const QString &path, Mode mode,
                                                           std::chrono::milliseconds busyTimeout)
{
    std::unique_ptr<Connection> connection(new Connection(path, mode, busyTimeout));
    LATCHKEY_CHECK(connection->connect());
    LATCHKEY_CHECK(connection->applyPragmas());
    return connection;
}

base::Result<void> Connection::connect()
{
    if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QSQLITE")))
        return base::fail(ErrorCode::Internal, QStringLiteral("Qt's SQLite driver is not installed"));
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    m_database.setDatabaseName(uriOf(m_path, m_mode));
    m_database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1").arg(m_busyTimeout.count()));
    if (!m_database.open())
        return std::unexpected(sqliteError(m_database.lastError(), m_path));
    return {};
}

base::Result<void> Connection::applyPragmas() const
{
    for (const char *pragma : kPragmas)
        LATCHKEY_CHECK(run(QLatin1StringView(pragma)));
    if (isReadOnly())
        LATCHKEY_CHECK(run(QStringLiteral("PRAGMA query_only=ON")));
    return {};
}

base::Result<void> Connection::run(const QString &sql) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return std::unexpected(sqliteError(query.lastError(), m_path));
    return {};
}

base::Result<qint64> Connection::number(const QString &sql) const
{
    LATCHKEY_TRY(const QString value, text(sql));
    bool isNumber = false;
    const qint64 out = value.toLongLong(&isNumber);
    if (!isNumber)
        return damaged(QStringLiteral("%1: no answer about its structure").arg(m_path));
    return out;
}

base::Result<QString> Connection::text(const QString &sql) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(sql) || (!query.next() && query.lastError().isValid()))
        return std::unexpected(sqliteError(query.lastError(), m_path));
    if (!query.isValid())
        return damaged(QStringLiteral("%1: no answer about its structure").arg(m_path));
    return query.value(0).toString();
}

base::Result<void> Connection::enableWal() const
{
    LATCHKEY_TRY(const QString mode, text(QStringLiteral("PRAGMA journal_mode=WAL")));
    // Answered with the old mode where WAL is impossible: file systems without shared memory, mostly network ones.
    if (mode != QLatin1StringView("wal"))
        return base::fail(ErrorCode::IoFailure,
                          QStringLiteral("%1: this file system cannot hold a write-ahead log").arg(m_path));
    return {};
}

base::Result<void> Connection::requireWritable() const
{
    setBusyTimeout(std::chrono::milliseconds{0});
    const auto tried = run(QStringLiteral("DELETE FROM header WHERE 0"));
    setBusyTimeout(m_busyTimeout);
    // Whatever else is in the way will be told when something is to be written.
    if (!tried && tried.error().code == ErrorCode::ReadOnly)
        return damaged(QStringLiteral("%1: its header forbids writing").arg(m_path));
    return {};
}

base::Result<void> Connection::setDurable(bool durable)
{
    if (durable == m_durable)
        return {};
    LATCHKEY_CHECK(run(durable ? QStringLiteral("PRAGMA synchronous=FULL") : QStringLiteral("PRAGMA synchronous=NORMAL")));
    m_durable = durable;
    return {};
}

base::Result<void> Connection::checkpointTruncate() const
{
    if (isReadOnly())
        return base::fail(ErrorCode::ReadOnly, m_path);
    setBusyTimeout(qMin(m_busyTimeout, kCheckpointWait));
    const auto busy = number(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")); // row: busy, frames in WAL, frames copied
    setBusyTimeout(m_busyTimeout);
    if (!busy)
        return std::unexpected(busy.error());
    if (*busy != 0)
        return base::fail(ErrorCode::Busy, QStringLiteral("%1: another program is reading").arg(m_path));
    return {};
}

base::Result<void> Connection::checkpointPassive() const
{
    return run(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)"));
}

void Connection::limitWaiting(std::chrono::milliseconds most)
{
    m_busyTimeout = qMin(m_busyTimeout, most);
    setBusyTimeout(m_busyTimeout);
}

void Connection::setBusyTimeout(std::chrono::milliseconds timeout) const
{
    // Cannot fail: it sets a number in the connection.
    std::ignore = run(QStringLiteral("PRAGMA busy_timeout=%1").arg(timeout.count()));
}

} // namespace storage
