// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/checkreport.h"
#include "exchange/exchangeinfo.h"
#include "service/vaulthost.h"
#include "vault/credentialstore.h"

namespace service {

/// A new account, ready to be stored.
struct NewAccount {
    QString name;
    QMap<QString, QString> attributes;
    base::SecretFields fields; ///< normalized and complete
    bool pending = true;       ///< a check will decide
    bool acceptWithdraw = false;
};

/// What changes about an account.
struct AccountChange {
    QMap<QString, QString> attributes; ///< only those that change; those of the target wait with a pending version
    base::SecretFields fields;         ///< normalized; may be empty: only attributes change
    bool pending = true;
    bool acceptWithdraw = false;
    bool keepsPending = false; ///< a replacement that waits goes on waiting
};

/// What a check did to the version that it was about.
struct Settled {
    vault::Credential credential;
    bool consentRequired = false;
    bool inUse = false;        ///< the version is current now
    bool otherAccount = false; ///< the key works, but for another account than the one it was to replace
};

struct StoredReports {
    std::optional<exchange::CheckReport> last;    ///< about the version in use, or the only one
    std::optional<exchange::CheckReport> pending; ///< about a version that waits to replace it
};

/// Exchange accounts inside an open vault: which version programs get, and why. A thin view over a Session; vault thread only.
///
/// Consent and its want belong to a key (vault::keyIdOf), whichever version it is in: saving it again, or correcting its
/// passphrase, changes nothing about them. Each step is one transaction, so that no crash in between can release a version or
/// agree to one that is not there.
class AccountStore final {
public:
    AccountStore(vault::Session &session, Caller caller);

    /// NotFound also when the name belongs to something else than an exchange account.
    [[nodiscard]] base::Result<vault::Credential> find(const QString &name);
    [[nodiscard]] base::Result<QList<vault::Credential>> list();
    [[nodiscard]] base::Result<StoredReports> reports(const vault::Credential &credential);
    [[nodiscard]] base::Result<vault::Credential> add(NewAccount account);
    /// MissingField, EmptyField when the stored and the given fields together are no complete set.
    [[nodiscard]] base::Result<vault::Credential> change(const QString &name, const exchange::ExchangeInfo &info,
                                                         AccountChange change);
    /// Writes normalized fields, unchecked and perhaps incomplete (an alias, `secret set`); in use at once unless the key is
    /// held back. `keepOthers`: fields that are not given stay.
    [[nodiscard]] base::Result<vault::Credential> write(const QString &name, base::SecretFields fields, bool keepOthers);
    /// All fields of a version, a pending one included; audited as "check".
    [[nodiscard]] base::Result<base::SecretFields> fieldsForCheck(const QUuid &id, std::uint32_t version);
    /// Stores the report and decides. `asked` is the credential as it was when the exchange was asked about `version`: Conflict
    /// when that is out of use meanwhile, or goes to another address.
    [[nodiscard]] base::Result<Settled> settle(const vault::Credential &asked, std::uint32_t version,
                                               const exchange::CheckReport &report);
    /// NotFound with the detail "consent" when nothing waits for it.
    [[nodiscard]] base::Result<Settled> consent(const QString &name);
    [[nodiscard]] base::Result<vault::Credential> useAnyway(const QString &name);
    [[nodiscard]] base::Result<void> remove(const QString &name);
    /// The fields of the current version, audited as "signed".
    [[nodiscard]] base::Result<base::SecretFields> fieldsForSigning(const vault::Credential &credential,
                                                                    const QString &path);

private:
    [[nodiscard]] vault::AuditEvent event(const QString &kind) const;
    [[nodiscard]] base::Result<base::SecretFields> storedFields(const vault::Credential &credential,
                                                                const vault::VersionInfo *version);
    [[nodiscard]] base::Result<vault::Credential> changeOptions(const vault::Credential &credential, AccountChange change);
    [[nodiscard]] base::Result<vault::Credential> addVersion(const vault::Credential &credential, AccountChange change);
    /// The new report about a version beside what is known about the other one.
    [[nodiscard]] base::Result<QByteArray> reportText(const vault::Credential &credential, const vault::VersionInfo &about,
                                                      const QJsonObject &report, bool inUse);

    vault::CredentialStore m_store;
    Caller m_caller;
};

/// An account as the vault stores it, for whoever stores many at once.
[[nodiscard]] vault::NewCredential toStore(NewAccount account);
/// The version that a check is about: the pending one if there is one, else the current. Null when there is neither.
[[nodiscard]] const vault::VersionInfo *versionToCheck(const vault::Credential &credential);
/// A version that waits or is in use is held back because it may withdraw and nobody agreed.
[[nodiscard]] bool isHeldBack(const vault::Credential &credential);

} // namespace service
