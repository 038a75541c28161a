// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/getquery.h"

#include "access/agentprotocol.h"
#include "base/secretjson.h"
#include "cli/syntax.h"
#include "platform/terminal.h"
#include "service/references.h"

namespace cli {

namespace {

/// One JSON document on standard output, whose text may not pass through ordinary memory.
base::Result<int> printJson(Output &out, const base::SecretBytes &value)
{
    LATCHKEY_TRY(base::SecretBytes copy, value.clone());
    base::SecretFields fields;
    fields.emplace(QStringLiteral("value"), std::move(copy));
    LATCHKEY_TRY(const base::SecretBytes text, base::writeSecretObject(fields));
    out.bare(text.exposeBytes());
    out.bare(base::view(std::string_view("\n")));
    return 0;
}

} // namespace

void GetQuery::declare(Syntax &syntax)
{
    syntax.positional("REF", m_reference, "NAME#FIELD, latchkey://NAME/FIELD[?version=N], an alias, or NAME with one field");
    syntax.flag("--once", m_once, "Keep nothing of it in the program that answers");
}

base::Result<void> GetQuery::validate() const
{
    LATCHKEY_CHECK(service::resolveReference(m_reference));
    return {};
}

base::Result<int> GetQuery::ask(AgentLink &link, Output &out) const
{
    LATCHKEY_CHECK(validate());
    agent::ControlRequest request;
    request.operation = agent::operation::kGet;
    request.arguments.insert(agent::member::kReference, m_reference);
    if (m_once)
        request.arguments.insert(agent::member::kOnce, QStringLiteral("yes"));
    LATCHKEY_TRY(const agent::ControlResponse answer, link.call(request));
    const auto value = answer.secrets.find(agent::member::kValue);
    if (value == answer.secrets.end())
        return base::fail(base::ErrorCode::BadResponse, QStringLiteral("agent"));
    return print(out, value->second);
}

base::Result<int> GetQuery::print(Output &out, const base::SecretBytes &value)
{
    if (out.json())
        return printJson(out, value);
    out.bare(value.exposeBytes());
    if (platform::isTerminal(platform::StandardStream::Output))
        out.bare(base::view(std::string_view("\n")));
    return 0;
}

} // namespace cli
