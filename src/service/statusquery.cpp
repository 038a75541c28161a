// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/statusquery.h"

namespace service {

QMap<QString, QString> statusEnvironment(const llm::ProviderCatalogue &catalogue, const QProcessEnvironment &environment)
{
    QMap<QString, QString> wanted;
    const auto add = [&](const QString &name, bool secret) {
        const QString value = environment.value(name);
        if (!value.isEmpty())
            wanted.insert(name, secret ? QStringLiteral("set") : value);
    };
    for (const QString &field : {QStringLiteral("provider"), QStringLiteral("model"), QStringLiteral("base_url")}) {
        for (const QString &name : catalogue.genericEnvironment(field))
            add(name, false);
    }
    for (const llm::ProviderInfo &provider : catalogue.list()) {
        for (const llm::ProviderField &field : provider.fields) {
            for (const QString &name : field.environment)
                add(name, field.secret);
        }
    }
    return wanted;
}

StatusQuery::StatusQuery(Parts parts, QObject *parent) : QObject(parent), m_parts(parts)
{
}

base::Async<json::StatusFacts> StatusQuery::gather(const QProcessEnvironment &environment)
{
    auto facts = std::make_shared<json::StatusFacts>();
    facts->initialized = m_parts.host.state() != LockState::NotInitialized;
    if (facts->initialized)
        facts->state = m_parts.host.state();
    return base::chain(m_parts.host.keychainStatus(), this,
                       [this, facts, environment](vault::ports::KeychainStatus keychain) {
                           facts->keychain = std::move(keychain);
                           return base::chain(addFile(facts), this, [this, facts, environment](Done) {
                               return base::chain(addContent(facts, environment), this,
                                                  [facts](Done) { return base::ready<json::StatusFacts>(*facts); });
                           });
                       });
}

base::Async<Done> StatusQuery::addFile(const Facts &facts)
{
    if (!facts->initialized)
        return base::ready<Done>(Done{});
    return base::chain(m_parts.host.inspect(), this, [facts](const vault::VaultInfo &info) {
        facts->format = QStringLiteral("%1.%2").arg(info.header.major).arg(info.header.minor);
        facts->keySlots = info.keySlots;
        return base::ready<Done>(Done{});
    });
}

base::Async<Done> StatusQuery::addContent(const Facts &facts, const QProcessEnvironment &environment)
{
    const auto nothing = [this, facts, environment] {
        facts->credentials.reset();
        facts->exchangesConfigured.reset();
        facts->llm = resolveLlm(m_parts.llm.catalogue(), {}, {}, environment);
        return Done{};
    };
    if (facts->state != LockState::Unlocked)
        return base::ready<Done>(nothing());
    auto promise = std::make_shared<QPromise<base::Result<Done>>>();
    promise->start();
    base::whenDone(addOpenContent(facts, environment), this, [promise, facts, nothing](base::Result<Done> added) {
        if (!added && added.error().code == base::ErrorCode::Locked) {
            facts->state = LockState::Locked;
            added = nothing();
        }
        promise->addResult(std::move(added));
        promise->finish();
    });
    return promise->future();
}

base::Async<Done> StatusQuery::addOpenContent(const Facts &facts, const QProcessEnvironment &environment)
{
    return base::chain(m_parts.secrets.list(), this, [this, facts, environment](const QList<vault::Credential> &all) {
        facts->credentials = all.size();
        return base::chain(
            m_parts.exchanges.list(), this, [this, facts, environment](const QList<AccountSummary> &accounts) {
                QMap<QString, bool> configured;
                for (const exchange::ExchangeInfo &info : m_parts.exchanges.catalogue().list())
                    configured.insert(info.id, false);
                for (const AccountSummary &account : accounts)
                    configured[account.credential.attributeValue(vault::attribute::kExchange)] |= account.complete;
                facts->exchangesConfigured = configured;
                return addLlm(facts, environment);
            });
    });
}

base::Async<Done> StatusQuery::addLlm(const Facts &facts, const QProcessEnvironment &environment)
{
    return base::chain(m_parts.llm.effective(environment), this, [facts](LlmEffective effective) {
        facts->llm = std::move(effective);
        return base::ready<Done>(Done{});
    });
}

} // namespace service
