// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretbytes.h"

#include <QByteArray>

namespace keychain {

// QtKeychain takes and gives secrets as QByteArray: the one named exception (VAULT.md) to "secrets only in SecretBytes". These
// functions keep it to a single buffer that is overwritten in place, for every QByteArray that shares it.

/// Overwrites the bytes that `buffer` shares with its copies. The buffer must be on the heap, as QtKeychain's are.
void wipeShared(const QByteArray &buffer) noexcept;

/// Copies into a SecretBytes and wipes the shared buffer, whether the copy succeeded or not.
[[nodiscard]] base::Result<base::SecretBytes> drainShared(const QByteArray &buffer);

/// A heap buffer of its own with the secret in it; the caller calls wipeShared() when its reader is done.
[[nodiscard]] QByteArray exposeAsBuffer(const base::SecretBytes &secret);

} // namespace keychain
