// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/loopback.h"
#include "base/secretbytes.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <chrono>
#include <variant>
#include <vector>

namespace net {

/// Bytes of a request that are either plain or a credential. Credentials stay in secure memory until they are sent.
using Payload = std::variant<QByteArray, base::SecretBytes>;

struct HttpHeader {
    QByteArray name;
    Payload value;
};

/// Every request has all three.
struct HttpLimits {
    std::chrono::milliseconds idle{10'000};     ///< no byte in either direction, connecting included: TimedOut
    std::chrono::milliseconds deadline{20'000}; ///< the whole exchange, however lively: TimedOut
    qint64 bodyCap = 1'048'576;                 ///< bytes of the answer's body: ResponseTooLarge
};

/// Where plain http may go. Loopback is always allowed.
enum class PlainHttp {
    LoopbackOnly,
    WithoutSecrets, ///< anywhere, but only a request without a secret header or body; the user confirmed "not encrypted"
};

struct HttpRequest {
    QByteArray method = QByteArrayLiteral("GET");
    QUrl url;
    std::vector<HttpHeader> headers;
    Payload body;
    HttpLimits limits;
    QByteArray caPem; ///< certificates that are trusted instead of the system's; empty = the system's
    QUrl proxy;       ///< http:// or socks5://, with user and password where needed; empty = the system's setting
    PlainHttp plainHttp = PlainHttp::LoopbackOnly;
};

/// What the server said, whatever its status.
struct HttpResponse {
    struct Header {
        QByteArray name;
        QByteArray value;
    };
    int status = 0;
    QByteArray reason; ///< some exchanges put the only explanation here
    QList<Header> headers;
    QByteArray body;
    qint64 roundTripMs = 0; ///< from the request on the wire to the answer's headers; no DNS, no TLS handshake

    /// Value of the first header of that name (any case); empty when there is none.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

using base::isLoopback;

/// InvalidArgument ("ca") for text without a single readable certificate; empty text is fine.
[[nodiscard]] base::Result<void> checkCa(const QByteArray &caPem);
/// InvalidArgument ("proxy") for anything but http:// and socks5:// with a host; empty is fine.
[[nodiscard]] base::Result<void> checkProxy(const QUrl &proxy);

/// Whether the request may be sent at all. InvalidArgument ("url", "method", "header", "ca", "proxy") for a malformed part,
/// InsecureTransport for plain http where it must not go.
[[nodiscard]] base::Result<void> checkRequest(const HttpRequest &request);

} // namespace net
