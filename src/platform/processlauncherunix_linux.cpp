// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/processlauncherunix.h"

#include "platform/childprocess_linux.h"
#include "platform/signalpipe_unix.h"

#include <QSocketNotifier>

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>

namespace platform {

namespace {

using service::ports::ChildExit;
using service::ports::ChildSpec;

constexpr std::array kWatched{SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGWINCH, SIGTSTP, SIGCONT, SIGCHLD};
constexpr int kSignalBase = 128;

/// Stops that job control causes; a plain SIGSTOP of the child is somebody else's business (a debugger's).
bool isJobControlStop(int number)
{
    return number == SIGTSTP || number == SIGTTIN || number == SIGTTOU;
}

} // namespace

/// One child from fork() to its end. Lives until the next run() of the launcher: it is done inside one of its own slots.
class ProcessLauncherUnix::Running final : public QObject {
public:
    Running(StartedChild child, std::unique_ptr<SignalPipe> pipe)
        : m_child(std::move(child))
        , m_signals(std::move(pipe))
        , m_execNotifier(m_child.execReport.get(), QSocketNotifier::Read)
        , m_signalNotifier(m_signals->descriptor(), QSocketNotifier::Read)
    {
        m_promise.start();
        connect(&m_execNotifier, &QSocketNotifier::activated, this, &Running::readExecReport);
        connect(&m_signalNotifier, &QSocketNotifier::activated, this, &Running::readSignals);
    }

    [[nodiscard]] base::Async<ChildExit> future() { return m_promise.future(); }
    [[nodiscard]] bool isDone() const { return m_signals == nullptr; }

private:
    void readExecReport()
    {
        int number = 0;
        const ssize_t got = ::read(m_child.execReport.get(), &number, sizeof number);
        if (got < 0 && (errno == EINTR || errno == EAGAIN))
            return;
        m_execNotifier.setEnabled(false);
        if (got == static_cast<ssize_t>(sizeof number)) {
            ::waitpid(m_child.pid, nullptr, 0); // it is on its way out
            finish(std::unexpected(m_child.startError(number)));
            return;
        }
        m_executed = true;
        finishWhenEnded();
    }

    void readSignals()
    {
        while (const auto caught = isDone() ? std::nullopt : m_signals->next()) {
            if (caught->number == SIGCHLD)
                reap();
            else if (!caught->fromKernel && !m_status)
                ::kill(m_child.pid, caught->number);
        }
    }

    void reap()
    {
        int state = 0;
        while (!m_status && ::waitpid(m_child.pid, &state, WNOHANG | WUNTRACED) == m_child.pid) {
            if (WIFEXITED(state))
                m_status = WEXITSTATUS(state);
            else if (WIFSIGNALED(state))
                m_status = kSignalBase + WTERMSIG(state);
            else if (WIFSTOPPED(state) && isJobControlStop(WSTOPSIG(state)))
                ::raise(SIGSTOP);
        }
        finishWhenEnded();
    }

    void finishWhenEnded()
    {
        if (m_executed && m_status)
            finish(ChildExit{*m_status});
    }

    void finish(base::Result<ChildExit> result)
    {
        m_execNotifier.setEnabled(false);
        m_signalNotifier.setEnabled(false);
        m_signals.reset();
        m_promise.addResult(std::move(result));
        m_promise.finish();
    }

    StartedChild m_child;
    std::unique_ptr<SignalPipe> m_signals;
    QSocketNotifier m_execNotifier;
    QSocketNotifier m_signalNotifier;
    QPromise<base::Result<ChildExit>> m_promise;
    std::optional<int> m_status;
    bool m_executed = false;
};

ProcessLauncherUnix::ProcessLauncherUnix(const CallerState &caller) : m_caller(caller)
{
}

ProcessLauncherUnix::~ProcessLauncherUnix() = default;

QByteArrayList ProcessLauncherUnix::inheritedEnvironment() const
{
    QByteArrayList out;
    for (char **entry = environ; entry != nullptr && *entry != nullptr; ++entry)
        out.append(QByteArray(*entry));
    return out;
}

base::Async<ChildExit> ProcessLauncherUnix::run(ChildSpec spec)
{
    if (m_running && !m_running->isDone())
        return base::readyError<ChildExit>(base::ErrorCode::Busy, QStringLiteral("a child runs already"));
    auto start = [this, &spec]() -> base::Result<std::unique_ptr<Running>> {
        LATCHKEY_TRY(ChildProcess child, ChildProcess::prepare(std::move(spec)));
        // Before fork(): a child that ends at once, or a signal that comes now, must not be missed.
        LATCHKEY_TRY(std::unique_ptr<SignalPipe> pipe, SignalPipe::open(kWatched));
        LATCHKEY_TRY(StartedChild started, child.start(m_caller));
        return std::make_unique<Running>(std::move(started), std::move(pipe));
    };
    auto running = start();
    if (!running)
        return base::ready<ChildExit>(std::unexpected(std::move(running).error()));
    m_running = *std::move(running);
    return m_running->future();
}

} // namespace platform
