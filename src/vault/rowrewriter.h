// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/credential.h"
#include "vault/keyring.h"
#include "vault/ports/vaultfile.h"

#include <optional>

namespace vault {

/// Makes rows of the `record` table anew under another vault key: opens every envelope with the old keys, seals it with the new
/// ones, and computes the index of a name. Rows come in the order of the table, so that a credential comes before its versions.
/// Any thread, one at a time, while nobody replaces the keys.
class RowRewriter final {
public:
    RowRewriter(const Keyring &from, const Keyring &to, base::RandomSource &random)
        : m_from(from)
        , m_to(to)
        , m_random(random)
    {
    }

    /// IntegrityFailure for what does not open or belongs to nothing.
    [[nodiscard]] base::Result<ports::RecordRow> rewritten(const ports::RecordRow &row);

private:
    [[nodiscard]] base::Result<QByteArray> resealed(const EnvelopeBinding &binding, base::ByteView envelope) const;
    [[nodiscard]] base::Result<ports::RecordRow> credential(const ports::RecordRow &row);
    [[nodiscard]] base::Result<ports::RecordRow> version(const ports::RecordRow &row) const;
    /// Anything else: at most one envelope in each column, bound to the row alone.
    [[nodiscard]] base::Result<ports::RecordRow> plain(const ports::RecordRow &row) const;

    const Keyring &m_from;
    const Keyring &m_to;
    base::RandomSource &m_random;
    std::optional<Credential> m_credential; ///< the last one met
};

} // namespace vault
