// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/pastauditkeys.h"

#include "vault/credentialrows.h"

#include <algorithm>

namespace vault {

namespace {

constexpr std::size_t kKeyBytes = 32;

EnvelopeBinding bindingOf(std::uint32_t gen)
{
    EnvelopeBinding out;
    out.role = Role::Secret;
    out.kind = static_cast<std::uint16_t>(RecordKind::AuditKeys);
    out.n = gen;
    return out;
}

} // namespace

base::Result<ports::RecordRow> PastAuditKeys::rowOf(const Keyring &ending, const AuditPosition &last, const Keyring &next,
                                                    base::RandomSource &random)
{
    base::CanonicalWriter position;
    position.u64(last.seq).fixed(last.mac);
    LATCHKEY_TRY(const base::SecretBytes keys, ending.auditKeys());
    base::SecretBuilder content;
    LATCHKEY_CHECK(content.append(position.view()));
    LATCHKEY_CHECK(content.append(keys.exposeBytes()));
    const base::SecretBytes plain = content.take();
    ports::RecordRow row;
    row.key = keyOf({}, RecordKind::AuditKeys, ending.gen());
    LATCHKEY_TRY(row.secret, next.seal(bindingOf(ending.gen()), plain.exposeBytes(), random));
    return row;
}

base::Result<AuditGeneration> PastAuditKeys::read(std::uint32_t gen, const ports::RecordRow &row) const
{
    LATCHKEY_TRY(const base::SecretBytes plain, m_keys.open(bindingOf(gen), base::view(row.secret)));
    base::CanonicalReader in(plain.exposeBytes());
    AuditPosition last;
    last.seq = in.u64();
    std::ranges::copy(in.fixed(last.mac.size()), last.mac.begin());
    const base::ByteView mac = in.fixed(kKeyBytes);
    const base::ByteView detail = in.fixed(kKeyBytes);
    if (!in.atEnd() || detail.empty())
        return base::fail(base::ErrorCode::IntegrityFailure, QStringLiteral("audit keys"));
    LATCHKEY_TRY(crypto::HmacSha256 macKey, crypto::HmacSha256::create(mac));
    LATCHKEY_TRY(base::SecretBytes detailBytes, base::SecretBytes::copyOf(detail));
    LATCHKEY_TRY(crypto::RoleKey detailKey, crypto::RoleKey::create(std::move(detailBytes)));
    return AuditGeneration{gen, last, std::move(macKey), std::move(detailKey)};
}

base::Result<void> PastAuditKeys::load()
{
    std::vector<AuditGeneration> generations;
    for (std::uint32_t gen = 1; gen < m_keys.gen(); ++gen) {
        LATCHKEY_TRY(const auto row, m_integrity.find(keyOf({}, RecordKind::AuditKeys, gen)));
        if (!row)
            continue; // all of its entries were pruned
        LATCHKEY_TRY(AuditGeneration one, read(gen, *row));
        generations.push_back(std::move(one));
    }
    m_generations = std::move(generations);
    return {};
}

base::Result<const AuditGeneration *> PastAuditKeys::find(std::uint64_t seq)
{
    if (!m_generations)
        LATCHKEY_CHECK(load());
    const auto found = std::ranges::find_if(*m_generations,
                                            [seq](const AuditGeneration &generation) { return seq <= generation.last.seq; });
    return found == m_generations->end() ? nullptr : &*found;
}

} // namespace vault
