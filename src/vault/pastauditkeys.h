// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/integrity.h"

#include <optional>
#include <vector>

namespace vault {

/// The part of the audit log that was written under one earlier vault key.
struct AuditGeneration {
    std::uint32_t gen = 0;
    AuditPosition last; ///< its last entry
    crypto::HmacSha256 mac;
    crypto::RoleKey detail;
};

/// A key rotation does not rewrite the audit log: the two keys that its earlier entries need stay in the vault, each generation's
/// in a row of its own, sealed under the key that is valid now. Read when an earlier entry is first asked for. Vault thread, inside
/// a transaction or snapshot.
class PastAuditKeys final {
public:
    PastAuditKeys(Integrity &integrity, const Keyring &keys) : m_integrity(integrity), m_keys(keys) {}
    Q_DISABLE_COPY_MOVE(PastAuditKeys)

    /// The generation that this entry belongs to; nullptr: the one whose keys are valid now. Valid until forget().
    /// IntegrityFailure for a row that is not what this program writes.
    [[nodiscard]] base::Result<const AuditGeneration *> find(std::uint64_t seq);
    /// What was read may be out of date: the file changed, or the keys did.
    void forget() { m_generations.reset(); }

    /// The row that keeps the audit keys of `ending`, whose last entry is `last`, sealed under `next`.
    [[nodiscard]] static base::Result<ports::RecordRow> rowOf(const Keyring &ending, const AuditPosition &last,
                                                              const Keyring &next, base::RandomSource &random);

private:
    [[nodiscard]] base::Result<void> load();
    [[nodiscard]] base::Result<AuditGeneration> read(std::uint32_t gen, const ports::RecordRow &row) const;

    Integrity &m_integrity;
    const Keyring &m_keys;
    std::optional<std::vector<AuditGeneration>> m_generations; ///< ascending; none: not read yet
};

} // namespace vault
