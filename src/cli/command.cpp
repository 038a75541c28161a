// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "cli/syntax.h"

namespace cli {

void Command::declare(Syntax &)
{
}

} // namespace cli
