// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace nettest {

/// An HTTP proxy that leads every CONNECT to one port of this computer, whatever host was asked for, and answers any other
/// request itself. So a test can speak to "api.exchange.example" without leaving loopback.
class TunnelProxy final : public QTcpServer {
    Q_OBJECT

public:
    explicit TunnelProxy(quint16 target) : m_target(target)
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("a test proxy could not listen");
        connect(this, &QTcpServer::newConnection, this, [this] { accept(*nextPendingConnection()); });
    }

    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }
    /// First lines of what was asked of it.
    [[nodiscard]] const QByteArrayList &asked() const noexcept { return m_asked; }

private:
    void accept(QTcpSocket &client)
    {
        connect(&client, &QAbstractSocket::disconnected, &client, &QObject::deleteLater);
        connect(&client, &QIODevice::readyRead, this, [this, &client] { onRequest(client); });
    }

    void onRequest(QTcpSocket &client)
    {
        if (!client.peek(4096).contains("\r\n\r\n"))
            return;
        client.disconnect(this);
        const QByteArray request = client.readAll();
        m_asked << request.split('\r').first();
        if (!request.startsWith("CONNECT ")) {
            client.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nproxy");
            return;
        }
        auto *server = new QTcpSocket(&client);
        connect(server, &QAbstractSocket::connected, &client,
                [&client] { client.write("HTTP/1.1 200 Connection established\r\n\r\n"); });
        connect(server, &QIODevice::readyRead, &client, [&client, server] { client.write(server->readAll()); });
        connect(&client, &QIODevice::readyRead, server, [&client, server] { server->write(client.readAll()); });
        connect(server, &QAbstractSocket::disconnected, &client, &QAbstractSocket::disconnectFromHost);
        server->connectToHost(QHostAddress::LocalHost, m_target);
    }

    quint16 m_target;
    QByteArrayList m_asked;
};

} // namespace nettest
