// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <functional>
#include <memory>

namespace platform {

/// Calls `asked` in this thread's event loop when the system or the user asks the program to end (SIGTERM, SIGINT, SIGHUP).
class TerminationSignals final {
public:
    /// Busy while another one watches.
    [[nodiscard]] static base::Result<std::unique_ptr<TerminationSignals>> watch(std::function<void()> asked);
    ~TerminationSignals();
    Q_DISABLE_COPY_MOVE(TerminationSignals)

private:
    struct Private;
    explicit TerminationSignals(std::unique_ptr<Private> d) noexcept;

    std::unique_ptr<Private> m_d;
};

} // namespace platform
