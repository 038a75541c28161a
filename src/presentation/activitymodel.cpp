// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/activitymodel.h"

#include "service/words.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace presentation {

namespace {

QString timeText(std::int64_t ms)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms);
    return QLocale().toString(time.date(), QLocale::ShortFormat) + QLatin1Char(' ')
        + time.time().toString(QStringLiteral("HH:mm:ss"));
}

QString cell(const vault::AuditEntry &entry, int column)
{
    switch (column) {
    case ActivityModel::TimeColumn:
        return timeText(entry.timeMs);
    case ActivityModel::WhatColumn:
        return service::words::auditKind(entry.event.kind);
    case ActivityModel::NameColumn:
        return entry.event.name;
    case ActivityModel::ProgramColumn:
        return entry.event.program;
    case ActivityModel::OutcomeColumn:
        return service::words::auditOutcome(entry.event);
    default:
        return {};
    }
}

} // namespace

ActivityModel::ActivityModel(service::Integrity &integrity, QObject *parent)
    : QAbstractTableModel(parent)
    , m_integrity(integrity)
{
}

int ActivityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int ActivityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_entries.size())
        return {};
    const vault::AuditEntry &entry = m_entries[index.row()];
    if (role == Qt::DisplayRole)
        return cell(entry, index.column());
    if (role != Qt::ToolTipRole)
        return {};
    QStringList lines{cell(entry, index.column()), tr("Entry %1").arg(entry.seq)}; // the cell may be too narrow for its text
    lines.removeAll(QString());
    for (const auto &[key, value] : entry.event.details.asKeyValueRange())
        lines << key + QStringLiteral(": ") + value;
    return lines.join(QLatin1Char('\n'));
}

QVariant ActivityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case WhatColumn:
        return tr("What");
    case NameColumn:
        return tr("Name");
    case ProgramColumn:
        return tr("Program");
    case OutcomeColumn:
        return tr("Outcome");
    default:
        return {};
    }
}

bool ActivityModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_started && !m_reading && m_before != 0;
}

void ActivityModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        readOn(kPage);
}

void ActivityModel::setFilter(const service::AuditFilter &filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    if (m_started)
        reload();
}

void ActivityModel::reload()
{
    clear();
    m_started = true;
    readOn(kPage);
}

void ActivityModel::clear()
{
    ++m_asked;
    m_started = m_reading = m_refreshing = false;
    m_before = 0;
    m_problem = {};
    beginResetModel();
    m_entries.clear();
    endResetModel();
}

void ActivityModel::readOn(int wanted)
{
    m_reading = true;
    const auto page = m_integrity.page(m_filter, m_before, static_cast<std::size_t>(wanted));
    base::whenDone(page, this, [this, wanted, asked = m_asked](const base::Result<service::Integrity::Page> &got) {
        if (asked != m_asked)
            return;
        if (!got)
            return fail(got.error());
        take(*got, wanted);
    });
}

void ActivityModel::take(const service::Integrity::Page &page, int wanted)
{
    m_before = page.before;
    if (!page.entries.isEmpty()) { // a view that sees the rows come may ask for more at once: m_reading still says no
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(page.entries.size()) - 1);
        m_entries += page.entries;
        endInsertRows();
    }
    m_reading = false;
    const int missing = wanted - static_cast<int>(page.entries.size());
    if (m_before != 0 && missing > 0)
        readOn(missing); // a search that has found little so far
    Q_EMIT read();
}

void ActivityModel::refresh()
{
    if (!m_started || m_reading || m_refreshing)
        return;
    if (m_entries.isEmpty())
        return reload();
    m_refreshing = true;
    const auto page = m_integrity.page(m_filter, 0, kPage);
    base::whenDone(page, this, [this, asked = m_asked](const base::Result<service::Integrity::Page> &got) {
        if (asked != m_asked)
            return;
        m_refreshing = false;
        if (!got)
            return fail(got.error());
        putOnTop(*got);
    });
}

void ActivityModel::putOnTop(const service::Integrity::Page &page)
{
    const std::uint64_t newest = m_entries.isEmpty() ? 0 : m_entries.first().seq;
    const auto known = std::ranges::find_if(page.entries, [newest](const auto &entry) { return entry.seq <= newest; });
    const auto fresh = static_cast<int>(known - page.entries.begin());
    if (fresh == 0)
        return;
    if (known == page.entries.end() && page.before > newest)
        return reload(); // so many that some between are missing
    beginInsertRows({}, 0, fresh - 1);
    m_entries = page.entries.first(fresh) + m_entries;
    endInsertRows();
    Q_EMIT read();
}

void ActivityModel::fail(const base::Error &error)
{
    m_before = 0;
    m_reading = m_refreshing = false;
    const service::words::Message words = service::words::forError(error);
    m_problem = {StripMessage::Level::Bad, words.text, words.hint, StripMessage::Action::None,
                 QString(base::codeName(error.code))};
    Q_EMIT read();
}

} // namespace presentation
