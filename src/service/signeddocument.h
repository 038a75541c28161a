// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretbytes.h"
#include "exchange/requestsigner.h"

namespace service {

/// What `latchkey sign` prints (docs/INTERFACE.md): one JSON object and a line break. Key and passphrase stand in its headers,
/// so it is put together in secure memory. OutOfSecureMemory.
[[nodiscard]] base::Result<base::SecretBytes> signedDocument(exchange::SignedRequest request);

} // namespace service
