// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/hardening.h"

#include <csignal>
#include <vector>

#include <sys/resource.h>

namespace platform {

/// What exec() is called with; all pointers outlive the child's exec().
struct ExecTargets {
    const std::vector<char *> &files; ///< tried in order, as execvp(3) does
    char *const *arguments = nullptr;
    char *const *environment = nullptr;
    int document = -1; ///< becomes descriptor 3; -1 for none
    int report = -1;   ///< takes the error number when exec() fails; above every number that the child uses
};

/// The child's life between fork() and exec(), computed before fork().
struct ExecPlan {
    ExecTargets targets;
    sigset_t ignored{};
    sigset_t blocked{};
    mode_t fileModeMask = 077;
    rlimit core{};
    unsigned highestDescriptor = 0; ///< for systems that refuse close_range(2)
};

[[nodiscard]] ExecPlan makeExecPlan(const CallerState &caller, const ExecTargets &targets);

/// Runs in the child and never returns. Only async-signal-safe calls (signal-safety(7)) and plain system calls.
[[noreturn]] void executeChild(const ExecPlan &plan) noexcept;

} // namespace platform
