// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QPromise>

#include <memory>
#include <type_traits>
#include <utility>

namespace base {

/// The result of work that is still going on. One consumer only: whenDone() or chain() moves the value out.
template<typename T>
using Async = QFuture<Result<T>>;

namespace detail {

template<typename T>
struct AsyncValue;
template<typename T>
struct AsyncValue<QFuture<std::expected<T, Error>>> {
    using Type = T;
};

/// Moves the only result out of a finished future; Cancelled when its producer went away without one.
template<typename T>
Result<T> takeOnly(const QFuture<Result<T>> &future)
{
    if (future.resultCount() == 0)
        return fail(ErrorCode::Cancelled);
    // takeResult() with move-only results crashes now and then in Qt 6.4.2; the iterator gives the stored object itself.
    return std::move(const_cast<Result<T> &>(*future.constBegin())); // NOLINT: the single consumer owns it
}

} // namespace detail

/// Calls `fn(Result<T>)` from the event loop, never at once, when `future` is done. To be called in the thread of `context`,
/// where `fn` runs too. If `context` dies first, `fn` is never called.
template<typename T, typename Fn>
void whenDone(const QFuture<Result<T>> &future, QObject *context, Fn fn)
{
    auto *watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, fn = std::move(fn)]() mutable {
        const QFuture<Result<T>> finished = watcher->future();
        watcher->deleteLater();
        fn(detail::takeOnly<T>(finished));
    });
    watcher->setFuture(future);
}

/// A future that is already done.
template<typename T>
[[nodiscard]] Async<T> ready(Result<T> value)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

template<typename T>
[[nodiscard]] Async<T> readyError(ErrorCode code, QString detail = {})
{
    return ready<T>(Result<T>(fail(code, std::move(detail))));
}

/// Runs `fn(T) -> Async<U>` in the thread of `context` after success; an error passes through unchanged. If `context` dies
/// first, the returned future ends as cancelled.
template<typename T, typename Fn>
[[nodiscard]] auto chain(const QFuture<Result<T>> &future, QObject *context, Fn fn)
{
    using Next = std::invoke_result_t<Fn, T>;
    using U = typename detail::AsyncValue<Next>::Type;
    auto promise = std::make_shared<QPromise<Result<U>>>();
    promise->start();
    Async<U> out = promise->future();
    whenDone(future, context, [promise, context, fn = std::move(fn)](Result<T> value) mutable {
        if (!value) {
            promise->addResult(Result<U>(std::unexpected(std::move(value).error())));
            promise->finish();
            return;
        }
        whenDone(fn(*std::move(value)), context, [promise](Result<U> next) {
            promise->addResult(std::move(next));
            promise->finish();
        });
    });
    return out;
}

} // namespace base
