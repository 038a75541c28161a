// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/credential.h"
#include "vault/name.h"

#include <optional>

namespace service {

/// A name of older tools, understood.
struct AliasMatch {
    vault::Reference reference; ///< with a field, without a version
    vault::CredentialKind kind = vault::CredentialKind::Generic;
};

/// The well-known names of older tools, in any case: `bitget_api_key` is `bitget/main#api_key`. nullopt for any other text.
[[nodiscard]] std::optional<AliasMatch> wellKnownAlias(const QString &text);

/// What the owner's own tools call a field of a credential ("bitget_secret_key"), which wellKnownAlias() leads back to it; empty
/// when there is no such alias.
[[nodiscard]] QString wellKnownAliasOf(const QString &name, const QString &field);
/// The attributes that a credential gets which an alias makes.
[[nodiscard]] QMap<QString, QString> aliasAttributes(const AliasMatch &alias);

/// A reference as people and programs write it: alias, `latchkey://...`, `NAME#FIELD` or NAME. InvalidReference, InvalidName.
[[nodiscard]] base::Result<vault::Reference> resolveReference(const QString &text);

} // namespace service
