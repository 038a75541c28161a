// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/exchangeanswer.h"

#include "net/httpmessage.h"

namespace exchange {

namespace {

using base::ErrorCode;

Judgement unchecked(Category category, std::optional<Warning> warning = std::nullopt)
{
    return {Verdict::Unchecked, category, warning};
}

/// Categories that say something about the exchange or the way to it, and nothing about the credential.
bool isAboutTheWay(Category category)
{
    return category == Category::Rate || category == Category::Maintenance || category == Category::Network
        || category == Category::Blocked || category == Category::Tls;
}

/// Answers without the exchange's own JSON.
Judgement judgeForeign(const ExchangeAnswer &answer)
{
    if (answer.status == 401) // a verdict with any body, even none
        return {Verdict::Refused, Category::Key, Warning::UnknownCode};
    if (answer.status == 403 || (answer.isHtml && (answer.status < 500 || answer.status == 503)))
        return unchecked(Category::Blocked);
    return unchecked(Category::Maintenance);
}

Judgement judgeCode(const ExchangeInfo &info, const ExchangeAnswer &answer)
{
    const auto known = info.codes.constFind(answer.code);
    if (known == info.codes.cend()) {
        // HTTP says that the request was refused, and the exchange's own JSON that it was not something in between.
        if (answer.status >= 400 && answer.status < 404 && !answer.code.isEmpty())
            return {Verdict::Refused, Category::Key, Warning::UnknownCode};
        return unchecked(Category::Maintenance, Warning::UnknownCode);
    }
    if (*known == Category::None)
        return unchecked(Category::Maintenance);
    if (isAboutTheWay(*known))
        return unchecked(*known);
    if (answer.status >= 500)
        return unchecked(Category::Maintenance);
    const bool mixup = info.mixupCodes.contains(answer.code);
    return {Verdict::Refused, *known, mixup ? std::optional(Warning::DemoLiveMixup) : std::nullopt};
}

} // namespace

Judgement judge(const ExchangeInfo &info, const ExchangeAnswer &answer)
{
    if (answer.status == 429 || answer.status == 418)
        return unchecked(Category::Rate);
    if (answer.status == 451)
        return unchecked(Category::Blocked, Warning::RegionBlocked);
    return answer.isJson ? judgeCode(info, answer) : judgeForeign(answer);
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

bool looksLikeHtml(const net::HttpResponse &response)
{
    return response.header("Content-Type").toLower().startsWith("text/html") || response.body.trimmed().startsWith('<');
}

} // namespace exchange
