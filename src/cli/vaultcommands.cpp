// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/composition.h"
#include "cli/doctorcommand.h"
#include "cli/initcommand.h"
#include "cli/statuscommand.h"

namespace cli {

void addVaultCommands(Syntax &root)
{
    root.command<InitCommand>("init", "Create the vault");
    root.command<StatusCommand>("status", "Tell what is there and whether it is open; never asks");
    root.command<DoctorCommand>("doctor", "Tell how well this computer protects the vault");
}

} // namespace cli
