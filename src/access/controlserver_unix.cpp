// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/controlserver.h"

#include "access/controlconnection_unix.h"
#include "access/localsocket_unix.h"
#include "base/filelock.h"
#include "base/log.h"
#include "base/privatefile.h"

#include <QFileInfo>
#include <QMetaObject>
#include <QObject>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>

#include <atomic>
#include <exception>
#include <set>
#include <thread>

namespace agent {

namespace {

namespace asio = boost::asio;
using Protocol = asio::local::stream_protocol;
using SystemError = boost::system::error_code;

/// Accepts clients and keeps them. Lives in the server's thread; replies may keep it alive for a moment longer than that.
class ControlHub final : public std::enable_shared_from_this<ControlHub> {
public:
    using Deliver = std::function<void(ControlRequest, ControlReply)>;

    ControlHub(const ControlLimits &limits, Deliver deliver) : m_limits(limits), m_deliver(std::move(deliver)) {}

    [[nodiscard]] bool adopt(SocketHandle socket)
    {
        SystemError error;
        m_acceptor.assign(Protocol(), socket.get(), error); // NOLINT(bugprone-unused-return-value): in `error`
        return !error && socket.release() >= 0;
    }

    /// Body of the thread.
    void run()
    {
        // With every place taken by a client that waits for its answer no operation is pending; run() must not end then.
        const auto work = asio::make_work_guard(m_context);
        accept();
        m_context.run();
    }

    void stop() { m_context.stop(); }

    /// After run() has returned.
    void closeAll()
    {
        SystemError ignored;
        m_acceptor.close(ignored); // NOLINT(bugprone-unused-return-value): nothing depends on it
        const auto connections = std::exchange(m_connections, {});
        for (const auto &connection : connections)
            connection->close();
    }

    void respond(const std::shared_ptr<ControlConnection> &connection, ControlResponse response)
    {
        asio::post(m_context, [connection, answer = std::make_shared<ControlResponse>(std::move(response))] {
            connection->respond(std::move(*answer));
        });
    }

private:
    void accept()
    {
        m_accepting = true;
        m_acceptor.async_accept([this](const SystemError &error, Protocol::socket socket) {
            m_accepting = false;
            if (error) {
                // No descriptor left, most likely: later again, without spinning.
                m_retry.expires_after(std::chrono::milliseconds(100));
                m_retry.async_wait([this](const SystemError &) { acceptIfRoom(); });
                return;
            }
            admit(std::move(socket));
            acceptIfRoom();
        });
    }

    void acceptIfRoom()
    {
        if (m_acceptor.is_open() && !m_accepting && m_connections.size() < m_limits.connections)
            accept();
    }

    void admit(Protocol::socket socket)
    {
        auto peer = peerOf(socket.native_handle());
        if (!peer) {
            qCWarning(base::lcAgent, "a process of another user was refused");
            return;
        }
        ControlConnection::Events events;
        events.requested = [this](const auto &connection, ControlRequest request) { hand(connection, std::move(request)); };
        events.closed = [this](const auto &connection) {
            m_connections.erase(connection);
            acceptIfRoom();
        };
        auto connection = std::make_shared<ControlConnection>(std::move(socket), *std::move(peer), m_limits,
                                                              std::move(events));
        m_connections.insert(connection);
        connection->start();
    }

    void hand(const std::shared_ptr<ControlConnection> &connection, ControlRequest request);

    ControlLimits m_limits;
    Deliver m_deliver;
    asio::io_context m_context{1};
    Protocol::acceptor m_acceptor{m_context};
    asio::steady_timer m_retry{m_context};
    std::set<std::shared_ptr<ControlConnection>> m_connections;
    bool m_accepting = false;
};

/// The answer that one request waits for. Destroyed unanswered, it says so.
class PendingAnswer final {
public:
    PendingAnswer(std::weak_ptr<ControlHub> hub, std::weak_ptr<ControlConnection> connection)
        : m_hub(std::move(hub))
        , m_connection(std::move(connection))
    {
    }
    ~PendingAnswer()
    {
        ControlResponse dropped;
        dropped.error = base::Error{base::ErrorCode::Cancelled, {}};
        give(std::move(dropped));
    }
    Q_DISABLE_COPY_MOVE(PendingAnswer)

    void give(ControlResponse response)
    {
        if (m_given.exchange(true))
            return;
        const auto hub = m_hub.lock();
        const auto connection = m_connection.lock();
        if (hub && connection)
            hub->respond(connection, std::move(response));
    }

private:
    std::weak_ptr<ControlHub> m_hub;
    std::weak_ptr<ControlConnection> m_connection;
    std::atomic<bool> m_given = false;
};

void ControlHub::hand(const std::shared_ptr<ControlConnection> &connection, ControlRequest request)
{
    auto pending = std::make_shared<PendingAnswer>(weak_from_this(), connection);
    m_deliver(std::move(request), [pending](ControlResponse response) { pending->give(std::move(response)); });
}

/// Carries requests from the hub's thread into the one of `receiver`; what still waits there goes with it.
ControlHub::Deliver deliverIn(QObject *receiver, ControlHandler handler)
{
    return [receiver, shared = std::make_shared<ControlHandler>(std::move(handler))](ControlRequest request,
                                                                                     ControlReply reply) {
        auto moved = std::make_shared<ControlRequest>(std::move(request));
        QMetaObject::invokeMethod(
            receiver, [shared, moved, reply = std::move(reply)] { (*shared)(std::move(*moved), reply); },
            Qt::QueuedConnection);
    };
}

} // namespace

struct ControlServer::Private {
    QString path;
    base::FileLock lock;
    std::pair<quint64, quint64> identity;
    /// Lives in the creator's thread; deleting it drops the calls of the handler that still wait there.
    std::unique_ptr<QObject> receiver;
    std::shared_ptr<ControlHub> hub;
    std::thread thread;
};

ControlServer::ControlServer(std::unique_ptr<Private> d) noexcept : m_d(std::move(d))
{
}

base::Result<std::unique_ptr<ControlServer>> ControlServer::listen(const QString &path, ControlHandler handler,
                                                                   const ControlLimits &limits)
{
    LATCHKEY_CHECK(base::ensurePrivateDirectory(QFileInfo(path).path()));
    auto lock = base::FileLock::acquire(path + QStringLiteral(".lock"), std::chrono::milliseconds(0));
    if (!lock && lock.error().code == base::ErrorCode::Busy)
        return base::fail(base::ErrorCode::AlreadyExists, path);
    LATCHKEY_TRY(base::FileLock held, std::move(lock));
    LATCHKEY_TRY(SocketHandle socket, listenLocally(path));
    try {
        auto d = std::make_unique<Private>(Private{
            path, std::move(held), fileIdentity(path), std::make_unique<QObject>(), {}, {}});
        d->hub = std::make_shared<ControlHub>(limits, deliverIn(d->receiver.get(), std::move(handler)));
        if (!d->hub->adopt(std::move(socket)))
            return base::fail(base::ErrorCode::IoFailure, path);
        d->thread = std::thread([hub = d->hub] { hub->run(); });
        return std::unique_ptr<ControlServer>(new ControlServer(std::move(d)));
    } catch (const std::exception &refused) {
        // No thread or no event queue to be had from the system.
        return base::fail(base::ErrorCode::IoFailure, QString::fromLocal8Bit(refused.what()));
    }
}

ControlServer::~ControlServer()
{
    m_d->hub->stop();
    m_d->thread.join();
    // The name goes first: who connects from now on finds no agent rather than one that hangs up.
    removeSocket(m_d->path, m_d->identity);
    m_d->hub->closeAll();
    m_d->receiver.reset();
}

} // namespace agent
