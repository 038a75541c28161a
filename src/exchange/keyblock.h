// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretjson.h"
#include "exchange/exchangeinfo.h"

namespace exchange {

/// Takes the fields of one key out of a block of text as people keep it: lines "API Key: ...", "api_secret=...", a label with its
/// value on the next line, lines of a .env file, a flat JSON object. Labels are the exchange's own words, the ids of its fields
/// and their usual other names, in any case. In secure memory. Empty when fewer than two of the fields are there: that is not a
/// block. A field that comes twice counts as it came first. OutOfSecureMemory.
[[nodiscard]] base::Result<base::SecretFields> parseKeyBlock(const ExchangeInfo &info, const base::SecretBytes &text);

} // namespace exchange
