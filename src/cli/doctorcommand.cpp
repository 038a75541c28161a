// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/doctorcommand.h"

#include "cli/agentlink.h"
#include "cli/opener.h"
#include "crypto/libraryversion.h"
#include "service/diagnostics.h"
#include "storage/networkfilesystem.h"
#include "storage/sqliteversion.h"

namespace cli {

namespace {

service::ports::SystemFacts factsOf(const platform::VaultPaths &paths)
{
    service::ports::SystemFacts facts;
    facts.protection = platform::hardeningState();
    facts.stateFolder = platform::stateDirectory();
    facts.controlSocket = paths.controlSocket;
    facts.fileSystem = storage::fileSystemTypeAt(paths.vaultFile);
    facts.vaultPlace = storage::requireLocalFileSystem(paths.vaultFile);
    const auto agent = AgentLink::find(paths.controlSocket);
    facts.agentRuns = agent ? base::Result<bool>(agent->has_value()) : std::unexpected(agent.error());
    facts.opensslVersion = crypto::opensslVersion();
    facts.sqliteVersion = storage::sqliteVersion();
    return facts;
}

void print(Output &out, const service::DiagnosticReport &report)
{
    out.document(report.document);
    out.facts(service::diagnosticFacts(report.document));
    out.line();
    for (const QString &problem : report.problems)
        out.line(QStringLiteral("! ") + problem);
    if (report.problems.isEmpty())
        out.line(QStringLiteral("Nothing needs attention."));
}

} // namespace

base::Async<int> DoctorCommand::run(Composition &parts)
{
    m_diagnostics = std::make_unique<service::Diagnostics>(parts.host(), [&parts] { return factsOf(parts.paths()); });
    return base::chain(m_diagnostics->report(), this, [&parts](const service::DiagnosticReport &report) {
        print(parts.output(), report);
        return base::ready<int>(0);
    });
}

} // namespace cli
