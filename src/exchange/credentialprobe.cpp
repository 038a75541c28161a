// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/credentialprobe.h"

#include "exchange/bitgetprobe.h"

namespace exchange {

namespace {

using base::ErrorCode;
using base::fail;
using base::Result;

std::unique_ptr<CredentialProbe> makeProbe(const ProbeContext &context)
{
    switch (context.info.signer) {
    case SignerFamily::Bitget:
        return std::make_unique<BitgetProbe>(context);
    }
    return nullptr;
}

} // namespace

Result<void> validateTarget(const ExchangeInfo &info, const ProbeTarget &target)
{
    if (info.host(target.environment) == nullptr)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("environment"));
    LATCHKEY_CHECK(net::checkCa(target.caPem));
    LATCHKEY_CHECK(net::checkProxy(target.proxy));
    const QUrl &url = target.baseUrl;
    if (url.isEmpty())
        return {};
    const bool plain = url.scheme() == QLatin1StringView("http");
    const bool bare = url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment() && url.path().size() <= 1;
    if (!url.isValid() || url.host().isEmpty() || !bare || (!plain && url.scheme() != QLatin1StringView("https")))
        return fail(ErrorCode::InvalidArgument, QStringLiteral("base_url"));
    if (plain && !net::isLoopback(url))
        return fail(ErrorCode::InsecureTransport, url.host());
    return {};
}

ProbeMap makeProbes(const ExchangeCatalogue &catalogue, net::HttpClient &http, const base::Clock &clock)
{
    return makeProbes(catalogue, http, clock, net::HttpLimits{});
}

ProbeMap makeProbes(const ExchangeCatalogue &catalogue, net::HttpClient &http, const base::Clock &clock,
                    const net::HttpLimits &limits)
{
    ProbeMap probes;
    for (const ExchangeInfo &info : catalogue.list())
        probes.emplace(info.id, makeProbe({info, http, clock, limits}));
    return probes;
}

} // namespace exchange
