// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/async.h"

#include "base/workerthread.h"
#include "support/await.h"
#include "support/testmain.h"

#include <memory>

using base::Async;
using base::ErrorCode;
using base::Result;
using testsupport::await;

/// Cannot be copied, like the values that matter here.
using Only = std::unique_ptr<int>;

class TestAsync : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void readyValuesArrive()
    {
        QCOMPARE(*await(base::ready<Only>(std::make_unique<int>(5))).value(), 5);
        QCOMPARE(await(base::readyError<Only>(ErrorCode::Locked, QStringLiteral("why"))).error(),
                 (base::Error{ErrorCode::Locked, QStringLiteral("why")}));
        QVERIFY(await(base::ready<void>({})).has_value());
    }

    void neverCallsBackBeforeItReturns()
    {
        QObject context;
        bool called = false;
        base::whenDone(base::ready<int>(1), &context, [&called](const Result<int> &) { called = true; });
        QVERIFY(!called);
        QTRY_VERIFY(called);
    }

    void callsOnceInTheThreadOfTheContext()
    {
        base::WorkerThread worker(QStringLiteral("worker"));
        QObject context;
        int calls = 0;
        base::whenDone(worker.run([]() -> Result<Only> { return std::make_unique<int>(7); }), &context,
                       [&](Result<Only> value) {
                           QCOMPARE(QThread::currentThread(), context.thread());
                           QCOMPARE(**value, 7);
                           ++calls;
                       });
        QTRY_COMPARE(calls, 1);
        QCoreApplication::processEvents();
        QCOMPARE(calls, 1);
        // The watcher goes with its work, not with the context.
        QTRY_VERIFY(context.children().isEmpty());
    }

    void aDeadContextIsNeverCalled()
    {
        auto promise = std::make_unique<QPromise<Result<Only>>>();
        promise->start();
        auto context = std::make_unique<QObject>();
        bool called = false;
        base::whenDone(promise->future(), context.get(), [&called](Result<Only>) { called = true; });
        promise->addResult(std::make_unique<int>(1));
        promise->finish();
        context.reset();
        QObject other;
        bool after = false;
        base::whenDone(base::ready<int>(1), &other, [&after](const Result<int> &) { after = true; });
        QTRY_VERIFY(after);
        QVERIFY(!called);
    }

    void aProducerThatGivesUpMeansCancelled()
    {
        auto promise = std::make_unique<QPromise<Result<Only>>>();
        promise->start();
        const Async<Only> future = promise->future();
        promise.reset();
        QCOMPARE(await(future).error().code, ErrorCode::Cancelled);
    }

    void chainPassesTheValueOn()
    {
        QObject context;
        const auto doubled = base::chain(base::ready<Only>(std::make_unique<int>(21)), &context, [](Only value) {
            *value *= 2;
            return base::ready<Only>(std::move(value));
        });
        QCOMPARE(*await(doubled).value(), 42);
    }

    void chainChangesTheType()
    {
        QObject context;
        const auto text = base::chain(base::ready<Only>(std::make_unique<int>(3)), &context,
                                      [](const Only &value) { return base::ready<QString>(QString::number(*value)); });
        QCOMPARE(await(text).value(), QStringLiteral("3"));
    }

    void chainStopsAtTheFirstError()
    {
        QObject context;
        bool called = false;
        const auto next = base::chain(base::readyError<Only>(ErrorCode::NotFound, QStringLiteral("what")), &context,
                                      [&called](Only) {
                                          called = true;
                                          return base::ready<int>(1);
                                      });
        QCOMPARE(await(next).error(), (base::Error{ErrorCode::NotFound, QStringLiteral("what")}));
        QVERIFY(!called);
    }

    void chainEndsAsCancelledWhenTheContextDies()
    {
        auto promise = std::make_unique<QPromise<Result<int>>>();
        promise->start();
        auto context = std::make_unique<QObject>();
        const auto next = base::chain(promise->future(), context.get(),
                                      [](int value) { return base::ready<int>(std::move(value)); });
        context.reset();
        QCOMPARE(await(next).error().code, ErrorCode::Cancelled);
        promise->addResult(Result<int>(1));
        promise->finish();
    }

    void chainEndsAsCancelledWhenTheContextDiesInTheSecondStep()
    {
        auto second = std::make_unique<QPromise<Result<int>>>();
        second->start();
        auto context = std::make_unique<QObject>();
        bool reached = false;
        const auto next = base::chain(base::ready<int>(1), context.get(), [&](int) {
            reached = true;
            return second->future();
        });
        QTRY_VERIFY(reached);
        context.reset();
        QCOMPARE(await(next).error().code, ErrorCode::Cancelled);
    }

    void longChainsOfMoveOnlyValues()
    {
        base::WorkerThread worker(QStringLiteral("worker"));
        QObject context;
        for (int round = 0; round < 50; ++round) {
            Async<Only> future = base::ready<Only>(std::make_unique<int>(0));
            for (int step = 0; step < 20; ++step) {
                future = base::chain(future, &context, [&worker](Only value) {
                    return worker.run([value = std::move(value)]() mutable -> Result<Only> {
                        ++*value;
                        return std::move(value);
                    });
                });
            }
            QCOMPARE(*await(future).value(), 20);
        }
    }
};

LATCHKEY_TEST_MAIN(TestAsync)
#include "tst_async.moc"
