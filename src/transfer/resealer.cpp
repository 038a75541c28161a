// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/resealer.h"

#include "vault/credentialcodec.h"
#include "vault/credentialrows.h"
#include "vault/name.h"

namespace transfer {

namespace {

using base::ErrorCode;
using vault::RecordKind;
using vault::ports::RecordRow;

/// Old audit keys, one row per generation (docs/FORMAT.md section 10).
constexpr std::uint16_t kOldAuditKeys = 13;

std::unexpected<base::Error> damaged()
{
    return base::fail(ErrorCode::IntegrityFailure, QStringLiteral("backup"));
}

} // namespace

Resealer::Resealer(const vault::Keyring &from, const vault::Keyring &to, base::RandomSource &random)
    : m_from(from)
    , m_to(to)
    , m_random(random)
{
}

base::Result<QByteArray> Resealer::moved(const vault::EnvelopeBinding &binding, base::ByteView envelope)
{
    const auto plain = m_from.open(binding, envelope);
    if (!plain)
        return plain.error().code == ErrorCode::IntegrityFailure ? damaged() : std::unexpected(plain.error());
    return m_to.seal(binding, plain->exposeBytes(), m_random);
}

base::Result<RecordRow> Resealer::metaRow(const RecordRow &row)
{
    if (row.meta.isEmpty() || !row.secret.isEmpty() || row.key.n != 0)
        return damaged();
    RecordRow out;
    out.key = row.key;
    LATCHKEY_TRY(out.meta,
                 moved(vault::metaBinding(row.key.owner, static_cast<RecordKind>(row.key.kind)), base::view(row.meta)));
    return out;
}

base::Result<RecordRow> Resealer::credentialRow(const RecordRow &row)
{
    m_credential.reset();
    LATCHKEY_TRY(RecordRow out, metaRow(row));
    LATCHKEY_TRY(const base::SecretBytes plain,
                 m_from.open(vault::metaBinding(row.key.owner, RecordKind::Credential), base::view(row.meta)));
    auto decoded = vault::decodeCredential(row.key.owner, plain.exposeBytes());
    if (!decoded)
        return damaged();
    m_credential = *std::move(decoded);
    if (!m_credential->isRemoved())
        out.nameIndex = m_to.nameIndex(vault::foldName(m_credential->name));
    return out;
}

base::Result<std::optional<RecordRow>> Resealer::versionRow(const RecordRow &row)
{
    if (!m_credential || m_credential->id != row.key.owner || !row.meta.isEmpty())
        return damaged();
    const vault::VersionInfo *info = m_credential->version(row.key.n);
    if (info == nullptr) // no reader ever reaches it
        return std::optional<RecordRow>();
    base::CanonicalReader in(base::view(row.secret));
    base::CanonicalWriter secret;
    if (in.u16() != info->fields.size())
        return damaged();
    secret.u16(static_cast<std::uint16_t>(info->fields.size()));
    vault::EnvelopeBinding binding;
    binding.role = vault::Role::Secret;
    binding.owner = row.key.owner;
    binding.kind = row.key.kind;
    binding.n = row.key.n;
    binding.destination = m_credential->destination(*info);
    for (const QString &field : info->fields) {
        binding.field = field;
        LATCHKEY_TRY(const QByteArray envelope, moved(binding, in.sized()));
        secret.sized(base::view(envelope));
    }
    if (!in.atEnd())
        return damaged();
    RecordRow out;
    out.key = row.key;
    out.secret = secret.bytes();
    return std::optional(std::move(out));
}

base::Result<std::optional<RecordRow>> Resealer::reseal(const RecordRow &row)
{
    switch (row.key.kind) {
    case static_cast<std::uint16_t>(RecordKind::Credential): {
        LATCHKEY_TRY(RecordRow out, credentialRow(row));
        return std::optional(std::move(out));
    }
    case static_cast<std::uint16_t>(RecordKind::Version):
        return versionRow(row);
    case static_cast<std::uint16_t>(RecordKind::Report):
    case static_cast<std::uint16_t>(RecordKind::Settings): {
        LATCHKEY_TRY(RecordRow out, metaRow(row));
        return std::optional(std::move(out));
    }
    case static_cast<std::uint16_t>(RecordKind::PendingRecovery):
    case static_cast<std::uint16_t>(RecordKind::KeychainCleanup):
    case kOldAuditKeys:
        return std::optional<RecordRow>();
    default:
        return base::fail(ErrorCode::NewerFormat, QStringLiteral("backup"));
    }
}

} // namespace transfer
