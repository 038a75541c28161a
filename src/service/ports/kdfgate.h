// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <chrono>
#include <memory>

namespace service::ports {

/// Limits of the machine for key derivation; implemented over platform::lockKdf and availableMemoryKiB. Called on the vault
/// thread, may block there.
class KdfGate {
public:
    virtual ~KdfGate() = default;
    /// Waits for this process's turn (one Argon2 at a time over all processes of the user); held until the value dies. Busy
    /// after `patience`.
    [[nodiscard]] virtual base::Result<std::shared_ptr<void>> enter(std::chrono::milliseconds patience) = 0;
    /// Memory that could be used now, KiB; 0 when the system does not tell.
    [[nodiscard]] virtual std::uint64_t availableMemoryKiB() = 0;
};

} // namespace service::ports
