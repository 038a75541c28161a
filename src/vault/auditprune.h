// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/session.h"

namespace vault {

/// Entries that were dropped from the audit log; both 0 when none was old enough.
struct PrunedRange {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
};

/// Drops the entries at the beginning of the log that are all older than `beforeMs` (milliseconds since 1970), in one change. What
/// is left is as verifiable as it was: the entry of that change names the range and the MAC that it ended with. The whole log is
/// verified before (IntegrityFailure), so that nothing disappears that was tampered with. `program` is who asked. Vault thread.
[[nodiscard]] base::Result<PrunedRange> pruneAudit(Session &session, std::int64_t beforeMs, const QString &program);

} // namespace vault
