// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/getcommand.h"

#include "access/agentprotocol.h"
#include "cli/opener.h"
#include "cli/syntax.h"
#include "platform/terminal.h"
#include "service/secrets.h"

#include <QJsonDocument>

namespace cli {

namespace {

/// One JSON document on standard output, whose text may not pass through ordinary memory.
int printJson(Output &out, const base::SecretBytes &value)
{
    auto copy = value.clone();
    if (!copy)
        return service::json::exitStatus(copy.error().code);
    base::SecretFields fields;
    fields.emplace(QStringLiteral("value"), *std::move(copy));
    const auto text = base::writeSecretObject(fields);
    if (!text) {
        out.failure(text.error());
        return service::json::exitStatus(text.error().code);
    }
    out.bare(text->exposeBytes());
    out.bare(base::view(std::string_view("\n")));
    return 0;
}

int print(Output &out, const base::SecretBytes &value)
{
    if (out.json())
        return printJson(out, value);
    out.bare(value.exposeBytes());
    if (platform::isTerminal(platform::StandardStream::Output))
        out.bare(base::view(std::string_view("\n")));
    return 0;
}

} // namespace

void GetCommand::declare(Syntax &syntax)
{
    syntax.positional("REF", m_reference, "NAME#FIELD, latchkey://NAME/FIELD[?version=N], an alias, or NAME with one field");
}

base::Result<int> GetCommand::runThroughAgent(Composition &parts, AgentLink &link) const
{
    agent::ControlRequest request;
    request.operation = agent::operation::kGet;
    request.arguments.insert(agent::member::kReference, m_reference);
    LATCHKEY_TRY(const agent::ControlResponse answer, link.call(request));
    const auto value = answer.secrets.find(agent::member::kValue);
    if (value == answer.secrets.end())
        return base::fail(base::ErrorCode::BadResponse, QStringLiteral("agent"));
    return print(parts.output(), value->second);
}

base::Async<int> GetCommand::run(Composition &parts)
{
    // A reference that cannot be one is a fault of usage, whatever the vault's state.
    if (const auto parsed = service::resolveReference(m_reference); !parsed)
        return base::ready<int>(std::unexpected(parsed.error()));
    auto link = findAgent(parts);
    if (!link)
        return base::ready<int>(std::unexpected(link.error()));
    if (*link)
        return base::ready<int>(runThroughAgent(parts, **link));
    return withVault(
        parts, this, [this, &parts] { return parts.secrets().get(m_reference); },
        [&parts](const base::SecretBytes &value) { return print(parts.output(), value); });
}

} // namespace cli
