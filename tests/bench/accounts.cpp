// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/accounts.h"

#include "vault/credentialcodec.h"
#include "vault/name.h"
#include "vault/vaultfixture.h"

#include <algorithm>

namespace bench {

namespace {

constexpr int kBatch = 10'000;
constexpr std::uint32_t kVersion = 1;

vault::ports::RecordKey keyOf(const QUuid &owner, vault::RecordKind kind, std::uint32_t n)
{
    return {owner, static_cast<std::uint16_t>(kind), n};
}

vault::EnvelopeBinding metaBinding(const QUuid &owner)
{
    vault::EnvelopeBinding out;
    out.owner = owner;
    out.kind = static_cast<std::uint16_t>(vault::RecordKind::Credential);
    return out;
}

vault::EnvelopeBinding secretBinding(const vault::Credential &credential, const QString &field)
{
    vault::EnvelopeBinding out;
    out.role = vault::Role::Secret;
    out.owner = credential.id;
    out.kind = static_cast<std::uint16_t>(vault::RecordKind::Version);
    out.n = kVersion;
    out.field = field;
    out.destination = credential.destination();
    return out;
}

base::Result<void> putVersion(vault::Session &session, vault::Credential &credential, const base::SecretFields &fields)
{
    vault::VersionInfo info;
    info.number = kVersion;
    info.createdAtMs = session.clock().nowMs();
    info.keyHint = QStringLiteral("bg_0…cdef");
    base::CanonicalWriter secret;
    secret.u16(static_cast<std::uint16_t>(fields.size()));
    for (const auto &[name, value] : fields) {
        info.fields << name;
        LATCHKEY_TRY(const QByteArray envelope,
                     session.keys().seal(secretBinding(credential, name), value.exposeBytes(), session.random()));
        secret.sized(base::view(envelope));
    }
    credential.versions = {info};
    vault::ports::RecordRow row;
    row.key = keyOf(credential.id, vault::RecordKind::Version, kVersion);
    row.secret = secret.bytes();
    return session.integrity().put(row);
}

base::Result<QUuid> putAccount(vault::Session &session, int number)
{
    vault::Credential credential = account(number);
    LATCHKEY_TRY(credential.id, base::newUuid(session.random()));
    credential.createdAtMs = session.clock().nowMs();
    credential.updatedAtMs = credential.createdAtMs;
    credential.revision = 1;
    LATCHKEY_CHECK(putVersion(session, credential, accountFields(number)));
    vault::ports::RecordRow row;
    row.key = keyOf(credential.id, vault::RecordKind::Credential, 0);
    row.nameIndex = session.keys().nameIndex(vault::foldName(credential.name));
    LATCHKEY_TRY(row.meta,
                 session.keys().seal(metaBinding(credential.id), base::view(vault::encodeCredential(credential)),
                                     session.random()));
    LATCHKEY_CHECK(session.integrity().put(row));
    return credential.id;
}

vault::AuditEvent releaseOf(const QUuid &id, int number)
{
    vault::AuditEvent out = event(QStringLiteral("released"));
    out.credential = id;
    out.name = account(number).name;
    out.details = {{QStringLiteral("version"), QStringLiteral("1")}, {QStringLiteral("fields"), kField}};
    return out;
}

base::Result<base::SecretBytes> openIn(vault::Session &session, const QUuid &id, const QString &field)
{
    LATCHKEY_TRY(const auto row, session.integrity().find(keyOf(id, vault::RecordKind::Credential, 0)));
    if (!row)
        return base::fail(base::ErrorCode::NotFound);
    LATCHKEY_TRY(const base::SecretBytes meta, session.keys().open(metaBinding(id), base::view(row->meta)));
    LATCHKEY_TRY(const vault::Credential credential, vault::decodeCredential(id, meta.exposeBytes()));
    LATCHKEY_TRY(const auto version, session.integrity().find(keyOf(id, vault::RecordKind::Version, kVersion)));
    if (!version || credential.current() == nullptr)
        return base::fail(base::ErrorCode::VersionNotFound);
    base::CanonicalReader in(base::view(version->secret));
    static_cast<void>(in.u16());
    for (const QString &name : credential.current()->fields) {
        const base::ByteView envelope = in.sized();
        if (name == field)
            return session.keys().open(secretBinding(credential, field), envelope);
    }
    return base::fail(base::ErrorCode::FieldNotFound);
}

} // namespace

vault::Credential account(int number)
{
    vault::Credential out;
    out.name =
        QStringLiteral("desk-%1/account-%2").arg(number % 100, 2, 10, QLatin1Char('0')).arg(number, 6, 10, QLatin1Char('0'));
    out.kind = vault::CredentialKind::Exchange;
    out.attributes = {{vault::attribute::kExchange, QStringLiteral("bitget")},
                      {vault::attribute::kEnvironment, QStringLiteral("live")}};
    return out;
}

base::SecretFields accountFields(int number)
{
    const QString key = QString::number(number).rightJustified(32, QLatin1Char('0'));
    return vaulttest::fields({QStringLiteral("api_key=bg_") + key, kField + QLatin1Char('=') + key + key,
                              QStringLiteral("passphrase=Passphrase123")});
}

vault::AuditEvent event(const QString &kind)
{
    vault::AuditEvent out;
    out.kind = kind;
    out.program = QStringLiteral("agent: python3.11 (1234)");
    return out;
}

base::Result<QList<QUuid>> fill(vault::Session &session, int accounts)
{
    QList<QUuid> ids;
    while (ids.size() < accounts) {
        LATCHKEY_CHECK(session.change(event(QStringLiteral("imported")), [&]() -> base::Result<void> {
            const qsizetype end = std::min<qsizetype>(ids.size() + kBatch, accounts);
            while (ids.size() < end) {
                LATCHKEY_TRY(const QUuid id, putAccount(session, static_cast<int>(ids.size())));
                ids << id;
            }
            return {};
        }));
    }
    QList<vault::AuditEvent> log;
    for (auto seq = static_cast<int>(session.audit().head().seq); seq < kAuditEntries; ++seq) {
        const int number = accounts > 0 ? seq % accounts : 0;
        log << releaseOf(ids.value(number), number);
    }
    LATCHKEY_CHECK(session.release(log, [] { return base::Result<void>(); }));
    return ids;
}

base::Result<base::SecretBytes> decryptOne(vault::Session &session, const QUuid &id, const QString &field)
{
    base::SecretBytes out;
    LATCHKEY_CHECK(session.read([&]() -> base::Result<void> {
        LATCHKEY_TRY(out, openIn(session, id, field));
        return {};
    }));
    return out;
}

} // namespace bench
