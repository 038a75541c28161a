// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpclient.h"

#include <map>
#include <memory>

class QNetworkAccessManager;
class QObject;

namespace net {

/// HttpClient over QNetworkAccessManager. Lives in one thread, which needs an event loop; the system's proxy setting is
/// honoured except for loopback. Destroying it ends what is under way; those futures end as cancelled.
///
/// Connections are kept per trusted CA and proxy: QNetworkAccessManager would reuse an open connection for a request that
/// trusts another CA.
class QtHttpClient final : public HttpClient {
public:
    QtHttpClient();
    ~QtHttpClient() override;
    Q_DISABLE_COPY_MOVE(QtHttpClient)

    [[nodiscard]] base::Async<HttpResponse> send(HttpRequest request) override;
    void forgetConnections() override;

private:
    [[nodiscard]] QNetworkAccessManager &managerFor(const HttpRequest &request);

    std::map<QByteArray, std::unique_ptr<QNetworkAccessManager>> m_managers;
    std::unique_ptr<QObject> m_transfers; ///< parent of what is under way
};

} // namespace net
