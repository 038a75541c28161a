// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/signcommand.h"

#include "base/privatefile.h"
#include "cli/opener.h"
#include "cli/syntax.h"

#include <QJsonDocument>

namespace cli {

namespace {

constexpr std::size_t kLongestBody = 1u << 20;

/// A JSON string with its quotes.
QByteArray quoted(const QByteArray &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{QString::fromUtf8(text)}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

/// Key and passphrase stand in the headers, so the document is put together in secure memory.
base::Result<base::SecretBytes> document(exchange::SignedRequest request)
{
    base::SecretFields headers;
    for (exchange::SignedRequest::Header &header : request.headers)
        headers.insert_or_assign(QString::fromLatin1(header.name), std::move(header.value));
    LATCHKEY_TRY(const base::SecretBytes headerText, base::writeSecretObject(headers));
    base::SecretBuilder out;
    LATCHKEY_CHECK(out.append(base::view("{\"method\":" + quoted(request.method)
                                         + ",\"url\":" + quoted(request.url.toEncoded()) + ",\"headers\":")));
    LATCHKEY_CHECK(out.append(headerText.exposeBytes()));
    LATCHKEY_CHECK(
        out.append(base::view(",\"query\":" + quoted(request.query) + ",\"body\":" + quoted(request.body) + "}\n")));
    return out.take();
}

} // namespace

void SignCommand::declare(Syntax &syntax)
{
    syntax.positional("NAME", m_name, "Exchange account (bitget/main)");
    syntax.positional("METHOD", m_method, "GET, POST, ...");
    syntax.positional("PATH", m_path, "/api/...");
    syntax.option("--query Q", m_query, "Query string without \"?\", encoded");
    syntax.option("--body FILE", m_body, "File with the body, or - for standard input");
    syntax.option("--nonce N", m_nonce, "Refused by exchanges whose signature has none, as Bitget's");
    syntax.option("--timestamp MS", m_timestamp, "Milliseconds since 1970 instead of the present time");
}

base::Result<exchange::SigningRequest> SignCommand::request() const
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

base::Async<int> SignCommand::run(Composition &parts)
{
    auto wanted = request();
    if (!wanted)
        return base::ready<int>(std::unexpected(wanted.error()));
    return base::chain(openVault(parts, this), this, [this, &parts, wanted = *std::move(wanted)](service::Done) {
        return base::chain(parts.exchanges().sign(m_name, wanted), this, [&parts](exchange::SignedRequest request) {
            const auto text = document(std::move(request));
            if (!text)
                return base::ready<int>(std::unexpected(text.error()));
            parts.output().bare(text->exposeBytes());
            return base::ready<int>(0);
        });
    });
}

} // namespace cli
