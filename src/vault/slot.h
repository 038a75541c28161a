// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/error.h"
#include "base/randomsource.h"
#include "base/secretbytes.h"
#include "crypto/argon2id.h"
#include "vault/ports/vaultfile.h"

#include <QString>
#include <QUuid>

#include <optional>

namespace vault {

/// How a key slot opens the vault; any one slot is enough. Unknown: one that this program cannot make anything of (a newer one
/// made it, or it is damaged); it is shown all the same, since that is how a way in of somebody else would look.
enum class SlotKind : std::uint8_t { Unknown = 0, Passphrase = 1, PassphraseKeychain = 2, Keychain = 3, Recovery = 4 };

/// Machine-readable name: "passphrase", "passphrase+keychain", "keychain", "recovery", "unknown".
[[nodiscard]] QString slotKindName(SlotKind kind);
[[nodiscard]] bool needsPassphrase(SlotKind kind) noexcept;
[[nodiscard]] bool needsKeychain(SlotKind kind) noexcept;

/// What unlocks a slot. Views: the owner outlives the call.
struct SlotInput {
    const base::SecretBytes *passphrase = nullptr;     ///< UTF-8, already normalised (normalizedPassphrase)
    const base::SecretBytes *keychainSecret = nullptr; ///< 32 bytes
    const base::SecretBytes *recoverySecret = nullptr; ///< 20 bytes
};

/// Public facts of a slot; authenticated only once the vault is open (header MAC).
struct SlotInfo {
    QUuid id;
    SlotKind kind = SlotKind::Passphrase;
    std::int64_t createdAtMs = 0;
    std::uint32_t gen = 0;
    crypto::Argon2Params kdf;
    QString keychainBackend; ///< which keychain holds the other half, for people
};

[[nodiscard]] QList<QUuid> slotIdsOf(const QList<SlotInfo> &all, SlotKind kind);

/// One key slot: the vault key wrapped under a key that comes from a passphrase, a keychain secret, both, or the recovery
/// secret. Body layout in docs/FORMAT.md.
class KeySlot final {
public:
    /// Strict: exact lengths, known kind, KDF parameters within the format's limits. IntegrityFailure otherwise.
    [[nodiscard]] static base::Result<KeySlot> parse(const ports::SlotRow &row);
    /// Wraps `vaultKey` for a new slot; `info.kind` decides which inputs are needed (InvalidArgument when one is missing).
    [[nodiscard]] static base::Result<KeySlot> wrap(const SlotInfo &info, const QUuid &vault, const SlotInput &input,
                                                    const base::SecretBytes &vaultKey, base::RandomSource &random);

    /// wrap(), then opened once from the very bytes that will be stored: a slot that does not open must not replace one that does.
    [[nodiscard]] static base::Result<KeySlot> wrapTried(const SlotInfo &info, const QUuid &vault, const SlotInput &input,
                                                         const base::SecretBytes &vaultKey, base::RandomSource &random);
    /// The facts of any row, for lists: what does not parse is of the kind Unknown.
    [[nodiscard]] static SlotInfo describe(const ports::SlotRow &row);

    [[nodiscard]] const SlotInfo &info() const noexcept { return m_info; }
    [[nodiscard]] ports::SlotRow row() const;
    /// WrongPassphrase when the input does not open it (or the slot was damaged: the two cannot be told apart here),
    /// KeychainEntryChanged when the keychain's half is another than the one the slot was made with.
    [[nodiscard]] base::Result<base::SecretBytes> unwrap(const QUuid &vault, const SlotInput &input) const;
    /// Name of the keychain entry that belongs to this slot.
    [[nodiscard]] static QString keychainName(const QUuid &vault, const QUuid &slot);

private:
    KeySlot() = default;
    [[nodiscard]] QByteArray parameters() const;
    [[nodiscard]] base::Result<base::SecretBytes> keyMaterial(const SlotInput &input) const;
    [[nodiscard]] base::Result<base::SecretBytes> wrapKeys(const QUuid &vault, const SlotInput &input) const;
    [[nodiscard]] QByteArray associatedData(const QUuid &vault) const;

    SlotInfo m_info;
    QByteArray m_kdfSalt;       ///< 16
    QByteArray m_keychainCheck; ///< 16, zero without keychain
    QByteArray m_salt;          ///< 32
    QByteArray m_nonce;         ///< 12
    QByteArray m_commitment;    ///< 32
    QByteArray m_wrapped;       ///< 48
};

/// NFC form of a passphrase (UTF-8 in, UTF-8 out); empty is refused (EmptyField), so is what is not UTF-8 (InvalidArgument);
/// nothing is trimmed.
[[nodiscard]] base::Result<base::SecretBytes> normalizedPassphrase(const base::SecretBytes &passphrase);

} // namespace vault
