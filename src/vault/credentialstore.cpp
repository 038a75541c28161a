// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/credentialstore.h"

#include "vault/credentialcodec.h"
#include "vault/name.h"

#include <algorithm>

namespace vault {

namespace {

constexpr std::size_t kMaxFields = 256;

ports::RecordKey keyOf(const QUuid &owner, RecordKind kind, std::uint32_t n = 0)
{
    return {owner, static_cast<std::uint16_t>(kind), n};
}

EnvelopeBinding metaBinding(const QUuid &owner, RecordKind kind)
{
    EnvelopeBinding out;
    out.role = Role::Meta;
    out.owner = owner;
    out.kind = static_cast<std::uint16_t>(kind);
    return out;
}

QStringList namesOf(const base::SecretFields &fields)
{
    QStringList names;
    for (const auto &[name, value] : fields)
        names << name;
    return names;
}

VersionInfo *mutableVersion(Credential &credential, std::uint32_t number)
{
    const auto found = std::ranges::find_if(credential.versions,
                                            [number](const VersionInfo &v) { return v.number == number; });
    return found == credential.versions.end() ? nullptr : &*found;
}

void replaceState(Credential &credential, VersionState from, VersionState to)
{
    for (VersionInfo &version : credential.versions) {
        if (version.state == from)
            version.state = to;
    }
}

bool isReleasable(VersionState state)
{
    return state == VersionState::Current || state == VersionState::Previous;
}

base::Result<const VersionInfo *> chooseVersion(const Credential &credential, const ReleaseRequest &request)
{
    const VersionInfo *version = request.version ? credential.version(*request.version) : credential.current();
    const bool isPending = version != nullptr && version->state == VersionState::Pending;
    if (version != nullptr && (isReleasable(version->state) || (isPending && request.allowPending)))
        return version;
    if (isPending || (!request.version && credential.pending() != nullptr))
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

AuditEvent withCredential(AuditEvent event, const Credential &credential)
{
    event.credential = credential.id;
    event.name = credential.name;
    return event;
}

} // namespace

EnvelopeBinding CredentialStore::secretBinding(const Credential &credential, std::uint32_t number,
                                               const QString &field) const
{
    EnvelopeBinding out;
    out.role = Role::Secret;
    out.owner = credential.id;
    out.kind = static_cast<std::uint16_t>(RecordKind::Version);
    out.n = number;
    out.field = field;
    out.destination = credential.destination();
    return out;
}

base::Result<Credential> CredentialStore::decode(const ports::RecordRow &row)
{
    LATCHKEY_TRY(const base::SecretBytes plain,
                 m_session.keys().open(metaBinding(row.key.owner, RecordKind::Credential), base::view(row.meta)));
    return decodeCredential(row.key.owner, plain.exposeBytes());
}

base::Result<Credential> CredentialStore::load(const QUuid &id)
{
    LATCHKEY_TRY(const auto row, m_session.integrity().find(keyOf(id, RecordKind::Credential)));
    if (!row)
        return base::fail(base::ErrorCode::NotFound);
    return decode(*row);
}

base::Result<std::optional<Credential>> CredentialStore::lookUp(const QString &name)
{
    LATCHKEY_TRY(const auto row, m_session.integrity().findByNameIndex(m_session.keys().nameIndex(foldName(name))));
    if (!row)
        return std::optional<Credential>();
    LATCHKEY_TRY(Credential credential, decode(*row));
    return std::optional(std::move(credential));
}

base::Result<QList<Credential>> CredentialStore::list()
{
    QList<Credential> out;
    LATCHKEY_CHECK(m_session.read([&]() -> base::Result<void> {
        return m_session.integrity().visit([&](const ports::RecordRow &row) -> base::Result<void> {
            if (row.key.kind != static_cast<std::uint16_t>(RecordKind::Credential))
                return {};
            LATCHKEY_TRY(Credential credential, decode(row));
            out << credential;
            return {};
        });
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

base::Result<void> CredentialStore::store(Credential &credential)
{
    credential.updatedAtMs = m_session.clock().nowMs();
    ++credential.revision;
    ports::RecordRow row;
    row.key = keyOf(credential.id, RecordKind::Credential);
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
                     m_session.keys().seal(secretBinding(credential, info.number, name), value.exposeBytes(),
                                           m_session.random()));
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
        LATCHKEY_TRY(base::SecretBytes value,
                     m_session.keys().open(secretBinding(credential, info.number, field), envelope));
        value.maskInLogs();
        out.emplace(field, std::move(value));
    }
    if (!in.atEnd())
        return base::fail(base::ErrorCode::IntegrityFailure, QStringLiteral("fields of a version"));
    return out;
}

base::Result<void> CredentialStore::dropOldVersions(Credential &credential)
{
    const auto excess = credential.versions.size() - static_cast<qsizetype>(std::max(credential.keepVersions, 1U));
    QList<VersionInfo> kept;
    qsizetype dropped = 0;
    for (const VersionInfo &version : credential.versions) {
        // The last one stays whatever it is: its number tells the next one, and numbers are never used twice.
        const bool live = version.state == VersionState::Current || version.state == VersionState::Pending
            || version.number == credential.versions.last().number;
        if (live || dropped >= excess) {
            kept << version;
            continue;
        }
        ++dropped;
        LATCHKEY_CHECK(m_session.integrity().remove(keyOf(credential.id, RecordKind::Version, version.number)));
    }
    credential.versions = kept;
    return {};
}

base::Result<void> CredentialStore::insertVersion(Credential &credential, const NewVersion &version)
{
    VersionInfo info;
    info.number = credential.versions.isEmpty() ? 1 : credential.versions.last().number + 1;
    info.state = version.state;
    info.createdAtMs = m_session.clock().nowMs();
    info.note = version.note;
    info.keyHint = version.keyHint;
    info.fields = namesOf(version.fields);
    replaceState(credential, VersionState::Pending, VersionState::Rejected); // at most one pending
    if (info.state == VersionState::Current)
        replaceState(credential, VersionState::Current, VersionState::Previous);
    credential.versions << info;
    LATCHKEY_CHECK(storeVersion(credential, info, version.fields));
    return dropOldVersions(credential);
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

base::Result<Credential> CredentialStore::addVersion(const QUuid &id, const NewVersion &version, const AuditEvent &event)
{
    Credential credential;
    LATCHKEY_TRY(credential, get(id));
    LATCHKEY_CHECK(m_session.change(withCredential(event, credential), [&]() -> base::Result<void> {
        LATCHKEY_TRY(credential, load(id));
        LATCHKEY_CHECK(insertVersion(credential, version));
        return store(credential);
    }));
    return credential;
}

base::Result<void> CredentialStore::rebind(const Credential &before, const Credential &after)
{
    for (const VersionInfo &version : before.versions) {
        LATCHKEY_TRY(const base::SecretFields fields, openFields(before, version, {}));
        LATCHKEY_CHECK(storeVersion(after, version, fields));
    }
    return {};
}

base::Result<Credential> CredentialStore::update(Credential credential, const AuditEvent &event)
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
        credential.versions = stored.versions; // versions have methods of their own
        if (stored.destination() != credential.destination())
            LATCHKEY_CHECK(rebind(stored, credential));
        LATCHKEY_CHECK(dropOldVersions(credential));
        return store(credential);
    }));
    return credential;
}

base::Result<Credential> CredentialStore::setState(const QUuid &id, std::uint32_t number, VersionState state,
                                                   const AuditEvent &event)
{
    Credential credential;
    LATCHKEY_TRY(credential, get(id));
    LATCHKEY_CHECK(m_session.change(withCredential(event, credential), [&]() -> base::Result<void> {
        LATCHKEY_TRY(credential, load(id));
        VersionInfo *version = mutableVersion(credential, number);
        if (version == nullptr)
            return base::fail(base::ErrorCode::VersionNotFound, credential.name);
        if (state == VersionState::Current)
            replaceState(credential, VersionState::Current, VersionState::Previous);
        if (state == VersionState::Pending)
            replaceState(credential, VersionState::Pending, VersionState::Rejected);
        version->state = state;
        return store(credential);
    }));
    return credential;
}

base::Result<void> CredentialStore::remove(const QUuid &id, const AuditEvent &event)
{
    Credential credential;
    LATCHKEY_TRY(credential, get(id));
    return m_session.change(withCredential(event, credential), [&]() -> base::Result<void> {
        LATCHKEY_TRY(const Credential stored, load(id));
        for (const VersionInfo &version : stored.versions)
            LATCHKEY_CHECK(m_session.integrity().remove(keyOf(id, RecordKind::Version, version.number)));
        LATCHKEY_CHECK(m_session.integrity().remove(keyOf(id, RecordKind::Report)));
        return m_session.integrity().remove(keyOf(id, RecordKind::Credential));
    });
}

base::Result<std::vector<base::SecretFields>> CredentialStore::release(const QList<ReleaseRequest> &requests,
                                                                       const AuditEvent &event, const Usable &usable)
{
    QList<AuditEvent> events;
    std::vector<base::SecretFields> collected;
    LATCHKEY_CHECK(m_session.release(events, [&]() -> base::Result<void> {
        for (const ReleaseRequest &request : requests) {
            LATCHKEY_TRY(const Credential credential, load(request.credential));
            LATCHKEY_TRY(const VersionInfo *version, chooseVersion(credential, request));
            LATCHKEY_TRY(base::SecretFields fields, openFields(credential, *version, request.fields));
            AuditEvent entry = withCredential(event, credential);
            entry.details.insert(QStringLiteral("version"), QString::number(version->number));
            entry.details.insert(QStringLiteral("fields"), namesOf(fields).join(QLatin1Char(',')));
            events << entry;
            collected.push_back(std::move(fields));
        }
        return usable ? usable(collected) : base::Result<void>();
    }));
    return collected; // only now, with the entries committed, does anything leave
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
        ports::RecordRow out;
        out.key = keyOf(id, RecordKind::Report);
        LATCHKEY_TRY(out.meta, m_session.keys().seal(metaBinding(id, RecordKind::Report), base::view(report),
                                                     m_session.random()));
        return m_session.integrity().put(out);
    });
}

} // namespace vault
