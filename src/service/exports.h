// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/vaulthost.h"
#include "transfer/exporttext.h"

namespace service {

struct ExportRequest {
    transfer::ExportFormat format = transfer::ExportFormat::Json;
    QString path; ///< a new file, mode 0600; empty: the text is in the report
    /// Asked for again, whoever opened the vault; may be empty only where asksCurrentPassphrase() does not ask.
    base::SecretBytes passphrase;
};

/// Why a credential, or one of its fields, is not in an export.
enum class ExportGap : std::uint8_t {
    HeldBack,    ///< waits for consent
    NotReleased, ///< no version of it is in use yet
    NoValue,     ///< it has no secret fields
    NotText,     ///< a value that this format cannot hold
    NameTaken,   ///< another one has the same variable
    Damaged,     ///< a group of records, as `verify` names it: whatever stood there
};

struct ExportReport {
    struct Left {
        QString name; ///< of the credential, or NAME#FIELD; of a damaged group what `verify` calls it
        ExportGap gap = ExportGap::HeldBack;
    };
    qsizetype exported = 0; ///< credentials
    QList<Left> left;
    transfer::SecretPieces text; ///< empty when it went into a file

    /// Whether something is missing because the vault is damaged.
    [[nodiscard]] bool hasDamage() const;
};

/// Export of all current values, for moving to another tool. Main thread.
class Exports final : public QObject {
    Q_OBJECT

public:
    Exports(VaultHost &host, Caller caller, QObject *parent = nullptr);

    /// WrongPassphrase; NoWayIn in a vault without any passphrase that the recovery key did not open; AlreadyExists when
    /// anything stands at the path; CannotAudit; IntegrityFailure when header, root or log are damaged. Where records are, their
    /// whole group is left out. Each credential has its audit entry before its values leave the vault.
    [[nodiscard]] base::Async<ExportReport> run(ExportRequest request);

private:
    [[nodiscard]] base::Async<Done> prove(base::SecretBytes passphrase);

    VaultHost &m_host;
    Caller m_caller;
};

} // namespace service
