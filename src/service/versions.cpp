// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/versions.h"

#include "service/accountstore.h"
#include "service/aliases.h"
#include "service/llmsettings.h"

#include <algorithm>

namespace service {

namespace {

using base::ErrorCode;
using base::fail;
using base::Result;
using vault::VersionState;

constexpr std::uint32_t kMostKept = 1000;
constexpr std::chrono::days kLongestInterval{3660};

vault::AuditEvent eventOf(const QString &kind, const Caller &caller, std::optional<std::uint32_t> version = {})
{
    vault::AuditEvent event;
    event.kind = kind;
    event.program = caller.program;
    if (version)
        event.details.insert(QStringLiteral("version"), QString::number(*version));
    return event;
}

/// Brings one into use. Agreement to withdrawing is asked of a key before, and never given on the way.
Result<vault::Credential> use(vault::Session &session, const vault::Credential &credential, std::uint32_t number,
                              const vault::AuditEvent &event)
{
    const vault::VersionInfo *version = credential.version(number);
    if (version == nullptr)
        return fail(ErrorCode::VersionNotFound, credential.name);
    if (credential.isHeldBack(*version))
        return fail(ErrorCode::ConsentRequired, credential.name);
    vault::CredentialChange change;
    change.state = vault::StateChange{number, VersionState::Current};
    // Whether another key belongs to the same account is for the next check to say.
    const vault::VersionInfo *before = credential.current();
    if (before == nullptr || before->keyId.isEmpty() || before->keyId != version->keyId)
        change.attributes.insert(vault::attribute::kAccountUid, QString());
    return vault::CredentialStore(session).change(credential, change, event);
}

Result<vault::Credential> rollBackTo(vault::Session &session, const QString &name, std::uint32_t number,
                                     const Caller &caller)
{
    LATCHKEY_TRY(const vault::Credential credential, locateCredential(session, name));
    const vault::VersionInfo *version = credential.version(number);
    // What waits is brought into use by its own steps, which know what was found about it.
    if (version == nullptr || version->state != VersionState::Previous)
        return fail(ErrorCode::VersionNotFound, credential.name);
    return use(session, credential, number, eventOf(QStringLiteral("version-rolled-back"), caller, number));
}

Result<vault::Credential> endVersion(vault::Session &session, const QString &name, const vault::StateChange &end,
                                     const Caller &caller)
{
    LATCHKEY_TRY(const vault::Credential credential, locateCredential(session, name));
    const vault::VersionInfo *version = credential.version(end.number);
    if (version == nullptr || !vault::mayBecome(version->state, end.state))
        return fail(ErrorCode::VersionNotFound, credential.name);
    vault::CredentialChange change;
    change.state = end;
    const QString kind = QStringLiteral("version-") + vault::stateName(end.state);
    return vault::CredentialStore(session).change(credential, change, eventOf(kind, caller, end.number));
}

Result<void> checkFields(base::SecretFields &fields)
{
    if (fields.empty())
        return fail(ErrorCode::MissingField, QStringLiteral("value"));
    for (auto &[name, value] : fields) {
        LATCHKEY_CHECK(vault::parseFieldName(name));
        if (value.isEmpty())
            return fail(ErrorCode::EmptyField, name);
        value.maskInLogs();
    }
    return {};
}

Result<vault::Credential> stageFields(vault::Session &session, const QString &name, base::SecretFields fields,
                                      const Caller &caller)
{
    LATCHKEY_CHECK(checkFields(fields));
    LATCHKEY_TRY(const vault::Credential credential, locateCredential(session, name));
    if (credential.kind == vault::CredentialKind::Exchange)
        return fail(ErrorCode::InvalidArgument, credential.name);
    vault::CredentialStore store(session);
    if (credential.current() != nullptr) {
        LATCHKEY_TRY(auto old,
                     store.release({{credential.id, std::nullopt, {}}}, eventOf(QStringLiteral("read-for-update"), caller)));
        fields.merge(old.front()); // what is given stays
    }
    vault::NewVersion version;
    version.fields = std::move(fields);
    version.state = VersionState::Pending;
    vault::CredentialChange change;
    change.version = &version;
    return store.change(credential, change, eventOf(QStringLiteral("version-added"), caller));
}

Result<vault::Credential> commitPending(vault::Session &session, const QString &name, const Caller &caller)
{
    LATCHKEY_TRY(const vault::Credential credential, locateCredential(session, name));
    const vault::VersionInfo *pending = credential.pending();
    if (pending == nullptr)
        return fail(ErrorCode::VersionNotFound, credential.name);
    if (credential.kind == vault::CredentialKind::Exchange) // which knows what was found about it
        return AccountStore(session, caller).useAnyway(credential.name);
    return use(session, credential, pending->number, eventOf(QStringLiteral("version-current"), caller, pending->number));
}

Result<vault::Credential> turnBackOne(vault::Session &session, const QString &name, const Caller &caller)
{
    LATCHKEY_TRY(const vault::Credential credential, locateCredential(session, name));
    // The only one there is waits for something else than to replace another.
    if (credential.isReplacementWaiting())
        return endVersion(session, credential.name, {credential.pending()->number, VersionState::Rejected}, caller);
    const vault::VersionInfo *last = lastInUse(credential);
    if (last == nullptr)
        return fail(ErrorCode::VersionNotFound, credential.name);
    return use(session, credential, last->number, eventOf(QStringLiteral("version-rolled-back"), caller, last->number));
}

Result<vault::Credential> retireAll(vault::Session &session, const QString &name, const Caller &caller)
{
    LATCHKEY_TRY(const vault::Credential credential, locateCredential(session, name));
    vault::CredentialChange change;
    for (const vault::VersionInfo &version : credential.versions) {
        if (version.state == VersionState::Previous)
            change.retired << version.number;
    }
    if (change.retired.isEmpty())
        return fail(ErrorCode::VersionNotFound, credential.name);
    QStringList numbers;
    for (const std::uint32_t number : std::as_const(change.retired))
        numbers << QString::number(number);
    vault::AuditEvent event = eventOf(QStringLiteral("version-retired"), caller);
    event.details.insert(QStringLiteral("version"), numbers.join(QLatin1Char(',')));
    return vault::CredentialStore(session).change(credential, change, event);
}

Result<vault::Credential> storePolicy(vault::Session &session, const QString &name, const PolicyChange &change,
                                      const Caller &caller)
{
    LATCHKEY_TRY(vault::Credential credential, locateCredential(session, name));
    vault::AuditEvent event = eventOf(QStringLiteral("policy-changed"), caller);
    if (change.keep) {
        if (*change.keep < 1 || *change.keep > kMostKept)
            return fail(ErrorCode::InvalidArgument, QStringLiteral("--keep"));
        credential.keepVersions = *change.keep;
        event.details.insert(QStringLiteral("keep"), QString::number(*change.keep));
    }
    if (change.every) {
        if (*change.every < std::chrono::milliseconds::zero() || *change.every > kLongestInterval)
            return fail(ErrorCode::InvalidArgument, QStringLiteral("--rotate-every"));
        const QString every = change.every->count() == 0 ? QString() : QString::number(change.every->count());
        vault::applyChanges(credential.attributes, {{vault::attribute::kRotateEvery, every}});
        event.details.insert(vault::attribute::kRotateEvery, every);
    }
    return vault::CredentialStore(session).update(std::move(credential), event);
}

Result<vault::Credential> storeName(vault::Session &session, const QString &name, const QString &newName,
                                    const Caller &caller)
{
    LATCHKEY_TRY(const QString wanted, vault::parseName(newName));
    LATCHKEY_TRY(const QString parsed, vault::parseStoredName(name));
    LATCHKEY_TRY(const auto found, vault::CredentialStore(session).find(parsed)); // by its own name: an alias has no other
    if (!found)
        return fail(ErrorCode::NotFound, parsed);
    if (wellKnownAlias(wanted))
        return fail(ErrorCode::AlreadyExists, wanted);
    LATCHKEY_TRY(const auto alias, userAlias(session, wanted));
    if (alias)
        return fail(ErrorCode::AlreadyExists, wanted);
    vault::Credential renamed = *found;
    renamed.name = wanted;
    vault::AuditEvent event = eventOf(QStringLiteral("credential-renamed"), caller);
    event.details.insert(QStringLiteral("before"), found->name);
    return vault::CredentialStore(session).update(renamed, event, [&]() -> Result<void> {
        LATCHKEY_CHECK(renameInAliases(session, found->name, wanted));
        return renameLlmChoice(session, found->name, wanted);
    });
}

} // namespace

Versions::Versions(VaultHost &host, Caller caller, QObject *parent)
    : QObject(parent)
    , m_host(host)
    , m_caller(std::move(caller))
{
}

base::Async<vault::Credential> Versions::changeWith(Work work)
{
    auto changed = m_host.withSession([work = std::move(work)](vault::Session &session) { return work(session); });
    return base::chain(changed, this, [this](vault::Credential credential) {
        m_host.notifyChanged();
        return base::ready<vault::Credential>(std::move(credential));
    });
}

base::Async<vault::Credential> Versions::history(const QString &name)
{
    return m_host.withSession([name](vault::Session &session) { return locateCredential(session, name); });
}

base::Async<vault::Credential> Versions::rollBack(const QString &name, std::uint32_t number)
{
    return changeWith([=, caller = m_caller](vault::Session &session) { return rollBackTo(session, name, number, caller); });
}

base::Async<vault::Credential> Versions::retire(const QString &name, std::uint32_t number)
{
    return changeWith([=, caller = m_caller](vault::Session &session) {
        return endVersion(session, name, {number, VersionState::Retired}, caller);
    });
}

base::Async<vault::Credential> Versions::markCompromised(const QString &name, std::uint32_t number)
{
    return changeWith([=, caller = m_caller](vault::Session &session) {
        return endVersion(session, name, {number, VersionState::Compromised}, caller);
    });
}

base::Async<vault::Credential> Versions::stage(const QString &name, base::SecretFields fields)
{
    auto held = std::make_shared<base::SecretFields>(std::move(fields));
    return changeWith([=, caller = m_caller](vault::Session &session) {
        return stageFields(session, name, std::move(*held), caller);
    });
}

base::Async<vault::Credential> Versions::commit(const QString &name)
{
    return changeWith([=, caller = m_caller](vault::Session &session) { return commitPending(session, name, caller); });
}

base::Async<vault::Credential> Versions::turnBack(const QString &name)
{
    return changeWith([=, caller = m_caller](vault::Session &session) { return turnBackOne(session, name, caller); });
}

base::Async<vault::Credential> Versions::retireOld(const QString &name)
{
    return changeWith([=, caller = m_caller](vault::Session &session) { return retireAll(session, name, caller); });
}

base::Async<vault::Credential> Versions::setPolicy(const QString &name, const PolicyChange &change)
{
    return changeWith([=, caller = m_caller](vault::Session &session) {
        return storePolicy(session, name, change, caller);
    });
}

base::Async<vault::Credential> Versions::rename(const QString &name, const QString &newName)
{
    return changeWith([=, caller = m_caller](vault::Session &session) { return storeName(session, name, newName, caller); });
}

base::Result<std::chrono::milliseconds> parseInterval(const QString &text)
{
    using std::chrono::milliseconds;
    if (text == QLatin1StringView("0") || text == QLatin1StringView("never"))
        return milliseconds::zero();
    const auto refused = fail(ErrorCode::InvalidArgument, text);
    if (text.size() < 2 || text.size() > 7)
        return refused;
    const QString digits = text.chopped(1);
    if (!std::ranges::all_of(digits, [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return refused;
    const int count = digits.toInt();
    switch (text.back().toLatin1()) {
    case 'h':
        return milliseconds(std::chrono::hours(count));
    case 'd':
        return milliseconds(std::chrono::days(count));
    case 'w':
        return milliseconds(std::chrono::weeks(count));
    default:
        return refused;
    }
}

const vault::VersionInfo *lastInUse(const vault::Credential &credential)
{
    const vault::VersionInfo *last = nullptr;
    for (const vault::VersionInfo &version : credential.versions) {
        if (version.state == VersionState::Previous)
            last = &version;
    }
    return last;
}

} // namespace service
