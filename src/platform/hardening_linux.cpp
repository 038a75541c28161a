// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/hardening.h"

#include "platform/procfile_linux.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>

namespace platform {

namespace {

void fillStandardDescriptors() noexcept
{
    // open() gives the lowest free number: once it is above 2, all three are taken.
    int fd = 0;
    do
        fd = ::open("/dev/null", O_RDWR);
    while (fd >= 0 && fd <= STDERR_FILENO);
    if (fd >= 0)
        ::close(fd);
}

void noteSignals(CallerState &state) noexcept
{
    sigset_t blocked;
    ::sigemptyset(&blocked);
    ::pthread_sigmask(SIG_BLOCK, nullptr, &blocked);
    for (int number = 1; number < static_cast<int>(kSignalCount); ++number) {
        const auto index = static_cast<std::size_t>(number);
        state.blockedSignals[index] = ::sigismember(&blocked, number) == 1;
        struct sigaction action{};
        state.ignoredSignals[index] = ::sigaction(number, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
    }
}

std::uint64_t coreLimit() noexcept
{
    rlimit limit{};
    return ::getrlimit(RLIMIT_CORE, &limit) == 0 ? limit.rlim_cur : 0;
}

} // namespace

CallerState hardenProcess(Dumps dumps)
{
    CallerState caller;
    fillStandardDescriptors();
    noteSignals(caller);
    caller.fileModeMask = ::umask(077);
    rlimit limit{};
    if (::getrlimit(RLIMIT_CORE, &limit) == 0) {
        caller.coreLimit = limit.rlim_cur;
        // The soft limit only: a lowered hard limit could not be given back to children.
        limit.rlim_cur = 0;
        ::setrlimit(RLIMIT_CORE, &limit);
    }
    if (dumps == Dumps::Denied)
        denyDumps();
    return caller;
}

void denyDumps() noexcept
{
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

HardeningState hardeningState()
{
    HardeningState state;
    state.dumpable = ::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) != 0;
    state.coreLimit = coreLimit();
    state.secureHeap = base::secureHeapState();
    state.lockedKiB = procValueKiB(QStringLiteral("/proc/self/status"), "VmLck");
    return state;
}

} // namespace platform
