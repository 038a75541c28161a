// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/hardening.h"

#include <QString>

#include <optional>

namespace platform {

/// Goes on as another program in this process (execve(2)): same process id, environment and open files but those to be closed
/// then. `program` is its path, relative to the folder of the running executable. What hardenProcess() changed is put back as
/// `caller` says, so that the other one notes what the real caller had. Returns only when that failed: IoFailure with the path.
[[nodiscard]] base::Error replaceProcess(const QString &program, char *const *arguments,
                                         const std::optional<CallerState> &caller);

} // namespace platform
