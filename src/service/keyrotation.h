// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/vaulthost.h"
#include "vault/rotation.h"

#include <atomic>

namespace service {

struct RotationRequest {
    /// Of every way in that takes one and is to go on; whoever has the vault open proves by them who they are.
    std::vector<base::SecretBytes> passphrases;
    QSet<QUuid> drop;        ///< ways in that end
    bool useKeychain = true; ///< false: the keychain is never touched
    /// As in NewVault: runs on the vault thread before anything is changed. Empty: the new recovery key stays pending
    /// (VaultHost::pendingRecoveryKey).
    vault::RecoveryKeyDelivery deliverRecoveryKey;
};

struct RotationResult {
    std::uint32_t generation = 0;
    QList<vault::SlotInfo> dropped;
    int entriesLeft = 0; ///< keychain entries that could not be deleted yet; tried again at the next unlock
};

/// Gives the open vault another vault key and a new recovery key (vault::Rotation). Ways in that need the keychain get a new half
/// under a new name, written and read back before anything is changed; the old entries are deleted afterwards. A lock in between
/// ends it, and nothing was changed. Main thread.
class KeyRotation final : public QObject {
    Q_OBJECT

public:
    /// What `ports` refers to outlives it, as `host` does.
    KeyRotation(VaultHost &host, HostPorts ports, Caller caller, QObject *parent = nullptr);
    /// Ends a rotation that is under way.
    ~KeyRotation() override;

    /// On every error nothing was changed: those of vault::Rotation (WrongPassphrase; MissingField "slot_passphrase" or
    /// "slot_unknown"; Denied "slot_last"; Conflict; IntegrityFailure; Cancelled by a lock), a Keychain* code when a half could not
    /// be read or kept, Busy while another rotation runs here.
    [[nodiscard]] base::Async<RotationResult> rotate(RotationRequest request);
    /// The one under way ends with Cancelled, unless everything is written already.
    void cancel();

private:
    struct Work;
    [[nodiscard]] base::Async<Done> readHalves(const std::shared_ptr<Work> &work, QList<QUuid> slotIds);
    [[nodiscard]] base::Async<Done> plan(const std::shared_ptr<Work> &work);
    /// Of plan.kept[index] and those that follow.
    [[nodiscard]] base::Async<Done> keepHalves(const std::shared_ptr<Work> &work, std::size_t index);
    [[nodiscard]] base::Async<Done> run(const std::shared_ptr<Work> &work);
    [[nodiscard]] base::Async<RotationResult> finish(const std::shared_ptr<Work> &work);

    VaultHost &m_host;
    HostPorts m_ports;
    Caller m_caller;
    std::weak_ptr<Work> m_work; ///< while one is under way
};

} // namespace service
