// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/fernet.h"
#include "transfer/importbatch.h"
#include "transfer/ports/fernetdatabase.h"

namespace transfer {

/// A store that is one token over JSON (`.secrets.enc`). InvalidArgument when it is no token, or the key is not its key;
/// then the errors of parseJsonImport().
[[nodiscard]] base::Result<ImportBatch> parseFernetStore(std::string_view token, const crypto::FernetKey &key);

/// Rows with a token each. One that the key does not open is told as Unreadable; InvalidArgument when that is all of them.
[[nodiscard]] base::Result<ImportBatch> parseFernetRows(const QList<ports::FernetRow> &rows, const crypto::FernetKey &key);

} // namespace transfer
