// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/removecommand.h"

#include "cli/composition.h"
#include "cli/opener.h"
#include "cli/secretinput.h"
#include "cli/syntax.h"

#include <QJsonObject>

namespace cli {

void RemoveCommand::declare(Syntax &syntax)
{
    syntax.positional("NAME", m_name, "Name");
}

base::Async<int> RemoveCommand::run(Composition &parts)
{
    if (const auto sure = confirm(question(), parts.options().yes); !sure)
        return base::ready<int>(std::unexpected(sure.error()));
    return withVault(
        parts, this, [this, &parts] { return remove(parts); },
        [this, &parts](service::Done) {
            parts.output().document(QJsonObject{{QStringLiteral("removed"), m_name}});
            parts.output().line(QStringLiteral("Removed %1.").arg(m_name));
            return 0;
        });
}

} // namespace cli
