// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "access/controlclient.h"

#include <optional>

namespace cli {

/// The running agent, if there is one. Calls block.
class AgentLink final {
public:
    /// nullopt when no agent listens at `socket`.
    [[nodiscard]] static base::Result<std::optional<AgentLink>> find(const QString &socket);

    /// A failure of the operation is an error here too.
    [[nodiscard]] base::Result<agent::ControlResponse> call(const agent::ControlRequest &request);
    /// An operation without arguments.
    [[nodiscard]] base::Result<agent::ControlResponse> call(const QString &operation);
    /// LockedByAgent unless its vault is open; NotInitialized when it has none.
    [[nodiscard]] base::Result<void> mustBeUnlocked();

private:
    explicit AgentLink(agent::ControlClient client) : m_client(std::move(client)) {}

    agent::ControlClient m_client;
};

} // namespace cli
