// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/opener.h"

#include "platform/terminal.h"

#include <algorithm>

namespace cli {

namespace {

bool hasKind(const vault::VaultInfo &info, vault::SlotKind kind)
{
    return std::ranges::any_of(info.keySlots, [kind](const vault::SlotInfo &slot) { return slot.kind == kind; });
}

bool somebodyIsThere()
{
    return platform::Terminal::open().has_value();
}

/// Nothing was given: what the vault's slots and the terminal allow.
base::Result<service::WaysIn> waysFor(const vault::VaultInfo &info, const WaysInReader &reader)
{
    service::WaysIn ways = reader.none();
    const bool person = somebodyIsThere();
    ways.mayPrompt = person;
    if (ways.useKeychain && hasKind(info, vault::SlotKind::Keychain))
        return ways;
    if (!person)
        return base::fail(base::ErrorCode::NoWayIn, QStringLiteral("not_given"));
    LATCHKEY_TRY(ways.passphrase, WaysInReader::askPassphrase());
    return ways;
}

base::Result<void> checkAgent(const Composition &parts)
{
    LATCHKEY_TRY(auto agent, findAgent(parts));
    return agent ? agent->mustBeUnlocked() : base::Result<void>();
}

} // namespace

base::Result<std::optional<AgentLink>> findAgent(const Composition &parts)
{
    if (parts.options().noAgent)
        return std::optional<AgentLink>();
    return AgentLink::find(parts.paths().controlSocket);
}

base::Async<service::WaysIn> collectWays(Composition &parts, QObject *context)
{
    const WaysInReader reader(parts.options());
    auto given = reader.given();
    if (!given)
        return base::ready<service::WaysIn>(std::unexpected(given.error()));
    if (*given)
        return base::ready<service::WaysIn>(**std::move(given));
    // Asked before the prompt: a person should not type a passphrase for something that is no vault.
    return base::chain(parts.host().inspect(), context, [&parts](const vault::VaultInfo &info) {
        return base::ready<service::WaysIn>(waysFor(info, WaysInReader(parts.options())));
    });
}

base::Async<service::Done> openVault(Composition &parts, QObject *context, WaysSeen seen)
{
    if (const auto agent = checkAgent(parts); !agent)
        return base::ready<service::Done>(std::unexpected(agent.error()));
    if (parts.host().state() == service::LockState::NotInitialized)
        return base::readyError<service::Done>(base::ErrorCode::NotInitialized, parts.paths().vaultFile);
    return base::chain(collectWays(parts, context), context,
                       [&parts, context, seen = std::move(seen)](service::WaysIn ways) {
                           if (const auto allowed = seen ? seen(ways) : base::Result<void>(); !allowed)
                               return base::ready<service::Done>(std::unexpected(allowed.error()));
                           return base::chain(parts.host().unlock(std::move(ways)), context, [](const vault::SlotInfo &) {
                               return base::ready<service::Done>(service::Done{});
                           });
                       });
}

} // namespace cli
