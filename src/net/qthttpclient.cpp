// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/qthttpclient.h"

#include "net/transfer.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>

namespace net {

namespace {

/// Loopback never leaves the computer; everything else takes the given proxy or what the system says.
class ProxyRule final : public QNetworkProxyFactory {
public:
    explicit ProxyRule(const QUrl &proxy)
    {
        if (proxy.isEmpty())
            return;
        const bool socks = proxy.scheme() == QLatin1StringView("socks5");
        m_given = QNetworkProxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, proxy.host(),
                                static_cast<quint16>(proxy.port(socks ? 1080 : 8080)), proxy.userName(), proxy.password());
    }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        QUrl peer;
        peer.setHost(query.peerHostName());
        if (isLoopback(peer))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        if (m_given.type() != QNetworkProxy::DefaultProxy)
            return {m_given};
        return systemProxyForQuery(query);
    }

private:
    QNetworkProxy m_given; ///< DefaultProxy: none was given
};

} // namespace

QtHttpClient::QtHttpClient() : m_transfers(std::make_unique<QObject>())
{
}

QtHttpClient::~QtHttpClient()
{
    forgetConnections();
}

base::Async<HttpResponse> QtHttpClient::send(HttpRequest request)
{
    if (auto fine = checkRequest(request); !fine)
        return base::ready<HttpResponse>(std::unexpected(std::move(fine).error()));
    QNetworkAccessManager &manager = managerFor(request);
    return (new Transfer(std::move(request), m_transfers.get()))->start(manager);
}

void QtHttpClient::forgetConnections()
{
    m_transfers = std::make_unique<QObject>();
    m_managers.clear();
}

QNetworkAccessManager &QtHttpClient::managerFor(const HttpRequest &request)
{
    std::unique_ptr<QNetworkAccessManager> &slot = m_managers[request.caPem + '\0' + request.proxy.toEncoded()];
    if (slot == nullptr) {
        slot = std::make_unique<QNetworkAccessManager>();
        slot->setProxyFactory(new ProxyRule(request.proxy)); // the manager owns it
    }
    return *slot;
}

} // namespace net
