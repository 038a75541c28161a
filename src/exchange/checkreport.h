// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace exchange {

enum class Environment { Live, Demo };

enum class Verdict {
    Works,
    WorksRightsUnknown, ///< accepted, but the exchange does not tell what the key may do
    Refused,            ///< the exchange knows better: the credential does not do
    Unchecked,          ///< no verdict about the credential
};

/// What stood in the way; None when nothing did.
enum class Category {
    None,
    Key,
    Secret,
    Passphrase,
    Clock,
    Ip,
    Expired,
    Permission, ///< with Refused: key, signature and passphrase were accepted, only the right to ask is missing
    Rate,
    Maintenance,
    Environment,
    Account,
    Network,
    Tls,
    Blocked, ///< something in front of the exchange answered
};

/// Things worth saying beside the verdict.
enum class Warning {
    WithdrawEnabled,
    NoIpAllowlist,
    UnknownRight, ///< a right with a name that is not known here: withdrawing cannot be ruled out
    ClockSkew,    ///< this computer's clock is off by more than a second
    DemoLiveMixup,
    RegionBlocked,
    Redirected,
    UnknownCode, ///< refused with a code that is not in the exchange's published list
};

/// Names as in docs/INTERFACE.md: "works-rights-unknown", "passphrase", "no_ip_allowlist". Empty for Category::None.
[[nodiscard]] QString nameOf(Environment environment);
[[nodiscard]] QString nameOf(Verdict verdict);
[[nodiscard]] QString nameOf(Category category);
[[nodiscard]] QString nameOf(Warning warning);
[[nodiscard]] std::optional<Environment> environmentFromName(QStringView name);
[[nodiscard]] std::optional<Verdict> verdictFromName(QStringView name);
[[nodiscard]] std::optional<Category> categoryFromName(QStringView name);
[[nodiscard]] std::optional<Warning> warningFromName(QStringView name);

/// What a key may do. No value = not known, which is never shown as safe.
struct Rights {
    std::optional<bool> read;
    std::optional<bool> trade;
    std::optional<bool> transfer;
    std::optional<bool> withdraw;
    QStringList unknown; ///< the exchange's own words for rights that are not known here

    friend bool operator==(const Rights &, const Rights &) = default;
};

/// Whose key it is. A replacement key must belong to the same one.
struct Account {
    std::optional<QString> uid;
    std::optional<QString> parent; ///< uid of the main account when this is a sub-account
    std::optional<QString> label;  ///< the name that the key has at the exchange

    friend bool operator==(const Account &, const Account &) = default;
};

/// Outcome of asking an exchange about a credential: codes only, words are made in service/words. Holds no secret: strings of
/// the exchange are cut, and whatever equals a sent value or names an address of this computer is taken out.
struct CheckReport {
    QString exchange; ///< id
    Environment environment = Environment::Live;
    Verdict verdict = Verdict::Unchecked;
    Category category = Category::None;
    std::optional<QString> code;         ///< the exchange's own code
    std::optional<int> httpStatus;       ///< of the answer that decided
    std::optional<QString> exchangeText; ///< the exchange's own text, at most 200 characters
    Rights rights;
    std::optional<QStringList> ipAllowlist; ///< empty list = any address
    std::optional<std::int64_t> expiresAtMs;
    Account account;
    std::optional<std::int64_t> skewMs; ///< > 0: this computer is ahead
    QList<Warning> warnings;
    std::int64_t checkedAtMs = 0; ///< this computer's clock

    friend bool operator==(const CheckReport &, const CheckReport &) = default;
};

/// The object of docs/INTERFACE.md ("Check report") without `name` and `message`, which its caller knows, and with
/// `exchange_text` besides.
[[nodiscard]] QJsonObject toJson(const CheckReport &report);
/// InvalidJson naming the member that is wrong. Unknown members and unknown warnings are skipped (a later version wrote them).
[[nodiscard]] base::Result<CheckReport> reportFromJson(const QJsonObject &json);

} // namespace exchange
