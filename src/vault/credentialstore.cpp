// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/credentialstore.h"

#include "crypto/hash.h"
#include "vault/credentialcodec.h"
#include "vault/credentialrows.h"
#include "vault/name.h"

#include <algorithm>

namespace vault {

namespace {

constexpr std::size_t kMaxFields = 256;

bool isReleasable(VersionState state)
{
    return state == VersionState::Current || state == VersionState::Previous;
}

base::Result<const VersionInfo *> chooseVersion(const Credential &credential, const ReleaseRequest &request)
{
    const VersionInfo *version = request.version ? credential.version(*request.version) : credential.current();
    const bool isPending = version != nullptr && version->state == VersionState::Pending;
    const bool isReady = version != nullptr && isReleasable(version->state);
    // Whatever its state became: a key that may withdraw is given out when somebody agreed, and not before.
    const bool isHeldBack = isReady && credential.isHeldBack(*version);
    if (isReady && (!isHeldBack || request.allowPending))
        return version;
    if (isPending && request.allowPending)
        return version;
    if (isHeldBack || isPending || (!request.version && credential.pending() != nullptr))
        return base::fail(base::ErrorCode::ConsentRequired, credential.name);
    return base::fail(base::ErrorCode::VersionNotFound, credential.name);
}

/// By the folded name. Folding costs more than comparing, so each name is folded once.
QList<Credential> sortedByName(QList<Credential> list)
{
    std::vector<std::pair<QString, qsizetype>> order;
    order.reserve(static_cast<std::size_t>(list.size()));
    for (qsizetype i = 0; i < list.size(); ++i)
        order.emplace_back(foldName(list.at(i).name), i);
    std::ranges::sort(order);
    QList<Credential> out;
    out.reserve(list.size());
    for (const auto &[name, at] : order)
        out << std::move(list[at]);
    return out;
}

} // namespace

EnvelopeBinding CredentialStore::secretBinding(const Credential &credential, const VersionInfo &version,
                                               const QString &field) const
{
    EnvelopeBinding out;
    out.role = Role::Secret;
    out.owner = credential.id;
    out.kind = static_cast<std::uint16_t>(RecordKind::Version);
    out.n = version.number;
    out.field = field;
    out.destination = credential.destination(version);
    return out;
}

base::Result<Credential> CredentialStore::decode(const ports::RecordRow &row)
{
    LATCHKEY_TRY(const base::SecretBytes plain,
                 m_session.keys().open(metaBinding(row.key.owner, RecordKind::Credential), base::view(row.meta)));
    return decodeCredential(row.key.owner, plain.exposeBytes());
}

base::Result<Credential> CredentialStore::loadAny(const QUuid &id)
{
    LATCHKEY_TRY(const auto row, m_session.integrity().find(keyOf(id, RecordKind::Credential)));
    if (!row)
        return base::fail(base::ErrorCode::NotFound);
    return decode(*row);
}

base::Result<Credential> CredentialStore::load(const QUuid &id)
{
    LATCHKEY_TRY(Credential credential, loadAny(id));
    if (credential.isRemoved())
        return base::fail(base::ErrorCode::NotFound, credential.name);
    return credential;
}

base::Result<std::shared_ptr<const Credential>> CredentialStore::loadForRelease(const QUuid &id)
{
    LATCHKEY_TRY(const auto row, m_session.integrity().find(keyOf(id, RecordKind::Credential)));
    if (!row)
        return base::fail(base::ErrorCode::NotFound);
    if (auto known = m_session.decoded().find(id, row->meta))
        return known;
    LATCHKEY_TRY(Credential credential, decode(*row));
    if (credential.isRemoved())
        return base::fail(base::ErrorCode::NotFound, credential.name);
    auto shared = std::make_shared<const Credential>(std::move(credential));
    m_session.decoded().insert(row->meta, shared);
    return shared;
}

base::Result<std::optional<Credential>> CredentialStore::lookUp(const QString &name)
{
    LATCHKEY_TRY(const auto row, m_session.integrity().findByNameIndex(m_session.keys().nameIndex(foldName(name))));
    if (!row)
        return std::optional<Credential>();
    LATCHKEY_TRY(Credential credential, decode(*row));
    return std::optional(std::move(credential));
}

base::Result<QList<Credential>> CredentialStore::list(QStringList *damaged)
{
    QList<Credential> out;
    const auto take = [&](const ports::RecordRow &row) -> base::Result<void> {
        if (row.key.kind != static_cast<std::uint16_t>(RecordKind::Credential))
            return {};
        LATCHKEY_TRY(Credential credential, decode(row));
        if (!credential.isRemoved())
            out << credential;
        return {};
    };
    LATCHKEY_CHECK(m_session.read([&]() -> base::Result<void> {
        if (damaged == nullptr)
            return m_session.integrity().visit(take);
        LATCHKEY_TRY(*damaged, m_session.integrity().visitIntact(take));
        return {};
    }));
    return sortedByName(std::move(out));
}

base::Result<std::optional<Credential>> CredentialStore::find(const QString &name)
{
    std::optional<Credential> out;
    LATCHKEY_CHECK(m_session.read([&]() -> base::Result<void> {
        LATCHKEY_TRY(out, lookUp(name));
        return {};
    }));
    return out;
}

base::Result<Credential> CredentialStore::get(const QUuid &id)
{
    Credential out;
    LATCHKEY_CHECK(m_session.read([&]() -> base::Result<void> {
        LATCHKEY_TRY(out, load(id));
        return {};
    }));
    return out;
}

base::Result<void> CredentialStore::store(Credential &credential, bool isEdit)
{
    if (isEdit)
        credential.updatedAtMs = m_session.clock().nowMs();
    ++credential.revision;
    ports::RecordRow row;
    row.key = keyOf(credential.id, RecordKind::Credential);
    if (!credential.isRemoved())
        row.nameIndex = m_session.keys().nameIndex(foldName(credential.name));
    LATCHKEY_TRY(row.meta,
                 m_session.keys().seal(metaBinding(credential.id, RecordKind::Credential),
                                       base::view(encodeCredential(credential)), m_session.random()));
    return m_session.integrity().put(row);
}

base::Result<void> CredentialStore::storeVersion(const Credential &credential, const VersionInfo &info,
                                                 const base::SecretFields &fields)
{
    if (fields.size() > kMaxFields)
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("number of fields"));
    base::CanonicalWriter secret;
    secret.u16(static_cast<std::uint16_t>(fields.size()));
    for (const auto &[name, value] : fields) {
        LATCHKEY_TRY(const QByteArray envelope,
                     m_session.keys().seal(secretBinding(credential, info, name), value.exposeBytes(), m_session.random()));
        secret.sized(base::view(envelope));
    }
    ports::RecordRow row;
    row.key = keyOf(credential.id, RecordKind::Version, info.number);
    row.secret = secret.bytes();
    return m_session.integrity().put(row);
}

base::Result<base::SecretFields> CredentialStore::openFields(const Credential &credential, const VersionInfo &info,
                                                             const QStringList &wanted)
{
    const auto missing = std::ranges::find_if(wanted, [&info](const QString &f) { return !info.fields.contains(f); });
    if (missing != wanted.end())
        return base::fail(base::ErrorCode::FieldNotFound, *missing);
    LATCHKEY_TRY(const auto row, m_session.integrity().find(keyOf(credential.id, RecordKind::Version, info.number)));
    if (!row)
        return base::fail(base::ErrorCode::IntegrityFailure, QStringLiteral("version of a credential"));
    base::CanonicalReader in(base::view(row->secret));
    if (in.u16() != info.fields.size())
        return base::fail(base::ErrorCode::IntegrityFailure, QStringLiteral("fields of a version"));
    base::SecretFields out;
    for (const QString &field : info.fields) { // the order in which they were sealed
        const base::ByteView envelope = in.sized();
        if (!wanted.isEmpty() && !wanted.contains(field))
            continue;
        LATCHKEY_TRY(base::SecretBytes value, m_session.keys().open(secretBinding(credential, info, field), envelope));
        value.maskInLogs();
        out.emplace(field, std::move(value));
    }
    if (!in.atEnd())
        return base::fail(base::ErrorCode::IntegrityFailure, QStringLiteral("fields of a version"));
    return out;
}

base::Result<void> CredentialStore::insertNew(Credential &credential, const NewVersion &version)
{
    LATCHKEY_TRY(const auto taken, lookUp(credential.name));
    if (taken)
        return base::fail(base::ErrorCode::AlreadyExists, credential.name);
    credential.createdAtMs = m_session.clock().nowMs();
    credential.revision = 0;
    credential.versions.clear();
    LATCHKEY_CHECK(insertVersion(credential, version));
    return store(credential);
}

base::Result<Credential> CredentialStore::add(Credential credential, const NewVersion &version, const AuditEvent &event)
{
    LATCHKEY_TRY(credential.id, base::newUuid(m_session.random()));
    LATCHKEY_CHECK(m_session.change(withCredential(event, credential), [&] { return insertNew(credential, version); }));
    return credential;
}

base::Result<QList<std::optional<Credential>>> CredentialStore::addMany(std::vector<NewCredential> items,
                                                                        const AuditEvent &event)
{
    QList<std::optional<Credential>> out;
    AuditEvent all = event;
    all.details.insert(QStringLiteral("items"), QString::number(items.size()));
    LATCHKEY_CHECK(m_session.change(all, [&]() -> base::Result<void> {
        for (NewCredential &item : items) {
            LATCHKEY_TRY(item.credential.id, base::newUuid(m_session.random()));
            const auto inserted = insertNew(item.credential, item.version);
            if (!inserted && inserted.error().code == base::ErrorCode::AlreadyExists) { // said before anything was written
                out << std::nullopt;
                continue;
            }
            if (!inserted)
                return inserted;
            LATCHKEY_CHECK(m_session.audit().append(withCredential(event, item.credential)));
            out << item.credential;
        }
        return {};
    }));
    return out;
}

base::Result<Credential> CredentialStore::update(Credential credential, const AuditEvent &event, const Step &also)
{
    LATCHKEY_CHECK(m_session.change(withCredential(event, credential), [&]() -> base::Result<void> {
        LATCHKEY_TRY(const Credential stored, load(credential.id));
        if (stored.revision != credential.revision)
            return base::fail(base::ErrorCode::Conflict, stored.name);
        if (foldName(stored.name) != foldName(credential.name)) {
            LATCHKEY_TRY(const auto taken, lookUp(credential.name));
            if (taken)
                return base::fail(base::ErrorCode::AlreadyExists, credential.name);
        }
        if (also)
            LATCHKEY_CHECK(also());
        credential.versions = stored.versions; // versions have methods of their own
        LATCHKEY_CHECK(dropOldVersions(credential));
        LATCHKEY_CHECK(rebind(stored, credential));
        return store(credential);
    }));
    return credential;
}

base::Result<std::vector<base::SecretFields>> CredentialStore::release(const QList<ReleaseRequest> &requests,
                                                                       const AuditEvent &event, const Usable &usable)
{
    QList<AuditEvent> events;
    std::vector<base::SecretFields> collected;
    LATCHKEY_CHECK(m_session.release(events, [&]() -> base::Result<void> {
        for (const ReleaseRequest &request : requests) {
            LATCHKEY_TRY(const std::shared_ptr<const Credential> credential, loadForRelease(request.credential));
            LATCHKEY_TRY(const VersionInfo *version, chooseVersion(*credential, request));
            LATCHKEY_TRY(base::SecretFields fields, openFields(*credential, *version, request.fields));
            AuditEvent entry = withCredential(event, *credential);
            entry.details.insert(QStringLiteral("version"), QString::number(version->number));
            entry.details.insert(QStringLiteral("fields"), fieldNames(fields).join(QLatin1Char(',')));
            events << entry;
            collected.push_back(std::move(fields));
        }
        return usable ? usable(collected) : base::Result<void>();
    }));
    return collected; // only now, with the entries committed, does anything leave
}

base::Result<bool> CredentialStore::matches(const ReleaseRequest &request, const base::SecretBytes &value,
                                            const AuditEvent &event)
{
    QList<AuditEvent> events;
    bool same = false;
    LATCHKEY_CHECK(m_session.release(events, [&]() -> base::Result<void> {
        LATCHKEY_TRY(const std::shared_ptr<const Credential> credential, loadForRelease(request.credential));
        LATCHKEY_TRY(const VersionInfo *version, chooseVersion(*credential, request));
        LATCHKEY_TRY(const base::SecretFields fields, openFields(*credential, *version, request.fields));
        if (fields.size() != 1)
            return base::fail(base::ErrorCode::AmbiguousField, fieldNames(fields).join(QStringLiteral(", ")));
        // Digests, so that not even the length of the stored value shows in the time.
        same = base::equalConstantTime(crypto::sha256(fields.begin()->second.exposeBytes()),
                                       crypto::sha256(value.exposeBytes()));
        AuditEvent entry = withCredential(event, *credential);
        entry.details.insert(QStringLiteral("version"), QString::number(version->number));
        entry.details.insert(QStringLiteral("fields"), fields.begin()->first);
        entry.outcome = same ? QStringLiteral("ok") : QStringLiteral("no-match");
        events << entry;
        return {};
    }));
    return same;
}

base::Result<void> CredentialStore::openAll(const ports::RecordRow &row, QStringList &unreadable)
{
    // Anything but damage (a disk that cannot be read, say) ends the search.
    const auto judge = [&unreadable](const auto &part, const QString &what) -> base::Result<void> {
        if (part)
            return {};
        if (part.error().code != base::ErrorCode::IntegrityFailure)
            return std::unexpected(part.error());
        unreadable << what;
        return {};
    };
    const QString owner = row.key.owner.toString(QUuid::WithoutBraces);
    if (row.key.kind == static_cast<std::uint16_t>(RecordKind::Report))
        return judge(m_session.keys().open(metaBinding(row.key.owner, RecordKind::Report), base::view(row.meta)),
                     QStringLiteral("check report of credential ") + owner);
    if (row.key.kind != static_cast<std::uint16_t>(RecordKind::Credential))
        return {};
    const auto credential = decode(row);
    LATCHKEY_CHECK(judge(credential, QStringLiteral("credential ") + owner));
    if (!credential)
        return {};
    for (const VersionInfo &version : credential->versions) {
        LATCHKEY_CHECK(judge(openFields(*credential, version, {}),
                             QStringLiteral("%1, version %2").arg(credential->name).arg(version.number)));
    }
    return {};
}

base::Result<QStringList> CredentialStore::findUnreadable()
{
    QStringList unreadable;
    LATCHKEY_CHECK(m_session.read([&]() -> base::Result<void> {
        QList<ports::RecordRow> rows; // first all of them: to open one means to look for others
        LATCHKEY_CHECK(m_session.integrity().visit([&rows](const ports::RecordRow &row) -> base::Result<void> {
            if (row.key.kind != static_cast<std::uint16_t>(RecordKind::Version))
                rows << row;
            return {};
        }));
        for (const ports::RecordRow &row : std::as_const(rows))
            LATCHKEY_CHECK(openAll(row, unreadable));
        return {};
    }));
    return unreadable;
}

base::Result<QByteArray> CredentialStore::report(const QUuid &id)
{
    QByteArray out;
    LATCHKEY_CHECK(m_session.read([&]() -> base::Result<void> {
        LATCHKEY_TRY(const auto row, m_session.integrity().find(keyOf(id, RecordKind::Report)));
        if (!row)
            return {};
        LATCHKEY_TRY(const base::SecretBytes plain,
                     m_session.keys().open(metaBinding(id, RecordKind::Report), base::view(row->meta)));
        out = base::toByteArray(plain.exposeBytes());
        return {};
    }));
    return out;
}

base::Result<void> CredentialStore::setReport(const QUuid &id, const QByteArray &report, const AuditEvent &event)
{
    Credential credential;
    LATCHKEY_TRY(credential, get(id));
    return m_session.change(withCredential(event, credential), [&]() -> base::Result<void> {
        LATCHKEY_TRY(const auto row, m_session.integrity().find(keyOf(id, RecordKind::Credential)));
        if (!row)
            return base::fail(base::ErrorCode::NotFound);
        return storeReport(id, report);
    });
}

base::Result<void> CredentialStore::storeReport(const QUuid &id, const QByteArray &report)
{
    ports::RecordRow row;
    row.key = keyOf(id, RecordKind::Report);
    LATCHKEY_TRY(row.meta,
                 m_session.keys().seal(metaBinding(id, RecordKind::Report), base::view(report), m_session.random()));
    return m_session.integrity().put(row);
}

} // namespace vault
