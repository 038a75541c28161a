// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/httptestserver.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

namespace testsupport {

namespace {

/// Takes one complete request off the front of `bytes`.
std::optional<ReceivedRequest> takeRequest(QByteArray &bytes)
{
    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return std::nullopt;
    ReceivedRequest request;
    QByteArrayList lines = bytes.first(headEnd).split('\n');
    const QByteArrayList first = lines.takeFirst().trimmed().split(' ');
    request.method = first.value(0);
    request.target = first.value(1);
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        request.headers.append({line.first(colon).trimmed(), line.sliced(colon + 1).trimmed()});
    }
    const qsizetype total = headEnd + 4 + request.header("Content-Length").toLongLong();
    if (bytes.size() < total)
        return std::nullopt;
    request.body = bytes.sliced(headEnd + 4, total - headEnd - 4);
    request.raw = bytes.first(total);
    bytes.remove(0, total);
    return request;
}

} // namespace

QByteArray ReceivedRequest::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

HttpTestServer::HttpTestServer(Handler handler, quint16 port) : m_handler(std::move(handler))
{
    if (!listen(QHostAddress::LocalHost, port))
        qFatal("a test server could not listen");
}

HttpTestServer::HttpTestServer(const TlsIdentity &identity, Handler handler, quint16 port)
    : HttpTestServer(std::move(handler), port)
{
    QSslConfiguration tls;
    tls.setLocalCertificate(QSslCertificate(identity.certificatePem, QSsl::Pem));
    tls.setPrivateKey(QSslKey(identity.keyPem, QSsl::Ec));
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    m_tls = tls;
}

QUrl HttpTestServer::url(const QString &path) const
{
    QUrl url;
    url.setScheme(m_tls ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(serverPort());
    url.setPath(path);
    return url;
}

void HttpTestServer::incomingConnection(qintptr descriptor)
{
    ++m_connections;
    ++m_open;
    QTcpSocket *socket = nullptr;
    if (m_tls) {
        auto *secure = new QSslSocket(this);
        secure->setSslConfiguration(*m_tls);
        socket = secure;
    } else {
        socket = new QTcpSocket(this);
    }
    socket->setSocketDescriptor(descriptor);
    connect(socket, &QIODevice::readyRead, this, [this, socket] { receive(*socket); });
    connect(socket, &QAbstractSocket::disconnected, this, [this, socket] {
        --m_open;
        m_partial.remove(socket);
        socket->deleteLater();
    });
    if (auto *secure = qobject_cast<QSslSocket *>(socket))
        secure->startServerEncryption();
}

void HttpTestServer::receive(QTcpSocket &socket)
{
    QByteArray &bytes = m_partial[&socket];
    bytes += socket.readAll();
    while (std::optional<ReceivedRequest> request = takeRequest(bytes)) {
        m_requests << *request;
        m_handler(socket, m_requests.last());
        if (socket.state() != QAbstractSocket::ConnectedState)
            return; // `bytes` is gone
    }
}

void HttpTestServer::answer(QTcpSocket &socket, int status, const QByteArray &body, const QByteArray &contentType,
                            const QByteArray &moreHeaders)
{
    socket.write("HTTP/1.1 " + QByteArray::number(status) + " Status " + QByteArray::number(status)
                 + "\r\nContent-Type: " + contentType + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n"
                 + moreHeaders + "\r\n" + body);
}

} // namespace testsupport
