// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/stripmessage.h"
#include "service/integrity.h"

#include <QObject>

namespace presentation {

/// One way to unlock the vault, in words.
struct WayToUnlock {
    QUuid id;
    QString kind;      ///< "Passphrase and this computer"
    QString made;      ///< "Made on 22/11/2026, 20:31."
    QString place;     ///< which keychain holds the other half; may be empty
    bool used = false; ///< this one opened the vault now
    bool known = true; ///< false: of a kind that this program does not know
    bool takesPassphrase = false;
    bool isRecoveryKey = false; ///< only ever replaced

    friend bool operator==(const WayToUnlock &, const WayToUnlock &) = default;
};

/// What the Security page shows of the key slots, and the change of the passphrase. GUI thread.
class SecurityController final : public QObject {
    Q_OBJECT

public:
    SecurityController(service::VaultHost &host, service::Integrity &log, QObject *parent = nullptr);

    /// Reads the ways in anew, and when the master key was changed.
    void reload();
    /// Empties everything; at lock.
    void clear();

    [[nodiscard]] const QList<WayToUnlock> &ways() const noexcept { return m_ways; }
    /// When the recovery key was made; empty when there is none, or nothing is known yet.
    [[nodiscard]] const QString &recoveryKeyText() const noexcept { return m_recovery; }
    /// When the master key was changed last; empty when nothing is known (yet, or the log was pruned since).
    [[nodiscard]] const QString &masterKeyText() const noexcept { return m_masterKey; }
    [[nodiscard]] bool hasPassphrase() const noexcept { return m_hasPassphrase; }
    /// False when the recovery key opened the vault: whoever has it may set a new passphrase.
    [[nodiscard]] bool asksCurrentPassphrase() const noexcept { return service::asksCurrentPassphrase(m_host); }
    /// About the page.
    [[nodiscard]] const StripMessage &message() const noexcept { return m_message; }
    /// Others say what came of a change to the ways in.
    void tell(StripMessage message);
    /// About a change of the passphrase that is not done.
    [[nodiscard]] const StripMessage &changeMessage() const noexcept { return m_changeMessage; }
    [[nodiscard]] bool isChanging() const noexcept { return m_changing; }

    /// A dialog opens: what an earlier change said is gone.
    void startChange();
    void changePassphrase(base::SecretBytes current, base::SecretBytes next, const base::SecretBytes &again);
    /// What was typed could not be taken (secure memory is full): says so.
    void refuse(const base::Error &error);

Q_SIGNALS:
    void changed();
    void passphraseChanged();

private:
    void show(QList<vault::SlotInfo> all);
    void showMasterKey(const QString &text);
    /// In the log below this number; 0: from its newest entry.
    void findRotation(std::uint64_t before);
    void refuseChange(const QString &title, const QString &text);

    service::VaultHost &m_host;
    service::Integrity &m_log;
    QList<WayToUnlock> m_ways;
    QString m_recovery;
    QString m_masterKey;
    bool m_hasPassphrase = false;
    bool m_changing = false;
    StripMessage m_message;
    StripMessage m_changeMessage;
    std::uint64_t m_asked = 0; ///< grows with clear(): older answers are dropped
};

} // namespace presentation
