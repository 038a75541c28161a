// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "base/clock.h"
#include "base/secretjson.h"
#include "exchange/checkreport.h"
#include "exchange/exchangecatalogue.h"

#include <map>
#include <memory>

namespace net {
class HttpClient;
struct HttpLimits;
} // namespace net

namespace exchange {

/// Where an account lives and how it is reached.
struct ProbeTarget {
    Environment environment = Environment::Live;
    QUrl baseUrl;     ///< empty = the catalogue's
    QByteArray caPem; ///< trusted instead of the system's certificates; empty = the system's
    QUrl proxy;       ///< empty = the system's setting
};

/// Whether a target can be used at all: InvalidArgument ("base_url", "environment", "ca", "proxy"), InsecureTransport for plain
/// http to anything but this computer. For refusing an option before anything is saved.
[[nodiscard]] base::Result<void> validateTarget(const ExchangeInfo &info, const ProbeTarget &target);

/// Asks an exchange, with a real signed request that only reads, whether a credential works and what it may do.
/// One probe per exchange; lives in the thread of its HTTP client.
class CredentialProbe {
public:
    virtual ~CredentialProbe() = default;
    /// Trouble with the network or the exchange is a report. Errors are what validateTarget() and signRequest() say, and
    /// Cancelled. `fields` are wiped when the answer is there.
    [[nodiscard]] virtual base::Async<CheckReport> check(ProbeTarget target, base::SecretFields fields) = 0;
};

/// Exchange id -> its probe.
using ProbeMap = std::map<QString, std::unique_ptr<CredentialProbe>>;

/// A probe for every exchange of the catalogue. Catalogue, client and clock outlive the probes.
[[nodiscard]] ProbeMap makeProbes(const ExchangeCatalogue &catalogue, net::HttpClient &http, const base::Clock &clock);
[[nodiscard]] ProbeMap makeProbes(const ExchangeCatalogue &catalogue, net::HttpClient &http, const base::Clock &clock,
                                  const net::HttpLimits &limits);

} // namespace exchange
