// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/signquery.h"

namespace cli {

/// `sign`: by the agent where one runs.
class SignCommand final : public Command {
public:
    void declare(Syntax &syntax) override { m_query.declare(syntax); }
    [[nodiscard]] bool readsInput() const override { return m_query.readsInput(); }
    [[nodiscard]] base::Async<int> run(Composition &parts) override;

private:
    SignQuery m_query;
};

} // namespace cli
