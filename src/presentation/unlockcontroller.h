// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/stripmessage.h"
#include "service/vaulthost.h"

#include <QObject>

#include <functional>

namespace presentation {

/// The unlock page: what it says and what its button does. GUI thread.
class UnlockController final : public QObject {
    Q_OBJECT

public:
    explicit UnlockController(service::VaultHost &host, QObject *parent = nullptr);

    /// Reads the public part of the vault and asks the keychain for its state, without a prompt.
    void refresh();
    /// "Locked at 20:31 because you locked it.", and what became of programs, as far as that is known.
    [[nodiscard]] QString reasonText() const;
    /// Tells how many programs still hold a key; asked when the reason is shown. Empty: nothing is known.
    void setKeyHolders(std::function<int()> running) { m_keyHolders = std::move(running); }
    /// False for a vault that opens by this computer's keychain alone.
    [[nodiscard]] bool asksPassphrase() const noexcept { return m_asksPassphrase; }
    [[nodiscard]] bool isBusy() const noexcept { return m_busy; }
    [[nodiscard]] const StripMessage &message() const noexcept { return m_message; }

    void unlockWithPassphrase(base::SecretBytes passphrase);
    void unlockWithKeychain();
    void unlockWithRecoveryKey(base::SecretBytes text);
    /// The user put an older file back on purpose; `ways` holds what was typed for that.
    void unlockOlder(service::WaysIn ways);
    /// What was typed could not be taken (secure memory is full): says so.
    void refuse(const base::Error &error) { finish(std::unexpected(error)); }
    /// Drops an unlock that is under way, at once: whoever is still asked for it may take any time.
    void cancel();

Q_SIGNALS:
    /// Any of the above changed.
    void changed();
    void unlocked();

private:
    [[nodiscard]] static QString lockedText(const service::LastLock &last);
    [[nodiscard]] QString programsText() const;
    void start(service::WaysIn ways);
    void finish(const base::Result<vault::SlotInfo> &result);
    void setMessage(StripMessage message);

    service::VaultHost &m_host;
    StripMessage m_message;
    std::function<int()> m_keyHolders;
    bool m_asksPassphrase = true;
    bool m_busy = false;
    quint64 m_asked = 0; ///< grows with each unlock that begins or is given up: answers to former ones are dropped
};

} // namespace presentation
