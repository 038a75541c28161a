// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/bitgetaccount.h"

#include <QJsonArray>

#include <algorithm>
#include <initializer_list>

namespace exchange {

namespace {

/// More than any key has; what comes behind is dropped and reported as one unknown right.
constexpr qsizetype kMostEntries = 100;

/// Bitget writes ids as strings or as numbers.
QString idText(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

QJsonValue firstOf(const QJsonObject &data, std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names) {
        if (const QJsonValue value = data.value(name); !idText(value).isEmpty())
            return value;
    }
    return {};
}

Account accountOf(const EchoFilter &filter, const QJsonObject &data)
{
    Account account;
    account.uid = filter.value(idText(firstOf(data, {QLatin1StringView("userId"), QLatin1StringView("uid")})));
    account.parent = filter.value(idText(data.value(QLatin1StringView("parentId"))));
    // A main account answers 0, nothing, or its own id.
    if (account.parent == QStringLiteral("0") || account.parent == account.uid)
        account.parent.reset();
    return account;
}

/// "a, b" or ["a","b"]; nothing when the member is not there at all.
std::optional<QStringList> addressesOf(const EchoFilter &filter, const QJsonValue &ips)
{
    if (!ips.isString() && !ips.isArray())
        return std::nullopt;
    const QStringList parts = ips.isString() ? ips.toString().split(u',', Qt::SkipEmptyParts)
                                             : ips.toVariant().toStringList();
    QStringList addresses;
    for (const QString &part : parts.first(std::min(parts.size(), kMostEntries))) {
        if (const auto address = filter.value(part))
            addresses << *address;
    }
    return addresses;
}

struct Words {
    bool present = false; ///< the answer has a list of rights at all
    QStringList known;
    QStringList unknown;
};

bool isKnown(const ExchangeInfo &info, const QString &word)
{
    return info.otherRights.contains(word)
        || std::ranges::any_of(info.rights, [&](const QStringList &words) { return words.contains(word); });
}

Words wordsOf(const ExchangeInfo &info, const EchoFilter &filter, const QJsonValue &list)
{
    Words words;
    words.present = list.isArray();
    const QJsonArray array = list.toArray();
    for (const auto &entry : array) {
        const QString word = entry.toString();
        if (isKnown(info, word))
            words.known << word;
        else if (words.unknown.size() < kMostEntries)
            words.unknown << filter.value(word).value_or(QStringLiteral("?"));
    }
    return words;
}

/// True when one of the words grants it; else false, unless a word that nobody here knows might.
std::optional<bool> granted(const ExchangeInfo &info, const Words &words, QLatin1StringView right)
{
    if (!words.present)
        return std::nullopt;
    const QStringList granting = info.rights.value(right);
    if (std::ranges::any_of(words.known, [&](const QString &word) { return granting.contains(word); }))
        return true;
    return words.unknown.isEmpty() ? std::optional(false) : std::nullopt;
}

/// A unified account's key has a list of areas and one word that says whether it may do more than read in them.
void applyPermType(const EchoFilter &filter, const QString &word, Rights &rights)
{
    QString permType = word;
    permType.replace(u'_', u'-'); // both spellings are seen in client libraries
    if (permType == QLatin1StringView("read-only") || permType == QLatin1StringView("readonly")) {
        rights.read = true;
        rights.trade = false;
        rights.transfer = false;
    } else if (permType == QLatin1StringView("read-and-write")) {
        rights.read = true;
    } else {
        rights.read.reset();
        rights.trade.reset();
        rights.transfer.reset();
        if (const auto unknown = filter.value(word))
            rights.unknown << *unknown;
    }
}

} // namespace

bool readBitgetAccount(const ExchangeInfo &info, const EchoFilter &filter, const QJsonObject &data, CheckReport &report)
{
    report.account = accountOf(filter, data);
    report.ipAllowlist = addressesOf(filter, data.value(QLatin1StringView("ips")));
    const bool unified = data.contains(QLatin1StringView("permissions")) || data.contains(QLatin1StringView("permType"));
    const Words words = wordsOf(info, filter,
                                data.value(unified ? QLatin1StringView("permissions") : QLatin1StringView("authorities")));
    report.rights.read = granted(info, words, QLatin1StringView("read"));
    report.rights.trade = granted(info, words, QLatin1StringView("trade"));
    report.rights.transfer = granted(info, words, QLatin1StringView("transfer"));
    report.rights.withdraw = granted(info, words, QLatin1StringView("withdraw"));
    report.rights.unknown = words.unknown;
    if (unified)
        applyPermType(filter, data.value(QLatin1StringView("permType")).toString(), report.rights);
    return words.present;
}

} // namespace exchange
