// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"

#include "access/agentprotocol.h"
#include "cli/opener.h"
#include "cli/servecommand.h"
#include "platform/terminal.h"

namespace cli {

namespace {

class LockCommand final : public Command {
public:
    [[nodiscard]] base::Async<int> run(Composition &parts) override { return base::ready<int>(lock(parts)); }

private:
    static base::Result<int> lock(Composition &parts)
    {
        LATCHKEY_TRY(auto link, AgentLink::find(parts.paths().controlSocket));
        if (link)
            LATCHKEY_CHECK(link->call(agent::operation::kLock));
        Output &out = parts.output();
        out.document(QJsonObject{{QStringLiteral("locked"), true}, {QStringLiteral("agent"), link.has_value()}});
        out.line(link ? QStringLiteral("Locked.") : QStringLiteral("Nothing was open: no agent runs."));
        return 0;
    }
};

class UnlockCommand final : public Command {
public:
    [[nodiscard]] base::Async<int> run(Composition &parts) override
    {
        auto found = AgentLink::find(parts.paths().controlSocket);
        if (!found)
            return base::ready<int>(std::unexpected(found.error()));
        if (!*found)
            return base::readyError<int>(base::ErrorCode::NoAgent, QStringLiteral("latchkey serve"));
        auto link = std::make_shared<AgentLink>(**std::move(found));
        return base::chain(collectWays(parts, this), this, [&parts, link](service::WaysIn ways) {
            return base::ready<int>(unlock(parts, *link, std::move(ways)));
        });
    }

private:
    static base::Result<int> unlock(Composition &parts, AgentLink &link, service::WaysIn ways)
    {
        agent::ControlRequest request;
        request.operation = agent::operation::kUnlock;
        request.arguments.insert(agent::member::kKeychain, ways.useKeychain ? QStringLiteral("yes") : QStringLiteral("no"));
        request.arguments.insert(agent::member::kPrompt, ways.mayPrompt ? QStringLiteral("yes") : QStringLiteral("no"));
        if (!ways.passphrase.isEmpty())
            request.secrets.emplace(agent::member::kPassphrase, std::move(ways.passphrase));
        if (!ways.recoveryKey.isEmpty())
            request.secrets.emplace(agent::member::kRecoveryKey, std::move(ways.recoveryKey));
        LATCHKEY_TRY(const agent::ControlResponse answer, link.call(request));
        const QString by = answer.values.value(agent::member::kOpenedBy);
        parts.output().document(QJsonObject{{QStringLiteral("state"), QStringLiteral("unlocked")},
                                            {QStringLiteral("opened_by"), by}});
        parts.output().line(QStringLiteral("Unlocked by %1.").arg(by));
        return 0;
    }
};

} // namespace

void addAgentCommands(Syntax &root)
{
    root.command<LockCommand>("lock", "Lock the agent's vault");
    root.command<UnlockCommand>("unlock", "Open the agent's vault");
    root.command<ServeCommand>("serve", "Be the agent: hold the vault open for other commands until it is locked");
}

} // namespace cli
