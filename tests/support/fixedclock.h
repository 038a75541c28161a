// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <atomic>

namespace testsupport {

/// A clock that stands still until a test moves it.
class FixedClock final : public base::Clock {
public:
    explicit FixedClock(std::int64_t now = 1'763'843'465'120) : m_now(now) {}
    [[nodiscard]] std::int64_t nowMs() const override { return m_now; }
    [[nodiscard]] std::int64_t elapsedMs() const override { return m_elapsed; }
    void advance(std::int64_t ms)
    {
        m_now += ms;
        m_elapsed += ms;
    }
    void setNow(std::int64_t ms) { m_now = ms; }

private:
    std::atomic<std::int64_t> m_now;
    std::atomic<std::int64_t> m_elapsed{0};
};

} // namespace testsupport
