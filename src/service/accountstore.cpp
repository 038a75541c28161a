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

namespace attribute = vault::attribute;

using vault::attribute::kAccountUid;
const QString kApiKey = QStringLiteral("api_key");
const QString kPendingMember = QStringLiteral("pending");
const QString kVersionMember = QStringLiteral("version");

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

QString keyIdOf(const base::SecretFields &fields)
{
    const auto key = fields.find(kApiKey);
    return key == fields.end() ? QString() : vault::keyIdOf(key->second);
}

/// What says where a key goes. It is proven together with the key, and so it waits with it.
bool isTarget(const QString &key)
{
    return key == attribute::kRegion || key == attribute::kBaseUrl || key == attribute::kCaPem || key == attribute::kProxy;
}

/// Those of `changes` that are about the target and differ from `before`.
QMap<QString, QString> targetChanges(const QMap<QString, QString> &changes, const QMap<QString, QString> &before)
{
    QMap<QString, QString> out = changes;
    out.removeIf([&before](const auto &item) { return !isTarget(item.key()) || before.value(item.key()) == item.value(); });
    return out;
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

/// Decides what becomes of a version. Only what is known to be harmless, or was agreed to, gets out of being held back.
Settled decide(const vault::Credential &credential, const vault::VersionInfo &version, const CheckReport &report)
{
    Settled out;
    const bool mayWithdraw = report.rights.withdraw == true;
    const bool isHarmless = report.rights.withdraw == false;
    const QString mark = vault::Credential::markOf(version);
    out.consentRequired = !credential.isMarked(attribute::kWithdrawConsent, mark)
        && (mayWithdraw || (credential.isMarked(attribute::kHeldBack, mark) && !isHarmless));
    const bool replaces = version.state == VersionState::Pending && credential.current() != nullptr;
    out.otherAccount = replaces && isOtherAccount(credential, report);
    out.inUse = !out.consentRequired && (!replaces || (works(report) && !out.otherAccount));
    return out;
}

/// Which of the two stored reports is about a version. A report about another key says nothing.
QJsonObject reportAbout(const QJsonObject &stored, const vault::VersionInfo *version)
{
    for (const QJsonObject &report : {stored, stored.value(kPendingMember).toObject()}) {
        if (version != nullptr && report.value(kVersionMember).toInteger(0) == static_cast<qint64>(version->number))
            return report;
    }
    return {};
}

std::optional<CheckReport> reportFrom(const QJsonObject &object)
{
    if (object.isEmpty())
        return std::nullopt;
    auto report = exchange::reportFromJson(object);
    return report ? std::optional(*std::move(report)) : std::nullopt; // a later version's words: as if never checked
}

QJsonObject versionedReport(const CheckReport &report, std::uint32_t version)
{
    QJsonObject object = exchange::toJson(report);
    object.insert(kVersionMember, static_cast<qint64>(version));
    return object;
}

QByteArray textOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// The version that a change starts from.
const vault::VersionInfo *baseVersion(const vault::Credential &credential)
{
    return credential.current() != nullptr ? credential.current() : credential.pending();
}

/// The version that given fields are laid over. Without a key of their own they correct the replacement that waits, unless that
/// one needs no correction but consent.
const vault::VersionInfo *versionToCorrect(const vault::Credential &credential, const base::SecretFields &given)
{
    const vault::VersionInfo *pending = credential.pending();
    const bool corrects = pending != nullptr && !given.contains(kApiKey) && !credential.isHeldBack(*pending);
    return corrects ? pending : baseVersion(credential);
}

/// What says where a key goes, of the attributes as they are for a version.
QMap<QString, QString> targetOf(const vault::Credential &credential, const vault::VersionInfo &version)
{
    QMap<QString, QString> out = credential.attributesFor(version);
    out.removeIf([](const auto &item) { return !isTarget(item.key()); });
    return out;
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

/// What consent is asked for: a key that was found to need it; or the only version there is, whose first check was cut short.
const vault::VersionInfo *versionForConsent(const vault::Credential &credential)
{
    const vault::VersionInfo *pending = credential.pending();
    const vault::VersionInfo *current = credential.current();
    if (pending != nullptr && (current == nullptr || credential.isHeldBack(*pending)))
        return pending;
    return current != nullptr && credential.isHeldBack(*current) ? current : nullptr;
}

QMap<QString, QString> agreedTo(const vault::Credential &credential, const vault::VersionInfo &version)
{
    const QString mark = vault::Credential::markOf(version);
    return {{attribute::kWithdrawConsent, credential.markedList(attribute::kWithdrawConsent, mark, true)}};
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
    LATCHKEY_TRY(const QString parsed, vault::parseStoredName(name));
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

Result<StoredReports> AccountStore::reports(const vault::Credential &credential)
{
    LATCHKEY_TRY(const QByteArray json, m_store.report(credential.id));
    const QJsonObject stored = QJsonDocument::fromJson(json).object();
    const bool waits = credential.current() != nullptr;
    return StoredReports{reportFrom(reportAbout(stored, baseVersion(credential))),
                         waits ? reportFrom(reportAbout(stored, credential.pending())) : std::nullopt};
}

Result<vault::Credential> AccountStore::add(NewAccount account)
{
    const vault::NewCredential made = toStore(std::move(account));
    return m_store.add(made.credential, made.version, event(QStringLiteral("credential-added")));
}

Result<base::SecretFields> AccountStore::storedFields(const vault::Credential &credential, const vault::VersionInfo *version)
{
    if (version == nullptr)
        return base::SecretFields();
    const vault::ReleaseRequest all{credential.id, version->number, {}, true};
    LATCHKEY_TRY(auto stored, m_store.release({all}, event(QStringLiteral("read-for-update"))));
    return std::move(stored.front());
}

Result<vault::Credential> AccountStore::change(const QString &name, const exchange::ExchangeInfo &info, AccountChange change)
{
    LATCHKEY_TRY(const vault::Credential credential, find(name));
    if (change.fields.empty())
        return changeOptions(credential, std::move(change));
    const vault::VersionInfo *base = versionToCorrect(credential, change.fields);
    LATCHKEY_TRY(base::SecretFields stored, storedFields(credential, base));
    if (base != nullptr && base->state == VersionState::Pending) {
        QMap<QString, QString> all = base->changes; // where it was to go, it still goes
        all.insert(change.attributes);
        change.attributes = all;
    }
    change.fields = merged(std::move(stored), std::move(change.fields), info);
    LATCHKEY_CHECK(exchange::requireComplete(info, change.fields));
    return addVersion(credential, std::move(change));
}

Result<vault::Credential> AccountStore::changeOptions(const vault::Credential &credential, AccountChange change)
{
    const vault::VersionInfo *version = versionToCheck(credential);
    const QMap<QString, QString> before = version != nullptr ? credential.attributesFor(*version) : credential.attributes;
    if (change.pending && credential.current() != nullptr && !targetChanges(change.attributes, before).isEmpty()) {
        // Nobody has seen the key work there yet: the one in use stays where it is.
        LATCHKEY_TRY(change.fields, storedFields(credential, version));
        QMap<QString, QString> all = version->changes;
        all.insert(change.attributes);
        change.attributes = all;
        return addVersion(credential, std::move(change));
    }
    vault::CredentialChange out;
    out.attributes = change.attributes;
    if (change.acceptWithdraw && version != nullptr)
        out.attributes.insert(agreedTo(credential, *version));
    QMap<QString, QString> after = credential.attributes;
    vault::applyChanges(after, out.attributes);
    if (after == credential.attributes)
        return credential;
    return m_store.change(credential, out, event(QStringLiteral("credential-changed")));
}

Result<vault::Credential> AccountStore::write(const QString &name, base::SecretFields fields, bool keepOthers)
{
    LATCHKEY_TRY(const vault::Credential credential, find(name));
    AccountChange change;
    change.pending = false;
    change.fields = std::move(fields);
    if (keepOthers) {
        LATCHKEY_TRY(base::SecretFields stored, storedFields(credential, baseVersion(credential)));
        change.keepsPending = !change.fields.contains(kApiKey); // a detail of the key in use; another one may wait meanwhile
        change.fields.merge(stored);                            // what is given stays; only the rest comes from the store
    }
    return addVersion(credential, std::move(change));
}

Result<vault::Credential> AccountStore::addVersion(const vault::Credential &credential, AccountChange change)
{
    vault::NewVersion version;
    version.keyHint = hintOf(change.fields);
    version.keyId = keyIdOf(change.fields);
    version.fields = std::move(change.fields);
    version.changes = targetChanges(change.attributes, credential.attributes);
    version.keepsPending = change.keepsPending;
    vault::CredentialChange out;
    out.version = &version;
    out.attributes = change.attributes;
    out.attributes.removeIf([](const auto &item) { return isTarget(item.key()); });
    // Agreed to is the key that is stored here and now, in the same transaction, and no other.
    if (change.acceptWithdraw && !version.keyId.isEmpty())
        out.attributes.insert(attribute::kWithdrawConsent,
                              credential.markedList(attribute::kWithdrawConsent, version.keyId, true));
    // The same key has the same rights, whatever else was corrected and whichever version it was found in.
    const bool staysHeld = !change.acceptWithdraw && credential.isHeldBack(version.keyId);
    version.state = change.pending || staysHeld ? VersionState::Pending : VersionState::Current;
    return m_store.change(credential, out, event(QStringLiteral("version-added")));
}

Result<base::SecretFields> AccountStore::fieldsForCheck(const QUuid &id, std::uint32_t version)
{
    LATCHKEY_TRY(auto released,
                 m_store.release({vault::ReleaseRequest{id, version, {}, true}}, event(QStringLiteral("check"))));
    return std::move(released.front());
}

Result<Settled> AccountStore::settle(const vault::Credential &asked, std::uint32_t version, const CheckReport &report)
{
    LATCHKEY_TRY(const vault::Credential credential, m_store.get(asked.id));
    const vault::VersionInfo *found = credential.version(version);
    const vault::VersionInfo *then = asked.version(version);
    if (found == nullptr || (found->state != VersionState::Pending && found->state != VersionState::Current))
        return fail(ErrorCode::Conflict, credential.name);
    // An answer from one address says nothing about another.
    if (then == nullptr || targetOf(asked, *then) != targetOf(credential, *found))
        return fail(ErrorCode::Conflict, credential.name);
    Settled settled = decide(credential, *found, report);

    vault::CredentialChange out;
    std::optional<vault::AuditEvent> moved;
    const QString mark = vault::Credential::markOf(*found);
    if (settled.consentRequired || report.rights.withdraw == false)
        out.attributes.insert(attribute::kHeldBack,
                              credential.markedList(attribute::kHeldBack, mark, settled.consentRequired));
    const bool isTheAccount = settled.inUse || found->state == VersionState::Current || credential.current() == nullptr;
    if (isTheAccount && works(report) && report.account.uid)
        out.attributes.insert(kAccountUid, *report.account.uid);
    if (settled.inUse && found->state == VersionState::Pending) {
        out.state = vault::StateChange{version, VersionState::Current};
        moved = event(QStringLiteral("version-current"));
    } else if (!settled.inUse && found->state == VersionState::Current) {
        moved = event(QStringLiteral("held-back"));
        // Beside a replacement that waits, the mark alone holds it back: only one can wait, and that one is not judged here.
        if (credential.pending() == nullptr)
            out.state = vault::StateChange{version, VersionState::Pending};
    }
    LATCHKEY_TRY(out.report, reportText(credential, *found, versionedReport(report, version), settled.inUse));
    out.isEdit = out.state.has_value();
    vault::AuditEvent checked = event(QStringLiteral("checked"));
    checked.outcome = exchange::nameOf(report.verdict);
    LATCHKEY_TRY(settled.credential, m_store.change(credential, out, checked, moved));
    return settled;
}

Result<QByteArray> AccountStore::reportText(const vault::Credential &credential, const vault::VersionInfo &about,
                                            const QJsonObject &report, bool inUse)
{
    LATCHKEY_TRY(const QByteArray before, m_store.report(credential.id));
    const QJsonObject stored = QJsonDocument::fromJson(before).object();
    const bool waits = about.state == VersionState::Pending;
    if (waits && (inUse || credential.current() == nullptr))
        return textOf(report);
    // What is known about the other one stays.
    QJsonObject both = waits ? reportAbout(stored, credential.current()) : report;
    const QJsonObject pending = waits ? report : reportAbout(stored, credential.pending());
    if (!pending.isEmpty())
        both.insert(kPendingMember, pending);
    return textOf(both);
}

Result<Settled> AccountStore::consent(const QString &name)
{
    LATCHKEY_TRY(const vault::Credential credential, find(name));
    const vault::VersionInfo *version = versionForConsent(credential);
    if (version == nullptr)
        return fail(ErrorCode::NotFound, QStringLiteral("consent")); // a code: there is an account, but no question
    LATCHKEY_TRY(const StoredReports known, reports(credential));
    vault::CredentialChange out;
    out.attributes = agreedTo(credential, *version);
    // Agreeing to a right is not agreeing to another account, nor to a key or an address that was never seen to work.
    const bool proven = known.pending && works(*known.pending) && !isOtherAccount(credential, *known.pending);
    if (version->state == VersionState::Pending && (credential.current() == nullptr || proven))
        out.state = vault::StateChange{version->number, VersionState::Current};
    Settled settled;
    settled.inUse = version->state == VersionState::Current || out.state.has_value();
    LATCHKEY_TRY(settled.credential, m_store.change(credential, out, event(QStringLiteral("consent-given"))));
    settled.consentRequired = isHeldBack(settled.credential);
    return settled;
}

Result<vault::Credential> AccountStore::useAnyway(const QString &name)
{
    LATCHKEY_TRY(const vault::Credential credential, find(name));
    const vault::VersionInfo *pending = credential.pending();
    if (pending == nullptr)
        return fail(ErrorCode::NotFound, credential.name);
    if (credential.isHeldBack(*pending))
        return fail(ErrorCode::ConsentRequired, credential.name);
    LATCHKEY_TRY(const StoredReports known, reports(credential));
    vault::CredentialChange out;
    if (credential.current() != nullptr)
        out.attributes.insert(kAccountUid, known.pending ? known.pending->account.uid.value_or(QString()) : QString());
    if (known.pending) // what was found about it is now what is known about the account
        out.report = textOf(versionedReport(*known.pending, pending->number));
    out.state = vault::StateChange{pending->number, VersionState::Current};
    return m_store.change(credential, out, event(QStringLiteral("version-current")));
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

vault::NewCredential toStore(NewAccount account)
{
    vault::NewCredential out;
    out.credential.name = account.name;
    out.credential.kind = vault::CredentialKind::Exchange;
    out.credential.attributes = account.attributes;
    out.version.keyId = keyIdOf(account.fields);
    if (account.acceptWithdraw)
        out.credential.attributes.insert(attribute::kWithdrawConsent, out.version.keyId);
    out.version.keyHint = hintOf(account.fields);
    out.version.fields = std::move(account.fields);
    out.version.state = account.pending ? VersionState::Pending : VersionState::Current;
    return out;
}

const vault::VersionInfo *versionToCheck(const vault::Credential &credential)
{
    return credential.pending() != nullptr ? credential.pending() : credential.current();
}

bool isHeldBack(const vault::Credential &credential)
{
    const auto held = [&credential](const vault::VersionInfo *version) {
        return version != nullptr && credential.isHeldBack(*version);
    };
    return held(credential.pending()) || held(credential.current());
}

} // namespace service
