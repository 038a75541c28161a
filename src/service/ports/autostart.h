// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace service::ports {

/// Whether the desktop starts this program when the user logs in: hidden and locked, without a prompt. Main thread; a small
/// file at most.
class Autostart {
public:
    virtual ~Autostart() = default;
    [[nodiscard]] virtual bool isEnabled() const = 0;
    /// IoFailure, ReadOnly, DiskFull.
    [[nodiscard]] virtual base::Result<void> setEnabled(bool enabled) = 0;
};

} // namespace service::ports
