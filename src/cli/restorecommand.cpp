// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/restorecommand.h"

#include "cli/composition.h"
#include "cli/opener.h"
#include "cli/syntax.h"

#include <QJsonObject>

namespace cli {

void RestoreCommand::declare(Syntax &syntax)
{
    syntax.flag("--accept-older", m_acceptOlder, "Go on with a vault file that is older than the one last used here");
}

base::Async<int> RestoreCommand::run(Composition &parts)
{
    if (!m_acceptOlder)
        return base::readyError<int>(base::ErrorCode::InvalidArgument, QStringLiteral("--accept-older"));
    if (parts.host().state() == service::LockState::NotInitialized)
        return base::readyError<int>(base::ErrorCode::NotInitialized, parts.paths().vaultFile);
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
