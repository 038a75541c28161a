// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/backupcommand.h"

#include "cli/composition.h"
#include "cli/opener.h"
#include "cli/syntax.h"

#include <QFileInfo>

namespace cli {

using base::ErrorCode;

void BackupCommand::declare(Syntax &syntax)
{
    syntax.positional("FILE", m_path, "A new file, mode 0600; nothing is ever overwritten", false);
    syntax.option("--schedule WHEN", m_schedule, "daily, weekly or off: what an agent does by itself");
    syntax.option("--to DIR", m_folder, "With --schedule: the folder for them, which must exist");
    syntax.option("--keep N", m_keep, "With --schedule: how many of them stay (7)");
    syntax.footer("The recovery key opens the backup. With --new-passphrase-file a strong passphrase of its own does, too.");
}

base::Async<int> BackupCommand::run(Composition &parts)
{
    const bool scheduling = !m_schedule.isEmpty() || !m_folder.isEmpty() || !m_keep.isEmpty();
    if (m_path.isEmpty() == !scheduling)
        return base::readyError<int>(ErrorCode::InvalidArgument, QStringLiteral("FILE or --schedule"));
    return scheduling ? plan(parts) : make(parts);
}

base::Async<int> BackupCommand::make(Composition &parts)
{
    auto passphrase = WaysInReader(parts.options()).givenNewPassphrase();
    if (!passphrase)
        return base::ready<int>(std::unexpected(passphrase.error()));
    auto request = std::make_shared<service::BackupRequest>();
    request->path = m_path;
    if (*passphrase)
        request->passphrase = **std::move(passphrase);
    auto *backups = new service::Backups({parts.host(), parts.hostPorts(), parts.caller()}, this);
    return withVault(
        parts, this, [backups, request] { return backups->create(std::move(*request)); },
        [&parts](const service::BackupReport &made) {
            Output &out = parts.output();
            out.document(QJsonObject{{QStringLiteral("file"), made.path},
                                     {QStringLiteral("made_at"), base::toRfc3339(made.madeAtMs)},
                                     {QStringLiteral("credentials"), static_cast<qint64>(made.credentials)},
                                     {QStringLiteral("versions"), static_cast<qint64>(made.versions)},
                                     {QStringLiteral("bytes"), made.bytes},
                                     {QStringLiteral("passphrase"), made.hasPassphrase},
                                     {QStringLiteral("recovery_key_confirmed"), !made.recoveryKeyPending},
                                     {QStringLiteral("audited"), made.audited}});
            out.line(
                QStringLiteral("Backed up %1 to %2, and read it again.").arg(credentialCount(made.credentials), made.path));
            if (made.recoveryKeyPending)
                out.note(QStringLiteral("latchkey: The recovery key that opens it was not confirmed yet."));
            if (!made.audited)
                out.note(QStringLiteral("latchkey: The vault cannot be written to, so its log does not tell of this."));
            return 0;
        });
}

base::Result<service::BackupPlan> BackupCommand::wanted() const
{
    service::BackupPlan plan;
    const auto period = service::periodFromName(m_schedule);
    if (!period)
        return base::fail(ErrorCode::InvalidArgument, QStringLiteral("--schedule"));
    plan.period = *period;
    plan.folder = m_folder.isEmpty() ? QString() : QFileInfo(m_folder).absoluteFilePath();
    if (m_keep.isEmpty())
        return plan;
    bool isNumber = false;
    plan.keep = m_keep.toInt(&isNumber);
    if (!isNumber)
        return base::fail(ErrorCode::InvalidArgument, QStringLiteral("--keep"));
    return plan;
}

base::Async<int> BackupCommand::plan(Composition &parts)
{
    const auto plan = wanted();
    if (!plan)
        return base::ready<int>(std::unexpected(plan.error()));
    auto *backups = new service::Backups({parts.host(), parts.hostPorts(), parts.caller()}, this);
    auto *schedule = new service::BackupSchedule(parts.host(), *backups, this);
    return withVault(
        parts, this, [schedule, plan = *plan] { return schedule->setPlan(plan); },
        [&parts, plan = *plan](service::Done) {
            const bool on = plan.period != service::BackupPeriod::Off;
            parts.output().document(QJsonObject{{QStringLiteral("schedule"), service::periodName(plan.period)},
                                                {QStringLiteral("to"), on ? QJsonValue(plan.folder) : QJsonValue()},
                                                {QStringLiteral("keep"), on ? QJsonValue(plan.keep) : QJsonValue()}});
            parts.output().line(on ? QStringLiteral("An agent that is open makes a backup %1, in %2, and keeps %3 of them.")
                                         .arg(service::periodName(plan.period), plan.folder)
                                         .arg(plan.keep)
                                   : QStringLiteral("No backups are made by themselves."));
            return 0;
        });
}

} // namespace cli
