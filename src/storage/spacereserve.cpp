// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/spacereserve.h"

#include "base/log.h"
#include "storage/fileops.h"

namespace storage {

SpaceReserve::SpaceReserve(const QString &vaultPath, bool wanted)
    : m_path(vaultPath + QStringLiteral(".reserve"))
    , m_wanted(wanted)
{
}

bool SpaceReserve::ensure()
{
    if (!m_spent || !mayTouch())
        return true;
    if (allocatedBytes(m_path) < kBytes) {
        if (const auto allocated = allocateFile(m_path, kBytes); !allocated) {
            qCInfo(base::lcStorage, "no reserve of disk space: %ls", qUtf16Printable(allocated.error().detail));
            return allocated.error().code != base::ErrorCode::DiskFull;
        }
    }
    m_spent = false;
    return true;
}

void SpaceReserve::spend()
{
    m_spent = true;
    if (!mayTouch())
        return;
    if (const auto emptied = allocateFile(m_path, 0); !emptied)
        qCInfo(base::lcStorage, "the reserve stays: %ls", qUtf16Printable(emptied.error().detail));
}

bool SpaceReserve::mayTouch() const
{
    return m_wanted && inspectCompanion(m_path).has_value();
}

} // namespace storage
