// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/controlclient.h"

#include "access/controlframe.h"
#include "rawclient.h"

#include "support/testmain.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <thread>

using namespace std::chrono_literals;
using agent::ControlClient;
using agent::ControlRequest;
using base::ErrorCode;

namespace {

ControlRequest request()
{
    ControlRequest out;
    out.operation = QStringLiteral("status");
    return out;
}

/// Accepts one client, reads its request and answers with `bytes`.
void answerOnce(int listener, const QByteArray &bytes)
{
    const int fd = ::accept(listener, nullptr, nullptr);
    QByteArray in(4096, '\0');
    [[maybe_unused]] const ssize_t got = ::recv(fd, in.data(), static_cast<std::size_t>(in.size()), 0);
    [[maybe_unused]] const ssize_t sent = ::send(fd, bytes.constData(), static_cast<std::size_t>(bytes.size()),
                                                 MSG_NOSIGNAL);
    ::close(fd);
}

} // namespace

class TestControlClient : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString socketPath() const { return m_folder->filePath(QStringLiteral("v.ctl")); }

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void withoutAgentItSaysSoAtOnce_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("no folder") << QStringLiteral("folder");
        QTest::newRow("no socket") << QStringLiteral("socket");
        QTest::newRow("stale socket") << QStringLiteral("stale");
        QTest::newRow("a file") << QStringLiteral("file");
    }

    void withoutAgentItSaysSoAtOnce()
    {
        QFETCH(QString, what);
        QString path = socketPath();
        if (what == QStringLiteral("folder"))
            path = m_folder->filePath(QStringLiteral("missing/v.ctl"));
        if (what == QStringLiteral("stale"))
            ::close(listenRaw(path));
        if (what == QStringLiteral("file"))
            QVERIFY(QFile(path).open(QIODevice::WriteOnly));
        QElapsedTimer timer;
        timer.start();
        const auto client = ControlClient::connect(path, 10s);
        QVERIFY(!client);
        QCOMPARE(client.error().code, ErrorCode::NoAgent);
        QVERIFY(timer.elapsed() < 1000);
    }

    void silentAgentTimesOut()
    {
        const int listener = listenRaw(socketPath());
        auto client = ControlClient::connect(socketPath(), 5s);
        QVERIFY(client);
        QCOMPARE(client->agent().pid, static_cast<std::int64_t>(::getpid()));
        QElapsedTimer timer;
        timer.start();
        const auto answer = client->call(request(), 100ms);
        QCOMPARE(answer.error().code, ErrorCode::TimedOut);
        QVERIFY(timer.elapsed() >= 100 && timer.elapsed() < 5000);
        ::close(listener);
    }

    void agentThatDoesNotReadTimesOut()
    {
        const int listener = listenRaw(socketPath());
        auto client = ControlClient::connect(socketPath(), 5s);
        ControlRequest large = request();
        large.arguments.insert(QStringLiteral("x"), QString(900'000, QLatin1Char('x')));
        QCOMPARE(client->call(large, 100ms).error().code, ErrorCode::TimedOut);
        ::close(listener);
    }

    void fullQueueTimesOut()
    {
        const int listener = listenRaw(socketPath());
        std::vector<ControlClient> waiting;
        base::Result<ControlClient> last = ControlClient::connect(socketPath(), 50ms);
        while (last && waiting.size() < 100) {
            waiting.push_back(*std::move(last));
            last = ControlClient::connect(socketPath(), 50ms);
        }
        QVERIFY(!last);
        QCOMPARE(last.error().code, ErrorCode::TimedOut);
        ::close(listener);
    }

    void answersThatAreNotOurs_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("hangs up") << QByteArray() << ErrorCode::NoAgent;
        QTest::newRow("half a header") << QByteArray("\0\0\0", 3) << ErrorCode::NoAgent;
        QTest::newRow("half an answer") << QByteArray::fromHex("0000002000000010") + "abc" << ErrorCode::NoAgent;
        QTest::newRow("text") << QByteArray("HTTP/1.1 200 OK\r\n\r\n") << ErrorCode::BadResponse;
        QTest::newRow("huge") << QByteArray::fromHex("ffffffff00000000") << ErrorCode::BadResponse;
        QTest::newRow("empty") << QByteArray::fromHex("0000000400000000") << ErrorCode::BadResponse;
    }

    void answersThatAreNotOurs()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorCode, code);
        const int listener = listenRaw(socketPath());
        std::thread server(answerOnce, listener, bytes);
        auto client = ControlClient::connect(socketPath(), 5s);
        const auto answer = client->call(request(), 5s);
        server.join();
        ::close(listener);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, code);
    }

    void agentOfAnotherUserIsRefused()
    {
        if (::geteuid() != 0)
            QSKIP("only root can start a process of another user");
        QVERIFY(::chmod(QFile::encodeName(m_folder->path()).constData(), 0777) == 0);
        int ready[2] = {-1, -1};
        QVERIFY(::pipe(ready) == 0);
        const pid_t child = ::fork();
        if (child == 0) {
            const bool changed = ::setgid(65534) == 0 && ::setuid(65534) == 0;
            const int listener = changed ? listenRaw(socketPath()) : -1;
            [[maybe_unused]] const ssize_t told = ::write(ready[1], listener >= 0 ? "y" : "n", 1);
            ::pause();
            ::_exit(0);
        }
        char answer = 0;
        QVERIFY(::read(ready[0], &answer, 1) == 1);
        QCOMPARE(answer, 'y');
        const auto client = ControlClient::connect(socketPath(), 5s);
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        QVERIFY(!client);
        QCOMPARE(client.error().code, ErrorCode::Denied);
    }
};

LATCHKEY_TEST_MAIN(TestControlClient)
#include "tst_controlclient.moc"
