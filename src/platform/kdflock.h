// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/filelock.h"

namespace platform {

/// One Argon2 at a time over all processes of the user: a derivation takes hundreds of megabytes, and ten programs that
/// unlock at once would push the machine into swap. Held as long as the returned lock lives; waits for whoever holds it, so
/// it is taken on a worker thread. Busy after `patience`: a stopped process must not keep everybody out for ever.
[[nodiscard]] base::Result<base::FileLock> lockKdf(const QString &runtimeDirectory, std::chrono::milliseconds patience);

} // namespace platform
