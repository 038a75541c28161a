// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/activitycontroller.h"

#include "service/words.h"

#include <utility>

namespace presentation {

ActivityController::ActivityController(service::Integrity &integrity, const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_integrity(integrity)
    , m_clock(clock)
    , m_model(integrity)
{
    connect(&m_model, &ActivityModel::read, this, [this] {
        if (m_model.problem().level != StripMessage::Level::None)
            finish(m_model.problem());
    });
}

void ActivityController::search(const QString &text, service::AuditGroup group, const QString &period)
{
    service::AuditFilter filter{text.trimmed(), group, 0};
    if (!period.isEmpty())
        filter.sinceMs = service::parseSince(period, m_clock.nowMs()).value_or(0);
    m_model.setFilter(filter);
}

bool ActivityController::isSearching() const
{
    return m_model.filter() != service::AuditFilter{};
}

void ActivityController::begin(const QString &words)
{
    m_busy = true;
    m_message = {StripMessage::Level::Busy, words, {}, StripMessage::Action::None, {}};
    Q_EMIT changed();
}

void ActivityController::finish(StripMessage message)
{
    m_busy = false;
    m_message = std::move(message);
    Q_EMIT changed();
}

void ActivityController::fail(const base::Error &error)
{
    const service::words::Message words = service::words::forError(error);
    finish({StripMessage::Level::Bad, words.text, words.hint, StripMessage::Action::None,
            QString(base::codeName(error.code))});
}

void ActivityController::verify()
{
    if (m_busy)
        return;
    begin(tr("Verifying..."));
    base::whenDone(m_integrity.verifyAudit({}), this,
                   [this, asked = m_asked](const base::Result<service::Integrity::Head> &head) {
                       if (asked != m_asked)
                           return;
                       if (!head)
                           return fail(head.error());
                       finish({StripMessage::Level::Ok, tr("The log is whole."),
                               tr("%n entries, none of them changed or missing.", nullptr, static_cast<int>(head->seq)),
                               StripMessage::Action::None, tr("Head of the log: %1").arg(head->text())});
                   });
}

void ActivityController::exportTo(const QString &path, service::AuditFormat format)
{
    if (m_busy)
        return;
    begin(tr("Exporting..."));
    base::whenDone(m_integrity.exportAudit(m_model.filter(), path, format), this,
                   [this, path, asked = m_asked](const base::Result<qsizetype> &count) {
                       if (asked != m_asked)
                           return;
                       if (!count)
                           return fail(count.error());
                       finish({StripMessage::Level::Ok,
                               tr("%n entries were exported.", nullptr, static_cast<int>(*count)),
                               tr("To %1. It tells names and times of use, and no key.").arg(path),
                               StripMessage::Action::None,
                               {}});
                   });
}

void ActivityController::clear()
{
    ++m_asked;
    m_model.setFilter({});
    m_model.clear();
    finish({});
}

} // namespace presentation
