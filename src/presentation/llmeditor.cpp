// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/llmeditor.h"

#include "presentation/llmlistmodel.h"
#include "service/llmwords.h"
#include "vault/name.h"

namespace presentation {

namespace {

using Level = StripMessage::Level;
using Action = StripMessage::Action;
using llm::Warning;
namespace attribute = vault::attribute;

Level levelOf(const llm::ProviderReport &report)
{
    if (report.verdict == llm::Verdict::Refused)
        return Level::Bad;
    if (report.verdict == llm::Verdict::Unchecked)
        return Level::Info;
    if (report.warnings.contains(Warning::NoneThere) || report.warnings.contains(Warning::Plain))
        return Level::Warn;
    return report.warnings.contains(Warning::KeyUnproven) ? Level::Info : Level::Ok;
}

Action actionOf(const llm::ProviderReport &report)
{
    // Asking again does not encrypt anything.
    const bool again = report.verdict == llm::Verdict::Unchecked && report.category != llm::Category::NotEncrypted;
    return again ? Action::CheckNow : Action::None;
}

QString detailsOf(const llm::ProviderReport &report)
{
    if (report.category == llm::Category::NotEncrypted)
        return {}; // nobody was asked
    QStringList parts;
    if (report.code)
        parts << LlmEditor::tr("Code %1").arg(*report.code);
    if (report.httpStatus)
        parts << LlmEditor::tr("HTTP %1").arg(*report.httpStatus);
    for (const Warning warning : report.warnings) {
        if (warning == Warning::RegionBlocked || warning == Warning::Redirected)
            parts << service::words::forLlmWarning(warning);
    }
    parts << base::toRfc3339(report.checkedAtMs);
    return parts.join(QStringLiteral(" · "));
}

} // namespace

LlmEditor::LlmEditor(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_checks(parts.checks)
    , m_removal(parts.removals, parts.undoTime)
{
    connect(&m_removal, &UndoableRemoval::timeIsOver, this, &LlmEditor::undoTimeIsOver);
}

void LlmEditor::startNew(const QString &providerId)
{
    ++m_shown;
    m_provider = m_checks.catalogue().find(providerId);
    m_settings.reset();
    m_message = {};
    m_models.clear();
    m_work = Work::None;
    Q_EMIT changed();
}

void LlmEditor::show(const service::LlmSummary &settings)
{
    const bool same = m_settings && m_settings->credential.id == settings.credential.id;
    // What this form did last stays in its words; what another program found in the meantime is told.
    const bool news = !same || (!isBusy() && m_settings->lastCheck != settings.lastCheck);
    m_provider = m_checks.catalogue().find(settings.credential.attributeValue(attribute::kProvider));
    m_settings = settings;
    if (!same) {
        ++m_shown;
        m_work = Work::None;
        m_models.clear();
    }
    if (news)
        m_message = settings.lastCheck ? messageFor(*settings.lastCheck, placeOf(settings), false) : StripMessage{};
    Q_EMIT changed();
}

void LlmEditor::clear()
{
    ++m_shown;
    m_provider = nullptr;
    m_settings.reset();
    m_message = {};
    m_models.clear();
    m_work = Work::None;
    Q_EMIT changed();
}

QString LlmEditor::title() const
{
    if (m_provider == nullptr)
        return {};
    return m_settings ? LlmListModel::title(*m_settings) : tr("New provider");
}

service::LlmPlace LlmEditor::placeOf(const service::LlmSummary &settings) const
{
    const LlmTexts texts = facts().storedTexts();
    service::LlmPlace place;
    place.name = settings.credential.name;
    place.providerName = settings.providerName;
    const llm::ProviderField *field = m_provider != nullptr ? m_provider->field(attribute::kBaseUrl) : nullptr;
    place.target.baseUrl = QUrl(!texts.baseUrl.isEmpty() ? texts.baseUrl : field != nullptr ? field->fallback : QString());
    place.target.model = texts.model;
    place.target.deployment = texts.deployment;
    return place;
}

QString LlmEditor::nameProblem(const QString &accountName) const
{
    if (accountName.trimmed().isEmpty())
        return tr("Give the settings a name, for example main.");
    if (accountName.contains(QLatin1Char('/')) || !vault::parseName(accountName))
        return tr("Use letters, digits, dots, dashes and underscores.");
    return {};
}

/// The vault may be locked, or other settings be chosen, before an answer comes: it is not about what is shown then.
template<typename T, typename Fn>
void LlmEditor::whileShown(const base::Async<T> &future, Fn fn)
{
    base::whenDone(future, this, [this, shown = m_shown, fn = std::move(fn)](base::Result<T> result) mutable {
        if (shown == m_shown)
            fn(std::move(result));
    });
}

void LlmEditor::begin(const QString &what, Work work)
{
    m_work = work;
    m_message = {Level::Busy, what, {}, Action::None, {}};
    Q_EMIT changed();
}

void LlmEditor::fail(const base::Error &error)
{
    m_work = Work::None;
    const service::words::Message words = service::words::forError(error);
    m_message = {Level::Bad, words.text, words.hint, Action::None, QString(base::codeName(error.code))};
    const QString problem = m_provider != nullptr ? service::words::llmFieldProblem(error, *m_provider) : QString();
    if (!problem.isEmpty())
        m_message = {Level::Bad, problem, tr("Nothing was saved."), Action::None, {}};
    Q_EMIT changed();
    // Last: a field that is disabled while the form is busy takes no focus.
    if (!problem.isEmpty())
        Q_EMIT fieldRefused(error.detail, problem);
    else if (error.code == base::ErrorCode::InsecureTransport)
        Q_EMIT fieldRefused(attribute::kBaseUrl, words.text);
    else if (error.code == base::ErrorCode::AlreadyExists)
        Q_EMIT fieldRefused(QStringLiteral("account_name"), words.text);
}

StripMessage LlmEditor::messageFor(const llm::ProviderReport &report, const service::LlmPlace &place, bool saving)
{
    const service::words::Message words = service::words::forLlmReport(report, place);
    StripMessage message{levelOf(report), words.text, words.hint, actionOf(report), detailsOf(report)};
    // What was kept stands beside what happened.
    if (saving && report.verdict == llm::Verdict::Works)
        message.title = tr("Saved. %1").arg(message.title);
    else if (saving)
        message.text = tr("Your settings were saved. %1").arg(message.text);
    return message;
}

void LlmEditor::keepModels(const QList<llm::Model> &models)
{
    m_models.clear();
    for (const llm::Model &model : models) {
        if (model.chat.value_or(true))
            m_models << model.id;
    }
}

service::LlmChange LlmEditor::changeFrom(const QString &accountName, const LlmTexts &texts) const
{
    service::LlmChange change;
    change.provider = m_provider->id;
    change.name = isNew() ? accountName.trimmed() : facts().accountName();
    change.baseUrl = texts.baseUrl;
    change.model = texts.model;
    if (m_provider->field(attribute::kDeployment) != nullptr)
        change.deployment = texts.deployment;
    if (m_provider->field(attribute::kApiVersion) != nullptr)
        change.apiVersion = texts.apiVersion;
    change.acceptPlain = texts.plainAccepted && facts().isPlain(texts.baseUrl);
    change.mustBeNew = isNew();
    change.makeDefault = false;
    return change;
}

void LlmEditor::save(const QString &accountName, const LlmTexts &texts, base::Result<base::SecretFields> fields)
{
    if (isBusy() || m_provider == nullptr)
        return;
    if (!fields)
        return fail(fields.error());
    if (const QString problem = nameProblem(accountName); isNew() && !problem.isEmpty()) {
        Q_EMIT fieldRefused(QStringLiteral("account_name"), problem);
        return;
    }
    begin(tr("Saving, then asking %1...").arg(m_provider->label), Work::Storing);
    auto change = std::make_shared<service::LlmChange>(changeFrom(accountName, texts));
    change->fields = *std::move(fields);
    // The first settings are what programs get; after that the user chooses.
    auto stored = base::chain(m_checks.list(), this, [this, change](const QList<service::LlmSummary> &all) {
        change->makeDefault = all.isEmpty();
        return m_parts.settings.set(*change);
    });
    whileShown(stored, [this](const base::Result<vault::Credential> &done) {
        if (!done)
            return fail(done.error());
        afterStore(*done);
    });
}

void LlmEditor::afterStore(const vault::Credential &credential)
{
    service::LlmSummary summary = m_settings.value_or(service::LlmSummary());
    summary.credential = credential;
    summary.providerName = m_provider->label;
    summary.lastCheck.reset();
    m_settings = summary;
    Q_EMIT changed();
    Q_EMIT checkingChanged(credential.name, true);
    auto checked = m_checks.check(credential.name);
    base::whenDone(checked, this,
                   [this, name = credential.name, shown = m_shown](const base::Result<service::LlmOutcome> &done) {
                       Q_EMIT checkingChanged(name, false);
                       if (shown != m_shown)
                           return;
                       if (done) {
                           showOutcome(*done, true);
                       } else {
                           // Whatever went wrong with the check: the settings are stored.
                           m_work = Work::None;
                           const service::words::Message words = service::words::forError(done.error());
                           m_message = {Level::Info, tr("Saved, but not checked."), words.text, Action::CheckNow,
                                        QString(base::codeName(done.error().code))};
                           Q_EMIT changed();
                       }
                       Q_EMIT saved(name);
                   });
}

void LlmEditor::showOutcome(const service::LlmOutcome &outcome, bool saving)
{
    m_work = Work::None;
    if (m_settings) {
        m_settings->lastCheck = outcome.check;
        m_settings->lastCheck->models.clear();
    }
    keepModels(outcome.check.models);
    m_message = messageFor(outcome.check, outcome.place, saving);
    Q_EMIT changed();
}

void LlmEditor::checkNow()
{
    if (isBusy() || !m_settings)
        return;
    const QString name = m_settings->credential.name;
    begin(tr("Asking %1...").arg(m_settings->providerName), Work::Asking);
    Q_EMIT checkingChanged(name, true);
    base::whenDone(m_checks.check(name), this, [this, name, shown = m_shown](const base::Result<service::LlmOutcome> &done) {
        Q_EMIT checkingChanged(name, false); // the list shows all settings
        if (shown != m_shown)
            return;
        if (!done)
            return fail(done.error());
        showOutcome(*done, false);
    });
}

void LlmEditor::loadModels(const QString &accountName, const LlmTexts &texts, base::Result<base::SecretFields> fields)
{
    if (isBusy() || m_provider == nullptr)
        return;
    if (!fields)
        return fail(fields.error());
    begin(tr("Asking %1...").arg(m_provider->label), Work::Asking);
    service::LlmChange change = changeFrom(accountName, texts);
    change.fields = *std::move(fields);
    whileShown(m_checks.modelsFor(std::move(change)), [this](const base::Result<service::LlmOutcome> &done) {
        if (!done)
            return fail(done.error());
        m_work = Work::None;
        keepModels(done->check.models);
        if (done->check.verdict == llm::Verdict::Works && !m_models.isEmpty())
            m_message = {Level::Ok, tr("%1 answers.").arg(done->place.providerName),
                         tr("Models to choose from: %1.").arg(m_models.size()), Action::None, detailsOf(done->check)};
        else
            m_message = messageFor(done->check, done->place, false);
        if (m_message.action == Action::CheckNow)
            m_message.action = Action::None; // what is typed is not what would be checked
        Q_EMIT changed();
    });
}

void LlmEditor::useThis()
{
    if (isBusy() || !m_settings)
        return;
    begin(tr("Saving..."), Work::Storing);
    whileShown(m_parts.settings.setDefault(m_settings->credential.name), [this](const base::Result<service::Done> &done) {
        if (!done)
            return fail(done.error());
        m_work = Work::None;
        m_settings->isInUse = true;
        m_message = {Level::Ok, tr("Programs get these settings from now on."), {}, Action::None, {}};
        Q_EMIT changed();
    });
}

void LlmEditor::remove()
{
    if (isBusy() || !m_settings)
        return;
    const QString what = title();
    const QString kept = service::hasLlmKey(m_settings->credential)
        ? tr("The key at %1 itself is not deleted.").arg(m_settings->providerName)
        : tr("The server itself is left alone.");
    begin(tr("Removing..."), Work::Storing);
    whileShown(m_removal.remove(m_settings->credential.name),
               [this, what, kept](const base::Result<vault::Credential> &done) {
                   if (!done)
                       return fail(done.error());
                   clear();
                   m_message = FormNotes::removed(what, kept);
                   Q_EMIT changed();
                   Q_EMIT removed();
               });
}

void LlmEditor::perform(Action action)
{
    if (action == Action::Undo)
        undoRemoval();
    else if (action == Action::CheckNow)
        checkNow();
}

void LlmEditor::undoRemoval()
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

void LlmEditor::undoTimeIsOver()
{
    if (m_message.action != Action::Undo)
        return;
    m_message = {};
    Q_EMIT changed();
}

void LlmEditor::reveal(service::Secrets::Shown where, std::function<void(base::SecretBytes)> show)
{
    if (isBusy() || !m_settings)
        return;
    auto value = m_parts.secrets.reveal(m_settings->credential.name + QStringLiteral("#api_key"), where);
    whileShown(value, [this, show = std::move(show)](base::Result<base::SecretBytes> read) {
        if (!read)
            return fail(read.error());
        show(*std::move(read));
    });
}

void LlmEditor::tell(FormNote note)
{
    m_message = FormNotes::noted(std::move(m_message), note, title());
    Q_EMIT changed();
}

} // namespace presentation
