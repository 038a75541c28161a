// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

#include <QString>

namespace cli {

/// `get REF`: the bare value, from the agent where one runs.
class GetCommand final : public Command {
public:
    void declare(Syntax &syntax) override;
    [[nodiscard]] base::Async<int> run(Composition &parts) override;

private:
    [[nodiscard]] base::Result<int> runThroughAgent(Composition &parts, class AgentLink &link) const;

    QString m_reference;
};

} // namespace cli
