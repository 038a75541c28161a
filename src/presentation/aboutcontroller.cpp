// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/aboutcontroller.h"

#include "service/words.h"

namespace presentation {

AboutController::AboutController(service::Diagnostics &diagnostics, QObject *parent)
    : QObject(parent)
    , m_diagnostics(diagnostics)
{
}

QString AboutController::versionText()
{
    return QStringLiteral("Latchkey " LATCHKEY_VERSION);
}

void AboutController::reload()
{
    base::whenDone(m_diagnostics.report(), this, [this](const base::Result<service::DiagnosticReport> &report) {
        if (!report) {
            const service::words::Message words = service::words::forError(report.error());
            m_message = {StripMessage::Level::Bad, words.text, words.hint, StripMessage::Action::None,
                         QString(base::codeName(report.error().code))};
        } else {
            m_report = *report;
            m_message = m_report.problems.isEmpty()
                ? StripMessage{StripMessage::Level::Ok, tr("Nothing needs attention."), {}, StripMessage::Action::None, {}}
                : StripMessage{StripMessage::Level::Warn,
                               tr("This computer protects less than it could."),
                               m_report.problems.join(QLatin1Char(' ')),
                               StripMessage::Action::None,
                               {}};
        }
        Q_EMIT changed();
    });
}

QList<std::pair<QString, QString>> AboutController::facts() const
{
    return service::diagnosticFacts(m_report.document);
}

QString AboutController::copyText() const
{
    return service::diagnosticText(m_report);
}

} // namespace presentation
