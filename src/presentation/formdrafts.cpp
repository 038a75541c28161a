// SPDX-FileCopyrightText: 2026 Latchkey contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/formdrafts.h"

namespace presentation {

namespace {

const QString kNew = QStringLiteral("new");

} // namespace

FormDrafts::FormDrafts(DraftKeeper &keeper, QString page, QObject *parent)
    : QObject(parent)
    , m_keeper(keeper)
    , m_page(std::move(page))
{
    connect(&keeper, &DraftKeeper::collecting, this, &FormDrafts::collecting);
    connect(&keeper, &DraftKeeper::changed, this, &FormDrafts::changed);
    connect(&keeper, &DraftKeeper::offered, this, &FormDrafts::offer);
}

QString FormDrafts::keyOf(const QUuid &record) const
{
    return m_page + QLatin1Char(':') + (record.isNull() ? kNew : record.toString(QUuid::WithoutBraces));
}

QUuid FormDrafts::recordOf(const QString &key)
{
    return QUuid::fromString(key.section(QLatin1Char(':'), 1));
}

void FormDrafts::put(const QUuid &record, service::Draft draft)
{
    m_offered = false;
    m_keeper.put(keyOf(record), std::move(draft));
}

void FormDrafts::discardAll()
{
    const QStringList kept = m_keeper.keysOf(m_page);
    for (const QString &key : kept)
        m_keeper.discard(key);
}

void FormDrafts::discardOrphans(const std::function<bool(const QUuid &)> &isThere)
{
    const QStringList kept = m_keeper.keysOf(m_page);
    for (const QString &key : kept) {
        const QUuid record = recordOf(key);
        if (!record.isNull() && !isThere(record))
            m_keeper.discard(key);
    }
}

void FormDrafts::offer()
{
    m_offered = !isEmpty();
    if (m_offered)
        Q_EMIT offered();
}

std::optional<QUuid> FormDrafts::offeredRecord(const std::function<bool(const QUuid &)> &isThere) const
{
    const QStringList kept = m_offered ? m_keeper.keysOf(m_page) : QStringList();
    for (const QString &key : kept) {
        const QUuid record = recordOf(key);
        if (record.isNull() || isThere(record))
            return record;
    }
    return std::nullopt;
}

} // namespace presentation
