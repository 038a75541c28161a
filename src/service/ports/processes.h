// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace service::ports {

/// The processes of this computer. Any thread.
class Processes {
public:
    virtual ~Processes() = default;
    /// When this process was started, in a unit of the system's own; none when there is no such process (any more). Together with
    /// the number it tells one process from all others: numbers are given out again.
    [[nodiscard]] virtual std::optional<std::uint64_t> startOf(std::int64_t pid) const = 0;
    /// How people call what runs there: the name of the program that it has started and looks after (`latchkey run`), or
    /// else its own. Empty when that is not known.
    [[nodiscard]] virtual QString nameOf(std::int64_t pid) const = 0;
};

} // namespace service::ports
