// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/aliases.h"

#include "vault/settings.h"

namespace service {

namespace {

constexpr qsizetype kMostAliases = 1000;

vault::AuditEvent eventOf(const QString &kind, const Caller &caller, const QString &alias)
{
    vault::AuditEvent event;
    event.kind = kind;
    event.program = caller.program;
    event.details.insert(QStringLiteral("alias"), alias);
    return event;
}

base::Result<QString> parseAlias(const QString &text)
{
    LATCHKEY_TRY(const QString name, vault::parseName(text));
    if (name.contains(QLatin1Char('/'))) // names of accounts have one, and are made without asking here
        return base::fail(base::ErrorCode::InvalidName, name);
    if (wellKnownAlias(name))
        return base::fail(base::ErrorCode::AlreadyExists, name);
    return vault::foldName(name);
}

base::Result<UserAlias> addAlias(vault::Session &session, const QString &text, const QString &reference,
                                 const Caller &caller)
{
    UserAlias out;
    LATCHKEY_TRY(out.name, parseAlias(text));
    LATCHKEY_TRY(const vault::Reference wanted, resolveReference(reference));
    LATCHKEY_TRY(Located found, locate(session, wanted));
    out.target = std::move(found.reference);
    out.target.name = found.credential.name;
    LATCHKEY_TRY(const auto taken, vault::CredentialStore(session).find(out.name));
    if (taken)
        return base::fail(base::ErrorCode::AlreadyExists, taken->name);
    vault::AuditEvent event = eventOf(QStringLiteral("alias-added"), caller, out.name);
    event.credential = found.credential.id;
    event.name = found.credential.name;
    vault::Settings settings(session);
    LATCHKEY_CHECK(session.change(event, [&]() -> base::Result<void> {
        LATCHKEY_TRY(const auto stored, settings.load());
        if (stored.contains(aliasSetting(out.name)))
            return base::fail(base::ErrorCode::AlreadyExists, out.name);
        if (stored.size() >= kMostAliases)
            return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("number of aliases"));
        return settings.store({{aliasSetting(out.name), out.target.toText()}});
    }));
    return out;
}

} // namespace

Aliases::Aliases(VaultHost &host, Caller caller, QObject *parent)
    : QObject(parent)
    , m_host(host)
    , m_caller(std::move(caller))
{
}

base::Async<QList<UserAlias>> Aliases::list()
{
    return m_host.withSession([](vault::Session &session) { return userAliases(session); });
}

base::Async<UserAlias> Aliases::add(const QString &name, const QString &target)
{
    auto added = m_host.withSession([name, target, caller = m_caller](vault::Session &session) {
        return addAlias(session, name, target, caller);
    });
    return base::chain(added, this, [this](UserAlias alias) {
        m_host.notifyChanged();
        return base::ready<UserAlias>(std::move(alias));
    });
}

base::Async<Done> Aliases::remove(const QString &name)
{
    auto removed = m_host.withSession([name, caller = m_caller](vault::Session &session) -> base::Result<Done> {
        LATCHKEY_TRY(const auto known, userAlias(session, name));
        if (!known)
            return base::fail(base::ErrorCode::NotFound, name);
        vault::Settings settings(session);
        LATCHKEY_CHECK(session.change(eventOf(QStringLiteral("alias-removed"), caller, vault::foldName(name)),
                                      [&] { return settings.store({{aliasSetting(name), QString()}}); }));
        return Done{};
    });
    return base::chain(removed, this, [this](Done done) {
        m_host.notifyChanged();
        return base::ready<Done>(done);
    });
}

base::Result<void> renameInAliases(vault::Session &session, const QString &from, const QString &to)
{
    vault::Settings settings(session);
    LATCHKEY_TRY(const auto stored, settings.load());
    QMap<QString, QString> changed;
    for (const auto &[key, value] : stored.asKeyValueRange()) {
        if (!key.startsWith(aliasSetting({})))
            continue;
        LATCHKEY_TRY(vault::Reference target, vault::Reference::parse(value));
        if (vault::foldName(target.name) != vault::foldName(from))
            continue;
        target.name = to;
        changed.insert(key, target.toText());
    }
    return changed.isEmpty() ? base::Result<void>() : settings.store(changed);
}

} // namespace service
