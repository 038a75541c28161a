// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/transfer.h"

#include "support/await.h"
#include "support/httptestserver.h"
#include "support/networkthreads.h"
#include "support/testmain.h"

#include <QNetworkAccessManager>

using testsupport::await;
using testsupport::HttpTestServer;
using testsupport::outcome;

class TestTransfer final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }
    void cleanupTestCase() { testsupport::waitForNetworkThreads(); }
    void secretHeaderIsWiped();
    void endsItself();
};

void TestTransfer::secretHeaderIsWiped()
{
    HttpTestServer server([](QTcpSocket &socket, const auto &) { HttpTestServer::answer(socket, 200, "{}"); });
    QNetworkAccessManager manager;
    QNetworkRequest kept; // shares its memory with Qt's other copies
    connect(&manager, &QNetworkAccessManager::finished, this, [&](QNetworkReply *reply) { kept = reply->request(); });
    net::HttpRequest request;
    request.url = server.url();
    request.headers.push_back({"ACCESS-PASSPHRASE", *base::SecretBytes::copyOf(std::string_view("a passphrase"))});
    request.headers.push_back({"X-Plain", QByteArray("plain")});
    QPointer<net::Transfer> transfer = new net::Transfer(std::move(request), this);
    QCOMPARE(outcome(await(transfer->start(manager))), QStringLiteral("ok"));
    QTRY_VERIFY(transfer == nullptr);
    QCOMPARE(server.requests().first().header("ACCESS-PASSPHRASE"), QByteArray("a passphrase"));
    QCOMPARE(kept.rawHeader("ACCESS-PASSPHRASE"), QByteArray(12, '\0'));
    QCOMPARE(kept.rawHeader("X-Plain"), QByteArray("plain"));
}

void TestTransfer::endsItself()
{
    HttpTestServer server([](QTcpSocket &, const auto &) {});
    QNetworkAccessManager manager;
    net::HttpRequest request;
    request.url = server.url();
    auto transfer = std::make_unique<net::Transfer>(std::move(request), nullptr);
    const auto future = transfer->start(manager);
    QTRY_COMPARE(server.requests().size(), 1);
    transfer.reset();
    QCOMPARE(outcome(await(future)), QStringLiteral("cancelled"));
    QTRY_COMPARE(server.openConnections(), 0);
}

LATCHKEY_TEST_MAIN(TestTransfer)
#include "tst_transfer.moc"
