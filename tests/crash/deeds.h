// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model.h"
#include "vault/slotmanager.h"
#include "vault/vaultfixture.h"

// The steps of the model done to a real vault, and a real vault read back into the model's terms.

namespace crashtest {

/// Almost free: what Argon2id costs is tested in crypto.
inline constexpr crypto::Argon2Params kFreeKdf{8, 1, 1};

/// `deliver` gets the recovery keys that are made.
[[nodiscard]] base::Result<void> perform(vault::Vault &vault, const Step &step, const vault::RecoveryKeyDelivery &deliver);

/// What stands in an open vault: every credential, every readable version with its value, report, setting. Reading is itself
/// recorded in the audit log: `audited` gets the number of entries written by it. auditSeq is that of before.
[[nodiscard]] base::Result<State> observe(vault::Vault &vault, std::uint64_t &audited);

/// Empty when every row, every envelope and the whole audit log verify; else what does not.
[[nodiscard]] base::Result<QStringList> verify(vault::Vault &vault);

[[nodiscard]] vault::UnlockRequest byPassphrase(const QString &passphrase);
[[nodiscard]] vault::UnlockRequest byRecoveryKey(const QByteArray &text);
/// By what State::way names.
[[nodiscard]] vault::UnlockRequest byWay(const QString &way);

} // namespace crashtest
