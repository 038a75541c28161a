// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/backupstream.h"
#include "vault/session.h"
#include "vault/slot.h"

#include <functional>
#include <optional>

namespace transfer {

/// Asked between records and chunks; true ends the work with Cancelled.
using Stop = std::function<bool()>;

/// What a backup that was just written holds.
struct WrittenBackup {
    QUuid vault;
    std::int64_t madeAtMs = 0;
    BackupTotals totals;
    bool hasPassphrase = false;
    bool recoveryKeyPending = false; ///< nobody has confirmed yet that they hold the recovery key that opens it
};

/// A slot of the backup's own, for a passphrase as normalizedPassphrase() gives it. Runs Argon2id.
[[nodiscard]] base::Result<vault::KeySlot> backupPassphraseSlot(vault::Session &session, const base::SecretBytes &passphrase,
                                                                const crypto::Argon2Params &kdf);

/// Writes the vault as it is at one moment, verified row by row and still sealed under its own key, into `file` and closes it.
/// Opened by the vault's recovery key, and by `own` where there is one. Memory does not grow with the vault but for 100 bytes a
/// row that the session keeps anyway. IntegrityFailure names what is damaged in the vault. Vault thread.
[[nodiscard]] base::Result<WrittenBackup> writeBackup(vault::Session &session, NewFile &file,
                                                      const std::optional<vault::KeySlot> &own, const Stop &stop);

/// Reads a backup of this vault again from its file and compares it with what was written: IntegrityFailure ("backup") when they
/// differ in a single byte. Vault thread.
[[nodiscard]] base::Result<void> verifyBackup(vault::Session &session, const QString &path, const WrittenBackup &written,
                                              const Stop &stop);

} // namespace transfer
