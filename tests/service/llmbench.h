// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/llmchecks.h"
#include "service/servicefixture.h"

namespace servicetest {

/// Stands in for a provider: gives the answer that was laid down, and notes what it was asked.
class FakeLlmProbe final : public llm::ProviderProbe {
public:
    struct Asked {
        llm::ProbeTarget target;
        QString fields;
    };

    [[nodiscard]] base::Async<llm::ProviderReport> check(llm::ProbeTarget target, base::SecretFields fields) override
    {
        asked.append({std::move(target), vaulttest::shown(fields)});
        if (whenAsked)
            whenAsked();
        return base::ready<llm::ProviderReport>(answer);
    }

    base::Result<llm::ProviderReport> answer;
    QList<Asked> asked;
    std::function<void()> whenAsked; ///< what happens while the provider thinks
};

/// A report as a probe makes it.
[[nodiscard]] inline llm::ProviderReport llmReport(llm::Verdict verdict, llm::Category category = llm::Category::None)
{
    llm::ProviderReport out;
    out.provider = QStringLiteral("ollama");
    out.verdict = verdict;
    out.category = category;
    out.httpStatus = 200;
    out.checkedAtMs = 1'763'843'465'000;
    if (verdict == llm::Verdict::Works)
        out.models = {{QStringLiteral("llama3.2:latest"), {}, {}},
                      {QStringLiteral("embed"), false, {}},
                      {QStringLiteral("qwen2.5:7b"), true, 5}};
    return out;
}

/// An open vault with played providers beside it; all of them give what `probe` answers.
class LlmBench final {
public:
    explicit LlmBench(const QProcessEnvironment &environment = {})
    {
        for (const llm::ProviderInfo &info : vault.providers->list()) {
            auto probe = std::make_unique<FakeLlmProbe>();
            probe->answer = llmReport(llm::Verdict::Works);
            probe->answer->provider = info.id;
            byId.insert(info.id, probe.get());
            probes.emplace(info.id, std::move(probe));
        }
        checks = std::make_unique<service::LlmChecks>(service::LlmChecks::Parts{
            *vault.host, *vault.providers, probes, {QStringLiteral("test")}, environment});
    }
    /// What the vault's thread still does looks at the catalogue.
    ~LlmBench() { static_cast<void>(testsupport::await(vault.host->lock(service::LockReason::Quit))); }
    Q_DISABLE_COPY_MOVE(LlmBench)

    [[nodiscard]] FakeLlmProbe &probe(const QString &provider = QStringLiteral("ollama")) const
    {
        return *byId.value(provider);
    }
    /// Stores settings past everything; ends the test program when that fails.
    void store(const QString &provider, const QString &baseUrl = {}, const QString &key = {}, const QString &model = {},
               const QString &name = {}) const
    {
        service::LlmChange change;
        change.provider = provider;
        change.name = name;
        change.baseUrl = baseUrl;
        change.model = model;
        if (!key.isEmpty())
            change.fields = vaulttest::fields({QStringLiteral("api_key=") + key});
        if (const auto stored = testsupport::await(vault.llm->set(change)); !stored)
            qFatal("%s", qPrintable(vaulttest::describe(stored.error())));
    }

    Bench vault;
    QHash<QString, FakeLlmProbe *> byId;
    llm::ProbeMap probes;
    std::unique_ptr<service::LlmChecks> checks;
};

} // namespace servicetest
