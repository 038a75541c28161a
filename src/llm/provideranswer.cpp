// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/provideranswer.h"

#include "net/httpmessage.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace llm {

namespace {

using base::ErrorCode;

constexpr qsizetype kLongestCode = 48;
constexpr qsizetype kLongestName = 200;
constexpr qsizetype kMostModels = 5000;

Judgement unchecked(Category category, std::optional<Warning> warning = std::nullopt)
{
    return {Verdict::Unchecked, category, warning};
}

Judgement refused(Category category)
{
    return {Verdict::Refused, category, std::nullopt};
}

bool looksLikeHtml(const net::HttpResponse &response)
{
    return response.header("Content-Type").toLower().startsWith("text/html") || response.body.trimmed().startsWith('<');
}

/// A code and no sentence: what goes into reports is not for a server to write.
QString codeIn(const QJsonObject &error)
{
    for (const QLatin1StringView member : {QLatin1StringView("code"), QLatin1StringView("type")}) {
        const QString text = error.value(member).toVariant().toString();
        const bool isCode = std::ranges::all_of(text, [](QChar c) {
            return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_' || c == u'-'
                || c == u'.';
        });
        if (isCode && !text.isEmpty() && text.size() <= kLongestCode)
            return text;
    }
    return {};
}

/// Answers of the provider's own, by their status.
Judgement judgeOwn(const ProviderAnswer &answer)
{
    switch (answer.status) {
    case 401:
        return refused(Category::Key);
    case 402:
        return refused(Category::Account);
    case 403:
        return refused(Category::Permission);
    case 400:
    case 404:
    case 405:
        return unchecked(Category::Address);
    default:
        break;
    }
    // A success that is no list comes from something else than this provider.
    return unchecked(answer.status < 400 ? Category::Address : Category::Maintenance);
}

bool isName(const QString &text)
{
    return !text.isEmpty() && text.size() <= kLongestName && std::ranges::none_of(text, [](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
    });
}

Model modelFrom(const QJsonObject &object, const QString &id)
{
    Model model{id, {}, {}};
    const QJsonObject can = object.value(QLatin1StringView("capabilities")).toObject();
    if (const QJsonValue chat = can.value(QLatin1StringView("chat_completion")); chat.isBool())
        model.chat = chat.toBool();
    if (const qint64 size = object.value(QLatin1StringView("size")).toInteger(-1); size >= 0)
        model.size = size;
    return model;
}

} // namespace

ProviderAnswer readAnswer(const net::HttpResponse &response)
{
    ProviderAnswer answer;
    answer.status = response.status;
    answer.json = QJsonDocument::fromJson(response.body).object();
    answer.isHtml = answer.json.isEmpty() && looksLikeHtml(response);
    const QJsonObject error = answer.json.value(QLatin1StringView("error")).toObject();
    answer.code = codeIn(error);
    answer.lacksScope = error.value(QLatin1StringView("message"))
                            .toString()
                            .contains(QLatin1StringView("missing scopes"), Qt::CaseInsensitive);
    return answer;
}

Judgement judge(const ProviderAnswer &answer)
{
    if (answer.code == QLatin1StringView("insufficient_quota"))
        return refused(Category::Account);
    if (answer.status == 429)
        return unchecked(Category::Rate);
    if (answer.status == 451 || answer.code == QLatin1StringView("unsupported_country_region_territory"))
        return unchecked(Category::Blocked, Warning::RegionBlocked);
    // Providers speak JSON. A page comes from a login portal, a firewall, or a server that is no provider.
    if (answer.isHtml && answer.status != 404)
        return unchecked(answer.status >= 500 && answer.status != 503 ? Category::Maintenance : Category::Blocked);
    if (answer.status == 403 && answer.json.isEmpty())
        return unchecked(Category::Blocked);
    return judgeOwn(answer);
}

std::optional<Judgement> judge(const base::Error &error)
{
    switch (error.code) {
    case ErrorCode::NetworkFailure:
    case ErrorCode::TimedOut:
    case ErrorCode::BadResponse:
        return unchecked(Category::Network);
    case ErrorCode::TlsFailure:
        return unchecked(Category::Tls);
    case ErrorCode::RedirectRefused:
        return unchecked(Category::Blocked, Warning::Redirected);
    case ErrorCode::ResponseTooLarge:
        return unchecked(Category::Maintenance);
    default:
        return std::nullopt;
    }
}

std::optional<QList<Model>> modelsIn(const ProviderAnswer &answer, QLatin1StringView list, QLatin1StringView id)
{
    const QJsonValue rows = answer.json.value(list);
    if (answer.status != 200 || !rows.isArray())
        return std::nullopt;
    QList<Model> models;
    const QJsonArray all = rows.toArray();
    for (const auto &row : all) {
        const QString name = row.toObject().value(id).toString();
        if (isName(name) && models.size() < kMostModels)
            models << modelFrom(row.toObject(), name);
    }
    return models;
}

} // namespace llm
