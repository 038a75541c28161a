// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/credentialprobe.h"
#include "exchange/echofilter.h"
#include "exchange/exchangeanswer.h"
#include "net/httpclient.h"

#include <functional>
#include <optional>

namespace exchange {

/// What every run of a probe is given. The references outlive it.
struct ProbeContext {
    const ExchangeInfo &info;
    net::HttpClient &http;
    const base::Clock &clock;
    net::HttpLimits limits;
};

/// One check under way: the steps that all exchanges share. First the server's time, unsigned, so that trouble on the way is never
/// taken for a wrong key, then signed calls with the clock corrected. Deletes itself when it is over; deleted earlier, its future
/// ends as cancelled.
class ProbeRun : public QObject {
public:
    ProbeRun(const ProbeContext &context, ProbeTarget target, base::SecretFields fields, QObject *parent);
    /// Call once.
    [[nodiscard]] base::Async<CheckReport> start();

protected:
    virtual void begin() = 0;
    /// The exchange's own way to say yes or no.
    [[nodiscard]] virtual ExchangeAnswer read(const net::HttpResponse &response) const = 0;

    /// Asks for the server's time; `timeOf` finds it in the answer's data (ms), `next` runs when there is one.
    void measureClock(const QByteArray &path, std::function<std::optional<std::int64_t>(const QJsonValue &)> timeOf,
                      std::function<void()> next);
    /// A signed GET; `next` gets every answer of the exchange. Without an answer the run is over.
    void askSigned(const QByteArray &path, std::function<void(const ExchangeAnswer &)> next);
    /// Ends the run with what an answer means.
    void refuse(const ExchangeAnswer &answer);
    void finish(Verdict verdict);

    [[nodiscard]] const ExchangeInfo &info() const noexcept { return m_context.info; }
    [[nodiscard]] const EchoFilter &filter() const noexcept { return *m_filter; }
    CheckReport m_report;

private:
    [[nodiscard]] net::HttpRequest requestTo(QUrl url) const;
    void send(net::HttpRequest request, std::function<void(net::HttpResponse)> next);
    void finishWith(const Judgement &judgement);
    void fail(const base::Error &error);
    void complete(base::Result<CheckReport> result);
    void noteClock(std::int64_t skewMs);

    ProbeContext m_context;
    ProbeTarget m_target;
    base::SecretFields m_fields;
    std::optional<EchoFilter> m_filter;
    QPromise<base::Result<CheckReport>> m_promise;
};

} // namespace exchange
