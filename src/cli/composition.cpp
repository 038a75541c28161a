// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/composition.h"

#include "keychain/disabledkeychain.h"
#include "keychain/keychainfactory.h"
#include "net/qthttpclient.h"
#include "platform/processlauncherunix.h"
#include "platform/systemkdfgate.h"
#include "storage/fileanchorstore.h"
#include "storage/sqlitevaultfilesystem.h"

namespace cli {

namespace {

/// Releases wait this long for another program's import or rotation, then `busy`.
constexpr std::chrono::seconds kBusyTimeout{10};

/// A catalogue is part of the program; one that cannot be read is a broken build.
template<typename T>
std::unique_ptr<T> builtIn(base::Result<T> catalogue)
{
    if (!catalogue)
        qFatal("a built-in catalogue is broken: %s", qUtf8Printable(catalogue.error().detail));
    return std::make_unique<T>(*std::move(catalogue));
}

template<typename T, typename... Arguments>
T &made(std::unique_ptr<T> &place, Arguments &&...arguments)
{
    if (!place)
        place = std::make_unique<T>(std::forward<Arguments>(arguments)...);
    return *place;
}

} // namespace

/// In the order in which they need one another: destroyed from the last to the first.
struct Composition::Parts {
    base::SystemClock clock;
    base::SystemRandomSource random;
    std::unique_ptr<exchange::ExchangeCatalogue> exchangeCatalogue;
    std::unique_ptr<llm::ProviderCatalogue> providerCatalogue;
    std::unique_ptr<service::ProfileCatalogue> profiles;
    std::unique_ptr<storage::SqliteVaultFileSystem> files;
    std::unique_ptr<storage::FileAnchorStore> anchors;
    std::unique_ptr<vault::ports::KeySlotSecretStore> keychain;
    std::unique_ptr<platform::SystemKdfGate> kdfGate;
    std::unique_ptr<net::QtHttpClient> http;
    exchange::ProbeMap noProbes;
    exchange::ProbeMap probes;
    std::unique_ptr<platform::ProcessLauncherUnix> launcher;
    std::unique_ptr<service::VaultHost> host;
    std::unique_ptr<service::Secrets> secrets;
    std::unique_ptr<service::Exchanges> exchanges;
    std::unique_ptr<service::Exchanges> checkingExchanges;
    std::unique_ptr<service::LlmSettings> llm;
    ::llm::ProbeMap llmProbes;
    std::unique_ptr<service::LlmChecks> llmChecks;
    std::unique_ptr<service::Integrity> integrity;
    std::unique_ptr<service::RunPlanner> runPlanner;
    std::unique_ptr<service::StatusQuery> statusQuery;
};

Composition::Composition(GlobalOptions options, const platform::CallerState &callerState)
    : m_options(std::move(options))
    , m_callerState(callerState)
    , m_paths(platform::vaultPaths(platform::homeFrom(m_options.home)))
    , m_caller{QStringLiteral("latchkey")}
    , m_output(m_options.json)
    , m_parts(std::make_unique<Parts>())
{
}

Composition::~Composition() = default;

const base::Clock &Composition::clock() const noexcept
{
    return m_parts->clock;
}

base::RandomSource &Composition::random() noexcept
{
    return m_parts->random;
}

const exchange::ExchangeCatalogue &Composition::exchangeCatalogue()
{
    if (!m_parts->exchangeCatalogue)
        m_parts->exchangeCatalogue = builtIn(exchange::ExchangeCatalogue::load());
    return *m_parts->exchangeCatalogue;
}

const llm::ProviderCatalogue &Composition::providerCatalogue()
{
    if (!m_parts->providerCatalogue)
        m_parts->providerCatalogue = builtIn(llm::ProviderCatalogue::load());
    return *m_parts->providerCatalogue;
}

service::VaultHost &Composition::host()
{
    Parts &parts = *m_parts;
    if (parts.host)
        return *parts.host;
    made(parts.files, kBusyTimeout);
    made(parts.anchors, platform::stateBase());
    made(parts.kdfGate, m_paths.runtimeDirectory);
    if (m_options.noKeychain)
        parts.keychain = std::make_unique<keychain::DisabledKeychain>();
    else
        parts.keychain = keychain::makeKeychain();
    const vault::Environment environment{*parts.files, *parts.anchors, parts.clock, parts.random};
    return made(parts.host, service::HostPorts{environment, *parts.keychain, *parts.kdfGate}, m_paths.vaultFile);
}

service::HostPorts Composition::hostPorts()
{
    static_cast<void>(host());
    Parts &parts = *m_parts;
    return {{*parts.files, *parts.anchors, parts.clock, parts.random}, *parts.keychain, *parts.kdfGate};
}

service::Secrets &Composition::secrets()
{
    return made(m_parts->secrets, host(), m_caller);
}

service::Exchanges &Composition::exchanges()
{
    return made(m_parts->exchanges, service::Exchanges::Parts{host(), exchangeCatalogue(), m_parts->noProbes, m_caller});
}

service::Exchanges &Composition::checkingExchanges()
{
    Parts &parts = *m_parts;
    if (!parts.checkingExchanges)
        parts.probes = exchange::makeProbes(exchangeCatalogue(), made(parts.http), parts.clock);
    return made(parts.checkingExchanges, service::Exchanges::Parts{host(), exchangeCatalogue(), parts.probes, m_caller});
}

service::LlmSettings &Composition::llm()
{
    return made(m_parts->llm, host(), providerCatalogue(), m_caller);
}

service::LlmChecks &Composition::llmChecks()
{
    Parts &parts = *m_parts;
    if (!parts.llmChecks)
        parts.llmProbes = llm::makeProbes(providerCatalogue(), made(parts.http), parts.clock);
    return made(parts.llmChecks,
                service::LlmChecks::Parts{host(), providerCatalogue(), parts.llmProbes, m_caller,
                                          QProcessEnvironment::systemEnvironment()});
}

service::Integrity &Composition::integrity()
{
    return made(m_parts->integrity, host());
}

service::RunPlanner &Composition::runPlanner()
{
    if (!m_parts->profiles)
        m_parts->profiles = builtIn(service::ProfileCatalogue::load());
    return made(m_parts->runPlanner, host(), *m_parts->profiles, exchangeCatalogue());
}

service::StatusQuery &Composition::statusQuery()
{
    return made(m_parts->statusQuery, service::StatusQuery::Parts{host(), secrets(), exchanges(), llm()});
}

service::ports::ProcessLauncher &Composition::launcher()
{
    return made(m_parts->launcher, m_callerState);
}

void Composition::closeVault()
{
    Parts &parts = *m_parts;
    parts.statusQuery.reset();
    parts.runPlanner.reset();
    parts.integrity.reset();
    parts.llmChecks.reset();
    parts.llm.reset();
    parts.checkingExchanges.reset();
    parts.exchanges.reset();
    parts.secrets.reset();
    parts.host.reset();
}

} // namespace cli
