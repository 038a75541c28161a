// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/fileowner.h"

namespace base {

bool belongsToAnother(const QFileInfo &)
{
    return false;
}

} // namespace base
