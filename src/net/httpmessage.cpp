// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpmessage.h"

#include <QSslCertificate>

#include <algorithm>
#include <string_view>

namespace net {

namespace {

using base::ErrorCode;
using base::fail;
using base::Result;

std::string_view textOf(const Payload &payload)
{
    if (const auto *secret = std::get_if<base::SecretBytes>(&payload))
        return secret->exposeText();
    const auto &plain = std::get<QByteArray>(payload);
    return {plain.constData(), static_cast<std::size_t>(plain.size())};
}

bool isSecret(const Payload &payload)
{
    const auto *secret = std::get_if<base::SecretBytes>(&payload);
    return secret != nullptr && !secret->isEmpty();
}

/// RFC 9110 5.6.2: what method and header names are made of.
bool isToken(const QByteArray &text)
{
    constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
    return !text.isEmpty() && std::ranges::all_of(text, [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || kMarks.contains(c);
    });
}

/// A line break in a value would let whoever chose it write further headers; other control characters have no business there.
bool isHeaderValue(std::string_view text)
{
    return std::ranges::none_of(text,
                                [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; });
}

Result<void> checkUrl(const QUrl &url)
{
    const bool known = url.scheme() == QLatin1StringView("https") || url.scheme() == QLatin1StringView("http");
    if (!url.isValid() || !known || url.host().isEmpty() || !url.userInfo().isEmpty())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("url"));
    return {};
}

Result<void> checkTransport(const HttpRequest &request)
{
    if (request.url.scheme() == QLatin1StringView("https") || isLoopback(request.url))
        return {};
    const bool carriesSecret = isSecret(request.body)
        || std::ranges::any_of(request.headers, [](const HttpHeader &h) { return isSecret(h.value); });
    if (request.plainHttp == PlainHttp::WithoutSecrets && !carriesSecret)
        return {};
    return fail(ErrorCode::InsecureTransport, request.url.host());
}

} // namespace

QByteArray HttpResponse::header(QByteArrayView name) const
{
    const auto found = std::ranges::find_if(headers,
                                            [&](const Header &h) { return h.name.compare(name, Qt::CaseInsensitive) == 0; });
    return found == headers.end() ? QByteArray() : found->value;
}

Result<void> checkCa(const QByteArray &caPem)
{
    if (!caPem.isEmpty() && QSslCertificate::fromData(caPem, QSsl::Pem).isEmpty())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("ca"));
    return {};
}

Result<void> checkProxy(const QUrl &proxy)
{
    if (proxy.isEmpty())
        return {};
    const bool known = proxy.scheme() == QLatin1StringView("http") || proxy.scheme() == QLatin1StringView("socks5");
    if (!proxy.isValid() || !known || proxy.host().isEmpty())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("proxy"));
    return {};
}

Result<void> checkRequest(const HttpRequest &request)
{
    LATCHKEY_CHECK(checkUrl(request.url));
    if (!isToken(request.method))
        return fail(ErrorCode::InvalidArgument, QStringLiteral("method"));
    const bool headersFine = std::ranges::all_of(request.headers, [](const HttpHeader &header) {
        return isToken(header.name) && isHeaderValue(textOf(header.value));
    });
    if (!headersFine)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("header"));
    LATCHKEY_CHECK(checkCa(request.caPem));
    LATCHKEY_CHECK(checkProxy(request.proxy));
    return checkTransport(request);
}

} // namespace net
