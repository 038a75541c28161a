// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretjson.h"
#include "service/vaulthost.h"
#include "vault/credentialstore.h"

namespace service {

/// What is to change about how a credential is kept; whatever is not given stays.
struct PolicyChange {
    std::optional<std::uint32_t> keep;              ///< versions, 1 to 1000; what is too old goes at once
    std::optional<std::chrono::milliseconds> every; ///< how long a version should be in use; 0: nobody minds
};

/// The versions of a credential of any kind: what there is, going back, replacing in steps, ending, and how many are kept. NAME is
/// a credential's name or an alias. Answers hold the credential as it is then; its versions are the history. Main thread.
///
/// Which step is allowed says vault::mayBecome(); VersionNotFound for any other. A version that is held back because it may
/// withdraw is not brought into use: ConsentRequired. NotFound when there is no such credential. Everything is audited.
class Versions final : public QObject {
    Q_OBJECT

public:
    Versions(VaultHost &host, Caller caller, QObject *parent = nullptr);

    [[nodiscard]] base::Async<vault::Credential> history(const QString &name);
    /// An earlier version is in use again; the one that was makes room. Nothing is copied: its number stays. Of an exchange
    /// account it goes where it went in its time, and nobody has asked the exchange about it since.
    [[nodiscard]] base::Async<vault::Credential> rollBack(const QString &name, std::uint32_t number);
    /// Ends an earlier version: nobody gets it any more, and it cannot be brought back.
    [[nodiscard]] base::Async<vault::Credential> retire(const QString &name, std::uint32_t number);
    /// Says that others may know it. Nobody gets it any more, also when it is the one in use: then nothing is.
    [[nodiscard]] base::Async<vault::Credential> markCompromised(const QString &name, std::uint32_t number);

    /// Lays the fields over those in use, as a version that waits beside it until commit(). InvalidArgument for exchange
    /// accounts, whose replacement is checked (Exchanges::update()). MissingField, EmptyField, InvalidName.
    [[nodiscard]] base::Async<vault::Credential> stage(const QString &name, base::SecretFields fields);
    /// What waits comes into use. VersionNotFound when nothing waits.
    [[nodiscard]] base::Async<vault::Credential> commit(const QString &name);
    /// What waits is turned down; when nothing waits, the version that was last in use is in use again.
    [[nodiscard]] base::Async<vault::Credential> turnBack(const QString &name);
    /// Ends the grace of all earlier versions. VersionNotFound when there is none.
    [[nodiscard]] base::Async<vault::Credential> retireOld(const QString &name);

    /// InvalidArgument for a number out of bounds.
    [[nodiscard]] base::Async<vault::Credential> setPolicy(const QString &name, const PolicyChange &change);
    /// Another name for the same credential; the user's aliases and the choice of a provider follow it. AlreadyExists when
    /// something else, or an alias, has the name; InvalidName.
    [[nodiscard]] base::Async<vault::Credential> rename(const QString &name, const QString &newName);

private:
    using Work = std::function<base::Result<vault::Credential>(vault::Session &)>;
    [[nodiscard]] base::Async<vault::Credential> changeWith(Work work);

    VaultHost &m_host;
    Caller m_caller;
};

/// "90d", "12h", "4w" as a duration, "0" or "never" as none. InvalidArgument for anything else.
[[nodiscard]] base::Result<std::chrono::milliseconds> parseInterval(const QString &text);
/// What is last in the list of those that were in use; null when there is none.
[[nodiscard]] const vault::VersionInfo *lastInUse(const vault::Credential &credential);

} // namespace service
