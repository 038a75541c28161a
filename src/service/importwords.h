// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/exports.h"
#include "service/imports.h"

#include <QJsonObject>

// Words and JSON about import and export, for every front end; like all of service/words and service/jsonshapes.

namespace service::words {

/// What becomes of an entry: "new", "is here already", ...; with the reason where there is one.
[[nodiscard]] QString forImport(const ImportRow &row);
/// What a format is called, for example "Freqtrade configuration".
[[nodiscard]] QString importFormat(transfer::ImportFormat format);
enum class SourceAdvice { Terminal, Window }; ///< with or without the command to type
/// What to do with the file now, and what deleting it cannot do; a sentence each. Empty when nothing of it is in the vault.
[[nodiscard]] QStringList aboutSource(const ImportReport &report, SourceAdvice advice = SourceAdvice::Terminal);
[[nodiscard]] QString forGap(ExportGap gap);

} // namespace service::words

namespace service::json {

/// `{"imported","same","skipped":[],"conflicts":[],"format","dry_run","entries":[..]}`: the first two are numbers of credentials,
/// "skipped" has names of the file, "conflicts" of credentials.
[[nodiscard]] QJsonObject importReport(const ImportReport &report);
/// `{"exported","left":[{"name","reason"}]}`; never a value.
[[nodiscard]] QJsonObject exportReport(const ExportReport &report);

} // namespace service::json
