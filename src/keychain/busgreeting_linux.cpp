// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/busgreeting.h"

#include <QScopeGuard>
#include <QSocketNotifier>
#include <QTimer>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstring>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace keychain {

namespace {

using base::ErrorCode;

class Greeting final : public QObject {
public:
    Greeting(int descriptor, QDeadlineTimer until, QObject *context)
        : QObject(context)
        , m_descriptor(descriptor)
        , m_notifier(descriptor, QSocketNotifier::Read)
    {
        m_promise.start();
        connect(&m_notifier, &QSocketNotifier::activated, this, [this] { readAnswer(); });
        QTimer::singleShot(std::max<qint64>(until.remainingTime(), 0), this, [this] {
            finish(base::fail(ErrorCode::KeychainTimeout, QStringLiteral("the session bus does not answer")));
        });
    }
    ~Greeting() override
    {
        m_notifier.setEnabled(false);
        ::close(m_descriptor);
    }
    Q_DISABLE_COPY_MOVE(Greeting)

    base::Async<bool> begin()
    {
        base::Async<bool> out = m_promise.future();
        // A NUL byte opens every connection, then the user's id in decimal, written as hex.
        const QByteArray hello = QByteArray(1, '\0') + "AUTH EXTERNAL " + QByteArray::number(::getuid()).toHex() + "\r\n";
        if (::send(m_descriptor, hello.constData(), static_cast<std::size_t>(hello.size()), MSG_NOSIGNAL) != hello.size())
            finish(base::fail(ErrorCode::KeychainUnavailable, QStringLiteral("the session bus closed the connection")));
        return out;
    }

private:
    void readAnswer()
    {
        std::array<char, 256> answer{};
        const ssize_t got = ::recv(m_descriptor, answer.data(), answer.size(), 0);
        if (got < 0 && (errno == EAGAIN || errno == EINTR))
            return;
        if (got <= 0)
            finish(base::fail(ErrorCode::KeychainUnavailable, QStringLiteral("the session bus closed the connection")));
        else
            finish(true); // whatever it says, somebody is there; the library's own authentication follows
    }

    void finish(base::Result<bool> result)
    {
        if (m_done)
            return;
        m_done = true;
        m_notifier.setEnabled(false);
        m_promise.addResult(std::move(result));
        m_promise.finish();
        deleteLater();
    }

    int m_descriptor;
    QSocketNotifier m_notifier;
    QPromise<base::Result<bool>> m_promise;
    bool m_done = false;
};

// False when the name is longer than the system takes.
bool fill(sockaddr_un &target, socklen_t &length, const BusAddress &address)
{
    const auto size = static_cast<std::size_t>(address.path.size());
    const std::size_t offset = address.abstract ? 1 : 0; // an abstract name starts with a NUL and has none at its end
    if (offset + size >= sizeof(target.sun_path))
        return false;
    target.sun_family = AF_UNIX;
    std::memcpy(&target.sun_path[offset], address.path.constData(), size);
    length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + offset + size + (address.abstract ? 0 : 1));
    return true;
}

} // namespace

base::Async<bool> greetBus(const BusAddress &address, QDeadlineTimer until, QObject *context)
{
    sockaddr_un target{};
    socklen_t length = 0;
    if (!fill(target, length, address))
        return base::readyError<bool>(ErrorCode::KeychainUnavailable, QStringLiteral("the bus address is too long"));
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (descriptor < 0)
        return base::readyError<bool>(ErrorCode::KeychainUnavailable, QStringLiteral("no socket: %1").arg(errno));
    auto guard = qScopeGuard([descriptor] { ::close(descriptor); });
    // The socket API wants the general type; NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
    if (::connect(descriptor, reinterpret_cast<const sockaddr *>(&target), length) != 0) {
        const int error = errno;
        if (error == EAGAIN) // so many wait already that nobody can be accepting
            return base::readyError<bool>(ErrorCode::KeychainTimeout, QStringLiteral("the session bus does not answer"));
        return base::readyError<bool>(ErrorCode::KeychainUnavailable,
                                      QStringLiteral("no session bus: %1").arg(qt_error_string(error)));
    }
    guard.dismiss();
    return (new Greeting(descriptor, until, context))->begin();
}

} // namespace keychain
