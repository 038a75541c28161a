// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretbytes.h"

namespace service {

/// zxcvbn's estimate: 0 (too guessable) to 4 (very unguessable).
[[nodiscard]] int passphraseScore(const base::SecretBytes &passphrase);

} // namespace service
