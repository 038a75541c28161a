// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/stripmessage.h"
#include "service/lockwatch.h"
#include "service/ports/autostart.h"

#include <QObject>

namespace presentation {

/// When the vault locks by itself: what the panel of the Security page shows and changes, and the warning before an idle lock.
/// GUI thread.
class LockingController final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        service::VaultHost &host;
        service::LockPolicy &policy;
        service::LockWatch &watch;
        service::ports::Autostart &autostart;
    };
    explicit LockingController(Parts parts, QObject *parent = nullptr);

    /// Those that count now; while a change is under way, what is to become of them.
    [[nodiscard]] const service::LockSettings &settings() const noexcept
    {
        return m_next ? *m_next : m_parts.watch.settings();
    }
    /// "Last seen: 20:31", "Last seen: never", "This system does not tell."
    [[nodiscard]] QString seenText(service::ports::SessionSignal signal) const;
    /// What counts as use.
    [[nodiscard]] QString idleText() const;
    /// Stores at once; what weakens the lock waits for the passphrase first.
    void change(const service::LockSettings &next);
    /// A change waits for confirm() or dismiss().
    [[nodiscard]] bool needsPassphrase() const noexcept { return m_waiting; }
    void confirm(base::SecretBytes passphrase);
    /// What was typed could not be taken (secure memory is full): says so.
    void refuse(const base::Error &error) { fail(error); }
    void dismiss();
    [[nodiscard]] bool isBusy() const noexcept { return m_busy; }
    [[nodiscard]] const StripMessage &message() const noexcept { return m_message; }

    [[nodiscard]] bool startsAtLogin() const { return m_parts.autostart.isEnabled(); }
    void setStartsAtLogin(bool starts);

    /// "Latchkey locks in 30 s."; empty while there is time.
    [[nodiscard]] QString warningText() const;
    /// What the lock will do: "Programs stop then."
    [[nodiscard]] QString warningNote() const;
    void stayUnlocked() { m_parts.watch.noteInput(); }

    /// The vault is open and serves programs, the window is closed to people.
    [[nodiscard]] bool isWindowLocked() const { return m_parts.host.lastLock().windowOnly; }
    /// Wipes all keys, whether or not the window is locked already.
    void lockNow();
    /// Hides the window's content and asks again; programs go on.
    void lockWindow();

Q_SIGNALS:
    /// Any of the above but the warning changed.
    void changed();
    void warningChanged();

private:
    void save(base::SecretBytes passphrase);
    void saved(const base::Result<service::Done> &done, const service::LockSettings &stored, bool asked);
    void drop();
    void fail(const base::Error &error);
    void followHost();
    void setMessage(StripMessage message);

    Parts m_parts;
    StripMessage m_message;
    std::optional<service::LockSettings> m_next; ///< a change under way
    bool m_waiting = false;                      ///< for the passphrase
    bool m_busy = false;
    quint64 m_asked = 0; ///< grows with each change and at lock: only the last answer counts
};

} // namespace presentation
