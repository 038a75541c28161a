// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretarena.h"

#include <QStringList>

#include <vector>

namespace transfer {

/// A table with names of columns.
struct CsvTable {
    QStringList header;                               ///< trimmed
    std::vector<std::vector<base::SecretSlice>> rows; ///< each as long as the header

    /// -1 when there is none; without regard to case.
    [[nodiscard]] qsizetype column(QLatin1StringView name) const;
    /// Whether all of them are there.
    [[nodiscard]] bool hasColumns(std::initializer_list<QLatin1StringView> names) const;
};

/// Comma-separated values as of RFC 4180, with a header, lines that end in LF or CRLF, and empty lines passed over; at most 100
/// columns. InvalidArgument ("line N") for quotes that are not balanced, text behind them, and rows of another length.
[[nodiscard]] base::Result<CsvTable> parseCsv(const base::SecretBytes &text);

} // namespace transfer
