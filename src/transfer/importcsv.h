// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/csvreader.h"
#include "transfer/importbatch.h"

namespace transfer {

// Tables. Each refuses what is not such a file (InvalidArgument).

/// A table with the column "name"; each other column is a field, "value" by habit, and "description" describes.
[[nodiscard]] base::Result<ImportBatch> parseCsvImport(const base::SecretBytes &text);
/// What Jesse exports: Name, Exchange, API Key, API Secret, and more fields.
[[nodiscard]] base::Result<ImportBatch> parseJesse(const base::SecretBytes &text);

[[nodiscard]] bool isPlainCsv(const CsvTable &table);
[[nodiscard]] bool isJesse(const CsvTable &table);

} // namespace transfer
