// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/header.h"
#include "vault/session.h"
#include "vault/slot.h"

#include <map>

namespace vault {

/// The ways into an open vault. Every change rewrites the header MAC in the same transaction, and a new slot is opened once
/// from its own bytes before it may replace anything. Vault thread.
class SlotManager final {
public:
    explicit SlotManager(Session &session) : m_session(session) {}

    /// Authenticated list.
    [[nodiscard]] base::Result<QList<SlotInfo>> list();
    /// Every slot that takes a passphrase gets the new one (UTF-8 as typed). `keychainSecrets` (slot id -> 32 bytes) must hold
    /// the halves of passphrase+keychain slots, else KeychainUnavailable and nothing is changed; Conflict when another process
    /// changed the slots meanwhile. Old copies of the file still open with the old passphrase: that is what key rotation is for.
    [[nodiscard]] base::Result<void> changePassphrase(const base::SecretBytes &passphrase, const crypto::Argon2Params &kdf,
                                                      const std::map<QUuid, base::SecretBytes> &keychainSecrets);
    /// Puts slots into the table and writes the header; inside a running change, after Integrity::checkHeader() where a header
    /// stands already.
    [[nodiscard]] base::Result<void> install(const QList<KeySlot> &keySlots, const Header &header);

private:
    [[nodiscard]] base::Result<KeySlot> renewed(SlotInfo info, const SlotInput &input, const crypto::Argon2Params &kdf);

    Session &m_session;
};

} // namespace vault
