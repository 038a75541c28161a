// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/exchangeinfo.h"

#include <algorithm>

namespace exchange {

const FieldInfo *ExchangeInfo::field(QStringView fieldId) const
{
    const auto found = std::ranges::find(fields, fieldId, &FieldInfo::id);
    return found == fields.end() ? nullptr : &*found;
}

const HostInfo *ExchangeInfo::host(Environment environment) const
{
    if (environment == Environment::Live)
        return &live;
    return demo ? &*demo : nullptr;
}

} // namespace exchange
