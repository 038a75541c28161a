// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/busgreeting.h"

#include "await.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QLocalServer>
#include <QLocalSocket>
#include <QObject>
#include <QTemporaryDir>

using base::ErrorCode;
using namespace std::chrono_literals;

class TestBusGreeting final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        testsupport::failOnUnexpectedWarnings();
        QVERIFY(m_folder.isValid());
    }

    void aBusThatAnswersIsAlive()
    {
        QLocalServer server;
        QVERIFY(server.listen(path("alive")));
        QByteArray heard;
        connect(&server, &QLocalServer::newConnection, this, [&] {
            QLocalSocket *peer = server.nextPendingConnection();
            connect(peer, &QLocalSocket::readyRead, this, [&heard, peer] {
                heard += peer->readAll();
                if (heard.endsWith("\r\n"))
                    peer->write("REJECTED EXTERNAL\r\n");
            });
        });
        const auto greeted = await(keychain::greetBus(address("alive"), QDeadlineTimer(20s), this));
        QVERIFY(greeted.has_value());
        QVERIFY(heard.startsWith(QByteArray("\0AUTH EXTERNAL ", 15)));
    }

    void nobodyListens()
    {
        const auto greeted = await(keychain::greetBus(address("nobody"), QDeadlineTimer(20s), this));
        QCOMPARE(codeOf(greeted), ErrorCode::KeychainUnavailable);
    }

    void aPathThatNoSocketCanHave()
    {
        const auto greeted = await(keychain::greetBus(keychain::busAddressOfPath(QByteArray(200, 'x')), QDeadlineTimer(20s),
                                                      this));
        QCOMPARE(codeOf(greeted), ErrorCode::KeychainUnavailable);
    }

    void silenceEndsAtTheDeadline()
    {
        QLocalServer server;
        QVERIFY(server.listen(path("silent")));
        QElapsedTimer clock;
        clock.start();
        const auto greeted = await(keychain::greetBus(address("silent"), QDeadlineTimer(200ms), this));
        QCOMPARE(codeOf(greeted), ErrorCode::KeychainTimeout);
        QVERIFY(clock.elapsed() >= 190);
    }

    void aBusThatHangsUp()
    {
        QLocalServer server;
        QVERIFY(server.listen(path("hangsup")));
        connect(&server, &QLocalServer::newConnection, this, [&] { server.nextPendingConnection()->abort(); });
        const auto greeted = await(keychain::greetBus(address("hangsup"), QDeadlineTimer(20s), this));
        QCOMPARE(codeOf(greeted), ErrorCode::KeychainUnavailable);
    }

    void theAskerMayLeave()
    {
        QLocalServer server;
        QVERIFY(server.listen(path("left")));
        base::Async<bool> greeting;
        {
            QObject asker;
            greeting = keychain::greetBus(address("left"), QDeadlineTimer(20s), &asker);
        }
        QCOMPARE(codeOf(await(greeting)), ErrorCode::Cancelled);
    }

private:
    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    [[nodiscard]] keychain::BusAddress address(const char *name) const
    {
        return keychain::busAddressOfPath(path(name).toLocal8Bit());
    }
    QTemporaryDir m_folder;
};

LATCHKEY_TEST_MAIN(TestBusGreeting)
#include "tst_busgreeting.moc"
