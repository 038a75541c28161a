// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpclient.h"

#include <functional>

namespace exchangetest {

/// An HttpClient whose answers a test writes down. Records what was asked, secret headers included.
class ScriptedHttpClient final : public net::HttpClient {
public:
    struct Asked {
        QUrl url;
        QMap<QByteArray, QByteArray> headers;
        net::HttpRequest request;
    };
    using Script = std::function<base::Result<net::HttpResponse>(const Asked &)>;

    explicit ScriptedHttpClient(Script script) : m_script(std::move(script)) {}

    [[nodiscard]] base::Async<net::HttpResponse> send(net::HttpRequest request) override
    {
        QMap<QByteArray, QByteArray> headers;
        for (const net::HttpHeader &header : request.headers) {
            const auto *secret = std::get_if<base::SecretBytes>(&header.value);
            headers.insert(header.name,
                           secret != nullptr ? base::toByteArray(secret->exposeBytes())
                                             : std::get<QByteArray>(header.value));
        }
        m_asked.push_back({request.url, headers, std::move(request)});
        return base::ready<net::HttpResponse>(m_script(m_asked.back()));
    }
    void forgetConnections() override {}

    [[nodiscard]] const std::vector<Asked> &asked() const noexcept { return m_asked; }

private:
    Script m_script;
    std::vector<Asked> m_asked;
};

/// A JSON answer.
[[nodiscard]] inline net::HttpResponse json(int status, const QByteArray &body, qint64 roundTripMs = 0)
{
    return {status, {}, {{"Content-Type", "application/json"}}, body, roundTripMs};
}

} // namespace exchangetest
