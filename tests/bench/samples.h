// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

namespace bench {

/// Times of single operations. Budgets are about medians; the mean of a loop would hide what a checkpoint costs now and then.
class Samples final {
public:
    /// Returns seconds.
    template<typename Operation>
    double time(Operation operation)
    {
        const auto from = std::chrono::steady_clock::now();
        operation();
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - from;
        m_seconds.push_back(taken.count());
        return taken.count();
    }

    [[nodiscard]] double microseconds(double quantile) const
    {
        if (m_seconds.empty())
            return 0;
        std::vector<double> sorted = m_seconds;
        std::ranges::sort(sorted);
        const auto at = static_cast<std::size_t>(quantile * static_cast<double>(sorted.size() - 1));
        return sorted[at] * 1e6;
    }

    /// As counters "NAME_us" and "NAME_p99_us".
    void report(benchmark::State &state, const std::string &name = "median") const
    {
        state.counters[name + "_us"] = microseconds(0.5);
        state.counters[name + "_p99_us"] = microseconds(0.99);
    }

private:
    std::vector<double> m_seconds;
};

} // namespace bench
