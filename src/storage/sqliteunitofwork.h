// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"
#include "storage/fileops.h"
#include "storage/spacereserve.h"
#include "storage/transaction.h"
#include "storage/writelog.h"
#include "vault/ports/vaultfile.h"

#include <optional>

namespace storage {

/// Transactions of one connection. A release that meets a full disk gives back the reserve, is repeated, and from then on every
/// tenth release copies the WAL into the file so that it stops growing.
class SqliteUnitOfWork final : public vault::ports::UnitOfWork {
public:
    /// All references outlive the object. `identity` is the file that was judged at open.
    SqliteUnitOfWork(Connection &connection, WriteLog &writes, SpaceReserve &reserve, FileIdentity identity);

    [[nodiscard]] base::Result<void> begin(vault::ports::CommitClass commitClass) override;
    [[nodiscard]] base::Result<void> commit() override;
    void rollback() noexcept override;
    [[nodiscard]] base::Result<std::int64_t> dataVersion() override;
    void limitWaiting(std::chrono::milliseconds most) override { m_connection.limitWaiting(most); }
    [[nodiscard]] base::Result<void> syncReleases() override;

    /// The disk is full: from now on the WAL keeps its blocks and is copied into the file every tenth release.
    void beginShortage();

private:
    [[nodiscard]] base::Result<void> prepareToWrite(vault::ports::CommitClass commitClass);
    [[nodiscard]] base::Result<void> checkStillInPlace() const;
    [[nodiscard]] base::Result<void> openTransaction();
    [[nodiscard]] base::Result<void> judgeForeignChange();
    [[nodiscard]] base::Result<void> makeRoom();
    [[nodiscard]] bool ranOut(const Statement &failed) const;
    void endShortage();
    void takeRefusedOut();
    [[nodiscard]] base::Result<void> repeatRelease();
    void afterRelease();
    void afterChange();

    Connection &m_connection;
    WriteLog &m_writes;
    SpaceReserve &m_reserve;
    FileIdentity m_identity;
    TransactionStatements m_statements;
    Statement m_dataVersion;
    std::optional<Transaction> m_transaction;
    std::optional<std::int64_t> m_seenVersion; ///< data version whose schema was judged
    vault::ports::CommitClass m_class = vault::ports::CommitClass::Change;
    int m_releasesSinceCheckpoint = 0;
    bool m_refusedInLog = false; ///< a commit that failed could not be taken out of the log yet
    bool m_short = false;        ///< the disk was full and the reserve is in use
};

} // namespace storage
