// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/secrets.h"

#include "exchange/formatcheck.h"
#include "service/accountstore.h"
#include "service/references.h"

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
};

base::Result<Target> targetOf(SecretChange &change)
{
    // Those have commands of their own, which ask which exchange or provider it is.
    if (change.kind == vault::kindName(vault::CredentialKind::Exchange)
        || change.kind == vault::kindName(vault::CredentialKind::Llm))
        return base::fail(base::ErrorCode::InvalidArgument, *change.kind);
    if (const auto alias = wellKnownAlias(change.name)) {
        // Whatever the single field was called on input ("value" by habit), the alias says which one it is.
        if (change.fields.size() != 1)
            return base::fail(base::ErrorCode::InvalidArgument, alias->reference.field);
        base::SecretBytes value = std::move(change.fields.begin()->second);
        change.fields.clear();
        change.fields.emplace(alias->reference.field, std::move(value));
        return Target{alias->reference.name, alias->kind, true};
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

/// An account that came in through an alias is a real account of that exchange or provider.
void fillAttributes(vault::Credential &credential)
{
    const QString owner = credential.name.section(QLatin1Char('/'), 0, 0);
    if (credential.kind == vault::CredentialKind::Exchange) {
        credential.attributes.insert(vault::attribute::kExchange, owner);
        credential.attributes.insert(vault::attribute::kEnvironment, QStringLiteral("live"));
    } else if (credential.kind == vault::CredentialKind::Llm) {
        credential.attributes.insert(vault::attribute::kProvider, owner);
    }
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
    LATCHKEY_TRY(const Target target, targetOf(change));
    LATCHKEY_CHECK(checkFields(change.fields));
    vault::CredentialStore store(session);
    LATCHKEY_TRY(auto existing, store.find(target.name));
    vault::NewVersion version;
    if ((existing ? existing->kind : target.kind) == vault::CredentialKind::Exchange)
        LATCHKEY_CHECK(cleanFields(change.fields));
    if (!existing) {
        vault::Credential credential;
        credential.name = target.name;
        credential.kind = target.kind;
        credential.description = change.description.value_or(QString());
        if (target.keepOtherFields)
            fillAttributes(credential);
        if (target.kind == vault::CredentialKind::Exchange && target.keepOtherFields)
            return AccountStore(session, caller)
                .add({target.name, credential.attributes, std::move(change.fields), false, false});
        version.fields = std::move(change.fields);
        return store.add(credential, version, eventOf(QStringLiteral("credential-added"), caller));
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

base::Result<vault::Credential> mustFind(vault::CredentialStore &store, const QString &text)
{
    const auto alias = wellKnownAlias(text);
    LATCHKEY_TRY(const QString name, vault::parseName(alias ? alias->reference.name : text));
    LATCHKEY_TRY(const auto found, store.find(name));
    if (!found)
        return base::fail(base::ErrorCode::NotFound, name);
    return *found;
}

const vault::VersionInfo *versionFor(const vault::Credential &credential, const vault::Reference &reference)
{
    if (reference.version)
        return credential.version(*reference.version);
    return credential.current() != nullptr ? credential.current() : credential.pending();
}

base::Result<base::SecretBytes> releaseOne(vault::Session &session, const vault::Reference &reference,
                                           const vault::AuditEvent &event)
{
    vault::CredentialStore store(session);
    LATCHKEY_TRY(const auto found, store.find(reference.name));
    if (!found)
        return base::fail(base::ErrorCode::NotFound, reference.name);
    const vault::VersionInfo *version = versionFor(*found, reference);
    if (version == nullptr)
        return base::fail(base::ErrorCode::VersionNotFound, found->name);
    QString field = reference.field;
    if (field.isEmpty()) {
        if (version->fields.size() != 1)
            return base::fail(base::ErrorCode::AmbiguousField, version->fields.join(QStringLiteral(", ")));
        field = version->fields.first();
    }
    LATCHKEY_TRY(auto released, store.release({{found->id, reference.version, {field}}}, event));
    return std::move(released.front().at(field));
}

} // namespace

Secrets::Secrets(VaultHost &host, Caller caller, QObject *parent)
    : QObject(parent)
    , m_host(host)
    , m_caller(std::move(caller))
{
}

base::Async<vault::Credential> Secrets::set(SecretChange change)
{
    auto held = std::make_shared<SecretChange>(std::move(change));
    auto stored = m_host.withSession([held, caller = m_caller](vault::Session &session) {
        return storeSecret(session, *held, caller);
    });
    return base::chain(stored, this, [this](vault::Credential credential) {
        m_host.notifyChanged();
        return base::ready<vault::Credential>(std::move(credential));
    });
}

base::Async<QList<vault::Credential>> Secrets::list()
{
    return m_host.withSession([](vault::Session &session) { return vault::CredentialStore(session).list(); });
}

base::Async<vault::Credential> Secrets::show(const QString &name)
{
    return m_host.withSession([name](vault::Session &session) {
        vault::CredentialStore store(session);
        return mustFind(store, name);
    });
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

base::Async<base::SecretBytes> Secrets::reveal(const QString &reference, Shown where)
{
    return release(reference, where == Shown::OnScreen ? QStringLiteral("revealed") : QStringLiteral("copied"), m_caller);
}

base::Async<base::SecretBytes> Secrets::release(const QString &reference, const QString &kind, const Caller &caller)
{
    const auto parsed = resolveReference(reference);
    if (!parsed)
        return base::ready<base::SecretBytes>(std::unexpected(parsed.error()));
    return m_host.withSession([wanted = *parsed, event = eventOf(kind, caller)](vault::Session &session) {
        return releaseOne(session, wanted, event);
    });
}

} // namespace service
