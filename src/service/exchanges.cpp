// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/exchanges.h"

#include "exchange/keyblock.h"
#include "service/accountstore.h"
#include "vault/name.h"

#include <algorithm>
#include <array>

namespace service {

namespace {

using base::Async;
using base::ErrorCode;
using base::fail;
using base::Result;
using exchange::CheckReport;
using exchange::ExchangeInfo;
using exchange::FormatFinding;
using exchange::FormatIssue;
namespace attribute = vault::attribute;

const QString kTrue = QStringLiteral("true");

/// As base::chain, but `fn` sees errors, too.
template<typename T, typename Fn>
auto follow(const QFuture<Result<T>> &future, QObject *context, Fn fn)
{
    using Next = std::invoke_result_t<Fn, Result<T>>;
    using U = typename base::detail::AsyncValue<Next>::Type;
    auto promise = std::make_shared<QPromise<Result<U>>>();
    promise->start();
    Async<U> out = promise->future();
    base::whenDone(future, context, [promise, context, fn = std::move(fn)](Result<T> value) mutable {
        base::whenDone(fn(std::move(value)), context, [promise](Result<U> next) {
            promise->addResult(std::move(next));
            promise->finish();
        });
    });
    return out;
}

exchange::ProbeTarget targetFrom(const QMap<QString, QString> &attributes)
{
    exchange::ProbeTarget target;
    target.environment =
        exchange::environmentFromName(attributes.value(attribute::kEnvironment)).value_or(exchange::Environment::Live);
    target.baseUrl = QUrl(attributes.value(attribute::kBaseUrl), QUrl::StrictMode);
    target.caPem = attributes.value(attribute::kCaPem).toUtf8();
    target.proxy = QUrl(attributes.value(attribute::kProxy), QUrl::StrictMode);
    return target;
}

/// An address that is no URL reads as an empty one, which would mean the exchange's own.
Result<void> checkUrl(const QString &text, const QString &what)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!text.isEmpty() && (!url.isValid() || url.isEmpty()))
        return fail(ErrorCode::InvalidArgument, what);
    return {};
}

Result<void> checkTarget(const ExchangeInfo &info, const QMap<QString, QString> &attributes)
{
    LATCHKEY_CHECK(checkUrl(attributes.value(attribute::kBaseUrl), attribute::kBaseUrl));
    LATCHKEY_CHECK(checkUrl(attributes.value(attribute::kProxy), attribute::kProxy));
    return exchange::validateTarget(info, targetFrom(attributes));
}

/// Those options that are given, as attributes.
QMap<QString, QString> attributesFrom(const ExchangeOptions &options)
{
    QMap<QString, QString> out;
    const auto put = [&out](const QString &key, const QString &value) {
        if (!value.isEmpty())
            out.insert(key, value);
    };
    put(attribute::kRegion, options.region);
    put(attribute::kBaseUrl, options.baseUrl);
    put(attribute::kCaPem, QString::fromUtf8(options.caPem));
    put(attribute::kProxy, options.proxy);
    if (options.elsewhere)
        out.insert(attribute::kElsewhere, *options.elsewhere ? kTrue : QString()); // empty: taken away
    return out;
}

Result<void> refuse(const QList<FormatFinding> &findings, const base::SecretFields &given, bool partial)
{
    for (const FormatFinding &finding : findings) {
        // Of an existing account only what is given can be judged here; the whole set is judged where it is put together.
        if (finding.refuses() && (!partial || given.contains(finding.field)))
            return fail(finding.issue == FormatIssue::Missing ? ErrorCode::MissingField : ErrorCode::EmptyField,
                        finding.field);
    }
    return {};
}

/// Cleans what was typed or pasted; `notices` tells what there was to say about it.
Result<base::SecretFields> cleanFields(const ExchangeInfo &info, const base::SecretFields &raw, bool partial,
                                       QList<FormatFinding> &notices)
{
    for (const auto &[name, value] : raw)
        LATCHKEY_CHECK(vault::parseFieldName(name));
    LATCHKEY_TRY(exchange::NormalizedFields normal, exchange::normalizeFields(raw));
    QList<FormatFinding> findings = exchange::checkFormat(info, normal.fields);
    LATCHKEY_CHECK(refuse(findings, normal.fields, partial));
    findings.removeIf([](const FormatFinding &finding) { return finding.refuses(); });
    std::erase_if(normal.fields, [](const auto &field) { return field.second.isEmpty(); });
    for (auto &[name, value] : normal.fields)
        value.maskInLogs();
    notices = normal.notices + findings;
    return std::move(normal.fields);
}

/// Faults that lie in one account's data. Anything else is about the vault or the program and ends the use case.
bool isAboutTheAccount(ErrorCode code)
{
    static constexpr std::array kCodes{ErrorCode::MissingField,      ErrorCode::EmptyField,    ErrorCode::InvalidArgument,
                                       ErrorCode::InsecureTransport, ErrorCode::CryptoFailure, ErrorCode::UnknownExchange,
                                       ErrorCode::VersionNotFound,   ErrorCode::NotFound,      ErrorCode::Conflict};
    return std::ranges::find(kCodes, code) != kCodes.end();
}

/// An account that could not be asked about.
CheckReport uncheckedReport(const vault::Credential &credential, std::int64_t now)
{
    CheckReport out;
    out.exchange = credential.attributeValue(attribute::kExchange);
    out.environment = targetFrom(credential.attributes).environment;
    out.checkedAtMs = now;
    return out;
}

} // namespace

Exchanges::Exchanges(Parts parts, QObject *parent) : QObject(parent), m_parts(std::move(parts))
{
}

QString Exchanges::displayName(const vault::Credential &credential) const
{
    const QString id = credential.attributeValue(attribute::kExchange);
    const ExchangeInfo *info = m_parts.catalogue.find(id);
    return info != nullptr ? info->displayName : id;
}

Async<SaveOutcome> Exchanges::add(const QString &exchangeId, const QString &account, const ExchangeOptions &options,
                                  base::SecretFields fields)
{
    auto held = std::make_shared<NewAccount>();
    SaveOutcome outcome;
    const auto prepare = [&]() -> Result<void> {
        const ExchangeInfo *info = m_parts.catalogue.find(exchangeId);
        if (info == nullptr)
            return fail(ErrorCode::UnknownExchange, exchangeId);
        LATCHKEY_TRY(held->name, vault::parseName(info->id + QLatin1Char('/') + account));
        held->attributes = attributesFrom(options);
        held->attributes.insert(attribute::kExchange, info->id);
        held->attributes.insert(attribute::kEnvironment,
                                exchange::nameOf(options.demo ? exchange::Environment::Demo : exchange::Environment::Live));
        LATCHKEY_CHECK(checkTarget(*info, held->attributes));
        LATCHKEY_TRY(held->fields, cleanFields(*info, fields, false, outcome.notices));
        return {};
    };
    if (auto ready = prepare(); !ready)
        return base::ready<SaveOutcome>(std::unexpected(std::move(ready).error()));
    held->pending = options.check;
    held->acceptWithdraw = options.acceptWithdraw;
    auto stored = m_parts.host.withSession([held, caller = m_parts.caller](vault::Session &session) {
        return AccountStore(session, caller).add(std::move(*held));
    });
    return base::chain(stored, this, [this, outcome, check = options.check](const vault::Credential &credential) {
        return finishSave(credential, outcome, check);
    });
}

Result<QMap<QString, QString>> Exchanges::changedAttributes(const vault::Credential &credential,
                                                            const ExchangeOptions &options) const
{
    const ExchangeInfo *info = m_parts.catalogue.find(credential.attributeValue(attribute::kExchange));
    if (info == nullptr)
        return fail(ErrorCode::UnknownExchange, credential.attributeValue(attribute::kExchange));
    // Live or demo is fixed once an account is saved: a demo key is another key, not a change of this one.
    if (options.demo && credential.attributeValue(attribute::kEnvironment) != exchange::nameOf(exchange::Environment::Demo))
        return fail(ErrorCode::InvalidArgument, attribute::kEnvironment);
    QMap<QString, QString> changes = attributesFrom(options);
    QMap<QString, QString> all = credential.attributes;
    all.insert(changes);
    LATCHKEY_CHECK(checkTarget(*info, all));
    return changes;
}

Async<SaveOutcome> Exchanges::update(const QString &name, const ExchangeOptions &options, base::SecretFields fields)
{
    auto held = std::make_shared<AccountChange>();
    held->fields = std::move(fields);
    held->pending = options.check;
    held->acceptWithdraw = options.acceptWithdraw;
    auto notices = std::make_shared<QList<FormatFinding>>();
    return base::chain(
        find(name), this, [this, held, notices, options](const vault::Credential &credential) -> Async<SaveOutcome> {
            auto attributes = changedAttributes(credential, options);
            if (!attributes)
                return base::ready<SaveOutcome>(std::unexpected(std::move(attributes).error()));
            held->attributes = *std::move(attributes);
            const ExchangeInfo info = *m_parts.catalogue.find(credential.attributeValue(attribute::kExchange));
            auto clean = cleanFields(info, held->fields, true, *notices);
            if (!clean)
                return base::ready<SaveOutcome>(std::unexpected(std::move(clean).error()));
            held->fields = *std::move(clean);
            auto stored = m_parts.host.withSession([held, info, path = credential.name,
                                                    caller = m_parts.caller](vault::Session &session) {
                return AccountStore(session, caller).change(path, info, std::move(*held));
            });
            return base::chain(stored, this, [this, notices, check = options.check](const vault::Credential &changed) {
                SaveOutcome outcome;
                outcome.notices = *notices;
                return finishSave(changed, std::move(outcome), check);
            });
        });
}

Async<vault::Credential> Exchanges::setElsewhere(const QString &name, bool elsewhere)
{
    ExchangeOptions options;
    options.check = false;
    options.elsewhere = elsewhere;
    return base::chain(update(name, options, {}), this,
                       [](SaveOutcome outcome) { return base::ready<vault::Credential>(std::move(outcome.credential)); });
}

Async<SaveOutcome> Exchanges::finishSave(const vault::Credential &credential, SaveOutcome outcome, bool check)
{
    m_parts.host.notifyChanged();
    SaveOutcome stored = outcome;
    stored.exchangeName = displayName(credential);
    stored.consentRequired = isHeldBack(credential);
    stored.inUse = credential.pending() == nullptr;
    stored.credential = credential;
    if (!check)
        return base::ready<SaveOutcome>(std::move(stored));
    return follow(probe(credential, std::move(outcome)), this, [this, stored](Result<SaveOutcome> asked) {
        if (asked)
            return base::ready<SaveOutcome>(std::move(asked));
        // Whatever went wrong with the check: the account is stored, and must not be reported as refused.
        SaveOutcome unchecked = stored;
        unchecked.check = uncheckedReport(stored.credential, m_parts.host.clock().nowMs());
        unchecked.problem = asked.error();
        return base::ready<SaveOutcome>(std::move(unchecked));
    });
}

Async<SaveOutcome> Exchanges::ask(SaveOutcome outcome, const exchange::ProbeTarget &target, base::SecretFields fields)
{
    const QString id = outcome.credential.attributeValue(attribute::kExchange);
    const auto found = m_parts.probes.find(id);
    const bool known = found != m_parts.probes.end() && found->second != nullptr;
    const std::int64_t now = m_parts.host.clock().nowMs();
    const Async<CheckReport> asked = known ? found->second->check(target, std::move(fields))
                                           : base::readyError<CheckReport>(ErrorCode::UnknownExchange, id);
    return follow(asked, this, [outcome = std::move(outcome), now](Result<CheckReport> report) -> Async<SaveOutcome> {
        SaveOutcome out = outcome;
        if (report) {
            out.check = *std::move(report);
            return base::ready<SaveOutcome>(std::move(out));
        }
        const base::Error why = std::move(report).error();
        if (!isAboutTheAccount(why.code))
            return base::ready<SaveOutcome>(std::unexpected(why));
        // Saved all the same: what nobody can sign with was not checked, and the report says why.
        out.check = uncheckedReport(out.credential, now);
        if (why.code == ErrorCode::CryptoFailure || why.detail == QLatin1StringView("private_key"))
            out.check->category = exchange::Category::Secret;
        else
            out.problem = why;
        return base::ready<SaveOutcome>(std::move(out));
    });
}

Async<SaveOutcome> Exchanges::probe(const vault::Credential &credential, SaveOutcome outcome)
{
    const vault::VersionInfo *version = versionToCheck(credential);
    if (version == nullptr)
        return base::readyError<SaveOutcome>(ErrorCode::VersionNotFound, credential.name);
    return probeVersion(credential, *version, std::move(outcome));
}

Async<SaveOutcome> Exchanges::probeVersion(const vault::Credential &credential, const vault::VersionInfo &version,
                                           SaveOutcome outcome)
{
    const std::uint32_t number = version.number;
    auto released = m_parts.host.withSession([id = credential.id, number, caller = m_parts.caller](vault::Session &session) {
        return AccountStore(session, caller).fieldsForCheck(id, number);
    });
    outcome.exchangeName = displayName(credential);
    outcome.credential = credential;
    const exchange::ProbeTarget target = targetFrom(credential.attributesFor(version));
    return base::chain(released, this, [this, outcome, target, number](base::SecretFields fields) {
        return base::chain(ask(outcome, target, std::move(fields)), this,
                           [this, number](SaveOutcome asked) { return settle(std::move(asked), number); });
    });
}

Async<SaveOutcome> Exchanges::settle(SaveOutcome outcome, std::uint32_t version)
{
    // A vault that was locked meanwhile answers Locked: the report is dropped with the keys.
    auto settled = m_parts.host.withSession([asked = outcome.credential, version, report = *outcome.check,
                                             caller = m_parts.caller](vault::Session &session) {
        return AccountStore(session, caller).settle(asked, version, report);
    });
    return base::chain(settled, this, [this, outcome](Settled done) {
        SaveOutcome out = outcome;
        out.credential = std::move(done.credential);
        out.consentRequired = done.consentRequired;
        out.inUse = done.inUse;
        out.otherAccount = done.otherAccount;
        m_parts.host.notifyChanged();
        return base::ready<SaveOutcome>(std::move(out));
    });
}

Async<vault::Credential> Exchanges::useAnyway(const QString &name)
{
    auto used = m_parts.host.withSession([name, caller = m_parts.caller](vault::Session &session) {
        return AccountStore(session, caller).useAnyway(name);
    });
    return base::chain(used, this, [this](vault::Credential credential) {
        m_parts.host.notifyChanged();
        return base::ready<vault::Credential>(std::move(credential));
    });
}

Async<vault::Credential> Exchanges::find(const QString &name)
{
    return m_parts.host.withSession([name, caller = m_parts.caller](vault::Session &session) {
        return AccountStore(session, caller).find(name);
    });
}

Async<SaveOutcome> Exchanges::check(const QString &name)
{
    return base::chain(find(name), this, [this](const vault::Credential &credential) -> Async<SaveOutcome> {
        if (!credential.isReplacementWaiting())
            return probe(credential, SaveOutcome{});
        // The key in use first: what it may do by now matters more than what waits to replace it.
        return base::chain(probeVersion(credential, *credential.current(), SaveOutcome{}), this,
                           [this](const SaveOutcome &inUse) {
                               return base::chain(probe(inUse.credential, SaveOutcome{}), this,
                                                  [held = inUse.consentRequired](SaveOutcome out) {
                                                      out.consentRequired = out.consentRequired || (held && !out.inUse);
                                                      return base::ready<SaveOutcome>(std::move(out));
                                                  });
                           });
    });
}

Async<QList<SaveOutcome>> Exchanges::checkAll()
{
    auto listed = m_parts.host.withSession([caller = m_parts.caller](vault::Session &session) {
        return AccountStore(session, caller).list();
    });
    return base::chain(listed, this, [this](const QList<vault::Credential> &all) { return checkRest(all, {}); });
}

/// One after another: the exchanges count requests, and a trader's accounts are few.
Async<QList<SaveOutcome>> Exchanges::checkRest(QList<vault::Credential> rest, QList<SaveOutcome> done)
{
    if (rest.isEmpty())
        return base::ready<QList<SaveOutcome>>(std::move(done));
    const vault::Credential next = rest.takeFirst();
    return follow(check(next.name), this, [this, next, rest, done](Result<SaveOutcome> one) -> Async<QList<SaveOutcome>> {
        QList<SaveOutcome> all = done;
        if (one) {
            all << *std::move(one);
        } else if (isAboutTheAccount(one.error().code)) {
            SaveOutcome failed;
            failed.credential = next;
            failed.exchangeName = displayName(next);
            failed.check = uncheckedReport(next, m_parts.host.clock().nowMs());
            failed.problem = one.error();
            all << failed;
        } else {
            return base::ready<QList<SaveOutcome>>(std::unexpected(std::move(one).error()));
        }
        return checkRest(rest, all);
    });
}

Async<SaveOutcome> Exchanges::consent(const QString &name)
{
    auto agreed = m_parts.host.withSession([name, caller = m_parts.caller](vault::Session &session) {
        return AccountStore(session, caller).consent(name);
    });
    return base::chain(agreed, this, [this](Settled done) {
        SaveOutcome out;
        out.exchangeName = displayName(done.credential);
        out.credential = std::move(done.credential);
        out.consentRequired = done.consentRequired;
        out.inUse = done.inUse;
        m_parts.host.notifyChanged();
        return base::ready<SaveOutcome>(std::move(out));
    });
}

Result<base::SecretFields> Exchanges::readBlock(const QString &exchangeId, const base::SecretBytes &text) const
{
    const ExchangeInfo *info = m_parts.catalogue.find(exchangeId);
    if (info == nullptr)
        return fail(ErrorCode::UnknownExchange, exchangeId);
    return exchange::parseKeyBlock(*info, text);
}

Async<Done> Exchanges::requireFree(const QString &exchangeId, const QString &account)
{
    return m_parts.host.withSession([text = exchangeId + QLatin1Char('/')
                                         + account](vault::Session &session) -> Result<Done> {
        LATCHKEY_TRY(const QString name, vault::parseName(text));
        LATCHKEY_TRY(const auto found, vault::CredentialStore(session).find(name));
        return found ? Result<Done>(fail(ErrorCode::AlreadyExists, name)) : Result<Done>(Done{});
    });
}

Async<Done> Exchanges::remove(const QString &name)
{
    auto removed = m_parts.host.withSession([name, caller = m_parts.caller](vault::Session &session) -> Result<Done> {
        LATCHKEY_CHECK(AccountStore(session, caller).remove(name));
        return Done{};
    });
    return base::chain(removed, this, [this](Done done) {
        m_parts.host.notifyChanged();
        return base::ready<Done>(done);
    });
}

Async<exchange::SignedRequest> Exchanges::sign(const QString &name, exchange::SigningRequest request,
                                               const std::optional<Caller> &caller)
{
    // Signed on the vault thread: the signing secret never leaves it.
    return m_parts.host.withSession(
        [name, request = std::move(request), caller = caller.value_or(m_parts.caller),
         &catalogue = m_parts.catalogue](vault::Session &session) mutable -> Result<exchange::SignedRequest> {
            AccountStore store(session, caller);
            LATCHKEY_TRY(const vault::Credential credential, store.find(name));
            const QString id = credential.attributeValue(attribute::kExchange);
            const ExchangeInfo *info = catalogue.find(id);
            if (info == nullptr)
                return fail(ErrorCode::UnknownExchange, id);
            const exchange::ProbeTarget target = targetFrom(credential.attributes);
            request.environment = target.environment;
            request.baseUrl = target.baseUrl;
            if (request.timestampMs == 0)
                request.timestampMs = session.clock().nowMs();
            LATCHKEY_TRY(const base::SecretFields fields,
                         store.fieldsForSigning(credential, QString::fromLatin1(request.path)));
            return exchange::signRequest(*info, fields, request);
        });
}

} // namespace service
