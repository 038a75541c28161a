// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/keyring.h"

#include "crypto/hkdf.h"
#include "vault/labels.h"

#include <algorithm>
#include <vector>

namespace vault {

namespace {

constexpr std::size_t kKeyBytes = 32;
constexpr std::uint16_t kPlaintextSchema = 1;
constexpr std::string_view kAadLabel = "latchkey/envelope/1";

QByteArray infoOf(std::string_view label)
{
    QByteArray info;
    info.append(labels::kPrefix.data(), static_cast<qsizetype>(labels::kPrefix.size()));
    info.append(label.data(), static_cast<qsizetype>(label.size()));
    info.append('\0');
    return info;
}

base::Result<base::SecretBytes> subkey(const base::SecretBytes &prk, std::string_view label)
{
    return crypto::hkdfExpand(prk, base::view(infoOf(label)), kKeyBytes);
}

base::Result<base::SecretBytes> prkOf(const base::SecretBytes &vaultKey, const QUuid &vault, std::uint32_t gen)
{
    base::CanonicalWriter salt;
    salt.uuid(vault).u32(gen);
    return crypto::hkdfExtract(salt.view(), vaultKey.exposeBytes());
}

base::Result<crypto::HmacSha256> macKey(const base::SecretBytes &prk, std::string_view label)
{
    LATCHKEY_TRY(const base::SecretBytes key, subkey(prk, label));
    return crypto::HmacSha256::create(key.exposeBytes());
}

base::Result<crypto::RoleKey> roleKeyOf(const base::SecretBytes &prk, std::string_view label)
{
    LATCHKEY_TRY(base::SecretBytes key, subkey(prk, label));
    return crypto::RoleKey::create(std::move(key));
}

} // namespace

struct Keyring::Material {
    QUuid vault;
    std::uint32_t gen;
    base::Digest32 commitment;
    base::SecretBytes vaultKey;
    std::vector<crypto::RoleKey> roles;
    std::vector<crypto::HmacSha256> macs;
};

Keyring::Keyring(Material &&material)
    : m_vault(material.vault)
    , m_gen(material.gen)
    , m_commitment(material.commitment)
    , m_vaultKey(std::move(material.vaultKey))
    , m_meta(std::move(material.roles[0]))
    , m_secret(std::move(material.roles[1]))
    , m_auditDetail(std::move(material.roles[2]))
    , m_slotLabel(std::move(material.roles[3]))
    , m_headerMac(std::move(material.macs[0]))
    , m_nameIndex(std::move(material.macs[1]))
    , m_leafMac(std::move(material.macs[2]))
    , m_bucketMac(std::move(material.macs[3]))
    , m_rootMac(std::move(material.macs[4]))
    , m_auditMac(std::move(material.macs[5]))
    , m_auditHeadMac(std::move(material.macs[6]))
    , m_anchorMac(std::move(material.macs[7]))
{
}

base::Result<Keyring> Keyring::derive(const base::SecretBytes &vaultKey, const QUuid &vault, std::uint32_t gen)
{
    if (vaultKey.size() != kKeyBytes)
        return base::fail(base::ErrorCode::CryptoFailure, QStringLiteral("vault key"));
    LATCHKEY_TRY(const base::SecretBytes prk, prkOf(vaultKey, vault, gen));

    LATCHKEY_TRY(base::SecretBytes ownKey, vaultKey.clone());
    Material material{vault, gen, {}, std::move(ownKey), {}, {}};
    LATCHKEY_TRY(const base::SecretBytes commitment, subkey(prk, labels::kCommit));
    std::ranges::copy(commitment.exposeBytes(), material.commitment.begin());
    for (const std::string_view label : {labels::kMeta, labels::kSecret, labels::kAuditDetail, labels::kSlotLabel}) {
        LATCHKEY_TRY(crypto::RoleKey key, roleKeyOf(prk, label));
        material.roles.push_back(std::move(key));
    }
    for (const std::string_view label : {labels::kHeaderMac, labels::kNameIndex, labels::kLeaf, labels::kBucket,
                                         labels::kRoot, labels::kAuditMac, labels::kAuditHead, labels::kAnchor}) {
        LATCHKEY_TRY(crypto::HmacSha256 key, macKey(prk, label));
        material.macs.push_back(std::move(key));
    }
    return Keyring(std::move(material));
}

QByteArray Keyring::nameIndex(const QString &foldedName) const
{
    const base::Digest32 mac = m_nameIndex.compute(base::view(foldedName.toUtf8()));
    return base::toByteArray(base::ByteView(mac).first(16));
}

base::Result<base::SecretBytes> Keyring::auditKeys() const
{
    LATCHKEY_TRY(const base::SecretBytes prk, prkOf(m_vaultKey, m_vault, m_gen));
    base::SecretBuilder out;
    for (const std::string_view label : {labels::kAuditMac, labels::kAuditDetail}) {
        LATCHKEY_TRY(const base::SecretBytes key, subkey(prk, label));
        LATCHKEY_CHECK(out.append(key.exposeBytes()));
    }
    return out.take();
}

QByteArray associatedData(const QUuid &vault, const EnvelopeBinding &binding)
{
    base::CanonicalWriter aad;
    aad.sized(base::view(kAadLabel))
        .uuid(vault)
        .u8(static_cast<std::uint8_t>(binding.role))
        .uuid(binding.owner)
        .u16(binding.kind)
        .u64(binding.n)
        .sized(base::view(binding.field.toUtf8()))
        .u16(kPlaintextSchema)
        .fixed(binding.destination);
    return aad.bytes();
}

const crypto::RoleKey &Keyring::roleKey(Role role) const noexcept
{
    switch (role) {
    case Role::Meta:
        return m_meta;
    case Role::Secret:
        return m_secret;
    case Role::Audit:
        return m_auditDetail;
    case Role::SlotLabel:
        break;
    }
    return m_slotLabel;
}

base::Result<QByteArray> Keyring::seal(const EnvelopeBinding &binding, base::ByteView plaintext,
                                       base::RandomSource &random) const
{
    return crypto::sealEnvelope(roleKey(binding.role), m_gen, base::view(associatedData(m_vault, binding)), plaintext,
                                random);
}

base::Result<base::SecretBytes> Keyring::open(const EnvelopeBinding &binding, base::ByteView envelope) const
{
    return crypto::openEnvelope(roleKey(binding.role), m_gen, base::view(associatedData(m_vault, binding)), envelope);
}

} // namespace vault
