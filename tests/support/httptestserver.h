// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/throwawayca.h"

#include <QHash>
#include <QList>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <optional>

namespace testsupport {

/// A request as it came over the wire.
struct ReceivedRequest {
    QByteArray method;
    QByteArray target; ///< path and query, byte for byte
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    QByteArray raw;

    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    [[nodiscard]] QByteArray path() const { return target.split('?').first(); }
};

/// A small HTTP/1.1 server on loopback, with or without TLS, that does exactly what its handler does: answer, misbehave or
/// say nothing. It records every request. Lives in the thread of the test.
class HttpTestServer final : public QTcpServer {
    Q_OBJECT

public:
    /// Called once per complete request. What it writes goes to the client; it may close, abort or leave the socket alone.
    using Handler = std::function<void(QTcpSocket &socket, const ReceivedRequest &request)>;

    explicit HttpTestServer(Handler handler, quint16 port = 0);
    HttpTestServer(const TlsIdentity &identity, Handler handler, quint16 port = 0);

    /// https://127.0.0.1:PORT/path
    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/")) const;
    [[nodiscard]] const QList<ReceivedRequest> &requests() const noexcept { return m_requests; }
    [[nodiscard]] int connections() const noexcept { return m_connections; }
    /// TCP connections that are open now.
    [[nodiscard]] int openConnections() const noexcept { return m_open; }
    void setHandler(Handler handler) { m_handler = std::move(handler); }
    void forgetRequests() { m_requests.clear(); }

    /// A complete answer.
    static void answer(QTcpSocket &socket, int status, const QByteArray &body,
                       const QByteArray &contentType = QByteArrayLiteral("application/json"),
                       const QByteArray &moreHeaders = {});

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void receive(QTcpSocket &socket);

    Handler m_handler;
    std::optional<QSslConfiguration> m_tls;
    QList<ReceivedRequest> m_requests;
    QHash<QTcpSocket *, QByteArray> m_partial;
    int m_connections = 0;
    int m_open = 0;
};

} // namespace testsupport
