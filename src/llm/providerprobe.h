// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "base/clock.h"
#include "base/secretjson.h"
#include "llm/providercatalogue.h"
#include "llm/providerreport.h"

#include <chrono>
#include <map>
#include <memory>

namespace net {
class HttpClient;
} // namespace net

namespace llm {

/// Where a provider is asked, and about what.
struct ProbeTarget {
    QUrl baseUrl;               ///< as parseBaseUrl() gives it
    QString model;              ///< empty: none is looked for
    QString deployment;         ///< Azure's name for the model that answers; empty: `model` is taken for it
    QString apiVersion;         ///< Azure only
    QByteArray caPem;           ///< trusted instead of the system's certificates; empty = the system's
    bool plainAccepted = false; ///< the user knows that it goes unencrypted; without a key only

    friend bool operator==(const ProbeTarget &, const ProbeTarget &) = default;
};

/// InvalidArgument ("ca") for text without a single readable certificate; empty text is fine.
[[nodiscard]] base::Result<void> checkCa(const QByteArray &caPem);

/// Asks a provider, by requests that cost nothing, whether it is there, takes the key and has the model. Lives in the thread of
/// its HTTP client.
class ProviderProbe {
public:
    virtual ~ProviderProbe() = default;
    /// Trouble with the network or the provider is a report. Errors are InvalidArgument and InsecureTransport (nothing was
    /// sent), OutOfSecureMemory and Cancelled. `fields` ("api_key" or nothing) are wiped when the answer is there.
    [[nodiscard]] virtual base::Async<ProviderReport> check(ProbeTarget target, base::SecretFields fields) = 0;
};

/// Provider id -> its probe.
using ProbeMap = std::map<QString, std::unique_ptr<ProviderProbe>>;

/// How long a probe waits; larger than this no list of models is.
struct ProbeLimits {
    std::chrono::milliseconds idle{10'000};
    std::chrono::milliseconds deadline{20'000};
    qint64 bodyCap = 4'194'304;
};

/// A probe for every provider of the catalogue. Catalogue, client and clock outlive the probes.
[[nodiscard]] ProbeMap makeProbes(const ProviderCatalogue &catalogue, net::HttpClient &http, const base::Clock &clock,
                                  const ProbeLimits &limits = {});

} // namespace llm
