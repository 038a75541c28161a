// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretjsontree.h"
#include "transfer/importbatch.h"

namespace transfer {

// Where trading programs keep their keys. Each refuses what is not such a file (InvalidArgument, InvalidJson).

/// Freqtrade's configuration: its exchange, and the secrets of its Telegram bot and its API server as freqtrade/telegram and
/// freqtrade/api_server. https://www.freqtrade.io/en/stable/configuration/
[[nodiscard]] base::Result<ImportBatch> parseFreqtrade(const base::SecretBytes &text);
/// ccxt's keys.json: `{"bitget":{"apiKey":..,"secret":..,"password":..}}`.
[[nodiscard]] base::Result<ImportBatch> parseCcxt(const base::SecretBytes &text);
/// OctoBot's user/config.json. What OctoBot has encrypted already is told and left out.
[[nodiscard]] base::Result<ImportBatch> parseOctoBot(const base::SecretBytes &text);

[[nodiscard]] bool isFreqtrade(const base::SecretJson &tree);
[[nodiscard]] bool isCcxt(const base::SecretJson &tree);
[[nodiscard]] bool isOctoBot(const base::SecretJson &tree);

/// The name that Latchkey has for what a trading program calls a field of an account ("apiKey", "API Secret", "api-password");
/// empty when it is none.
[[nodiscard]] QString accountField(const QString &text);

} // namespace transfer
