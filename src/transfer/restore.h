// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/backupreader.h"
#include "transfer/backupwriter.h"
#include "vault/vault.h"

#include <QStringList>

namespace transfer {

struct RestoreRequest {
    QString vaultPath;
    bool replace = false;            ///< what stands at the path is kept beside it under another name
    base::SecretBytes newPassphrase; ///< UTF-8 as typed; empty: the recovery key alone will open the vault
    crypto::Argon2Params kdf;
    /// Called with the text of a new recovery key, before the vault comes into being, when the backup was not opened by its own; an
    /// error makes nothing. Needed then.
    std::function<base::Result<void>(const base::SecretBytes &)> deliverRecoveryKey;
    /// Held while Argon2id runs; may be empty.
    std::function<base::Result<std::shared_ptr<void>>()> enterKdf;
    Stop stop;
};

struct RestoredVault {
    QUuid vault;
    BackupTotals totals;
    QString keptAs; ///< where the vault that was replaced is now; empty when there was none
    bool hasPassphrase = false;
    bool hasNewRecoveryKey = false;
};

/// What is in a backup, for people who look before they restore.
struct BackupListing {
    struct Entry {
        QString name;
        vault::CredentialKind kind = vault::CredentialKind::Generic;
        int versions = 0;
    };
    QUuid vault;
    std::int64_t madeAtMs = 0;
    vault::AuditPosition auditHead; ///< of the vault, when the backup was made
    BackupTotals totals;
    QList<Entry> entries; ///< without what was removed
    bool hasPassphrase = false;
};

/// Opens everything that is in the backup, and throws it away again.
[[nodiscard]] base::Result<BackupListing> listBackup(const vault::Environment &environment, BackupReader &reader,
                                                     const OpenedBackup &opened, const Stop &stop);

/// Makes a vault of what is in the backup, under a new uuid and a new key; the backup's recovery key opens it as before. Everything
/// is read and verified before the first byte is written, and once more while it is written; whatever fails, nothing is made and
/// nothing is changed. AlreadyExists over a vault unless `replace`; Busy when another program has the vault open that is to be
/// replaced; IntegrityFailure ("backup").
[[nodiscard]] base::Result<RestoredVault> restoreBackup(const vault::Environment &environment, BackupReader &reader,
                                                        const OpenedBackup &opened, const RestoreRequest &request);

} // namespace transfer
