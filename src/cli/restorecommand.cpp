// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/restorecommand.h"

#include "cli/composition.h"
#include "cli/opener.h"
#include "cli/recoverykeydelivery.h"
#include "cli/syntax.h"

#include <QJsonArray>
#include <QJsonObject>

namespace cli {

using base::ErrorCode;

namespace {

/// From the options, else from the terminal.
base::Result<service::BackupWays> waysOf(Composition &parts)
{
    service::BackupWays out;
    LATCHKEY_TRY(auto given, WaysInReader(parts.options()).given());
    if (given) {
        out.recoveryKey = std::move(given->recoveryKey);
        out.passphrase = std::move(given->passphrase);
        return out;
    }
    LATCHKEY_TRY(out.passphrase, WaysInReader::askPassphrase());
    return out;
}

int showContents(Output &out, const service::BackupContents &contents)
{
    QJsonArray entries;
    QList<QStringList> table;
    for (const service::BackupContents::Entry &entry : contents.entries) {
        entries.append(QJsonObject{{QStringLiteral("name"), entry.name},
                                   {QStringLiteral("kind"), vault::kindName(entry.kind)},
                                   {QStringLiteral("versions"), entry.versions}});
        table << QStringList{entry.name, vault::kindName(entry.kind), QString::number(entry.versions)};
    }
    out.document(QJsonObject{{QStringLiteral("vault"), contents.vault.toString(QUuid::WithoutBraces)},
                             {QStringLiteral("made_at"), base::toRfc3339(contents.madeAtMs)},
                             {QStringLiteral("audit_head"), contents.auditHead},
                             {QStringLiteral("passphrase"), contents.hasPassphrase},
                             {QStringLiteral("credentials"), entries}});
    out.line(QStringLiteral("Made %1, whole. Nothing was restored.").arg(when(contents.madeAtMs)));
    out.table({QStringLiteral("NAME"), QStringLiteral("KIND"), QStringLiteral("VERSIONS")}, table,
              QStringLiteral("There is nothing in it."));
    return 0;
}

int showRestored(Composition &parts, const service::RestoreReport &made)
{
    Output &out = parts.output();
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    const QString keyFile = made.hasNewRecoveryKey ? parts.options().recoveryKeyOut : QString();
    out.document(QJsonObject{{QStringLiteral("vault"), parts.paths().vaultFile},
                             {QStringLiteral("credentials"), static_cast<qint64>(made.credentials)},
                             {QStringLiteral("versions"), static_cast<qint64>(made.versions)},
                             {QStringLiteral("kept_as"), orNull(made.keptAs)},
                             {QStringLiteral("passphrase"), made.hasPassphrase},
                             {QStringLiteral("recovery_key_file"), orNull(keyFile)}});
    out.line(QStringLiteral("Restored %1 to %2.").arg(credentialCount(made.credentials), parts.paths().vaultFile));
    if (!made.keptAs.isEmpty())
        out.line(QStringLiteral("The vault that stood there is now %1.").arg(made.keptAs));
    if (!made.hasNewRecoveryKey)
        out.line(QStringLiteral("The recovery key of the backup opens it as before."));
    if (!made.hasPassphrase)
        out.line(QStringLiteral("No passphrase opens it; --new-passphrase-file would have given it one."));
    return 0;
}

} // namespace

void RestoreCommand::declare(Syntax &syntax)
{
    syntax.positional("FILE", m_path, "A backup", false);
    syntax.flag("--replace", m_replace, "Over a vault, which is kept beside it under another name");
    syntax.flag("--dry-run", m_dryRun, "Read all of it, tell what is in it, and restore nothing");
    syntax.flag("--accept-older", m_acceptOlder, "Go on with a vault file that is older than the one last used here");
    syntax.footer("Opened by the backup's recovery key (--recovery-key-file) or by its own passphrase; by that one a new "
                  "recovery key\n"
                  "is made, see --recovery-key-out. --new-passphrase-file gives the restored vault a passphrase.");
}

base::Async<int> RestoreCommand::run(Composition &parts)
{
    if (m_acceptOlder) {
        if (!m_path.isEmpty() || m_replace || m_dryRun)
            return base::readyError<int>(ErrorCode::InvalidArgument, QStringLiteral("--accept-older"));
        return acceptOlder(parts);
    }
    if (m_path.isEmpty())
        return base::readyError<int>(ErrorCode::InvalidArgument, QStringLiteral("FILE or --accept-older"));
    return m_dryRun ? inspect(parts) : restore(parts);
}

base::Async<int> RestoreCommand::inspect(Composition &parts)
{
    auto ways = waysOf(parts);
    if (!ways)
        return base::ready<int>(std::unexpected(ways.error()));
    auto *backups = new service::Backups({parts.host(), parts.hostPorts(), parts.caller()}, this);
    return base::chain(backups->inspect(m_path, *std::move(ways)), this, [&parts](const service::BackupContents &contents) {
        return base::ready<int>(showContents(parts.output(), contents));
    });
}

base::Async<int> RestoreCommand::restore(Composition &parts)
{
    if (!m_replace && parts.host().state() != service::LockState::NotInitialized)
        return base::readyError<int>(ErrorCode::AlreadyExists, QStringLiteral("restore_target"));
    service::RestoreRequest request;
    request.path = m_path;
    request.replace = m_replace;
    const auto prepare = [&]() -> base::Result<std::optional<RecoveryKeyDelivery>> {
        LATCHKEY_TRY(request.ways, waysOf(parts));
        LATCHKEY_TRY(auto passphrase, WaysInReader(parts.options()).givenNewPassphrase());
        if (passphrase) {
            if (const QString warning = weakPassphraseWarning(*passphrase); !warning.isEmpty())
                parts.output().note(QStringLiteral("latchkey: ") + warning);
            request.newPassphrase = *std::move(passphrase);
        }
        if (!request.ways.recoveryKey.isEmpty())
            return std::optional<RecoveryKeyDelivery>();
        LATCHKEY_TRY(auto delivery, RecoveryKeyDelivery::prepare(parts.options().recoveryKeyOut, parts.random()));
        return std::optional(std::move(delivery));
    };
    const auto delivery = prepare();
    if (!delivery)
        return base::ready<int>(std::unexpected(delivery.error()));
    auto *backups = new service::Backups({parts.host(), parts.hostPorts(), parts.caller()}, this);
    const auto show = [&parts](const service::RestoreReport &made) { return showRestored(parts, made); };
    if (!*delivery) {
        return base::chain(backups->restore(std::move(request)), this,
                           [show](const service::RestoreReport &made) { return base::ready<int>(show(made)); });
    }
    request.deliverRecoveryKey = (*delivery)->function();
    return undoIfFailed(backups->restore(std::move(request)), **delivery, this, show);
}

base::Async<int> RestoreCommand::acceptOlder(Composition &parts)
{
    if (parts.host().state() == service::LockState::NotInitialized)
        return base::readyError<int>(ErrorCode::NotInitialized, parts.paths().vaultFile);
    const auto opened = base::chain(collectWays(parts, this), this, [&parts](service::WaysIn ways) {
        ways.acceptOlder = true;
        return parts.host().unlock(std::move(ways));
    });
    const auto asked = base::chain(opened, this,
                                   [&parts](const vault::SlotInfo &) { return parts.integrity().acceptedOlder(); });
    return base::chain(asked, this, [&parts](bool accepted) {
        parts.output().document(QJsonObject{{QStringLiteral("accepted"), accepted}});
        parts.output().line(accepted ? QStringLiteral("This older vault is the one in use from now on.")
                                     : QStringLiteral("This vault is not older than the one last used here."));
        return base::ready<int>(0);
    });
}

} // namespace cli
