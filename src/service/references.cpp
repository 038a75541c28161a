// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/references.h"

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

} // namespace service
