// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "copies.h"

namespace crashtest {

/// Each call of an operation that changes files fails once: with an I/O error, with a full disk, with a write cut short; alone,
/// or with all that follow. The program must say so with a code of its own, leave the old state or the new one, and go on when
/// the fault is gone.
class FaultSweep final {
public:
    /// `stride`: only every that many calls.
    FaultSweep(QString scenario, std::uint64_t seed, int stride);
    /// False after a fault of the program, which is printed.
    [[nodiscard]] bool run();

private:
    struct Case {
        FaultPlan plan;
        bool whole = false; ///< opening and closing are disturbed too
        bool dies = false;  ///< the process is killed as soon as it was refused, instead of trying again
    };
    [[nodiscard]] static Case whole();
    [[nodiscard]] Verdict sweep(const std::function<base::Result<News>(const Case &)> &attempt, const Case &how);
    [[nodiscard]] Verdict sweepStep(const Step &step);
    [[nodiscard]] base::Result<News> tryStep(const Step &step, const Case &one);
    [[nodiscard]] base::Result<News> tryCreation(const Case &one);
    [[nodiscard]] base::Result<News> tryBackup(const Case &one);
    [[nodiscard]] base::Result<News> tryRestore(const Case &one, bool replace);
    /// Runs it, and demands that it comes to its end and, when it fails, says so with a code for that.
    [[nodiscard]] base::Result<News> tryJob(std::function<base::Result<void>(const vault::Environment &)> job,
                                            const Case &one);
    [[nodiscard]] Verdict sweepCopies();
    [[nodiscard]] Verdict prepare();
    void print() const;

    QString m_scenario;
    std::uint64_t m_seed;
    int m_stride;
    Planner m_planner;
    Bench m_bench;
    CopyRounds m_copies{m_bench};
    QString m_what; ///< is tried
    QString m_case; ///< and how it is disturbed
    int m_cases = 0;
    QMap<QString, int> m_outcomes;
};

} // namespace crashtest
