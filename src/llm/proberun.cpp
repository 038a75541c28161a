// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/proberun.h"

namespace llm {

namespace {

using base::Result;

const QString kApiKey = QStringLiteral("api_key");
/// Shorter keys are not searched for: they would be found in ordinary words.
constexpr std::size_t kShortestKey = 4;

} // namespace

ProbeRun::ProbeRun(const ProbeContext &context, ProbeTarget target, base::SecretFields fields, QObject *parent)
    : QObject(parent)
    , m_target(std::move(target))
    , m_context(context)
    , m_fields(std::move(fields))
{
    m_report.provider = context.info.id;
    std::erase_if(m_fields, [](const auto &field) { return field.second.isEmpty(); });
}

base::Async<ProviderReport> ProbeRun::start()
{
    m_promise.start();
    const base::Async<ProviderReport> future = m_promise.future();
    if (m_target.baseUrl.scheme() == QLatin1StringView("http") && !net::isLoopback(m_target.baseUrl))
        m_report.warnings << Warning::Plain;
    begin();
    return future;
}

bool ProbeRun::hasKey() const
{
    return m_fields.contains(kApiKey);
}

Result<net::HttpHeader> ProbeRun::keyHeader(const base::SecretBytes &key) const
{
    base::SecretBuilder value;
    LATCHKEY_CHECK(value.append(std::string_view("Bearer ")));
    LATCHKEY_CHECK(value.append(key.exposeBytes()));
    return net::HttpHeader{"Authorization", value.take()};
}

void ProbeRun::get(const QString &path, const QString &query, Next next)
{
    send(net::HttpRequest{}, path, query, std::move(next));
}

void ProbeRun::postEmptyObject(const QString &path, const QString &query, Next next)
{
    net::HttpRequest request;
    request.method = QByteArrayLiteral("POST");
    request.headers.push_back({"Content-Type", QByteArrayLiteral("application/json")});
    request.body = QByteArrayLiteral("{}");
    send(std::move(request), path, query, std::move(next));
}

void ProbeRun::send(net::HttpRequest request, const QString &path, const QString &query, Next next)
{
    request.url = m_target.baseUrl;
    request.url.setPath(m_target.baseUrl.path(QUrl::FullyEncoded) + path, QUrl::StrictMode);
    if (!query.isEmpty())
        request.url.setQuery(query, QUrl::StrictMode);
    request.limits = {m_context.limits.idle, m_context.limits.deadline, m_context.limits.bodyCap};
    request.caPem = m_target.caPem;
    request.plainHttp = m_target.plainAccepted ? net::PlainHttp::WithoutSecrets : net::PlainHttp::LoopbackOnly;
    request.headers.push_back({"Accept", QByteArrayLiteral("application/json")});
    if (hasKey()) {
        Result<net::HttpHeader> header = keyHeader(m_fields.at(kApiKey));
        if (!header)
            return complete(std::unexpected(std::move(header).error()));
        request.headers.push_back(*std::move(header));
    }
    base::whenDone(m_context.http.send(std::move(request)), this,
                   [this, next = std::move(next)](const Result<net::HttpResponse> &response) {
                       if (response)
                           next(readAnswer(*response));
                       else if (const std::optional<Judgement> judgement = judge(response.error()))
                           finishWith(*judgement);
                       else
                           complete(std::unexpected(response.error()));
                   });
}

bool ProbeRun::repeatsKey(const QString &text) const
{
    const auto key = m_fields.find(kApiKey);
    return key != m_fields.end() && key->second.size() >= kShortestKey
        && text.toUtf8().contains(QByteArrayView(key->second.exposeText()));
}

void ProbeRun::note(const ProviderAnswer &answer)
{
    m_report.httpStatus = answer.status;
    m_report.code = answer.code.isEmpty() || repeatsKey(answer.code) ? std::nullopt : std::optional(answer.code);
}

void ProbeRun::keepModels(const QList<Model> &models)
{
    m_report.models = models;
    m_report.models.removeIf([this](const Model &model) { return repeatsKey(model.id); });
}

void ProbeRun::judgeModel(const ProviderAnswer &answer, const std::function<bool(const QString &)> &isThere)
{
    note(answer);
    if (m_report.models.isEmpty())
        m_report.warnings << Warning::NoneThere;
    if (m_target.model.isEmpty()) {
        m_report.warnings << Warning::NoModel;
        return finish(Verdict::Works);
    }
    finishWith(isThere(m_target.model) ? Judgement{Verdict::Works, Category::None, {}}
                                       : Judgement{Verdict::Refused, Category::Model, {}});
}

void ProbeRun::refuse(const ProviderAnswer &answer)
{
    note(answer);
    finishWith(answer.lacksScope && answer.status == 403 ? Judgement{Verdict::Refused, Category::Permission, {}}
                                                         : judge(answer));
}

void ProbeRun::refuse(const ProviderAnswer &answer, Verdict verdict, Category category)
{
    note(answer);
    finishWith({verdict, category, std::nullopt});
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

void ProbeRun::complete(Result<ProviderReport> result)
{
    m_fields.clear();
    m_promise.addResult(std::move(result));
    m_promise.finish();
    deleteLater();
}

} // namespace llm
