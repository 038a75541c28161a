// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/servecommand.h"

#include "access/agentdispatcher.h"
#include "cli/opener.h"
#include "cli/syntax.h"
#include "service/backupschedule.h"
#include "service/words.h"

namespace cli {

namespace {

constexpr std::chrono::minutes kBackupsEvery{10};
constexpr std::chrono::seconds kChangesEvery{1}; // as the window does

} // namespace

ServeCommand::ServeCommand() = default;
ServeCommand::~ServeCommand() = default;

void ServeCommand::declare(Syntax &syntax)
{
    syntax.footer(
        "With a way in that needs no question (--passphrase-file, ...) the vault is open before the agent answers;\n"
        "otherwise it starts locked and waits for latchkey unlock.");
}

base::Result<void> ServeCommand::checkStart(Composition &parts)
{
    // Said before Argon2 runs; the socket's own lock decides between two that start at the same moment.
    LATCHKEY_TRY(const auto other, AgentLink::find(parts.paths().controlSocket));
    if (other)
        return base::fail(base::ErrorCode::AlreadyExists, QStringLiteral("an agent for this vault"));
    if (parts.host().state() == service::LockState::NotInitialized)
        return base::fail(base::ErrorCode::NotInitialized, parts.paths().vaultFile);
    return {};
}

base::Async<service::Done> ServeCommand::open(Composition &parts)
{
    auto ways = WaysInReader(parts.options()).given();
    if (!ways)
        return base::ready<service::Done>(std::unexpected(ways.error()));
    if (!*ways)
        return base::ready<service::Done>(service::Done{});
    (*ways)->interactive = true;
    return base::chain(parts.host().unlock(**std::move(ways)), this,
                       [](const vault::SlotInfo &) { return base::ready<service::Done>(service::Done{}); });
}

base::Async<int> ServeCommand::run(Composition &parts)
{
    if (const auto allowed = checkStart(parts); !allowed)
        return base::ready<int>(std::unexpected(allowed.error()));
    return base::chain(open(parts), this, [this, &parts](service::Done) { return listen(parts); });
}

base::Async<int> ServeCommand::listen(Composition &parts)
{
    m_promise = std::make_shared<QPromise<base::Result<int>>>();
    m_promise->start();
    auto watching = platform::TerminationSignals::watch([this, &parts] { end(parts); });
    if (!watching)
        return base::ready<int>(std::unexpected(watching.error()));
    m_signals = *std::move(watching);
    m_dispatcher = std::make_unique<agent::AgentDispatcher>(agent::AgentDispatcher::Parts{
        parts.host(), parts.secrets(), parts.runPlanner(), parts.exchanges(), parts.statusQuery(), {}, {}});
    auto server = agent::ControlServer::listen(parts.paths().controlSocket, m_dispatcher->handler());
    if (!server)
        return base::ready<int>(std::unexpected(server.error()));
    m_server = *std::move(server);
    parts.host().watchChanges(kChangesEvery);
    startBackups(parts);
    const bool open = parts.host().state() == service::LockState::Unlocked;
    parts.output().note(QStringLiteral("latchkey: the agent is ready, its vault is %1.")
                            .arg(open ? QStringLiteral("open") : QStringLiteral("locked")));
    return m_promise->future();
}

void ServeCommand::startBackups(Composition &parts)
{
    m_backups = std::make_unique<service::Backups>(service::Backups::Parts{parts.host(), parts.hostPorts(), parts.caller()});
    m_schedule = std::make_unique<service::BackupSchedule>(parts.host(), *m_backups);
    connect(m_schedule.get(), &service::BackupSchedule::statusChanged, this, [this, &parts] {
        if (const auto &failure = m_schedule->lastFailure()) {
            const QString why = service::words::forError(failure->error).text;
            parts.output().note(QStringLiteral("latchkey: the planned backup failed: ") + why);
        }
    });
    m_schedule->start(kBackupsEvery);
}

void ServeCommand::end(Composition &parts)
{
    if (!m_server)
        return;
    // Nobody is answered any more: what comes now finds no agent.
    m_server.reset();
    base::whenDone(parts.host().lock(service::LockReason::Quit), this, [this](const base::Result<service::Done> &) {
        m_promise->addResult(0);
        m_promise->finish();
    });
}

} // namespace cli
