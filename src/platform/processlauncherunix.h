// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/hardening.h"
#include "service/ports/processlauncher.h"

#include <memory>

namespace platform {

/// Starts a child with fork() and exec(). Used from one thread, which has an event loop; destroyed there.
///
/// The child stays in our process group and session, so the terminal's keyboard signals reach it without help and it may
/// read the terminal. INT TERM HUP QUIT USR1 USR2 WINCH TSTP CONT that a process sends to us are passed on; those that the
/// terminal driver sent are not, because the child has them already. (A signal that a process sends to the whole group
/// reaches the child twice; nothing tells it from one sent to us alone.) When job control stops the child we stop too, so
/// that the shell sees the job as stopped. Destroying the launcher leaves a running child alone and ends its future as
/// cancelled.
class ProcessLauncherUnix final : public service::ports::ProcessLauncher {
public:
    /// `caller` is what hardenProcess() returned.
    explicit ProcessLauncherUnix(const CallerState &caller);
    ~ProcessLauncherUnix() override;
    Q_DISABLE_COPY_MOVE(ProcessLauncherUnix)

    [[nodiscard]] QByteArrayList inheritedEnvironment() const override;
    [[nodiscard]] base::Async<service::ports::ChildExit> run(service::ports::ChildSpec spec) override;

private:
    class Running;

    CallerState m_caller;
    std::unique_ptr<Running> m_running;
};

} // namespace platform
