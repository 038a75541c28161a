// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/vaulthost.h"
#include "vault/credential.h"

namespace service {

/// Removal that can be undone for a moment: for programs and other readers the credential is gone at once. VaultHost deletes what
/// was not put back at the next unlock that stays open. Main thread.
class Removals final : public QObject {
    Q_OBJECT

public:
    Removals(VaultHost &host, Caller caller, QObject *parent = nullptr);

    /// What was removed. NotFound.
    [[nodiscard]] base::Async<vault::Credential> remove(const QString &name);
    /// NotFound when it is too late; AlreadyExists when something else has the name by now.
    [[nodiscard]] base::Async<vault::Credential> undo(const QUuid &id);
    /// Deletes one for good, and no other: each may have somebody who still wants it back.
    [[nodiscard]] base::Async<Done> purge(const QUuid &id);

private:
    VaultHost &m_host;
    Caller m_caller;
};

/// Best effort, for VaultHost: deletes what was removed at `untilMs` or before. Vault thread.
void purgeRemoved(vault::Session &session, std::int64_t untilMs);

} // namespace service
