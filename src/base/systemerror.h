// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace base {

/// What a system call on `path` failed of: DiskFull, ReadOnly, AlreadyExists, else IoFailure, with the system's words. `number`: errno.
[[nodiscard]] std::unexpected<Error> systemError(int number, const QString &path);

} // namespace base
