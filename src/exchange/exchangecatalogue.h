// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "exchange/exchangeinfo.h"

namespace exchange {

/// Which exchanges there are and how to speak to them: resources/exchanges.json, compiled in. Only exchanges that work are
/// listed. Immutable.
class ExchangeCatalogue final {
public:
    /// The built-in catalogue.
    [[nodiscard]] static base::Result<ExchangeCatalogue> load();
    /// InvalidJson with the path of the member that is wrong ("bitget.fields[1].id").
    [[nodiscard]] static base::Result<ExchangeCatalogue> parse(const QByteArray &json);

    [[nodiscard]] const QList<ExchangeInfo> &list() const noexcept { return m_list; }
    /// Null when there is none; ids are compared without regard to case.
    [[nodiscard]] const ExchangeInfo *find(QStringView id) const;

private:
    explicit ExchangeCatalogue(QList<ExchangeInfo> list) : m_list(std::move(list)) {}
    QList<ExchangeInfo> m_list;
};

} // namespace exchange
