// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/globaloptions.h"
#include "cli/output.h"
#include "platform/hardening.h"
#include "platform/runtimepaths.h"
#include "service/integrity.h"
#include "service/llmchecks.h"
#include "service/ports/processlauncher.h"
#include "service/runplanner.h"
#include "service/statusquery.h"

#include <memory>

namespace cli {

/// The composition root: builds each object when it is first asked for, so that `get` through the agent makes no database,
/// network or D-Bus object. What it returns lives as long as it does. Main thread.
class Composition final {
public:
    Composition(GlobalOptions options, const platform::CallerState &callerState);
    ~Composition();
    Q_DISABLE_COPY_MOVE(Composition)

    [[nodiscard]] const GlobalOptions &options() const noexcept { return m_options; }
    [[nodiscard]] Output &output() noexcept { return m_output; }
    [[nodiscard]] const platform::VaultPaths &paths() const noexcept { return m_paths; }
    [[nodiscard]] const service::Caller &caller() const noexcept { return m_caller; }
    [[nodiscard]] const base::Clock &clock() const noexcept;
    [[nodiscard]] base::RandomSource &random() noexcept;
    [[nodiscard]] const exchange::ExchangeCatalogue &exchangeCatalogue();
    [[nodiscard]] const llm::ProviderCatalogue &providerCatalogue();
    [[nodiscard]] service::VaultHost &host();
    /// What host() stands on, for use cases that a command makes for itself.
    [[nodiscard]] service::HostPorts hostPorts();
    [[nodiscard]] service::Secrets &secrets();
    /// Builds the HTTP client too, which `exchanges()` alone does not: for commands that ask an exchange.
    [[nodiscard]] service::Exchanges &checkingExchanges();
    [[nodiscard]] service::Exchanges &exchanges();
    [[nodiscard]] service::LlmSettings &llm();
    /// Builds the HTTP client, too.
    [[nodiscard]] service::LlmChecks &llmChecks();
    [[nodiscard]] service::Integrity &integrity();
    [[nodiscard]] service::RunPlanner &runPlanner();
    [[nodiscard]] service::StatusQuery &statusQuery();
    [[nodiscard]] service::ports::ProcessLauncher &launcher();
    /// Wipes the keys and closes the file; nothing that needs the vault may be used afterwards.
    void closeVault();

private:
    struct Parts;

    GlobalOptions m_options;
    platform::CallerState m_callerState;
    platform::VaultPaths m_paths;
    service::Caller m_caller;
    Output m_output;
    std::unique_ptr<Parts> m_parts;
};

} // namespace cli
