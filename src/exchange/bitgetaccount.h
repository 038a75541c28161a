// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/echofilter.h"
#include "exchange/exchangeinfo.h"

#include <QJsonObject>

namespace exchange {

/// Fills rights, addresses and account of `report` from the data of Bitget's account information, of either account mode: unified
/// (permType, permissions) or classic (authorities). Returns false when the answer does not say what the key may do.
[[nodiscard]] bool readBitgetAccount(const ExchangeInfo &info, const EchoFilter &filter, const QJsonObject &data,
                                     CheckReport &report);

} // namespace exchange
