// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/workerthread.h"
#include "service/vaulthost.h"

#include <atomic>
#include <functional>
#include <memory>

namespace service {

/// A passphrase of a backup's own has at least this score (passphraseScore()): the file is made to lie about elsewhere.
inline constexpr int kBackupPassphraseScore = 3;

/// Ends what was begun with it or with a copy of it, and nothing else, as long as that is not done: its answer is Cancelled then.
/// Any thread.
class BackupStop {
public:
    void stop() const noexcept { *m_asked = true; }
    [[nodiscard]] bool isAsked() const noexcept { return *m_asked; }

private:
    std::shared_ptr<std::atomic_bool> m_asked = std::make_shared<std::atomic_bool>(false);
};

struct BackupRequest {
    QString path; ///< a new file
    /// A second way into the backup besides the recovery key; empty: none. Never the vault's own without a word.
    base::SecretBytes passphrase;
    QString program; ///< who asks, for the audit log; empty: the caller of Backups
    BackupStop stop = {};
};

struct BackupReport {
    QString path; ///< absolute
    std::int64_t madeAtMs = 0;
    std::uint64_t credentials = 0;
    std::uint64_t versions = 0;
    qint64 bytes = 0;
    bool hasPassphrase = false;
    bool recoveryKeyPending = false; ///< nobody has confirmed yet that they hold the recovery key that opens it
    bool audited = true;             ///< false: the vault cannot be written to now (disk full, read-only, newer format)
};

/// What may open a backup; a recovery key, when given, is the only way tried.
struct BackupWays {
    base::SecretBytes recoveryKey;
    base::SecretBytes passphrase;
};

struct BackupContents {
    struct Entry {
        QString name;
        vault::CredentialKind kind = vault::CredentialKind::Generic;
        int versions = 0;
    };
    QUuid vault;
    std::int64_t madeAtMs = 0;
    std::uint64_t credentials = 0;
    std::uint64_t versions = 0;
    QString auditHead; ///< "SEQ:HEX" of the vault when it was made
    bool hasPassphrase = false;
    QList<Entry> entries; ///< by name
};

struct RestoreRequest {
    QString path; ///< of the backup
    BackupWays ways;
    base::SecretBytes newPassphrase; ///< opens the restored vault, besides the recovery key; empty: none
    bool replace = false;            ///< over a vault: that is kept beside it under another name
    /// Receives the new recovery key when the backup's passphrase opened it; see vault::CreateRequest::deliverRecoveryKey. Runs on
    /// a thread of its own. Without it such a restore is refused (InvalidArgument).
    std::function<base::Result<void>(const base::SecretBytes &)> deliverRecoveryKey;
    BackupStop stop;
};

struct RestoreReport {
    QUuid vault; ///< the new vault's
    std::uint64_t credentials = 0;
    std::uint64_t versions = 0;
    QString keptAs; ///< where the vault that was replaced is now; empty when there was none
    bool hasPassphrase = false;
    bool hasNewRecoveryKey = false;
};

/// Backups of the vault of this process into single files, and back. Main thread. A lock ends a backup that
/// is being made at its next row (Cancelled or Locked), and nothing is left of it.
class Backups final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        VaultHost &host;
        HostPorts ports; ///< those of `host`
        Caller caller;
    };
    explicit Backups(Parts parts, QObject *parent = nullptr);
    /// Stops what is running and waits for it.
    ~Backups() override;

    /// Writes, puts it on the disk, reads it again as a whole and compares; only then the file gets its name. AlreadyExists when
    /// anything stands there, WeakPassphrase, DiskFull, IntegrityFailure of the vault or ("backup") of what was written.
    [[nodiscard]] base::Async<BackupReport> create(BackupRequest request);
    /// Opens all of a backup and tells what is in it. IntegrityFailure, NotAVault, NewerFormat with detail "backup";
    /// WrongPassphrase, NoWayIn, NotFound.
    [[nodiscard]] base::Async<BackupContents> inspect(const QString &path, BackupWays ways, const BackupStop &stop = {});
    /// Makes a vault of a backup, at the place of this process's vault. AlreadyExists when there is one and not `replace`; one
    /// that is open here is locked first, Busy when another program has it open. The vault is then there, and locked. On every
    /// error nothing is made and nothing is changed.
    [[nodiscard]] base::Async<RestoreReport> restore(RestoreRequest request);

private:
    struct Job;
    using SharedJob = std::shared_ptr<Job>;
    [[nodiscard]] base::Async<Done> write(const SharedJob &job);
    [[nodiscard]] base::Async<Done> verify(const SharedJob &job);
    [[nodiscard]] base::Async<BackupReport> publish(const SharedJob &job);

    Parts m_parts;
    /// Grows when backups that were begun before are to end; read on other threads.
    std::shared_ptr<std::atomic_uint64_t> m_creating;
    BackupStop m_leaving; ///< for all that is running
    base::WorkerThread m_thread;
};

} // namespace service
