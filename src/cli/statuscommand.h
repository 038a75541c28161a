// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

#include <QJsonObject>

namespace cli {

/// `status`: asks the agent where one runs; opens the vault itself when a way in without a prompt is given, else tells what can
/// be told of a locked one. Never asks.
class StatusCommand final : public Command {
public:
    [[nodiscard]] base::Async<int> run(Composition &parts) override;

private:
    [[nodiscard]] base::Async<int> runAlone(Composition &parts);
    [[nodiscard]] base::Async<int> gather(Composition &parts);
    [[nodiscard]] static base::Result<int> runThroughAgent(Composition &parts, class AgentLink &link);
};

} // namespace cli
