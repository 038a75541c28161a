// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/connection.h"
#include "storage/writelog.h"
#include "vault/ports/vaultfile.h"

namespace storage {

/// The tables `header` (one row) and `slot`.
class SlotTable final : public vault::ports::SlotStore {
public:
    SlotTable(const Connection &connection, WriteLog &writes);

    [[nodiscard]] base::Result<QByteArray> header() override;
    [[nodiscard]] base::Result<void> putHeader(const QByteArray &header) override;
    [[nodiscard]] base::Result<QList<vault::ports::SlotRow>> slotRows() override;
    [[nodiscard]] base::Result<void> putSlot(const vault::ports::SlotRow &slot) override;
    [[nodiscard]] base::Result<void> removeSlot(const QUuid &uuid) override;

private:
    WriteLog &m_writes;
    Statement m_header;
    Statement m_putHeader;
    Statement m_slots;
    Statement m_putSlot;
    Statement m_removeSlot;
};

} // namespace storage
