// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/getcommand.h"

#include "cli/opener.h"
#include "service/secrets.h"

namespace cli {

base::Async<int> GetCommand::run(Composition &parts)
{
    if (const auto possible = m_query.validate(); !possible)
        return base::ready<int>(std::unexpected(possible.error()));
    auto link = findAgent(parts);
    if (!link)
        return base::ready<int>(std::unexpected(link.error()));
    if (*link)
        return base::ready<int>(m_query.ask(**link, parts.output()));
    return withVault(
        parts, this,
        [this, &parts] {
            return m_query.once() ? parts.secrets().getOnce(m_query.reference(), parts.caller())
                                  : parts.secrets().get(m_query.reference());
        },
        [&parts](const base::SecretBytes &value) { return GetQuery::print(parts.output(), value); });
}

} // namespace cli
