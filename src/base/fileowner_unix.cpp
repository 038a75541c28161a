// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/fileowner.h"

#include <unistd.h>

namespace base {

bool belongsToAnother(const QFileInfo &info)
{
    return info.ownerId() != ::geteuid() && info.ownerId() != 0;
}

} // namespace base
