// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretbytes.h"

#include <string_view>

namespace transfer {

/// What every parser of text asks for first: valid UTF-8 without a NUL, not larger than what is read at all; a byte order mark is
/// passed over. The view is into `text`. InvalidArgument.
[[nodiscard]] base::Result<std::string_view> plainText(const base::SecretBytes &text);

/// Space, tab and carriage return: what may stand around a value on its line.
[[nodiscard]] bool isBlank(char c) noexcept;
/// Without blanks and line ends on both sides.
[[nodiscard]] std::string_view trimmed(std::string_view text) noexcept;

} // namespace transfer
