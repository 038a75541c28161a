// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/accounteditor.h"

#include "service/words.h"
#include "vault/name.h"

namespace presentation {

namespace {

using Level = StripMessage::Level;
using Action = StripMessage::Action;

bool works(const std::optional<exchange::CheckReport> &check)
{
    return check && (check->verdict == exchange::Verdict::Works || check->verdict == exchange::Verdict::WorksRightsUnknown);
}

/// What is known of a stored account, as its last save or check told it.
service::SaveOutcome storedOutcome(const service::AccountSummary &account)
{
    const bool waits = account.credential.isReplacementWaiting();
    service::SaveOutcome out;
    out.credential = account.credential;
    out.check = waits ? account.pendingCheck : account.lastCheck;
    out.consentRequired = account.consentRequired;
    // A key that works and needs no consent would be in use, were it not for its owner.
    out.otherAccount = waits && works(out.check) && !account.consentRequired;
    return out;
}

Level levelOf(const service::SaveOutcome &outcome)
{
    if (outcome.otherAccount)
        return Level::Warn;
    if (!outcome.check || service::isRefusedOnlyHere(outcome.credential, outcome.check))
        return Level::Info;
    switch (outcome.check->verdict) {
    case exchange::Verdict::Works:
        return outcome.check->warnings.isEmpty() ? Level::Ok : Level::Warn;
    case exchange::Verdict::WorksRightsUnknown:
        return Level::Warn;
    case exchange::Verdict::Refused:
        return Level::Bad;
    case exchange::Verdict::Unchecked:
        break;
    }
    return Level::Info;
}

Action actionOf(const service::SaveOutcome &outcome)
{
    if (outcome.consentRequired)
        return Action::KeepAnyway;
    if (!outcome.check)
        return Action::CheckNow;
    if (outcome.otherAccount || (!works(outcome.check) && outcome.credential.isReplacementWaiting()))
        return Action::UseAnyway;
    if (service::isRefusedOnlyHere(outcome.credential, outcome.check))
        return Action::UsedHere;
    if (outcome.check->category == exchange::Category::Ip)
        return Action::UsedElsewhere;
    return outcome.check->verdict == exchange::Verdict::Unchecked ? Action::CheckNow : Action::None;
}

/// Whether the strip would say something else about `after`.
bool tellsMore(const service::SaveOutcome &before, const service::SaveOutcome &after)
{
    const auto checkedAt = [](const service::SaveOutcome &outcome) {
        return outcome.check ? outcome.check->checkedAtMs : 0;
    };
    return levelOf(before) != levelOf(after) || actionOf(before) != actionOf(after) || checkedAt(before) != checkedAt(after);
}

QString detailsOf(const exchange::CheckReport &report)
{
    QStringList parts;
    if (report.code)
        parts << AccountEditor::tr("Code %1").arg(*report.code);
    if (report.httpStatus)
        parts << AccountEditor::tr("HTTP %1").arg(*report.httpStatus);
    if (report.exchangeText)
        parts << *report.exchangeText;
    parts << base::toRfc3339(report.checkedAtMs);
    return parts.join(QStringLiteral(" · "));
}

} // namespace

AccountEditor::AccountEditor(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_exchanges(parts.exchanges)
    , m_removal(parts.removals, parts.undoTime)
{
    connect(&m_removal, &UndoableRemoval::timeIsOver, this, &AccountEditor::undoTimeIsOver);
}

void AccountEditor::startNew(const QString &exchangeId)
{
    ++m_shown;
    m_exchange = m_exchanges.catalogue().find(exchangeId);
    m_account.reset();
    m_message = {};
    m_work = Work::None;
    Q_EMIT changed();
}

void AccountEditor::show(const service::AccountSummary &account)
{
    const bool same = m_account && m_account->credential.id == account.credential.id;
    const service::SaveOutcome stored = storedOutcome(account);
    // What this form did last stays in its words; what another program did in the meantime is told.
    const bool news = !same || (!isBusy() && tellsMore(storedOutcome(*m_account), stored));
    m_exchange = m_exchanges.catalogue().find(account.credential.attributeValue(vault::attribute::kExchange));
    m_account = account;
    if (!same) {
        ++m_shown;
        m_work = Work::None;
    }
    if (news)
        m_message = stored.check || account.credential.isReplacementWaiting() ? messageFor(stored, false) : StripMessage{};
    Q_EMIT changed();
}

void AccountEditor::clear()
{
    ++m_shown;
    m_exchange = nullptr;
    m_account.reset();
    m_message = {};
    m_work = Work::None;
    Q_EMIT changed();
}

QString AccountEditor::title() const
{
    if (m_exchange == nullptr)
        return {};
    if (!m_account)
        return tr("New %1 account").arg(m_exchange->displayName);
    return m_exchange->displayName + QLatin1Char(' ') + accountName();
}

QString AccountEditor::accountName() const
{
    return m_account ? m_account->credential.name.section(QLatin1Char('/'), 1) : QString();
}

QString AccountEditor::nameProblem(const QString &accountName) const
{
    if (accountName.trimmed().isEmpty())
        return tr("Give the account a name, for example main.");
    if (accountName.contains(QLatin1Char('/')) || !vault::parseName(accountName))
        return tr("Use letters, digits, dots, dashes and underscores.");
    return {};
}

/// The vault may be locked, or another account be chosen, before an answer comes: it is not about what is shown then.
template<typename T, typename Fn>
void AccountEditor::whileShown(const base::Async<T> &future, Fn fn)
{
    base::whenDone(future, this, [this, shown = m_shown, fn = std::move(fn)](base::Result<T> result) mutable {
        if (shown == m_shown)
            fn(std::move(result));
    });
}

void AccountEditor::begin(const QString &what, Work work)
{
    m_work = work;
    m_message = {Level::Busy, what, {}, Action::None, {}};
    Q_EMIT changed();
}

void AccountEditor::fail(const base::Error &error)
{
    m_work = Work::None;
    const service::words::Message words = service::words::forError(error);
    m_message = {Level::Bad, words.text, words.hint, Action::None, QString(base::codeName(error.code))};
    Q_EMIT changed();
    // Last: a field that is disabled while the form is busy takes no focus.
    if (error.code == base::ErrorCode::MissingField || error.code == base::ErrorCode::EmptyField)
        Q_EMIT fieldRefused(error.detail, words.text);
}

StripMessage AccountEditor::messageFor(const service::SaveOutcome &outcome, bool saving) const
{
    const QString name = m_exchange != nullptr ? m_exchange->displayName : QString();
    StripMessage message;
    message.level = levelOf(outcome);
    message.action = actionOf(outcome);
    if (!outcome.check) {
        message.title = saving ? tr("Saved, but not checked.") : tr("Not checked yet.");
        return message;
    }
    const service::words::Message words = outcome.otherAccount          ? service::words::forOtherAccount(name)
        : service::isRefusedOnlyHere(outcome.credential, outcome.check) ? service::words::forElsewhere(name)
                                                                        : service::words::forReport(*outcome.check, name);
    message.title = words.text;
    message.text = words.hint;
    message.details = detailsOf(*outcome.check);
    // What was kept stands beside what happened.
    if (outcome.otherAccount)
        return message;
    if (outcome.credential.isReplacementWaiting())
        message.text = tr("The old key stays in use. %1").arg(message.text);
    else if (saving && message.level == Level::Ok)
        message.title = tr("Saved. %1").arg(message.title);
    else if (saving && outcome.check->verdict == exchange::Verdict::Refused)
        message.text = tr("Your key was saved. %1").arg(message.text);
    return message;
}

void AccountEditor::showOutcome(const service::SaveOutcome &outcome, bool saving)
{
    service::AccountSummary summary = m_account.value_or(service::AccountSummary());
    const bool waits = outcome.credential.isReplacementWaiting();
    summary.credential = outcome.credential;
    summary.consentRequired = outcome.consentRequired;
    summary.pendingCheck = waits ? outcome.check : std::nullopt;
    if (!waits)
        summary.lastCheck = outcome.check;
    m_account = summary;
    m_message = messageFor(outcome, saving);
    for (const exchange::FormatFinding &finding : outcome.notices) {
        const exchange::FieldInfo *field = m_exchange != nullptr ? m_exchange->field(finding.field) : nullptr;
        m_message.text += QLatin1Char(' ')
            + service::words::forFinding(finding, field != nullptr ? field->label : finding.field);
    }
}

void AccountEditor::finish(const base::Result<service::SaveOutcome> &outcome, bool saving)
{
    if (!outcome)
        return fail(outcome.error());
    m_work = Work::None;
    showOutcome(*outcome, saving);
    Q_EMIT changed();
    if (saving)
        Q_EMIT saved(outcome->credential.name);
}

void AccountEditor::save(const QString &accountName, bool demo, base::Result<base::SecretFields> fields)
{
    if (isBusy() || m_exchange == nullptr)
        return;
    if (!fields)
        return fail(fields.error());
    if (const QString problem = nameProblem(accountName); isNew() && !problem.isEmpty()) {
        Q_EMIT fieldRefused(QStringLiteral("account_name"), problem);
        return;
    }
    begin(tr("Saving, then asking %1...").arg(m_exchange->displayName), Work::Storing);
    service::ExchangeOptions options;
    options.demo = demo;
    auto outcome = isNew() ? m_exchanges.add(m_exchange->id, accountName, options, *std::move(fields))
                           : m_exchanges.update(m_account->credential.name, options, *std::move(fields));
    whileShown(outcome, [this](const base::Result<service::SaveOutcome> &done) { finish(done, true); });
}

void AccountEditor::checkNow()
{
    if (isBusy() || !m_account)
        return;
    const QString name = m_account->credential.name;
    begin(tr("Asking %1...").arg(m_exchange != nullptr ? m_exchange->displayName : name), Work::Asking);
    Q_EMIT checkingChanged(name, true);
    auto checked = m_exchanges.check(name);
    base::whenDone(checked, this, [this, name, shown = m_shown](const base::Result<service::SaveOutcome> &done) {
        Q_EMIT checkingChanged(name, false); // the list shows every account
        if (shown == m_shown)
            finish(done, false);
    });
}

void AccountEditor::refreshAccount(const QString &name)
{
    whileShown(m_exchanges.show(name), [this](base::Result<service::AccountSummary> account) {
        if (!account)
            return fail(account.error());
        m_work = Work::None;
        m_account.reset();
        show(*account);
    });
}

void AccountEditor::keepAnyway(const QString &typedName)
{
    if (isBusy() || !m_account)
        return;
    const QString name = m_account->credential.name;
    if (vault::foldName(typedName.trimmed()) != vault::foldName(name.section(QLatin1Char('/'), 1))
        && vault::foldName(typedName.trimmed()) != vault::foldName(name)) {
        Q_EMIT fieldRefused(QStringLiteral("consent"),
                            tr("Type the name of the account: %1").arg(name.section(QLatin1Char('/'), 1)));
        return;
    }
    begin(tr("Releasing the key..."), Work::Asking);
    whileShown(m_exchanges.consent(name), [this, name](const base::Result<service::SaveOutcome> &done) {
        if (!done)
            return fail(done.error());
        refreshAccount(name);
    });
}

void AccountEditor::perform(Action action)
{
    if (action == Action::Undo)
        return undoRemoval();
    if (isBusy() || !m_account)
        return;
    if (action == Action::CheckNow)
        checkNow();
    else if (action == Action::UseAnyway)
        useAnyway();
    else if (action == Action::UsedElsewhere || action == Action::UsedHere)
        setElsewhere(action == Action::UsedElsewhere);
}

void AccountEditor::useAnyway()
{
    const QString name = m_account->credential.name;
    begin(tr("Taking the new key into use..."), Work::Asking);
    whileShown(m_exchanges.useAnyway(name), [this, name](const base::Result<vault::Credential> &done) {
        if (!done)
            return fail(done.error());
        refreshAccount(name);
    });
}

void AccountEditor::setElsewhere(bool elsewhere)
{
    const QString name = m_account->credential.name;
    begin(tr("Saving..."), Work::Asking);
    whileShown(m_exchanges.setElsewhere(name, elsewhere), [this, name](const base::Result<vault::Credential> &done) {
        if (!done)
            return fail(done.error());
        refreshAccount(name);
    });
}

void AccountEditor::remove()
{
    if (isBusy() || !m_account)
        return;
    const QString what = title();
    const QString where = m_exchange != nullptr ? m_exchange->displayName : QString();
    begin(tr("Removing..."), Work::Storing);
    auto gone = m_removal.remove(m_account->credential.name);
    whileShown(gone, [this, what, where](const base::Result<vault::Credential> &done) {
        if (!done)
            return fail(done.error());
        clear();
        m_message = FormNotes::removed(what, tr("The key at %1 itself is not deleted.").arg(where));
        Q_EMIT changed();
        Q_EMIT removed(what);
    });
}

void AccountEditor::undoRemoval()
{
    if (!m_removal.isPending())
        return;
    begin(tr("Putting it back..."), Work::Storing);
    whileShown(m_removal.undo(), [this](const base::Result<vault::Credential> &done) {
        if (!done)
            return fail(done.error());
        clear();
        Q_EMIT putBack(done->name);
    });
}

void AccountEditor::undoTimeIsOver()
{
    if (m_message.action != Action::Undo)
        return;
    m_message = {};
    Q_EMIT changed();
}

void AccountEditor::reveal(const QString &field, service::Secrets::Shown where, std::function<void(base::SecretBytes)> show)
{
    if (isBusy() || !m_account)
        return;
    auto value = m_parts.secrets.reveal(m_account->credential.name + QLatin1Char('#') + field, where);
    whileShown(value, [this, show = std::move(show)](base::Result<base::SecretBytes> read) {
        if (!read)
            return fail(read.error());
        show(*std::move(read));
    });
}

base::SecretFields AccountEditor::readBlock(const base::Result<base::SecretBytes> &text) const
{
    if (!text || m_exchange == nullptr)
        return {};
    auto fields = m_exchanges.readBlock(m_exchange->id, *text);
    return fields ? *std::move(fields) : base::SecretFields();
}

void AccountEditor::tell(FormNote note)
{
    m_message = FormNotes::noted(std::move(m_message), note, title());
    Q_EMIT changed();
}

} // namespace presentation
