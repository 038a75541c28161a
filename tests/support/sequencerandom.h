// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/randomsource.h"

namespace testsupport {

/// Repeatable "randomness": bytes of a counter run through a mixer. Never the same twice, the same in every run.
class SequenceRandom final : public base::RandomSource {
public:
    explicit SequenceRandom(std::uint64_t seed = 1) : m_state(seed) {}
    [[nodiscard]] base::Result<void> fill(base::ByteSpan out) override
    {
        for (unsigned char &byte : out) {
            m_state += 0x9e3779b97f4a7c15;
            std::uint64_t z = m_state;
            z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
            z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
            byte = static_cast<unsigned char>(z >> 56);
        }
        return {};
    }

private:
    std::uint64_t m_state;
};

} // namespace testsupport
