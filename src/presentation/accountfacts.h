// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/exchanges.h"

#include <QCoreApplication>
#include <QStringList>

namespace presentation {

/// One line of "What this key may do".
struct RightRow {
    enum class Value { No, Yes, Unknown };
    QString label;
    QString text; ///< "Yes", "No", "Unknown", an address list, ...
    bool warn = false;
};

/// What the form of an account tells about it, in words. A view: both are of the editor. `account` nullptr: a new one.
class AccountFacts final {
    Q_DECLARE_TR_FUNCTIONS(presentation::AccountFacts)

public:
    AccountFacts(const exchange::ExchangeInfo *exchange, const service::AccountSummary *account) noexcept
        : m_exchange(exchange)
        , m_account(account)
    {
    }

    /// Steps of "How to make a key", in words.
    [[nodiscard]] QStringList howTo() const;
    /// "Stored on 22 Nov 2026", empty for a new account.
    [[nodiscard]] QString storedText() const;
    /// True for a stored demo account.
    [[nodiscard]] bool isDemo() const;
    /// Empty unless the exchange let the key in.
    [[nodiscard]] QList<RightRow> rights() const;
    /// "Checked 22 Nov 2026, 20:31. Your clock is right to 0.01 s."
    [[nodiscard]] QString checkedText() const;

private:
    const exchange::ExchangeInfo *m_exchange;
    const service::AccountSummary *m_account;
};

} // namespace presentation
