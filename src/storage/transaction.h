// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"
#include "storage/statement.h"

namespace storage {

/// The prepared statements of a transaction; one set per connection.
class TransactionStatements final {
public:
    explicit TransactionStatements(const Connection &connection);

    Statement begin;
    Statement beginRead;
    Statement commit;
    Statement rollback;
};

/// A transaction that rolls back unless it was committed. One that writes starts with BEGIN IMMEDIATE: a deferred one cannot wait
/// for another writer once it has read.
class Transaction final {
public:
    [[nodiscard]] static base::Result<Transaction> begin(TransactionStatements &statements);
    /// For reading; the moment that it shows is that of the first read.
    [[nodiscard]] static base::Result<Transaction> beginRead(TransactionStatements &statements);
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
