// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "access/controlmessage.h"

#include <QtGlobal>

#include <chrono>
#include <utility>

namespace agent {

/// A descriptor that closes itself.
class SocketHandle final {
public:
    explicit SocketHandle(int fd = -1) noexcept : m_fd(fd) {}
    SocketHandle(SocketHandle &&other) noexcept : m_fd(other.release()) {}
    SocketHandle &operator=(SocketHandle &&other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    ~SocketHandle();
    Q_DISABLE_COPY(SocketHandle)
    [[nodiscard]] int get() const noexcept { return m_fd; }
    [[nodiscard]] bool isOpen() const noexcept { return m_fd >= 0; }
    /// Hands the descriptor over.
    [[nodiscard]] int release() noexcept { return std::exchange(m_fd, -1); }

private:
    int m_fd;
};

/// Listens at `path`, mode 0600, in a folder that only its owner may enter (created 0700; UnsafePermissions when it is
/// somebody else's or open to others). A socket that a dead process left is removed; a live one is never touched:
/// AlreadyExists. The caller holds the lock that keeps two processes from doing this at once.
[[nodiscard]] base::Result<SocketHandle> listenLocally(const QString &path);

/// Removes the socket at `path` if it is still the one that `listener` is bound to.
void removeSocket(const QString &path, const std::pair<quint64, quint64> &identity) noexcept;

/// Device and inode of what stands at `path`; zeros when nothing does.
[[nodiscard]] std::pair<quint64, quint64> fileIdentity(const QString &path) noexcept;

/// NoAgent when nobody listens at `path`, TimedOut when the listener's queue stays full. The result does not block.
[[nodiscard]] base::Result<SocketHandle> connectLocally(const QString &path, std::chrono::steady_clock::time_point deadline);

/// The process at the other end; none when it runs as another user.
[[nodiscard]] std::optional<PeerInfo> peerOf(int fd);

} // namespace agent
