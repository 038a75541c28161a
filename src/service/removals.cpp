// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/removals.h"

#include "base/log.h"
#include "service/references.h"
#include "vault/credentialstore.h"

namespace service {

namespace {

vault::AuditEvent eventOf(const QString &kind, const QString &program = {})
{
    vault::AuditEvent event;
    event.kind = kind;
    event.program = program;
    return event;
}

} // namespace

Removals::Removals(VaultHost &host, Caller caller, QObject *parent)
    : QObject(parent)
    , m_host(host)
    , m_caller(std::move(caller))
{
}

base::Async<vault::Credential> Removals::remove(const QString &name)
{
    auto removed = m_host.withSession(
        [name, program = m_caller.program](vault::Session &session) -> base::Result<vault::Credential> {
            vault::CredentialStore store(session);
            const auto alias = wellKnownAlias(name);
            LATCHKEY_TRY(const QString parsed, vault::parseStoredName(alias ? alias->reference.name : name));
            LATCHKEY_TRY(const auto found, store.find(parsed));
            if (!found)
                return base::fail(base::ErrorCode::NotFound, parsed);
            return store.removeForNow(found->id, eventOf(QStringLiteral("credential-removed"), program));
        });
    return base::chain(removed, this, [this](vault::Credential credential) {
        m_host.notifyChanged();
        return base::ready<vault::Credential>(std::move(credential));
    });
}

base::Async<vault::Credential> Removals::undo(const QUuid &id)
{
    auto restored = m_host.withSession([id, program = m_caller.program](vault::Session &session) {
        return vault::CredentialStore(session).putBack(id, eventOf(QStringLiteral("credential-put-back"), program));
    });
    return base::chain(restored, this, [this](vault::Credential credential) {
        m_host.notifyChanged();
        return base::ready<vault::Credential>(std::move(credential));
    });
}

base::Async<Done> Removals::purge(const QUuid &id)
{
    return m_host.withSession([id, program = m_caller.program](vault::Session &session) -> base::Result<Done> {
        LATCHKEY_CHECK(vault::CredentialStore(session).deleteRemoved(id,
                                                                     eventOf(QStringLiteral("credential-purged"), program)));
        return Done{};
    });
}

void purgeRemoved(vault::Session &session, std::int64_t untilMs)
{
    const auto purged = vault::CredentialStore(session).purgeRemoved(untilMs, eventOf(QStringLiteral("credential-purged")));
    if (!purged)
        qCWarning(base::lcVault) << "what was removed could not be deleted yet:" << base::codeName(purged.error().code);
}

} // namespace service
