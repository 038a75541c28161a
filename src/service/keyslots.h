// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/vaulthost.h"
#include "vault/slotmanager.h"

namespace service {

struct NewWayIn {
    vault::SlotKind kind = vault::SlotKind::Passphrase; ///< any but Recovery
    base::SecretBytes passphrase;                       ///< of kinds that take one
    bool useKeychain = true;                            ///< false: the keychain is never touched
};

/// Adds and removes ways into the open vault, and renews its recovery key. `current` is the passphrase that is valid, which
/// whoever sits at a vault that has been open for a while must know (WrongPassphrase otherwise, and nothing is changed); it is not
/// looked at where the recovery key opened the vault or no way in takes a passphrase. nullopt: for whoever has just opened it.
/// Every change is audited. Locked; Conflict when another process changed the ways in meanwhile. Main thread.
class KeySlots final : public QObject {
    Q_OBJECT

public:
    using Current = std::optional<base::SecretBytes>;

    /// What `ports` refers to outlives it, as `host` does.
    KeySlots(VaultHost &host, HostPorts ports, Caller caller, QObject *parent = nullptr);

    /// EmptyField for an empty passphrase; a Keychain* code when the keychain did not keep the new half: nothing was changed then.
    [[nodiscard]] base::Async<vault::SlotInfo> add(NewWayIn request, Current current);
    struct Removed {
        vault::SlotInfo slot;
        int entriesLeft = 0; ///< keychain entries that could not be deleted yet; tried again at the next unlock
    };
    /// NotFound; Denied with the detail "slot_recovery" or "slot_last", see vault::SlotManager::remove().
    [[nodiscard]] base::Async<Removed> remove(const QUuid &id, Current current);
    /// The old recovery key opens nothing any more. `deliver` as in NewVault: runs on the vault thread before anything is changed,
    /// its error ends it; empty: the new key stays pending (VaultHost::pendingRecoveryKey).
    [[nodiscard]] base::Async<vault::SlotInfo> renewRecoveryKey(vault::RecoveryKeyDelivery deliver, Current current);

private:
    struct Addition;
    [[nodiscard]] base::Async<Done> writeHalf(const std::shared_ptr<Addition> &addition);
    [[nodiscard]] base::Async<vault::SlotInfo> addWith(const std::shared_ptr<Addition> &addition);

    VaultHost &m_host;
    HostPorts m_ports;
    Caller m_caller;
};

/// Success when `current` is a passphrase of the open vault, none is asked for, or there is none; see KeySlots.
[[nodiscard]] base::Async<Done> proveOwner(VaultHost &host, KeySlots::Current current);

/// Keeps a new half of a key under the name of a slot that is yet to be: writes it, reads it back and compares.
/// KeychainWriteFailed when another value came back. `context` and `keychain` outlive the answer.
[[nodiscard]] base::Async<Done> keepHalf(vault::ports::KeySlotSecretStore &keychain, const QString &name,
                                         const base::SecretBytes &half, QObject *context);

} // namespace service
