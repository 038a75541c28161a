// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/session.h"

#include <QMap>

namespace vault {

/// Settings that matter for security live inside the authenticated vault: nobody loosens them by editing a file. Vault thread.
class Settings final {
public:
    explicit Settings(Session &session) : m_session(session) {}

    [[nodiscard]] base::Result<QMap<QString, QString>> all();
    /// Stores `changes`; an empty value removes its key.
    [[nodiscard]] base::Result<void> set(const QMap<QString, QString> &changes);
    /// all() and set() for a transaction that is already running: the latter inside a change only.
    [[nodiscard]] base::Result<QMap<QString, QString>> load();
    [[nodiscard]] base::Result<void> store(const QMap<QString, QString> &changes);

    /// The recovery key that was made but not yet confirmed by the user, sealed in the vault; nullopt once confirmed.
    [[nodiscard]] base::Result<std::optional<base::SecretBytes>> pendingRecoveryKey();
    [[nodiscard]] base::Result<void> confirmRecoveryKey();
    /// Inside a running change only (creation, a new recovery key).
    [[nodiscard]] base::Result<void> storePendingRecoveryKey(const base::SecretBytes &text);
    [[nodiscard]] base::Result<void> dropPendingRecoveryKey();
    /// The row that keeps such a key under `keys`.
    [[nodiscard]] static base::Result<ports::RecordRow> pendingRecoveryRow(const base::SecretBytes &text,
                                                                           const Keyring &keys, base::RandomSource &random);

private:
    Session &m_session;
};

} // namespace vault
