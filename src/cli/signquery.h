// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/agentquery.h"
#include "exchange/requestsigner.h"

namespace cli {

/// The request of `sign`, and its signature from the agent. Always prints JSON, which is the request itself.
class SignQuery final : public AgentQuery {
public:
    void declare(Syntax &syntax) override;
    [[nodiscard]] bool readsInput() const override { return m_body == QLatin1StringView("-"); }
    [[nodiscard]] base::Result<int> ask(AgentLink &link, Output &out) const override;

    [[nodiscard]] const QString &name() const noexcept { return m_name; }
    /// What was typed as a request; reads the body.
    [[nodiscard]] base::Result<exchange::SigningRequest> request() const;
    [[nodiscard]] base::Result<int> ask(AgentLink &link, Output &out, const exchange::SigningRequest &wanted) const;

private:
    QString m_name;
    QString m_method;
    QString m_path;
    QString m_query;
    QString m_body;
    std::optional<QString> m_timestamp;
    std::optional<QString> m_nonce;
};

} // namespace cli
