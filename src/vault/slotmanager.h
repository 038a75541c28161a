// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/header.h"
#include "vault/session.h"
#include "vault/slot.h"

#include <functional>
#include <map>

namespace vault {

/// Hands a new recovery key to its owner, before anything is changed; an error leaves everything as it was. Empty: the key stays
/// sealed in the vault until it is confirmed (Settings::pendingRecoveryKey).
using RecoveryKeyDelivery = std::function<base::Result<void>(const base::SecretBytes &)>;

/// A way in that is to be added.
struct NewSlot {
    QUuid id;                                          ///< chosen by the caller, since the keychain entry's name holds it
    SlotKind kind = SlotKind::Passphrase;              ///< any but Recovery
    const base::SecretBytes *passphrase = nullptr;     ///< UTF-8 as typed
    const base::SecretBytes *keychainSecret = nullptr; ///< 32 bytes, already kept by the keychain
    QString keychainBackend;
    crypto::Argon2Params kdf;
};

/// The ways into an open vault. Every change rewrites the header MAC in the same transaction, and a new slot is opened once
/// from its own bytes before it may replace anything. Conflict when another process changed the slots meanwhile. Vault thread.
class SlotManager final {
public:
    static constexpr qsizetype kMost = 32;

    explicit SlotManager(Session &session, QString program = {}) : m_session(session), m_program(std::move(program)) {}

    /// Authenticated list, what is not known among it.
    [[nodiscard]] base::Result<QList<SlotInfo>> list();
    /// Every slot that takes a passphrase gets the new one (UTF-8 as typed). `keychainSecrets` (slot id -> 32 bytes) must hold
    /// the halves of passphrase+keychain slots, else KeychainUnavailable and nothing is changed. Old copies of the file still
    /// open with the old passphrase: that is what key rotation is for.
    [[nodiscard]] base::Result<void> changePassphrase(const base::SecretBytes &passphrase, const crypto::Argon2Params &kdf,
                                                      const std::map<QUuid, base::SecretBytes> &keychainSecrets);
    /// InvalidArgument when there are as many as a vault may have, or something that the kind needs is missing.
    [[nodiscard]] base::Result<SlotInfo> add(const NewSlot &slot);
    /// What was removed; the name of its keychain entry stands in the clean-up list from then on. NotFound. Denied with the detail
    /// "slot_recovery" (it is only ever replaced) or "slot_last" (nothing but the recovery key would be left).
    [[nodiscard]] base::Result<SlotInfo> remove(const QUuid &id);
    /// A new recovery key; the old one opens nothing any more. The new slot.
    [[nodiscard]] base::Result<SlotInfo> renewRecoveryKey(const RecoveryKeyDelivery &deliver);
    /// Puts slots into the table and writes the header; inside a running change, after Integrity::checkHeader() where a header
    /// stands already.
    [[nodiscard]] base::Result<void> install(const QList<KeySlot> &keySlots, const Header &header);

private:
    [[nodiscard]] AuditEvent eventOf(const QString &kind) const;
    /// One change of the slot table and of nothing else but what `edit` does: refused when the table is not the one that was
    /// seen, afterwards the header is written anew.
    [[nodiscard]] base::Result<void> changeSlots(const AuditEvent &event, const std::function<base::Result<void>()> &edit);
    [[nodiscard]] base::Result<QList<SlotInfo>> look();

    Session &m_session;
    QString m_program;
    base::Digest32 m_seen{}; ///< header MAC of the table that look() has read
};

/// A new recovery key and its slot for `vaultKey`.
struct NewRecovery {
    base::SecretBytes text; ///< as it is printed
    KeySlot slot;
};
[[nodiscard]] base::Result<NewRecovery> makeRecovery(const Header &header, const base::SecretBytes &vaultKey,
                                                     std::int64_t nowMs, base::RandomSource &random);

} // namespace vault
