// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlitevaultfile.h"

#include "base/filesystem.h"

#include <QFile>
#include <QFileInfo>

#include <utility>

namespace storage {

base::Result<void> deleteSideFiles(const QString &path)
{
    {
        LATCHKEY_TRY(const auto alone, Connection::open(path, Connection::Mode::ReadWrite, std::chrono::milliseconds{0}));
        LATCHKEY_CHECK(alone->run(QStringLiteral("PRAGMA journal_mode=DELETE")));
        LATCHKEY_CHECK(alone->enableWal());
    }
    for (const QLatin1StringView suffix : {QLatin1StringView("-wal"), QLatin1StringView("-shm")}) {
        const QString rest = path + suffix;
        if (QFileInfo::exists(rest) && !QFile::remove(rest))
            return base::fail(base::ErrorCode::IoFailure, QStringLiteral("%1: cannot be deleted").arg(rest));
    }
    return {};
}

SqliteVaultFile::Open::Open(std::unique_ptr<Connection> opened, FileIdentity identity, bool temporary)
    : connection(std::move(opened))
    , reserve(connection->path(), !temporary && !connection->isReadOnly())
    , records(*connection, writes)
    , slotTable(*connection, writes)
    , manifest(*connection, writes)
    , audit(*connection, writes)
    , unitOfWork(*connection, writes, reserve, identity)
{
    if (!reserve.ensure())
        unitOfWork.beginShortage();
}

SqliteVaultFile::SqliteVaultFile(std::unique_ptr<Connection> connection, FileIdentity identity, bool temporary)
    : m_path(connection->path())
    , m_temporary(temporary)
    , m_open(std::make_unique<Open>(std::move(connection), identity, temporary))
{
}

SqliteVaultFile::~SqliteVaultFile()
{
    if (m_open) {
        SpaceReserve reserve = m_open->reserve;
        m_open.reset();
        // What a full disk made us give back is free again without -wal and -shm: before somebody else takes it.
        reserve.ensure();
    }
    if (!m_temporary)
        return;
    for (const QLatin1StringView suffix : {QLatin1StringView(""), QLatin1StringView("-wal"), QLatin1StringView("-shm")})
        QFile::remove(m_path + suffix);
}

base::Result<void> SqliteVaultFile::checkpoint()
{
    return m_open->connection->checkpointTruncate();
}

base::Result<QString> SqliteVaultFile::release()
{
    LATCHKEY_CHECK(m_open->connection->checkpointTruncate());
    m_open.reset();
    // The last connection deletes both when it closes: either it was not the last, or the disk would not.
    if (QFileInfo::exists(m_path + QStringLiteral("-wal")))
        LATCHKEY_CHECK(deleteSideFiles(m_path));
    LATCHKEY_CHECK(base::syncFile(m_path));
    m_temporary = false;
    return m_path;
}

} // namespace storage
