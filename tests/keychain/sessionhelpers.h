// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a test does to the session that keyring-session.sh made.

#include "base/secretbytes.h"
#include "keychain/keychaindeadlines.h"
#include "vault/ports/keyslotsecretstore.h"

#include <QElapsedTimer>
#include <QString>
#include <QTimer>

#include <functional>
#include <memory>

#include <sys/types.h>

namespace session {

/// A name as the vault makes them, never used before.
QString freshName();
/// 32 bytes with everything that text handling would spoil: NULs, high bytes, line ends.
base::SecretBytes slotSecret(unsigned char seed);

pid_t keyringProcess();
pid_t busProcess();

/// Stops a process as long as it lives.
class Stopped final {
public:
    explicit Stopped(pid_t process);
    ~Stopped();
    Q_DISABLE_COPY_MOVE(Stopped)

private:
    pid_t m_process;
};

/// Longest time in which the event loop did not turn.
class Heartbeat final {
public:
    Heartbeat();
    [[nodiscard]] qint64 longestMs() const;

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
};

/// A keychain on the real service; `afterLook` is called after each look and before the job that follows it.
std::unique_ptr<vault::ports::KeySlotSecretStore> interruptedKeychain(keychain::KeychainDeadlines deadlines,
                                                                      std::function<void()> afterLook);

/// These four are true when the other side agreed.
bool lockKeyring();
bool unlockKeyring();
bool openWallet(bool open);
/// Types into the prompt if its window is up: the password and Return over what was typed before, Escape when it is empty.
/// Always true; whether it helped is seen elsewhere.
bool press(const QString &password);

} // namespace session
