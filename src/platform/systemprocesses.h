// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/ports/processes.h"

namespace platform {

/// The processes of this computer, by proc(5). Any thread.
class SystemProcesses final : public service::ports::Processes {
public:
    [[nodiscard]] std::optional<std::uint64_t> startOf(std::int64_t pid) const override;
    /// Printable, at most 15 characters long (comm of proc(5)).
    [[nodiscard]] QString nameOf(std::int64_t pid) const override;
};

} // namespace platform
