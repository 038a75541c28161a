// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/credentialstore.h"
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

/// A name that the user gave to a reference.
struct UserAlias {
    QString name;
    vault::Reference target;
};
/// The user's own aliases, sorted by name; for a session on the vault thread.
[[nodiscard]] base::Result<QList<UserAlias>> userAliases(vault::Session &session);
/// nullopt when the user has no alias of that name; its case does not matter.
[[nodiscard]] base::Result<std::optional<vault::Reference>> userAlias(vault::Session &session, const QString &name);
/// Where the user's aliases stand among the vault's settings.
[[nodiscard]] QString aliasSetting(const QString &name);

/// A reference that was looked up: what it names, and itself, with the user's alias replaced by what that stands for.
struct Located {
    vault::Credential credential;
    vault::Reference reference;
};
/// What a reference names in the open vault. A credential's own name goes before an alias. NotFound.
[[nodiscard]] base::Result<Located> locate(vault::Session &session, const vault::Reference &reference);
/// The credential that a name or an alias of any kind belongs to. NotFound, InvalidName.
[[nodiscard]] base::Result<vault::Credential> locateCredential(vault::Session &session, const QString &text);

} // namespace service
