// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/accountfacts.h"
#include "presentation/formnotes.h"
#include "presentation/undoableremoval.h"

#include <functional>

namespace presentation {

/// The form of one account, new or stored: what it shows, and what Save, Check now, Remove and the strip's button do. Secrets
/// pass through and are never kept here. GUI thread.
class AccountEditor final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        service::Exchanges &exchanges;
        service::Secrets &secrets;
        service::Removals &removals;
        std::chrono::milliseconds undoTime = UndoableRemoval::kUsual; ///< for so long a removal can be undone
    };
    explicit AccountEditor(Parts parts, QObject *parent = nullptr);

    /// A new account of an exchange (a catalogue id).
    void startNew(const QString &exchangeId);
    void show(const service::AccountSummary &account);
    void clear();

    [[nodiscard]] const exchange::ExchangeInfo *exchange() const noexcept { return m_exchange; }
    /// nullptr while new.
    [[nodiscard]] const service::AccountSummary *account() const noexcept { return m_account ? &*m_account : nullptr; }
    [[nodiscard]] bool isNew() const noexcept { return m_exchange != nullptr && !m_account; }
    [[nodiscard]] bool isBusy() const noexcept { return m_work != Work::None; }
    /// What was typed is on its way into the vault, or out of it: it is no draft any more.
    [[nodiscard]] bool isStoring() const noexcept { return m_work == Work::Storing; }
    [[nodiscard]] const StripMessage &message() const noexcept { return m_message; }
    [[nodiscard]] QString title() const;
    /// Account part of the name, "main"; empty while new.
    [[nodiscard]] QString accountName() const;
    /// What the form tells about the account beside its name.
    [[nodiscard]] AccountFacts facts() const noexcept { return {m_exchange, account()}; }

    /// Stores what was typed (fields that were left empty stay as they are), then asks the exchange.
    /// An error in `fields` (secure memory is full) is shown.
    void save(const QString &accountName, bool demo, base::Result<base::SecretFields> fields);
    void checkNow();
    /// `typedName` must be the account's name: the user knows what is allowed here.
    void keepAnyway(const QString &typedName);
    /// What a strip's button asks for. KeepAnyway needs the typed name: keepAnyway().
    void perform(StripMessage::Action action);
    /// Gone for programs at once; the strip offers to undo it for a while (StripMessage::Action::Undo).
    void remove();
    /// Reads a stored field, audited, and hands it over unless another account is shown by then. A refusal stands in the strip.
    void reveal(const QString &field, service::Secrets::Shown where, std::function<void(base::SecretBytes)> show);
    /// The fields of one key in a block of text that was pasted; empty when it is no such block.
    [[nodiscard]] base::SecretFields readBlock(const base::Result<base::SecretBytes> &text) const;
    void tell(FormNote note);

Q_SIGNALS:
    void changed();
    /// The secret fields are to be emptied; `name` is the stored account.
    void saved(const QString &name);
    void removed(const QString &title);
    void putBack(const QString &name);
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
    enum class Work { None, Asking, Storing };
    /// Asking: all that leaves alone what is typed.
    void begin(const QString &what, Work work);
    void finish(const base::Result<service::SaveOutcome> &outcome, bool saving);
    void showOutcome(const service::SaveOutcome &outcome, bool saving);
    void fail(const base::Error &error);
    void undoRemoval();
    void undoTimeIsOver();
    void refreshAccount(const QString &name);
    [[nodiscard]] StripMessage messageFor(const service::SaveOutcome &outcome, bool saving) const;

    Parts m_parts;
    service::Exchanges &m_exchanges;
    UndoableRemoval m_removal;
    const exchange::ExchangeInfo *m_exchange = nullptr;
    std::optional<service::AccountSummary> m_account;
    StripMessage m_message;
    Work m_work = Work::None;
    quint64 m_shown = 0; ///< grows when another account, or none, is shown: answers about the former one are dropped
};

} // namespace presentation
