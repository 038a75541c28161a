// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

// scanner_linux.cpp as part of a program that looks through its own memory. One thread.

namespace memoryscan {

/// XORed with each byte of what is looked for, so that looking for it does not find the search.
inline constexpr unsigned char kDisguise = 0xa5;

/// One more thing to look for, under a name of its own: `size` disguised bytes, at most 256.
void lookFor(const char *name, const unsigned char *disguised, std::size_t size);
/// How often it stands in this process's writable memory now, with its bytes 1, 2, 4, 8 or 16 apart.
[[nodiscard]] unsigned long copiesOf(const char *name);

} // namespace memoryscan
