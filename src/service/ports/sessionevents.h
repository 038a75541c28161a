// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

namespace service::ports {

/// What the desktop session tells about its user. Wake comes after Sleep; it locks nothing, but time has gone by.
enum class SessionSignal { ScreenLock, Sleep, UserSwitch, Lid, Logout, Wake };

struct SessionEvent {
    SessionSignal signal = SessionSignal::ScreenLock;
    /// The system waits (a few seconds at most) until the last copy is gone; empty when it does not.
    std::shared_ptr<void> hold;
};

/// The signals of the session and of the system. Main thread.
class SessionEvents {
public:
    virtual ~SessionEvents() = default;
    /// Calls `happened` for each event from now on, and `sourcesChanged` when tells() may answer otherwise. Returns at once;
    /// services that come later are found then. Called once.
    virtual void start(std::function<void(SessionEvent)> happened, std::function<void()> sourcesChanged) = 0;
    /// Whether something is there now that would tell of this signal.
    [[nodiscard]] virtual bool tells(SessionSignal signal) const = 0;
};

} // namespace service::ports
