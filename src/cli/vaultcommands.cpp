// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/composition.h"
#include "cli/doctorcommand.h"
#include "cli/exportcommand.h"
#include "cli/importcommand.h"
#include "cli/initcommand.h"
#include "cli/statuscommand.h"

namespace cli {

void addVaultCommands(Syntax &root)
{
    root.command<InitCommand>("init", "Create the vault");
    root.command<StatusCommand>("status", "Tell what is there and whether it is open; never asks");
    root.command<ImportCommand>("import", "Take in the keys that another program keeps in a file");
    root.command<ExportCommand>("export", "Give out all values in use, in plain text");
    root.command<DoctorCommand>("doctor", "Tell how well this computer protects the vault");
}

} // namespace cli
