// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/signalpipe_unix.h"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <thread>

namespace platform {

namespace {

constexpr int kClosed = -1;
constexpr int kOpening = -2;

// What the handler can reach. NOLINTBEGIN(cppcoreguidelines-avoid-non-const-global-variables): a handler gets no context
std::atomic<int> writeEnd{kClosed};
std::atomic<int> handlersRunning{0};
// NOLINTEND(cppcoreguidelines-avoid-non-const-global-variables)
static_assert(std::atomic<int>::is_always_lock_free);

bool sentByKernel(const siginfo_t &info) noexcept
{
#ifdef SI_KERNEL
    return info.si_code == SI_KERNEL;
#else
    return info.si_code > 0;
#endif
}

extern "C" void writeSignal(int number, siginfo_t *info, void *)
{
    const int savedErrno = errno;
    ++handlersRunning;
    if (const int fd = writeEnd; fd >= 0) {
        const std::array<unsigned char, 2> event{static_cast<unsigned char>(number),
                                                 static_cast<unsigned char>(sentByKernel(*info) ? 1 : 0)};
        // A full pipe holds thousands of signals that nobody looked at yet; one more changes nothing.
        [[maybe_unused]] const ssize_t written = ::write(fd, event.data(), event.size());
    }
    --handlersRunning;
    errno = savedErrno;
}

bool makePipe(std::array<int, 2> &ends) noexcept
{
    if (::pipe(ends.data()) != 0)
        return false;
    for (const int fd : ends) {
        ::fcntl(fd, F_SETFD, FD_CLOEXEC);
        ::fcntl(fd, F_SETFL, O_NONBLOCK);
    }
    return true;
}

} // namespace

base::Result<std::unique_ptr<SignalPipe>> SignalPipe::open(std::span<const int> signals)
{
    int expected = kClosed;
    if (!writeEnd.compare_exchange_strong(expected, kOpening))
        return base::fail(base::ErrorCode::Busy, QStringLiteral("signals are handled elsewhere"));
    std::unique_ptr<SignalPipe> out(new SignalPipe);
    if (!makePipe(out->m_ends)) {
        return base::fail(base::ErrorCode::IoFailure, QStringLiteral("pipe"));
    }
    writeEnd = out->m_ends[1];
    struct sigaction action{};
    action.sa_sigaction = writeSignal;
    action.sa_flags = SA_SIGINFO | SA_RESTART;
    ::sigfillset(&action.sa_mask);
    for (const int number : signals) {
        const auto index = static_cast<std::size_t>(number);
        struct sigaction &former = out->m_former[index];
        if (::sigaction(number, nullptr, &former) != 0 || (former.sa_handler == SIG_IGN && number != SIGCHLD))
            continue;
        out->m_installed[index] = ::sigaction(number, &action, nullptr) == 0;
    }
    return out;
}

SignalPipe::~SignalPipe()
{
    for (std::size_t index = 0; index < m_installed.size(); ++index) {
        if (m_installed[index])
            ::sigaction(static_cast<int>(index), &m_former[index], nullptr);
    }
    // A handler may still be at work in another thread: its descriptor must not be closed, and perhaps reused, under it.
    writeEnd = kOpening;
    while (handlersRunning != 0)
        std::this_thread::yield();
    for (const int fd : m_ends) {
        if (fd >= 0)
            ::close(fd);
    }
    writeEnd = kClosed;
}

std::optional<CaughtSignal> SignalPipe::next() const noexcept
{
    std::array<unsigned char, 2> event{};
    if (::read(m_ends[0], event.data(), event.size()) != static_cast<ssize_t>(event.size()))
        return std::nullopt;
    return CaughtSignal{event[0], event[1] != 0};
}

} // namespace platform
