// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/workerthread.h"

#include "support/await.h"
#include "support/testmain.h"

#include <QSemaphore>

#include <atomic>
#include <optional>
#include <thread>

using base::ErrorCode;
using base::Result;
using base::WorkerThread;
using testsupport::await;

class TestWorkerThread : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnUnexpectedWarnings(); }

    void runsElsewhereUnderItsName()
    {
        WorkerThread worker(QStringLiteral("vault"));
        const auto seen = await(worker.run([]() -> Result<std::pair<QThread *, QString>> {
            return std::pair(QThread::currentThread(), QThread::currentThread()->objectName());
        }));
        QVERIFY(seen->first != QThread::currentThread());
        QCOMPARE(seen->first, worker.context()->thread());
        QCOMPARE(seen->second, QStringLiteral("vault"));
    }

    void keepsTheOrder()
    {
        WorkerThread worker(QStringLiteral("worker"));
        std::vector<int> order;
        for (int i = 0; i < 200; ++i) {
            static_cast<void>(worker.run([&order, i]() -> Result<void> {
                order.push_back(i);
                return {};
            }));
        }
        const auto size = await(worker.run([&order]() -> Result<std::size_t> { return order.size(); }));
        QCOMPARE(*size, std::size_t{200});
        QVERIFY(std::ranges::is_sorted(order));
    }

    void carriesErrorsAndMoveOnlyValues()
    {
        WorkerThread worker(QStringLiteral("worker"));
        QCOMPARE(await(worker.run([]() -> Result<int> { return base::fail(ErrorCode::Busy); })).error().code,
                 ErrorCode::Busy);
        auto given = std::make_unique<int>(4);
        const auto back = await(worker.run([value = std::move(given)]() mutable -> Result<std::unique_ptr<int>> {
            return std::move(value);
        }));
        QCOMPARE(**back, 4);
    }

    void endWaitsForTheRunningJobAndDropsTheRest()
    {
        QSemaphore started;
        QSemaphore proceed;
        std::atomic<bool> finished = false;
        std::atomic<bool> ranSecond = false;
        auto worker = std::make_optional<WorkerThread>(QStringLiteral("worker"));
        const auto first = worker->run([&]() -> Result<int> {
            started.release();
            proceed.acquire();
            finished = true;
            return 1;
        });
        const auto second = worker->run([&ranSecond]() -> Result<int> {
            ranSecond = true;
            return 2;
        });
        started.acquire();
        // The destructor is waiting, or about to, when the job is let go: either way the job has to be waited for.
        std::thread release([&proceed] { proceed.release(); });
        worker.reset();
        release.join();
        QVERIFY(finished);
        QCOMPARE(await(first).value(), 1);
        // Whether the loop took one more job before it saw quit() is not promised; that nothing is lost unseen is.
        const auto outcome = await(second);
        QCOMPARE(outcome.has_value(), ranSecond.load());
        if (!outcome)
            QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
    }

    void takesJobsFromManyThreads()
    {
        WorkerThread worker(QStringLiteral("worker"));
        int sum = 0; // touched by the worker alone
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&] {
                for (int i = 0; i < 100; ++i) {
                    static_cast<void>(worker.run([&sum]() -> Result<void> {
                        ++sum;
                        return {};
                    }));
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(*await(worker.run([&sum]() -> Result<int> { return sum; })), 400);
    }
};

LATCHKEY_TEST_MAIN(TestWorkerThread)
#include "tst_workerthread.moc"
