// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench.h"

namespace crashtest {

/// Each byte of a small vault file is changed, one at a time, with the anchor removed so that it does not help. The change must be
/// detected (exit status 8), or shut the way in that was used (3), or leave all that is shown as it was.
class TamperSweep final {
public:
    /// `stride`: only every that many bytes, beginning with the one of number `seed` modulo `stride`.
    TamperSweep(std::uint64_t seed, int stride);
    /// False after a fault of the program, which is printed.
    [[nodiscard]] bool run();

private:
    [[nodiscard]] Verdict make();
    /// "detected", "slot damaged", "identical", or what should not be.
    [[nodiscard]] base::Result<QString> judge();

    std::uint64_t m_seed;
    int m_stride;
    Bench m_bench;
    QString m_truth;
    QMap<QString, int> m_counts;
};

} // namespace crashtest
