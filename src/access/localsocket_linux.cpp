// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/localsocket_unix.h"

#include "base/privatefile.h"

#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <thread>

namespace agent {

namespace {

using base::ErrorCode;

constexpr int kBacklog = 128;
constexpr std::chrono::milliseconds kRetry{5};

base::Error systemError(const QString &path)
{
    return {ErrorCode::IoFailure, path + QStringLiteral(": ") + QString::fromLocal8Bit(std::strerror(errno))};
}

/// A socket address holds 107 bytes of path (unix(7)). The folder is opened and named through /proc, so that any path fits.
class LocalAddress final {
public:
    static base::Result<LocalAddress> of(const QString &path)
    {
        const QFileInfo info(path);
        LocalAddress out;
        out.m_folder = SocketHandle(::open(QFile::encodeName(info.path()).constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
        if (!out.m_folder.isOpen())
            return std::unexpected(systemError(info.path()));
        const QByteArray name = "/proc/self/fd/" + QByteArray::number(out.m_folder.get()) + '/'
            + QFile::encodeName(info.fileName());
        if (static_cast<std::size_t>(name.size()) >= sizeof out.m_address.sun_path)
            return base::fail(ErrorCode::InvalidArgument, path);
        out.m_address.sun_family = AF_UNIX;
        std::ranges::copy(name, out.m_address.sun_path);
        return out;
    }
    [[nodiscard]] const sockaddr *get() const noexcept { return reinterpret_cast<const sockaddr *>(&m_address); }
    [[nodiscard]] socklen_t size() const noexcept { return sizeof m_address; }

private:
    SocketHandle m_folder;
    sockaddr_un m_address{};
};

base::Result<SocketHandle> newSocket()
{
    SocketHandle socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!socket.isOpen())
        return std::unexpected(systemError(QStringLiteral("socket")));
    return socket;
}

base::Result<void> checkFolder(const QString &folder)
{
    LATCHKEY_CHECK(base::ensurePrivateDirectory(folder));
    struct stat info{};
    if (::stat(QFile::encodeName(folder).constData(), &info) != 0)
        return std::unexpected(systemError(folder));
    if (info.st_uid != ::geteuid() || (info.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return base::fail(ErrorCode::UnsafePermissions, folder);
    return {};
}

/// Removes what a dead process left. Anything but a socket of ours is left alone.
base::Result<void> clearStale(const QString &path, const LocalAddress &address)
{
    const QByteArray native = QFile::encodeName(path);
    struct stat info{};
    if (::lstat(native.constData(), &info) != 0)
        return errno == ENOENT ? base::Result<void>() : std::unexpected(systemError(path));
    if (!S_ISSOCK(info.st_mode) || info.st_uid != ::geteuid())
        return base::fail(ErrorCode::UnsafePermissions, path);
    LATCHKEY_TRY(const SocketHandle probe, newSocket());
    if (::connect(probe.get(), address.get(), address.size()) == 0 || errno != ECONNREFUSED)
        return base::fail(ErrorCode::AlreadyExists, path);
    if (::unlink(native.constData()) != 0)
        return std::unexpected(systemError(path));
    return {};
}

QString programOf(pid_t pid)
{
    const QString folder = QStringLiteral("/proc/%1/").arg(pid);
    // Unreadable for a process that hides itself, as our own command line does; its short name always is.
    QString path = QFile::symLinkTarget(folder + QStringLiteral("exe"));
    if (!path.isEmpty())
        return path;
    QFile comm(folder + QStringLiteral("comm"));
    return comm.open(QIODevice::ReadOnly) ? QString::fromUtf8(comm.readAll()).trimmed() : QString();
}

} // namespace

SocketHandle::~SocketHandle()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

base::Result<SocketHandle> listenLocally(const QString &path)
{
    LATCHKEY_CHECK(checkFolder(QFileInfo(path).path()));
    LATCHKEY_TRY(const LocalAddress address, LocalAddress::of(path));
    LATCHKEY_CHECK(clearStale(path, address));
    LATCHKEY_TRY(SocketHandle socket, newSocket());
    // Nobody can connect between bind() and listen(), so the mode is right before it matters, whatever the umask.
    if (::bind(socket.get(), address.get(), address.size()) != 0)
        return std::unexpected(systemError(path));
    if (::chmod(QFile::encodeName(path).constData(), S_IRUSR | S_IWUSR) != 0 || ::listen(socket.get(), kBacklog) != 0) {
        const base::Error error = systemError(path);
        ::unlink(QFile::encodeName(path).constData());
        return std::unexpected(error);
    }
    return socket;
}

std::pair<quint64, quint64> fileIdentity(const QString &path) noexcept
{
    struct stat info{};
    if (::lstat(QFile::encodeName(path).constData(), &info) != 0)
        return {};
    return {info.st_dev, info.st_ino};
}

void removeSocket(const QString &path, const std::pair<quint64, quint64> &identity) noexcept
{
    if (fileIdentity(path) == identity)
        ::unlink(QFile::encodeName(path).constData());
}

base::Result<SocketHandle> connectLocally(const QString &path, std::chrono::steady_clock::time_point deadline)
{
    const auto address = LocalAddress::of(path);
    if (!address)
        return base::fail(ErrorCode::NoAgent, path);
    LATCHKEY_TRY(SocketHandle socket, newSocket());
    while (::connect(socket.get(), address->get(), address->size()) != 0) {
        if (errno == EINTR)
            continue;
        if (errno != EAGAIN)
            return base::fail(errno == ENOENT || errno == ECONNREFUSED ? ErrorCode::NoAgent : ErrorCode::IoFailure,
                              path + QStringLiteral(": ") + QString::fromLocal8Bit(std::strerror(errno)));
        // The queue is full and such a socket cannot be waited for.
        if (std::chrono::steady_clock::now() >= deadline)
            return base::fail(ErrorCode::TimedOut, path);
        std::this_thread::sleep_for(kRetry);
    }
    return socket;
}

std::optional<PeerInfo> peerOf(int fd)
{
    ucred peer{};
    socklen_t size = sizeof peer;
    if (::getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0 || peer.uid != ::geteuid())
        return std::nullopt;
    return PeerInfo{peer.pid, programOf(peer.pid)};
}

} // namespace agent
