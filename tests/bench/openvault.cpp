// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/openvault.h"

namespace bench {

OpenVault::OpenVault(Place &place)
    : m_host({place.environment(), m_keychain, m_gate}, place.vaultFile())
    , m_secrets(m_host, {QStringLiteral("bench")})
{
    service::WaysIn ways;
    ways.passphrase = vaulttest::secret(vaulttest::Home::kPassphrase);
    ways.useKeychain = false;
    ways.interactive = true;
    must(testsupport::await(m_host.unlock(std::move(ways))));
}

void OpenVault::onVaultThread(const std::function<void(vault::Session &)> &job)
{
    auto done = m_host.withSession([&job](vault::Session &session) -> base::Result<service::Done> {
        job(session);
        return service::Done{};
    });
    must(done.result());
}

} // namespace bench
