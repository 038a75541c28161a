// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/aboutcontroller.h"
#include "presentation/accounteditor.h"
#include "presentation/accountlistmodel.h"
#include "presentation/activitycontroller.h"
#include "presentation/createvaultcontroller.h"
#include "presentation/draftkeeper.h"
#include "presentation/securitycontroller.h"
#include "presentation/unlockcontroller.h"
#include "presentation/vaultkeycontroller.h"

#include <QObject>

namespace presentation {

/// What the window and the tray icon show of the vault as a whole, and the controllers of the pages. GUI thread.
class VaultPresenter final : public QObject {
    Q_OBJECT

public:
    enum class State { NotInitialized, Locked, Unlocked };

    struct Parts {
        service::VaultHost &host;
        service::Exchanges &exchanges;
        service::Integrity &integrity;
        service::Diagnostics &diagnostics;
        base::RandomSource &random;
        service::KeySlots &keySlots;
        service::KeyRotation &rotation;
    };
    explicit VaultPresenter(Parts parts, QObject *parent = nullptr);

    [[nodiscard]] State state() const noexcept;
    /// Open for programs, though the window may be locked.
    [[nodiscard]] bool servesPrograms() const noexcept;
    /// "Unlocked by passphrase and this computer. AES-256-GCM. Locks after 10 minutes idle."
    [[nodiscard]] QString statusText() const;
    /// For statusText(): after how long without input the vault locks by itself; 0: it does not, or nobody says.
    void setIdleMinutes(int minutes);
    /// Unlocked, and whoever sits at this computer could have done it: no passphrase is set.
    [[nodiscard]] bool isOpenToAnyone() const;
    /// Nobody has proven yet that the recovery key was written down.
    [[nodiscard]] bool isRecoveryKeyPending() const noexcept { return m_recoveryKeyPending; }
    void showRecoveryKey();
    /// Locks at once and without asking.
    void lockNow();
    /// Locks, then tells quitReady().
    void lockForQuit();
    /// The exchange that a new account is for.
    [[nodiscard]] QString defaultExchange() const;

    [[nodiscard]] UnlockController &unlock() noexcept { return m_unlock; }
    [[nodiscard]] CreateVaultController &create() noexcept { return m_create; }
    [[nodiscard]] AccountListModel &accounts() noexcept { return m_accounts; }
    [[nodiscard]] AccountEditor &editor() noexcept { return m_editor; }
    [[nodiscard]] DraftKeeper &drafts() noexcept { return m_drafts; }
    [[nodiscard]] ActivityController &activity() noexcept { return m_activity; }
    [[nodiscard]] SecurityController &security() noexcept { return m_security; }
    [[nodiscard]] VaultKeyController &vaultKeys() noexcept { return m_vaultKeys; }
    [[nodiscard]] AboutController &about() noexcept { return m_about; }

Q_SIGNALS:
    void stateChanged();
    /// statusText() or isRecoveryKeyPending() is another.
    void statusChanged();
    void quitReady();

private:
    /// A vault that this computer alone opens is lost with this computer: there the page comes by itself, once after each unlock.
    void askRecoveryKey();
    [[nodiscard]] QString openedText() const;
    /// Drops what was read from the vault, at once: pages follow.
    void forget();

    Parts m_parts;
    UnlockController m_unlock;
    CreateVaultController m_create;
    service::Secrets m_secrets;
    service::Removals m_removals;
    DraftKeeper m_drafts;
    AccountListModel m_accounts;
    AccountEditor m_editor;
    ActivityController m_activity;
    SecurityController m_security;
    VaultKeyController m_vaultKeys;
    AboutController m_about;
    int m_idleMinutes = 0;
    bool m_draftLost = false; ///< at this lock, or at the unlock after it
    bool m_recoveryKeyPending = false;
    bool m_recoveryKeyOffered = false;
};

} // namespace presentation
