// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/agentquery.h"

namespace cli {

/// The reference of `get`, and its value from the agent.
class GetQuery final : public AgentQuery {
public:
    void declare(Syntax &syntax) override;
    [[nodiscard]] base::Result<int> ask(AgentLink &link, Output &out) const override;

    [[nodiscard]] const QString &reference() const noexcept { return m_reference; }
    [[nodiscard]] bool once() const noexcept { return m_once; }
    /// A reference that cannot be one is a fault of usage, whatever the vault's state.
    [[nodiscard]] base::Result<void> validate() const;
    /// The bare value, or a JSON document with it. The exit status.
    [[nodiscard]] static base::Result<int> print(Output &out, const base::SecretBytes &value);

private:
    QString m_reference;
    bool m_once = false;
};

} // namespace cli
