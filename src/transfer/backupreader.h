// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/backupheader.h"
#include "transfer/backupstream.h"

#include <QFile>

#include <functional>
#include <memory>
#include <optional>

namespace transfer {

/// What may open a backup; the recovery key, when given, is the only way tried.
struct BackupKey {
    base::SecretBytes recoveryKey;        ///< text as typed
    base::SecretBytes passphrase;         ///< UTF-8 as typed
    std::uint64_t availableMemoryKiB = 0; ///< for the cap on a file's KDF parameters; 0: no such cap
};

struct OpenedBackup {
    base::SecretBytes vaultKey;
    std::optional<base::SecretBytes> recoverySecret; ///< 20 bytes, when the recovery key opened it
};

struct BackupContent {
    BackupOrigin origin;
    BackupTotals totals;
};

/// A backup file. Any thread, one at a time.
class BackupReader final {
public:
    /// Reads the header only. NotFound when nothing is there; NotAVault, NewerFormat, IntegrityFailure with detail "backup".
    [[nodiscard]] static base::Result<std::unique_ptr<BackupReader>> open(const QString &path);

    [[nodiscard]] const BackupHeader &header() const noexcept { return m_header; }
    /// WrongPassphrase, KdfTooCostly; NoWayIn when it has no slot for what was given. Runs Argon2id for a passphrase.
    [[nodiscard]] base::Result<OpenedBackup> unlock(const BackupKey &key) const;
    /// Reads all of it, from the beginning, and calls `visitor` for each record in the order of the table; its error ends the
    /// reading. Only success says that what was visited is the whole backup. IntegrityFailure ("backup").
    using Visitor = std::function<base::Result<void>(const vault::ports::RecordRow &)>;
    [[nodiscard]] base::Result<BackupContent> read(const base::SecretBytes &vaultKey, const Visitor &visitor);

private:
    explicit BackupReader(const QString &path) : m_file(path) {}
    [[nodiscard]] base::Result<OpenedBackup> openRecovery(const base::SecretBytes &text) const;
    [[nodiscard]] base::Result<OpenedBackup> openPassphrase(const BackupKey &key) const;

    QFile m_file;
    BackupHeader m_header;
    qint64 m_contentAt = 0;
};

} // namespace transfer
