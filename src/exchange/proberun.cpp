// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/proberun.h"

#include "exchange/requestsigner.h"

namespace exchange {

namespace {

using base::Result;

constexpr std::int64_t kNotableSkewMs = 1000;

} // namespace

ProbeRun::ProbeRun(const ProbeContext &context, ProbeTarget target, base::SecretFields fields, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_target(std::move(target))
    , m_fields(std::move(fields))
{
    m_report.exchange = context.info.id;
    m_report.environment = m_target.environment;
}

base::Async<CheckReport> ProbeRun::start()
{
    m_promise.start();
    const base::Async<CheckReport> future = m_promise.future();
    if (auto fine = validateTarget(info(), m_target); !fine) {
        complete(std::unexpected(std::move(fine).error()));
        return future;
    }
    Result<EchoFilter> filter = EchoFilter::create(m_fields);
    if (!filter) {
        complete(std::unexpected(std::move(filter).error()));
        return future;
    }
    m_filter = *std::move(filter);
    begin();
    return future;
}

net::HttpRequest ProbeRun::requestTo(QUrl url) const
{
    net::HttpRequest request;
    request.url = std::move(url);
    request.limits = m_context.limits;
    request.caPem = m_target.caPem;
    request.proxy = m_target.proxy;
    request.headers.push_back({"locale", QByteArrayLiteral("en-US")}); // error texts in English
    return request;
}

void ProbeRun::send(net::HttpRequest request, std::function<void(net::HttpResponse)> next)
{
    base::whenDone(m_context.http.send(std::move(request)), this,
                   [this, next = std::move(next)](Result<net::HttpResponse> response) {
                       if (response)
                           next(*std::move(response));
                       else
                           fail(response.error());
                   });
}

void ProbeRun::measureClock(const QByteArray &path, std::function<std::optional<std::int64_t>(const QJsonValue &)> timeOf,
                            std::function<void()> next)
{
    QUrl url = m_target.baseUrl.isEmpty() ? info().host(m_target.environment)->baseUrl : m_target.baseUrl;
    url.setPath(QString::fromLatin1(path));
    send(requestTo(std::move(url)),
         [this, timeOf = std::move(timeOf), next = std::move(next)](const net::HttpResponse &response) {
             const std::int64_t middle = m_context.clock.nowMs() - response.roundTripMs / 2;
             const ExchangeAnswer answer = read(response);
             const std::optional<std::int64_t> server = answer.succeeded ? timeOf(answer.data) : std::nullopt;
             if (server) {
                 noteClock(middle - *server);
                 next();
                 return;
             }
             // Nobody showed a credential yet: whatever this is, it is no verdict about one.
             Judgement judgement = answer.succeeded ? Judgement{Verdict::Unchecked, Category::Maintenance, {}}
                                                    : judge(info(), answer);
             if (judgement.verdict == Verdict::Refused)
                 judgement = {Verdict::Unchecked, Category::Blocked, std::nullopt};
             m_report.httpStatus = answer.status;
             m_report.code = filter().value(answer.code, 16);
             m_report.exchangeText = filter().text(answer.text);
             finishWith(judgement);
         });
}

void ProbeRun::noteClock(std::int64_t skewMs)
{
    m_report.skewMs = skewMs;
    if (skewMs > kNotableSkewMs || skewMs < -kNotableSkewMs)
        m_report.warnings << Warning::ClockSkew; // the trader's bots will not correct for it
}

void ProbeRun::askSigned(const QByteArray &path, std::function<void(const ExchangeAnswer &)> next)
{
    SigningRequest signing{.method = QByteArrayLiteral("GET"),
                           .path = path,
                           .query = {},
                           .body = {},
                           .timestampMs = m_context.clock.nowMs() - m_report.skewMs.value_or(0),
                           .environment = m_target.environment,
                           .baseUrl = m_target.baseUrl};
    Result<SignedRequest> ready = signRequest(info(), m_fields, signing);
    if (!ready) {
        complete(std::unexpected(std::move(ready).error()));
        return;
    }
    net::HttpRequest request = requestTo(ready->url);
    for (SignedRequest::Header &header : ready->headers)
        request.headers.push_back({header.name, std::move(header.value)});
    send(std::move(request), [this, next = std::move(next)](const net::HttpResponse &response) { next(read(response)); });
}

void ProbeRun::refuse(const ExchangeAnswer &answer)
{
    m_report.httpStatus = answer.status;
    m_report.code = filter().value(answer.code, 16);
    m_report.exchangeText = filter().text(answer.text);
    finishWith(judge(info(), answer));
}

void ProbeRun::finish(Verdict verdict)
{
    m_report.verdict = verdict;
    m_report.checkedAtMs = m_context.clock.nowMs();
    complete(std::move(m_report));
}

void ProbeRun::finishWith(const Judgement &judgement)
{
    m_report.category = judgement.category;
    if (judgement.warning)
        m_report.warnings << *judgement.warning;
    finish(judgement.verdict);
}

void ProbeRun::fail(const base::Error &error)
{
    if (const std::optional<Judgement> judgement = judge(error))
        finishWith(*judgement);
    else
        complete(std::unexpected(error));
}

void ProbeRun::complete(Result<CheckReport> result)
{
    m_fields.clear();
    m_filter.reset();
    m_promise.addResult(std::move(result));
    m_promise.finish();
    deleteLater();
}

} // namespace exchange
