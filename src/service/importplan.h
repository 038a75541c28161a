// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/exchangecatalogue.h"
#include "service/locate.h"
#include "transfer/importbatch.h"
#include "vault/credentialimport.h"

namespace service {

/// What becomes of one thing that a file holds.
enum class ImportOutcome : std::uint8_t {
    New,
    Same,     ///< is in the vault already, with the same values
    Conflict, ///< the vault, or the file itself, has other values under this name: left alone
    Skipped,  ///< cannot be imported; the reason says why
};

enum class ImportReason : std::uint8_t {
    None,
    Empty,    ///< no value
    BadName,  ///< no name, or one that cannot be kept
    BadValue, ///< a control character in a key
    TooLarge,
    Contradicts, ///< the file says two different things; the reason of a conflict
    Encrypted,   ///< the other program encrypted it
    Placeholder, ///< an example's text instead of a key
    OtherKind,   ///< nothing that is a credential
    Unreadable,  ///< the key file does not open it
};

/// One row of a preview, or of a report.
struct ImportRow {
    QString name;        ///< of the credential; of what is skipped as the file has it
    QStringList sources; ///< the names in the file that it is made of
    vault::CredentialKind kind = vault::CredentialKind::Generic;
    QString exchange; ///< id; only of an exchange account
    QStringList fields;
    ImportOutcome outcome = ImportOutcome::New;
    ImportReason reason = ImportReason::None;
};

/// Turns what a file holds into credentials: the three values of one account become one, names of older tools go to what they
/// are aliases of, any other is kept. Any thread; does not touch the vault.
class ImportPlan final {
public:
    struct Context {
        const exchange::ExchangeCatalogue &exchanges;
        QList<UserAlias> aliases;
        QString account; ///< what an account without a name is called
    };
    /// OutOfSecureMemory only; what cannot be imported is told in the rows.
    [[nodiscard]] static base::Result<ImportPlan> make(const transfer::ImportBatch &batch, const Context &context);

    /// In the order of the file.
    [[nodiscard]] const QList<ImportRow> &rows() const noexcept { return m_rows; }
    /// Credentials to be stored, of different names.
    [[nodiscard]] std::size_t count() const noexcept { return m_targets.size(); }
    [[nodiscard]] base::Result<vault::NewCredential> item(std::size_t at) const;
    /// The rows with what the vault made of them, one fate for each item.
    [[nodiscard]] QList<ImportRow> settled(const std::vector<vault::ImportFate> &fates) const;

private:
    struct Target {
        vault::Credential credential;
        std::vector<transfer::ImportedField> fields;
        qsizetype row = 0;
    };
    class Maker;

    QList<ImportRow> m_rows;
    std::vector<Target> m_targets;
};

} // namespace service
