// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secretjson.h"
#include "vault/credential.h"

#include <QStringList>

namespace service {

/// One variable of a consumer profile.
struct ProfileVariable {
    QString name;    ///< may hold {EXCHANGE} (upper-case exchange id)
    QString field;   ///< secret field or, with `attribute`, an attribute of the credential
    QString orField; ///< secret field that may stand for it; empty: none
    bool attribute = false;
    bool required = false;
    QStringList requiredFor; ///< exchange ids for which it is required although it is not for others
    QString constant;        ///< fixed text instead of a field (may hold {exchange})
    QString fallback;        ///< text when an attribute is not set
};

/// How one program family wants its keys: one entry of resources/consumer-profiles.json. Valid by construction.
struct Profile {
    QString id;
    QStringList kinds;                ///< credential kinds that fit
    QStringList exchanges;            ///< exchange ids that fit; empty: any
    QStringList providers;            ///< LLM provider ids that fit; empty: any
    QList<ProfileVariable> variables; ///< empty: generic (<NAME>_<FIELD>)
    QStringList strip;                ///< every alias that is removed from the inherited environment (may hold {EXCHANGE})
};

/// All profiles. Immutable.
class ProfileCatalogue final {
public:
    [[nodiscard]] static base::Result<ProfileCatalogue> load();
    /// InvalidJson with the path of the member that is wrong.
    [[nodiscard]] static base::Result<ProfileCatalogue> parse(const QByteArray &json);
    [[nodiscard]] const QList<Profile> &list() const noexcept { return m_list; }
    [[nodiscard]] const Profile *find(const QString &id) const;
    /// Every spelling of an exchange's variables, whatever the profile.
    [[nodiscard]] QStringList spellings(const QString &exchangeId) const;

private:
    ProfileCatalogue() = default;
    QList<Profile> m_list;
    QMap<QString, QStringList> m_spellings;
};

/// `name` with {EXCHANGE} and {exchange} filled from the credential.
[[nodiscard]] QString expanded(const QString &name, const vault::Credential &credential);
[[nodiscard]] bool fits(const Profile &profile, const vault::Credential &credential);
/// The complete set of variables, or MissingField naming what is missing.
[[nodiscard]] base::Result<base::SecretFields> render(const Profile &profile, const vault::Credential &credential,
                                                      const base::SecretFields &fields);

} // namespace service
