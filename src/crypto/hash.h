// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"

namespace crypto {

/// SHA-256 (FIPS 180-4). Ends the process when OpenSSL cannot hash at all (out of memory): no caller could go on. Thread-safe.
[[nodiscard]] base::Digest32 sha256(base::ByteView bytes);

} // namespace crypto
