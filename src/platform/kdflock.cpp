// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/kdflock.h"

#include "base/privatefile.h"

namespace platform {

base::Result<base::FileLock> lockKdf(const QString &runtimeDirectory, std::chrono::milliseconds patience)
{
    LATCHKEY_CHECK(base::ensurePrivateDirectory(runtimeDirectory));
    return base::FileLock::acquire(runtimeDirectory + QStringLiteral("/argon2.lock"), patience);
}

} // namespace platform
