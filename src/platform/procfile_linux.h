// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <string_view>

namespace platform {

/// Value of a line `Name:   123 kB` in a file of proc(5); none when the file or the line is missing.
[[nodiscard]] std::optional<std::uint64_t> procValueKiB(const QString &path, std::string_view name);

} // namespace platform
