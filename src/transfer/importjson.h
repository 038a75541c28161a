// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretjsontree.h"
#include "transfer/importbatch.h"

namespace transfer {

/// Comments and trailing commas are allowed: people edit such files. Size and text are judged as by plainText().
[[nodiscard]] base::Result<base::SecretJson> parseImportTree(const base::SecretBytes &text);

/// Names and values in JSON: `{"name":"value"}`, `{"name":{"field":"value"}}`, `[{"name":..,"value":..}]`, and what Latchkey exports.
/// Objects in objects are named by their path ("a/b"). InvalidJson, InvalidArgument when nothing in it has a name.
[[nodiscard]] base::Result<ImportBatch> parseJsonImport(const base::SecretBytes &text);
[[nodiscard]] base::Result<ImportBatch> batchFromJson(const base::SecretJson &tree);

/// A text that is no secret, for example a name.
[[nodiscard]] QString publicText(const base::SecretSlice &text);
/// The same of a member; empty when there is no such member, or it is no text.
[[nodiscard]] QString publicText(const base::SecretJson &object, QStringView member);

/// Fields have names of letters, digits, '_', '-' and '.', at most 64 bytes, that differ within `taken`; what the file calls one
/// becomes such a name.
[[nodiscard]] QString fieldName(const QString &text, const std::vector<ImportedField> &taken);

} // namespace transfer
