// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/controlconnection_unix.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>

#include <algorithm>

namespace agent {

namespace {

namespace asio = boost::asio;

/// Secure memory is taken as bytes arrive: announcing a large secret must not reserve the secure heap.
constexpr std::size_t kSecretChunk = 16u << 10;

} // namespace

ControlConnection::ControlConnection(Socket socket, PeerInfo peer, const ControlLimits &limits, Events events)
    : m_socket(std::move(socket))
    , m_deadline(m_socket.get_executor())
    , m_peer(std::move(peer))
    , m_limits(limits)
    , m_events(std::move(events))
{
}

template<typename Next>
auto ControlConnection::then(Next next)
{
    return [self = shared_from_this(), next = std::move(next)](const ErrorCode &error, std::size_t) mutable {
        if (error)
            self->close();
        else
            next(*self);
    };
}

void ControlConnection::start()
{
    readHeader();
}

void ControlConnection::close()
{
    if (!m_socket.is_open())
        return;
    ErrorCode ignored;
    m_deadline.cancel();
    m_socket.close(ignored); // NOLINT(bugprone-unused-return-value): there is nobody left to tell
    m_events.closed(shared_from_this());
}

void ControlConnection::setDeadline(std::chrono::milliseconds time)
{
    m_deadline.expires_after(time);
    m_deadline.async_wait([weak = weak_from_this()](const ErrorCode &) {
        const auto self = weak.lock();
        // A wait that ended just before the deadline was moved must not close the connection.
        if (self && self->m_deadline.expiry() <= std::chrono::steady_clock::now())
            self->close();
    });
}

void ControlConnection::clearDeadline()
{
    m_deadline.expires_at(asio::steady_timer::time_point::max());
}

void ControlConnection::readHeader()
{
    setDeadline(m_limits.idle);
    // The first byte alone ends idleness; from then on the shorter limit for a frame holds.
    asio::async_read(m_socket, asio::buffer(m_header.data(), 1), then([](ControlConnection &self) {
                         self.setDeadline(self.m_limits.frame);
                         asio::async_read(self.m_socket, asio::buffer(self.m_header.data() + 1, kFrameHeaderBytes - 1),
                                          self.then([](ControlConnection &same) {
                                              if (const auto sizes = parseHeader(same.m_header, same.m_limits.frameBytes))
                                                  same.readPublicPart(*sizes);
                                              else
                                                  same.close();
                                          }));
                     }));
}

void ControlConnection::readPublicPart(const FrameSizes &sizes)
{
    m_secretLeft = sizes.secretBytes;
    m_public.resize(sizes.publicBytes);
    asio::async_read(m_socket, asio::buffer(m_public), then([](ControlConnection &self) { self.readSecretPart(); }));
}

void ControlConnection::readSecretPart()
{
    if (m_secretLeft == 0) {
        handOut();
        return;
    }
    const std::size_t size = std::min(m_secretLeft, kSecretChunk);
    auto chunk = base::SecretBytes::allocate(size);
    if (!chunk) {
        close();
        return;
    }
    m_chunk = *std::move(chunk);
    asio::async_read(m_socket, asio::buffer(m_chunk.exposeForWriting().data(), size), then([size](ControlConnection &self) {
                         if (!self.m_secret.append(self.m_chunk.exposeBytes())) {
                             self.close();
                             return;
                         }
                         self.m_secretLeft -= size;
                         self.readSecretPart();
                     }));
}

void ControlConnection::handOut()
{
    clearDeadline();
    m_chunk.clear();
    const base::SecretBytes secretPart = m_secret.take();
    auto request = decodeRequest(m_public, secretPart);
    if (!request) {
        close();
        return;
    }
    request->peer = m_peer;
    m_events.requested(shared_from_this(), *std::move(request));
}

void ControlConnection::respond(ControlResponse response)
{
    if (!m_socket.is_open())
        return;
    m_response = std::move(response);
    auto frame = encode(m_response, m_limits.frameBytes);
    if (!frame) {
        m_response = {};
        m_response.error = std::move(frame).error();
        frame = encode(m_response, m_limits.frameBytes);
    }
    m_outgoing = *std::move(frame);
    write();
}

void ControlConnection::write()
{
    setDeadline(m_limits.write);
    std::vector<asio::const_buffer> buffers{
        asio::buffer(m_outgoing.head.constData(), static_cast<std::size_t>(m_outgoing.head.size()))};
    for (const base::ByteView secret : m_outgoing.secrets)
        buffers.emplace_back(secret.data(), secret.size());
    asio::async_write(m_socket, buffers, then([](ControlConnection &self) {
                          self.m_outgoing = {};
                          self.m_response = {};
                          self.readHeader();
                      }));
}

} // namespace agent
