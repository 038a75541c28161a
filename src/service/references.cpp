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
    AliasField{QLatin1StringView("_api_secret"), QLatin1StringView("api_secret")},
    AliasField{QLatin1StringView("_secret_key"), QLatin1StringView("api_secret")},
    AliasField{QLatin1StringView("_passphrase"), QLatin1StringView("passphrase")},
    AliasField{QLatin1StringView("_api_passphrase"), QLatin1StringView("passphrase")},
};

} // namespace

std::optional<AliasMatch> wellKnownAlias(const QString &text)
{
    const QString lower = text.toLower();
    for (const Alias &owner : kAliasOwners) {
        for (const AliasField &field : kAliasFields) {
            const bool exchangeOnly = owner.kind != vault::CredentialKind::Exchange
                && field.field != QLatin1StringView("api_key");
            if (exchangeOnly || lower != QString(owner.prefix + field.suffix))
                continue;
            return AliasMatch{{QString(owner.name), QString(field.field), std::nullopt}, owner.kind};
        }
    }
    return std::nullopt;
}

base::Result<vault::Reference> resolveReference(const QString &text)
{
    if (auto alias = wellKnownAlias(text))
        return std::move(alias->reference);
    return vault::Reference::parse(text);
}

} // namespace service
