// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/locate.h"

#include "vault/settings.h"

namespace service {

namespace {

const QString kAliasPrefix = QStringLiteral("alias.");

} // namespace

QString aliasSetting(const QString &name)
{
    return kAliasPrefix + vault::foldName(name);
}

base::Result<QList<UserAlias>> userAliases(vault::Session &session)
{
    LATCHKEY_TRY(const auto settings, vault::Settings(session).all());
    QList<UserAlias> out;
    for (const auto &[key, value] : settings.asKeyValueRange()) {
        if (!key.startsWith(kAliasPrefix))
            continue;
        LATCHKEY_TRY(vault::Reference target, vault::Reference::parse(value));
        out << UserAlias{key.mid(kAliasPrefix.size()), std::move(target)};
    }
    return out;
}

base::Result<std::optional<vault::Reference>> userAlias(vault::Session &session, const QString &name)
{
    LATCHKEY_TRY(const auto settings, vault::Settings(session).all());
    const QString text = settings.value(aliasSetting(name));
    if (text.isEmpty())
        return std::optional<vault::Reference>();
    LATCHKEY_TRY(vault::Reference target, vault::Reference::parse(text));
    return std::optional(std::move(target));
}

base::Result<Located> locate(vault::Session &session, const vault::Reference &reference)
{
    vault::CredentialStore store(session);
    LATCHKEY_TRY(auto found, store.find(reference.name));
    if (found)
        return Located{*std::move(found), reference};
    if (!reference.field.isEmpty() || reference.version)
        return base::fail(base::ErrorCode::NotFound, reference.name);
    LATCHKEY_TRY(const auto target, userAlias(session, reference.name));
    if (!target)
        return base::fail(base::ErrorCode::NotFound, reference.name);
    LATCHKEY_TRY(found, store.find(target->name));
    if (!found)
        return base::fail(base::ErrorCode::NotFound, target->name);
    return Located{*std::move(found), *target};
}

base::Result<vault::Credential> locateCredential(vault::Session &session, const QString &text)
{
    const auto alias = wellKnownAlias(text);
    LATCHKEY_TRY(const QString name, vault::parseStoredName(alias ? alias->reference.name : text));
    LATCHKEY_TRY(Located found, locate(session, {name, {}, std::nullopt}));
    return std::move(found.credential);
}

} // namespace service
