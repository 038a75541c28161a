// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace service {

/// Light or dark, as the user chose it.
enum class Appearance { System, Light, Dark };

namespace ports {

/// Keeps what the window looks like: no secret, the same for every vault, and wanted before one is open. Main thread; a small
/// file at most.
class AppearanceStore {
public:
    virtual ~AppearanceStore() = default;
    /// What was kept; System when nothing was, or nothing that can be read.
    [[nodiscard]] virtual Appearance appearance() const = 0;
    /// IoFailure, ReadOnly, DiskFull, UnsafePermissions.
    [[nodiscard]] virtual base::Result<void> setAppearance(Appearance appearance) = 0;
};

} // namespace ports
} // namespace service
