// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretjson.h"
#include "exchange/exchangeinfo.h"

#include <vector>

namespace exchange {

struct SigningRequest {
    QByteArray method;            ///< upper case is not required
    QByteArray path;              ///< "/api/...", ASCII, percent-encoded where needed
    QByteArray query;             ///< without "?", encoded as it is to be sent; the signer may put it into another order
    QByteArray body;              ///< exactly as sent
    std::int64_t timestampMs = 0; ///< what the exchange takes for now
    Environment environment = Environment::Live;
    QUrl baseUrl; ///< empty = the catalogue's
};

/// A request that the exchange accepts. The signing secret is not in it; what it does hold (key, Bitget's passphrase) is kept
/// as a secret.
struct SignedRequest {
    struct Header {
        QByteArray name;
        base::SecretBytes value;
    };
    QByteArray method;
    QUrl url; ///< with the query
    std::vector<Header> headers;
    QByteArray query;
    QByteArray body;
};

/// Signs by the exchange's family. InvalidArgument ("method", "path", "query", "environment", "base_url", "private_key") when
/// the request cannot be sent byte for byte as it would be signed, MissingField / EmptyField naming the field, OutOfSecureMemory,
/// CryptoFailure. Pure; any thread.
[[nodiscard]] base::Result<SignedRequest> signRequest(const ExchangeInfo &info, const base::SecretFields &fields,
                                                      const SigningRequest &request);

} // namespace exchange
