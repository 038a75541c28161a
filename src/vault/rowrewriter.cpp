// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/rowrewriter.h"

#include "vault/credentialcodec.h"
#include "vault/credentialrows.h"
#include "vault/name.h"

namespace vault {

namespace {

std::unexpected<base::Error> damaged(const ports::RecordRow &row)
{
    return base::fail(
        base::ErrorCode::IntegrityFailure,
        QStringLiteral("record of kind %1: %2").arg(row.key.kind).arg(row.key.owner.toString(QUuid::WithoutBraces)));
}

EnvelopeBinding bindingOf(const ports::RecordRow &row, Role role)
{
    EnvelopeBinding out;
    out.role = role;
    out.owner = row.key.owner;
    out.kind = row.key.kind;
    out.n = row.key.n;
    return out;
}

} // namespace

base::Result<QByteArray> RowRewriter::resealed(const EnvelopeBinding &binding, base::ByteView envelope) const
{
    LATCHKEY_TRY(const base::SecretBytes value, m_from.open(binding, envelope));
    return m_to.seal(binding, value.exposeBytes(), m_random);
}

base::Result<ports::RecordRow> RowRewriter::rewritten(const ports::RecordRow &row)
{
    switch (static_cast<RecordKind>(row.key.kind)) {
    case RecordKind::Credential:
        return credential(row);
    case RecordKind::Version:
        return version(row);
    default:
        return plain(row);
    }
}

base::Result<ports::RecordRow> RowRewriter::credential(const ports::RecordRow &row)
{
    const EnvelopeBinding binding = bindingOf(row, Role::Meta);
    if (row.key.n != 0 || !row.secret.isEmpty())
        return damaged(row);
    LATCHKEY_TRY(const base::SecretBytes content, m_from.open(binding, base::view(row.meta)));
    LATCHKEY_TRY(m_credential, decodeCredential(row.key.owner, content.exposeBytes()));
    ports::RecordRow out;
    out.key = row.key;
    LATCHKEY_TRY(out.meta, m_to.seal(binding, content.exposeBytes(), m_random));
    if (!row.nameIndex.isEmpty())
        out.nameIndex = m_to.nameIndex(foldName(m_credential->name));
    return out;
}

base::Result<ports::RecordRow> RowRewriter::version(const ports::RecordRow &row) const
{
    const bool hasOwner = m_credential && m_credential->id == row.key.owner;
    const VersionInfo *info = hasOwner ? m_credential->version(row.key.n) : nullptr;
    base::CanonicalReader in(base::view(row.secret));
    if (info == nullptr || !row.meta.isEmpty() || !row.nameIndex.isEmpty() || in.u16() != info->fields.size())
        return damaged(row);
    EnvelopeBinding binding = bindingOf(row, Role::Secret);
    binding.destination = m_credential->destination(*info);
    base::CanonicalWriter secret;
    secret.u16(static_cast<std::uint16_t>(info->fields.size()));
    for (const QString &field : info->fields) { // the order in which they were sealed
        binding.field = field;
        LATCHKEY_TRY(const QByteArray envelope, resealed(binding, in.sized()));
        secret.sized(base::view(envelope));
    }
    if (!in.atEnd())
        return damaged(row);
    ports::RecordRow out;
    out.key = row.key;
    out.secret = secret.bytes();
    return out;
}

base::Result<ports::RecordRow> RowRewriter::plain(const ports::RecordRow &row) const
{
    if (!row.nameIndex.isEmpty())
        return damaged(row);
    ports::RecordRow out;
    out.key = row.key;
    if (!row.meta.isEmpty()) {
        LATCHKEY_TRY(out.meta, resealed(bindingOf(row, Role::Meta), base::view(row.meta)));
    }
    if (!row.secret.isEmpty()) {
        LATCHKEY_TRY(out.secret, resealed(bindingOf(row, Role::Secret), base::view(row.secret)));
    }
    return out;
}

} // namespace vault
