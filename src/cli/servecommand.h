// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "access/controlserver.h"
#include "cli/command.h"
#include "platform/terminationsignals.h"
#include "service/vaulthost.h"

namespace agent {
class AgentDispatcher;
} // namespace agent

namespace service {
class Backups;
class BackupSchedule;
} // namespace service

namespace cli {

/// `serve`: the agent without a window. Runs until it is asked to end, then locks.
class ServeCommand final : public Command {
public:
    ServeCommand();
    ~ServeCommand() override;
    void declare(Syntax &syntax) override;
    [[nodiscard]] base::Async<int> run(Composition &parts) override;

private:
    [[nodiscard]] base::Result<void> checkStart(Composition &parts);
    [[nodiscard]] base::Async<service::Done> open(Composition &parts);
    [[nodiscard]] base::Async<int> listen(Composition &parts);
    void startBackups(Composition &parts);
    void end(Composition &parts);

    std::shared_ptr<QPromise<base::Result<int>>> m_promise;
    std::unique_ptr<platform::TerminationSignals> m_signals;
    std::unique_ptr<agent::AgentDispatcher> m_dispatcher;
    std::unique_ptr<agent::ControlServer> m_server;
    std::unique_ptr<service::Backups> m_backups;
    std::unique_ptr<service::BackupSchedule> m_schedule;
};

} // namespace cli
