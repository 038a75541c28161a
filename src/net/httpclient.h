// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "net/httpmessage.h"

namespace net {

/// Sends one request and gives back what the server said. Redirects are not followed, a request that may change something is
/// never sent twice (GET and HEAD may be), nothing is remembered between requests but open connections.
///
/// Errors: InvalidArgument and InsecureTransport (nothing was sent), NetworkFailure (name, connection, proxy, a broken or cut
/// answer), TlsFailure, TimedOut, ResponseTooLarge, RedirectRefused (detail: the host it pointed at), BadResponse (no HTTP),
/// Cancelled (the client went away). An HTTP status of any kind is an answer, not an error.
class HttpClient {
public:
    virtual ~HttpClient() = default;
    [[nodiscard]] virtual base::Async<HttpResponse> send(HttpRequest request) = 0;
    /// Ends what is under way (Cancelled), closes all connections and drops what they remember. Called when the vault locks.
    virtual void forgetConnections() = 0;
};

} // namespace net
