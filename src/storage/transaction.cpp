// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/transaction.h"

#include <tuple>
#include <utility>

namespace storage {

TransactionStatements::TransactionStatements(const Connection &connection)
    : begin(connection.database(), QStringLiteral("BEGIN IMMEDIATE"))
    , beginRead(connection.database(), QStringLiteral("BEGIN DEFERRED"))
    , commit(connection.database(), QStringLiteral("COMMIT"))
    , rollback(connection.database(), QStringLiteral("ROLLBACK"))
{
}

base::Result<Transaction> Transaction::begin(TransactionStatements &statements)
{
    LATCHKEY_CHECK(statements.begin.execute());
    return Transaction(statements);
}

base::Result<Transaction> Transaction::beginRead(TransactionStatements &statements)
{
    LATCHKEY_CHECK(statements.beginRead.execute());
    return Transaction(statements);
}

Transaction::Transaction(Transaction &&other) noexcept : m_statements(std::exchange(other.m_statements, nullptr))
{
}

Transaction::~Transaction()
{
    rollback();
}

base::Result<void> Transaction::commit()
{
    auto committed = m_statements->commit.execute();
    // "No transaction is active": SQLite has rolled back by itself, as it does when the disk fails. The file is not to blame.
    if (!committed && m_statements->commit.wasRefused())
        committed.error().code = base::ErrorCode::IoFailure;
    if (!committed)
        rollback();
    m_statements = nullptr;
    return committed;
}

void Transaction::rollback() noexcept
{
    if (m_statements == nullptr)
        return;
    // Fails with "no transaction is active" when a full disk or an I/O error has made SQLite roll back already.
    std::ignore = m_statements->rollback.execute();
    m_statements = nullptr;
}

} // namespace storage
