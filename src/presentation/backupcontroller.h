// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/stripmessage.h"
#include "service/backupschedule.h"
#include "service/integrity.h"

#include <QObject>

#include <optional>

namespace presentation {

/// Backups of the open vault: the latest, a new one, and those that are made by themselves. GUI thread.
class BackupController final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        service::VaultHost &host;
        service::Backups &backups;
        service::BackupSchedule &schedule;
        service::Integrity &integrity;
    };
    explicit BackupController(Parts parts, QObject *parent = nullptr);

    /// Reads anew when the latest backup was made, and what is planned.
    void reload();
    /// Empties everything; at lock.
    void clear();

    /// "Last backup: 27/11/2026, 20:31.", and what became of a later one that failed.
    [[nodiscard]] QString stateText() const;
    /// The latest attempt to make one by itself failed.
    [[nodiscard]] bool hasFailed() const { return isOfThisVault() && m_parts.schedule.lastFailure().has_value(); }

    /// What the switches show: a change counts at once, and is taken back when it cannot be stored.
    [[nodiscard]] const service::BackupPlan &plan() const noexcept { return m_plan; }
    void change(const service::BackupPlan &next);

    /// The vault is known: backUp() can be asked for.
    [[nodiscard]] bool isReady() const noexcept { return !m_vault.isNull() && !m_busy; }
    /// For the file of a backup that is made now.
    [[nodiscard]] QString suggestedName() const;
    /// Into a new file.
    void backUp(const QString &path);
    /// Gives up the backup that is being made; nothing of it stays.
    void cancel();
    [[nodiscard]] bool isBusy() const noexcept { return m_busy; }
    /// What became of a switch or of reading, until something else is done; else of the backup.
    [[nodiscard]] const StripMessage &message() const noexcept
    {
        return m_fault.level == StripMessage::Level::None ? m_message : m_fault;
    }

Q_SIGNALS:
    /// Any of the above is another.
    void changed();

private:
    [[nodiscard]] bool isOfThisVault() const noexcept { return !m_vault.isNull() && m_parts.schedule.vault() == m_vault; }
    void setMessage(StripMessage message);
    void setFault(const base::Error &error);
    void finish(const base::Result<service::BackupReport> &report);
    [[nodiscard]] static StripMessage madeMessage(const service::BackupReport &report);
    void showPlan(const service::BackupPlan &stored);
    void save();
    void stored(const base::Result<service::Done> &done);
    /// Looks for the latest backup in the audit log, from its newest entry on and piece by piece.
    void look(std::uint64_t before);

    Parts m_parts;
    QUuid m_vault;
    service::BackupPlan m_plan;
    std::optional<service::BackupPlan> m_next; ///< to be stored after what is being stored
    std::int64_t m_lastMs = 0;                 ///< of the latest backup that is known; 0: none
    bool m_saving = false;
    bool m_busy = false;
    service::BackupStop m_stop; ///< of the backup that is being made
    StripMessage m_message;     ///< of that, or of the latest
    StripMessage m_fault;       ///< of anything else; the backup goes on beneath
    std::uint64_t m_asked = 0;  ///< grows with clear(): older answers are dropped
    std::uint64_t m_looked = 0;
};

} // namespace presentation
