// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "base/workerthread.h"
#include "service/ports/kdfgate.h"
#include "vault/ports/keyslotsecretstore.h"
#include "vault/vault.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace service {

/// Result of a use case that has nothing to tell but success.
struct Done {};

/// Who asks; goes into the audit log.
struct Caller {
    QString program; ///< "latchkey", "latchkey-desktop", "agent: python3.11 (1234)", ...
};

enum class LockState { NotInitialized, Locked, Unlocked };

/// Why the vault was locked; shown on the unlock page.
enum class LockReason { Startup, User, Quit, Foreign, Idle, ScreenLock, Sleep, UserSwitch, Lid, Logout };

/// The latest lock in this process.
struct LastLock {
    LockReason reason = LockReason::Startup;
    std::int64_t atMs = 0; ///< wall clock; 0: none yet
    /// Now: the vault is open and serves programs, but whoever sits at the window has to open it again, by unlock().
    bool windowOnly = false;
};

/// What may open the vault. Whatever is empty is not tried.
struct WaysIn {
    base::SecretBytes passphrase;
    base::SecretBytes recoveryKey; ///< when given, the only way tried
    bool useKeychain = true;       ///< false: the keychain is never touched
    bool mayPrompt = false;        ///< the keychain may ask the user for the login password
    bool interactive = false;      ///< a session that stays open: verifies everything, is audited
    bool acceptOlder = false;      ///< the user put an older file back on purpose: verified as a whole, audited
    bool pastAgent = false;        ///< the user went past a running agent on purpose: audited
};

struct NewVault {
    std::optional<vault::SlotKind> method; ///< none: passphrase+keychain where a keychain is ready
    base::SecretBytes passphrase;
    bool useKeychain = true;
    /// See vault::CreateRequest::deliverRecoveryKey; runs on the vault thread. Empty: the key stays pending.
    std::function<base::Result<void>(const base::SecretBytes &)> deliverRecoveryKey;
};

/// Everything that VaultHost needs; outlives it.
struct HostPorts {
    vault::Environment environment;
    vault::ports::KeySlotSecretStore &keychain;
    ports::KdfGate &kdfGate;
};

/// The vault of this process with its one vault thread: creates, unlocks, locks. Lives in the main thread; every answer
/// arrives there. Use cases reach the open session through withSession().
class VaultHost final : public QObject {
    Q_OBJECT

public:
    VaultHost(HostPorts ports, QString vaultPath, QObject *parent = nullptr);
    /// Locks; waits for the vault thread.
    ~VaultHost() override;

    [[nodiscard]] const QString &vaultPath() const noexcept { return m_path; }
    [[nodiscard]] LockState state() const noexcept { return m_state; }
    [[nodiscard]] const LastLock &lastLock() const noexcept { return m_lastLock; }
    /// The slot that opened it; only while unlocked.
    [[nodiscard]] const std::optional<vault::SlotInfo> &openedBy() const noexcept { return m_openedBy; }
    [[nodiscard]] const base::Clock &clock() const noexcept { return m_ports.environment.clock; }

    /// Public facts of the file; NotInitialized, NotAVault, ...
    [[nodiscard]] base::Async<vault::VaultInfo> inspect();
    /// Never prompts.
    [[nodiscard]] base::Async<vault::ports::KeychainStatus> keychainStatus();
    /// Creates and leaves it unlocked, unless lock() came meanwhile. AlreadyExists; EmptyField for an empty passphrase; with no method given and no keychain
    /// ready the Keychain* code that says why. An entry written to the keychain for a creation that then fails is taken away.
    [[nodiscard]] base::Async<Done> create(NewVault request);
    /// Errors of vault::Vault::unlock; a Keychain* code only when nothing but the keychain stood in the way.
    [[nodiscard]] base::Async<vault::SlotInfo> unlock(WaysIn ways);
    /// Wipes all keys. Always succeeds; an unlock that is under way is dropped.
    [[nodiscard]] base::Async<Done> lock(LockReason reason);
    /// Locks the window alone; programs go on. Nothing while the vault is locked. An unlock that is under way is dropped.
    void lockWindow(LockReason reason);

    /// Asks the file every `interval` whether another process made it, took it away or, while it is open, wrote to it; says so
    /// by stateChanged() and contentChanged().
    void watchChanges(std::chrono::milliseconds interval);

    /// The ways into the open vault, authenticated.
    [[nodiscard]] base::Async<QList<vault::SlotInfo>> keySlots();
    /// Replaces the passphrase of every slot that takes one. For whoever has just opened the vault.
    [[nodiscard]] base::Async<Done> changePassphrase(base::SecretBytes passphrase);
    /// The same in a vault that has been open for a while: whoever sits there now must know the passphrase that is valid
    /// (WrongPassphrase otherwise, and nothing is changed), unless the recovery key opened it.
    [[nodiscard]] base::Async<Done> changePassphrase(base::SecretBytes current, base::SecretBytes passphrase);
    /// Whether this passphrase opens one of the ways in, with the keychain's half where it needs one. WrongPassphrase; Locked when
    /// a lock came first: nothing is opened by it.
    [[nodiscard]] base::Async<Done> provePassphrase(base::SecretBytes passphrase);
    /// nullopt once the user confirmed it.
    [[nodiscard]] base::Async<std::optional<base::SecretBytes>> pendingRecoveryKey();
    [[nodiscard]] base::Async<Done> confirmRecoveryKey();

    /// Runs `job(vault::Session &) -> Result<T>` on the vault thread; Locked when the vault is not open.
    template<typename Job>
    [[nodiscard]] auto withSession(Job job) -> QFuture<std::invoke_result_t<Job, vault::Session &>>
    {
        using R = std::invoke_result_t<Job, vault::Session &>;
        return m_thread.run([this, job = std::move(job)]() mutable -> R {
            LATCHKEY_TRY(vault::Session *session, m_vault.session());
            R result = job(*session);
            if (!result && result.error().code == base::ErrorCode::Locked)
                lockFromThread();
            return result;
        });
    }

Q_SIGNALS:
    /// The open vault, or its window, is locked next: what is asked of the session now is still done. Nothing may delay it.
    void aboutToLock();
    void stateChanged();
    /// Something in the vault changed: here (notifyChanged()), or in another process (watchChanges()). Lists reload.
    void contentChanged();

public Q_SLOTS:
    void notifyChanged();

private:
    /// Vault thread. Busy when another process does not give its turn up.
    [[nodiscard]] base::Result<std::shared_ptr<void>> enterKdfGate();
    /// Vault thread: the open session's keys are no longer those of the file, another process has rotated them.
    void lockFromThread();
    using KeychainSecrets = std::map<QUuid, base::SecretBytes>;
    void setState(LockState state, bool windowLocked = false);
    void noteLock(LockReason reason);
    void pollChanges();
    void pollExistence();
    [[nodiscard]] base::Async<KeychainSecrets> collectKeychainSecrets(QList<QUuid> slotIds, const QUuid &vaultId,
                                                                      bool mayPrompt);
    struct PassphraseChange;
    [[nodiscard]] base::Async<Done> changePassphraseWith(const std::shared_ptr<PassphraseChange> &change);
    [[nodiscard]] base::Async<Done> proveBy(const std::shared_ptr<PassphraseChange> &proof, vault::SlotKind kind);
    [[nodiscard]] base::Async<Done> proveWithKeychain(const std::shared_ptr<PassphraseChange> &proof,
                                                      const QList<QUuid> &slotIds);
    /// Those that can be read; the first refusal is kept.
    [[nodiscard]] base::Async<Done> gatherHalves(const std::shared_ptr<PassphraseChange> &change, QList<QUuid> slotIds,
                                                 const QUuid &vaultId);
    [[nodiscard]] base::Async<Done> createWith(const std::shared_ptr<NewVault> &request, const QString &keychainBackend,
                                               std::uint64_t epoch);
    [[nodiscard]] base::Async<Done> createOnThread(const std::shared_ptr<vault::CreateRequest> &request,
                                                   std::uint64_t epoch);
    struct Opening {
        QString auditKind; ///< empty: not audited
        bool interactive = false;
        bool useKeychain = false;
        std::uint64_t epoch = 0;
    };
    [[nodiscard]] base::Async<vault::SlotInfo> unlockOnThread(const std::shared_ptr<vault::UnlockRequest> &request,
                                                              const Opening &opening);

    [[nodiscard]] base::Async<vault::SlotInfo> unlockByPassphraseFirst(const std::shared_ptr<vault::UnlockRequest> &request,
                                                                       const Opening &opening, const vault::VaultInfo &info,
                                                                       bool mayPrompt);

    HostPorts m_ports;
    QString m_path;
    LockState m_state = LockState::NotInitialized;
    LastLock m_lastLock;
    std::optional<vault::SlotInfo> m_openedBy;
    std::uint64_t m_epoch = 0; ///< grows with each lock(): an older unlock's result is dropped
    QTimer m_watch;            ///< runs while changes are watched
    bool m_polling = false;
    bool m_creating = false;
    vault::Vault m_vault; ///< touched by the vault thread only
    base::WorkerThread m_thread;
};

/// Whether changePassphrase() of an open vault asks for the passphrase that is valid: not where the recovery key opened it.
[[nodiscard]] bool asksCurrentPassphrase(const VaultHost &host) noexcept;

} // namespace service
