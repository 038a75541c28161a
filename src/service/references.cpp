// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/references.h"

#include "vault/settings.h"

#include <array>

namespace service {

namespace {

struct Alias {
    QLatin1StringView prefix; ///< of the alias
    QLatin1StringView name;   ///< of the credential
    vault::CredentialKind kind;
};

// `{exchange}_api_key` and its like were the names of the five older systems.
constexpr std::array kAliasOwners{
    Alias{QLatin1StringView("bitget"), QLatin1StringView("bitget/main"), vault::CredentialKind::Exchange},
    Alias{QLatin1StringView("azure_openai"), QLatin1StringView("azure/main"), vault::CredentialKind::Llm},
    Alias{QLatin1StringView("openai"), QLatin1StringView("openai/main"), vault::CredentialKind::Llm},
    Alias{QLatin1StringView("ollama"), QLatin1StringView("ollama/main"), vault::CredentialKind::Llm},
};

struct AliasField {
    QLatin1StringView suffix;
    QLatin1StringView field;
};

constexpr std::array kAliasFields{
    AliasField{QLatin1StringView("_api_key"), QLatin1StringView("api_key")},
    AliasField{QLatin1StringView("_secret_key"), QLatin1StringView("api_secret")},
    AliasField{QLatin1StringView("_passphrase"), QLatin1StringView("passphrase")},
    // The first of each field is what the owner's own tools say; these are the other spellings in the wild.
    AliasField{QLatin1StringView("_apikey"), QLatin1StringView("api_key")},
    AliasField{QLatin1StringView("_api_secret"), QLatin1StringView("api_secret")},
    AliasField{QLatin1StringView("_apisecret"), QLatin1StringView("api_secret")},
    AliasField{QLatin1StringView("_secret"), QLatin1StringView("api_secret")},
    AliasField{QLatin1StringView("_api_passphrase"), QLatin1StringView("passphrase")},
    AliasField{QLatin1StringView("_api_pass"), QLatin1StringView("passphrase")},
    AliasField{QLatin1StringView("_password"), QLatin1StringView("passphrase")},
};

/// A provider of language models has one key, and one spelling of it.
bool belongTogether(const Alias &owner, const AliasField &field)
{
    return owner.kind == vault::CredentialKind::Exchange || field.suffix == QLatin1StringView("_api_key");
}

const QString kAliasPrefix = QStringLiteral("alias.");

} // namespace

std::optional<AliasMatch> wellKnownAlias(const QString &text)
{
    const QString lower = text.toLower();
    for (const Alias &owner : kAliasOwners) {
        for (const AliasField &field : kAliasFields) {
            if (!belongTogether(owner, field) || lower != QString(owner.prefix + field.suffix))
                continue;
            return AliasMatch{{QString(owner.name), QString(field.field), std::nullopt}, owner.kind};
        }
    }
    return std::nullopt;
}

QString wellKnownAliasOf(const QString &name, const QString &field)
{
    for (const Alias &owner : kAliasOwners) {
        for (const AliasField &each : kAliasFields) {
            if (belongTogether(owner, each) && each.field == field && vault::foldName(name) == owner.name)
                return QString(owner.prefix + each.suffix);
        }
    }
    return {};
}

QMap<QString, QString> aliasAttributes(const AliasMatch &alias)
{
    const QString owner = alias.reference.name.section(QLatin1Char('/'), 0, 0);
    if (alias.kind == vault::CredentialKind::Exchange)
        return {{vault::attribute::kExchange, owner}, {vault::attribute::kEnvironment, QStringLiteral("live")}};
    return {{vault::attribute::kProvider, owner}};
}

base::Result<vault::Reference> resolveReference(const QString &text)
{
    if (auto alias = wellKnownAlias(text))
        return std::move(alias->reference);
    return vault::Reference::parse(text);
}

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
