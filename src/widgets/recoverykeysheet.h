// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretbytes.h"

#include <QPageSize>

namespace widgets {

/// The sheet that is printed: what it is for, the nine groups, the QR code. A PDF that was never in a file.
[[nodiscard]] base::Result<base::SecretBytes> recoveryKeySheet(const base::SecretBytes &key, const QPageSize &paper);

} // namespace widgets
