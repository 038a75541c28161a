// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/header.h"
#include "vault/slot.h"

namespace transfer {

inline constexpr std::uint16_t kBackupVersion = 1;

/// What stands before the sealed content of a backup: public facts and the ways in. Byte by byte in docs/FORMAT.md. Nothing of it
/// is authenticated before the first chunk was opened; its sum only tells damage from a wrong key.
struct BackupHeader {
    vault::Header vault;            ///< of the vault as it was
    std::int64_t madeAtMs = 0;      ///< milliseconds since 1970
    QByteArray nonce;               ///< 16 bytes, makes the file key that of one backup
    base::Digest32 commitment{};    ///< to the file key
    QList<vault::KeySlot> keySlots; ///< recovery slots of the vault; perhaps a passphrase slot of the backup's own
    base::Digest32 sum{};           ///< SHA-256 over all before it, set by parse() and encode(); bound to each chunk

    /// Sets `sum`.
    [[nodiscard]] QByteArray encode();
    /// NotAVault for another magic, NewerFormat for a newer backup or one of a newer vault, IntegrityFailure for anything that is
    /// damaged or malformed; their detail is "backup".
    [[nodiscard]] static base::Result<BackupHeader> parse(base::ByteView bytes);
    [[nodiscard]] bool hasPassphrase() const;
};

/// The first bytes of every backup of every version: magic and length of the header.
inline constexpr std::size_t kBackupPreambleBytes = 8;
/// Length of the whole header from its preamble. NotAVault, IntegrityFailure.
[[nodiscard]] base::Result<std::size_t> backupHeaderLength(base::ByteView preamble);

struct BackupKeys {
    base::SecretBytes fileKey; ///< 32 bytes
    base::Digest32 commitment{};
};
/// HKDF of the vault key, the vault's uuid and generation, and the nonce of the backup.
[[nodiscard]] base::Result<BackupKeys> deriveBackupKeys(const base::SecretBytes &vaultKey, const vault::Header &vault,
                                                        base::ByteView nonce);

} // namespace transfer
