// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace base {

/// Source of time; injected everywhere so that tests decide what time it is. Implementations are thread-safe.
class Clock {
public:
    virtual ~Clock() = default;
    /// Wall clock: milliseconds since 1970-01-01T00:00:00Z. May jump either way.
    [[nodiscard]] virtual std::int64_t nowMs() const = 0;
    /// Milliseconds of a clock that never goes back and goes on while the computer sleeps. For deadlines.
    [[nodiscard]] virtual std::int64_t elapsedMs() const = 0;
};

/// The computer's own clocks.
class SystemClock final : public Clock {
public:
    [[nodiscard]] std::int64_t nowMs() const override;
    [[nodiscard]] std::int64_t elapsedMs() const override;
};

/// RFC 3339 in UTC with milliseconds, for example "2026-11-22T20:31:05.120Z".
[[nodiscard]] QString toRfc3339(std::int64_t ms);

} // namespace base
