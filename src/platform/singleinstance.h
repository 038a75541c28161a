// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/filelock.h"
#include "platform/runtimepaths.h"

namespace platform {

/// Makes this process the one desktop of a vault for as long as the returned lock lives; AlreadyExists at once when another
/// one runs. The lock comes first and the control socket second, so two starts at the same moment cannot both win. The loser
/// sends the operation `raise` over the control socket (access::ControlClient) and ends; `latchkey serve` may hold that
/// socket without being a desktop, which is why the two locks are not one.
[[nodiscard]] base::Result<base::FileLock> claimSingleInstance(const VaultPaths &paths);

} // namespace platform
