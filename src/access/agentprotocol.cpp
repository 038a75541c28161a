// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/agentprotocol.h"

#include "base/jsonreader.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace agent {

namespace {

const QString kEnvironmentPrefix = QStringLiteral("env.");
const QString kPlainPrefix = QStringLiteral("plain.");
const QString kRunDocument = QStringLiteral("run");
const QString kStrip = QStringLiteral("strip");
const QString kAccount = QStringLiteral("account");
const QString kMethod = QStringLiteral("method");
const QString kPath = QStringLiteral("path");
const QString kQuery = QStringLiteral("query");
const QString kTimestamp = QStringLiteral("timestamp");
const QString kBody = QStringLiteral("body");

/// Plain text of an env file may well be a secret, so it travels with them.
QString plainName(qsizetype index)
{
    return kPlainPrefix + QString::number(index);
}

base::Result<service::ExtraVariable> parseExtra(base::JsonReader &item, const QString &plain,
                                                const base::SecretFields &secrets)
{
    service::ExtraVariable extra;
    extra.name = item.text(QLatin1StringView("name"));
    extra.text = item.optionalText(QLatin1StringView("reference"));
    extra.plain = item.boolean(QLatin1StringView("plain"), false);
    if (const auto found = secrets.find(plain); extra.plain && found != secrets.end()) {
        extra.text = base::textOf(found->second.exposeText());
    }
    LATCHKEY_CHECK(item.finish());
    return extra;
}

} // namespace

ControlRequest statusRequest(const QMap<QString, QString> &environment)
{
    ControlRequest request;
    request.operation = operation::kStatus;
    for (auto item = environment.cbegin(); item != environment.cend(); ++item)
        request.arguments.insert(kEnvironmentPrefix + item.key(), item.value());
    return request;
}

QProcessEnvironment environmentOf(const ControlRequest &request)
{
    QProcessEnvironment environment;
    for (auto item = request.arguments.cbegin(); item != request.arguments.cend(); ++item) {
        if (item.key().startsWith(kEnvironmentPrefix))
            environment.insert(item.key().mid(kEnvironmentPrefix.size()), item.value());
    }
    return environment;
}

base::Result<ControlRequest> runRequest(const service::RunRequest &request)
{
    ControlRequest out;
    out.operation = operation::kRun;
    QJsonArray extras;
    for (const service::ExtraVariable &extra : request.extra) {
        QJsonObject item{{QStringLiteral("name"), extra.name}, {QStringLiteral("plain"), extra.plain}};
        if (extra.plain) {
            LATCHKEY_TRY(base::SecretBytes text, base::SecretBytes::copyOf(base::view(extra.text.toUtf8())));
            out.secrets.emplace(plainName(extras.size()), std::move(text));
        } else {
            item.insert(QStringLiteral("reference"), extra.text);
        }
        extras.append(item);
    }
    QJsonObject document{{QStringLiteral("with"), QJsonArray::fromStringList(request.with)},
                         {QStringLiteral("extra"), extras}};
    // The strict reader takes no empty text.
    for (const auto &[name, text] :
         {std::pair(QStringLiteral("profile"), request.profile), std::pair(QStringLiteral("command"), request.command)}) {
        if (!text.isEmpty())
            document.insert(name, text);
    }
    out.arguments.insert(kRunDocument, QString::fromUtf8(QJsonDocument(document).toJson(QJsonDocument::Compact)));
    return out;
}

base::Result<service::RunRequest> parseRunRequest(const ControlRequest &request)
{
    const auto malformed = [] { return base::fail(base::ErrorCode::BadResponse, QStringLiteral("malformed request")); };
    auto reader = base::JsonReader::parse(request.arguments.value(kRunDocument).toUtf8());
    if (!reader)
        return malformed();
    service::RunRequest out;
    out.with = reader->texts(QLatin1StringView("with"));
    out.profile = reader->optionalText(QLatin1StringView("profile"));
    out.command = reader->optionalText(QLatin1StringView("command"));
    for (base::JsonReader &item : reader->objects(QLatin1StringView("extra"))) {
        auto extra = parseExtra(item, plainName(out.extra.size()), request.secrets);
        if (!extra)
            return malformed();
        out.extra.append(*std::move(extra));
    }
    if (!reader->finish())
        return malformed();
    return out;
}

ControlResponse runResponse(service::RunPlan plan)
{
    ControlResponse response;
    // Names of variables hold no line break.
    response.values.insert(kStrip, plan.strip.join(QLatin1Char('\n')));
    response.secrets = std::move(plan.variables);
    return response;
}

service::RunPlan parseRunResponse(ControlResponse response)
{
    return {std::move(response.secrets), response.values.value(kStrip).split(QLatin1Char('\n'), Qt::SkipEmptyParts)};
}

base::Result<ControlRequest> signRequest(const QString &account, const exchange::SigningRequest &request)
{
    ControlRequest out;
    out.operation = operation::kSign;
    out.arguments.insert(kAccount, account);
    out.arguments.insert(kMethod, QString::fromUtf8(request.method));
    out.arguments.insert(kPath, QString::fromUtf8(request.path));
    out.arguments.insert(kQuery, QString::fromUtf8(request.query));
    out.arguments.insert(kTimestamp, QString::number(request.timestampMs));
    if (!request.body.isEmpty()) {
        LATCHKEY_TRY(base::SecretBytes body, base::SecretBytes::copyOf(base::view(request.body)));
        out.secrets.emplace(kBody, std::move(body));
    }
    return out;
}

base::Result<SignMessage> parseSignRequest(const ControlRequest &request)
{
    SignMessage out;
    out.account = request.arguments.value(kAccount);
    out.request.method = request.arguments.value(kMethod).toUtf8();
    out.request.path = request.arguments.value(kPath).toUtf8();
    out.request.query = request.arguments.value(kQuery).toUtf8();
    bool isNumber = false;
    out.request.timestampMs = request.arguments.value(kTimestamp).toLongLong(&isNumber);
    if (!isNumber || out.request.timestampMs < 0)
        return base::fail(base::ErrorCode::BadResponse, QStringLiteral("malformed request"));
    if (const auto body = request.secrets.find(kBody); body != request.secrets.end())
        out.request.body = base::toByteArray(body->second.exposeBytes());
    return out;
}

ControlResponse failure(const base::Error &error)
{
    ControlResponse response;
    response.error = error;
    return response;
}

} // namespace agent
