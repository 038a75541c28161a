// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "llm/providerreport.h"

namespace net {
struct HttpResponse;
} // namespace net

namespace llm {

/// A provider's answer in the form that all of them share.
struct ProviderAnswer {
    int status = 0;
    bool isHtml = false;
    QJsonObject json;        ///< empty: the body is no JSON object
    QString code;            ///< error.code, else error.type; only when it looks like a code; empty = none
    bool lacksScope = false; ///< the key is right, but may not ask this (OpenAI's restricted keys)
};

/// What an answer that is no success means for the settings that it was asked with.
struct Judgement {
    Verdict verdict = Verdict::Unchecked;
    Category category = Category::None;
    std::optional<Warning> warning;
};

[[nodiscard]] ProviderAnswer readAnswer(const net::HttpResponse &response);

/// Whether an answer is a verdict at all is decided first (rate limit, region block, a wall or a login page in front of the
/// provider, trouble of the server): none of these says anything about the key.
[[nodiscard]] Judgement judge(const ProviderAnswer &answer);

/// What a request that got no answer means; nothing when the error is not about the way to the provider but about the request.
[[nodiscard]] std::optional<Judgement> judge(const base::Error &error);

/// The models of a list: an array of objects under `list`, whose names stand under `id`. Nothing when there is no such array.
/// Names that are no names (empty, overlong, with control characters) are left out, and so is what goes beyond some thousands.
[[nodiscard]] std::optional<QList<Model>> modelsIn(const ProviderAnswer &answer, QLatin1StringView list,
                                                   QLatin1StringView id);

} // namespace llm
