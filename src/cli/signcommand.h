// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/agentlink.h"
#include "cli/command.h"
#include "exchange/requestsigner.h"

namespace cli {

/// `sign`: always prints JSON, which is the request itself.
class SignCommand final : public Command {
public:
    void declare(Syntax &syntax) override;
    [[nodiscard]] bool readsInput() const override { return m_body == QLatin1StringView("-"); }
    [[nodiscard]] base::Async<int> run(Composition &parts) override;

private:
    [[nodiscard]] base::Result<exchange::SigningRequest> request() const;
    [[nodiscard]] base::Result<int> runThroughAgent(Composition &parts, AgentLink &link,
                                                    const exchange::SigningRequest &wanted) const;

    QString m_name;
    QString m_method;
    QString m_path;
    QString m_query;
    QString m_body;
    std::optional<QString> m_timestamp;
    std::optional<QString> m_nonce;
};

} // namespace cli
