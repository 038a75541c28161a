// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "llm/provideranswer.h"
#include "llm/providerprobe.h"
#include "net/httpclient.h"

#include <functional>

namespace llm {

/// What every run of a probe is given. The references outlive it.
struct ProbeContext {
    const ProviderInfo &info;
    net::HttpClient &http;
    const base::Clock &clock;
    ProbeLimits limits;
};

/// One check under way: what the APIs of all providers share. Deletes itself when it is over; deleted earlier, its future ends
/// as cancelled.
class ProbeRun : public QObject {
public:
    ProbeRun(const ProbeContext &context, ProbeTarget target, base::SecretFields fields, QObject *parent);
    /// Call once.
    [[nodiscard]] base::Async<ProviderReport> start();

protected:
    using Next = std::function<void(const ProviderAnswer &)>;

    virtual void begin() = 0;
    /// The header that carries the key.
    [[nodiscard]] virtual base::Result<net::HttpHeader> keyHeader(const base::SecretBytes &key) const;

    /// `path` is encoded and begins with a slash.
    void get(const QString &path, const QString &query, Next next);
    void postEmptyObject(const QString &path, const QString &query, Next next);
    /// Ends the run with what an answer means.
    void refuse(const ProviderAnswer &answer);
    void refuse(const ProviderAnswer &answer, Verdict verdict, Category category);
    void keepModels(const QList<Model> &models);
    /// Ends the run: the server answered and took the key; only the model remains to be looked for.
    void judgeModel(const ProviderAnswer &answer, const std::function<bool(const QString &)> &isThere);
    void finish(Verdict verdict);

    [[nodiscard]] bool hasKey() const;
    ProbeTarget m_target;
    ProviderReport m_report;

private:
    void send(net::HttpRequest request, const QString &path, const QString &query, Next next);
    void note(const ProviderAnswer &answer);
    [[nodiscard]] bool repeatsKey(const QString &text) const;
    void finishWith(const Judgement &judgement);
    void complete(base::Result<ProviderReport> result);

    ProbeContext m_context;
    base::SecretFields m_fields;
    QPromise<base::Result<ProviderReport>> m_promise;
};

} // namespace llm
