// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/lockpolicy.h"
#include "service/ports/idletime.h"
#include "service/ports/sessionevents.h"

#include <QTimer>

namespace service {

/// Locks by itself: when nobody uses the computer, and when the session says that its user went away. An open vault is
/// guarded by the strict defaults until its own settings are read. Locking never asks. Main thread.
class LockWatch final : public QObject {
    Q_OBJECT

public:
    /// Everything outlives the watch.
    struct Parts {
        VaultHost &host;
        LockPolicy &policy;
        ports::SessionEvents &events;
        ports::IdleTime &idle;
    };
    /// So long before an idle lock secondsLeft() begins to count.
    static constexpr std::chrono::seconds kWarning{30};

    explicit LockWatch(Parts parts, QObject *parent = nullptr);

    void start();
    /// Those of the open vault; the defaults while it is locked.
    [[nodiscard]] const LockSettings &settings() const noexcept { return m_settings; }
    /// Wall clock, ms; none since the program was started.
    [[nodiscard]] std::optional<std::int64_t> lastSeenMs(ports::SessionSignal signal) const;
    [[nodiscard]] bool tells(ports::SessionSignal signal) const { return m_parts.events.tells(signal); }
    /// Whether input to every program counts. Else only what is done in Latchkey does, since the system tells nothing more.
    [[nodiscard]] bool seesWholeSession() const noexcept { return m_wholeSession; }
    /// Until an idle lock, from kWarning down; none while there is time.
    [[nodiscard]] std::optional<int> secondsLeft() const noexcept { return m_secondsLeft; }
    /// What has just been stored counts at once.
    void apply(const LockSettings &settings);
    /// The user did something here, or wants to stay.
    void noteInput();

public Q_SLOTS:
    /// Looks for how long nobody has been there, and locks when it is long enough. Comes by itself when it is time.
    void look();
    /// Reads the settings of the open vault afresh.
    void reload();

Q_SIGNALS:
    /// settings(), lastSeenMs(), tells() or seesWholeSession() is another.
    void changed();
    /// secondsLeft() is another.
    void warned();

private:
    void followHost();
    void happened(ports::SessionEvent event);
    [[nodiscard]] bool heeds(ports::SessionSignal signal) const;
    /// Nothing is left to lock: no clock runs.
    [[nodiscard]] bool isIdleLockOff() const;
    void lock(LockReason reason, std::shared_ptr<void> hold);
    void timeUp();
    void judge(std::optional<std::chrono::milliseconds> session);
    void setSecondsLeft(std::optional<int> seconds);

    Parts m_parts;
    LockSettings m_settings;
    QMap<ports::SessionSignal, std::int64_t> m_lastSeen;
    QTimer m_timer;
    std::int64_t m_lastInputMs = 0; ///< elapsed time, like those below
    std::optional<std::int64_t> m_lastLookMs;
    quint64 m_asked = 0;    ///< grows with each question about idle time: only the last answer counts
    quint64 m_loaded = 0;   ///< the same for settings
    bool m_waiting = false; ///< for an answer
    bool m_open = false;
    bool m_wholeSession = false;
    std::optional<int> m_secondsLeft;
};

} // namespace service
