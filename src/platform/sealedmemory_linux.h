// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretbytes.h"

namespace platform {

/// A descriptor (close-on-exec, at offset zero, owned by the caller) on an anonymous file that holds `content` and that
/// nobody can change any more: memfd_create(2) with the seals seal, shrink, grow and write. The pages belong to the kernel
/// and go when the last descriptor does; they can be swapped out, which is why this is only for handing over.
[[nodiscard]] base::Result<int> sealedMemory(const base::SecretBytes &content);

} // namespace platform
