// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/decodedcredentials.h"

namespace vault {

std::shared_ptr<const Credential> DecodedCredentials::find(const QUuid &id, const QByteArray &sealed) const
{
    const auto entry = m_entries.constFind(id);
    return entry != m_entries.cend() && entry->sealed == sealed ? entry->credential : nullptr;
}

void DecodedCredentials::insert(const QByteArray &sealed, std::shared_ptr<const Credential> credential)
{
    // Programs use few accounts; an order of use would cost more than it saves.
    if (m_entries.size() >= kMost)
        m_entries.clear();
    const QUuid id = credential->id;
    m_entries.insert(id, {sealed, std::move(credential)});
}

} // namespace vault
