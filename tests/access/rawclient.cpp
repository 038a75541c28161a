// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rawclient.h"

#include <QFile>

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace {

constexpr int kPatienceMs = 10'000;

sockaddr_un addressOf(const QString &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray native = QFile::encodeName(path);
    std::copy_n(native.constData(), std::min<qsizetype>(native.size(), sizeof address.sun_path - 1), address.sun_path);
    return address;
}

} // namespace

RawClient::RawClient(const QString &path) : m_fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    const sockaddr_un address = addressOf(path);
    m_connected = ::connect(m_fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
}

RawClient::~RawClient()
{
    ::close(m_fd);
}

bool RawClient::send(const QByteArray &bytes)
{
    return ::send(m_fd, bytes.constData(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL) == bytes.size();
}

void RawClient::finishSending()
{
    ::shutdown(m_fd, SHUT_WR);
}

QByteArray RawClient::receive(qsizetype count)
{
    QByteArray out;
    while (out.size() < count) {
        pollfd wait{m_fd, POLLIN, 0};
        if (::poll(&wait, 1, kPatienceMs) <= 0)
            break;
        std::array<char, 4096> chunk{};
        const ssize_t got = ::recv(m_fd, chunk.data(), std::min(chunk.size(), static_cast<std::size_t>(count - out.size())),
                                   0);
        if (got <= 0)
            break;
        out.append(chunk.data(), got);
    }
    return out;
}

bool RawClient::isClosedByPeer()
{
    for (;;) {
        pollfd wait{m_fd, POLLIN, 0};
        if (::poll(&wait, 1, kPatienceMs) <= 0)
            return false;
        std::array<char, 4096> chunk{};
        if (::recv(m_fd, chunk.data(), chunk.size(), 0) <= 0)
            return true;
    }
}

bool RawClient::isHungUp() const
{
    pollfd look{m_fd, 0, 0};
    return ::poll(&look, 1, 0) == 1 && (look.revents & POLLHUP) != 0;
}

int listenRaw(const QString &path)
{
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_un address = addressOf(path);
    if (::bind(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 || ::listen(fd, 8) != 0) {
        ::close(fd);
        return -1;
    }
    return fd;
}
