// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/jsonshapes.h"

#include "base/clock.h"
#include "service/words.h"

#include <algorithm>

namespace service::json {

namespace {

using base::ErrorCode;
namespace attribute = vault::attribute;

const QJsonValue kNull(QJsonValue::Null);

QString idText(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? kNull : QJsonValue(text);
}

QJsonValue timeOrNull(std::int64_t ms)
{
    return ms == 0 ? kNull : QJsonValue(base::toRfc3339(ms));
}

/// The version that a row tells about: what programs get, else what waits.
const vault::VersionInfo *shownVersion(const vault::Credential &credential)
{
    return credential.current() != nullptr ? credential.current() : credential.pending();
}

QJsonArray versionRows(const vault::Credential &credential)
{
    QJsonArray rows;
    for (const vault::VersionInfo &version : credential.versions)
        rows << historyRow(version);
    return rows;
}

QJsonValue keychainWord(vault::ports::KeychainState state)
{
    switch (state) {
    case vault::ports::KeychainState::Ready:
        return QStringLiteral("ready");
    case vault::ports::KeychainState::Locked:
        return QStringLiteral("locked");
    case vault::ports::KeychainState::NoCollection:
        return QStringLiteral("absent");
    case vault::ports::KeychainState::NoService:
    case vault::ports::KeychainState::NoBus:
        return QStringLiteral("no-service");
    case vault::ports::KeychainState::NoAnswer:
        break;
    }
    return kNull; // unknown
}

QJsonValue stateWord(const std::optional<LockState> &state)
{
    if (!state || *state == LockState::NotInitialized)
        return kNull;
    return *state == LockState::Unlocked ? QStringLiteral("unlocked") : QStringLiteral("locked");
}

/// One member per exchange of the catalogue; null where the vault is closed and nobody knows.
QJsonObject exchangeMembers(const std::optional<QMap<QString, bool>> &configured)
{
    QJsonObject out;
    if (const auto catalogue = exchange::ExchangeCatalogue::load()) {
        for (const exchange::ExchangeInfo &info : catalogue->list()) {
            const QJsonValue known = configured ? QJsonValue(configured->value(info.id, false)) : kNull;
            out.insert(info.id, QJsonObject{{QStringLiteral("configured"), known}});
        }
    }
    return out;
}

QJsonObject llmMember(const LlmEffective &llm)
{
    const QJsonObject source{{QStringLiteral("provider"), nameOf(llm.provider.source)},
                             {QStringLiteral("model"), nameOf(llm.model.source)},
                             {QStringLiteral("base_url"), nameOf(llm.baseUrl.source)}};
    return {{QStringLiteral("provider"), textOrNull(llm.provider.value)},
            {QStringLiteral("model"), textOrNull(llm.model.value)},
            {QStringLiteral("base_url"), textOrNull(llm.baseUrl.value)},
            {QStringLiteral("azure_configured"), llm.azureConfigured},
            {QStringLiteral("source"), source}};
}

QJsonObject fieldObject(const exchange::FieldInfo &field)
{
    return {{QStringLiteral("id"), field.id},
            {QStringLiteral("label"), field.label},
            {QStringLiteral("secret"), field.secret},
            {QStringLiteral("required"), field.required},
            {QStringLiteral("instead_of"), textOrNull(field.insteadOf)}};
}

QJsonArray noticeObjects(const QList<exchange::FormatFinding> &notices)
{
    QJsonArray out;
    for (const exchange::FormatFinding &notice : notices) {
        out << QJsonObject{{QStringLiteral("issue"), exchange::nameOf(notice.issue)},
                           {QStringLiteral("field"), notice.field},
                           {QStringLiteral("message"), words::forFinding(notice, notice.field)}};
    }
    return out;
}

/// What stood in the way of asking at all.
exchange::Category categoryOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NetworkFailure:
    case ErrorCode::TimedOut:
        return exchange::Category::Network;
    case ErrorCode::TlsFailure:
        return exchange::Category::Tls;
    default:
        return exchange::Category::Account;
    }
}

} // namespace

QJsonObject secretRow(const vault::Credential &credential)
{
    const vault::VersionInfo *version = shownVersion(credential);
    return {{QStringLiteral("id"), idText(credential.id)},
            {QStringLiteral("name"), credential.name},
            {QStringLiteral("kind"), vault::kindName(credential.kind)},
            {QStringLiteral("description"), credential.description},
            {QStringLiteral("tags"), QJsonArray::fromStringList(credential.tags)},
            {QStringLiteral("fields"), QJsonArray::fromStringList(version != nullptr ? version->fields : QStringList())},
            {QStringLiteral("version"), version != nullptr ? QJsonValue(static_cast<qint64>(version->number)) : kNull},
            {QStringLiteral("created_at"), timeOrNull(credential.createdAtMs)},
            {QStringLiteral("updated_at"), timeOrNull(credential.updatedAtMs)},
            {QStringLiteral("keep"), static_cast<qint64>(credential.keepVersions)},
            {QStringLiteral("rotation_due_at"), timeOrNull(credential.rotationDueMs().value_or(0))}};
}

QJsonObject historyRow(const vault::VersionInfo &version)
{
    return {{QStringLiteral("version"), static_cast<qint64>(version.number)},
            {QStringLiteral("state"), vault::stateName(version.state)},
            {QStringLiteral("created_at"), timeOrNull(version.createdAtMs)},
            {QStringLiteral("note"), version.note}};
}

QJsonObject accountRow(const AccountSummary &account)
{
    const vault::Credential &credential = account.credential;
    const vault::VersionInfo *version = shownVersion(credential);
    const bool checked = account.lastCheck.has_value();
    return {{QStringLiteral("id"), idText(credential.id)},
            {QStringLiteral("name"), credential.name},
            {QStringLiteral("exchange"), credential.attributeValue(attribute::kExchange)},
            {QStringLiteral("environment"), credential.attributeValue(attribute::kEnvironment)},
            {QStringLiteral("key_hint"), version != nullptr ? textOrNull(version->keyHint) : kNull},
            {QStringLiteral("verdict"), checked ? QJsonValue(exchange::nameOf(account.lastCheck->verdict)) : kNull},
            {QStringLiteral("checked_at"), checked ? timeOrNull(account.lastCheck->checkedAtMs) : kNull},
            {QStringLiteral("consent_required"), account.consentRequired},
            {QStringLiteral("configured"), account.complete},
            {QStringLiteral("replacement_waiting"), credential.current() != nullptr && credential.pending() != nullptr}};
}

QJsonObject accountDetails(const AccountSummary &account)
{
    const vault::Credential &credential = account.credential;
    const auto report = [&](const std::optional<exchange::CheckReport> &check) {
        return check ? QJsonValue(reportObject(credential.name, *check, account.exchangeName)) : kNull;
    };
    QJsonObject out = accountRow(account);
    const QJsonObject secret = secretRow(credential);
    for (const QString &member : {QStringLiteral("description"), QStringLiteral("tags"), QStringLiteral("fields"),
                                  QStringLiteral("version"), QStringLiteral("created_at"), QStringLiteral("updated_at")})
        out.insert(member, secret.value(member));
    out.insert(QStringLiteral("region"), textOrNull(credential.attributeValue(attribute::kRegion)));
    out.insert(QStringLiteral("base_url"), textOrNull(credential.attributeValue(attribute::kBaseUrl)));
    out.insert(QStringLiteral("proxy"), textOrNull(credential.attributeValue(attribute::kProxy)));
    out.insert(QStringLiteral("own_ca"), !credential.attributeValue(attribute::kCaPem).isEmpty());
    out.insert(QStringLiteral("elsewhere"), credential.attributeValue(attribute::kElsewhere) == QLatin1StringView("true"));
    out.insert(QStringLiteral("versions"), versionRows(credential));
    out.insert(QStringLiteral("check"), report(account.lastCheck));
    out.insert(QStringLiteral("replacement_check"), report(account.pendingCheck));
    return out;
}

QJsonObject llmRow(const vault::Credential &credential, const QString &defaultName)
{
    const vault::VersionInfo *version = shownVersion(credential);
    return {{QStringLiteral("id"), idText(credential.id)},
            {QStringLiteral("name"), credential.name},
            {QStringLiteral("provider"), credential.attributeValue(attribute::kProvider)},
            {QStringLiteral("base_url"), textOrNull(credential.attributeValue(attribute::kBaseUrl))},
            {QStringLiteral("model"), textOrNull(credential.attributeValue(attribute::kModel))},
            {QStringLiteral("deployment"), textOrNull(credential.attributeValue(attribute::kDeployment))},
            {QStringLiteral("api_version"), textOrNull(credential.attributeValue(attribute::kApiVersion))},
            {QStringLiteral("has_key"), version != nullptr && version->fields.contains(QStringLiteral("api_key"))},
            {QStringLiteral("default"), !defaultName.isEmpty() && credential.name == defaultName},
            {QStringLiteral("created_at"), timeOrNull(credential.createdAtMs)},
            {QStringLiteral("updated_at"), timeOrNull(credential.updatedAtMs)}};
}

QJsonObject auditRow(const vault::AuditEntry &entry)
{
    QJsonObject details;
    for (const auto &[key, value] : entry.event.details.asKeyValueRange())
        details.insert(key, value);
    return {{QStringLiteral("seq"), static_cast<qint64>(entry.seq)},
            {QStringLiteral("time"), base::toRfc3339(entry.timeMs)},
            {QStringLiteral("kind"), entry.event.kind},
            {QStringLiteral("name"), textOrNull(entry.event.name)},
            {QStringLiteral("program"), textOrNull(entry.event.program)},
            {QStringLiteral("outcome"), entry.event.outcome},
            {QStringLiteral("details"), details}};
}

QJsonObject slotRow(const vault::SlotInfo &slot)
{
    return {{QStringLiteral("id"), idText(slot.id)},
            {QStringLiteral("kind"), vault::slotKindName(slot.kind)},
            {QStringLiteral("created_at"), timeOrNull(slot.createdAtMs)},
            {QStringLiteral("label"), textOrNull(slot.keychainBackend)}};
}

QJsonArray catalogue(const exchange::ExchangeCatalogue &catalogue)
{
    QJsonArray out;
    for (const exchange::ExchangeInfo &info : catalogue.list()) {
        QJsonArray fields;
        for (const exchange::FieldInfo &field : info.fields)
            fields << fieldObject(field);
        QJsonArray environments{exchange::nameOf(exchange::Environment::Live)};
        if (info.demo)
            environments << exchange::nameOf(exchange::Environment::Demo);
        QJsonArray howTo;
        for (const QString &step : info.howTo)
            howTo << words::howToStep(step);
        out << QJsonObject{{QStringLiteral("id"), info.id},
                           {QStringLiteral("name"), info.displayName},
                           {QStringLiteral("environments"), environments},
                           {QStringLiteral("fields"), fields},
                           {QStringLiteral("how_to"), howTo},
                           {QStringLiteral("manage_keys_url"), info.manageKeysUrl.toString()},
                           {QStringLiteral("verified_live"), info.verifiedLive}};
    }
    return out;
}

QJsonObject checkObject(const SaveOutcome &outcome)
{
    exchange::CheckReport report = outcome.check.value_or(exchange::CheckReport());
    if (outcome.problem && report.category == exchange::Category::None)
        report.category = categoryOf(outcome.problem->code);
    QJsonObject out = reportObject(outcome.credential.name, report, outcome.exchangeName);
    if (outcome.problem)
        out.insert(QStringLiteral("message"), words::forError(*outcome.problem).text);
    if (report.checkedAtMs == 0)
        out.insert(QStringLiteral("checked_at"), kNull);
    return out;
}

QJsonObject saveOutcome(const SaveOutcome &outcome)
{
    const QJsonValue check = outcome.check ? QJsonValue(checkObject(outcome)) : kNull;
    return {{QStringLiteral("name"), outcome.credential.name},
            {QStringLiteral("saved"), true},
            {QStringLiteral("check"), check},
            {QStringLiteral("consent_required"), outcome.consentRequired},
            {QStringLiteral("in_use"), outcome.inUse},
            {QStringLiteral("other_account"), outcome.otherAccount},
            {QStringLiteral("notices"), noticeObjects(outcome.notices)}};
}

QJsonObject status(const StatusFacts &facts)
{
    QJsonArray slotRows;
    for (const vault::SlotInfo &slot : facts.keySlots)
        slotRows << slotRow(slot);
    const bool locked = facts.initialized && facts.state != LockState::Unlocked;
    const QJsonObject keychain{{QStringLiteral("state"), keychainWord(facts.keychain.state)},
                               {QStringLiteral("backend"), textOrNull(facts.keychain.backend)}};
    return {{QStringLiteral("initialized"), facts.initialized},
            {QStringLiteral("state"), facts.initialized ? stateWord(facts.state) : kNull},
            {QStringLiteral("locked"), locked},
            {QStringLiteral("format"), textOrNull(facts.format)},
            {QStringLiteral("credential_count"),
             facts.credentials ? QJsonValue(static_cast<qint64>(*facts.credentials)) : kNull},
            {QStringLiteral("slots"), slotRows},
            {QStringLiteral("exchange"), exchangeMembers(facts.exchangesConfigured)},
            {QStringLiteral("llm"), llmMember(facts.llm)},
            {QStringLiteral("keychain"), keychain},
            {QStringLiteral("agent"), facts.agent},
            {QStringLiteral("agent_socket"), textOrNull(facts.agentSocket)}};
}

int exitStatusForCheck(const SaveOutcome &outcome)
{
    if (outcome.consentRequired)
        return 5;
    if (!outcome.check)
        return outcome.problem ? 7 : 0;
    if (outcome.inUse && isRefusedOnlyHere(outcome.credential, outcome.check))
        return 0;
    switch (outcome.check->verdict) {
    case exchange::Verdict::Works:
    case exchange::Verdict::WorksRightsUnknown:
        return outcome.otherAccount ? 6 : 0;
    case exchange::Verdict::Refused:
        return 6;
    case exchange::Verdict::Unchecked:
        break;
    }
    return 7;
}

int exitStatusForChecks(const QList<SaveOutcome> &outcomes)
{
    int worst = 0;
    for (const int status : {7, 5, 6}) {
        if (std::ranges::any_of(outcomes, [status](const SaveOutcome &one) { return exitStatusForCheck(one) == status; }))
            worst = status;
    }
    return worst;
}

} // namespace service::json
