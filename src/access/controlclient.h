// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "access/controlmessage.h"

#include <chrono>
#include <memory>

namespace agent {

/// The command line's end of the private channel. Synchronous, because the command line has nothing else to do; builds no
/// thread, event loop, D-Bus, SQL or network object. Not thread-safe. Waiting for an answer uses the calling thread up to
/// its timeout, so the desktop uses it to raise another instance, and on a thread of its own.
class ControlClient final {
public:
    /// NoAgent when nothing listens at `path`; Denied when what listens there runs as another user.
    [[nodiscard]] static base::Result<ControlClient> connect(const QString &path, std::chrono::milliseconds timeout);
    ControlClient(ControlClient &&) noexcept;
    ControlClient &operator=(ControlClient &&) noexcept;
    ~ControlClient();

    /// Sends one request and waits for its response. An error of the operation itself stands in the response; this call's
    /// own are TimedOut, NoAgent (the agent went away), BadResponse, ResponseTooLarge, OutOfSecureMemory and IoFailure.
    /// After any of these the connection is of no more use.
    [[nodiscard]] base::Result<ControlResponse> call(const ControlRequest &request, std::chrono::milliseconds timeout);

    /// The agent's process.
    [[nodiscard]] const PeerInfo &agent() const noexcept;

private:
    struct Connection;
    explicit ControlClient(std::unique_ptr<Connection> connection) noexcept;

    std::unique_ptr<Connection> m_connection;
};

} // namespace agent
