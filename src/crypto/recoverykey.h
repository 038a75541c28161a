// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretbytes.h"

#include <QUuid>

#include <cstddef>

namespace crypto {

/// The recovery key on paper: version (3 bits, 0) | secret (20 bytes) | SHA-256(recovery id)[0..3], 195 bits as 39 Bech32m
/// characters and 6 of checksum; the human-readable part "latchkey" goes into the checksum and is not printed.
inline constexpr std::size_t kRecoverySecretSize = 20;
/// 9 groups of 5 characters with a space between.
inline constexpr std::size_t kRecoveryTextSize = 9 * 5 + 8;

/// Upper-case text of kRecoveryTextSize characters. InvalidArgument when the secret does not have 20 bytes.
[[nodiscard]] base::Result<base::SecretBytes> encodeRecoveryKey(const base::SecretBytes &secret, const QUuid &recoveryId);

/// The 20 bytes. Upper and lower case, spaces, tabs, line ends and dashes are all accepted. WrongPassphrase with detail
/// "recovery_checksum" (mistyped, incomplete) or "recovery_other_vault" (a good key of another vault).
[[nodiscard]] base::Result<base::SecretBytes> decodeRecoveryKey(const base::SecretBytes &text, const QUuid &recoveryId);

} // namespace crypto
