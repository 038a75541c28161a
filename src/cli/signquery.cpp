// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/signquery.h"

#include "access/agentprotocol.h"
#include "base/privatefile.h"
#include "cli/syntax.h"

namespace cli {

namespace {

constexpr std::size_t kLongestBody = 1u << 20;

} // namespace

void SignQuery::declare(Syntax &syntax)
{
    syntax.positional("NAME", m_name, "Exchange account (bitget/main)");
    syntax.positional("METHOD", m_method, "GET, POST, ...");
    syntax.positional("PATH", m_path, "/api/...");
    syntax.option("--query Q", m_query, "Query string without \"?\", encoded");
    syntax.option("--body FILE", m_body, "File with the body, or - for standard input");
    syntax.option("--nonce N", m_nonce, "Refused by exchanges whose signature has none, as Bitget's");
    syntax.option("--timestamp MS", m_timestamp, "Milliseconds since 1970 instead of the present time");
}

base::Result<exchange::SigningRequest> SignQuery::request() const
{
    exchange::SigningRequest request;
    request.method = m_method.toUtf8();
    request.path = m_path.toUtf8();
    request.query = m_query.toUtf8();
    if (m_timestamp) {
        bool ok = false;
        request.timestampMs = m_timestamp->toLongLong(&ok);
        if (!ok || request.timestampMs <= 0)
            return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("--timestamp"));
    }
    // No family of signatures known so far has one, and a request without it must not look as if it had.
    if (m_nonce)
        return base::fail(base::ErrorCode::InvalidArgument,
                          QStringLiteral("--nonce, for this exchange's signature has none"));
    if (!m_body.isEmpty()) {
        LATCHKEY_TRY(const base::SecretBytes body, base::readSecretFile(m_body, kLongestBody, false));
        request.body = base::toByteArray(body.exposeBytes());
    }
    return request;
}

base::Result<int> SignQuery::ask(AgentLink &link, Output &out) const
{
    LATCHKEY_TRY(const exchange::SigningRequest wanted, request());
    return ask(link, out, wanted);
}

base::Result<int> SignQuery::ask(AgentLink &link, Output &out, const exchange::SigningRequest &wanted) const
{
    LATCHKEY_TRY(const agent::ControlRequest asked, agent::signRequest(m_name, wanted));
    LATCHKEY_TRY(const agent::ControlResponse answer, link.call(asked));
    const auto document = answer.secrets.find(agent::member::kValue);
    if (document == answer.secrets.end())
        return base::fail(base::ErrorCode::BadResponse, QStringLiteral("agent"));
    out.bare(document->second.exposeBytes());
    return 0;
}

} // namespace cli
