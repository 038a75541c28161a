// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/slottable.h"

#include "storage/singlerow.h"

namespace storage {

using vault::ports::SlotRow;

SlotTable::SlotTable(const Connection &connection, WriteLog &writes)
    : m_writes(writes)
    , m_header(connection.database(), QStringLiteral("SELECT body FROM header WHERE id = 1"))
    , m_putHeader(
          connection.database(),
          QStringLiteral("INSERT INTO header(id, body) VALUES(1, ?) ON CONFLICT(id) DO UPDATE SET body = excluded.body"))
    , m_slots(connection.database(), QStringLiteral("SELECT uuid, body FROM slot ORDER BY uuid"))
    , m_putSlot(
          connection.database(),
          QStringLiteral("INSERT INTO slot(uuid, body) VALUES(?, ?) ON CONFLICT(uuid) DO UPDATE SET body = excluded.body"))
    , m_removeSlot(connection.database(), QStringLiteral("DELETE FROM slot WHERE uuid = ?"))
{
}

base::Result<QByteArray> SlotTable::header()
{
    return singleBody(m_header, QStringLiteral("header"));
}

base::Result<void> SlotTable::putHeader(const QByteArray &header)
{
    return m_writes.run(m_putHeader, {header});
}

base::Result<QList<SlotRow>> SlotTable::slotRows()
{
    LATCHKEY_CHECK(m_slots.execute());
    const Cursor cursor(m_slots);
    QList<SlotRow> out;
    for (;;) {
        LATCHKEY_TRY(const bool more, m_slots.next());
        if (!more)
            return out;
        LATCHKEY_TRY(const QByteArray uuid, m_slots.blob(0));
        if (uuid.size() != 16)
            return damaged(QStringLiteral("slot: a name of %1 bytes").arg(uuid.size()));
        LATCHKEY_TRY(QByteArray body, m_slots.blob(1));
        out.append({QUuid::fromRfc4122(uuid), std::move(body)});
    }
}

base::Result<void> SlotTable::putSlot(const SlotRow &slot)
{
    return m_writes.run(m_putSlot, {slot.uuid.toRfc4122(), slot.body});
}

base::Result<void> SlotTable::removeSlot(const QUuid &uuid)
{
    return m_writes.run(m_removeSlot, {uuid.toRfc4122()});
}

} // namespace storage
