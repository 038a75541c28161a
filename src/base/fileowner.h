// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileInfo>

namespace base {

/// True when the file belongs neither to this user nor to the system itself. Always false where files have no such owners.
[[nodiscard]] bool belongsToAnother(const QFileInfo &info);

} // namespace base
