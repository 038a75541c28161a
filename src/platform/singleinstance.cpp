// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/singleinstance.h"

#include "base/privatefile.h"

namespace platform {

base::Result<base::FileLock> claimSingleInstance(const VaultPaths &paths)
{
    LATCHKEY_CHECK(base::ensurePrivateDirectory(paths.runtimeDirectory));
    auto lock = base::FileLock::acquire(paths.desktopLock, std::chrono::milliseconds(0));
    if (!lock && lock.error().code == base::ErrorCode::Busy)
        return base::fail(base::ErrorCode::AlreadyExists, paths.vaultId);
    return lock;
}

} // namespace platform
