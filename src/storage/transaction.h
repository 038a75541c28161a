// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"
#include "storage/statement.h"

namespace storage {

/// The three prepared statements of a transaction; one set per connection.
class TransactionStatements final {
public:
    explicit TransactionStatements(const Connection &connection);

    Statement begin;
    Statement commit;
    Statement rollback;
};

/// A write transaction that rolls back unless it was committed. BEGIN IMMEDIATE: a deferred one cannot wait for another writer.
class Transaction final {
public:
    [[nodiscard]] static base::Result<Transaction> begin(TransactionStatements &statements);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    Q_DISABLE_COPY(Transaction)
    ~Transaction();

    /// After a failure the transaction is over too: SQLite may or may not have rolled back by itself, so both is covered.
    [[nodiscard]] base::Result<void> commit();
    void rollback() noexcept;

private:
    explicit Transaction(TransactionStatements &statements) noexcept : m_statements(&statements) {}

    TransactionStatements *m_statements; ///< null once it is over
};

} // namespace storage
