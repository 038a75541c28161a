// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/messagebus.h"
#include "platform/x11idle.h"
#include "service/ports/idletime.h"

namespace platform {

/// Idle time of the session: from GNOME's compositor where it runs, else from the X server, else not at all. Main thread.
class SessionIdleTime final : public QObject, public service::ports::IdleTime {
    Q_OBJECT

public:
    /// `server` may be null.
    SessionIdleTime(QString sessionBus, std::unique_ptr<X11Idle> server);

    [[nodiscard]] base::Async<std::chrono::milliseconds> idle() override;

private:
    [[nodiscard]] base::Async<std::chrono::milliseconds> askCompositor();

    MessageBus m_bus;
    std::unique_ptr<X11Idle> m_server;
    bool m_compositor = false;
};

} // namespace platform
