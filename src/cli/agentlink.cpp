// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/agentlink.h"

#include "access/agentprotocol.h"

namespace cli {

namespace {

constexpr std::chrono::seconds kConnect{3};
/// An unlock may wait for another process's Argon2 and for a person at the keychain's prompt.
constexpr std::chrono::minutes kAnswer{4};

} // namespace

base::Result<std::optional<AgentLink>> AgentLink::find(const QString &socket)
{
    auto client = agent::ControlClient::connect(socket, kConnect);
    if (!client && client.error().code == base::ErrorCode::NoAgent)
        return std::optional<AgentLink>();
    if (!client)
        return std::unexpected(client.error());
    return std::optional(AgentLink(*std::move(client)));
}

base::Result<agent::ControlResponse> AgentLink::call(const agent::ControlRequest &request)
{
    LATCHKEY_TRY(agent::ControlResponse response, m_client.call(request, kAnswer));
    if (response.error)
        return std::unexpected(*response.error);
    return response;
}

base::Result<agent::ControlResponse> AgentLink::call(const QString &operation)
{
    agent::ControlRequest request;
    request.operation = operation;
    return call(request);
}

base::Result<void> AgentLink::mustBeUnlocked()
{
    LATCHKEY_TRY(const agent::ControlResponse answer, call(agent::operation::kState));
    if (answer.values.value(agent::member::kState) == QLatin1StringView("locked"))
        return base::fail(base::ErrorCode::LockedByAgent, answer.values.value(agent::member::kReason));
    return {};
}

} // namespace cli
