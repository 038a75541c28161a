// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/requestsigner.h"

#include "exchange/bitgetsigner.h"

#include <algorithm>

namespace exchange {

namespace {

using base::ErrorCode;
using base::fail;
using base::Result;

bool isPlainAscii(const QByteArray &text)
{
    return std::ranges::all_of(text, [](char c) { return c > 0x20 && c < 0x7f; });
}

/// Dot segments would be resolved on the way, after signing; "//" and "?" would move the border between path and query.
bool isPath(const QByteArray &path)
{
    if (!path.startsWith('/') || !isPlainAscii(path) || path.contains('?') || path.contains('#') || path.contains("//"))
        return false;
    return !path.split('/').contains(".") && !path.split('/').contains("..");
}

bool isMethod(const QByteArray &method)
{
    return !method.isEmpty() && std::ranges::all_of(method, [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// The address as it will stand on the wire. What QUrl would write differently from what was signed is refused.
Result<QUrl> addressOf(const QUrl &base, const SigningRequest &request)
{
    if (!base.path().isEmpty() && base.path() != QLatin1StringView("/"))
        return fail(ErrorCode::InvalidArgument, QStringLiteral("base_url"));
    QUrl url = base;
    url.setPath(QString::fromLatin1(request.path), QUrl::StrictMode);
    if (!url.isValid() || url.path(QUrl::FullyEncoded).toLatin1() != request.path)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("path"));
    if (!request.query.isEmpty())
        url.setQuery(QString::fromLatin1(request.query), QUrl::StrictMode);
    if (!url.isValid() || url.query(QUrl::FullyEncoded).toLatin1() != request.query)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("query"));
    return url;
}

} // namespace

Result<SignedRequest> signRequest(const ExchangeInfo &info, const base::SecretFields &fields, const SigningRequest &request)
{
    const HostInfo *host = info.host(request.environment);
    if (host == nullptr)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("environment"));
    SigningRequest exact = request;
    exact.method = request.method.toUpper();
    exact.query = sortedQuery(request.query);
    if (!isMethod(exact.method))
        return fail(ErrorCode::InvalidArgument, QStringLiteral("method"));
    if (!isPath(exact.path))
        return fail(ErrorCode::InvalidArgument, QStringLiteral("path"));
    if (!isPlainAscii(exact.query) || exact.query.contains('#'))
        return fail(ErrorCode::InvalidArgument, QStringLiteral("query"));
    LATCHKEY_TRY(QUrl url, addressOf(request.baseUrl.isEmpty() ? host->baseUrl : request.baseUrl, exact));
    switch (info.signer) {
    case SignerFamily::Bitget:
        return signForBitget(info, fields, exact, std::move(url));
    }
    return fail(ErrorCode::Internal, QStringLiteral("signer"));
}

} // namespace exchange
