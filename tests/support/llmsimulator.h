// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/httptestserver.h"

#include <memory>

namespace testsupport {

/// Plays servers of language models on loopback, in plain http or under its own throw-away CA: Ollama (`/api`), Azure OpenAI
/// (`/openai`) and OpenAI (`/v1`). What a request must look like is verified from the providers' documentation, independently
/// of src/, and every kind of trouble can be played on command.
///
/// Scenarios: `normal`; `answer:HTTP:TEXT` (any body, sent as JSON); `html:HTTP`; `status:HTTP` (no body); `redirect:URL`;
/// `hang`; `drop`; `half`; `garbage`; `huge`; `echo` (a refusal whose code is the key); `echolist` (models named after the
/// key). They hold for the lists of models; with `@deployment` behind them for the calls to a deployment.
class LlmSimulator final {
public:
    enum class Transport { Plain, Tls };

    explicit LlmSimulator(Transport transport = Transport::Tls, quint16 port = 0);
    ~LlmSimulator();
    Q_DISABLE_COPY_MOVE(LlmSimulator)

    [[nodiscard]] QUrl baseUrl() const { return m_server->url(QString()); }
    [[nodiscard]] QByteArray caPem() const { return m_ca.certificatePem(); }
    [[nodiscard]] HttpTestServer &server() { return *m_server; }
    /// False, and nothing changed, for a scenario that is not known.
    [[nodiscard]] bool play(const QString &scenario);
    /// The key that Azure and OpenAI take.
    void setKey(const QByteArray &key) { m_key = key; }
    /// With one, Ollama wants it, too.
    void setOllamaKey(const QByteArray &key) { m_ollamaKey = key; }
    void setModels(const QStringList &models) { m_models = models; }
    void setDeployments(const QStringList &deployments) { m_deployments = deployments; }
    /// Requests that would have generated text, and so have cost something.
    [[nodiscard]] int charged() const noexcept { return m_charged; }
    /// Takes orders over HTTP as well: POST /_simulator {"scenario":...}.
    void allowRemoteControl() { m_remoteControl = true; }

private:
    struct Trouble {
        QString kind = QStringLiteral("normal");
        QString argument;
    };

    void onRequest(QTcpSocket &socket, const ReceivedRequest &request);
    void onControl(QTcpSocket &socket, const ReceivedRequest &request);
    void onOllama(QTcpSocket &socket, const ReceivedRequest &request) const;
    void onOpenAi(QTcpSocket &socket, const ReceivedRequest &request) const;
    void onAzure(QTcpSocket &socket, const ReceivedRequest &request);
    void onDeployment(QTcpSocket &socket, const ReceivedRequest &request, const QByteArray &name);
    [[nodiscard]] bool makeTrouble(QTcpSocket &socket, const ReceivedRequest &request, const Trouble &trouble) const;
    [[nodiscard]] QByteArray models(const char *list, const char *id) const;

    ThrowawayCa m_ca;
    std::unique_ptr<HttpTestServer> m_server;
    QByteArray m_key = QByteArrayLiteral("0123456789abcdef0123456789abcdef");
    QByteArray m_ollamaKey;
    QStringList m_models{QStringLiteral("llama3.2:latest"), QStringLiteral("qwen2.5:7b"), QStringLiteral("gpt-4o")};
    QStringList m_deployments{QStringLiteral("trading-chat")};
    Trouble m_listTrouble;
    Trouble m_deploymentTrouble;
    int m_charged = 0;
    bool m_remoteControl = false;
};

} // namespace testsupport
