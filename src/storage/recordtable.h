// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"
#include "storage/writelog.h"
#include "vault/ports/vaultfile.h"

namespace storage {

/// The `record` table. A visitor may put or remove the row it was given, and read others; rows it adds may or may not be visited.
class RecordTable final : public vault::ports::RecordStore {
public:
    RecordTable(const Connection &connection, WriteLog &writes);

    [[nodiscard]] base::Result<std::optional<vault::ports::RecordRow>> find(const vault::ports::RecordKey &key) override;
    [[nodiscard]] base::Result<std::optional<vault::ports::RecordRow>> findByNameIndex(const QByteArray &nameIndex) override;
    [[nodiscard]] base::Result<void>
    visit(std::optional<std::uint8_t> bucket,
          const std::function<base::Result<void>(const vault::ports::RecordRow &)> &visitor) override;
    [[nodiscard]] base::Result<void> put(const vault::ports::RecordRow &row) override;
    [[nodiscard]] base::Result<void> remove(const vault::ports::RecordKey &key) override;

private:
    const Connection &m_connection;
    WriteLog &m_writes;
    Statement m_find;
    Statement m_findByName;
    Statement m_put;
    Statement m_remove;
};

} // namespace storage
