// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/systemprocesses.h"

namespace platform {

// Nothing is known here, so nothing is told.
std::optional<std::uint64_t> SystemProcesses::startOf(std::int64_t) const
{
    return std::nullopt;
}

QString SystemProcesses::nameOf(std::int64_t) const
{
    return {};
}

} // namespace platform
