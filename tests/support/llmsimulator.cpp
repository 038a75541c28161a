// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/llmsimulator.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace testsupport {

namespace {

const QByteArray kApiVersion = QByteArrayLiteral("2024-10-21");

void answerError(QTcpSocket &socket, int status, const QString &code, const QString &text)
{
    const QJsonObject error{{QStringLiteral("code"), code}, {QStringLiteral("message"), text}};
    HttpTestServer::answer(socket, status, QJsonDocument(QJsonObject{{QStringLiteral("error"), error}}).toJson());
}

/// What the client showed, in whichever header it showed it.
QByteArray shownKey(const ReceivedRequest &request)
{
    const QByteArray bearer = request.header("Authorization");
    return bearer.startsWith("Bearer ") ? bearer.sliced(7) : request.header("api-key");
}

} // namespace

LlmSimulator::LlmSimulator(Transport transport, quint16 port)
{
    const auto handler = [this](QTcpSocket &socket, const ReceivedRequest &request) { onRequest(socket, request); };
    m_server = transport == Transport::Tls ? std::make_unique<HttpTestServer>(m_ca.issue(), handler, port)
                                           : std::make_unique<HttpTestServer>(handler, port);
}

LlmSimulator::~LlmSimulator() = default;

bool LlmSimulator::play(const QString &scenario)
{
    static const QStringList known{QStringLiteral("normal"), QStringLiteral("answer"),   QStringLiteral("html"),
                                   QStringLiteral("status"), QStringLiteral("redirect"), QStringLiteral("hang"),
                                   QStringLiteral("drop"),   QStringLiteral("half"),     QStringLiteral("garbage"),
                                   QStringLiteral("huge"),   QStringLiteral("echo"),     QStringLiteral("echolist")};
    const bool deployment = scenario.endsWith(QLatin1StringView("@deployment"));
    const QString plain = deployment ? scenario.chopped(11) : scenario;
    const Trouble trouble{plain.section(u':', 0, 0), plain.section(u':', 1)};
    if (!known.contains(trouble.kind))
        return false;
    m_listTrouble = deployment ? Trouble{} : trouble;
    m_deploymentTrouble = deployment ? trouble : Trouble{};
    return true;
}

void LlmSimulator::onRequest(QTcpSocket &socket, const ReceivedRequest &request)
{
    const QByteArray path = request.path();
    if (m_remoteControl && path == "/_simulator")
        return onControl(socket, request);
    const bool deployment = path.startsWith("/openai/deployments/");
    if (makeTrouble(socket, request, deployment ? m_deploymentTrouble : m_listTrouble))
        return;
    if (path.startsWith("/api/"))
        onOllama(socket, request);
    else if (path.startsWith("/openai/"))
        onAzure(socket, request);
    else if (path.startsWith("/v1/"))
        onOpenAi(socket, request);
    else
        HttpTestServer::answer(socket, 404, "404 page not found", "text/plain");
}

void LlmSimulator::onControl(QTcpSocket &socket, const ReceivedRequest &request)
{
    const QJsonObject order = QJsonDocument::fromJson(request.body).object();
    const bool fine = request.method == "POST" && play(order.value(QLatin1StringView("scenario")).toString());
    HttpTestServer::answer(socket, fine ? 200 : 400, fine ? "{\"ok\":true}" : "{\"ok\":false}");
}

QByteArray LlmSimulator::models(const char *list, const char *id) const
{
    QJsonArray rows;
    for (const QString &model : m_models) {
        rows << QJsonObject{{QString::fromLatin1(id), model},
                            {QStringLiteral("size"), qint64{2'019'393'189}},
                            {QStringLiteral("capabilities"), QJsonObject{{QStringLiteral("chat_completion"), true}}}};
    }
    return QJsonDocument(QJsonObject{{QString::fromLatin1(list), rows}}).toJson(QJsonDocument::Compact);
}

void LlmSimulator::onOllama(QTcpSocket &socket, const ReceivedRequest &request) const
{
    if (request.method != "GET" || request.target != "/api/tags")
        return HttpTestServer::answer(socket, 404, "404 page not found", "text/plain");
    if (!m_ollamaKey.isEmpty() && request.header("Authorization") != "Bearer " + m_ollamaKey)
        return HttpTestServer::answer(socket, 401, R"({"error":"unauthorized"})");
    HttpTestServer::answer(socket, 200, models("models", "name"));
}

void LlmSimulator::onOpenAi(QTcpSocket &socket, const ReceivedRequest &request) const
{
    if (request.method != "GET" || request.target != "/v1/models")
        return answerError(socket, 404, QStringLiteral("unknown_url"), QStringLiteral("Unknown request URL"));
    if (request.header("Authorization") != "Bearer " + m_key)
        return answerError(socket, 401, QStringLiteral("invalid_api_key"), QStringLiteral("Incorrect API key provided"));
    HttpTestServer::answer(socket, 200, models("data", "id"));
}

void LlmSimulator::onAzure(QTcpSocket &socket, const ReceivedRequest &request)
{
    // A key in another header than its own is no key.
    if (request.header("api-key") != m_key || !request.header("Authorization").isEmpty())
        return answerError(socket, 401, QStringLiteral("401"),
                           QStringLiteral("Access denied due to invalid subscription key or wrong API endpoint."));
    if (request.target.split('?').value(1) != "api-version=" + kApiVersion)
        return answerError(socket, 404, QStringLiteral("404"), QStringLiteral("Resource not found"));
    const QByteArray path = request.path();
    constexpr QByteArrayView kBefore("/openai/deployments/");
    constexpr QByteArrayView kBehind("/chat/completions");
    if (request.method == "GET" && path == "/openai/models")
        HttpTestServer::answer(socket, 200, models("data", "id"));
    else if (request.method == "POST" && path.startsWith(kBefore) && path.endsWith(kBehind))
        onDeployment(socket, request, path.sliced(kBefore.size(), path.size() - kBefore.size() - kBehind.size()));
    else
        answerError(socket, 404, QStringLiteral("404"), QStringLiteral("Resource not found"));
}

void LlmSimulator::onDeployment(QTcpSocket &socket, const ReceivedRequest &request, const QByteArray &name)
{
    const QString decoded = QUrl::fromPercentEncoding(name);
    if (!m_deployments.contains(decoded))
        return answerError(socket, 404, QStringLiteral("DeploymentNotFound"),
                           QStringLiteral("The API deployment for this resource does not exist."));
    const QJsonDocument body = QJsonDocument::fromJson(request.body);
    if (request.header("Content-Type") != "application/json" || !body.isObject())
        return HttpTestServer::answer(socket, 415, {});
    if (body.object().value(QLatin1StringView("messages")).isArray()) {
        ++m_charged;
        return HttpTestServer::answer(socket, 200, R"({"choices":[]})");
    }
    answerError(socket, 400, QStringLiteral("BadRequest"), QStringLiteral("Missing required parameter: 'messages'."));
}

bool LlmSimulator::makeTrouble(QTcpSocket &socket, const ReceivedRequest &request, const Trouble &trouble) const
{
    const QString &kind = trouble.kind;
    const QString rest = trouble.argument.section(u':', 1);
    const int status = trouble.argument.section(u':', 0, 0).toInt();
    if (kind == QLatin1StringView("normal"))
        return false;
    if (kind == QLatin1StringView("answer"))
        HttpTestServer::answer(socket, status, rest.toUtf8());
    else if (kind == QLatin1StringView("html"))
        HttpTestServer::answer(socket, status, "<!DOCTYPE html><html><body>Log in</body></html>", "text/html");
    else if (kind == QLatin1StringView("status"))
        HttpTestServer::answer(socket, status, {}, "text/plain");
    else if (kind == QLatin1StringView("redirect"))
        HttpTestServer::answer(socket, 302, {}, "text/plain", "Location: " + trouble.argument.toUtf8() + "\r\n");
    else if (kind == QLatin1StringView("drop"))
        socket.abort();
    else if (kind == QLatin1StringView("half")) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"models\":[");
        socket.disconnectFromHost();
    } else if (kind == QLatin1StringView("garbage"))
        HttpTestServer::answer(socket, 200, "\x01\x02 no json \xff");
    else if (kind == QLatin1StringView("huge"))
        HttpTestServer::answer(socket, 200, QByteArray(6'291'456, ' '));
    else if (kind == QLatin1StringView("echo"))
        answerError(socket, 401, QString::fromUtf8(shownKey(request)), QStringLiteral("You sent it"));
    else if (kind == QLatin1StringView("echolist")) {
        const QString name = QStringLiteral("x-") + QString::fromUtf8(shownKey(request));
        const QJsonArray rows{QJsonObject{{QStringLiteral("id"), name}, {QStringLiteral("name"), name}}};
        const QJsonObject both{{QStringLiteral("data"), rows}, {QStringLiteral("models"), rows}};
        HttpTestServer::answer(socket, 200, QJsonDocument(both).toJson());
    }
    return true; // "hang" does nothing at all
}

} // namespace testsupport
