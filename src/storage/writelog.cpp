// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/writelog.h"

#include <utility>

namespace storage {

void WriteLog::setRecording(bool recording)
{
    m_recording = recording;
    m_entries.clear();
}

base::Result<void> WriteLog::run(Statement &statement, QVariantList values)
{
    LATCHKEY_CHECK(statement.execute(values));
    if (m_recording)
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
