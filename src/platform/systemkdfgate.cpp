// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/systemkdfgate.h"

#include "platform/availablememory.h"
#include "platform/kdflock.h"

namespace platform {

SystemKdfGate::SystemKdfGate(QString runtimeDirectory) : m_runtimeDirectory(std::move(runtimeDirectory))
{
}

base::Result<std::shared_ptr<void>> SystemKdfGate::enter(std::chrono::milliseconds patience)
{
    LATCHKEY_TRY(base::FileLock lock, lockKdf(m_runtimeDirectory, patience));
    return std::make_shared<base::FileLock>(std::move(lock));
}

std::uint64_t SystemKdfGate::availableMemoryKiB()
{
    return platform::availableMemoryKiB().value_or(0);
}

} // namespace platform
