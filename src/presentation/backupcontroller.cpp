// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/backupcontroller.h"

#include "service/words.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace presentation {

using service::BackupPeriod;
using service::BackupPlan;

namespace {

QString timeText(std::int64_t ms)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms), QLocale::ShortFormat);
}

/// What the user asked for, or knows, needs no words.
StripMessage messageOf(const base::Error &error)
{
    if (error.code == base::ErrorCode::Cancelled || error.code == base::ErrorCode::Locked)
        return {};
    const service::words::Message words = service::words::forError(error);
    return {StripMessage::Level::Bad, words.text, words.hint, StripMessage::Action::None,
            QString(base::codeName(error.code))};
}

} // namespace

BackupController::BackupController(Parts parts, QObject *parent) : QObject(parent), m_parts(parts)
{
    connect(&m_parts.schedule, &service::BackupSchedule::statusChanged, this, &BackupController::changed);
}

void BackupController::reload()
{
    m_fault = {};
    base::whenDone(m_parts.host.inspect(), this, [this, asked = m_asked](const base::Result<vault::VaultInfo> &info) {
        if (asked != m_asked)
            return;
        if (!info)
            return setFault(info.error());
        m_vault = info->header.vault;
        Q_EMIT changed();
    });
    base::whenDone(m_parts.schedule.plan(), this, [this, asked = m_asked](const base::Result<BackupPlan> &stored) {
        if (asked != m_asked || m_saving)
            return;
        if (!stored)
            return setFault(stored.error());
        showPlan(*stored);
        Q_EMIT changed();
    });
    ++m_looked;
    look(0);
}

void BackupController::showPlan(const BackupPlan &stored)
{
    // Where none is planned, no folder and no number are stored: those that were shown last come back.
    if (stored.period == BackupPeriod::Off)
        m_plan.period = BackupPeriod::Off;
    else
        m_plan = stored;
}

void BackupController::look(std::uint64_t before)
{
    service::AuditFilter filter;
    filter.kinds = {QStringLiteral("backup-made")};
    base::whenDone(m_parts.integrity.page(filter, before, 1), this,
                   [this, looked = m_looked](const base::Result<service::Integrity::Page> &page) {
                       if (looked != m_looked)
                           return;
                       if (!page)
                           return setFault(page.error());
                       if (page->entries.isEmpty() && page->before != 0)
                           return look(page->before);
                       if (page->entries.isEmpty())
                           return;
                       m_lastMs = std::max(m_lastMs, page->entries.first().timeMs);
                       Q_EMIT changed();
                   });
}

void BackupController::clear()
{
    ++m_asked;
    ++m_looked;
    m_vault = {};
    m_plan = {};
    m_next.reset();
    m_lastMs = 0;
    m_saving = m_busy = false;
    m_fault = {};
    setMessage({});
}

QString BackupController::stateText() const
{
    const std::int64_t last = isOfThisVault() ? std::max(m_lastMs, m_parts.schedule.lastMadeAtMs()) : m_lastMs;
    QStringList sentences;
    if (hasFailed()) {
        const auto &failure = m_parts.schedule.lastFailure();
        const service::words::Message words = service::words::forError(failure->error);
        sentences << tr("The backup of %1 failed.").arg(timeText(failure->atMs)) << words.text << words.hint;
    }
    sentences << (last == 0 ? tr("No backup was made from here yet.") : tr("Last backup: %1.").arg(timeText(last)));
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char(' '));
}

void BackupController::change(const BackupPlan &next)
{
    if (next == m_plan)
        return;
    m_fault = {};
    m_plan = next;
    m_next = next;
    if (!m_saving)
        save();
    Q_EMIT changed();
}

void BackupController::save()
{
    const BackupPlan plan = *std::exchange(m_next, std::nullopt);
    m_saving = true;
    base::whenDone(m_parts.schedule.setPlan(plan), this, [this, asked = m_asked](const base::Result<service::Done> &done) {
        if (asked == m_asked)
            stored(done);
    });
}

void BackupController::stored(const base::Result<service::Done> &done)
{
    m_saving = false;
    if (!done) {
        m_next.reset();
        reload(); // shows what counts
        return setFault(done.error());
    }
    if (m_next)
        return save();
    if (m_plan.period != BackupPeriod::Off) // the first one need not wait for the next look; told by statusChanged()
        base::whenDone(m_parts.schedule.runIfDue(), this, [](const base::Result<service::BackupSchedule::Outcome> &) {});
}

QString BackupController::suggestedName() const
{
    return service::backupFileName(m_vault, m_parts.host.clock().nowMs());
}

void BackupController::backUp(const QString &path)
{
    if (m_busy)
        return;
    m_busy = true;
    m_stop = {};
    m_fault = {};
    setMessage({StripMessage::Level::Busy, tr("Making the backup..."), {}, StripMessage::Action::None, {}});
    base::whenDone(m_parts.backups.create({path, {}, {}, m_stop}), this,
                   [this, asked = m_asked](const base::Result<service::BackupReport> &report) {
                       if (asked == m_asked)
                           finish(report);
                   });
}

void BackupController::finish(const base::Result<service::BackupReport> &report)
{
    m_busy = false;
    m_fault = {};
    if (report)
        m_lastMs = std::max(m_lastMs, report->madeAtMs);
    setMessage(report ? madeMessage(*report) : messageOf(report.error()));
}

StripMessage BackupController::madeMessage(const service::BackupReport &report)
{
    StripMessage message{StripMessage::Level::Ok, tr("The backup was made."), {}, StripMessage::Action::None, {}};
    QStringList sentences{
        tr("%n credentials, read again and compared: %1.", nullptr, static_cast<int>(report.credentials)).arg(report.path)};
    if (report.recoveryKeyPending) {
        message.level = StripMessage::Level::Warn;
        message.title = tr("The backup was made, but nobody has confirmed the recovery key.");
        sentences << tr("Nothing else opens it: confirm the recovery key above.");
    }
    if (!report.audited)
        sentences << tr("The vault cannot be written to now, so the log does not tell of it.");
    message.text = sentences.join(QLatin1Char(' '));
    return message;
}

void BackupController::cancel()
{
    if (m_busy)
        m_stop.stop();
}

void BackupController::setMessage(StripMessage message)
{
    m_message = std::move(message);
    Q_EMIT changed();
}

void BackupController::setFault(const base::Error &error)
{
    m_fault = messageOf(error);
    Q_EMIT changed();
}

} // namespace presentation
