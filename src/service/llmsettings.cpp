// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/llmsettings.h"

#include "base/loopback.h"
#include "exchange/formatcheck.h"
#include "llm/providerprobe.h"
#include "vault/name.h"
#include "vault/settings.h"

#include <algorithm>

namespace service {

namespace {

using base::Async;
using base::ErrorCode;
using base::fail;
using base::Result;
using llm::ProviderInfo;
namespace attribute = vault::attribute;

const QString kDefaultSetting = QStringLiteral("llm_default");
const QString kApiKey = QStringLiteral("api_key");
/// The plain http address that the user agreed to. Not a switch: it must not count for an address that comes later.
const QString kPlainAccepted = QStringLiteral("plain_accepted");

vault::AuditEvent eventOf(const QString &kind, const Caller &caller)
{
    vault::AuditEvent event;
    event.kind = kind;
    event.program = caller.program;
    return event;
}

bool isLlm(const vault::Credential &credential)
{
    return credential.kind == vault::CredentialKind::Llm;
}

/// What is to be stored, understood and cleaned.
struct Draft {
    const ProviderInfo *provider = nullptr;
    QString name;
    QMap<QString, QString> attributes; ///< given ones; an empty value takes one away
    base::SecretFields fields;
    bool makeDefault = true;
    bool mustBeNew = false;
    std::optional<bool> acceptPlain;
};

Result<void> putBaseUrl(Draft &draft, const QString &text)
{
    if (text.isEmpty()) {
        draft.attributes.insert(attribute::kBaseUrl, {});
        return {};
    }
    LATCHKEY_TRY(const QUrl url, llm::parseBaseUrl(*draft.provider, text));
    draft.attributes.insert(attribute::kBaseUrl, url.toString(QUrl::FullyEncoded));
    return {};
}

Result<void> putFields(Draft &draft, const base::SecretFields &raw)
{
    LATCHKEY_TRY(exchange::NormalizedFields normal, exchange::normalizeFields(raw));
    for (auto &[name, value] : normal.fields) {
        const llm::ProviderField *field = draft.provider->field(name);
        if (field == nullptr || !field->secret)
            return fail(ErrorCode::InvalidArgument, name);
        if (value.isEmpty())
            return fail(ErrorCode::EmptyField, name);
        value.maskInLogs();
    }
    draft.fields = std::move(normal.fields);
    return {};
}

Result<Draft> draftOf(const llm::ProviderCatalogue &catalogue, const LlmChange &change)
{
    Draft draft;
    draft.provider = catalogue.find(change.provider);
    if (draft.provider == nullptr)
        return fail(ErrorCode::UnknownProvider, change.provider);
    const QString account = change.name.isEmpty() ? QStringLiteral("main") : change.name;
    LATCHKEY_TRY(draft.name, vault::parseName(draft.provider->id + QLatin1Char('/') + account));
    draft.attributes.insert(attribute::kProvider, draft.provider->id);
    if (change.baseUrl)
        LATCHKEY_CHECK(putBaseUrl(draft, *change.baseUrl));
    if (change.model)
        draft.attributes.insert(attribute::kModel, change.model->trimmed());
    if (change.deployment)
        draft.attributes.insert(attribute::kDeployment, change.deployment->trimmed());
    if (change.apiVersion)
        draft.attributes.insert(attribute::kApiVersion, change.apiVersion->trimmed());
    if (change.caPem) {
        LATCHKEY_CHECK(llm::checkCa(*change.caPem));
        draft.attributes.insert(attribute::kCaPem, QString::fromUtf8(*change.caPem));
    }
    LATCHKEY_CHECK(putFields(draft, change.fields));
    draft.makeDefault = change.makeDefault;
    draft.mustBeNew = change.mustBeNew;
    draft.acceptPlain = change.acceptPlain;
    return draft;
}

/// The whole set as it will stand in the vault.
Result<void> checkComplete(const Draft &draft, const vault::Credential &credential, bool keyStored)
{
    const bool withKey = keyStored || draft.fields.contains(kApiKey);
    for (const llm::ProviderField &field : draft.provider->fields) {
        const bool given = field.secret ? withKey : !credential.attributeValue(field.id).isEmpty();
        if (field.required && !given && field.fallback.isEmpty())
            return fail(ErrorCode::MissingField, field.id);
    }
    const QUrl url(credential.attributeValue(attribute::kBaseUrl));
    if (withKey && isPlainAddress(url))
        return fail(ErrorCode::InsecureTransport, url.host());
    return {};
}

/// An agreement stands beside the address that it was given for.
void notePlain(const Draft &draft, vault::Credential &credential)
{
    const QString url = credential.attributeValue(attribute::kBaseUrl);
    if (draft.acceptPlain == true && isPlainAddress(QUrl(url)))
        credential.attributes.insert(kPlainAccepted, url);
    else if (draft.acceptPlain == false || credential.attributeValue(kPlainAccepted) != url)
        credential.attributes.remove(kPlainAccepted);
}

Result<QString> defaultName(vault::Session &session)
{
    LATCHKEY_TRY(const auto settings, vault::Settings(session).all());
    return settings.value(kDefaultSetting);
}

/// A choice does not outlive what was chosen.
Result<void> forgetChoice(vault::Session &session, const QString &name)
{
    LATCHKEY_TRY(const QString chosen, defaultName(session));
    if (vault::foldName(chosen) != vault::foldName(name))
        return {};
    return vault::Settings(session).set({{kDefaultSetting, QString()}});
}

Result<vault::Credential> storeDraft(vault::Session &session, Draft &draft, const Caller &caller)
{
    vault::CredentialStore store(session);
    LATCHKEY_TRY(const auto existing, store.find(draft.name));
    if (existing && (draft.mustBeNew || !isLlm(*existing)))
        return fail(ErrorCode::AlreadyExists, existing->name);
    vault::Credential credential = existing.value_or(vault::Credential());
    const bool keyStored = existing && hasLlmKey(*existing);
    for (const auto &[key, value] : draft.attributes.asKeyValueRange()) {
        if (value.isEmpty())
            credential.attributes.remove(key);
        else
            credential.attributes.insert(key, value);
    }
    notePlain(draft, credential);
    LATCHKEY_CHECK(checkComplete(draft, credential, keyStored));
    vault::NewVersion version;
    version.fields = std::move(draft.fields);
    if (!existing) {
        credential.name = draft.name;
        credential.kind = vault::CredentialKind::Llm;
        LATCHKEY_TRY(credential, store.add(credential, version, eventOf(QStringLiteral("credential-added"), caller)));
    } else {
        if (credential.attributes != existing->attributes) {
            LATCHKEY_TRY(credential, store.update(credential, eventOf(QStringLiteral("credential-changed"), caller)));
        }
        if (!version.fields.empty()) {
            LATCHKEY_TRY(credential,
                         store.addVersion(credential.id, version, eventOf(QStringLiteral("version-added"), caller)));
        }
    }
    if (draft.makeDefault) {
        LATCHKEY_CHECK(vault::Settings(session).set({{kDefaultSetting, credential.name}}));
    } else if (!existing) { // the name may be that of settings which were removed and could have been put back
        LATCHKEY_CHECK(forgetChoice(session, credential.name));
    }
    return credential;
}

Result<QList<vault::Credential>> listLlm(vault::Session &session)
{
    LATCHKEY_TRY(QList<vault::Credential> all, vault::CredentialStore(session).list());
    all.removeIf([](const vault::Credential &c) { return !isLlm(c); });
    return all;
}

// ---- what programs get -------------------------------------------------------------------------------------------------

/// The first of the variables that is set to something.
QString firstSet(const QProcessEnvironment &environment, const QStringList &names)
{
    for (const QString &name : names) {
        if (const QString value = environment.value(name).trimmed(); !value.isEmpty())
            return value;
    }
    return {};
}

/// Resolves the settings of one provider.
struct Resolver {
    const llm::ProviderCatalogue &catalogue;
    const QProcessEnvironment &environment;
    const ProviderInfo *provider = nullptr;        ///< null: a name that is not known here
    const vault::Credential *credential = nullptr; ///< null: nothing in the vault

    [[nodiscard]] ResolvedSetting setting(const QString &field) const
    {
        return resolveSetting(catalogue, provider, credential, field, environment);
    }

    [[nodiscard]] ResolvedSetting model() const
    {
        // A deployment is Azure's word for the model that answers.
        const ResolvedSetting model = setting(attribute::kModel);
        return model.value.isEmpty() ? setting(attribute::kDeployment) : model;
    }

    [[nodiscard]] ResolvedSetting baseUrl() const
    {
        ResolvedSetting out = setting(attribute::kBaseUrl);
        if (provider != nullptr && out.source == SettingSource::Environment) {
            if (const auto url = llm::parseBaseUrl(*provider, out.value)) // OLLAMA_HOST may be a bare address
                out.value = url->toString(QUrl::FullyEncoded);
        }
        return out;
    }
};

bool isAzureConfigured(const llm::ProviderCatalogue &catalogue, const QList<vault::Credential> &stored,
                       const QProcessEnvironment &environment)
{
    const ProviderInfo *azure = catalogue.find(QStringLiteral("azure"));
    if (azure == nullptr)
        return false;
    const auto inEnvironment = [&](const QString &field) {
        const llm::ProviderField *info = azure->field(field);
        return info != nullptr && !firstSet(environment, info->environment).isEmpty();
    };
    bool key = inEnvironment(kApiKey);
    bool endpoint = inEnvironment(attribute::kBaseUrl);
    for (const vault::Credential &credential : stored) {
        if (credential.attributeValue(attribute::kProvider) != azure->id)
            continue;
        key |= hasLlmKey(credential);
        endpoint |= !credential.attributeValue(attribute::kBaseUrl).isEmpty();
    }
    return key && endpoint;
}

/// An account of the provider that the environment names: "main", else the only one.
const vault::Credential *accountOf(const QList<vault::Credential> &stored, const QString &provider)
{
    const vault::Credential *only = nullptr;
    int count = 0;
    for (const vault::Credential &credential : stored) {
        if (credential.attributeValue(attribute::kProvider) != provider)
            continue;
        if (vault::foldName(credential.name) == provider + QLatin1StringView("/main"))
            return &credential;
        only = &credential;
        ++count;
    }
    return count == 1 ? only : nullptr;
}

} // namespace

Result<void> renameLlmChoice(vault::Session &session, const QString &from, const QString &to)
{
    vault::Settings settings(session);
    LATCHKEY_TRY(const auto stored, settings.load());
    const QString chosen = stored.value(kDefaultSetting);
    if (chosen.isEmpty() || vault::foldName(chosen) != vault::foldName(from))
        return {};
    return settings.store({{kDefaultSetting, to}});
}

QString nameOf(SettingSource source)
{
    switch (source) {
    case SettingSource::Vault:
        return QStringLiteral("vault");
    case SettingSource::Environment:
        return QStringLiteral("environment");
    case SettingSource::Default:
        break;
    }
    return QStringLiteral("default");
}

ResolvedSetting resolveSetting(const llm::ProviderCatalogue &catalogue, const ProviderInfo *provider,
                               const vault::Credential *credential, const QString &field,
                               const QProcessEnvironment &environment)
{
    if (credential != nullptr && !credential->attributeValue(field).isEmpty())
        return {credential->attributeValue(field), SettingSource::Vault};
    const llm::ProviderField *info = provider != nullptr ? provider->field(field) : nullptr;
    QStringList names = catalogue.genericEnvironment(field);
    if (info != nullptr)
        names << info->environment;
    if (const QString value = firstSet(environment, names); !value.isEmpty())
        return {value, SettingSource::Environment};
    return {info != nullptr ? info->fallback : QString(), SettingSource::Default};
}

Result<LlmStock> readLlm(vault::Session &session)
{
    LlmStock out;
    LATCHKEY_TRY(out.stored, listLlm(session));
    LATCHKEY_TRY(out.defaultName, defaultName(session));
    return out;
}

Result<vault::Credential> findLlm(vault::Session &session, const llm::ProviderCatalogue &catalogue, const QString &text)
{
    vault::CredentialStore store(session);
    LATCHKEY_TRY(const QString name, vault::parseName(text));
    LATCHKEY_TRY(const auto found, store.find(name));
    if (found && isLlm(*found))
        return *found;
    const ProviderInfo *provider = catalogue.find(name.section(QLatin1Char('/'), 0, 0));
    if (provider != nullptr) {
        const QString account = name.contains(QLatin1Char('/')) ? name.section(QLatin1Char('/'), 1) : QStringLiteral("main");
        LATCHKEY_TRY(const auto other, store.find(provider->id + QLatin1Char('/') + account));
        if (other && isLlm(*other))
            return *other;
    }
    return fail(ErrorCode::NotFound, name);
}

bool hasLlmKey(const vault::Credential &credential)
{
    return credential.current() != nullptr && credential.current()->fields.contains(kApiKey);
}

bool isPlainAddress(const QUrl &baseUrl)
{
    return baseUrl.scheme() == QLatin1StringView("http") && !base::isLoopback(baseUrl);
}

bool isPlainAccepted(const vault::Credential &credential, const QUrl &baseUrl)
{
    return !baseUrl.isEmpty() && credential.attributeValue(kPlainAccepted) == baseUrl.toString(QUrl::FullyEncoded);
}

LlmEffective resolveLlm(const llm::ProviderCatalogue &catalogue, const QList<vault::Credential> &stored,
                        const QString &defaultName, const QProcessEnvironment &environment)
{
    LlmEffective out;
    Resolver resolver{catalogue, environment};
    const auto chosen = std::ranges::find_if(stored, [&](const vault::Credential &c) {
        return !defaultName.isEmpty() && vault::foldName(c.name) == vault::foldName(defaultName);
    });
    if (chosen != stored.end()) {
        resolver.credential = &*chosen;
        out.provider = {chosen->attributeValue(attribute::kProvider), SettingSource::Vault};
    } else if (const QString named = firstSet(environment, catalogue.genericEnvironment(QStringLiteral("provider")));
               !named.isEmpty()) {
        const ProviderInfo *known = catalogue.find(named);
        out.provider = {known != nullptr ? known->id : named, SettingSource::Environment};
    } else {
        out.provider = {catalogue.fallback().id, SettingSource::Default};
    }
    resolver.provider = catalogue.find(out.provider.value);
    if (resolver.credential == nullptr)
        resolver.credential = accountOf(stored, out.provider.value);
    out.credential = resolver.credential != nullptr ? resolver.credential->name : QString();
    out.model = resolver.model();
    out.baseUrl = resolver.baseUrl();
    out.azureConfigured = isAzureConfigured(catalogue, stored, environment);
    return out;
}

LlmSettings::LlmSettings(VaultHost &host, const llm::ProviderCatalogue &catalogue, Caller caller, QObject *parent)
    : QObject(parent)
    , m_host(host)
    , m_catalogue(catalogue)
    , m_caller(std::move(caller))
{
}

Async<vault::Credential> LlmSettings::set(const LlmChange &change)
{
    auto draft = draftOf(m_catalogue, change);
    if (!draft)
        return base::ready<vault::Credential>(std::unexpected(std::move(draft).error()));
    auto held = std::make_shared<Draft>(*std::move(draft));
    auto stored = m_host.withSession([held, caller = m_caller](vault::Session &session) {
        return storeDraft(session, *held, caller);
    });
    return base::chain(stored, this, [this](vault::Credential credential) {
        m_host.notifyChanged();
        return base::ready<vault::Credential>(std::move(credential));
    });
}

Async<QList<vault::Credential>> LlmSettings::list()
{
    return m_host.withSession(listLlm);
}

Async<vault::Credential> LlmSettings::show(const QString &name)
{
    return m_host.withSession([name, &catalogue = m_catalogue](vault::Session &session) -> Result<vault::Credential> {
        QString wanted = name;
        if (wanted.isEmpty()) {
            LATCHKEY_TRY(wanted, defaultName(session));
            if (wanted.isEmpty())
                return fail(ErrorCode::NotFound);
        }
        return findLlm(session, catalogue, wanted);
    });
}

Async<Done> LlmSettings::remove(const QString &name)
{
    auto removed = m_host.withSession([name, caller = m_caller,
                                       &catalogue = m_catalogue](vault::Session &session) -> Result<Done> {
        vault::CredentialStore store(session);
        LATCHKEY_TRY(const vault::Credential credential, findLlm(session, catalogue, name));
        LATCHKEY_CHECK(store.remove(credential.id, eventOf(QStringLiteral("credential-removed"), caller)));
        LATCHKEY_CHECK(forgetChoice(session, credential.name));
        return Done{};
    });
    return base::chain(removed, this, [this](Done done) {
        m_host.notifyChanged();
        return base::ready<Done>(done);
    });
}

Async<Done> LlmSettings::setDefault(const QString &name)
{
    auto set = m_host.withSession([name, &catalogue = m_catalogue](vault::Session &session) -> Result<Done> {
        LATCHKEY_TRY(const vault::Credential credential, findLlm(session, catalogue, name));
        LATCHKEY_CHECK(vault::Settings(session).set({{kDefaultSetting, credential.name}}));
        return Done{};
    });
    return base::chain(set, this, [this](Done done) {
        m_host.notifyChanged();
        return base::ready<Done>(done);
    });
}

Async<LlmEffective> LlmSettings::effective(const QProcessEnvironment &environment)
{
    auto resolved = m_host.withSession([environment,
                                        &catalogue = m_catalogue](vault::Session &session) -> Result<LlmEffective> {
        LATCHKEY_TRY(const LlmStock stock, readLlm(session));
        return resolveLlm(catalogue, stock.stored, stock.defaultName, environment);
    });
    auto promise = std::make_shared<QPromise<Result<LlmEffective>>>();
    promise->start();
    base::whenDone(resolved, this, [this, promise, environment](Result<LlmEffective> result) {
        // A closed vault has no say; programs then get what environment and defaults tell.
        const bool closed = !result && result.error().code == ErrorCode::Locked;
        promise->addResult(closed ? Result<LlmEffective>(resolveLlm(m_catalogue, {}, {}, environment)) : std::move(result));
        promise->finish();
    });
    return promise->future();
}

} // namespace service
