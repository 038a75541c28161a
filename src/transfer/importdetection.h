// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/importbatch.h"

namespace transfer {

/// What a file may be, judged by its content alone: empty when it is nothing that is known, several when it cannot be told.
/// OutOfSecureMemory only.
[[nodiscard]] base::Result<std::vector<ImportFormat>> detectFormats(const base::SecretBytes &content);

/// The parser of a format that stands in one file of text, so neither of the Fernet ones (InvalidArgument).
[[nodiscard]] base::Result<ImportBatch> parseImport(ImportFormat format, const base::SecretBytes &text);

} // namespace transfer
