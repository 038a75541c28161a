// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/baredatabase.h"

namespace bench {

/// What a save costs SQLite alone: durable transactions (WAL, synchronous=FULL) of as many bytes, without cryptography,
/// verification or witness. One thread.
class BareSqlite final {
public:
    /// Works on a copy of a vault, whose rows tell the lengths.
    explicit BareSqlite(const QString &vaultFile);

    /// The six rows of a save in the tables of the vault.
    void saveSameRows();
    /// One row of the same total length in a table of its own.
    void saveOneRow();
    /// Bytes of payload in either.
    [[nodiscard]] qint64 payload() const noexcept;
    /// Transactions that logBytes() is the mean of; few enough that SQLite does not checkpoint meanwhile.
    static constexpr int kLogged = 20;
    /// By how much the write-ahead log grows for one saveSameRows().
    [[nodiscard]] qint64 logBytes();

private:
    struct Lengths {
        qint64 meta = 0;
        qint64 secret = 0;
        qint64 audit = 0;
        qint64 root = 0;
        qint64 head = 0;
    };

    BareDatabase m_database; ///< before the queries, which must go first
    Lengths m_lengths;
    qint64 m_seq = 0;
    QSqlQuery m_putRecord;
    QSqlQuery m_putBucket;
    QSqlQuery m_putRoot;
    QSqlQuery m_putAudit;
    QSqlQuery m_putHead;
    QSqlQuery m_putOne;
};

} // namespace bench
