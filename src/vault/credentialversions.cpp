// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/credentialrows.h"

#include <algorithm>

namespace vault {

namespace {

VersionInfo *mutableVersion(Credential &credential, std::uint32_t number)
{
    const auto found = std::ranges::find_if(credential.versions,
                                            [number](const VersionInfo &v) { return v.number == number; });
    return found == credential.versions.end() ? nullptr : &*found;
}

/// What was to come with a version that is never used goes with that chance.
void leaveState(Credential &credential, VersionState from, VersionState to)
{
    for (VersionInfo &version : credential.versions) {
        if (version.state != from)
            continue;
        version.state = to;
        version.changes.clear();
    }
}

/// What comes with the version in use comes into effect. Earlier ones keep what they had of it: brought back, they go where they
/// went, and until then they are sealed for that.
void takeEffect(Credential &credential, const QMap<QString, QString> &changes)
{
    const QMap<QString, QString> before = credential.attributes;
    applyChanges(credential.attributes, changes);
    for (VersionInfo &version : credential.versions) {
        if (version.state != VersionState::Previous)
            continue;
        for (const auto &[key, value] : changes.asKeyValueRange()) {
            if (before.value(key) != value && !version.changes.contains(key))
                version.changes.insert(key, before.value(key));
        }
    }
}

void enterState(Credential &credential, VersionInfo &version, VersionState state)
{
    if (state != version.state && state == VersionState::Current)
        leaveState(credential, VersionState::Current, VersionState::Previous);
    if (state != version.state && state == VersionState::Pending)
        leaveState(credential, VersionState::Pending, VersionState::Rejected);
    version.state = state;
    if (state == VersionState::Current)
        takeEffect(credential, version.changes);
    if (state != VersionState::Pending && state != VersionState::Previous)
        version.changes.clear();
}

} // namespace

base::Result<void> CredentialStore::dropOldVersions(Credential &credential)
{
    const auto excess = credential.versions.size() - static_cast<qsizetype>(std::max(credential.keepVersions, 1U));
    QList<VersionInfo> kept;
    qsizetype dropped = 0;
    for (const VersionInfo &version : credential.versions) {
        // The last one stays whatever it is: its number tells the next one, and numbers are never used twice.
        const bool live = version.state == VersionState::Current || version.state == VersionState::Pending
            || version.number == credential.versions.last().number;
        if (live || dropped >= excess) {
            kept << version;
            continue;
        }
        ++dropped;
        LATCHKEY_CHECK(m_session.integrity().remove(keyOf(credential.id, RecordKind::Version, version.number)));
    }
    credential.versions = kept;
    return {};
}

base::Result<void> CredentialStore::insertVersion(Credential &credential, const NewVersion &version)
{
    VersionInfo info;
    info.number = credential.versions.isEmpty() ? 1 : credential.versions.last().number + 1;
    info.state = version.state;
    info.createdAtMs = m_session.clock().nowMs();
    info.note = version.note;
    info.keyHint = version.keyHint;
    info.keyId = version.keyId;
    info.fields = fieldNames(version.fields);
    if (info.state == VersionState::Pending || !version.keepsPending)
        leaveState(credential, VersionState::Pending, VersionState::Rejected); // at most one pending
    if (info.state == VersionState::Current)
        leaveState(credential, VersionState::Current, VersionState::Previous);
    // Nothing else is in use that the changes could harm.
    if (info.state == VersionState::Current || credential.current() == nullptr)
        takeEffect(credential, version.changes);
    else
        info.changes = version.changes;
    credential.versions << info;
    LATCHKEY_CHECK(storeVersion(credential, info, version.fields));
    return dropOldVersions(credential);
}

base::Result<void> CredentialStore::rebind(const Credential &before, const Credential &after)
{
    for (const VersionInfo &version : before.versions) {
        const VersionInfo *kept = after.version(version.number);
        if (kept == nullptr || before.destination(version) == after.destination(*kept))
            continue;
        LATCHKEY_TRY(const base::SecretFields fields, openFields(before, version, {}));
        LATCHKEY_CHECK(storeVersion(after, *kept, fields));
    }
    return {};
}

base::Result<void> CredentialStore::apply(const Credential &before, Credential &credential, const CredentialChange &change)
{
    applyChanges(credential.attributes, change.attributes);
    QList<StateChange> steps;
    for (const std::uint32_t number : change.retired)
        steps << StateChange{number, VersionState::Retired};
    if (change.state)
        steps << *change.state;
    for (const StateChange &step : std::as_const(steps)) {
        VersionInfo *version = mutableVersion(credential, step.number);
        if (version == nullptr || (version->state != step.state && !mayBecome(version->state, step.state)))
            return base::fail(base::ErrorCode::VersionNotFound, credential.name);
        enterState(credential, *version, step.state);
    }
    if (change.version != nullptr)
        LATCHKEY_CHECK(insertVersion(credential, *change.version));
    LATCHKEY_CHECK(rebind(before, credential));
    if (change.report)
        LATCHKEY_CHECK(storeReport(credential.id, *change.report));
    return store(credential, change.isEdit);
}

base::Result<Credential> CredentialStore::edit(const Credential &seen, const CredentialChange &change,
                                               const AuditEvent &event, const Check &check)
{
    Credential credential;
    LATCHKEY_CHECK(m_session.change(withCredential(event, seen), [&]() -> base::Result<void> {
        LATCHKEY_TRY(const Credential stored, load(seen.id));
        LATCHKEY_CHECK(check(stored));
        credential = stored;
        return apply(stored, credential, change);
    }));
    return credential;
}

base::Result<Credential> CredentialStore::change(const Credential &seen, const CredentialChange &change,
                                                 const AuditEvent &event, const std::optional<AuditEvent> &also)
{
    return edit(seen, change, event, [&](const Credential &stored) -> base::Result<void> {
        if (stored.revision != seen.revision)
            return base::fail(base::ErrorCode::Conflict, stored.name);
        return also ? m_session.audit().append(withCredential(*also, seen)) : base::Result<void>();
    });
}

base::Result<Credential> CredentialStore::addVersion(const QUuid &id, const NewVersion &version, const AuditEvent &event)
{
    LATCHKEY_TRY(const Credential seen, get(id));
    const auto whatever = [](const Credential &) -> base::Result<void> { return {}; };
    CredentialChange change;
    change.version = &version;
    return edit(seen, change, event, whatever);
}

base::Result<Credential> CredentialStore::setState(const QUuid &id, std::uint32_t number, VersionState state,
                                                   const AuditEvent &event)
{
    LATCHKEY_TRY(const Credential seen, get(id));
    const auto whatever = [](const Credential &) -> base::Result<void> { return {}; };
    CredentialChange change;
    change.state = StateChange{number, state};
    return edit(seen, change, event, whatever);
}

} // namespace vault
