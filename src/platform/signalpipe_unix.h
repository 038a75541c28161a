// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QtGlobal>

#include <array>
#include <csignal>
#include <memory>
#include <optional>
#include <span>

namespace platform {

/// A signal that came in while a SignalPipe was open.
struct CaughtSignal {
    int number = 0;
    /// The kernel sent it, which for the keyboard signals means the terminal driver: every process of the foreground group
    /// has it already. False when a process sent it to this one.
    bool fromKernel = false;
};

/// Turns signals into readable events (the self-pipe trick), so that they are handled in ordinary code. One at a time per
/// process, because a signal handler can only reach process-wide state. A signal that was ignored stays ignored, except
/// SIGCHLD. The destructor puts the former handlers back.
class SignalPipe final {
public:
    /// Busy while another one is open.
    [[nodiscard]] static base::Result<std::unique_ptr<SignalPipe>> open(std::span<const int> signals);
    ~SignalPipe();
    Q_DISABLE_COPY_MOVE(SignalPipe)

    /// Readable whenever next() has something.
    [[nodiscard]] int descriptor() const noexcept { return m_ends[0]; }
    /// Never blocks.
    [[nodiscard]] std::optional<CaughtSignal> next() const noexcept;

private:
    SignalPipe() = default;

    std::array<int, 2> m_ends{-1, -1};
    std::array<struct sigaction, NSIG> m_former{};
    std::array<bool, NSIG> m_installed{};
};

} // namespace platform
