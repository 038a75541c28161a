// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/llmwords.h"

#include <QCoreApplication>

namespace service::words {

namespace {

using llm::Category;
using llm::ProviderReport;
using llm::Verdict;
using llm::Warning;

QString say(const char *text)
{
    return QCoreApplication::translate("Words", text);
}

/// %1 = provider, %2 = its code in parentheses, or nothing, %3 = the model, %4 = the deployment, %5 = the server's address.
struct ReportWords {
    const char *text;
    const char *hint;
};

ReportWords refusedWords(Category category)
{
    switch (category) {
    case Category::Key:
        return {
            QT_TRANSLATE_NOOP("Words", "%1 refused this key%2."),
            QT_TRANSLATE_NOOP(
                "Words",
                "Copy the whole key again, and check that it belongs to the address %5. A server without users of its own "
                "may want a key, too.")};
    case Category::Permission:
        return {QT_TRANSLATE_NOOP("Words", "%1 accepts this key, but it may not list the models%2."),
                QT_TRANSLATE_NOOP("Words", "Give the key the right to read models, or use one without limits.")};
    case Category::Account:
        return {QT_TRANSLATE_NOOP("Words", "%1 accepts this key, but the account has nothing left to spend%2."),
                QT_TRANSLATE_NOOP("Words", "Look at the balance or the quota there.")};
    case Category::Model:
        return {QT_TRANSLATE_NOOP("Words", "%1 does not have the model \"%3\"."),
                QT_TRANSLATE_NOOP("Words", "Choose one from the list, or install it there.")};
    case Category::Deployment:
        return {QT_TRANSLATE_NOOP("Words", "%1 accepts this key, but has no deployment \"%4\"%2."),
                QT_TRANSLATE_NOOP("Words", "Use the name that you gave to the deployment, not that of its model.")};
    default:
        return {QT_TRANSLATE_NOOP("Words", "%1 refused this%2."),
                QT_TRANSLATE_NOOP("Words", "Compare key, address and model with what stands there.")};
    }
}

ReportWords uncheckedWords(Category category)
{
    switch (category) {
    case Category::Address:
        return {QT_TRANSLATE_NOOP("Words", "Not checked: what answers at %5 does not speak like %1%2."),
                QT_TRANSLATE_NOOP("Words", "Check the address, and the API version where there is one.")};
    case Category::Rate:
        return {QT_TRANSLATE_NOOP("Words", "Not checked: %1 asks for fewer requests%2."),
                QT_TRANSLATE_NOOP("Words", "Your settings are safe. Wait a minute and check again.")};
    case Category::Maintenance:
        return {QT_TRANSLATE_NOOP("Words", "Not checked: %1 has trouble or is under maintenance%2."),
                QT_TRANSLATE_NOOP("Words", "Your settings are safe; check again later.")};
    case Category::Tls:
        return {
            QT_TRANSLATE_NOOP("Words", "Not checked: the connection to %5 is not safe."),
            QT_TRANSLATE_NOOP(
                "Words", "The certificate was refused and nothing was sent. Check the address, and this computer's date.")};
    case Category::Blocked:
        return {QT_TRANSLATE_NOOP("Words", "Not checked: something between this computer and %1 answered in its place%2."),
                QT_TRANSLATE_NOOP(
                    "Words", "Your settings are safe. A network login page, a region block or a firewall can do this.")};
    case Category::NotEncrypted:
        return {QT_TRANSLATE_NOOP("Words", "Not checked: what is sent to %5 would not be encrypted."),
                QT_TRANSLATE_NOOP("Words",
                                  "Use an address with https, or agree that everybody on the way may read and change it.")};
    default:
        return {QT_TRANSLATE_NOOP("Words", "Not checked: %1 could not be reached at %5."),
                QT_TRANSLATE_NOOP("Words", "Your settings are safe. Check the address, and whether the server runs.")};
    }
}

QString filled(const char *text, const ProviderReport &report, const LlmPlace &place)
{
    const llm::ProbeTarget &target = place.target;
    const QString deployment = target.deployment.isEmpty() ? target.model : target.deployment;
    const QStringList values{place.providerName, report.code ? QStringLiteral(" (%1)").arg(*report.code) : QString(),
                             target.model, deployment, target.baseUrl.authority()};
    // Piece by piece: a name that holds "%2" must not be filled again.
    QString out;
    const QStringList pieces = say(text).split(QLatin1Char('%'));
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        const int number = i > 0 ? pieces.at(i).left(1).toInt() : 0;
        out += number > 0 && number <= values.size() ? values.at(number - 1) + pieces.at(i).mid(1) : pieces.at(i);
    }
    return out;
}

Message workingMessage(const ProviderReport &report, const LlmPlace &place)
{
    const auto has = [&report](Warning warning) { return report.warnings.contains(warning); };
    if (has(Warning::NoneThere) && has(Warning::NoModel))
        return {filled(QT_TRANSLATE_NOOP("Words", "%1 answers, but has no model."), report, place),
                say(QT_TRANSLATE_NOOP("Words", "Install one there, then check again."))};
    QString hint;
    if (!place.target.deployment.isEmpty())
        hint = filled(QT_TRANSLATE_NOOP("Words", "It has the deployment \"%4\"."), report, place);
    else if (!place.target.model.isEmpty())
        hint = filled(QT_TRANSLATE_NOOP("Words", "It has the model \"%3\"."), report, place);
    for (const Warning warning : {Warning::NoModel, Warning::KeyUnproven, Warning::Plain}) {
        if (has(warning))
            hint += (hint.isEmpty() ? QString() : QStringLiteral(" ")) + forLlmWarning(warning);
    }
    return {filled(QT_TRANSLATE_NOOP("Words", "%1 answers."), report, place), hint};
}

} // namespace

Message forLlmReport(const ProviderReport &report, const LlmPlace &place)
{
    if (report.verdict == Verdict::Works)
        return workingMessage(report, place);
    const ReportWords found = report.verdict == Verdict::Refused ? refusedWords(report.category)
                                                                 : uncheckedWords(report.category);
    return {filled(found.text, report, place), filled(found.hint, report, place)};
}

QString llmState(const std::optional<ProviderReport> &report)
{
    if (!report || report->verdict == Verdict::Unchecked)
        return say(QT_TRANSLATE_NOOP("Words", "Not checked"));
    if (report->verdict == Verdict::Works)
        return report->warnings.contains(Warning::NoModel) ? say(QT_TRANSLATE_NOOP("Words", "Works, no model chosen"))
                                                           : say(QT_TRANSLATE_NOOP("Words", "Works"));
    switch (report->category) {
    case Category::Key:
        return say(QT_TRANSLATE_NOOP("Words", "Refused: key"));
    case Category::Permission:
        return say(QT_TRANSLATE_NOOP("Words", "Refused: permission"));
    case Category::Account:
        return say(QT_TRANSLATE_NOOP("Words", "Refused: account"));
    case Category::Model:
        return say(QT_TRANSLATE_NOOP("Words", "No such model"));
    case Category::Deployment:
        return say(QT_TRANSLATE_NOOP("Words", "No such deployment"));
    default:
        return say(QT_TRANSLATE_NOOP("Words", "Refused"));
    }
}

QString forLlmWarning(Warning warning)
{
    switch (warning) {
    case Warning::NoModel:
        return say(QT_TRANSLATE_NOOP("Words", "No model is chosen."));
    case Warning::NoneThere:
        return say(QT_TRANSLATE_NOOP("Words", "The server has no model."));
    case Warning::KeyUnproven:
        return say(QT_TRANSLATE_NOOP("Words", "It answers everybody, so whether it takes the key is not proven."));
    case Warning::Plain:
        return say(QT_TRANSLATE_NOOP("Words", "The connection is not encrypted."));
    case Warning::RegionBlocked:
        return say(QT_TRANSLATE_NOOP("Words", "The provider does not serve the region that this computer seems to be in."));
    case Warning::Redirected:
        break;
    }
    return say(QT_TRANSLATE_NOOP("Words", "The request was to be sent elsewhere. Latchkey did not follow."));
}

QString llmFieldProblem(const base::Error &error, const llm::ProviderInfo &provider)
{
    using base::ErrorCode;
    const llm::ProviderField *field = provider.field(error.detail);
    const QString label = field != nullptr ? field->label : error.detail;
    switch (error.code) {
    case ErrorCode::MissingField:
        return say(QT_TRANSLATE_NOOP("Words", "%1 is missing.")).arg(label);
    case ErrorCode::EmptyField:
        return say(QT_TRANSLATE_NOOP("Words", "%1 is empty.")).arg(label);
    case ErrorCode::InvalidArgument:
        return error.detail == vault::attribute::kBaseUrl
            ? say(QT_TRANSLATE_NOOP(
                      "Words",
                      "%1 is no address. Write it with https:// in front, without a name, a password or a question mark."))
                  .arg(label)
            : QString();
    default:
        return {};
    }
}

QString plainQuestion(const QString &host)
{
    return say(QT_TRANSLATE_NOOP(
                   "Words",
                   "What is sent to %1 is not encrypted; everybody on the way can read and change it. Ask all the same?"))
        .arg(host);
}

#undef LK_TR

} // namespace service::words
