// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/credentialimport.h"

#include "vault/credentialrows.h"

#include <algorithm>

namespace vault {

base::Result<NewCredential> CredentialImport::take(std::size_t at, const Source &item) const
{
    if (m_isWanted && !m_isWanted())
        return base::fail(base::ErrorCode::Cancelled);
    return item(at);
}

base::Result<ImportFate> CredentialImport::judge(const NewCredential &item)
{
    LATCHKEY_TRY(const auto existing, m_store.lookUp(item.credential.name));
    if (!existing)
        return ImportFate::New;
    const VersionInfo *version = existing->current() != nullptr ? existing->current() : existing->pending();
    if (version == nullptr)
        return ImportFate::Conflict;
    LATCHKEY_TRY(const base::SecretFields stored, m_store.openFields(*existing, *version, {}));
    const bool same = std::ranges::all_of(item.version.fields, [&stored](const auto &field) {
        const auto found = stored.find(field.first);
        return found != stored.end() && found->second.equals(field.second);
    });
    return same ? ImportFate::Same : ImportFate::Conflict;
}

base::Result<std::vector<ImportFate>> CredentialImport::preview(std::size_t count, const Source &item)
{
    std::vector<ImportFate> fates;
    LATCHKEY_CHECK(m_session.read([&]() -> base::Result<void> {
        for (std::size_t i = 0; i < count; ++i) {
            LATCHKEY_TRY(const NewCredential next, take(i, item));
            LATCHKEY_TRY(const ImportFate fate, judge(next));
            fates.push_back(fate);
        }
        return {};
    }));
    return fates;
}

base::Result<std::vector<ImportFate>> CredentialImport::store(std::size_t count, const Source &item, const AuditEvent &event)
{
    std::vector<ImportFate> fates;
    AuditEvent all = event;
    LATCHKEY_CHECK(m_session.change(all, [&]() -> base::Result<void> {
        AuditEvent added = event;
        added.kind = QStringLiteral("credential-added");
        for (std::size_t i = 0; i < count; ++i) {
            LATCHKEY_TRY(NewCredential next, take(i, item));
            LATCHKEY_TRY(const ImportFate fate, judge(next));
            fates.push_back(fate);
            if (fate != ImportFate::New)
                continue;
            LATCHKEY_TRY(next.credential.id, base::newUuid(m_session.random()));
            LATCHKEY_CHECK(m_store.insertNew(next.credential, next.version));
            LATCHKEY_CHECK(m_session.audit().append(withCredential(added, next.credential)));
        }
        all.details.insert(QStringLiteral("items"), QString::number(std::ranges::count(fates, ImportFate::New)));
        return {};
    }));
    return fates;
}

} // namespace vault
