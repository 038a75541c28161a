// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/exchangeinfo.h"

#include <QJsonValue>

namespace net {
struct HttpResponse;
} // namespace net

namespace exchange {

/// An exchange's answer in the form that all of them share. Which members of the JSON these are is the exchange's own matter.
struct ExchangeAnswer {
    int status = 0;
    bool isJson = false; ///< the body is the exchange's own JSON
    bool isHtml = false;
    bool succeeded = false;
    QString code; ///< empty = none
    QString text; ///< the exchange's words, else the HTTP reason; not yet filtered
    QJsonValue data;
};

/// What an answer means for the credential that it was asked with.
struct Judgement {
    Verdict verdict = Verdict::Unchecked;
    Category category = Category::None;
    std::optional<Warning> warning;
};

/// Judges an answer that is no success. Whether it is a verdict at all is decided first (rate limit, region block, a wall in front
/// of the exchange, trouble of the server), then the exchange's code is looked up.
[[nodiscard]] Judgement judge(const ExchangeInfo &info, const ExchangeAnswer &answer);

/// What a request that got no answer means; nothing when the error is not about the way to the exchange but about the request.
[[nodiscard]] std::optional<Judgement> judge(const base::Error &error);

/// Whether a body is a web page: what portals and protection services send.
[[nodiscard]] bool looksLikeHtml(const net::HttpResponse &response);

} // namespace exchange
