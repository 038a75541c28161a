// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/ports/fernetdatabase.h"

namespace storage {

/// Reads `secrets(id, name, description, encrypted_value, ...)` of an older tool's SQLite file, which somebody else may have made:
/// opened immutable, and only a plain table is read, so that nothing of it is run.
class SqliteFernetDatabase final : public transfer::ports::FernetDatabase {
public:
    [[nodiscard]] base::Result<QList<transfer::ports::FernetRow>> read(const QString &path) override;
};

} // namespace storage
