// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/getcommand.h"
#include "cli/runcommand.h"
#include "cli/signcommand.h"

namespace cli {

void addUseCommands(Syntax &root)
{
    root.command<GetCommand>("get", "Print one value and nothing else");
    root.command<RunCommand>("run", "Start a program with secrets in its environment");
    root.command<SignCommand>("sign", "Sign a request to an exchange; the signing secret does not leave");
}

bool isRunCommand(const Command &command)
{
    return dynamic_cast<const RunCommand *>(&command) != nullptr;
}

} // namespace cli
