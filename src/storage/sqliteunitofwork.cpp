// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqliteunitofwork.h"

#include "base/filesystem.h"
#include "base/log.h"
#include "storage/schema.h"
#include "storage/sqliteerror.h"

#include <QFileInfo>

#include <limits>
#include <tuple>
#include <utility>

namespace storage {

using base::ErrorCode;
using vault::ports::CommitClass;

namespace {

constexpr int kReleasesPerCheckpoint = 10;

} // namespace

SqliteUnitOfWork::SqliteUnitOfWork(Connection &connection, WriteLog &writes, SpaceReserve &reserve, FileIdentity identity)
    : m_connection(connection)
    , m_writes(writes)
    , m_reserve(reserve)
    , m_identity(identity)
    , m_statements(connection)
    , m_dataVersion(connection.database(), QStringLiteral("PRAGMA data_version"))
{
}

base::Result<void> SqliteUnitOfWork::begin(CommitClass commitClass)
{
    if (m_transaction)
        return base::fail(ErrorCode::Internal, QStringLiteral("a transaction is open already"));
    if (m_refusedInLog)
        takeRefusedOut();
    if (commitClass != CommitClass::Snapshot)
        LATCHKEY_CHECK(prepareToWrite(commitClass));
    m_class = commitClass;
    LATCHKEY_CHECK(openTransaction());
    // This is the first read too, and fixes the moment that a snapshot shows.
    if (auto judged = judgeForeignChange(); !judged) {
        rollback();
        return judged;
    }
    if (commitClass != CommitClass::Snapshot)
        m_writes.setMode(commitClass == CommitClass::Release ? WriteLog::Mode::Recording : WriteLog::Mode::Writing);
    return {};
}

base::Result<void> SqliteUnitOfWork::commit()
{
    if (!m_transaction)
        return base::fail(ErrorCode::Internal, QStringLiteral("no transaction is open"));
    auto committed = m_transaction->commit();
    m_transaction.reset();
    const bool isShort = !committed && ranOut(m_statements.commit);
    if (isShort && m_class == CommitClass::Release)
        committed = repeatRelease();
    if (!committed && isShort && committed.error().code == ErrorCode::IoFailure)
        committed.error().code = ErrorCode::DiskFull; // a quota, of which SQLite knows nothing
    m_writes.setMode(WriteLog::Mode::Closed);
    if (!committed) {
        if (m_class != CommitClass::Snapshot)
            takeRefusedOut();
        return committed;
    }
    if (m_class == CommitClass::Release)
        afterRelease();
    else if (m_class == CommitClass::Change)
        afterChange();
    return {};
}

void SqliteUnitOfWork::rollback() noexcept
{
    m_transaction.reset();
    m_writes.setMode(WriteLog::Mode::Closed);
}

base::Result<std::int64_t> SqliteUnitOfWork::dataVersion()
{
    LATCHKEY_CHECK(m_dataVersion.execute());
    const Cursor cursor(m_dataVersion);
    LATCHKEY_TRY(const bool found, m_dataVersion.next());
    if (!found)
        return damaged(QStringLiteral("data version"));
    return m_dataVersion.integer(0, std::numeric_limits<std::int64_t>::max());
}

base::Result<void> SqliteUnitOfWork::syncReleases()
{
    if (m_connection.isReadOnly())
        return {};
    // Where there is no fsync to call, a checkpoint makes SQLite call its own.
    if (!base::fileSyncAvailable())
        return m_connection.checkpointPassive();
    const QString wal = m_connection.path() + QStringLiteral("-wal");
    if (!QFileInfo::exists(wal))
        return {};
    LATCHKEY_CHECK(base::syncFile(wal));
    // Commits without fsync never flushed the entry of a new WAL file either.
    return base::syncFolder(QFileInfo(wal).absolutePath());
}

/// A commit that failed when it was flushed stands in the log all the same, and whoever opens the vault after a crash would find it
/// committed: long after its author was told that nothing was changed, and has forgotten the keys that came with it.
void SqliteUnitOfWork::takeRefusedOut()
{
    const auto emptied = m_connection.checkpointTruncate();
    m_refusedInLog = !emptied;
    if (!emptied)
        qCWarning(base::lcStorage, "what was refused is still in the log: %ls", qUtf16Printable(emptied.error().detail));
}

base::Result<void> SqliteUnitOfWork::prepareToWrite(CommitClass commitClass)
{
    // SQLite would open a read transaction without a word here.
    if (m_connection.isReadOnly())
        return base::fail(ErrorCode::ReadOnly, m_connection.path());
    LATCHKEY_CHECK(checkStillInPlace());
    return m_connection.setDurable(commitClass == CommitClass::Change);
}

base::Result<void> SqliteUnitOfWork::checkStillInPlace() const
{
    // SQLite in WAL mode goes on writing into a file that was renamed or deleted under it; the change would be lost.
    const auto now = identityOf(m_connection.path());
    if (!now || *now != m_identity)
        return base::fail(ErrorCode::IoFailure, QStringLiteral("%1: moved, deleted or replaced").arg(m_connection.path()));
    return {};
}

base::Result<void> SqliteUnitOfWork::openTransaction()
{
    auto opened = m_class == CommitClass::Snapshot ? Transaction::beginRead(m_statements) : Transaction::begin(m_statements);
    if (!opened && m_class == CommitClass::Release && ranOut(m_statements.begin)) {
        LATCHKEY_CHECK(makeRoom());
        LATCHKEY_TRY(Transaction again, Transaction::begin(m_statements));
        m_transaction.emplace(std::move(again));
        return {};
    }
    if (!opened)
        return std::unexpected(opened.error());
    m_transaction.emplace(*std::move(opened));
    return {};
}

base::Result<void> SqliteUnitOfWork::judgeForeignChange()
{
    LATCHKEY_TRY(const std::int64_t version, dataVersion());
    if (m_seenVersion == version)
        return {};
    LATCHKEY_CHECK(verifySchema(m_connection));
    m_seenVersion = version;
    return {};
}

/// A limit on the size of files and a disk that breaks get nothing better by the reserve, and a quota does.
bool SqliteUnitOfWork::ranOut(const Statement &failed) const
{
    return failed.outOfSpace() || (failed.writeFailed() && diskHasNoRoom(QFileInfo(m_connection.path()).absolutePath()));
}

base::Result<void> SqliteUnitOfWork::makeRoom()
{
    if (!m_short)
        qCWarning(base::lcStorage, "the disk is full: the reserve is given back so that releases are still logged");
    // Also when it was given back before: another program of ours may have made it again when it closed the vault.
    m_reserve.spend();
    // Should the reserve be gone already, let the WAL be used again from its start.
    if (m_short)
        return m_connection.checkpointPassive();
    beginShortage();
    return {};
}

void SqliteUnitOfWork::beginShortage()
{
    m_short = true;
    // From now on the WAL keeps the blocks it has: cut and grown again, somebody else could take them in between.
    // Cannot fail: it sets a number in the connection.
    std::ignore = m_connection.run(QStringLiteral("PRAGMA journal_size_limit=-1"));
}

void SqliteUnitOfWork::endShortage()
{
    m_short = false;
    m_releasesSinceCheckpoint = 0;
    // Cannot fail: it sets a number in the connection. And the commit before it has succeeded, whatever happens here.
    std::ignore = m_connection.run(QStringLiteral("PRAGMA journal_size_limit=0"));
}

base::Result<void> SqliteUnitOfWork::repeatRelease()
{
    LATCHKEY_CHECK(makeRoom());
    const std::optional<std::int64_t> before = m_seenVersion;
    LATCHKEY_TRY(Transaction transaction, Transaction::begin(m_statements));
    LATCHKEY_TRY(const std::int64_t now, dataVersion());
    // The lock was lost with the rollback; what another program committed meanwhile makes our head row stale.
    if (before != now)
        return base::fail(ErrorCode::Busy, QStringLiteral("another program wrote while the disk was full"));
    LATCHKEY_CHECK(m_writes.replay());
    return transaction.commit();
}

void SqliteUnitOfWork::afterChange()
{
    if (!m_reserve.isSpent())
        return;
    // A durable change found space; there may be enough for the reserve again.
    m_reserve.ensure();
    if (m_short && !m_reserve.isSpent())
        endShortage();
}

void SqliteUnitOfWork::afterRelease()
{
    if (!m_short || ++m_releasesSinceCheckpoint < kReleasesPerCheckpoint)
        return;
    m_releasesSinceCheckpoint = 0;
    if (const auto copied = m_connection.checkpointPassive(); !copied)
        qCDebug(base::lcStorage, "checkpoint on a full disk: %ls", qUtf16Printable(copied.error().detail));
}

} // namespace storage
