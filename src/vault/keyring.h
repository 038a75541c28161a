// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/error.h"
#include "base/secretbytes.h"
#include "crypto/envelope.h"
#include "crypto/mac.h"

#include <QUuid>

#include <cstdint>

namespace vault {

/// What an envelope holds; part of its associated data, so that no envelope can stand in for another.
enum class Role : std::uint8_t { Meta = 1, Secret = 2, Audit = 3, SlotLabel = 4 };

/// Everything that is bound to an envelope besides its content.
struct EnvelopeBinding {
    Role role = Role::Meta;
    QUuid owner;
    std::uint16_t kind = 0;
    std::uint64_t n = 0;
    QString field;                ///< name of the secret field, empty for metadata
    base::Digest32 destination{}; ///< SHA-256 over where the secret may go; zero where there is none
};

/// What an envelope of this vault is bound to, of whatever generation; docs/FORMAT.md 6.1.
[[nodiscard]] QByteArray associatedData(const QUuid &vault, const EnvelopeBinding &binding);

/// The keys of an open vault, all derived from the vault key VK (32 random bytes, never used directly) by HKDF-SHA-256:
/// PRK = Extract(vault_uuid || be32(gen), VK), key = Expand(PRK, "latchkey/v1/" || label || 0x00, 32). Lives only while the
/// vault is unlocked; everything is in secure memory and wiped with the object. Belongs to the vault thread; while that one does
/// not replace it, what is const may be called from others too.
class Keyring final {
public:
    [[nodiscard]] static base::Result<Keyring> derive(const base::SecretBytes &vaultKey, const QUuid &vault,
                                                      std::uint32_t gen);
    Keyring(Keyring &&) noexcept = default;
    Keyring &operator=(Keyring &&) noexcept = default;

    [[nodiscard]] const QUuid &vault() const noexcept { return m_vault; }
    [[nodiscard]] std::uint32_t gen() const noexcept { return m_gen; }
    /// Public commitment to VK, 32 bytes; stored in the header and compared after a slot was opened.
    [[nodiscard]] const base::Digest32 &commitment() const noexcept { return m_commitment; }
    /// VK itself, for wrapping into a new slot.
    [[nodiscard]] const base::SecretBytes &vaultKey() const noexcept { return m_vaultKey; }

    [[nodiscard]] const crypto::HmacSha256 &headerMac() const noexcept { return m_headerMac; }
    [[nodiscard]] const crypto::HmacSha256 &leafMac() const noexcept { return m_leafMac; }
    [[nodiscard]] const crypto::HmacSha256 &bucketMac() const noexcept { return m_bucketMac; }
    [[nodiscard]] const crypto::HmacSha256 &rootMac() const noexcept { return m_rootMac; }
    [[nodiscard]] const crypto::HmacSha256 &auditMac() const noexcept { return m_auditMac; }
    [[nodiscard]] const crypto::HmacSha256 &auditHeadMac() const noexcept { return m_auditHeadMac; }
    [[nodiscard]] const crypto::HmacSha256 &anchorMac() const noexcept { return m_anchorMac; }
    /// Blind index of a folded name: the first 16 bytes of an HMAC.
    [[nodiscard]] QByteArray nameIndex(const QString &foldedName) const;

    /// The keys for the chain and for the details of the audit log, 32 bytes each, one after the other: what remains of a
    /// generation when the vault key is rotated.
    [[nodiscard]] base::Result<base::SecretBytes> auditKeys() const;

    [[nodiscard]] base::Result<QByteArray> seal(const EnvelopeBinding &binding, base::ByteView plaintext,
                                                base::RandomSource &random) const;
    /// IntegrityFailure when the envelope is not the one that was sealed under exactly this binding.
    [[nodiscard]] base::Result<base::SecretBytes> open(const EnvelopeBinding &binding, base::ByteView envelope) const;

private:
    struct Material;
    explicit Keyring(Material &&material);
    [[nodiscard]] const crypto::RoleKey &roleKey(Role role) const noexcept;

    QUuid m_vault;
    std::uint32_t m_gen = 0;
    base::Digest32 m_commitment{};
    base::SecretBytes m_vaultKey;
    crypto::RoleKey m_meta;
    crypto::RoleKey m_secret;
    crypto::RoleKey m_auditDetail;
    crypto::RoleKey m_slotLabel;
    crypto::HmacSha256 m_headerMac;
    crypto::HmacSha256 m_nameIndex;
    crypto::HmacSha256 m_leafMac;
    crypto::HmacSha256 m_bucketMac;
    crypto::HmacSha256 m_rootMac;
    crypto::HmacSha256 m_auditMac;
    crypto::HmacSha256 m_auditHeadMac;
    crypto::HmacSha256 m_anchorMac;
};

} // namespace vault
