// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "access/controlmessage.h"

#include <QtGlobal>

#include <functional>
#include <memory>

namespace agent {

/// Answers one request. Callable from any thread and at any time, also after the server or the client has gone; only the
/// first call counts. Dropping every copy without a call answers `cancelled`.
using ControlReply = std::function<void(ControlResponse)>;
using ControlHandler = std::function<void(ControlRequest, ControlReply)>;

/// The agent's end of the private channel: a socket that only processes of the same user can use. Reading, writing and all
/// timeouts happen on a thread of its own, so a slow or hostile client never holds up the vault. A malformed or oversized
/// frame closes its connection without an answer.
class ControlServer final {
public:
    /// Listens at `path` (its folder is made, 0700). AlreadyExists when another agent serves it, now or at the same moment;
    /// UnsafePermissions when the folder is open to others or something else stands at the path. `handler` is called in the
    /// calling thread, which needs an event loop and in which the server must be destroyed.
    [[nodiscard]] static base::Result<std::unique_ptr<ControlServer>> listen(const QString &path, ControlHandler handler,
                                                                             const ControlLimits &limits = {});
    /// Closes all connections, removes the socket and returns once the thread has ended. The handler is not called any more.
    ~ControlServer();
    Q_DISABLE_COPY_MOVE(ControlServer)

private:
    struct Private;
    explicit ControlServer(std::unique_ptr<Private> d) noexcept;

    std::unique_ptr<Private> m_d;
};

} // namespace agent
