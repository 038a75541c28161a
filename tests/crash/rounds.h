// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "copies.h"

namespace crashtest {

/// Rounds of kill -9: a child works, is killed at a random time, at a named place of the program, or before, in the middle of or
/// after one of its system calls; then the vault must be whole.
class KillRounds final {
public:
    KillRounds(const QString &scenario, std::uint64_t seed);

    /// False after a fault of the program, which is printed.
    [[nodiscard]] bool run(int rounds);

private:
    enum class Way { ByChance, AtPoint, AtCall };

    [[nodiscard]] Verdict round();
    [[nodiscard]] Verdict creationRound();
    [[nodiscard]] Verdict backupRound();
    [[nodiscard]] Verdict restoreRound();
    [[nodiscard]] Verdict prepareStock();
    /// A kill while the steps or the job of `orders` are done. Which places there are to die at follows from these.
    [[nodiscard]] Orders killOrders(Orders orders);
    [[nodiscard]] base::Result<News> runJob(std::function<base::Result<void>(const vault::Environment &)> job);
    void countJob(bool done, const News &news);
    void count(Way way, const News &news);
    void learn(const News &news);
    void print(int rounds, double seconds) const;

    QString m_scenario;
    std::uint64_t m_seed;
    Planner m_planner;
    Bench m_bench;
    CopyRounds m_copies;
    int m_onThisVault = 0;
    Way m_way = Way::ByChance;
    long m_callsOfRound = 60;
    double m_timeOfRound = 10'000; ///< microseconds, while undisturbed
    QString m_lastOrders;

    QMap<QString, int> m_places;
    int m_killed = 0;
    int m_finished = 0;
    int m_steps = 0;
    int m_unanswered = 0; ///< done, though the answer never came
};

} // namespace crashtest
