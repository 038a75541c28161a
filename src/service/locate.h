// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/references.h"
#include "vault/credentialstore.h"

namespace service {

// Apart from references.h, which the front of the command line uses: it must not load what a session needs.

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
