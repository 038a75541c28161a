// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/requestsigner.h"

namespace exchange {

/// Bitget's family (https://www.bitget.com/api-doc/common/signature): base64 of HMAC-SHA256, or of an RSA signature for a key pair
/// that the trader made, over timestamp + METHOD + path + "?" + query + body, sent in ACCESS-* headers. `request` has been
/// validated by signRequest(); `url` is where it goes.
[[nodiscard]] base::Result<SignedRequest> signForBitget(const ExchangeInfo &info, const base::SecretFields &fields,
                                                        const SigningRequest &request, QUrl url);

/// `a=1&b=2` with the pairs in ascending order of their names; pairs of one name keep their order.
[[nodiscard]] QByteArray sortedQuery(const QByteArray &query);

} // namespace exchange
