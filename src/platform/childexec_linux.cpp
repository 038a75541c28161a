// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/childexec_linux.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace platform {

namespace {

constexpr int kFirstForeignDescriptor = 3;
constexpr rlim_t kMostDescriptors = 1u << 20;

void restoreSignals(const ExecPlan &plan) noexcept
{
    for (int number = 1; number < static_cast<int>(kSignalCount); ++number) {
        struct sigaction action{};
        action.sa_handler = ::sigismember(&plan.ignored, number) == 1 ? SIG_IGN : SIG_DFL;
        ::sigaction(number, &action, nullptr); // refused for KILL, STOP and those of the C library: as it should be
    }
    ::pthread_sigmask(SIG_SETMASK, &plan.blocked, nullptr);
}

/// Leaves 0-2, the document as 3 and the report, which exec() closes. Returns the report's new number, or -1.
int arrangeDescriptors(const ExecPlan &plan) noexcept
{
    int next = kFirstForeignDescriptor;
    // dup2() also drops close-on-exec.
    if (plan.targets.document >= 0 && ::dup2(plan.targets.document, next++) < 0)
        return -1;
    const int report = ::dup3(plan.targets.report, next++, O_CLOEXEC);
    if (report < 0)
        return -1;
    if (::close_range(static_cast<unsigned>(next), ~0U, 0) != 0) {
        for (auto fd = static_cast<unsigned>(next); fd <= plan.highestDescriptor; ++fd)
            ::close(static_cast<int>(fd));
    }
    return report;
}

/// The rules of execvp(3): a file that is missing or may not be run lets the search go on, the latter is remembered.
/// ENOEXEC does not start a shell here.
int tryFiles(const ExecTargets &targets) noexcept
{
    int result = ENOENT;
    for (const char *file : targets.files) {
        ::execve(file, targets.arguments, targets.environment);
        switch (errno) {
        case EACCES:
            result = EACCES;
            continue;
        case ENOENT:
        case ENOTDIR:
        case ESTALE:
        case ENODEV:
        case ETIMEDOUT:
            continue;
        default:
            return errno;
        }
    }
    return result;
}

} // namespace

ExecPlan makeExecPlan(const CallerState &caller, const ExecTargets &targets)
{
    ExecPlan plan{targets};
    ::sigemptyset(&plan.ignored);
    ::sigemptyset(&plan.blocked);
    for (int number = 1; number < static_cast<int>(kSignalCount); ++number) {
        if (caller.ignoredSignals[static_cast<std::size_t>(number)])
            ::sigaddset(&plan.ignored, number);
        if (caller.blockedSignals[static_cast<std::size_t>(number)])
            ::sigaddset(&plan.blocked, number);
    }
    plan.fileModeMask = static_cast<mode_t>(caller.fileModeMask);
    ::getrlimit(RLIMIT_CORE, &plan.core);
    plan.core.rlim_cur = std::min<rlim_t>(caller.coreLimit, plan.core.rlim_max);
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    plan.highestDescriptor = static_cast<unsigned>(std::min(files.rlim_max, kMostDescriptors));
    return plan;
}

void executeChild(const ExecPlan &plan) noexcept
{
    ::umask(plan.fileModeMask);
    ::setrlimit(RLIMIT_CORE, &plan.core);
    int report = arrangeDescriptors(plan);
    int error = errno;
    if (report >= 0) {
        // Last, so that a signal that waited cannot end the child before it is complete.
        restoreSignals(plan);
        error = tryFiles(plan.targets);
    } else {
        report = plan.targets.report;
    }
    [[maybe_unused]] const ssize_t written = ::write(report, &error, sizeof error);
    ::_exit(127);
}

} // namespace platform
