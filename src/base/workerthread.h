// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"

#include <QMetaObject>
#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>
#include <type_traits>

namespace base {

/// One thread that runs jobs one after another, in the order in which they came. The destructor waits for the running job and
/// drops the rest, whose futures end as cancelled.
class WorkerThread final {
public:
    explicit WorkerThread(const QString &name);
    ~WorkerThread();
    Q_DISABLE_COPY_MOVE(WorkerThread)

    /// Runs `job() -> Result<T>` on the thread. Callable from any thread.
    template<typename Job>
    [[nodiscard]] auto run(Job job) -> QFuture<std::invoke_result_t<Job>>
    {
        using R = std::invoke_result_t<Job>;
        auto promise = std::make_shared<QPromise<R>>();
        promise->start();
        QFuture<R> future = promise->future();
        QMetaObject::invokeMethod(
            m_context,
            [this, promise, job = std::make_shared<Job>(std::move(job))] {
                // quit() alone would let everything that is queued run first.
                if (m_stopping)
                    return;
                promise->addResult((*job)());
                promise->finish();
            },
            Qt::QueuedConnection);
        return future;
    }

    /// Object that lives in the thread; for timers and queued calls.
    [[nodiscard]] QObject *context() const noexcept { return m_context; }

private:
    std::atomic_bool m_stopping = false;
    QThread m_thread;
    QObject *m_context = nullptr;
};

} // namespace base
