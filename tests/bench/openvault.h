// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/place.h"
#include "service/servicefixture.h"

namespace bench {

/// A vault opened as the agent and the desktop open it: every row verified, all work on the vault's own thread.
class OpenVault final {
public:
    explicit OpenVault(Place &place);
    Q_DISABLE_COPY_MOVE(OpenVault)

    /// Returns when it is done.
    void onVaultThread(const std::function<void(vault::Session &)> &job);
    [[nodiscard]] service::Secrets &secrets() noexcept { return m_secrets; }

private:
    servicetest::OpenGate m_gate;
    keychain::DisabledKeychain m_keychain;
    service::VaultHost m_host;
    service::Secrets m_secrets;
};

} // namespace bench
