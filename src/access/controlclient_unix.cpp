// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/controlclient.h"

#include "access/controlframe.h"
#include "access/localsocket_unix.h"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>

namespace agent {

namespace {

using base::ErrorCode;
using TimePoint = std::chrono::steady_clock::time_point;

base::Result<void> waitUntilReady(int fd, short events, TimePoint deadline)
{
    for (;;) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        if (left.count() < 0)
            return base::fail(ErrorCode::TimedOut, QStringLiteral("agent"));
        pollfd wait{fd, events, 0};
        // One more millisecond than is left, or the last one would be spent spinning.
        const int ready = ::poll(&wait, 1,
                                 static_cast<int>(std::min<std::chrono::milliseconds::rep>(left.count() + 1, 60'000)));
        if (ready > 0)
            return {};
        if (ready < 0 && errno != EINTR)
            return base::fail(ErrorCode::IoFailure, QStringLiteral("agent"));
    }
}

/// True when the call only has to be repeated once the socket is ready.
bool mustWait()
{
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

base::Result<void> sendAll(int fd, base::ByteView bytes, TimePoint deadline)
{
    while (!bytes.empty()) {
        const ssize_t sent = ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent >= 0) {
            bytes = bytes.subspan(static_cast<std::size_t>(sent));
            continue;
        }
        if (!mustWait())
            return base::fail(ErrorCode::NoAgent, QStringLiteral("the agent closed the connection"));
        LATCHKEY_CHECK(waitUntilReady(fd, POLLOUT, deadline));
    }
    return {};
}

base::Result<void> receiveAll(int fd, base::ByteSpan bytes, TimePoint deadline)
{
    while (!bytes.empty()) {
        const ssize_t got = ::recv(fd, bytes.data(), bytes.size(), 0);
        if (got > 0) {
            bytes = bytes.subspan(static_cast<std::size_t>(got));
            continue;
        }
        if (got == 0 || !mustWait())
            return base::fail(ErrorCode::NoAgent, QStringLiteral("the agent closed the connection"));
        LATCHKEY_CHECK(waitUntilReady(fd, POLLIN, deadline));
    }
    return {};
}

} // namespace

struct ControlClient::Connection {
    SocketHandle socket;
    PeerInfo agent;
};

ControlClient::ControlClient(std::unique_ptr<Connection> connection) noexcept : m_connection(std::move(connection))
{
}
ControlClient::ControlClient(ControlClient &&) noexcept = default;
ControlClient &ControlClient::operator=(ControlClient &&) noexcept = default;
ControlClient::~ControlClient() = default;

const PeerInfo &ControlClient::agent() const noexcept
{
    return m_connection->agent;
}

base::Result<ControlClient> ControlClient::connect(const QString &path, std::chrono::milliseconds timeout)
{
    LATCHKEY_TRY(SocketHandle socket, connectLocally(path, std::chrono::steady_clock::now() + timeout));
    // A passphrase may be the next thing sent: not to another user's process, whatever the path.
    auto agent = peerOf(socket.get());
    if (!agent)
        return base::fail(ErrorCode::Denied, path + QStringLiteral(": belongs to another user"));
    return ControlClient(std::make_unique<Connection>(Connection{std::move(socket), *std::move(agent)}));
}

base::Result<ControlResponse> ControlClient::call(const ControlRequest &request, std::chrono::milliseconds timeout)
{
    const std::size_t limit = ControlLimits{}.frameBytes;
    const TimePoint deadline = std::chrono::steady_clock::now() + timeout;
    const int fd = m_connection->socket.get();
    LATCHKEY_TRY(const OutgoingFrame frame, encode(request, limit));
    LATCHKEY_CHECK(sendAll(fd, base::view(frame.head), deadline));
    for (const base::ByteView secret : frame.secrets)
        LATCHKEY_CHECK(sendAll(fd, secret, deadline));

    FrameHeader header{};
    LATCHKEY_CHECK(receiveAll(fd, header, deadline));
    LATCHKEY_TRY(const FrameSizes sizes, parseHeader(header, limit));
    std::vector<unsigned char> publicPart(sizes.publicBytes);
    LATCHKEY_CHECK(receiveAll(fd, publicPart, deadline));
    LATCHKEY_TRY(base::SecretBytes secretPart, base::SecretBytes::allocate(sizes.secretBytes));
    LATCHKEY_CHECK(receiveAll(fd, secretPart.exposeForWriting(), deadline));
    return decodeResponse(publicPart, secretPart);
}

} // namespace agent
