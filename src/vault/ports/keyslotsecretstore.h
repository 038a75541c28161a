// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "base/secretbytes.h"

#include <QString>

namespace vault::ports {

/// What the operating system's keychain answers when asked without causing a prompt.
enum class KeychainState {
    Ready,        ///< reads and writes will go through without a prompt
    Locked,       ///< the collection is locked: a read would ask for the login password
    NoCollection, ///< a service runs but no keyring was made yet: a write would ask the user to invent a keyring password
    NoService,    ///< a bus without a secret service
    NoBus,        ///< no session bus at all
    NoAnswer,     ///< the service did not answer within the deadline
};

/// Result of asking for one entry without a prompt.
enum class KeychainEntryState { Present, PresentLocked, Absent, Unknown };

struct KeychainStatus {
    KeychainState state = KeychainState::NoService;
    QString backend; ///< for people: "Secret Service", "KWallet", ...
};

/// The operating system's keychain as a place for slot secrets: 32 random bytes under a name that holds the vault's and the
/// slot's uuid. Called from the thread it lives in (it needs an event loop). No call blocks; each ends within its deadline
/// (3 s for those that cannot prompt), after which an unanswered system job is abandoned, never deleted.
class KeySlotSecretStore {
public:
    virtual ~KeySlotSecretStore() = default;
    /// Never causes a prompt.
    [[nodiscard]] virtual base::Async<KeychainStatus> status() = 0;
    /// Never causes a prompt. `name` as below.
    [[nodiscard]] virtual base::Async<KeychainEntryState> entryState(const QString &name) = 0;
    /// May cause a prompt when the collection is locked and `mayPrompt`; KeychainLocked otherwise. KeychainEntryMissing only
    /// when the service itself says that no such item exists.
    [[nodiscard]] virtual base::Async<base::SecretBytes> read(const QString &name, bool mayPrompt) = 0;
    /// Writes under a fresh name, reads back and compares: KeychainWriteFailed when the keychain did not keep it. AlreadyExists
    /// when the name is taken; nothing is ever overwritten.
    [[nodiscard]] virtual base::Async<bool> write(const QString &name, base::SecretBytes secret) = 0;
    /// Deletes and looks again: KeychainLocked or KeychainWriteFailed when the entry is still there. Absent already is success.
    [[nodiscard]] virtual base::Async<bool> remove(const QString &name) = 0;
};

} // namespace vault::ports
