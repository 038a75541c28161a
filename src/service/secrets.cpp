// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/secrets.h"

#include "exchange/formatcheck.h"
#include "service/accountstore.h"
#include "service/locate.h"

#include <algorithm>

namespace service {

namespace {

vault::AuditEvent eventOf(const QString &kind, const Caller &caller)
{
    vault::AuditEvent event;
    event.kind = kind;
    event.program = caller.program;
    return event;
}

/// What `set` writes, after aliases and options were understood.
struct Target {
    QString name;
    vault::CredentialKind kind = vault::CredentialKind::Generic;
    bool keepOtherFields = false; ///< an alias writes one field of several
    bool isAlias = false;
};

/// Whatever the single field was called on input ("value" by habit), the alias says which one it is.
base::Result<void> renameOnlyField(base::SecretFields &fields, const QString &field)
{
    if (fields.size() != 1)
        return base::fail(base::ErrorCode::InvalidArgument, field);
    base::SecretBytes value = std::move(fields.begin()->second);
    fields.clear();
    fields.emplace(field, std::move(value));
    return {};
}

base::Result<Target> targetOf(SecretChange &change)
{
    // Those have commands of their own, which ask which exchange or provider it is.
    if (change.kind == vault::kindName(vault::CredentialKind::Exchange)
        || change.kind == vault::kindName(vault::CredentialKind::Llm))
        return base::fail(base::ErrorCode::InvalidArgument, *change.kind);
    if (const auto alias = wellKnownAlias(change.name)) {
        LATCHKEY_CHECK(renameOnlyField(change.fields, alias->reference.field));
        return Target{alias->reference.name, alias->kind, true, true};
    }
    Target target;
    LATCHKEY_TRY(target.name, vault::parseName(change.name));
    if (change.kind) {
        const auto kind = vault::kindFromName(*change.kind);
        if (!kind)
            return base::fail(base::ErrorCode::InvalidArgument, *change.kind);
        target.kind = *kind;
    }
    return target;
}

/// A name that belongs to no credential may be the user's alias for one.
base::Result<std::optional<vault::Credential>> findTarget(vault::Session &session, Target &target, SecretChange &change)
{
    vault::CredentialStore store(session);
    LATCHKEY_TRY(auto existing, store.find(target.name));
    if (existing || target.isAlias)
        return existing;
    LATCHKEY_TRY(const auto alias, userAlias(session, target.name));
    if (!alias)
        return existing;
    if (alias->version) // what was stored then stays what it is
        return base::fail(base::ErrorCode::InvalidReference, alias->toText());
    LATCHKEY_TRY(const Located found, locate(session, *alias));
    if (!alias->field.isEmpty())
        LATCHKEY_CHECK(renameOnlyField(change.fields, alias->field));
    target.keepOtherFields = !alias->field.isEmpty();
    return std::optional(found.credential);
}

base::Result<void> checkFields(const base::SecretFields &fields)
{
    if (fields.empty())
        return base::fail(base::ErrorCode::MissingField, QStringLiteral("value"));
    for (const auto &[name, value] : fields) {
        LATCHKEY_CHECK(vault::parseFieldName(name));
        if (value.isEmpty())
            return base::fail(base::ErrorCode::EmptyField, name);
    }
    return {};
}

/// What goes to an exchange is cleaned on every way in.
base::Result<void> cleanFields(base::SecretFields &fields)
{
    LATCHKEY_TRY(exchange::NormalizedFields normal, exchange::normalizeFields(fields));
    fields = std::move(normal.fields);
    for (auto &[name, value] : fields)
        value.maskInLogs();
    return checkFields(fields);
}

/// `existing`'s newest released values with `fields` laid over them.
base::Result<void> completeFields(vault::CredentialStore &store, const vault::Credential &existing,
                                  base::SecretFields &fields, const Caller &caller)
{
    if (existing.current() == nullptr)
        return {};
    LATCHKEY_TRY(auto old,
                 store.release({{existing.id, std::nullopt, {}}}, eventOf(QStringLiteral("read-for-update"), caller)));
    for (auto &[name, value] : old.front())
        fields.try_emplace(name, std::move(value));
    return {};
}

base::Result<vault::Credential> storeSecret(vault::Session &session, SecretChange &change, const Caller &caller)
{
    for (auto &[name, value] : change.fields)
        value.maskInLogs();
    LATCHKEY_TRY(Target target, targetOf(change));
    LATCHKEY_CHECK(checkFields(change.fields));
    vault::CredentialStore store(session);
    LATCHKEY_TRY(auto existing, findTarget(session, target, change));
    vault::NewVersion version;
    if ((existing ? existing->kind : target.kind) == vault::CredentialKind::Exchange)
        LATCHKEY_CHECK(cleanFields(change.fields));
    if (!existing) {
        vault::Credential credential;
        credential.name = target.name;
        credential.kind = target.kind;
        credential.description = change.description.value_or(QString());
        if (target.keepOtherFields)
            credential.attributes = aliasAttributes({{target.name, {}, std::nullopt}, target.kind});
        if (target.kind == vault::CredentialKind::Exchange && target.keepOtherFields)
            return AccountStore(session, caller)
                .add({target.name, credential.attributes, std::move(change.fields), false, false});
        version.fields = std::move(change.fields);
        auto added = store.add(credential, version, eventOf(QStringLiteral("credential-added"), caller));
        if (added || added.error().code != base::ErrorCode::AlreadyExists)
            return added;
        // Another program was quicker with the same new name: this is its next version.
        change.fields = std::move(version.fields);
        LATCHKEY_TRY(existing, findTarget(session, target, change));
        if (!existing)
            return added;
    }
    if (change.kind && target.kind != existing->kind)
        return base::fail(base::ErrorCode::Conflict, existing->name);
    if (change.description && *change.description != existing->description) {
        existing->description = *change.description;
        LATCHKEY_CHECK(store.update(*existing, eventOf(QStringLiteral("credential-changed"), caller)));
    }
    if (existing->kind == vault::CredentialKind::Exchange) // which knows what is held back
        return AccountStore(session, caller).write(existing->name, std::move(change.fields), target.keepOtherFields);
    if (target.keepOtherFields)
        LATCHKEY_CHECK(completeFields(store, *existing, change.fields, caller));
    version.fields = std::move(change.fields);
    return store.addVersion(existing->id, version, eventOf(QStringLiteral("version-added"), caller));
}

/// A credential itself, for its removal: the user's alias of one is another thing, and removed by itself.
base::Result<vault::Credential> mustFind(vault::CredentialStore &store, const QString &text)
{
    const auto alias = wellKnownAlias(text);
    LATCHKEY_TRY(const QString name, vault::parseStoredName(alias ? alias->reference.name : text));
    LATCHKEY_TRY(const auto found, store.find(name));
    if (!found)
        return base::fail(base::ErrorCode::NotFound, name);
    return *found;
}

/// The field that a generated value goes into.
base::Result<QString> fieldFor(const vault::Credential *existing, const QString &asked)
{
    const vault::VersionInfo *version = existing != nullptr ? existing->current() : nullptr;
    if (!asked.isEmpty())
        return vault::parseFieldName(asked);
    if (version == nullptr || version->fields.isEmpty())
        return QStringLiteral("value");
    if (version->fields.size() != 1)
        return base::fail(base::ErrorCode::AmbiguousField, version->fields.join(QStringLiteral(", ")));
    return version->fields.first();
}

/// An exchange or a provider makes its keys by itself.
bool isGenerated(const vault::Credential &existing, const std::optional<QString> &kind)
{
    return existing.kind != vault::CredentialKind::Exchange && existing.kind != vault::CredentialKind::Llm
        && (!kind || *kind == vault::kindName(existing.kind));
}

base::Result<vault::Credential> storeGenerated(vault::Session &session, const GenerateRequest &request, const Caller &caller)
{
    if (wellKnownAlias(request.name)) // an exchange or a provider makes those
        return base::fail(base::ErrorCode::InvalidArgument, request.name);
    LATCHKEY_TRY(base::SecretBytes value, generateSecret(request.policy, session.random()));
    value.maskInLogs();
    LATCHKEY_TRY(const vault::Reference wanted, resolveReference(request.name));
    if (wanted.version)
        return base::fail(base::ErrorCode::InvalidReference, request.name);
    auto found = locate(session, wanted);
    if (!found && found.error().code != base::ErrorCode::NotFound)
        return std::unexpected(found.error());
    if (found && !isGenerated(found->credential, request.kind))
        return base::fail(base::ErrorCode::InvalidArgument, found->credential.name);
    const QString asked = request.field.isEmpty() ? (found ? found->reference.field : wanted.field) : request.field;
    LATCHKEY_TRY(const QString field, fieldFor(found ? &found->credential : nullptr, asked));
    base::SecretFields fields;
    fields.emplace(field, std::move(value));
    if (!found) {
        SecretChange change{wanted.name, request.kind, std::nullopt, std::move(fields)};
        if (!change.kind && request.policy.form == GeneratedForm::Aes256)
            change.kind = vault::kindName(vault::CredentialKind::EncryptionKey);
        return storeSecret(session, change, caller);
    }
    const vault::Credential &existing = found->credential;
    vault::CredentialStore store(session);
    LATCHKEY_CHECK(completeFields(store, existing, fields, caller));
    vault::NewVersion version;
    version.fields = std::move(fields);
    vault::CredentialChange out;
    out.version = &version;
    return store.change(existing, out, eventOf(QStringLiteral("version-added"), caller));
}

const vault::VersionInfo *versionFor(const vault::Credential &credential, const vault::Reference &reference)
{
    if (reference.version)
        return credential.version(*reference.version);
    return credential.current() != nullptr ? credential.current() : credential.pending();
}

/// What to ask the vault for: one field of one version.
base::Result<vault::ReleaseRequest> requestFor(vault::Session &session, const vault::Reference &wanted)
{
    LATCHKEY_TRY(const Located found, locate(session, wanted));
    const vault::VersionInfo *version = versionFor(found.credential, found.reference);
    if (version == nullptr)
        return base::fail(base::ErrorCode::VersionNotFound, found.credential.name);
    QString field = found.reference.field;
    if (field.isEmpty()) {
        if (version->fields.size() != 1)
            return base::fail(base::ErrorCode::AmbiguousField, version->fields.join(QStringLiteral(", ")));
        field = version->fields.first();
    }
    return vault::ReleaseRequest{found.credential.id, found.reference.version, {field}, false};
}

base::Result<base::SecretBytes> releaseOne(vault::Session &session, const vault::Reference &reference,
                                           const vault::AuditEvent &event)
{
    LATCHKEY_TRY(const vault::ReleaseRequest request, requestFor(session, reference));
    LATCHKEY_TRY(auto released, vault::CredentialStore(session).release({request}, event));
    return std::move(released.front().begin()->second);
}

} // namespace

Secrets::Secrets(VaultHost &host, Caller caller, QObject *parent)
    : QObject(parent)
    , m_host(host)
    , m_caller(std::move(caller))
{
}

base::Async<vault::Credential> Secrets::changeWith(std::function<base::Result<vault::Credential>(vault::Session &)> work)
{
    auto stored = m_host.withSession([work = std::move(work)](vault::Session &session) { return work(session); });
    return base::chain(stored, this, [this](vault::Credential credential) {
        m_host.notifyChanged();
        return base::ready<vault::Credential>(std::move(credential));
    });
}

base::Async<vault::Credential> Secrets::set(SecretChange change)
{
    auto held = std::make_shared<SecretChange>(std::move(change));
    return changeWith([held, caller = m_caller](vault::Session &session) { return storeSecret(session, *held, caller); });
}

base::Async<vault::Credential> Secrets::generate(GenerateRequest request)
{
    return changeWith([request = std::move(request), caller = m_caller](vault::Session &session) {
        return storeGenerated(session, request, caller);
    });
}

base::Async<Done> Secrets::verify(const QString &reference, base::SecretBytes value)
{
    const auto parsed = resolveReference(reference);
    if (!parsed)
        return base::ready<Done>(std::unexpected(parsed.error()));
    auto held = std::make_shared<base::SecretBytes>(std::move(value));
    held->maskInLogs();
    return m_host.withSession([wanted = *parsed, held, caller = m_caller](vault::Session &session) -> base::Result<Done> {
        LATCHKEY_TRY(const vault::ReleaseRequest request, requestFor(session, wanted));
        LATCHKEY_TRY(const bool same,
                     vault::CredentialStore(session).matches(request, *held, eventOf(QStringLiteral("verified"), caller)));
        return same ? base::Result<Done>(Done{}) : base::fail(base::ErrorCode::NoMatch);
    });
}

base::Async<qsizetype> Secrets::clear(const QList<vault::Credential> &known)
{
    auto cleared = m_host.withSession([known, caller = m_caller](vault::Session &session) -> base::Result<qsizetype> {
        const vault::AuditEvent event = eventOf(QStringLiteral("secrets-cleared"), caller);
        LATCHKEY_TRY(const qsizetype count, vault::CredentialStore(session).removeAll(known, event));
        session.scrub();
        return count;
    });
    return base::chain(cleared, this, [this](qsizetype count) {
        m_host.notifyChanged();
        return base::ready<qsizetype>(count);
    });
}

base::Async<QList<vault::Credential>> Secrets::list()
{
    return m_host.withSession([](vault::Session &session) { return vault::CredentialStore(session).list(); });
}

base::Async<vault::Credential> Secrets::show(const QString &name)
{
    return m_host.withSession([name](vault::Session &session) { return locateCredential(session, name); });
}

base::Async<Done> Secrets::remove(const QString &name)
{
    auto removed = m_host.withSession([name, caller = m_caller](vault::Session &session) -> base::Result<Done> {
        vault::CredentialStore store(session);
        LATCHKEY_TRY(const vault::Credential credential, mustFind(store, name));
        LATCHKEY_CHECK(store.remove(credential.id, eventOf(QStringLiteral("credential-removed"), caller)));
        return Done{};
    });
    return base::chain(removed, this, [this](Done done) {
        m_host.notifyChanged();
        return base::ready<Done>(done);
    });
}

base::Async<base::SecretBytes> Secrets::get(const QString &reference, const Caller &caller)
{
    return release(reference, QStringLiteral("released"), caller);
}

base::Async<base::SecretBytes> Secrets::getOnce(const QString &reference, const Caller &caller)
{
    return release(reference, QStringLiteral("released"), caller, true);
}

base::Async<base::SecretBytes> Secrets::reveal(const QString &reference, Shown where)
{
    return release(reference, where == Shown::OnScreen ? QStringLiteral("revealed") : QStringLiteral("copied"), m_caller);
}

base::Async<base::SecretBytes> Secrets::release(const QString &reference, const QString &kind, const Caller &caller,
                                                bool forget)
{
    const auto parsed = resolveReference(reference);
    if (!parsed)
        return base::ready<base::SecretBytes>(std::unexpected(parsed.error()));
    return m_host.withSession([wanted = *parsed, event = eventOf(kind, caller), forget](vault::Session &session) {
        auto value = releaseOne(session, wanted, event);
        if (forget)
            session.decoded().clear();
        return value;
    });
}

} // namespace service
