// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/controlserver.h"

#include "access/controlclient.h"
#include "access/controlframe.h"
#include "rawclient.h"

#include "base/workerthread.h"
#include "support/memoryscan.h"
#include "support/testmain.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>

using namespace std::chrono_literals;
using agent::ControlClient;
using agent::ControlLimits;
using agent::ControlReply;
using agent::ControlRequest;
using agent::ControlResponse;
using agent::ControlServer;
using base::ErrorCode;
using base::Result;
using base::SecretBytes;

namespace {

ControlRequest request(const QString &operation)
{
    ControlRequest out;
    out.operation = operation;
    return out;
}

/// Answers with what it was asked.
void echo(ControlRequest request, const ControlReply &reply)
{
    ControlResponse response;
    response.values = request.arguments;
    response.values.insert(QStringLiteral("operation"), request.operation);
    response.values.insert(QStringLiteral("pid"), QString::number(request.peer.pid));
    response.values.insert(QStringLiteral("program"), request.peer.program);
    response.secrets = std::move(request.secrets);
    reply(std::move(response));
}

QByteArray wireOf(const ControlRequest &message)
{
    return agent::encode(message, 1u << 20)->head;
}

} // namespace

class TestControlServer : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    base::WorkerThread m_worker{QStringLiteral("client")};

    QString socketPath() const { return m_folder->filePath(QStringLiteral("run/v.ctl")); }

    std::unique_ptr<ControlServer> serve(const ControlLimits &limits = {}, agent::ControlHandler handler = echo)
    {
        auto server = ControlServer::listen(socketPath(), std::move(handler), limits);
        return server ? *std::move(server) : nullptr;
    }

    /// Runs blocking client code on another thread, while this one runs the server's handler.
    template<typename Job>
    auto onWorker(Job job)
    {
        auto future = m_worker.run(std::move(job));
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 60'000))
            qFatal("the client hangs");
        return base::detail::takeOnly(future);
    }

    Result<ControlResponse> ask(ControlRequest message, std::chrono::milliseconds timeout = 10s)
    {
        return onWorker([this, timeout,
                         moved = std::make_shared<ControlRequest>(std::move(message))]() -> Result<ControlResponse> {
            LATCHKEY_TRY(ControlClient client, ControlClient::connect(socketPath(), timeout));
            return client.call(*moved, timeout);
        });
    }

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void requestGetsItsAnswer()
    {
        const auto server = serve();
        QVERIFY(server);
        ControlRequest message = request(QStringLiteral("get"));
        message.arguments.insert(QStringLiteral("ref"), QStringLiteral("bitget/main#api_key"));
        message.secrets.emplace(QStringLiteral("passphrase"), *SecretBytes::copyOf(std::string_view("correct horse")));
        const auto answer = ask(std::move(message));
        QVERIFY(answer);
        QVERIFY(!answer->error);
        QCOMPARE(answer->values.value(QStringLiteral("operation")), QStringLiteral("get"));
        QCOMPARE(answer->values.value(QStringLiteral("ref")), QStringLiteral("bitget/main#api_key"));
        QCOMPARE(answer->values.value(QStringLiteral("pid")), QString::number(QCoreApplication::applicationPid()));
        QCOMPARE(answer->values.value(QStringLiteral("program")), QCoreApplication::applicationFilePath());
        QCOMPARE(answer->secrets.at(QStringLiteral("passphrase")).exposeText(), std::string_view("correct horse"));
    }

    void filesAreForTheOwnerOnly()
    {
        const mode_t former = ::umask(0);
        const auto server = serve();
        ::umask(former);
        QVERIFY(server);
        struct stat info{};
        QVERIFY(::stat(QFile::encodeName(socketPath()).constData(), &info) == 0);
        QCOMPARE(info.st_mode & 0777u, 0600u);
        QVERIFY(::stat(QFile::encodeName(QFileInfo(socketPath()).path()).constData(), &info) == 0);
        QCOMPARE(info.st_mode & 0777u, 0700u);
    }

    void manyRequestsFromManyClients()
    {
        const auto server = serve();
        QVERIFY(server);
        std::vector<std::unique_ptr<base::WorkerThread>> threads;
        std::vector<QFuture<Result<int>>> done;
        for (int i = 0; i < 40; ++i) {
            threads.push_back(std::make_unique<base::WorkerThread>(QStringLiteral("client")));
            done.push_back(threads.back()->run([path = socketPath(), i]() -> Result<int> {
                int right = 0;
                for (int n = 0; n < 25; ++n) {
                    // Every other one comes on a connection of its own.
                    LATCHKEY_TRY(ControlClient client, ControlClient::connect(path, 30s));
                    for (int again = 0; again < 1 + n % 2; ++again) {
                        ControlRequest message = request(QStringLiteral("%1/%2").arg(i).arg(n));
                        LATCHKEY_TRY(const ControlResponse answer, client.call(message, 30s));
                        if (answer.values.value(QStringLiteral("operation")) != message.operation)
                            return base::fail(ErrorCode::Internal, message.operation);
                        ++right;
                    }
                }
                return right;
            }));
        }
        int right = 0;
        for (auto &future : done) {
            QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 60'000);
            QVERIFY2(future.result(), future.result() ? "" : qPrintable(future.result().error().detail));
            right += *future.result();
        }
        QCOMPARE(right, 40 * 37);
    }

    void largestSecretGoesThroughAndMoreIsRefused()
    {
        const auto server = serve();
        QVERIFY(server);
        ControlRequest message = request(QStringLiteral("x"));
        message.secrets.emplace(QStringLiteral("s"), *SecretBytes::allocate(500'000));
        auto writable = message.secrets.at(QStringLiteral("s")).exposeForWriting();
        std::ranges::fill(writable, static_cast<unsigned char>('s'));
        const auto answer = ask(std::move(message));
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
        const auto bytes = answer->secrets.at(QStringLiteral("s")).exposeBytes();
        QCOMPARE(bytes.size(), std::size_t{500'000});
        QVERIFY(std::ranges::all_of(bytes, [](unsigned char byte) { return byte == 's'; }));
        ControlRequest larger = request(QString(2'000'000, QLatin1Char('x')));
        QCOMPARE(ask(std::move(larger)).error().code, ErrorCode::ResponseTooLarge);
    }

    void answerThatIsTooLargeIsAnError()
    {
        const auto server = serve({}, [](const ControlRequest &, const ControlReply &reply) {
            ControlResponse response;
            response.values.insert(QStringLiteral("x"), QString(2'000'000, QLatin1Char('x')));
            reply(std::move(response));
        });
        const auto answer = ask(request(QStringLiteral("x")));
        QVERIFY(answer);
        QCOMPARE(answer->error->code, ErrorCode::ResponseTooLarge);
    }

    void answerMayComeFromAnotherThreadLateAndTwice()
    {
        base::WorkerThread vault(QStringLiteral("vault"));
        const auto server = serve({}, [&vault](const ControlRequest &, const ControlReply &reply) {
            auto later = vault.run([reply]() -> Result<bool> {
                ControlResponse first;
                first.values.insert(QStringLiteral("n"), QStringLiteral("1"));
                reply(std::move(first));
                ControlResponse second;
                second.values.insert(QStringLiteral("n"), QStringLiteral("2"));
                reply(std::move(second));
                return true;
            });
            Q_UNUSED(later)
        });
        for (int i = 0; i < 3; ++i)
            QCOMPARE(ask(request(QStringLiteral("x")))->values.value(QStringLiteral("n")), QStringLiteral("1"));
    }

    void droppedAnswerIsCancelled()
    {
        const auto server = serve({}, [](const ControlRequest &, const ControlReply &) {});
        const auto answer = ask(request(QStringLiteral("x")));
        QVERIFY(answer);
        QCOMPARE(answer->error->code, ErrorCode::Cancelled);
    }

    void answerAfterTheServerHasGoneIsHarmless()
    {
        ControlReply kept;
        auto server = serve({}, [&kept](const ControlRequest &, const ControlReply &reply) { kept = reply; });
        auto future = m_worker.run([path = socketPath()]() -> Result<ControlResponse> {
            LATCHKEY_TRY(ControlClient client, ControlClient::connect(path, 10s));
            return client.call(request(QStringLiteral("x")), 10s);
        });
        QTRY_VERIFY(kept);
        server.reset();
        kept(ControlResponse());
        kept = nullptr;
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(base::detail::takeOnly(future).error().code, ErrorCode::NoAgent);
        QVERIFY(!QFileInfo::exists(socketPath()));
    }

    void requestStillQueuedWhenTheServerGoesIsDropped()
    {
        int calls = 0;
        auto server = serve({}, [&calls](const ControlRequest &, const ControlReply &) { ++calls; });
        RawClient client(socketPath());
        QVERIFY(client.send(wireOf(request(QStringLiteral("x")))));
        // No event loop runs here: the request waits in this thread's queue, or is still on its way.
        server.reset();
        QVERIFY(client.isClosedByPeer());
        QCoreApplication::sendPostedEvents();
        QCOMPARE(calls, 0);
    }

    void secondServerIsRefused()
    {
        auto first = serve();
        QVERIFY(first);
        const auto second = ControlServer::listen(socketPath(), echo);
        QCOMPARE(second.error().code, ErrorCode::AlreadyExists);
        QVERIFY(ask(request(QStringLiteral("still served"))));
        first.reset();
        QVERIFY(serve());
    }

    void liveSocketIsNotStolenEvenWithoutItsLock()
    {
        QVERIFY(QDir().mkpath(QFileInfo(socketPath()).path()));
        QVERIFY(::chmod(QFile::encodeName(QFileInfo(socketPath()).path()).constData(), 0700) == 0);
        const int other = listenRaw(socketPath());
        QVERIFY(other >= 0);
        QCOMPARE(ControlServer::listen(socketPath(), echo).error().code, ErrorCode::AlreadyExists);
        // Its process dies: now the socket is stale.
        ::close(other);
        QVERIFY(QFileInfo::exists(socketPath()));
        const auto server = serve();
        QVERIFY(server);
        QVERIFY(ask(request(QStringLiteral("x"))));
    }

    void somethingElseAtThePathIsLeftAlone()
    {
        QVERIFY(QDir().mkpath(QFileInfo(socketPath()).path()));
        QVERIFY(::chmod(QFile::encodeName(QFileInfo(socketPath()).path()).constData(), 0700) == 0);
        QFile file(socketPath());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("precious") == 8);
        file.close();
        QCOMPARE(ControlServer::listen(socketPath(), echo).error().code, ErrorCode::UnsafePermissions);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("precious"));
    }

    void folderThatOthersMayEnterIsRefused()
    {
        const QString folder = QFileInfo(socketPath()).path();
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(::chmod(QFile::encodeName(folder).constData(), 0755) == 0);
        QCOMPARE(ControlServer::listen(socketPath(), echo).error().code, ErrorCode::UnsafePermissions);
    }

    void serverThatWasReplacedDoesNotRemoveTheNewSocket()
    {
        auto server = serve();
        QVERIFY(QFile::remove(socketPath()));
        const int other = listenRaw(socketPath());
        QVERIFY(other >= 0);
        server.reset();
        QVERIFY(QFileInfo::exists(socketPath()));
        ::close(other);
    }

    void longPathsWork()
    {
        const QString folder = m_folder->filePath(QString(200, QLatin1Char('d')) + QLatin1Char('/')
                                                  + QString(100, QLatin1Char('e')));
        const QString path = folder + QStringLiteral("/0123456789abcdef.ctl");
        const auto server = ControlServer::listen(path, echo);
        QVERIFY2(server, server ? "" : qPrintable(server.error().detail));
        const auto answer = onWorker([path]() -> Result<ControlResponse> {
            LATCHKEY_TRY(ControlClient client, ControlClient::connect(path, 5s));
            return client.call(request(QStringLiteral("x")), 5s);
        });
        QVERIFY(answer);
    }

    void badFramesCloseTheConnection_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray good = wireOf(request(QStringLiteral("x")));
        QTest::newRow("oversized") << QByteArray::fromHex("0010000000000000");
        QTest::newRow("huge") << QByteArray::fromHex("ffffffffffffffff");
        QTest::newRow("not ours") << QByteArray("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QTest::newRow("nothing inside") << QByteArray::fromHex("0000000400000000");
        QTest::newRow("other version") << QByteArray(good).replace(8, 1, "\x07");
        QTest::newRow("half a frame, then the end") << good.left(good.size() / 2);
        QTest::newRow("half a header, then the end") << good.left(3);
    }

    void badFramesCloseTheConnection()
    {
        QFETCH(QByteArray, bytes);
        const auto server = serve({},
                                  [](const ControlRequest &, const ControlReply &) { qFatal("must not be handed out"); });
        RawClient client(socketPath());
        QVERIFY(client.isConnected());
        client.send(bytes);
        client.finishSending();
        QVERIFY(client.isClosedByPeer());
    }

    void slowAndIdleClientsAreDropped_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray good = wireOf(request(QStringLiteral("x")));
        QTest::newRow("says nothing") << QByteArray();
        QTest::newRow("one byte") << good.left(1);
        QTest::newRow("all but one byte") << good.chopped(1);
        // Announces a secret of half a megabyte and never sends it.
        QTest::newRow("secret to come") << QByteArray::fromHex("0008001500000011") + good.mid(8);
    }

    void slowAndIdleClientsAreDropped()
    {
        QFETCH(QByteArray, bytes);
        ControlLimits limits;
        limits.idle = 150ms;
        limits.frame = 150ms;
        const auto server = serve(limits);
        const std::size_t used = base::secureHeapUsed();
        RawClient client(socketPath());
        if (!bytes.isEmpty())
            QVERIFY(client.send(bytes));
        QElapsedTimer timer;
        timer.start();
        QVERIFY(client.isClosedByPeer());
        QVERIFY2(timer.elapsed() >= 100, qPrintable(QString::number(timer.elapsed())));
        QTRY_VERIFY(base::secureHeapUsed() <= used);
    }

    void clientThatDripsBytesIsDropped()
    {
        ControlLimits limits;
        limits.idle = 200ms;
        limits.frame = 200ms;
        const auto server = serve(limits);
        RawClient client(socketPath());
        const QByteArray good = wireOf(request(QString(1000, QLatin1Char('x'))));
        qsizetype sent = 0;
        while (sent < good.size() && client.send(good.mid(sent, 1))) {
            ++sent;
            QTest::qWait(20);
        }
        QVERIFY2(sent < good.size() / 2, qPrintable(QString::number(sent)));
    }

    void clientThatDoesNotReadIsDropped()
    {
        ControlLimits limits;
        limits.write = 200ms;
        const auto server = serve(limits, [](const ControlRequest &, const ControlReply &reply) {
            ControlResponse response;
            response.values.insert(QStringLiteral("x"), QString(900'000, QLatin1Char('x')));
            reply(std::move(response));
        });
        RawClient client(socketPath());
        QVERIFY(client.send(wireOf(request(QStringLiteral("x")))));
        QTRY_VERIFY(client.isHungUp());
        const QByteArray all = client.receive(900'000 + 100);
        QVERIFY2(all.size() < 900'000, qPrintable(QString::number(all.size())));
    }

    void moreClientsThanPlacesWaitTheirTurn()
    {
        ControlLimits limits;
        limits.connections = 2;
        limits.idle = 300ms;
        const auto server = serve(limits);
        const RawClient one(socketPath());
        const RawClient two(socketPath());
        const RawClient three(socketPath());
        // The three are idle and go after 300 ms; then there is room.
        const auto answer = ask(request(QStringLiteral("x")));
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
    }

    void serverGoesOnWhileEveryPlaceWaitsForAnAnswer()
    {
        ControlLimits limits;
        limits.connections = 1;
        ControlReply kept;
        const auto server = serve(limits, [&kept](const ControlRequest &, const ControlReply &reply) { kept = reply; });
        auto future = m_worker.run([path = socketPath()]() -> Result<ControlResponse> {
            LATCHKEY_TRY(ControlClient client, ControlClient::connect(path, 10s));
            return client.call(request(QStringLiteral("x")), 10s);
        });
        QTRY_VERIFY(kept);
        // Nothing is read, written or timed now.
        QTest::qWait(100);
        kept(ControlResponse());
        QTRY_VERIFY(future.isFinished());
        QVERIFY(base::detail::takeOnly(future));
    }

    void processOfAnotherUserIsRefused()
    {
        if (::geteuid() != 0)
            QSKIP("only root can start a process of another user");
        const auto server = serve({},
                                  [](const ControlRequest &, const ControlReply &) { qFatal("must not be handed out"); });
        QVERIFY(server);
        // The folder's mode alone keeps others out; take that away, so that the check of the peer is what refuses.
        for (const QString &path : {m_folder->path(), QFileInfo(socketPath()).path()})
            QVERIFY(::chmod(QFile::encodeName(path).constData(), 0755) == 0);
        QVERIFY(::chmod(QFile::encodeName(socketPath()).constData(), 0777) == 0);
        QTest::ignoreMessage(QtWarningMsg, "a process of another user was refused");
        const QByteArray bytes = wireOf(request(QStringLiteral("x")));
        const pid_t child = ::fork();
        if (child == 0) {
            if (::setgid(65534) != 0 || ::setuid(65534) != 0)
                ::_exit(2);
            RawClient client(socketPath());
            if (!client.isConnected())
                ::_exit(3);
            client.send(bytes);
            ::_exit(client.receive(1).isEmpty() ? 0 : 4);
        }
        int state = 0;
        QVERIFY(::waitpid(child, &state, 0) == child);
        QVERIFY(WIFEXITED(state));
        QCOMPARE(WEXITSTATUS(state), 0);
        QVERIFY(QTest::qWaitFor([this] { return ControlClient::connect(socketPath(), 1s).has_value(); }));
    }

    void secretsLeaveNoTrace()
    {
        const testsupport::Needle needle;
        if (needle.occurrences() < 0)
            QSKIP("this system does not show a process its own memory");
        QCOMPARE(needle.occurrences(), 0);
        const auto server = serve();
        {
            ControlRequest message = request(QStringLiteral("get"));
            SecretBytes value = *SecretBytes::allocate(needle.size());
            needle.reveal(value.exposeForWriting().data());
            message.secrets.emplace(QStringLiteral("value"), std::move(value));
            const auto answer = ask(std::move(message));
            QVERIFY(answer);
            const auto bytes = answer->secrets.at(QStringLiteral("value")).exposeBytes();
            QVERIFY(needle.equals(bytes.data(), bytes.size()));
            QVERIFY2(needle.occurrences() >= 1, "the scan finds nothing at all");
        }
        // The server lets go of its own copy once the answer is written.
        QTRY_COMPARE(needle.occurrences(), 0);
    }
};

LATCHKEY_TEST_MAIN(TestControlServer)
#include "tst_controlserver.moc"
