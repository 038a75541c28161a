// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

namespace platform {

/// Memory in KiB that this process could take now without swapping, for the cap on key derivation; limits of the process's
/// control group (containers, systemd units) count. None when the system does not tell.
[[nodiscard]] std::optional<std::uint64_t> availableMemoryKiB();

} // namespace platform
