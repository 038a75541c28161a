// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretbytes.h"

namespace crypto {

enum class PrivateKeyKind {
    None, ///< no PEM private key: an ordinary secret
    Rsa,
    Ed25519,
    Ec,
    Unreadable, ///< looks like one, but is damaged, of another kind, or encrypted (nobody is ever asked for its passphrase)
};

[[nodiscard]] PrivateKeyKind privateKeyKind(const base::SecretBytes &pem);

/// RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017). InvalidArgument with detail "private_key" when the key is not an RSA key.
[[nodiscard]] base::Result<QByteArray> rsaSha256Sign(const base::SecretBytes &pem, base::ByteView message);

/// Ed25519 (RFC 8032), 64 bytes. InvalidArgument with detail "private_key" when the key is not an Ed25519 key.
[[nodiscard]] base::Result<QByteArray> ed25519Sign(const base::SecretBytes &pem, base::ByteView message);

} // namespace crypto
