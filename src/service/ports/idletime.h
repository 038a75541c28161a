// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"

#include <chrono>

namespace service::ports {

/// For how long nobody has touched keyboard or mouse, in any program of the session. Main thread.
class IdleTime {
public:
    virtual ~IdleTime() = default;
    /// NotFound where the system does not tell; TimedOut when it gave no answer within two seconds.
    [[nodiscard]] virtual base::Async<std::chrono::milliseconds> idle() = 0;
};

} // namespace service::ports
