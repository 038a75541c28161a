// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/importcontroller.h"

#include "service/importwords.h"
#include "service/words.h"

#include <utility>

namespace presentation {

using service::ImportOutcome;
using Level = StripMessage::Level;

ImportController::ImportController(service::Imports &imports, QObject *parent) : QObject(parent), m_imports(imports)
{
}

QStringList ImportController::formatNames()
{
    QStringList out;
    for (int format = 0; format < transfer::formatNames().size(); ++format)
        out << service::words::importFormat(static_cast<transfer::ImportFormat>(format));
    return out;
}

void ImportController::setMessage(StripMessage message)
{
    m_message = std::move(message);
    Q_EMIT changed();
}

void ImportController::begin(const QString &words)
{
    m_busy = true;
    setMessage({Level::Busy, words, {}, StripMessage::Action::None, {}});
}

void ImportController::fail(const base::Error &error)
{
    m_busy = false;
    if (error.code == base::ErrorCode::MissingField)
        return setMessage({Level::Bad,
                           tr("The keys in this file are encrypted, and the key to them is not beside it."),
                           tr("Choose the key file, too."),
                           StripMessage::Action::None,
                           {}});
    const service::words::Message words = service::words::forError(error);
    // The words are for a terminal, where the format is an option.
    if (error.code == base::ErrorCode::InvalidArgument && !m_request.format)
        return setMessage({Level::Bad, tr("It is not clear what this file is."), tr("Choose its format above."),
                           StripMessage::Action::None, words.text});
    setMessage({Level::Bad, words.text, words.hint, StripMessage::Action::None, QString(base::codeName(error.code))});
}

void ImportController::look(const QString &path, int format, const QString &keyFile)
{
    if (m_busy || m_step != Step::Choose)
        return;
    m_request = {};
    m_request.path = path;
    m_request.keyFile = keyFile;
    if (format >= 0)
        m_request.format = static_cast<transfer::ImportFormat>(format);
    begin(tr("Reading the file..."));
    base::whenDone(m_imports.preview(m_request), this, [this, asked = m_asked](base::Result<service::ImportReport> report) {
        if (asked != m_asked)
            return;
        if (!report)
            return fail(report.error());
        m_report = *std::move(report);
        m_request.format = m_report.format; // what was looked at is what is imported
        m_rows.setRows(m_report.rows);
        m_step = Step::Review;
        m_busy = false;
        setMessage({});
    });
}

QString ImportController::summaryText() const
{
    QStringList numbers;
    const auto add = [&](ImportOutcome outcome, const QString &text) {
        if (m_report.count(outcome) > 0)
            numbers << text.arg(m_report.count(outcome));
    };
    add(ImportOutcome::New, tr("%1 new"));
    add(ImportOutcome::Same, tr("%1 in the vault already"));
    add(ImportOutcome::Conflict, tr("%1 left alone"));
    add(ImportOutcome::Skipped, tr("%1 skipped"));
    if (numbers.isEmpty())
        numbers << tr("nothing in it");
    return tr("%1: %2.").arg(service::words::importFormat(m_report.format), numbers.join(QStringLiteral(", ")));
}

QString ImportController::sourceText() const
{
    return service::words::aboutSource(m_report, service::words::SourceAdvice::Window).join(QLatin1Char(' '));
}

void ImportController::goBack()
{
    if (m_busy || m_step != Step::Review)
        return;
    m_step = Step::Choose;
    m_report = {};
    m_rows.setRows({});
    setMessage({});
}

void ImportController::importNew()
{
    if (m_busy || m_step != Step::Review || !canImport())
        return;
    begin(tr("Importing..."));
    base::whenDone(m_imports.run(m_request), this, [this, asked = m_asked](base::Result<service::ImportReport> report) {
        if (asked != m_asked)
            return;
        if (!report)
            return fail(report.error());
        m_report = *std::move(report);
        m_rows.setRows(m_report.rows);
        m_step = Step::Done;
        m_busy = false;
        setMessage({Level::Ok,
                    tr("Imported: %1.").arg(m_report.count(ImportOutcome::New)),
                    tr("Check each account before a bot uses it."),
                    StripMessage::Action::None,
                    {}});
    });
}

void ImportController::forget()
{
    ++m_asked;
    m_step = Step::Choose;
    m_request = {};
    m_report = {};
    m_rows.setRows({});
    m_busy = false;
    setMessage({});
}

} // namespace presentation
