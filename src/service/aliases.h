// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/locate.h"
#include "service/vaulthost.h"

namespace service {

/// The user's own aliases: short names for references, accepted wherever a reference is. They are settings of the vault. Main
/// thread.
class Aliases final : public QObject {
    Q_OBJECT

public:
    Aliases(VaultHost &host, Caller caller, QObject *parent = nullptr);

    /// Sorted by name.
    [[nodiscard]] base::Async<QList<UserAlias>> list();
    /// A name without '/'. AlreadyExists when a credential, a well-known alias or another alias has it: none of them can be
    /// shadowed. InvalidName, InvalidReference; NotFound when nothing is stored under the target's name.
    [[nodiscard]] base::Async<UserAlias> add(const QString &name, const QString &target);
    /// NotFound; what it stood for stays.
    [[nodiscard]] base::Async<Done> remove(const QString &name);

private:
    VaultHost &m_host;
    Caller m_caller;
};

/// For a rename inside a running change: aliases of the one name go on meaning the same credential.
[[nodiscard]] base::Result<void> renameInAliases(vault::Session &session, const QString &from, const QString &to);

} // namespace service
