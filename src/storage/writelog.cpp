// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/writelog.h"

#include <utility>

namespace storage {

void WriteLog::setMode(Mode mode)
{
    m_mode = mode;
    m_entries.clear();
}

base::Result<void> WriteLog::run(Statement &statement, QVariantList values)
{
    if (m_mode == Mode::Closed)
        return base::fail(base::ErrorCode::Internal, QStringLiteral("a write outside a transaction"));
    LATCHKEY_CHECK(statement.execute(values));
    if (m_mode == Mode::Recording)
        m_entries.append({&statement, std::move(values)});
    return {};
}

base::Result<void> WriteLog::replay() const
{
    for (const Entry &entry : m_entries)
        LATCHKEY_CHECK(entry.statement->execute(entry.values));
    return {};
}

} // namespace storage
