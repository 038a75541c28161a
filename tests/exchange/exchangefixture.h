// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretjson.h"
#include "exchange/exchangecatalogue.h"

#include <QJsonObject>

#include <initializer_list>
#include <utility>

namespace exchangetest {

/// The built-in catalogue; its absence ends the test program.
[[nodiscard]] const exchange::ExchangeCatalogue &catalogue();
[[nodiscard]] const exchange::ExchangeInfo &bitget();

[[nodiscard]] base::SecretBytes secret(const QByteArray &bytes);
[[nodiscard]] base::SecretFields fields(std::initializer_list<std::pair<const char *, QByteArray>> values);
/// The set that the simulator knows from the start.
[[nodiscard]] base::SecretFields knownFields();
[[nodiscard]] QByteArray revealed(const base::SecretBytes &bytes);

/// A file of tests/data/exchange.
[[nodiscard]] QJsonObject dataJson(const QString &name);

} // namespace exchangetest
