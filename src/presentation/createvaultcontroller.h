// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/recoverykeycopies.h"
#include "service/vaulthost.h"

#include <QObject>

#include <array>

namespace presentation {

/// The first steps: choose a protection, keep the recovery key. Leaving before create() writes nothing. GUI thread.
class CreateVaultController final : public QObject {
    Q_OBJECT

public:
    enum class Step { Protection, RecoveryKey, Done };
    static constexpr int kGroups = 9;

    CreateVaultController(service::VaultHost &host, base::RandomSource &random, QObject *parent = nullptr);

    [[nodiscard]] Step step() const noexcept { return m_step; }
    [[nodiscard]] bool isBusy() const noexcept { return m_busy; }
    [[nodiscard]] const StripMessage &message() const noexcept { return m_message; }

    /// What the system's keychain told about itself.
    struct Keychain {
        bool known = false;  ///< it has been asked
        bool usable = false; ///< may be chosen; not before it is known
        bool ready = false;  ///< keeps a secret without asking for a password
        bool silent = false; ///< it did not answer: worth asking again
        QString text;        ///< its state in words
        /// The choice to begin with: passphrase+keychain only where the keychain is ready (or just locked).
        vault::SlotKind suggested = vault::SlotKind::Passphrase;
    };
    /// Asks the keychain for its state, without a prompt.
    void refreshKeychain();
    [[nodiscard]] Keychain keychain() const;

    /// zxcvbn's judgement in words.
    [[nodiscard]] static QString strengthText(const base::SecretBytes &passphrase);
    void create(vault::SlotKind method, base::SecretBytes passphrase, const base::SecretBytes &again);
    /// Gives up a creation that is under way, as while the system asks for the login password; nothing of it stays, unless it was
    /// finished first.
    void cancel();
    /// What was made.
    struct Made {
        vault::SlotKind method;
        bool confirmed; ///< the user has typed groups of the recovery key back
        QString vaultPath;
    };
    [[nodiscard]] Made made() const { return {m_method, m_confirmed, m_host.vaultPath()}; }

    /// Shows the recovery key of an open vault that was never confirmed; `method` is what opened the vault.
    void resume(vault::SlotKind method);
    /// The recovery key while it is not confirmed; nullptr otherwise.
    [[nodiscard]] const base::SecretBytes *recoveryKey() const noexcept;
    /// Numbers (1 to 9) of the two groups that the user types back.
    [[nodiscard]] std::array<int, 2> groupsToType() const noexcept { return m_groups; }
    /// True and step Done when both groups are right.
    void confirm(const base::SecretBytes &first, const base::SecretBytes &second);
    /// Of the recovery key that is shown.
    [[nodiscard]] RecoveryKeyCopies &copies() noexcept { return m_copies; }
    [[nodiscard]] bool mayPostpone() const noexcept { return m_method != vault::SlotKind::Keychain; }
    void postpone();
    /// Wipes what is held; at lock and when the page goes.
    void forget();
    /// What was typed could not be taken (secure memory is full): says so.
    void refuse(const base::Error &error) { fail(error); }

Q_SIGNALS:
    void changed();
    void finished();

private:
    void setMessage(StripMessage message);
    void fail(const base::Error &error);
    /// The vault was not made.
    void failCreation(const base::Error &error);
    void showRecoveryKey();
    [[nodiscard]] base::Result<void> chooseGroups();

    service::VaultHost &m_host;
    base::RandomSource &m_random;
    Step m_step = Step::Protection;
    StripMessage m_message;
    bool m_busy = false;
    vault::SlotKind m_method = vault::SlotKind::Passphrase;
    vault::ports::KeychainStatus m_keychain;
    bool m_keychainKnown = false;
    bool m_confirmed = false;
    quint64 m_asked = 0; ///< grows with each creation and when one is cancelled: only the last answer counts
    base::SecretBytes m_recoveryKey;
    quint64 m_forgotten = 0; ///< grows with forget(): a key that was asked for before it is not shown
    RecoveryKeyCopies m_copies;
    std::array<int, 2> m_groups{1, 2};
};

} // namespace presentation
