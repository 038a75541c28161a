// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/agentlink.h"
#include "cli/output.h"

namespace cli {

class Syntax;

/// What a command asks of the agent, with nothing of the rest of the program behind it: the front asks it too, and starts in a
/// third of the time because it loads no database, network or D-Bus library.
class AgentQuery {
public:
    AgentQuery() = default;
    virtual ~AgentQuery() = default;
    Q_DISABLE_COPY_MOVE(AgentQuery)

    /// Binds arguments and options to members.
    virtual void declare(Syntax &syntax) = 0;
    /// True when standard input is the query's own.
    [[nodiscard]] virtual bool readsInput() const { return false; }
    /// Blocks. The exit status after `out` has the answer, or an error that the caller prints.
    [[nodiscard]] virtual base::Result<int> ask(AgentLink &link, Output &out) const = 0;
};

} // namespace cli
