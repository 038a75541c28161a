// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/backups.h"

#include <QTimer>

#include <chrono>
#include <optional>

namespace service {

enum class BackupPeriod { Off, Daily, Weekly };

/// "off", "daily", "weekly".
[[nodiscard]] QString periodName(BackupPeriod period);
[[nodiscard]] std::optional<BackupPeriod> periodFromName(const QString &name);

/// When backups are made by themselves; stands in the vault.
struct BackupPlan {
    BackupPeriod period = BackupPeriod::Off;
    QString folder; ///< absolute
    int keep = 7;   ///< newest files of this vault that stay; 1 to kMostBackupsKept

    friend bool operator==(const BackupPlan &, const BackupPlan &) = default;
};
inline constexpr int kMostBackupsKept = 1000;

/// Makes backups by themselves where an agent keeps the vault open: when one is due, also one that was missed, and keeps the newest.
/// A file is this vault's own when its name is as backupFileName() makes it and its header holds the vault's uuid; nothing else
/// in the folder is ever touched, and the folder is never made (it may be a disk that is not there now). Main thread.
class BackupSchedule final : public QObject {
    Q_OBJECT

public:
    BackupSchedule(VaultHost &host, Backups &backups, QObject *parent = nullptr);

    [[nodiscard]] base::Async<BackupPlan> plan();
    /// InvalidArgument ("--to", "--keep") when the folder is not there or the number makes no sense. Recorded in the audit log.
    /// What was stored is tried at once: a failure before is forgotten.
    [[nodiscard]] base::Async<Done> setPlan(const BackupPlan &plan);

    /// Looks whether one is due after each unlock and every `interval`.
    void start(std::chrono::milliseconds interval);
    enum class Outcome { NothingPlanned, NotDue, Made };
    /// Looks now. After a failure it is NotDue for an hour, whatever it finds, unless another plan is stored by then. An error is
    /// kept as lastFailure() and recorded in the audit log ("backup-failed").
    [[nodiscard]] base::Async<Outcome> runIfDue();

    struct Failure {
        base::Error error;
        std::int64_t atMs = 0;
    };
    /// The vault that these two tell of: the one that was looked at latest, for a restore may bring another. Null: none yet.
    [[nodiscard]] const QUuid &vault() const noexcept { return m_vault; }
    /// Of the latest attempt in this process; none after a success.
    [[nodiscard]] const std::optional<Failure> &lastFailure() const noexcept { return m_failure; }
    /// The newest backup that is known in this process; 0: none.
    [[nodiscard]] std::int64_t lastMadeAtMs() const noexcept { return m_lastMadeAtMs; }

Q_SIGNALS:
    /// lastFailure() or lastMadeAtMs() is another.
    void statusChanged();

private:
    struct Round;
    using SharedRound = std::shared_ptr<Round>;
    /// A failure of this plan is not an hour old.
    [[nodiscard]] bool waits(const BackupPlan &plan) const;
    void meet(const QUuid &vault);
    void forgetFailure();
    [[nodiscard]] base::Async<Outcome> look(const SharedRound &round);
    [[nodiscard]] base::Async<Outcome> make(const SharedRound &round);
    void finish(const base::Result<Outcome> &outcome, const Round &round);
    void recordFailure(const base::Error &error, const QString &file);
    void runQuietly();

    VaultHost &m_host;
    Backups &m_backups;
    QUuid m_vault;
    std::optional<Failure> m_failure;
    BackupPlan m_failed; ///< what m_failure is of; none planned: it came before the plan could be read
    std::int64_t m_lastMadeAtMs = 0;
    bool m_running = false;
    QTimer m_timer;
    base::WorkerThread m_thread;
};

/// "latchkey-<first 8 digits of the uuid>-20260131T235959Z.lkb".
[[nodiscard]] QString backupFileName(const QUuid &vault, std::int64_t timeMs);

} // namespace service
