// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/signcommand.h"

#include "cli/opener.h"
#include "service/signeddocument.h"

namespace cli {

base::Async<int> SignCommand::run(Composition &parts)
{
    auto wanted = m_query.request();
    if (!wanted)
        return base::ready<int>(std::unexpected(wanted.error()));
    auto link = findAgent(parts);
    if (!link)
        return base::ready<int>(std::unexpected(link.error()));
    if (*link)
        return base::ready<int>(m_query.ask(**link, parts.output(), *wanted));
    return withVault(
        parts, this,
        [this, &parts, wanted = *std::move(wanted)] {
            return base::chain(parts.exchanges().sign(m_query.name(), wanted), this, [](exchange::SignedRequest request) {
                return base::ready<base::SecretBytes>(service::signedDocument(std::move(request)));
            });
        },
        [&parts](const base::SecretBytes &document) {
            parts.output().bare(document.exposeBytes());
            return 0;
        });
}

} // namespace cli
