// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/vaulthost.h"

#include "service/keychaincleanup.h"
#include "service/removals.h"
#include "vault/settings.h"
#include "vault/slotmanager.h"

#include <algorithm>

namespace service {

namespace {

constexpr std::size_t kKeychainSecretBytes = 32;
constexpr std::chrono::milliseconds kLockPatience{200};
/// For another process's Argon2, which takes a second or two; a stopped one holds its turn for ever.
constexpr std::chrono::milliseconds kKdfPatience = std::chrono::minutes(2);
constexpr std::chrono::milliseconds kOpenKdfPatience = std::chrono::seconds(3);
/// For so long somebody may want back what was removed.
constexpr std::chrono::milliseconds kUndoable{60'000};

vault::AuditEvent eventOf(const QString &kind)
{
    vault::AuditEvent event;
    event.kind = kind;
    return event;
}

/// Empty: a one-shot command opens the vault without a word in the log; what it then does has its own entry.
QString auditKindOf(const WaysIn &ways)
{
    if (ways.interactive)
        return QStringLiteral("unlocked");
    return ways.pastAgent ? QStringLiteral("opened-past-agent") : QString();
}

/// Which slots need the keychain and could open the vault with what is at hand.
QList<QUuid> keychainSlots(const vault::VaultInfo &info, bool hasPassphrase)
{
    QList<QUuid> ids;
    for (const vault::SlotInfo &slot : info.keySlots) {
        const bool usable = vault::needsKeychain(slot.kind) && (hasPassphrase || !vault::needsPassphrase(slot.kind));
        if (usable)
            ids << slot.id;
    }
    return ids;
}

/// On a read-only or full disk the vault still opens for reading; releasing anything then fails by itself.
base::Result<void> recordOpening(vault::Session &session, const QString &kind, vault::SlotKind by)
{
    vault::AuditEvent event = eventOf(kind);
    event.details.insert(QStringLiteral("by"), vault::slotKindName(by));
    const auto nothing = [] { return base::Result<void>(); };
    // Programs that only read would otherwise let the log grow, and each unlock with it.
    auto written = session.isCheckpointDue() ? session.change(event, nothing) : session.release({event}, nothing);
    if (written)
        return written;
    switch (written.error().code) {
    case base::ErrorCode::CannotAudit:
    case base::ErrorCode::ReadOnly:
    case base::ErrorCode::DiskFull:
    case base::ErrorCode::IoFailure:
        return {};
    default:
        return written;
    }
}

base::ErrorCode codeOf(vault::ports::KeychainState state)
{
    switch (state) {
    case vault::ports::KeychainState::Locked:
        return base::ErrorCode::KeychainLocked;
    case vault::ports::KeychainState::NoAnswer:
        return base::ErrorCode::KeychainTimeout;
    default:
        return base::ErrorCode::KeychainUnavailable;
    }
}

} // namespace

VaultHost::VaultHost(HostPorts ports, QString vaultPath, QObject *parent)
    : QObject(parent)
    , m_ports(ports)
    , m_path(std::move(vaultPath))
    , m_vault(ports.environment, m_path)
    , m_thread(QStringLiteral("vault"))
{
    m_state = m_vault.exists() ? LockState::Locked : LockState::NotInitialized;
}

VaultHost::~VaultHost()
{
    // SQLite wants to be closed by the thread that opened it.
    m_thread
        .run([this]() -> base::Result<bool> {
            m_vault.lock();
            return true;
        })
        .waitForFinished();
}

void VaultHost::setState(LockState state, bool windowLocked)
{
    if (m_state == state && m_lastLock.windowOnly == windowLocked)
        return;
    m_state = state;
    m_lastLock.windowOnly = windowLocked;
    Q_EMIT stateChanged();
}

void VaultHost::noteLock(LockReason reason)
{
    m_lastLock.reason = reason;
    m_lastLock.atMs = clock().nowMs();
}

void VaultHost::notifyChanged()
{
    Q_EMIT contentChanged();
}

void VaultHost::watchChanges(std::chrono::milliseconds interval)
{
    connect(&m_watch, &QTimer::timeout, this, &VaultHost::pollChanges, Qt::UniqueConnection);
    m_watch.start(interval);
}

void VaultHost::pollChanges()
{
    if (m_polling || m_creating)
        return;
    m_polling = true;
    if (m_state != LockState::Unlocked)
        return pollExistence();
    const auto asked = withSession([](vault::Session &session) -> base::Result<bool> {
        LATCHKEY_TRY(const bool changed, session.changedElsewhere());
        if (!changed)
            return false;
        // Whoever only answers programs must learn too that another one has rotated the vault key, before it is asked.
        const auto read = session.read([] { return base::Result<void>(); });
        if (!read && read.error().code == base::ErrorCode::Locked)
            return std::unexpected(read.error());
        return true;
    });
    base::whenDone(asked, this, [this](const base::Result<bool> &changed) {
        m_polling = false;
        // A file that cannot be read says so to whoever asks it for something.
        if (changed.value_or(false))
            Q_EMIT contentChanged();
    });
}

/// Another program may have made the vault, or somebody taken the file away. On the vault thread, like all that meets a disk.
void VaultHost::pollExistence()
{
    const auto asked = m_thread.run([this]() -> base::Result<bool> { return m_vault.exists(); });
    base::whenDone(asked, this, [this](const base::Result<bool> &exists) {
        m_polling = false;
        if (exists && m_state != LockState::Unlocked && !m_creating)
            setState(*exists ? LockState::Locked : LockState::NotInitialized);
    });
}

base::Async<vault::VaultInfo> VaultHost::inspect()
{
    return m_thread.run([this] { return m_vault.inspect(); });
}

base::Async<vault::ports::KeychainStatus> VaultHost::keychainStatus()
{
    return m_ports.keychain.status();
}

base::Async<VaultHost::KeychainSecrets> VaultHost::collectKeychainSecrets(QList<QUuid> slotIds, const QUuid &vaultId,
                                                                          bool mayPrompt)
{
    if (slotIds.isEmpty())
        return base::ready<KeychainSecrets>(KeychainSecrets());
    const QUuid first = slotIds.takeFirst();
    auto read = m_ports.keychain.read(vault::KeySlot::keychainName(vaultId, first), mayPrompt);
    return base::chain(read, this, [this, slotIds, first, vaultId, mayPrompt](base::SecretBytes secret) {
        auto held = std::make_shared<base::SecretBytes>(std::move(secret));
        return base::chain(collectKeychainSecrets(slotIds, vaultId, mayPrompt), this, [held, first](KeychainSecrets rest) {
            rest.emplace(first, std::move(*held));
            return base::ready<KeychainSecrets>(std::move(rest));
        });
    });
}

base::Async<vault::SlotInfo> VaultHost::unlockOnThread(const std::shared_ptr<vault::UnlockRequest> &request,
                                                       const Opening &opening)
{
    if (opening.epoch != m_epoch) // locked while a keychain was asked
        return base::readyError<vault::SlotInfo>(base::ErrorCode::Cancelled);
    auto opened = m_thread.run([this, request, auditKind = opening.auditKind]() -> base::Result<vault::SlotInfo> {
        LATCHKEY_TRY(const std::shared_ptr<void> turn, enterKdfGate());
        request->availableMemoryKiB = m_ports.kdfGate.availableMemoryKiB();
        LATCHKEY_TRY(vault::SlotInfo slot, m_vault.unlock(*request));
        if (!auditKind.isEmpty()) {
            LATCHKEY_TRY(vault::Session *session, m_vault.session());
            if (auto written = recordOpening(*session, auditKind, slot.kind); !written) {
                lockFromThread(); // it may have been open for programs before
                return std::unexpected(written.error());
            }
            // Left by a program that ended before it could; not what another one may still put back.
            purgeRemoved(*session, clock().nowMs() - kUndoable.count());
        }
        return slot;
    });
    return base::chain(opened, this, [this, opening](const vault::SlotInfo &slot) -> base::Async<vault::SlotInfo> {
        // Locked meanwhile; the lock job that follows has wiped or will wipe what was opened. When only the window was, the vault
        // is as open as it was before.
        if (opening.epoch != m_epoch)
            return base::readyError<vault::SlotInfo>(base::ErrorCode::Cancelled);
        m_openedBy = slot;
        // What a program opens for itself alone opens no window.
        setState(LockState::Unlocked, m_lastLock.windowOnly && !opening.interactive);
        if (opening.interactive && opening.useKeychain)
            base::whenDone(cleanKeychain(*this, m_ports.keychain), this, [](const base::Result<int> &) {});
        return base::ready<vault::SlotInfo>(slot);
    });
}

base::Async<vault::SlotInfo> VaultHost::unlock(WaysIn ways)
{
    auto request = std::make_shared<vault::UnlockRequest>();
    request->passphrase = std::move(ways.passphrase);
    request->recoveryKey = std::move(ways.recoveryKey);
    request->passphrase.maskInLogs();
    request->recoveryKey.maskInLogs();
    if (ways.acceptOlder)
        request->rollback = vault::RollbackPolicy::Accept;
    request->depth = ways.interactive ? vault::VerifyDepth::Everything : vault::VerifyDepth::Touched;
    const Opening opening{auditKindOf(ways), ways.interactive, ways.useKeychain, m_epoch};
    // What somebody locked by hand, no program opens again by the keychain alone.
    const bool byHand = m_state == LockState::Locked && m_lastLock.reason == LockReason::User && !ways.mayPrompt;
    if (!request->recoveryKey.isEmpty() || !ways.useKeychain)
        return unlockOnThread(request, opening);

    const bool mayPrompt = ways.mayPrompt;
    return base::chain(inspect(), this, [this, request, opening, mayPrompt, byHand](const vault::VaultInfo &info) {
        const bool hasPassphrase = !request->passphrase.isEmpty();
        QList<QUuid> needed = keychainSlots(info, hasPassphrase);
        if (byHand) {
            for (const QUuid &alone : vault::slotIdsOf(info.keySlots, vault::SlotKind::Keychain))
                needed.removeAll(alone);
            if (needed.isEmpty() && !hasPassphrase)
                return base::readyError<vault::SlotInfo>(base::ErrorCode::NoWayIn, QStringLiteral("locked_by_hand"));
        }
        if (needed.isEmpty())
            return unlockOnThread(request, opening);
        if (hasPassphrase && !vault::slotIdsOf(info.keySlots, vault::SlotKind::Passphrase).isEmpty())
            return unlockByPassphraseFirst(request, opening, info, mayPrompt);
        return base::chain(collectKeychainSecrets(needed, info.header.vault, mayPrompt), this,
                           [this, request, opening](KeychainSecrets secrets) {
                               request->keychainSecrets = std::move(secrets);
                               return unlockOnThread(request, opening);
                           });
    });
}

/// A passphrase that is enough by itself goes first: no keychain, no prompt. It may yet be that of a way in that needs both.
base::Async<vault::SlotInfo> VaultHost::unlockByPassphraseFirst(const std::shared_ptr<vault::UnlockRequest> &request,
                                                                const Opening &opening, const vault::VaultInfo &info,
                                                                bool mayPrompt)
{
    const QList<QUuid> both = vault::slotIdsOf(info.keySlots, vault::SlotKind::PassphraseKeychain);
    if (both.isEmpty())
        return unlockOnThread(request, opening);
    auto promise = std::make_shared<QPromise<base::Result<vault::SlotInfo>>>();
    promise->start();
    const auto finish = [promise](base::Result<vault::SlotInfo> result) {
        promise->addResult(std::move(result));
        promise->finish();
    };
    base::whenDone(unlockOnThread(request, opening), this,
                   [this, request, opening, both, vaultId = info.header.vault, mayPrompt,
                    finish](base::Result<vault::SlotInfo> first) {
                       if (first || first.error().code != base::ErrorCode::WrongPassphrase)
                           return finish(std::move(first));
                       const auto again = base::chain(collectKeychainSecrets(both, vaultId, mayPrompt), this,
                                                      [this, request, opening](KeychainSecrets secrets) {
                                                          request->keychainSecrets = std::move(secrets);
                                                          return unlockOnThread(request, opening);
                                                      });
                       // Without the keychain it is a wrong passphrase for the way in that could be tried.
                       base::whenDone(again, this, [first, finish, request](const base::Result<vault::SlotInfo> &second) {
                           finish(second || !request->keychainSecrets.empty() ? second : first);
                       });
                   });
    return promise->future();
}

base::Async<Done> VaultHost::lock(LockReason reason)
{
    ++m_epoch;
    if (m_state == LockState::Unlocked) { // an unlock that is dropped locks nothing
        noteLock(reason);
        Q_EMIT aboutToLock();
    }
    m_openedBy.reset();
    auto locked = m_thread.run([this]() -> base::Result<Done> {
        if (auto session = m_vault.session()) {
            // No more than one short attempt: a lock must not wait for a log that another program is writing to.
            (*session)->limitWaiting(kLockPatience);
            const auto written = (*session)->release({eventOf(QStringLiteral("locked"))},
                                                     [] { return base::Result<void>(); });
            Q_UNUSED(written)
        }
        m_vault.lock();
        return Done{};
    });
    setState(m_state == LockState::NotInitialized ? LockState::NotInitialized : LockState::Locked);
    return locked;
}

void VaultHost::lockWindow(LockReason reason)
{
    if (m_state != LockState::Unlocked)
        return;
    ++m_epoch;
    if (!m_lastLock.windowOnly) {
        noteLock(reason);
        Q_EMIT aboutToLock();
    }
    setState(LockState::Unlocked, true);
}

base::Result<std::shared_ptr<void>> VaultHost::enterKdfGate()
{
    // While the vault is open a lock may be wanted any moment, and stands in line behind this.
    return m_ports.kdfGate.enter(m_vault.session() ? kOpenKdfPatience : kKdfPatience);
}

void VaultHost::lockFromThread()
{
    m_vault.lock();
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_state != LockState::Unlocked)
                return;
            base::whenDone(lock(LockReason::Foreign), this, [](const base::Result<Done> &) {});
        },
        Qt::QueuedConnection);
}

base::Async<Done> VaultHost::create(NewVault request)
{
    if (m_vault.exists())
        return base::readyError<Done>(base::ErrorCode::AlreadyExists, m_path);
    const auto method = request.method;
    auto held = std::make_shared<NewVault>(std::move(request));
    held->passphrase.maskInLogs();

    const bool askKeychain = held->useKeychain && (!method || vault::needsKeychain(*method));
    if (!askKeychain) {
        if (method && vault::needsKeychain(*method))
            return base::readyError<Done>(base::ErrorCode::KeychainUnavailable);
        held->method = method.value_or(vault::SlotKind::Passphrase);
        return createWith(held, {}, m_epoch);
    }
    const auto begun = [this, held, method, epoch = m_epoch](const vault::ports::KeychainStatus &status) {
        const bool promptable = method.has_value()
            && (status.state == vault::ports::KeychainState::Locked
                || status.state == vault::ports::KeychainState::NoCollection);
        if (status.state != vault::ports::KeychainState::Ready && !promptable)
            return base::readyError<Done>(codeOf(status.state), status.backend);
        held->method = method.value_or(vault::SlotKind::PassphraseKeychain);
        return createWith(held, status.backend, epoch);
    };
    return base::chain(keychainStatus(), this, begun);
}

base::Async<Done> VaultHost::createWith(const std::shared_ptr<NewVault> &request, const QString &keychainBackend,
                                        std::uint64_t epoch)
{
    auto creation = std::make_shared<vault::CreateRequest>();
    const auto prepare = [&]() -> base::Result<void> {
        base::RandomSource &random = m_ports.environment.random;
        creation->method = *request->method;
        if (vault::needsPassphrase(creation->method) && request->passphrase.isEmpty())
            return base::fail(base::ErrorCode::EmptyField, QStringLiteral("passphrase"));
        LATCHKEY_TRY(creation->vaultId, base::newUuid(random));
        LATCHKEY_TRY(creation->slotId, base::newUuid(random));
        creation->passphrase = std::move(request->passphrase);
        creation->keychainBackend = keychainBackend;
        creation->deliverRecoveryKey = request->deliverRecoveryKey;
        if (vault::needsKeychain(creation->method)) {
            LATCHKEY_TRY(creation->keychainSecret, base::newSecret(random, kKeychainSecretBytes));
        }
        return {};
    };
    if (auto ok = prepare(); !ok)
        return base::ready<Done>(std::unexpected(ok.error()));
    if (!vault::needsKeychain(creation->method))
        return createOnThread(creation, epoch);

    auto copy = creation->keychainSecret.clone();
    if (!copy)
        return base::ready<Done>(std::unexpected(copy.error()));
    const QString name = vault::KeySlot::keychainName(creation->vaultId, creation->slotId);
    auto written = m_ports.keychain.write(name, *std::move(copy));
    return base::chain(written, this, [this, creation, name, epoch](bool) {
        auto promise = std::make_shared<QPromise<base::Result<Done>>>();
        promise->start();
        base::whenDone(createOnThread(creation, epoch), this, [this, promise, name](base::Result<Done> done) {
            if (!done) {
                // No vault knows this entry. That it could not be taken away again is no reason to hide the first fault.
                base::whenDone(m_ports.keychain.remove(name), this, [](const base::Result<bool> &) {});
            }
            promise->addResult(std::move(done));
            promise->finish();
        });
        return promise->future();
    });
}

base::Async<Done> VaultHost::createOnThread(const std::shared_ptr<vault::CreateRequest> &request, std::uint64_t epoch)
{
    if (epoch != m_epoch) // locked while a keychain was asked: no lock job would follow and wipe what is made
        return base::readyError<Done>(base::ErrorCode::Cancelled);
    m_creating = true;
    auto made = m_thread.run([this, request]() -> base::Result<bool> {
        LATCHKEY_TRY(std::shared_ptr<void> turn, enterKdfGate());
        if (const auto deliver = request->deliverRecoveryKey; deliver) {
            // Keys are derived by then; nobody else should wait while a person types groups of the recovery key.
            request->deliverRecoveryKey = [deliver, &turn](const base::SecretBytes &text) {
                turn.reset();
                return deliver(text);
            };
        }
        LATCHKEY_CHECK(m_vault.create(*request));
        return m_vault.isUnlocked();
    });
    auto promise = std::make_shared<QPromise<base::Result<Done>>>();
    promise->start();
    base::whenDone(made, this, [this, request, promise, epoch](const base::Result<bool> &opened) {
        m_creating = false;
        if (opened && *opened && epoch == m_epoch) {
            vault::SlotInfo slot;
            slot.id = request->slotId;
            slot.kind = request->method;
            slot.keychainBackend = request->keychainBackend;
            m_openedBy = slot;
            setState(LockState::Unlocked);
        } else if (opened) {
            setState(LockState::Locked); // made, and locked meanwhile
        }
        promise->addResult(opened ? base::Result<Done>(Done{}) : std::unexpected(opened.error()));
        promise->finish();
    });
    return promise->future();
}

base::Async<QList<vault::SlotInfo>> VaultHost::keySlots()
{
    return withSession([](vault::Session &session) { return vault::SlotManager(session).list(); });
}

base::Async<std::optional<base::SecretBytes>> VaultHost::pendingRecoveryKey()
{
    return withSession([](vault::Session &session) { return vault::Settings(session).pendingRecoveryKey(); });
}

base::Async<Done> VaultHost::confirmRecoveryKey()
{
    return withSession([](vault::Session &session) -> base::Result<Done> {
        LATCHKEY_CHECK(vault::Settings(session).confirmRecoveryKey());
        return Done{};
    });
}

} // namespace service
