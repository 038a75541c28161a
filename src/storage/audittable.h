// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"
#include "storage/writelog.h"
#include "vault/ports/vaultfile.h"

namespace storage {

/// The tables `audit` and `audit_head` (one row).
class AuditTable final : public vault::ports::AuditStore {
public:
    AuditTable(const Connection &connection, WriteLog &writes);

    [[nodiscard]] base::Result<void> append(const vault::ports::AuditRow &row, const QByteArray &head) override;
    [[nodiscard]] base::Result<QByteArray> head() override;
    [[nodiscard]] base::Result<void>
    visit(std::uint64_t from, const std::function<base::Result<void>(const vault::ports::AuditRow &)> &visitor) override;
    [[nodiscard]] base::Result<std::optional<vault::ports::AuditRow>> find(std::uint64_t seq) override;
    [[nodiscard]] base::Result<void> removeBefore(std::uint64_t seq) override;

private:
    const Connection &m_connection;
    WriteLog &m_writes;
    Statement m_insert;
    Statement m_putHead;
    Statement m_head;
    Statement m_find;
    Statement m_removeBefore;
};

} // namespace storage
