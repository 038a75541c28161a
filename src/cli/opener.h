// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/agentlink.h"
#include "cli/composition.h"
#include "cli/waysin.h"

#include <functional>
#include <type_traits>

namespace cli {

/// nullopt when no agent runs, or none is to be used.
[[nodiscard]] base::Result<std::optional<AgentLink>> findAgent(const Composition &parts);

/// Ways into the vault of `parts`: given ones, else the keychain where that is enough, else a question at the terminal.
/// `context` outlives the answer. NoWayIn when nobody can be asked; the errors of VaultHost::inspect().
[[nodiscard]] base::Async<service::WaysIn> collectWays(Composition &parts, QObject *context);

/// Opens the vault in this process. A locked agent is the answer unless --no-agent: LockedByAgent. `seen` may look at what it is
/// going to be opened with, and refuse.
using WaysSeen = std::function<base::Result<void>(const service::WaysIn &)>;
[[nodiscard]] base::Async<service::Done> openVault(Composition &parts, QObject *context, WaysSeen seen = {});

/// Opens the vault, then `use()` -> Async<T>, then `show(T)` -> exit status or its Result.
template<typename Use, typename Show>
[[nodiscard]] base::Async<int> withVault(Composition &parts, QObject *context, Use use, Show show)
{
    return base::chain(openVault(parts, context), context,
                       [context, use = std::move(use), show = std::move(show)](service::Done) mutable {
                           using T = typename base::detail::AsyncValue<std::invoke_result_t<Use>>::Type;
                           return base::chain(use(), context, [show = std::move(show)](T &&value) mutable {
                               return base::ready<int>(show(std::forward<T>(value)));
                           });
                       });
}

} // namespace cli
