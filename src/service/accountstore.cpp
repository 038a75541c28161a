// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/accountstore.h"

#include "exchange/formatcheck.h"
#include "vault/name.h"

#include <QJsonDocument>

#include <algorithm>
#include <cctype>
#include <utility>

namespace service {

namespace {

using base::ErrorCode;
using base::fail;
using base::Result;
using exchange::CheckReport;
using exchange::Verdict;
using vault::VersionState;

/// Number of the version that was found to have the withdrawal right without consent.
const QString kHeldBack = QStringLiteral("held_back");
/// The exchange's id of the account that the version in use belongs to.
const QString kAccountUid = QStringLiteral("account_uid");
const QString kApiKey = QStringLiteral("api_key");
const QString kPendingMember = QStringLiteral("pending");

constexpr qsizetype kHintEnd = 4;
constexpr qsizetype kShortestHinted = 12;

/// First and last characters of the key's public part; nothing of a key so short that they would be most of it.
QString hintOf(const base::SecretFields &fields)
{
    const auto key = fields.find(kApiKey);
    if (key == fields.end() || key->second.size() < kShortestHinted)
        return {};
    const std::string_view text = key->second.exposeText();
    const std::string_view first = text.substr(0, kHintEnd);
    const std::string_view last = text.substr(text.size() - kHintEnd);
    const auto printable = [](unsigned char c) { return c > 0x20 && c < 0x7f; };
    if (!std::ranges::all_of(first, printable) || !std::ranges::all_of(last, printable))
        return {};
    return QString::fromLatin1(first.data(), static_cast<qsizetype>(first.size())) + QStringLiteral("...")
        + QString::fromLatin1(last.data(), static_cast<qsizetype>(last.size()));
}

/// Consent is kept as a list: what was agreed to stays so when an older version comes back.
bool isConsented(const vault::Credential &credential, std::uint32_t version)
{
    return credential.attributeValue(vault::attribute::kWithdrawConsent)
        .split(QLatin1Char(','))
        .contains(QString::number(version));
}

QString withConsent(const vault::Credential &credential, std::uint32_t version)
{
    QStringList all =
        credential.attributeValue(vault::attribute::kWithdrawConsent).split(QLatin1Char(','), Qt::SkipEmptyParts);
    all << QString::number(version);
    all.removeDuplicates();
    return all.join(QLatin1Char(','));
}

bool isMarked(const vault::Credential &credential, std::uint32_t version)
{
    return credential.attributeValue(kHeldBack) == QString::number(version);
}

bool works(const CheckReport &report)
{
    return report.verdict == Verdict::Works || report.verdict == Verdict::WorksRightsUnknown;
}

/// True only when both are known and differ.
bool isOtherAccount(const vault::Credential &credential, const CheckReport &report)
{
    const QString known = credential.attributeValue(kAccountUid);
    return works(report) && !known.isEmpty() && report.account.uid.value_or(known) != known;
}

std::uint32_t nextNumber(const vault::Credential &credential)
{
    return credential.versions.isEmpty() ? 1 : credential.versions.last().number + 1;
}

/// Decides what becomes of a version. Only what is known to be harmless, or was agreed to, gets out of being held back.
Settled decide(const vault::Credential &credential, const vault::VersionInfo &version, const CheckReport &report)
{
    Settled out;
    const bool mayWithdraw = report.rights.withdraw == true;
    const bool isHarmless = report.rights.withdraw == false;
    out.consentRequired = !isConsented(credential, version.number)
        && (mayWithdraw || (isMarked(credential, version.number) && !isHarmless));
    const bool replaces = version.state == VersionState::Pending && credential.current() != nullptr;
    out.otherAccount = replaces && isOtherAccount(credential, report);
    out.inUse = !out.consentRequired && (!replaces || (works(report) && !out.otherAccount));
    return out;
}

std::optional<CheckReport> reportFrom(const QJsonObject &object)
{
    if (object.isEmpty())
        return std::nullopt;
    auto report = exchange::reportFromJson(object);
    return report ? std::optional(*std::move(report)) : std::nullopt; // a later version's words: as if never checked
}

/// The version that a change starts from.
const vault::VersionInfo *baseVersion(const vault::Credential &credential)
{
    return credential.current() != nullptr ? credential.current() : credential.pending();
}

/// A change that leaves the API key as it was is still about the same key at the exchange.
bool isSameKey(const base::SecretFields &stored, const base::SecretFields &given)
{
    const auto before = stored.find(kApiKey);
    const auto after = given.find(kApiKey);
    return after == given.end() || (before != stored.end() && before->second.equals(after->second));
}

/// The given fields laid over the stored ones. The two kinds of key shut each other out: a new one of one kind takes the place
/// of the other.
base::SecretFields merged(base::SecretFields stored, base::SecretFields given, const exchange::ExchangeInfo &info)
{
    for (const exchange::FieldInfo &field : info.fields) {
        if (field.insteadOf.isEmpty())
            continue;
        if (given.contains(field.id) && !given.contains(field.insteadOf))
            stored.erase(field.insteadOf);
        if (given.contains(field.insteadOf) && !given.contains(field.id))
            stored.erase(field.id);
    }
    given.merge(stored);
    return given;
}

Result<void> refuseIncomplete(const exchange::ExchangeInfo &info, const base::SecretFields &fields)
{
    for (const exchange::FormatFinding &finding : exchange::checkFormat(info, fields)) {
        if (finding.refuses()) {
            const bool missing = finding.issue == exchange::FormatIssue::Missing;
            return fail(missing ? ErrorCode::MissingField : ErrorCode::EmptyField, finding.field);
        }
    }
    return {};
}

} // namespace

AccountStore::AccountStore(vault::Session &session, Caller caller) : m_store(session), m_caller(std::move(caller))
{
}

vault::AuditEvent AccountStore::event(const QString &kind) const
{
    vault::AuditEvent out;
    out.kind = kind;
    out.program = m_caller.program;
    return out;
}

Result<vault::Credential> AccountStore::find(const QString &name)
{
    LATCHKEY_TRY(const QString parsed, vault::parseName(name));
    LATCHKEY_TRY(const auto found, m_store.find(parsed));
    if (!found || found->kind != vault::CredentialKind::Exchange)
        return fail(ErrorCode::NotFound, parsed);
    return *found;
}

Result<QList<vault::Credential>> AccountStore::list()
{
    LATCHKEY_TRY(QList<vault::Credential> all, m_store.list());
    all.removeIf([](const vault::Credential &c) { return c.kind != vault::CredentialKind::Exchange; });
    return all;
}

Result<StoredReports> AccountStore::reports(const QUuid &id)
{
    LATCHKEY_TRY(const QByteArray json, m_store.report(id));
    const QJsonObject stored = QJsonDocument::fromJson(json).object();
    return StoredReports{reportFrom(stored), reportFrom(stored.value(kPendingMember).toObject())};
}

Result<vault::Credential> AccountStore::add(NewAccount account)
{
    vault::Credential credential;
    credential.name = account.name;
    credential.kind = vault::CredentialKind::Exchange;
    credential.attributes = account.attributes;
    if (account.acceptWithdraw)
        credential.attributes.insert(vault::attribute::kWithdrawConsent, QString::number(nextNumber(credential)));
    vault::NewVersion version;
    version.keyHint = hintOf(account.fields);
    version.fields = std::move(account.fields);
    version.state = account.pending ? VersionState::Pending : VersionState::Current;
    return m_store.add(credential, version, event(QStringLiteral("credential-added")));
}

Result<base::SecretFields> AccountStore::storedFields(const vault::Credential &credential)
{
    const vault::VersionInfo *base = baseVersion(credential);
    if (base == nullptr)
        return base::SecretFields();
    const vault::ReleaseRequest all{credential.id, base->number, {}, true};
    LATCHKEY_TRY(auto stored, m_store.release({all}, event(QStringLiteral("read-for-update"))));
    return std::move(stored.front());
}

Result<vault::Credential> AccountStore::updateAttributes(vault::Credential credential, const QMap<QString, QString> &changes,
                                                         const QString &kind)
{
    const QMap<QString, QString> before = credential.attributes;
    for (const auto &[key, value] : changes.asKeyValueRange()) {
        if (value.isEmpty())
            credential.attributes.remove(key);
        else
            credential.attributes.insert(key, value);
    }
    if (credential.attributes == before)
        return credential;
    return m_store.update(credential, event(kind));
}

Result<vault::Credential> AccountStore::change(const QString &name, const exchange::ExchangeInfo &info, AccountChange change)
{
    LATCHKEY_TRY(vault::Credential credential, find(name));
    QMap<QString, QString> attributes = change.attributes;
    if (change.fields.empty()) {
        const vault::VersionInfo *version = versionToCheck(credential);
        if (change.acceptWithdraw && version != nullptr)
            attributes.insert(vault::attribute::kWithdrawConsent, withConsent(credential, version->number));
        return updateAttributes(credential, attributes, QStringLiteral("credential-changed"));
    }
    LATCHKEY_TRY(base::SecretFields stored, storedFields(credential));
    const bool sameKey = isSameKey(stored, change.fields);
    change.fields = merged(std::move(stored), std::move(change.fields), info);
    LATCHKEY_CHECK(refuseIncomplete(info, change.fields));
    change.attributes = attributes;
    return addVersion(credential, std::move(change), sameKey);
}

Result<vault::Credential> AccountStore::write(const QString &name, base::SecretFields fields, bool keepOthers)
{
    LATCHKEY_TRY(const vault::Credential credential, find(name));
    LATCHKEY_TRY(base::SecretFields stored, storedFields(credential));
    AccountChange change;
    change.pending = false;
    const bool sameKey = isSameKey(stored, fields);
    change.fields = std::move(fields);
    if (keepOthers)
        change.fields.merge(stored); // what is given stays; only the rest comes from the store
    return addVersion(credential, std::move(change), sameKey);
}

Result<vault::Credential> AccountStore::addVersion(const vault::Credential &credential, AccountChange change, bool sameKey)
{
    const std::uint32_t number = nextNumber(credential);
    const vault::VersionInfo *base = baseVersion(credential);
    const bool consentGoesOn = sameKey && base != nullptr && isConsented(credential, base->number);
    // The same key has the same rights, whatever else was corrected: held back stays held back.
    const bool staysHeld = sameKey && isHeldBack(credential) && !change.acceptWithdraw;
    if (change.acceptWithdraw || consentGoesOn)
        change.attributes.insert(vault::attribute::kWithdrawConsent, withConsent(credential, number));
    if (staysHeld)
        change.attributes.insert(kHeldBack, QString::number(number));
    LATCHKEY_TRY(const vault::Credential changed,
                 updateAttributes(credential, change.attributes, QStringLiteral("credential-changed")));

    vault::NewVersion version;
    version.keyHint = hintOf(change.fields);
    version.fields = std::move(change.fields);
    version.state = change.pending || staysHeld ? VersionState::Pending : VersionState::Current;
    return m_store.addVersion(changed.id, version, event(QStringLiteral("version-added")));
}

Result<base::SecretFields> AccountStore::fieldsForCheck(const QUuid &id, std::uint32_t version)
{
    LATCHKEY_TRY(auto released,
                 m_store.release({vault::ReleaseRequest{id, version, {}, true}}, event(QStringLiteral("check"))));
    return std::move(released.front());
}

Result<vault::Credential> AccountStore::makeCurrent(const vault::Credential &credential, std::uint32_t version)
{
    return m_store.setState(credential.id, version, VersionState::Current, event(QStringLiteral("version-current")));
}

Result<Settled> AccountStore::settle(const QUuid &id, std::uint32_t version, const CheckReport &report)
{
    LATCHKEY_TRY(vault::Credential credential, m_store.get(id));
    const vault::VersionInfo *found = credential.version(version);
    if (found == nullptr || (found->state != VersionState::Pending && found->state != VersionState::Current))
        return fail(ErrorCode::Conflict, credential.name);
    const VersionState state = found->state;
    Settled settled = decide(credential, *found, report);

    QMap<QString, QString> attributes;
    if (settled.consentRequired)
        attributes.insert(kHeldBack, QString::number(version));
    const bool isTheAccount = settled.inUse || state == VersionState::Current || credential.current() == nullptr;
    if (isTheAccount && works(report) && report.account.uid)
        attributes.insert(kAccountUid, *report.account.uid);
    LATCHKEY_TRY(credential, updateAttributes(credential, attributes, QStringLiteral("check-noted")));

    if (settled.inUse && state == VersionState::Pending) {
        LATCHKEY_TRY(credential, makeCurrent(credential, version));
    } else if (!settled.inUse && state == VersionState::Current) {
        LATCHKEY_TRY(credential, m_store.setState(id, version, VersionState::Pending, event(QStringLiteral("held-back"))));
    }
    settled.credential = credential;
    LATCHKEY_CHECK(storeReport(settled, version, report));
    return settled;
}

Result<void> AccountStore::storeReport(const Settled &settled, std::uint32_t version, const CheckReport &report)
{
    QJsonObject object = exchange::toJson(report);
    object.insert(QStringLiteral("version"), static_cast<qint64>(version));
    if (!settled.inUse && settled.credential.current() != nullptr) {
        // What is known about the version in use stays.
        LATCHKEY_TRY(const QByteArray before, m_store.report(settled.credential.id));
        QJsonObject both = QJsonDocument::fromJson(before).object();
        both.insert(kPendingMember, object);
        object = both;
    }
    vault::AuditEvent checked = event(QStringLiteral("checked"));
    checked.outcome = exchange::nameOf(report.verdict);
    return m_store.setReport(settled.credential.id, QJsonDocument(object).toJson(QJsonDocument::Compact), checked);
}

Result<vault::Credential> AccountStore::consent(const QString &name)
{
    LATCHKEY_TRY(vault::Credential credential, find(name));
    if (!isHeldBack(credential))
        return fail(ErrorCode::NotFound, credential.name);
    const std::uint32_t number = credential.pending()->number;
    LATCHKEY_TRY(const StoredReports known, reports(credential.id));
    const bool otherAccount = credential.current() != nullptr && known.pending && isOtherAccount(credential, *known.pending);
    const QMap<QString, QString> agreed{{vault::attribute::kWithdrawConsent, withConsent(credential, number)}};
    LATCHKEY_TRY(credential, updateAttributes(credential, agreed, QStringLiteral("consent-given")));
    if (otherAccount) // agreeing to a right is not agreeing to another account
        return credential;
    return makeCurrent(credential, number);
}

Result<vault::Credential> AccountStore::useAnyway(const QString &name)
{
    LATCHKEY_TRY(vault::Credential credential, find(name));
    const vault::VersionInfo *pending = credential.pending();
    if (pending == nullptr)
        return fail(ErrorCode::NotFound, credential.name);
    if (isHeldBack(credential))
        return fail(ErrorCode::ConsentRequired, credential.name);
    const std::uint32_t number = pending->number;
    LATCHKEY_TRY(const StoredReports known, reports(credential.id));
    if (credential.current() != nullptr) {
        const QString uid = known.pending ? known.pending->account.uid.value_or(QString()) : QString();
        LATCHKEY_TRY(credential, updateAttributes(credential, {{kAccountUid, uid}}, QStringLiteral("credential-changed")));
    }
    LATCHKEY_TRY(credential, makeCurrent(credential, number));
    if (known.pending) // what was found about it is now what is known about the account
        LATCHKEY_CHECK(storeReport(Settled{credential, false, true, false}, number, *known.pending));
    return credential;
}

Result<void> AccountStore::remove(const QString &name)
{
    LATCHKEY_TRY(const vault::Credential credential, find(name));
    return m_store.remove(credential.id, event(QStringLiteral("credential-removed")));
}

Result<base::SecretFields> AccountStore::fieldsForSigning(const vault::Credential &credential, const QString &path)
{
    vault::AuditEvent asked = event(QStringLiteral("signed"));
    asked.details.insert(QStringLiteral("path"), path.left(200));
    LATCHKEY_TRY(auto released, m_store.release({vault::ReleaseRequest{credential.id, std::nullopt, {}, false}}, asked));
    return std::move(released.front());
}

const vault::VersionInfo *versionToCheck(const vault::Credential &credential)
{
    return credential.pending() != nullptr ? credential.pending() : credential.current();
}

bool isHeldBack(const vault::Credential &credential)
{
    const vault::VersionInfo *pending = credential.pending();
    return pending != nullptr && isMarked(credential, pending->number) && !isConsented(credential, pending->number);
}

} // namespace service
