// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/credential.h"
#include "vault/keyring.h"
#include "vault/ports/vaultfile.h"

#include <optional>

namespace transfer {

/// Opens the rows of one vault and seals what is in them for another. Rows come in the order of the table, so that a credential
/// precedes its versions. Plaintext exists for one envelope at a time, in secure memory.
class Resealer final {
public:
    /// All of them outlive it.
    Resealer(const vault::Keyring &from, const vault::Keyring &to, base::RandomSource &random);

    /// nullopt for what belongs to the old vault alone: a recovery key that was not confirmed, keychain clean-up, old audit keys.
    /// IntegrityFailure when an envelope is not what its row says; NewerFormat for a kind of row that this program does not know.
    [[nodiscard]] base::Result<std::optional<vault::ports::RecordRow>> reseal(const vault::ports::RecordRow &row);
    /// The credential of the latest row.
    [[nodiscard]] const std::optional<vault::Credential> &credential() const noexcept { return m_credential; }

private:
    [[nodiscard]] base::Result<QByteArray> moved(const vault::EnvelopeBinding &binding, base::ByteView envelope);
    [[nodiscard]] base::Result<vault::ports::RecordRow> credentialRow(const vault::ports::RecordRow &row);
    [[nodiscard]] base::Result<std::optional<vault::ports::RecordRow>> versionRow(const vault::ports::RecordRow &row);
    [[nodiscard]] base::Result<vault::ports::RecordRow> metaRow(const vault::ports::RecordRow &row);

    const vault::Keyring &m_from;
    const vault::Keyring &m_to;
    base::RandomSource &m_random;
    std::optional<vault::Credential> m_credential;
};

} // namespace transfer
