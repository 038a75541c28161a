// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/llmchecks.h"

#include "exchange/formatcheck.h"
#include "service/jsonshapes.h"
#include "service/llmwords.h"
#include "vault/name.h"

#include <QJsonDocument>

#include <algorithm>

namespace service {

namespace {

using base::Async;
using base::ErrorCode;
using base::fail;
using base::Result;
using llm::ProviderInfo;
using llm::ProviderReport;
namespace attribute = vault::attribute;

const QString kApiKey = QStringLiteral("api_key");
/// Member of a stored report: what it is about.
const QString kAbout = QStringLiteral("about");

struct Resolving {
    const llm::ProviderCatalogue &catalogue;
    const QProcessEnvironment &environment;
};

/// `credential` null: nothing is stored, environment and defaults say it all.
Result<llm::ProbeTarget> targetOf(const Resolving &with, const ProviderInfo &info, const vault::Credential *credential)
{
    // A variable must not lead a stored key elsewhere.
    const bool keyStored = credential != nullptr && hasLlmKey(*credential);
    const auto setting = [&](const QString &field) {
        const bool fixed = keyStored && field == attribute::kBaseUrl;
        return resolveSetting(with.catalogue, &info, credential, field, fixed ? QProcessEnvironment() : with.environment)
            .value;
    };
    llm::ProbeTarget target;
    const QString url = setting(attribute::kBaseUrl);
    if (url.isEmpty())
        return fail(ErrorCode::MissingField, attribute::kBaseUrl);
    LATCHKEY_TRY(target.baseUrl, llm::parseBaseUrl(info, url));
    target.model = setting(attribute::kModel);
    if (info.field(attribute::kDeployment) != nullptr)
        target.deployment = setting(attribute::kDeployment);
    if (info.field(attribute::kApiVersion) != nullptr)
        target.apiVersion = setting(attribute::kApiVersion);
    target.caPem = credential != nullptr ? credential->attributeValue(attribute::kCaPem).toUtf8() : QByteArray();
    target.plainAccepted = credential != nullptr && isPlainAccepted(*credential, target.baseUrl);
    return target;
}

/// Settles whether anything may be sent at all.
Result<LlmPlace> placed(const ProviderInfo &info, const QString &name, llm::ProbeTarget target, bool withKey)
{
    const bool plain = isPlainAddress(target.baseUrl);
    if (plain && withKey)
        return fail(ErrorCode::InsecureTransport, target.baseUrl.host());
    const bool needsConsent = plain && !target.plainAccepted;
    return LlmPlace{name, info.id, info.label, std::move(target), needsConsent};
}

QJsonObject aboutOf(const llm::ProbeTarget &target, const vault::Credential &credential)
{
    const qint64 version = credential.current() != nullptr ? credential.current()->number : 0;
    return {{attribute::kBaseUrl, target.baseUrl.toString(QUrl::FullyEncoded)},
            {attribute::kModel, target.model},
            {attribute::kDeployment, target.deployment},
            {attribute::kApiVersion, target.apiVersion},
            {attribute::kCaPem, QString::fromUtf8(target.caPem)},
            {QStringLiteral("version"), version}};
}

/// The report of the settings as they are; nothing when the stored one is about others.
std::optional<ProviderReport> reportOf(const QByteArray &stored, const Resolving &with, const ProviderInfo &info,
                                       const vault::Credential &credential)
{
    const QJsonObject object = QJsonDocument::fromJson(stored).object();
    const auto target = targetOf(with, info, &credential);
    if (object.isEmpty() || !target || object.value(kAbout).toObject() != aboutOf(*target, credential))
        return std::nullopt;
    auto report = llm::reportFromJson(object);
    return report ? std::optional(*std::move(report)) : std::nullopt; // a later version's words: as if never checked
}

vault::AuditEvent eventOf(const QString &kind, const Caller &caller)
{
    vault::AuditEvent event;
    event.kind = kind;
    event.program = caller.program;
    return event;
}

/// The stored key, released for a check; nothing when there is none.
Result<base::SecretFields> releaseKey(vault::Session &session, const vault::Credential &credential, const Caller &caller)
{
    if (!hasLlmKey(credential))
        return base::SecretFields{};
    LATCHKEY_TRY(
        auto released,
        vault::CredentialStore(session).release({vault::ReleaseRequest{credential.id, std::nullopt, {kApiKey}, false}},
                                                eventOf(QStringLiteral("check"), caller)));
    return std::move(released.front());
}

/// The key that the environment gives to programs where the vault has no say.
Result<base::SecretFields> keyFromEnvironment(const ProviderInfo &info, const QProcessEnvironment &environment)
{
    base::SecretFields fields;
    const llm::ProviderField *field = info.field(kApiKey);
    for (const QString &variable : field != nullptr ? field->environment : QStringList()) {
        const QByteArray value = environment.value(variable).trimmed().toUtf8();
        if (value.isEmpty() || !fields.empty())
            continue;
        LATCHKEY_TRY(base::SecretBytes key, base::SecretBytes::copyOf(base::view(value)));
        key.maskInLogs();
        fields.emplace(kApiKey, std::move(key));
    }
    return fields;
}

/// What is asked about: a credential of the vault, or nullopt for what environment and defaults say.
struct Subject {
    const ProviderInfo *info = nullptr;
    std::optional<vault::Credential> credential;
};

Result<Subject> subjectOf(vault::Session &session, const Resolving &with, const QString &name)
{
    Subject out;
    QString provider;
    if (!name.isEmpty()) {
        LATCHKEY_TRY(out.credential, findLlm(session, with.catalogue, name));
    } else {
        LATCHKEY_TRY(const LlmStock stock, readLlm(session));
        const LlmEffective inUse = resolveLlm(with.catalogue, stock.stored, stock.defaultName, with.environment);
        const auto found = std::ranges::find(stock.stored, inUse.credential, &vault::Credential::name);
        if (found != stock.stored.end())
            out.credential = *found;
        provider = inUse.provider.value;
    }
    if (out.credential)
        provider = out.credential->attributeValue(attribute::kProvider);
    out.info = with.catalogue.find(provider);
    return out.info != nullptr ? Result<Subject>(std::move(out))
                               : Result<Subject>(fail(ErrorCode::UnknownProvider, provider));
}

ProviderReport notAsked(const LlmPlace &place, std::int64_t now)
{
    ProviderReport out;
    out.provider = place.provider;
    out.category = llm::Category::NotEncrypted;
    out.checkedAtMs = now;
    return out;
}

} // namespace

/// Everything that asking takes. Move-only.
struct LlmChecks::Question {
    LlmPlace place;
    base::SecretFields fields;
};

LlmChecks::LlmChecks(Parts parts, QObject *parent) : QObject(parent), m_parts(std::move(parts))
{
}

Async<QList<LlmSummary>> LlmChecks::list()
{
    return m_parts.host.withSession([&catalogue = m_parts.catalogue, environment = m_parts.environment](
                                        vault::Session &session) -> Result<QList<LlmSummary>> {
        const Resolving with{catalogue, environment};
        LATCHKEY_TRY(const LlmStock stock, readLlm(session));
        const QString inUse = resolveLlm(catalogue, stock.stored, stock.defaultName, environment).credential;
        vault::CredentialStore store(session);
        QList<LlmSummary> out;
        for (const vault::Credential &credential : stock.stored) {
            const QString id = credential.attributeValue(attribute::kProvider);
            const ProviderInfo *info = catalogue.find(id);
            LATCHKEY_TRY(const QByteArray report, store.report(credential.id));
            out << LlmSummary{credential, info != nullptr ? reportOf(report, with, *info, credential) : std::nullopt,
                              credential.name == inUse, info != nullptr ? info->label : id};
        }
        return out;
    });
}

Async<LlmPlace> LlmChecks::place(const QString &name)
{
    return m_parts.host.withSession([name, &catalogue = m_parts.catalogue,
                                     environment = m_parts.environment](vault::Session &session) -> Result<LlmPlace> {
        const Resolving with{catalogue, environment};
        LATCHKEY_TRY(const Subject subject, subjectOf(session, with, name));
        const vault::Credential *credential = subject.credential ? &*subject.credential : nullptr;
        LATCHKEY_TRY(llm::ProbeTarget target, targetOf(with, *subject.info, credential));
        return placed(*subject.info, credential != nullptr ? credential->name : QString(), std::move(target),
                      credential != nullptr && hasLlmKey(*credential));
    });
}

Async<LlmOutcome> LlmChecks::check(const QString &name, bool plainAccepted)
{
    auto question = m_parts.host.withSession([name, plainAccepted, &catalogue = m_parts.catalogue,
                                              environment = m_parts.environment,
                                              caller = m_parts.caller](vault::Session &session) -> Result<Question> {
        const Resolving with{catalogue, environment};
        LATCHKEY_TRY(const Subject subject, subjectOf(session, with, name));
        const vault::Credential *credential = subject.credential ? &*subject.credential : nullptr;
        LATCHKEY_TRY(llm::ProbeTarget target, targetOf(with, *subject.info, credential));
        target.plainAccepted |= plainAccepted;
        Question out;
        // With plain http and a stored key this ends it, before the key is released.
        LATCHKEY_TRY(out.place,
                     placed(*subject.info, credential != nullptr ? credential->name : QString(), std::move(target),
                            credential != nullptr && hasLlmKey(*credential)));
        if (out.place.needsConsent)
            return out;
        LATCHKEY_TRY(out.fields,
                     credential != nullptr ? releaseKey(session, *credential, caller)
                                           : keyFromEnvironment(*subject.info, environment));
        return out;
    });
    return base::chain(question, this, [this](Question asked) { return ask(std::move(asked), Keep::Report); });
}

Async<LlmOutcome> LlmChecks::models(const QString &name, bool plainAccepted)
{
    return base::chain(place(name), this, [this, plainAccepted](const LlmPlace &place) {
        LlmChange wanted;
        wanted.provider = place.provider;
        wanted.name = place.name.section(QLatin1Char('/'), 1);
        wanted.baseUrl = place.target.baseUrl.toString(QUrl::FullyEncoded);
        wanted.apiVersion = place.target.apiVersion;
        wanted.acceptPlain = plainAccepted || place.target.plainAccepted;
        return modelsFor(std::move(wanted));
    });
}

namespace {

/// What is typed, laid over nothing: an empty field means the provider's own value.
Result<llm::ProbeTarget> typedTarget(const ProviderInfo &info, const LlmChange &draft)
{
    const auto typed = [&info](const std::optional<QString> &text, const QString &field) {
        const llm::ProviderField *known = info.field(field);
        const QString given = text.value_or(QString()).trimmed();
        return given.isEmpty() && known != nullptr ? known->fallback : given;
    };
    llm::ProbeTarget target;
    const QString url = typed(draft.baseUrl, attribute::kBaseUrl);
    if (url.isEmpty())
        return fail(ErrorCode::MissingField, attribute::kBaseUrl);
    LATCHKEY_TRY(target.baseUrl, llm::parseBaseUrl(info, url));
    target.apiVersion = typed(draft.apiVersion, attribute::kApiVersion);
    target.plainAccepted = draft.acceptPlain.value_or(false);
    return target;
}

/// The settings that are being edited; nothing while they are new.
Result<std::optional<vault::Credential>> storedFor(vault::Session &session, const ProviderInfo &info, const QString &account)
{
    const QString text = info.id + QLatin1Char('/') + (account.isEmpty() ? QStringLiteral("main") : account);
    const auto name = vault::parseName(text);
    if (!name)
        return std::nullopt; // not a name yet
    LATCHKEY_TRY(std::optional<vault::Credential> found, vault::CredentialStore(session).find(*name));
    if (found && found->kind != vault::CredentialKind::Llm)
        return std::nullopt;
    return found;
}

} // namespace

Async<LlmOutcome> LlmChecks::modelsFor(LlmChange draft)
{
    auto held = std::make_shared<LlmChange>(std::move(draft));
    auto question = m_parts.host.withSession([held, &catalogue = m_parts.catalogue, environment = m_parts.environment,
                                              caller = m_parts.caller](vault::Session &session) -> Result<Question> {
        const ProviderInfo *info = catalogue.find(held->provider);
        if (info == nullptr)
            return fail(ErrorCode::UnknownProvider, held->provider);
        LATCHKEY_TRY(llm::ProbeTarget target, typedTarget(*info, *held));
        LATCHKEY_TRY(exchange::NormalizedFields typed, exchange::normalizeFields(held->fields));
        Question out;
        out.fields = std::move(typed.fields);
        LATCHKEY_TRY(const std::optional<vault::Credential> stored, storedFor(session, *info, held->name));
        bool withKey = !out.fields.empty();
        const Resolving with{catalogue, environment};
        const auto storedTarget = stored ? targetOf(with, *info, &*stored) : fail(ErrorCode::NotFound);
        const bool samePlace = storedTarget && storedTarget->baseUrl == target.baseUrl;
        const bool useStored = !withKey && samePlace && hasLlmKey(*stored);
        target.caPem = samePlace ? storedTarget->caPem : QByteArray();
        withKey |= useStored;
        LATCHKEY_TRY(out.place, placed(*info, stored ? stored->name : QString(), std::move(target), withKey));
        if (useStored && !out.place.needsConsent) {
            LATCHKEY_TRY(out.fields, releaseKey(session, *stored, caller));
        } else if (!withKey && !stored && !out.place.needsConsent) {
            LATCHKEY_TRY(out.fields, keyFromEnvironment(*info, environment));
        }
        return out;
    });
    return base::chain(question, this, [this](Question asked) { return ask(std::move(asked), Keep::Nothing); });
}

Async<LlmOutcome> LlmChecks::ask(Question question, Keep keep)
{
    LlmOutcome outcome;
    outcome.place = question.place;
    if (outcome.place.needsConsent) {
        outcome.check = notAsked(outcome.place, m_parts.host.clock().nowMs());
        return finish(std::move(outcome), keep);
    }
    const auto found = m_parts.probes.find(outcome.place.provider);
    if (found == m_parts.probes.end() || found->second == nullptr)
        return base::readyError<LlmOutcome>(ErrorCode::UnknownProvider, outcome.place.provider);
    return base::chain(found->second->check(outcome.place.target, std::move(question.fields)), this,
                       [this, outcome, keep](ProviderReport report) {
                           LlmOutcome out = outcome;
                           out.check = std::move(report);
                           return finish(std::move(out), keep);
                       });
}

Async<LlmOutcome> LlmChecks::finish(LlmOutcome outcome, Keep keep)
{
    const bool noted = keep == Keep::Report && !outcome.place.name.isEmpty();
    return noted ? note(outcome) : base::ready<LlmOutcome>(std::move(outcome));
}

Async<LlmOutcome> LlmChecks::note(const LlmOutcome &outcome)
{
    // A vault that was locked meanwhile answers Locked: the report is dropped with the keys.
    auto noted = m_parts.host.withSession([outcome, caller = m_parts.caller,
                                           &catalogue = m_parts.catalogue](vault::Session &session) -> Result<Done> {
        LATCHKEY_TRY(const vault::Credential credential, findLlm(session, catalogue, outcome.place.name));
        QJsonObject object = llm::toJson(outcome.check);
        object.insert(kAbout, aboutOf(outcome.place.target, credential));
        vault::AuditEvent event = eventOf(QStringLiteral("checked"), caller);
        event.outcome = llm::nameOf(outcome.check.verdict);
        LATCHKEY_CHECK(vault::CredentialStore(session).setReport(
            credential.id, QJsonDocument(object).toJson(QJsonDocument::Compact), event));
        return Done{};
    });
    return base::chain(noted, this, [this, outcome](Done) {
        m_parts.host.notifyChanged();
        return base::ready<LlmOutcome>(LlmOutcome(outcome));
    });
}

namespace json {

namespace {

const QJsonValue kNull(QJsonValue::Null);

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? kNull : QJsonValue(text);
}

} // namespace

QJsonObject llmReport(const LlmOutcome &outcome)
{
    QJsonObject out = llm::toJson(outcome.check);
    out.insert(QStringLiteral("name"), textOrNull(outcome.place.name));
    out.insert(QStringLiteral("base_url"), outcome.place.target.baseUrl.toString(QUrl::FullyEncoded));
    out.insert(QStringLiteral("model"), textOrNull(outcome.place.target.model));
    out.insert(QStringLiteral("deployment"), textOrNull(outcome.place.target.deployment));
    out.insert(QStringLiteral("message"), words::forLlmReport(outcome.check, outcome.place).text);
    return out;
}

QJsonArray llmModels(const LlmOutcome &outcome)
{
    QJsonArray out;
    for (const llm::Model &model : outcome.check.models) {
        out << QJsonObject{{QStringLiteral("id"), model.id},
                           {QStringLiteral("chat"), model.chat ? QJsonValue(*model.chat) : kNull},
                           {QStringLiteral("size"), model.size ? QJsonValue(static_cast<qint64>(*model.size)) : kNull}};
    }
    return out;
}

QJsonObject llmSummary(const LlmSummary &summary)
{
    const std::optional<ProviderReport> &check = summary.lastCheck;
    QJsonObject out = llmRow(summary.credential, summary.isInUse ? summary.credential.name : QString());
    out.insert(QStringLiteral("verdict"), check ? QJsonValue(llm::nameOf(check->verdict)) : kNull);
    out.insert(QStringLiteral("checked_at"), check ? QJsonValue(base::toRfc3339(check->checkedAtMs)) : kNull);
    return out;
}

int exitStatusForLlm(const ProviderReport &report)
{
    switch (report.verdict) {
    case llm::Verdict::Works:
        return 0;
    case llm::Verdict::Refused:
        return 6;
    case llm::Verdict::Unchecked:
        break;
    }
    return 7;
}

} // namespace json

} // namespace service
