// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/checkreport.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QUrl>

namespace exchange {

/// One thing that the exchange hands out with a key.
struct FieldInfo {
    QString id;    ///< "api_key", as stored
    QString label; ///< the exchange's own words, for example "Secret Key"
    bool secret = true;
    bool required = true;
    QString insteadOf; ///< this field may stand for that one; empty = none
    /// What the exchange's own values look like. Hints: a mismatch warns and never refuses.
    QByteArray prefix;       ///< empty = no hint
    QByteArray charset;      ///< the characters after the prefix, every one spelled out; empty = no hint
    qsizetype minLength = 0; ///< in characters
    qsizetype maxLength = 0; ///< 0 = no hint
};

struct HostInfo {
    struct Header {
        QByteArray name;
        QByteArray value;
    };
    QUrl baseUrl;
    QList<Header> headers; ///< that every signed request to this environment carries
};

/// How requests are signed. A family is shared by all exchanges that sign alike.
enum class SignerFamily {
    Bitget, ///< base64 HMAC-SHA256 or RSA over timestamp+method+path+query+body, ACCESS-* headers
};

/// One entry of the catalogue (resources/exchanges.json); valid by construction.
struct ExchangeInfo {
    QString id;
    QString displayName;
    HostInfo live;
    std::optional<HostInfo> demo;
    SignerFamily signer = SignerFamily::Bitget;
    QList<FieldInfo> fields; ///< in the order of the form
    QUrl manageKeysUrl;
    QStringList howTo; ///< codes of steps, words in service/words
    QList<QUrl> sources;
    bool verifiedLive = false;          ///< false: nobody has yet confirmed this entry with a real account
    std::int64_t timestampWindowMs = 0; ///< clock difference that the exchange accepts
    QHash<QString, Category> codes;     ///< error code -> what it means; Category::None: not about the credential
    QStringList mixupCodes;             ///< those that say: a demo key against the live exchange, or the other way round
    QHash<QString, QStringList> rights; ///< "read", "trade", "transfer", "withdraw" -> the exchange's words that grant it
    QStringList otherRights;            ///< words of rights that are known and grant none of these

    [[nodiscard]] const FieldInfo *field(QStringView fieldId) const;
    /// Null when the exchange has no such environment.
    [[nodiscard]] const HostInfo *host(Environment environment) const;
};

} // namespace exchange
