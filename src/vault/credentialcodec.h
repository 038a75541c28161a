// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "vault/credential.h"

#include <QByteArray>

namespace vault {

/// CBOR (RFC 8949) form of a credential's metadata, the plaintext of its meta envelope; layout in docs/FORMAT.md. The id is
/// not part of it: it is the key of the row.
[[nodiscard]] QByteArray encodeCredential(const Credential &credential);
/// IntegrityFailure for a value that is missing or of another type, and for a history that cannot be. Keys that it does not know
/// are left alone: a newer minor format may have them.
[[nodiscard]] base::Result<Credential> decodeCredential(const QUuid &id, base::ByteView cbor);

/// A flat map of strings, for settings and audit details.
[[nodiscard]] QByteArray encodeMap(const QMap<QString, QString> &map);
[[nodiscard]] base::Result<QMap<QString, QString>> decodeMap(base::ByteView cbor);

} // namespace vault
