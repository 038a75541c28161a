// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"

#include <QTestEventLoop>

#include <optional>

/// Waits for an asynchronous result while the event loop runs; Internal when none came within `timeoutMs`.
template<typename T>
base::Result<T> await(const base::Async<T> &future, int timeoutMs = 60'000)
{
    QObject context;
    std::optional<base::Result<T>> out;
    // Not qWaitFor(), which sleeps 10 ms between two looks at the event loop: a chain takes many turns.
    QTestEventLoop loop;
    base::whenDone(future, &context, [&](base::Result<T> result) {
        out.emplace(std::move(result));
        loop.exitLoop();
    });
    loop.enterLoopMSecs(timeoutMs);
    if (!out)
        return base::fail(base::ErrorCode::Internal, QStringLiteral("the test waited in vain"));
    return *std::move(out);
}

/// The error code of a result that must be one; nothing for a success.
template<typename T>
std::optional<base::ErrorCode> codeOf(const base::Result<T> &result)
{
    return result ? std::nullopt : std::optional(result.error().code);
}
