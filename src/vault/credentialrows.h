// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/credentialstore.h"

namespace vault {

// What the parts of CredentialStore share: keys and bindings of its rows, and its audit entries.

[[nodiscard]] inline ports::RecordKey keyOf(const QUuid &owner, RecordKind kind, std::uint32_t n = 0)
{
    return {owner, static_cast<std::uint16_t>(kind), n};
}

[[nodiscard]] inline EnvelopeBinding metaBinding(const QUuid &owner, RecordKind kind)
{
    EnvelopeBinding out;
    out.role = Role::Meta;
    out.owner = owner;
    out.kind = static_cast<std::uint16_t>(kind);
    return out;
}

[[nodiscard]] inline QStringList fieldNames(const base::SecretFields &fields)
{
    QStringList names;
    for (const auto &[name, value] : fields)
        names << name;
    return names;
}

[[nodiscard]] inline AuditEvent withCredential(AuditEvent event, const Credential &credential)
{
    event.credential = credential.id;
    event.name = credential.name;
    return event;
}

} // namespace vault
