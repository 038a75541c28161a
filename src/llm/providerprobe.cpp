// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/providerprobe.h"

#include "llm/proberun.h"

#include <algorithm>

namespace llm {

namespace {

using base::Result;

/// Some people paste the address of a client library, which ends in the version of another surface of the same server.
void dropEnd(QUrl &url, std::initializer_list<QLatin1StringView> ends)
{
    QString path = url.path(QUrl::FullyEncoded);
    for (const QLatin1StringView end : ends) {
        if (path.endsWith(end))
            path.chop(end.size());
    }
    url.setPath(path, QUrl::StrictMode);
}

bool lists(const QList<Model> &models, const QString &id)
{
    return std::ranges::any_of(models, [&id](const Model &model) { return id.compare(model.id, Qt::CaseInsensitive) == 0; });
}

/// https://github.com/ollama/ollama/blob/main/docs/api.md
class OllamaRun final : public ProbeRun {
public:
    using ProbeRun::ProbeRun;

protected:
    void begin() override
    {
        dropEnd(m_target.baseUrl, {QLatin1StringView("/v1"), QLatin1StringView("/api")});
        get(QStringLiteral("/api/tags"), {}, [this](const ProviderAnswer &answer) { onTags(answer); });
    }

private:
    void onTags(const ProviderAnswer &answer)
    {
        const auto models = modelsIn(answer, QLatin1StringView("models"), QLatin1StringView("name"));
        if (!models)
            return refuse(answer);
        keepModels(*models);
        if (hasKey())
            m_report.warnings << Warning::KeyUnproven;
        judgeModel(answer, [&models](const QString &model) {
            // A name without a tag means the tag "latest".
            return lists(*models, model) || lists(*models, model + QStringLiteral(":latest"));
        });
    }
};

/// OpenAI and every server that speaks like it: https://platform.openai.com/docs/api-reference/models
class OpenAiRun final : public ProbeRun {
public:
    using ProbeRun::ProbeRun;

protected:
    void begin() override { ask(QStringLiteral("/models")); }

private:
    void ask(const QString &path)
    {
        get(path, {}, [this](const ProviderAnswer &answer) { onModels(answer); });
    }

    void onModels(const ProviderAnswer &answer)
    {
        const auto models = modelsIn(answer, QLatin1StringView("data"), QLatin1StringView("id"));
        if (models) {
            keepModels(*models);
            return judgeModel(answer, [&models](const QString &model) { return lists(*models, model); });
        }
        // The address is often given without the version that belongs to it.
        const bool versioned = m_target.baseUrl.path().endsWith(QLatin1StringView("/v1"));
        if (answer.status == 404 && !versioned && !std::exchange(m_triedVersion, true))
            return ask(QStringLiteral("/v1/models"));
        refuse(answer);
    }

    bool m_triedVersion = false;
};

/// https://learn.microsoft.com/azure/ai-services/openai/reference: the list of models proves the key. It does not tell the
/// deployments, which a key may not list; one whose name is known answers a request without content by 400, one that does not
/// exist by 404. Nothing is generated and nothing is charged.
class AzureRun final : public ProbeRun {
public:
    using ProbeRun::ProbeRun;

protected:
    void begin() override
    {
        dropEnd(m_target.baseUrl, {QLatin1StringView("/v1"), QLatin1StringView("/openai")});
        get(QStringLiteral("/openai/models"), version(), [this](const ProviderAnswer &answer) { onModels(answer); });
    }

    [[nodiscard]] Result<net::HttpHeader> keyHeader(const base::SecretBytes &key) const override
    {
        LATCHKEY_TRY(base::SecretBytes value, key.clone());
        return net::HttpHeader{"api-key", std::move(value)};
    }

private:
    [[nodiscard]] QString version() const
    {
        return QStringLiteral("api-version=") + QString::fromLatin1(QUrl::toPercentEncoding(m_target.apiVersion));
    }

    void onModels(const ProviderAnswer &answer)
    {
        const auto models = modelsIn(answer, QLatin1StringView("data"), QLatin1StringView("id"));
        if (!models)
            return refuse(answer);
        keepModels(*models);
        // Without a deployment programs give the model's name in its place.
        const QString deployment = m_target.deployment.isEmpty() ? m_target.model : m_target.deployment;
        if (deployment.isEmpty())
            return judgeModel(answer, {});
        postEmptyObject(QStringLiteral("/openai/deployments/%1/chat/completions")
                            .arg(QString::fromLatin1(QUrl::toPercentEncoding(deployment))),
                        version(), [this](const ProviderAnswer &reply) { onDeployment(reply); });
    }

    void onDeployment(const ProviderAnswer &answer)
    {
        if (answer.status == 404 && answer.code == QLatin1StringView("DeploymentNotFound"))
            return refuse(answer, Verdict::Refused, Category::Deployment);
        if (answer.status == 400 && !answer.json.isEmpty())
            return refuse(answer, Verdict::Works, Category::None);
        refuse(answer);
    }
};

/// The run that speaks the provider's API.
ProbeRun *makeRun(const ProbeContext &context, ProbeTarget target, base::SecretFields fields, QObject *parent)
{
    switch (context.info.api) {
    case ProviderApi::Ollama:
        return new OllamaRun(context, std::move(target), std::move(fields), parent);
    case ProviderApi::Azure:
        return new AzureRun(context, std::move(target), std::move(fields), parent);
    case ProviderApi::OpenAi:
        break;
    }
    return new OpenAiRun(context, std::move(target), std::move(fields), parent);
}

class HttpProviderProbe final : public ProviderProbe {
public:
    explicit HttpProviderProbe(const ProbeContext &context) : m_context(context), m_runs(std::make_unique<QObject>()) {}

    [[nodiscard]] base::Async<ProviderReport> check(ProbeTarget target, base::SecretFields fields) override
    {
        return makeRun(m_context, std::move(target), std::move(fields), m_runs.get())->start();
    }

private:
    ProbeContext m_context;
    std::unique_ptr<QObject> m_runs; ///< parent of what is under way
};

} // namespace

Result<void> checkCa(const QByteArray &caPem)
{
    return net::checkCa(caPem);
}

ProbeMap makeProbes(const ProviderCatalogue &catalogue, net::HttpClient &http, const base::Clock &clock,
                    const ProbeLimits &limits)
{
    ProbeMap probes;
    for (const ProviderInfo &info : catalogue.list())
        probes.emplace(info.id, std::make_unique<HttpProviderProbe>(ProbeContext{info, http, clock, limits}));
    return probes;
}

} // namespace llm
