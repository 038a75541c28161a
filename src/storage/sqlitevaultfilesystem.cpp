// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlitevaultfilesystem.h"

#include "base/filesystem.h"
#include "base/log.h"
#include "base/privatefile.h"
#include "storage/connection.h"
#include "storage/fileops.h"
#include "storage/schema.h"
#include "storage/spacereserve.h"
#include "storage/sqliteerror.h"
#include "storage/sqlitevaultfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <utility>

namespace storage {

using base::ErrorCode;
using vault::ports::VaultFile;

namespace {

using Mode = Connection::Mode;

QString walOf(const QString &path)
{
    return path + QStringLiteral("-wal");
}

bool hasWal(const QString &path)
{
    return QFileInfo(walOf(path)).size() > 0;
}

// SQLite would follow a link and write into whatever stands under these names, and roll a journal back before we could look.
base::Result<void> judgeCompanions(const QString &path)
{
    LATCHKEY_CHECK(inspectCompanion(walOf(path)));
    LATCHKEY_CHECK(inspectCompanion(path + QStringLiteral("-shm")));
    const QString journal = path + QStringLiteral("-journal");
    if (QFileInfo(journal).isSymLink() || QFileInfo::exists(journal))
        return damaged(QStringLiteral("%1: a vault never has a rollback journal").arg(journal));
    return {};
}

base::Result<void> probeOnce(const QString &path, Mode mode, std::chrono::milliseconds timeout)
{
    LATCHKEY_TRY(const std::unique_ptr<Connection> connection, Connection::open(path, mode, timeout));
    return verifySchema(*connection);
}

/// Judges the schema in a way that leaves a file that is not ours untouched. The raw bytes are not read by us: closing a file
/// descriptor would drop every lock that SQLite holds on the same file elsewhere in this process (POSIX advisory locks).
base::Result<void> probe(const QString &path, std::chrono::milliseconds timeout)
{
    constexpr int kAttempts = 3;
    base::Result<void> judged;
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        const bool wal = hasWal(path);
        judged = probeOnce(path, wal ? Mode::ReadOnly : Mode::Immutable, timeout);
        if (judged)
            return judged;
        if (!judged.error().detail.startsWith(path))
            judged.error().detail.prepend(path + QStringLiteral(": "));
        if (wal || judged.error().code == ErrorCode::NotAVault)
            return judged;
        // Read without a lock: another program may just have been copying its WAL. Look again.
    }
    return judged;
}

base::Result<std::unique_ptr<Connection>> connectTo(const VaultFileFacts &file, std::chrono::milliseconds timeout)
{
    LATCHKEY_CHECK(probe(file.realPath, timeout));
    // Without a lock only where nobody of us can write: what is read so shows no change of others, nor that the file may be
    // written again.
    if (!file.writable) {
        const bool wal = hasWal(file.realPath);
        auto connection = Connection::open(file.realPath, wal ? Mode::ReadOnly : Mode::Immutable, timeout);
        return connection;
    }
    LATCHKEY_TRY(std::unique_ptr<Connection> connection, Connection::open(file.realPath, Mode::ReadWrite, timeout));
    // Once more through the connection that will be used, now with its locks.
    LATCHKEY_CHECK(verifySchema(*connection));
    LATCHKEY_CHECK(connection->enableWal());
    LATCHKEY_CHECK(connection->requireWritable());
    return connection;
}

/// On a full disk SQLite has no room for its -shm file, and the reserve is given back for it. Without one the vault is not opened,
/// not even for reading: that needs the -shm file too, or has no lock and goes stale while others write.
base::Result<std::unique_ptr<Connection>> connectMakingRoom(const VaultFileFacts &file, std::chrono::milliseconds timeout)
{
    const auto isShort = [](const auto &connected) { return !connected && connected.error().code == ErrorCode::DiskFull; };
    auto connection = connectTo(file, timeout);
    if (!isShort(connection) || !file.writable || !diskHasNoRoom(QFileInfo(file.realPath).absolutePath()))
        return connection;
    qCInfo(base::lcStorage, "the disk is full: the reserve is given back so that the vault can be opened");
    SpaceReserve(file.realPath, true).spend();
    return connectTo(file, timeout);
}

QString temporaryPattern(const QString &path)
{
    return QFileInfo(path).fileName() + QStringLiteral(".new-");
}

// A creation that was killed leaves its file; the name tells whose it is.
void removeStaleTemporaries(const QString &path)
{
    const QString start = temporaryPattern(path);
    const QDir folder(QFileInfo(path).absolutePath());
    const QStringList names = folder.entryList({start + QLatin1Char('*')}, QDir::Files | QDir::Hidden | QDir::System);
    for (const QString &name : names) {
        bool isNumber = false;
        const qint64 pid = name.mid(start.size()).section(QLatin1Char('-'), 0, 0).toLongLong(&isNumber);
        if (isNumber && !base::processMayLive(pid))
            QFile::remove(folder.filePath(name));
    }
}

base::Result<QString> newTemporaryFile(const QString &path)
{
    constexpr int kTries = 100;
    const QFileInfo target(path);
    const QString start = QDir(target.absolutePath()).filePath(temporaryPattern(path));
    base::Result<void> created;
    for (int i = 0; i < kTries; ++i) {
        QString name = QStringLiteral("%1%2-%3").arg(start).arg(QCoreApplication::applicationPid()).arg(i);
        created = base::createPrivateFile(name);
        if (created)
            return name;
        if (created.error().code != ErrorCode::AlreadyExists)
            break;
    }
    return std::unexpected(created.error());
}

} // namespace

SqliteVaultFileSystem::SqliteVaultFileSystem(std::chrono::milliseconds busyTimeout, FileSystemTypes typeAt)
    : m_busyTimeout(busyTimeout)
    , m_typeAt(std::move(typeAt))
{
}

bool SqliteVaultFileSystem::exists(const QString &path) const
{
    return somethingStandsAt(path);
}

base::Result<std::unique_ptr<VaultFile>> SqliteVaultFileSystem::createTemporary(const QString &path)
{
    if (exists(path))
        return base::fail(ErrorCode::AlreadyExists, path);
    LATCHKEY_CHECK(requireLocalFileSystem(path, m_typeAt));
    LATCHKEY_CHECK(base::ensurePrivateDirectory(QFileInfo(path).absolutePath()));
    removeStaleTemporaries(path);
    LATCHKEY_TRY(const QString temporary, newTemporaryFile(path));
    auto connection = Connection::open(temporary, Mode::ReadWrite, m_busyTimeout);
    auto made = connection ? createSchema(**connection) : base::Result<void>(std::unexpected(connection.error()));
    const auto identity = identityOf(temporary);
    if (!made || !identity) {
        if (connection)
            connection->reset();
        QFile::remove(temporary);
        return std::unexpected(made ? identity.error() : made.error());
    }
    return std::make_unique<SqliteVaultFile>(*std::move(connection), *identity, true);
}

base::Result<void> SqliteVaultFileSystem::publish(std::unique_ptr<VaultFile> created, const QString &path)
{
    auto *file = dynamic_cast<SqliteVaultFile *>(created.get());
    if (file == nullptr)
        return base::fail(ErrorCode::Internal, QStringLiteral("not a file of this adapter"));
    LATCHKEY_TRY(const QString temporary, file->release());
    if (auto renamed = base::renameWithoutReplacing(temporary, path); !renamed) {
        QFile::remove(temporary);
        return renamed;
    }
    if (const auto synced = base::syncFolder(QFileInfo(path).absolutePath()); !synced)
        qCWarning(base::lcStorage, "the new vault's name may not outlive a loss of power: %ls",
                  qUtf16Printable(synced.error().detail));
    return {};
}

base::Result<void> SqliteVaultFileSystem::settle(const QString &path)
{
    auto opened = open(path);
    if (!opened) {
        // What is damaged, or no vault at all, may be replaced all the same: that is what a backup is for.
        const bool unusable = opened.error().code == ErrorCode::IntegrityFailure
            || opened.error().code == ErrorCode::NotAVault || opened.error().code == ErrorCode::NewerFormat;
        return unusable ? base::Result<void>() : std::unexpected(opened.error());
    }
    const auto copied = (*opened)->checkpoint();
    opened->reset();
    if (!copied)
        return copied;
    // The last one to close a vault takes its log away: either somebody else has it open, or the disk would not.
    return QFileInfo::exists(walOf(path)) ? deleteSideFiles(path) : base::Result<void>();
}

base::Result<void> SqliteVaultFileSystem::replace(std::unique_ptr<VaultFile> created, const QString &path,
                                                  const QString &aside)
{
    auto *file = dynamic_cast<SqliteVaultFile *>(created.get());
    if (file == nullptr)
        return base::fail(ErrorCode::Internal, QStringLiteral("not a file of this adapter"));
    LATCHKEY_TRY(const QString temporary, file->release());
    const auto exchange = [&]() -> base::Result<void> {
        LATCHKEY_CHECK(settle(path));
        // The log of a vault that could not be opened: found beside the new one, SQLite would play it into that.
        for (const QString &end : {QStringLiteral("-wal"), QStringLiteral("-journal")}) {
            if (somethingStandsAt(path + end))
                LATCHKEY_CHECK(keepUnder(path + end, aside + end));
        }
        LATCHKEY_CHECK(keepUnder(path, aside));
        for (const QString &end : {QStringLiteral("-wal"), QStringLiteral("-journal"), QStringLiteral("-shm")})
            QFile::remove(path + end);
        return renameReplacing(temporary, path);
    };
    if (auto done = exchange(); !done) {
        QFile::remove(temporary);
        return done;
    }
    if (const auto synced = base::syncFolder(QFileInfo(path).absolutePath()); !synced)
        qCWarning(base::lcStorage, "the restored vault's name may not outlive a loss of power: %ls",
                  qUtf16Printable(synced.error().detail));
    return {};
}

base::Result<std::unique_ptr<VaultFile>> SqliteVaultFileSystem::open(const QString &path)
{
    LATCHKEY_TRY(const VaultFileFacts file, inspectVaultFile(path));
    LATCHKEY_CHECK(requireLocalFileSystem(file.realPath, m_typeAt)); // where a link leads
    LATCHKEY_CHECK(judgeCompanions(file.realPath));
    LATCHKEY_TRY(std::unique_ptr<Connection> connection, connectMakingRoom(file, m_busyTimeout));
    return std::make_unique<SqliteVaultFile>(std::move(connection), file.identity, false);
}

} // namespace storage
