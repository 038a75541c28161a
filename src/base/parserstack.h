// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"

#include <array>

namespace base::detail {

/// Boost.JSON unescapes into a buffer of this size on the stack (BOOST_JSON_STACK_BUFFER_SIZE), with some room for its frames.
inline constexpr std::size_t kParserStack = std::size_t{16} * 1024;

/// Overwrites the stack that a parser just used.
[[gnu::noinline]] inline void wipeParserStack() noexcept
{
    std::array<unsigned char, kParserStack> frame; // not initialised: overwritten right here
    wipe(frame);
}

} // namespace base::detail
