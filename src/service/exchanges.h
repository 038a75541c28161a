// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/checkreport.h"
#include "exchange/credentialprobe.h"
#include "exchange/exchangecatalogue.h"
#include "exchange/formatcheck.h"
#include "exchange/requestsigner.h"
#include "service/secrets.h"

#include <QJsonObject>

namespace service {

struct ExchangeOptions {
    bool demo = false;
    QString region;
    QString baseUrl;
    QByteArray caPem; ///< content, not a path
    QString proxy;
    std::optional<bool> elsewhere; ///< used from another computer; none: as it was
    bool check = true;
    bool acceptWithdraw = false;
};

/// What became of saving an account.
struct SaveOutcome {
    vault::Credential credential;
    std::optional<exchange::CheckReport> check; ///< nullopt when no check was made
    bool consentRequired = false;
    QList<exchange::FormatFinding> notices; ///< trimmed spaces, swapped fields, ...
    bool inUse = false;                     ///< programs get the version that this is about
    bool otherAccount = false;              ///< works, but for another account than the one it was to replace: not in use
    std::optional<base::Error> problem;     ///< why the exchange could not even be asked; `check` says "unchecked" then
    QString exchangeName;                   ///< for people
};

/// An account as lists show it.
struct AccountSummary {
    vault::Credential credential;
    std::optional<exchange::CheckReport> lastCheck;    ///< of the version in use, or of the only one; of no other
    std::optional<exchange::CheckReport> pendingCheck; ///< of a version that waits to replace it
    bool consentRequired = false;
    bool complete = true; ///< false: a required field is missing ("configured": false)
    QString exchangeName; ///< for people
};

/// Exchange accounts: save, check, consent, sign. Saving and checking are separate results: what is stored stays stored
/// whatever the check says. Main thread.
class Exchanges final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        VaultHost &host;
        const exchange::ExchangeCatalogue &catalogue;
        const exchange::ProbeMap &probes;
        Caller caller;
    };
    explicit Exchanges(Parts parts, QObject *parent = nullptr);

    [[nodiscard]] const exchange::ExchangeCatalogue &catalogue() const noexcept { return m_parts.catalogue; }
    [[nodiscard]] const Caller &caller() const noexcept { return m_parts.caller; }

    /// Stores `EXCHANGE/ACCOUNT`, then checks unless told not to. UnknownExchange, AlreadyExists, MissingField, EmptyField,
    /// InvalidName (of a field), InsecureTransport, InvalidArgument before anything is stored; after that whatever is wrong
    /// with the check is "unchecked". A key that may withdraw stays pending without consent.
    [[nodiscard]] base::Async<SaveOutcome> add(const QString &exchangeId, const QString &account,
                                               const ExchangeOptions &options, base::SecretFields fields);
    /// Given fields replace stored ones in a new pending version, checked, then current when it works for the same account
    /// (`check` false: current at once). The outcome's check tells; the old version stays in use otherwise, where it was: a new
    /// address is part of the new version.
    [[nodiscard]] base::Async<SaveOutcome> update(const QString &name, const ExchangeOptions &options,
                                                  base::SecretFields fields);
    /// Says that programs use the key from another computer (or from this one again), whose address alone the exchange knows.
    [[nodiscard]] base::Async<vault::Credential> setElsewhere(const QString &name, bool elsewhere);
    /// Makes the pending version current although the check did not say "works".
    [[nodiscard]] base::Async<vault::Credential> useAnyway(const QString &name);
    /// Asks the exchange about what is stored (the pending version if there is one, else the current). A current version
    /// found to have the withdrawal right without consent is held back.
    [[nodiscard]] base::Async<SaveOutcome> check(const QString &name);
    [[nodiscard]] base::Async<QList<SaveOutcome>> checkAll();
    /// Releases a version that was held back because it may withdraw, or the only one when its first check was cut short.
    /// NotFound with the detail "consent" when nothing waits for it.
    /// `inUse`: what was agreed to is what programs get now; otherwise it has yet to be seen to work.
    [[nodiscard]] base::Async<SaveOutcome> consent(const QString &name);
    /// The fields of one key in a block of text that was pasted (exchange::parseKeyBlock); empty when it is no such block.
    [[nodiscard]] base::Result<base::SecretFields> readBlock(const QString &exchangeId, const base::SecretBytes &text) const;
    /// AlreadyExists when the name of a new account is taken; said before a person types secrets for nothing.
    [[nodiscard]] base::Async<Done> requireFree(const QString &exchangeId, const QString &account);
    [[nodiscard]] base::Async<QList<AccountSummary>> list();
    [[nodiscard]] base::Async<AccountSummary> show(const QString &name);
    [[nodiscard]] base::Async<Done> remove(const QString &name);
    /// `timestampMs` 0: now. Audited before the signature leaves; `caller`, when it is not this program itself.
    [[nodiscard]] base::Async<exchange::SignedRequest> sign(const QString &name, exchange::SigningRequest request,
                                                            const std::optional<Caller> &caller = {});

private:
    [[nodiscard]] base::Async<SaveOutcome> finishSave(const vault::Credential &credential, SaveOutcome outcome, bool check);
    [[nodiscard]] base::Async<SaveOutcome> probe(const vault::Credential &credential, SaveOutcome outcome);
    [[nodiscard]] base::Async<SaveOutcome> ask(SaveOutcome outcome, const exchange::ProbeTarget &target,
                                               base::SecretFields fields);
    [[nodiscard]] base::Async<SaveOutcome> probeVersion(const vault::Credential &credential,
                                                        const vault::VersionInfo &version, SaveOutcome outcome);
    [[nodiscard]] base::Async<vault::Credential> find(const QString &name);
    [[nodiscard]] base::Async<SaveOutcome> settle(SaveOutcome outcome, std::uint32_t version);
    [[nodiscard]] base::Async<QList<SaveOutcome>> checkRest(QList<vault::Credential> rest, QList<SaveOutcome> done);
    [[nodiscard]] AccountSummary summaryOf(const vault::Credential &credential) const;
    [[nodiscard]] QString displayName(const vault::Credential &credential) const;
    [[nodiscard]] base::Result<QMap<QString, QString>> changedAttributes(const vault::Credential &credential,
                                                                         const ExchangeOptions &options) const;

    Parts m_parts;
};

/// True for an account that is used elsewhere and whose only fault is that this computer's address is not allowed.
[[nodiscard]] bool isRefusedOnlyHere(const vault::Credential &credential,
                                     const std::optional<exchange::CheckReport> &report);

/// The report of docs/INTERFACE.md with name and message. `exchangeName` is for the message; empty: made from the id.
[[nodiscard]] QJsonObject reportObject(const QString &name, const exchange::CheckReport &report,
                                       const QString &exchangeName = {});

} // namespace service
