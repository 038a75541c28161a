// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretbytes.h"
#include "service/ports/systemfacts.h"

#include <bitset>
#include <cstdint>
#include <optional>

namespace platform {

/// Highest signal number plus one on the systems that have signals.
inline constexpr std::size_t kSignalCount = 65;

/// What the caller of this program had set for its processes. Children of `run` get it back.
struct CallerState {
    unsigned fileModeMask = 077;
    std::uint64_t coreLimit = 0; ///< bytes; the soft limit, the hard one is never touched
    std::bitset<kSignalCount> ignoredSignals;
    std::bitset<kSignalCount> blockedSignals;
};

/// Whether other processes of the user may read this one and whether it may leave a dump.
enum class Dumps { Denied, Allowed };

/// First thing in main(), before any thread: notes what the caller had set, fills closed standard descriptors with the null
/// device (or the next file opened would be taken for standard output), then umask 077, no core file and, with
/// Dumps::Denied, denyDumps(). The desktop asks the portal for its colour scheme first and calls denyDumps() itself.
[[nodiscard]] CallerState hardenProcess(Dumps dumps = Dumps::Denied);

/// Other processes of the same user can no longer read memory, environment or program name of this one, nor trace it, and
/// the kernel writes no dump, also not to a crash collector. Portals (native file dialogs) stop working.
void denyDumps() noexcept;

/// What is really in force now; asked of the system, not remembered.
using HardeningState = service::ports::ProcessProtection;
[[nodiscard]] HardeningState hardeningState();

} // namespace platform
