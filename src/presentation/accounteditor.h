// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/stripmessage.h"
#include "service/exchanges.h"

#include <QObject>

namespace presentation {

/// One line of "What this key may do".
struct RightRow {
    enum class Value { No, Yes, Unknown };
    QString label;
    QString text; ///< "Yes", "No", "Unknown", an address list, ...
    bool warn = false;
};

/// The form of one account, new or stored: what it shows, and what Save, Check now, Remove and the strip's button do. Secrets
/// pass through and are never kept here. GUI thread.
class AccountEditor final : public QObject {
    Q_OBJECT

public:
    explicit AccountEditor(service::Exchanges &exchanges, QObject *parent = nullptr);

    /// A new account of an exchange (a catalogue id).
    void startNew(const QString &exchangeId);
    void show(const service::AccountSummary &account);
    void clear();

    [[nodiscard]] const exchange::ExchangeInfo *exchange() const noexcept { return m_exchange; }
    /// nullptr while new.
    [[nodiscard]] const service::AccountSummary *account() const noexcept { return m_account ? &*m_account : nullptr; }
    [[nodiscard]] bool isNew() const noexcept { return m_exchange != nullptr && !m_account; }
    [[nodiscard]] bool isBusy() const noexcept { return m_busy; }
    [[nodiscard]] const StripMessage &message() const noexcept { return m_message; }
    [[nodiscard]] QString title() const;
    /// True for a stored demo account.
    [[nodiscard]] bool isDemo() const;
    /// Account part of the name, "main"; empty while new.
    [[nodiscard]] QString accountName() const;
    /// Steps of "How to make a key", in words.
    [[nodiscard]] QStringList howTo() const;
    /// "Stored on 22 Nov 2026", empty for a new account.
    [[nodiscard]] QString storedText() const;
    /// Empty unless the exchange let the key in.
    [[nodiscard]] QList<RightRow> rights() const;
    /// "Checked 22 Nov 2026, 20:31. Your clock is right to 0.01 s."
    [[nodiscard]] QString checkedText() const;

    /// Stores what was typed (fields that were left empty stay as they are), then asks the exchange.
    /// An error in `fields` (secure memory is full) is shown.
    void save(const QString &accountName, bool demo, base::Result<base::SecretFields> fields);
    void checkNow();
    /// `typedName` must be the account's name: the user knows what is allowed here.
    void keepAnyway(const QString &typedName);
    /// What a strip's button asks for. KeepAnyway needs the typed name: keepAnyway().
    void perform(StripMessage::Action action);
    void remove();

Q_SIGNALS:
    void changed();
    /// The secret fields are to be emptied; `name` is the stored account.
    void saved(const QString &name);
    void removed(const QString &title);
    /// A field error; `field` takes the focus.
    void fieldRefused(const QString &field, const QString &words);
    void checkingChanged(const QString &name, bool checking);

private:
    /// Why the account name cannot be used; empty when it can.
    [[nodiscard]] QString nameProblem(const QString &accountName) const;
    void useAnyway();
    /// The key is used from another computer, whose address alone the exchange takes; or from this one again.
    void setElsewhere(bool elsewhere);
    template<typename T, typename Fn>
    void whileShown(const base::Async<T> &future, Fn fn);
    void begin(const QString &what);
    void finish(const base::Result<service::SaveOutcome> &outcome, bool saving);
    void showOutcome(const service::SaveOutcome &outcome, bool saving);
    void fail(const base::Error &error);
    void refreshAccount(const QString &name);
    [[nodiscard]] StripMessage messageFor(const service::SaveOutcome &outcome, bool saving) const;

    service::Exchanges &m_exchanges;
    const exchange::ExchangeInfo *m_exchange = nullptr;
    std::optional<service::AccountSummary> m_account;
    StripMessage m_message;
    bool m_busy = false;
    quint64 m_shown = 0; ///< grows when another account, or none, is shown: answers about the former one are dropped
};

} // namespace presentation
