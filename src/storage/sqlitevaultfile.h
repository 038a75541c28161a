// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/audittable.h"
#include "storage/connection.h"
#include "storage/fileops.h"
#include "storage/manifesttable.h"
#include "storage/recordtable.h"
#include "storage/slottable.h"
#include "storage/spacereserve.h"
#include "storage/sqliteunitofwork.h"
#include "vault/ports/vaultfile.h"

namespace storage {

/// Takes the files away that SQLite keeps beside a vault that nobody has open. Only SQLite knows whether another connection, of
/// this process or another, has it open: nobody else may have it while the journal mode changes. Busy when somebody has; they
/// would write into files that nobody finds any more.
[[nodiscard]] base::Result<void> deleteSideFiles(const QString &path);

/// One open vault file: the connection and its tables. Belongs to the thread that opened it.
class SqliteVaultFile final : public vault::ports::VaultFile {
public:
    /// The connection's schema was judged. A temporary file is deleted with the object unless release() was called.
    SqliteVaultFile(std::unique_ptr<Connection> connection, FileIdentity identity, bool temporary);
    ~SqliteVaultFile() override;
    Q_DISABLE_COPY_MOVE(SqliteVaultFile)

    [[nodiscard]] vault::ports::RecordStore &records() override { return m_open->records; }
    [[nodiscard]] vault::ports::SlotStore &slotStore() override { return m_open->slotTable; }
    [[nodiscard]] vault::ports::ManifestStore &manifest() override { return m_open->manifest; }
    [[nodiscard]] vault::ports::AuditStore &audit() override { return m_open->audit; }
    [[nodiscard]] vault::ports::UnitOfWork &unitOfWork() override { return m_open->unitOfWork; }
    [[nodiscard]] base::Result<void> checkpoint() override;

    /// Closes a finished temporary file, flushed and without -wal, and hands over its path; it is the caller's from then on.
    [[nodiscard]] base::Result<QString> release();

private:
    /// In order of construction: everything after the connection is prepared on it.
    struct Open {
        Open(std::unique_ptr<Connection> opened, FileIdentity identity, bool temporary);

        std::unique_ptr<Connection> connection;
        SpaceReserve reserve;
        WriteLog writes;
        RecordTable records;
        SlotTable slotTable;
        ManifestTable manifest;
        AuditTable audit;
        SqliteUnitOfWork unitOfWork;
    };

    QString m_path;
    bool m_temporary;
    std::unique_ptr<Open> m_open; ///< null after release()
};

} // namespace storage
