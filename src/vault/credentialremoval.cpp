// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/credentialrows.h"
#include "vault/name.h"
#include "vault/settings.h"

#include <QHash>

namespace vault {

namespace {

// The ids of what can still be put back, so that nobody has to look through all credentials for them.
const QString kRemovedIds = QStringLiteral("removed");

QStringList removedIds(const QMap<QString, QString> &settings)
{
    return settings.value(kRemovedIds).split(QLatin1Char(','), Qt::SkipEmptyParts);
}

QString textOf(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

} // namespace

base::Result<void> CredentialStore::deleteRows(const Credential &credential)
{
    for (const VersionInfo &version : credential.versions)
        LATCHKEY_CHECK(m_session.integrity().remove(keyOf(credential.id, RecordKind::Version, version.number)));
    LATCHKEY_CHECK(m_session.integrity().remove(keyOf(credential.id, RecordKind::Report)));
    return m_session.integrity().remove(keyOf(credential.id, RecordKind::Credential));
}

base::Result<void> CredentialStore::remove(const QUuid &id, const AuditEvent &event)
{
    LATCHKEY_TRY(const Credential credential, get(id));
    return m_session.change(withCredential(event, credential), [&]() -> base::Result<void> {
        LATCHKEY_TRY(const Credential stored, load(id));
        return deleteRows(stored);
    });
}

base::Result<qsizetype> CredentialStore::removeAll(const QList<Credential> &known, const AuditEvent &event)
{
    QHash<QUuid, std::uint64_t> revisions;
    for (const Credential &credential : known)
        revisions.insert(credential.id, credential.revision);
    QList<Credential> all;
    const auto look = [&]() -> base::Result<void> {
        all.clear();
        return m_session.integrity().visit([&](const ports::RecordRow &row) -> base::Result<void> {
            if (row.key.kind != static_cast<std::uint16_t>(RecordKind::Credential))
                return {};
            LATCHKEY_TRY(Credential credential, decode(row));
            all << std::move(credential);
            return {};
        });
    };
    LATCHKEY_CHECK(m_session.read(look));
    if (all.isEmpty())
        return 0;
    qsizetype removed = 0;
    LATCHKEY_CHECK(m_session.change(event, [&]() -> base::Result<void> {
        LATCHKEY_CHECK(look()); // as they are now
        for (const Credential &credential : std::as_const(all)) {
            LATCHKEY_CHECK(deleteRows(credential));
            if (credential.isRemoved())
                continue; // its removal is in the log already
            const auto seen = revisions.constFind(credential.id);
            if (seen == revisions.cend() || *seen != credential.revision)
                return base::fail(base::ErrorCode::Conflict, credential.name);
            AuditEvent one = withCredential(event, credential);
            one.kind = QStringLiteral("credential-removed");
            LATCHKEY_CHECK(m_session.audit().append(one));
            ++removed;
        }
        return Settings(m_session).store({{kRemovedIds, QString()}});
    }));
    return removed;
}

base::Result<Credential> CredentialStore::removeForNow(const QUuid &id, const AuditEvent &event)
{
    LATCHKEY_TRY(Credential credential, get(id));
    LATCHKEY_CHECK(m_session.change(withCredential(event, credential), [&]() -> base::Result<void> {
        LATCHKEY_TRY(credential, load(id));
        credential.attributes.insert(attribute::kRemovedAt, QString::number(m_session.clock().nowMs()));
        LATCHKEY_CHECK(store(credential, false));
        Settings settings(m_session);
        LATCHKEY_TRY(const auto stored, settings.load());
        QStringList ids = removedIds(stored);
        ids << textOf(id);
        return settings.store({{kRemovedIds, ids.join(QLatin1Char(','))}});
    }));
    return credential;
}

base::Result<Credential> CredentialStore::putBack(const QUuid &id, const AuditEvent &event)
{
    Credential credential;
    LATCHKEY_CHECK(m_session.read([&]() -> base::Result<void> {
        LATCHKEY_TRY(credential, loadAny(id));
        return {};
    }));
    LATCHKEY_CHECK(m_session.change(withCredential(event, credential), [&]() -> base::Result<void> {
        LATCHKEY_TRY(credential, loadAny(id));
        if (!credential.isRemoved())
            return base::fail(base::ErrorCode::NotFound, credential.name);
        LATCHKEY_TRY(const auto taken, lookUp(credential.name));
        if (taken)
            return base::fail(base::ErrorCode::AlreadyExists, credential.name);
        credential.attributes.remove(attribute::kRemovedAt);
        LATCHKEY_CHECK(store(credential, false));
        Settings settings(m_session);
        LATCHKEY_TRY(const auto stored, settings.load());
        QStringList ids = removedIds(stored);
        ids.removeAll(textOf(id));
        return settings.store({{kRemovedIds, ids.join(QLatin1Char(','))}});
    }));
    return credential;
}

base::Result<void> CredentialStore::deleteRemoved(const QUuid &id, const AuditEvent &event)
{
    std::optional<Credential> due;
    const auto look = [&]() -> base::Result<void> {
        due.reset();
        auto credential = loadAny(id);
        if (!credential && credential.error().code != base::ErrorCode::NotFound)
            return std::unexpected(credential.error());
        if (credential && credential->isRemoved())
            due = *std::move(credential);
        return {};
    };
    LATCHKEY_CHECK(m_session.read(look));
    if (!due)
        return {};
    return m_session.change(withCredential(event, *due), [&]() -> base::Result<void> {
        LATCHKEY_CHECK(look()); // another process may have put it back
        if (!due)
            return base::fail(base::ErrorCode::Conflict);
        LATCHKEY_CHECK(deleteRows(*due));
        Settings settings(m_session);
        LATCHKEY_TRY(const auto stored, settings.load());
        QStringList ids = removedIds(stored);
        ids.removeAll(textOf(id));
        return settings.store({{kRemovedIds, ids.join(QLatin1Char(','))}});
    });
}

base::Result<void> CredentialStore::purgeRemoved(std::int64_t untilMs, const AuditEvent &event)
{
    QList<Credential> due;
    QStringList kept;
    const auto look = [&]() -> base::Result<void> {
        due.clear();
        kept.clear();
        LATCHKEY_TRY(const auto stored, Settings(m_session).load());
        for (const QString &text : removedIds(stored)) {
            const auto credential = loadAny(QUuid::fromString(text));
            if (!credential && credential.error().code == base::ErrorCode::NotFound)
                continue;
            if (!credential)
                return std::unexpected(credential.error());
            if (!credential->isRemoved())
                continue;
            if (credential->attributeValue(attribute::kRemovedAt).toLongLong() <= untilMs)
                due << *credential;
            else
                kept << text;
        }
        return {};
    };
    LATCHKEY_CHECK(m_session.read(look));
    if (due.isEmpty())
        return {};
    return m_session.change(event, [&]() -> base::Result<void> {
        LATCHKEY_CHECK(look()); // another process may have put one back
        for (const Credential &credential : std::as_const(due)) {
            LATCHKEY_CHECK(deleteRows(credential));
            LATCHKEY_CHECK(m_session.audit().append(withCredential(event, credential)));
        }
        return Settings(m_session).store({{kRemovedIds, kept.join(QLatin1Char(','))}});
    });
}

} // namespace vault
