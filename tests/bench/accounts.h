// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/credentialstore.h"

namespace bench {

inline constexpr int kAuditEntries = 10'000;
inline const QString kField = QStringLiteral("api_secret");

/// An exchange account as Latchkey stores it: its number is in its name.
[[nodiscard]] vault::Credential account(int number);
/// Three fields of the lengths that Bitget's have.
[[nodiscard]] base::SecretFields accountFields(int number);
[[nodiscard]] vault::AuditEvent event(const QString &kind);

/// Fills a new vault with what the budgets are stated for: accounts with one version and three secret fields each, and a log of
/// kAuditEntries entries, nearly all of them releases after the last change. Returns the ids. The rows are written here, since
/// the program's own ways would add an entry for each account.
[[nodiscard]] base::Result<QList<QUuid>> fill(vault::Session &session, int accounts);
/// Finds, verifies and decrypts one field, without a word in the log: what a release does besides its entry.
[[nodiscard]] base::Result<base::SecretBytes> decryptOne(vault::Session &session, const QUuid &id, const QString &field);

} // namespace bench
