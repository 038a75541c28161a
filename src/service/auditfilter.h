// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "vault/auditlog.h"

namespace service {

/// Kinds of entries as people tell them apart.
enum class AuditGroup {
    All,
    Uses,     ///< a value or a signature left the vault
    Checks,   ///< an exchange was asked about a key, and what followed from its answer
    Changes,  ///< something that is stored became another
    Openings, ///< the vault was opened or locked
};

/// What to look for in the audit log. Without anything every entry passes.
struct AuditFilter {
    QString text; ///< in name, program, what happened and outcome, in words; without regard to case
    AuditGroup group = AuditGroup::All;
    std::int64_t sinceMs = 0; ///< 0: from the beginning
    std::int64_t untilMs = 0; ///< entries before this moment; 0: to the end
    QStringList kinds = {};   ///< codes ("released", ...); empty: all
    QString name = {};        ///< of one credential, as it is called now or was called then
    QUuid credential = {};    ///< its id, by which entries under an earlier name are found; null when it is not known

    [[nodiscard]] bool passes(const vault::AuditEntry &entry) const;
    friend bool operator==(const AuditFilter &, const AuditFilter &) = default;
};

/// All of an unknown kind, as a later version may write it.
[[nodiscard]] AuditGroup auditGroup(const QString &kind);

enum class AuditFormat {
    JsonLines, ///< one object of `latchkey --json audit` per line
    Csv,       ///< RFC 4180 with a line of titles
};
[[nodiscard]] std::optional<AuditFormat> auditFormat(const QString &name); ///< "jsonl", "csv"

/// What stands above all entries; empty where nothing does.
[[nodiscard]] QByteArray auditHeading(AuditFormat format);
/// One entry with the end of its line. In CSV, text that a spreadsheet would take for a formula gets a ' in front: names and
/// programs come from outside.
[[nodiscard]] QByteArray auditLine(const vault::AuditEntry &entry, AuditFormat format);
/// Puts a new file there, whole or not at all, mode 0600; AlreadyExists when anything stands at the path.
[[nodiscard]] base::Result<void> writeNewExport(const QString &path, const QByteArray &content);

} // namespace service
