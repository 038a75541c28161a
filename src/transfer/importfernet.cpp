// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/importfernet.h"

#include "transfer/importjson.h"

#include <algorithm>

namespace transfer {

namespace {

using base::ErrorCode;
using base::fail;
using base::Result;

/// Whichever of the two it is cannot be told.
std::unexpected<base::Error> wrongKey()
{
    return fail(ErrorCode::InvalidArgument,
                QStringLiteral("the key file does not belong to this file, or one of them was changed"));
}

bool isAboutTheToken(ErrorCode code)
{
    return code == ErrorCode::InvalidArgument || code == ErrorCode::IntegrityFailure;
}

} // namespace

Result<ImportBatch> parseFernetStore(std::string_view token, const crypto::FernetKey &key)
{
    const auto plain = key.open(token);
    if (!plain && plain.error().code == ErrorCode::IntegrityFailure)
        return wrongKey();
    if (!plain)
        return std::unexpected(plain.error());
    return parseJsonImport(*plain);
}

Result<ImportBatch> parseFernetRows(const QList<ports::FernetRow> &rows, const crypto::FernetKey &key)
{
    ImportBatch batch;
    base::SecretArena arena;
    for (const ports::FernetRow &row : rows) {
        ImportedEntry entry;
        entry.name = row.name;
        entry.description = row.description;
        const auto plain = key.open(std::string_view(row.token.constData(), static_cast<std::size_t>(row.token.size())));
        if (plain) {
            LATCHKEY_TRY(base::SecretSlice value, arena.put(plain->exposeText()));
            entry.fields.push_back({QStringLiteral("value"), std::move(value)});
        } else if (isAboutTheToken(plain.error().code)) {
            entry.unfit = Unfit::Unreadable;
        } else {
            return std::unexpected(plain.error());
        }
        batch.entries.push_back(std::move(entry));
    }
    const auto unreadable = [](const ImportedEntry &entry) { return entry.unfit == Unfit::Unreadable; };
    if (!batch.entries.empty() && std::ranges::all_of(batch.entries, unreadable))
        return wrongKey();
    return batch;
}

} // namespace transfer
