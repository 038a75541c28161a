// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretjsontree.h"
#include "transfer/csvreader.h"
#include "transfer/importbatch.h"

namespace transfer {

// What password managers export. An entry gets the fields that are not empty, for example username, password, url and notes, and
// is named by its folder and title. Each refuses what is not such a file (InvalidArgument, InvalidJson).

/// Bitwarden's unencrypted CSV or JSON. https://bitwarden.com/help/condition-bitwarden-import/
[[nodiscard]] base::Result<ImportBatch> parseBitwarden(const base::SecretBytes &text);
/// KeePassXC's CSV.
[[nodiscard]] base::Result<ImportBatch> parseKeePassXc(const base::SecretBytes &text);
/// 1Password's CSV.
[[nodiscard]] base::Result<ImportBatch> parseOnePassword(const base::SecretBytes &text);

[[nodiscard]] bool isBitwarden(const base::SecretJson &tree);
[[nodiscard]] bool isBitwarden(const CsvTable &table);
[[nodiscard]] bool isKeePassXc(const CsvTable &table);
[[nodiscard]] bool isOnePassword(const CsvTable &table);

} // namespace transfer
