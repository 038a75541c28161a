// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/header.h"
#include "vault/session.h"
#include "vault/slot.h"

#include <functional>
#include <map>
#include <memory>

namespace vault {

/// What a vault needs from outside; everything outlives it.
struct Environment {
    ports::VaultFileSystem &files;
    ports::AnchorStore &anchors;
    const base::Clock &clock;
    base::RandomSource &random;
};

/// Public facts of a closed vault; nothing of it is authenticated yet.
struct VaultInfo {
    Header header;
    QList<SlotInfo> keySlots;
};

struct CreateRequest {
    SlotKind method = SlotKind::Passphrase; ///< any but Recovery
    QUuid vaultId;                          ///< chosen by the caller, since the keychain entry's name holds it
    QUuid slotId;
    base::SecretBytes passphrase;     ///< UTF-8 as typed; needed by methods with a passphrase
    base::SecretBytes keychainSecret; ///< 32 bytes, already kept by the keychain; needed by methods with a keychain
    QString keychainBackend;
    crypto::Argon2Params kdf;
    /// Called with the recovery key text before the vault comes into being; an error undoes the creation. When empty, the key
    /// stays sealed in the vault until it is confirmed (Settings::pendingRecoveryKey).
    std::function<base::Result<void>(const base::SecretBytes &)> deliverRecoveryKey;
};

struct UnlockRequest {
    base::SecretBytes passphrase;                       ///< UTF-8 as typed; empty when none is at hand
    base::SecretBytes recoveryKey;                      ///< text as typed; when given, the only way that is tried
    std::map<QUuid, base::SecretBytes> keychainSecrets; ///< slot id -> 32 bytes
    std::uint64_t availableMemoryKiB = 0;               ///< for the cap on a file's KDF parameters; 0: no such cap
    VerifyDepth depth = VerifyDepth::Everything;
    /// Accept: the way out of OlderThanLastSeen (`restore --accept-older`). Everything else is verified as ever; the acceptance
    /// is audited ("rollback-accepted").
    RollbackPolicy rollback = RollbackPolicy::Refuse;
};

/// One vault file and its lock state. Vault thread only.
class Vault final {
public:
    Vault(Environment environment, QString path);
    ~Vault();
    Q_DISABLE_COPY_MOVE(Vault)

    [[nodiscard]] const QString &path() const noexcept { return m_path; }
    [[nodiscard]] bool exists() const;
    /// Opens, reads the public part, closes.
    [[nodiscard]] base::Result<VaultInfo> inspect();
    /// Makes a new vault and leaves it unlocked. AlreadyExists when anything stands at the path: nothing is ever overwritten.
    /// An error means that there is no vault; one that was made but could not be opened at once is a success, left locked.
    [[nodiscard]] base::Result<void> create(const CreateRequest &request);
    /// Tries the slots in the order passphrase, passphrase+keychain, keychain (a given recovery key: only that). Returns the
    /// slot that opened it. WrongPassphrase, KeychainEntryChanged, NoWayIn (nothing given fits any slot), KdfTooCostly,
    /// IntegrityFailure, OlderThanLastSeen, NewerFormat, ... On every error the state stays as it was.
    [[nodiscard]] base::Result<SlotInfo> unlock(const UnlockRequest &request);
    /// Wipes all keys and closes the file.
    void lock() noexcept;
    [[nodiscard]] bool isUnlocked() const noexcept { return m_session != nullptr; }
    /// The open session; Locked when there is none.
    [[nodiscard]] base::Result<Session *> session();

private:
    struct Opened {
        base::SecretBytes vaultKey;
        SlotInfo slot;
    };
    [[nodiscard]] base::Result<Opened> openSlots(const HeaderBlock &block, const UnlockRequest &request);
    [[nodiscard]] base::Result<Opened> openRecovery(const HeaderBlock &block, const UnlockRequest &request);
    [[nodiscard]] base::Result<QList<KeySlot>> makeSlots(const CreateRequest &request, const base::SecretBytes &vaultKey,
                                                         const Header &header, base::SecretBytes &recoveryText);
    [[nodiscard]] base::Result<void> openNew(const QUuid &vaultId, const base::SecretBytes &vaultKey);
    [[nodiscard]] base::Result<void> build(const CreateRequest &request, const base::SecretBytes &vaultKey);
    [[nodiscard]] Session::Parts parts(std::unique_ptr<ports::VaultFile> file, Keyring keys);

    Environment m_environment;
    QString m_path;
    std::unique_ptr<Session> m_session;
};

} // namespace vault
