// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/runcommand.h"

#include "access/agentprotocol.h"
#include "base/privatefile.h"
#include "cli/opener.h"
#include "cli/syntax.h"
#include "service/references.h"

#include <QFileInfo>

namespace cli {

namespace {

constexpr std::size_t kLongestEnvFile = 1u << 20;

base::Result<service::ExtraVariable> parseVariable(const QString &text)
{
    const qsizetype equals = text.indexOf(QLatin1Char('='));
    if (equals <= 0)
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("--env VAR=REF"));
    service::ExtraVariable extra{text.left(equals), text.mid(equals + 1), false};
    LATCHKEY_CHECK(service::resolveReference(extra.text));
    return extra;
}

base::Result<service::RunPlan> planThroughAgent(AgentLink &link, const service::RunRequest &request)
{
    LATCHKEY_TRY(const agent::ControlRequest wanted, agent::runRequest(request));
    LATCHKEY_TRY(agent::ControlResponse answer, link.call(wanted));
    return agent::parseRunResponse(std::move(answer));
}

} // namespace

void RunCommand::declare(Syntax &syntax)
{
    syntax.list("--with NAME", m_with, "Credential whose fields the program gets (may be repeated)");
    syntax.option("--as PROFILE", m_profile, "Profile: generic, ccxt, freqtrade, bitget, openai, azure-openai, ...");
    syntax.list("--env VAR=REF", m_variables, "One more variable (may be repeated)");
    syntax.option("--env-file FILE", m_envFile, "File with lines VAR=REF or VAR=plain text");
    syntax.flag("--fd", m_descriptor, "JSON on a sealed descriptor (number in LATCHKEY_FD) instead of variables");
    syntax.flag("--only-env", m_onlyEnv, "Pass on nothing else but PATH, HOME, USER, LANG and TERM");
    syntax.footer("The program stands behind two dashes: latchkey run --as ccxt -- python3 bot.py\n"
                  "The exit status is its own (128 + signal); 127 and 126 when it cannot be found or executed.");
}

base::Result<service::RunRequest> RunCommand::request(const Composition &parts) const
{
    if (m_child.isEmpty() || m_child.first().isEmpty())
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("-- COMMAND"));
    service::RunRequest request;
    request.with = m_with;
    request.profile = m_profile;
    request.caller = parts.caller();
    request.command = QFileInfo(QString::fromLocal8Bit(m_child.first())).fileName();
    if (!m_envFile.isEmpty()) {
        LATCHKEY_TRY(const base::SecretBytes text, base::readSecretFile(m_envFile, kLongestEnvFile, false));
        LATCHKEY_TRY(request.extra, service::parseEnvFile(text));
    }
    for (const QString &text : m_variables) {
        LATCHKEY_TRY(const service::ExtraVariable extra, parseVariable(text));
        request.extra << extra;
    }
    return request;
}

base::Async<service::RunPlan> RunCommand::plan(Composition &parts, service::RunRequest request)
{
    auto link = findAgent(parts);
    if (!link)
        return base::ready<service::RunPlan>(std::unexpected(link.error()));
    if (*link)
        return base::ready<service::RunPlan>(planThroughAgent(**link, request));
    return base::chain(openVault(parts, this), this,
                       [&parts, request = std::move(request)](service::Done) { return parts.runPlanner().plan(request); });
}

base::Async<int> RunCommand::start(Composition &parts, service::RunPlan plan)
{
    using service::ports::SecretDelivery;
    // The program may run for weeks; nothing of the vault stays open meanwhile.
    parts.closeVault();
    service::ports::ProcessLauncher &launcher = parts.launcher();
    auto spec = service::childSpec(std::move(plan), launcher.inheritedEnvironment(), m_child, m_onlyEnv,
                                   m_descriptor ? SecretDelivery::Descriptor : SecretDelivery::Variables);
    return base::chain(launcher.run(std::move(spec)), this,
                       [](const service::ports::ChildExit &end) { return base::ready<int>(end.status); });
}

base::Async<int> RunCommand::run(Composition &parts)
{
    auto wanted = request(parts);
    if (!wanted)
        return base::ready<int>(std::unexpected(wanted.error()));
    return base::chain(plan(parts, *std::move(wanted)), this,
                       [this, &parts](service::RunPlan plan) { return start(parts, std::move(plan)); });
}

} // namespace cli
