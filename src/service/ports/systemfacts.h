// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/secretbytes.h"

#include <QList>
#include <QString>

#include <cstdint>
#include <optional>
#include <utility>

namespace service::ports {

/// What is really in force for this process now; asked of the system, not remembered.
struct ProcessProtection {
    bool dumpable = true;
    std::uint64_t coreLimit = 0; ///< bytes
    base::SecureHeapState secureHeap = base::SecureHeapState::NotInitialized;
    std::optional<std::uint64_t> lockedKiB; ///< memory that cannot be swapped out; none when the system does not tell
};

/// What only the composition root can tell about the computer and the parts that the program is made of.
struct SystemFacts {
    ProcessProtection protection;
    QString stateFolder;
    QString controlSocket;
    QString fileSystem;                   ///< of the vault's folder ("ext4"); empty when the system does not tell
    base::Result<void> vaultPlace;        ///< or why no vault may stand there
    base::Result<bool> agentRuns = false; ///< or why it cannot be told
    QString opensslVersion;
    QString sqliteVersion;
};

} // namespace service::ports
