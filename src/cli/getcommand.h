// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/getquery.h"

namespace cli {

/// `get REF`: the bare value, from the agent where one runs.
class GetCommand final : public Command {
public:
    void declare(Syntax &syntax) override { m_query.declare(syntax); }
    [[nodiscard]] base::Async<int> run(Composition &parts) override;

private:
    GetQuery m_query;
};

} // namespace cli
