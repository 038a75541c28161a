// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"

#include <QTestEventLoop>

#include <optional>

namespace testsupport {

/// Runs the event loop until an asynchronous result is there; Internal when none came within `timeoutMs`.
template<typename T>
[[nodiscard]] base::Result<T> await(const base::Async<T> &future, int timeoutMs = 30'000)
{
    QObject context;
    QTestEventLoop loop;
    std::optional<base::Result<T>> out;
    base::whenDone(future, &context, [&](base::Result<T> result) {
        out.emplace(std::move(result));
        loop.exitLoop();
    });
    loop.enterLoopMSecs(timeoutMs);
    if (!out)
        return base::fail(base::ErrorCode::Internal, QStringLiteral("the test waited in vain"));
    return *std::move(out);
}

/// "ok" or the name of the error code, for comparing.
template<typename T>
[[nodiscard]] QString outcome(const base::Result<T> &result)
{
    return result ? QStringLiteral("ok") : QString(base::codeName(result.error().code));
}

} // namespace testsupport
