// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/session.h"

#include <QStringList>

namespace vault {

/// Names of keychain entries that no slot needs any more and that are still to be deleted: written in the transaction that takes
/// their slots away, so that no crash leaves one forgotten. Nothing else is ever deleted from a keychain. Vault thread.
class CleanupList final {
public:
    explicit CleanupList(Session &session) : m_session(session) {}

    [[nodiscard]] base::Result<QStringList> names();
    /// Inside a running change.
    [[nodiscard]] base::Result<void> add(const QStringList &names);
    /// These are gone from the keychain. A change of its own; nothing is written when none of them is in the list.
    [[nodiscard]] base::Result<void> done(const QStringList &names, const QString &program);

    /// The row of these names under `keys`, and what such a row holds.
    [[nodiscard]] static base::Result<ports::RecordRow> rowOf(const QStringList &names, const Keyring &keys,
                                                              base::RandomSource &random);
    [[nodiscard]] static base::Result<QStringList> read(Integrity &integrity, const Keyring &keys);

private:
    [[nodiscard]] base::Result<void> store(const QStringList &names);

    Session &m_session;
};

} // namespace vault
