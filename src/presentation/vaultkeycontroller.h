// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/securitycontroller.h"
#include "service/keyrotation.h"
#include "service/keyslots.h"

namespace presentation {

/// Another master key, a new recovery key, ways in that come and go: what the dialogs of the Security page ask for. One at a time.
/// What comes of it stands in the open dialog, or on the page (SecurityController::message) where it was closed. GUI thread.
class VaultKeyController final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        service::KeySlots &keySlots;
        service::KeyRotation &rotation;
        SecurityController &page;
    };
    explicit VaultKeyController(Parts parts, QObject *parent = nullptr);

    /// A dialog opens: what an earlier change said is gone.
    void start();
    /// The dialog was closed before it was done: a rotation is stopped, anything else goes on.
    void leave();
    /// Empties everything; at lock.
    void clear();
    [[nodiscard]] bool isBusy() const noexcept { return m_busy; }
    /// Of the open dialog.
    [[nodiscard]] const StripMessage &message() const noexcept { return m_message; }

    /// `passphrases`: of all ways in that take one.
    void rotate(std::vector<base::SecretBytes> passphrases);
    void renewRecoveryKey(base::SecretBytes current);
    void remove(const WayToUnlock &way, base::SecretBytes current);
    /// `next` and `again`: of a way that takes a passphrase. `mayPrompt`: the keychain is not open yet.
    struct Addition {
        vault::SlotKind kind;
        base::SecretBytes next;
        base::SecretBytes again;
        bool mayPrompt = false;
    };
    void add(Addition addition, base::SecretBytes current);
    /// What was typed could not be taken (secure memory is full): says so.
    void refuse(const base::Error &error);

Q_SIGNALS:
    void changed();
    /// Done: the dialog closes.
    void finished();
    /// There is a new recovery key, which nobody has seen yet.
    void recoveryKeyMade();

private:
    enum class Work { None, Rotation, Other };
    void begin(Work work, const QString &title, const QString &text = {});
    void succeed(const QString &title, const QString &text);
    void say(StripMessage message);
    void refuseInput(const QString &title, const QString &text);

    Parts m_parts;
    StripMessage m_message;
    Work m_work = Work::None;
    bool m_busy = false;
    bool m_shown = false;      ///< a dialog is open
    std::uint64_t m_asked = 0; ///< grows with clear(): older answers are dropped
};

} // namespace presentation
