// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "access/controlframe.h"
#include "access/controlserver.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/steady_timer.hpp>

#include <functional>
#include <memory>
#include <vector>

namespace agent {

/// One client of a ControlServer. Reads a frame, hands it out, writes the answer, and so on until the client goes or breaks
/// a rule. Everything happens in the thread that runs `context`; kept alive by its owner and by its running operations.
class ControlConnection final : public std::enable_shared_from_this<ControlConnection> {
public:
    using Socket = boost::asio::local::stream_protocol::socket;
    struct Events {
        std::function<void(const std::shared_ptr<ControlConnection> &, ControlRequest)> requested;
        std::function<void(const std::shared_ptr<ControlConnection> &)> closed; ///< once, after which the owner forgets it
    };

    ControlConnection(Socket socket, PeerInfo peer, const ControlLimits &limits, Events events);

    void start();
    /// Answers the request that was handed out last.
    void respond(ControlResponse response);
    void close();

private:
    using ErrorCode = boost::system::error_code;

    void readHeader();
    void readPublicPart(const FrameSizes &sizes);
    void readSecretPart();
    void handOut();
    void write();
    void setDeadline(std::chrono::milliseconds time);
    void clearDeadline();
    /// Wraps the continuation of an operation: keeps this object alive and closes the connection on any error.
    template<typename Next>
    [[nodiscard]] auto then(Next next);

    Socket m_socket;
    boost::asio::steady_timer m_deadline;
    PeerInfo m_peer;
    ControlLimits m_limits;
    Events m_events;
    FrameHeader m_header{};
    std::vector<unsigned char> m_public;
    std::size_t m_secretLeft = 0;
    base::SecretBytes m_chunk;
    base::SecretBuilder m_secret;
    ControlResponse m_response;
    OutgoingFrame m_outgoing;
};

} // namespace agent
