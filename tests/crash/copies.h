// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench.h"

// Backups made and restored by a process that is killed meanwhile or whose disk fails, and what may be left of that.

namespace crashtest {

/// As the service does it: written, put on the disk, read again and compared, noted in the audit log, given its name.
[[nodiscard]] base::Result<void> backUp(const vault::Environment &environment, const QString &vaultPath,
                                        const QString &passphrase, const QString &file);

struct Restoring {
    QString file; ///< the backup
    QByteArray recoveryKey;
    QString newPassphrase;
    QString target; ///< where the vault is to stand
    bool replace = false;
};
[[nodiscard]] base::Result<void> restore(const vault::Environment &environment, const Restoring &order);

/// Everything that stands in the vault, which must verify.
[[nodiscard]] base::Result<State> readBack(const vault::Environment &environment, const QString &path,
                                           const vault::UnlockRequest &way);
/// Without what a restored vault does not share with the one that was backed up: counter, audit log, passphrase.
[[nodiscard]] QString contentText(State state);

/// Names in the file's folder that begin with its own and `infix`.
[[nodiscard]] QStringList namesBeside(const QString &file, const QString &infix);

class CopyRounds final {
public:
    explicit CopyRounds(Bench &bench) : m_bench(bench) {}

    /// For Orders; judge with judgeBackup(). What an earlier round left is taken away before.
    [[nodiscard]] std::function<base::Result<void>(const vault::Environment &)> backupJob();
    /// True when the backup was made and the vault knows it.
    [[nodiscard]] base::Result<bool> judgeBackup(bool acknowledged);

    /// A vault, a backup of it, and changes since; kept by the bench.
    [[nodiscard]] Verdict prepareRestoring(const QString &passphrase, const QList<Step> &since);
    /// Puts all that back, then a restore over the vault (`replace`), or beside it where there is none.
    [[nodiscard]] std::function<base::Result<void>(const vault::Environment &)> restoreJob(bool replace);
    /// True when the restored vault stands there.
    [[nodiscard]] base::Result<bool> judgeRestore(bool acknowledged);

private:
    [[nodiscard]] QString file() { return m_bench.home().file(QStringLiteral("copy.lkb")); }
    [[nodiscard]] QString other() { return m_bench.home().file(QStringLiteral("other/vault.db")); }
    [[nodiscard]] Verdict judgeRestored();
    [[nodiscard]] Verdict judgeOld(const QString &path);
    [[nodiscard]] Verdict judgeNames(bool restored);
    [[nodiscard]] Verdict clearUp();

    Bench &m_bench;
    Restoring m_order;
    QByteArray m_file;  ///< the backup
    QString m_backedUp; ///< contentText() of the vault when the backup was made
};

} // namespace crashtest
