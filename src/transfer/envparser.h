// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/importbatch.h"

namespace transfer {

/// One assignment of an env file.
struct EnvAssignment {
    QString name; ///< letters, digits, '_', '.' and '-'; does not begin with a digit
    base::SecretSlice value;
    int line = 0; ///< where it begins, from 1
};

/// Parses an env file: `NAME=value`, `export `, comments, 'literal' and "escaped" values, both over several lines, and a bare PEM
/// block. Escapes are \n \r \t \" \\ \$ and \`; any other backslash stands for itself. A # begins a comment at the beginning of a
/// word; inside one it belongs to it. InvalidArgument ("line N") for anything else, a NUL or invalid UTF-8 included.
[[nodiscard]] base::Result<std::vector<EnvAssignment>> parseEnv(const base::SecretBytes &text);

/// The same for an import: each assignment is a secret with the one field "value".
[[nodiscard]] base::Result<ImportBatch> parseEnvImport(const base::SecretBytes &text);

} // namespace transfer
